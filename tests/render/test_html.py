"""The report as a page, in a real browser: it works, it needs nothing, and nothing of an article runs in it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import specimens
from chromium import BROWSER, Page, browser

from quotecli.compare import collate
from quotecli.model import Report
from quotecli.render.html import write_html

EVIL = '“<script>window.hacked=1</script><img src=x onerror=window.hacked=1> & \u202eok” onmouseover="window.hacked=1”,” she said.'


def page_of(report: Report) -> str:
    """The page."""
    stream = io.StringIO()
    write_html(report, stream, [collate(cluster, report.quotes) for cluster in report.clusters])
    return stream.getvalue()


def dated() -> Report:
    """The report of `made`, with titles and dates."""
    report = specimens.report()
    dates = {"ledger": "2024-12-20", "metro": "2024-12-19", "post": None}
    sources = [one._replace(published=dates[one.id], title=f"The {one.id}’s story", publisher=one.id.title()) for one in report.sources]
    return report._replace(sources=tuple(sources))


def evil() -> Report:
    """An article, a title, a speaker and a path that would like to run."""
    source = specimens.source('"><script>window.hacked=1</script>', EVIL)
    source = source._replace(title="</title><script>window.hacked=1</script>", published="2024'><b>")
    words = EVIL[1 : EVIL.index("”,”")]
    return Report((source,), (specimens.quote(source, words, "</option><script>window.hacked=1</script>"),))


class Checker(HTMLParser):
    """Every element that is opened is closed, in order; ids are given once; links lead somewhere."""

    VOID = frozenset({"meta", "input", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open."""
        if tag not in self.VOID:
            self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        """Close."""
        assert self.open.pop() == tag


@pytest.mark.parametrize("report", [specimens.report(), dated(), evil(), Report()], ids=["plain", "dated", "evil", "empty"])
def test_the_page_is_well_formed_and_every_link_leads_somewhere(report: Report) -> None:
    """Both ways: from the utterance to its place in the article, and back."""
    checker = Checker()
    checker.feed(page_of(report))
    assert not checker.open
    assert len(set(checker.ids)) == len(checker.ids)
    assert all(link.startswith("#") and link[1:] in checker.ids for link in checker.links), checker.links


def test_the_page_loads_nothing_and_allows_no_script_but_its_own() -> None:
    """No address in it, no style or handler in an attribute, a policy that names hashes."""
    page = page_of(dated())
    assert "default-src 'none'" in page
    assert "unsafe" not in page
    assert not re.search(r"https?://|<link|@import|url\(| style=| on[a-z]+=", page)


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One browser for all."""
    if not BROWSER:
        pytest.skip("no Chromium here")
    with browser(tmp_path_factory.mktemp("profile")) as page:
        yield page


def opened(chromium: Page, report: Report, tmp_path: Path) -> Page:
    """The report in the browser."""
    path = tmp_path / "report.html"
    path.write_text(page_of(report), encoding="utf-8")
    chromium.events.clear()
    chromium.open(path)
    return chromium


def shown(page: Page, selector: str) -> int:
    """How many elements are to be seen."""
    return int(page.run(f"[...document.querySelectorAll({selector!r})].filter(one => one.checkVisibility()).length"))


def test_filters_choose_by_speaker_source_words_and_risk(chromium: Page, tmp_path: Path) -> None:
    """Choosing, typing and ticking show what was asked for, and say how much that is."""
    page = opened(chromium, dated(), tmp_path)
    assert page.settled("document.querySelector('#shown').textContent", "3 of 3 shown")
    page.click("input[type=search]")
    page.type("any TIME")
    assert page.settled("document.querySelector('#shown').textContent", "1 of 3 shown")
    assert (shown(page, ".utterance"), shown(page, "#alone li")) == (0, 1)
    page.click("button[type=reset]")
    assert page.settled("document.querySelector('#shown').textContent", "3 of 3 shown")
    page.click("input[type=checkbox]")
    assert shown(page, ".utterance") == 1
    page.run("document.forms[0].elements.speaker.value = '2'; document.forms[0].dispatchEvent(new Event('input'))")
    assert page.run("document.forms[0].elements.speaker.selectedOptions[0].textContent") == "Bob Roe"
    assert shown(page, "#alone li") == 1
    page.run("document.forms[0].elements.source.value = '1'; document.forms[0].dispatchEvent(new Event('input'))")
    assert (shown(page, "#alone li"), shown(page, "#articles details")) == (0, 0)


def test_links_lead_into_the_article_and_back_whatever_is_filtered(chromium: Page, tmp_path: Path) -> None:
    """The quotation lights up where it stands, even in a folded or filtered article."""
    page = opened(chromium, dated(), tmp_path)
    page.click("#articles summary")
    assert shown(page, "#articles details:first-of-type mark") == 0
    page.click(".utterance ol .places a")
    assert page.settled("document.querySelector(':target').textContent.startsWith('“We’ll never')", True)
    assert shown(page, ":target") == 1
    page.click("#articles details:first-of-type sup a")
    assert page.settled("document.querySelector(':target').className", "utterance")


def test_articles_stand_there_to_the_letter(chromium: Page, tmp_path: Path) -> None:
    """What the reader sees is the article, with its quotations lit."""
    page = opened(chromium, specimens.report(), tmp_path)
    page.run("document.querySelectorAll('#articles sup').forEach(one => one.remove())")
    texts = page.run("[...document.querySelectorAll('#articles details p')].map(one => one.textContent)")
    assert texts == [source.text for source in specimens.report().sources]
    assert page.run("[...document.querySelectorAll('mark.mixed')].map(one => one.textContent)") == ["“carnage”"]


def test_nested_quotations_are_lit_inside_theirs(chromium: Page, tmp_path: Path) -> None:
    """A mark in a mark."""
    source = specimens.source("post", "“He told me ‘never again’ twice,” she said.")
    outer = specimens.quote(source, "He told me ‘never again’ twice,")
    report = Report((source,), (outer, specimens.quote(source, "never again", parent=outer.id)))
    page = opened(chromium, report, tmp_path)
    assert page.run("document.querySelector('mark mark').textContent") == "‘never again’"


def test_utterances_stand_in_the_order_of_their_first_appearance(chromium: Page, tmp_path: Path) -> None:
    """The timeline, where dates are known."""
    page = opened(chromium, dated(), tmp_path)
    assert page.run("[...document.querySelectorAll('#timeline time')].map(one => one.textContent)") == ["2024-12-19", "2024-12-20"]
    assert not opened(chromium, specimens.report(), tmp_path).run("document.querySelector('#timeline')")


def test_hostile_text_stays_text(chromium: Page, tmp_path: Path) -> None:
    """No script of an article runs, no element of it is made, and the policy has nothing to complain of."""
    page = opened(chromium, evil(), tmp_path)
    page.click("mark")
    assert page.run("window.hacked") is None
    assert page.run("document.querySelectorAll('img, main script').length") == 0
    assert "<script>window.hacked=1</script><img src=x" in page.run("document.querySelector('mark').textContent")
    complaints = [event for event in page.events if event.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")]
    assert complaints == []
    asked = [event["params"]["request"]["url"] for event in page.events if event.get("method") == "Network.requestWillBeSent"]
    assert all(url.startswith("file:") for url in asked)


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_sticks_out_of_the_page(chromium: Page, tmp_path: Path, width: int) -> None:
    """On a telephone and on a desk."""
    chromium.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 500)
    page = opened(chromium, dated(), tmp_path)
    assert page.run("document.documentElement.scrollWidth") <= width


def test_a_screen_reader_is_told_what_differs(chromium: Page, tmp_path: Path) -> None:
    """The names in the accessibility tree carry what the eye sees."""
    page = opened(chromium, dated(), tmp_path)
    tree = page.call("Accessibility.getFullAXTree")["nodes"]
    spoken = " ".join(str(node.get("name", {}).get("value", "")) for node in tree)
    for words in ("only in the fullest wording:", "only here:", "meaning at risk", "Speaker", "Source", "Search", "Skip to the quotations"):
        assert words in spoken
