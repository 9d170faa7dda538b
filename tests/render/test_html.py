"""The report as a page, in a real browser: it works, it needs nothing, and nothing of an article runs in it."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import specimens
from chromium import BROWSER, Page, browser

from quotecli import extract
from quotecli.compare import chains, collate
from quotecli.model import Report
from quotecli.render.html import write_html

EVIL = '“<script>window.hacked=1</script><img src=x onerror=window.hacked=1> & \u202eok” onmouseover="window.hacked=1”,” she said.'


def page_of(report: Report) -> str:
    """The page."""
    stream = io.StringIO()
    write_html(
        report, stream, [collate(cluster, report.quotes) for cluster in report.clusters], chains=chains(report.clusters, report.sources)
    )
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
    """Every element that is opened is closed, in order; ids are given once; links lead to a place that the page can build."""

    VOID = frozenset({"meta", "input", "br", "circle", "line"})

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

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Of a drawing."""
        assert tag in self.VOID

    def handle_endtag(self, tag: str) -> None:
        """Close."""
        if tag not in self.VOID:
            assert self.open.pop() == tag


@pytest.mark.parametrize("report", [specimens.report(), dated(), evil(), Report()], ids=["plain", "dated", "evil", "empty"])
def test_the_page_is_well_formed_and_every_link_leads_somewhere(report: Report) -> None:
    """To an utterance, or to a quotation in its article."""
    checker = Checker()
    checker.feed(page_of(report))
    assert not checker.open
    assert len(set(checker.ids)) == len(checker.ids)
    places = {f"#at=q{n}" for n in range(len(report.quotes))} | {f"#at=u{n}" for n in range(len(report.clusters))}
    assert set(checker.links) <= {"#main", *places}


def test_the_page_loads_nothing_and_allows_no_script_but_its_own() -> None:
    """No address in it, no style or handler in an attribute, a policy that names hashes."""
    page = page_of(dated())
    assert "default-src 'none'" in page
    assert "unsafe" not in page
    assert not re.search(r"https?://|<link|@import|url\(| style=| on[a-z]+=|innerHTML", page)


def test_the_title_says_what_the_page_is_about() -> None:
    """Who is quoted, in how many articles."""
    assert "<title>Ann Lee, Bob Roe in 3 articles</title>" in page_of(dated())


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One browser for all."""
    if not BROWSER:
        pytest.skip("no Chromium here")
    with browser(tmp_path_factory.mktemp("profile")) as page:
        yield page


def opened(chromium: Page, report: Report, tmp_path: Path, width: int = 1280) -> Page:
    """The report in the browser, so many pixels wide."""
    path = tmp_path / "report.html"
    path.write_text(page_of(report), encoding="utf-8")
    chromium.call("Page.navigate", url="about:blank")
    chromium.call("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=width < 500)
    chromium.events.clear()
    chromium.open(path)
    assert chromium.settled("document.body.dataset.ready", "")
    return chromium


def shown(page: Page, selector: str) -> int:
    """How many elements are to be seen."""
    return int(page.run(f"[...document.querySelectorAll({json.dumps(selector)})].filter(one => one.checkVisibility()).length"))


def text(page: Page, selector: str) -> str:
    """What stands in an element."""
    return str(page.run(f"document.querySelector({json.dumps(selector)}).textContent"))


UTTERANCE, ALONE = "#utterances details", "#alone .quote"


def test_a_cell_of_the_matrix_leads_to_the_wording_in_its_article(chromium: Page, tmp_path: Path) -> None:
    """And an utterance to its wordings; the way is in the address, and back leads back."""
    page = opened(chromium, dated(), tmp_path)
    page.click(".matrix td:nth-child(5) a")
    assert page.settled("document.querySelector('.here').textContent", "“We will not raise taxes on working families,”")
    assert page.run("location.hash") == "#at=q1"
    assert page.run("document.activeElement.id") == "q1"
    page.click(".matrix th a")
    assert page.settled("document.querySelector('.here').id", "u0")
    page.run("history.back()")
    assert page.settled("document.querySelector('.here').id", "q1")


def test_facets_choose_and_count(chromium: Page, tmp_path: Path) -> None:
    """By outlet, speaker, words and risk; each says how many it would leave, the page how many are shown."""
    page = opened(chromium, dated(), tmp_path)
    assert text(page, "#shown") == "3 of 3 utterances shown"
    assert page.run("[...document.querySelectorAll('[data-facet=outlet] label')].map(one => one.textContent)") == [
        "Metro2",
        "Post2",
        "Ledger1",
    ]
    page.click("#search")
    page.type("any TIME")
    assert page.settled("document.querySelector('#shown').textContent", "1 of 3 utterances shown")
    assert (shown(page, UTTERANCE), shown(page, ALONE), shown(page, ".matrix tbody tr")) == (0, 1, 0)
    assert page.run("[...document.querySelectorAll('[data-facet=outlet] label')].map(one => one.textContent)") == ["Post1"]
    page.click("button[type=reset]")
    assert page.settled("document.querySelector('#shown').textContent", "3 of 3 utterances shown")
    page.click("[data-facet=speaker] input[value='Bob Roe']")
    assert page.settled("document.querySelector('#shown').textContent", "2 of 3 utterances shown")
    page.click("[data-facet=outlet] input[value='Ledger']")
    assert page.settled("document.querySelector('#shown').textContent", "1 of 3 utterances shown")
    assert (shown(page, UTTERANCE), shown(page, ALONE), shown(page, "#articles details")) == (1, 0, 1)
    page.click("button[type=reset]")
    page.click("input[name=risk]")
    assert page.settled("document.querySelector('#shown').textContent", "1 of 3 utterances shown")


def test_what_is_chosen_stands_in_the_address(chromium: Page, tmp_path: Path) -> None:
    """So that a view can be sent to a colleague."""
    page = opened(chromium, dated(), tmp_path)
    page.click("[data-facet=speaker] input[value='Bob Roe']")
    page.click("input[name=view]")
    assert page.settled("location.hash", "#speaker=Bob+Roe&view=side")
    page.call("Page.reload")
    assert page.settled("document.body.dataset.ready === '' && document.querySelector('#shown').textContent", "2 of 3 utterances shown")
    assert page.run("document.querySelector(\"[value='Bob Roe']\").checked && document.querySelector('[name=view]').checked")
    assert shown(page, "td.side") == 4


def test_wordings_stand_whole_with_what_differs_marked(chromium: Page, tmp_path: Path) -> None:
    """In one line, what is gone struck; side by side, each as it was printed."""
    page = opened(chromium, dated(), tmp_path)
    row = "#utterances tr.risky td.words"
    assert page.run(f"getComputedStyle(document.querySelector('{row} del')).textDecorationLine") == "line-through"
    assert page.run(f"getComputedStyle(document.querySelector('{row} ins')).textDecorationLine") == "none"
    page.run(f"document.querySelectorAll('{row} del, {row} ul').forEach(one => one.remove())")
    assert text(page, row).strip() == "We will not raise taxes on working families,"
    page.click("input[name=view]")
    assert page.settled("document.querySelectorAll('td.side').length", 4)
    sides = page.run("[...document.querySelectorAll('tr.risky td.side')].map(one => one.firstChild.data + '|' + one.textContent)")
    assert [
        side.split("|")[1].startswith(start) for side, start in zip(sides, ("We will never raise", "We will not raise"), strict=True)
    ] == [True] * 2
    assert "“never” became “not”" in sides[1]


def test_a_link_leads_to_its_place_whatever_is_chosen(chromium: Page, tmp_path: Path) -> None:
    """Even into a folded article, or one that was not among the chosen."""
    page = opened(chromium, dated(), tmp_path)
    page.click("#s0 summary")
    assert page.settled("document.querySelector('#s0').open", False)
    page.click("[data-facet=outlet] input[value='Ledger']")
    assert page.settled("document.querySelector('#shown').textContent", "1 of 3 utterances shown")
    page.click("#utterances td.outlets a")
    assert page.settled("document.querySelector('.here').checkVisibility()", True)
    assert page.settled("document.querySelector('#shown').textContent", "3 of 3 utterances shown")


def test_articles_stand_there_to_the_letter_with_their_speakers_beside_them(chromium: Page, tmp_path: Path) -> None:
    """What the reader sees is the article, with its quotations lit; on paper, too."""
    page = opened(chromium, specimens.report(), tmp_path)
    texts = page.run(
        "[...document.querySelectorAll('#articles details')].map(one => [...one.querySelectorAll('p')].map(p => p.textContent).join('\\n'))"
    )
    assert texts == [source.text for source in specimens.report().sources]
    assert page.run("[...document.querySelectorAll('mark.mixed')].map(one => one.textContent)") == ["“carnage”"]
    assert page.run("[...document.querySelectorAll('#s1 .margin')].map(one => one.textContent)") == ["Bob Roe 1", "Bob Roe(title)"]
    page.call("Emulation.setEmulatedMedia", media="print")
    assert (shown(page, "#s1 .margin"), shown(page, "form")) == (2, 0)
    page.call("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])


def test_nested_quotations_are_lit_inside_theirs(chromium: Page, tmp_path: Path) -> None:
    """A mark in a mark; over two paragraphs, a mark in each."""
    source = specimens.source("post", "“He told me ‘never again’ twice.\n“And then he left,” she said.")
    outer = specimens.quote(source, "He told me ‘never again’ twice.\nAnd then he left,")
    report = Report((source,), (outer, specimens.quote(source, "never again", parent=outer.id)))
    page = opened(chromium, report, tmp_path)
    assert text(page, "mark mark") == "‘never again’"
    assert page.run("[...document.querySelectorAll('p > mark')].map(one => one.textContent)") == source.text.removesuffix(
        " she said."
    ).split("\n")


def test_the_timeline_shows_who_printed_what_when(chromium: Page, tmp_path: Path) -> None:
    """Where dates are known; a point leads to the quotation."""
    page = opened(chromium, dated(), tmp_path)
    assert page.run("[...document.querySelectorAll('#timeline circle title')].map(one => one.textContent)") == [
        "Ledger, 2024-12-20",
        "Metro, 2024-12-19, the meaning may be another",
    ]
    page.click("#timeline a:has(circle.risk)")
    assert page.settled("document.querySelector('.here').id", "q1")
    assert not opened(chromium, specimens.report(), tmp_path).run("document.querySelector('#timeline')")


def many(number: int) -> Report:
    """So many articles, each with a quotation of its own."""
    sources = [specimens.source(f"s{n:04}", f"“We shall go to town {n} tomorrow.” Ann Lee said.") for n in range(number)]
    return Report(tuple(sources), tuple(specimens.quote(one, one.text[1 : one.text.index("”")]) for one in sources))


def test_of_many_articles_only_what_is_looked_at_is_built(chromium: Page, tmp_path: Path) -> None:
    """A thousand articles are as many nodes as fifty, and every place can be reached."""
    page = opened(chromium, many(1000), tmp_path)
    assert page.run("document.querySelectorAll('*').length") < 2000
    assert shown(page, ALONE) == 50
    page.click("#alone button")
    assert page.settled("document.querySelectorAll('#alone .quote').length", 100)
    page.run("location.hash = 'at=q999'")
    assert page.settled("document.querySelector('.here').textContent", "“We shall go to town 999 tomorrow.”")


def test_hostile_text_stays_text(chromium: Page, tmp_path: Path) -> None:
    """No script of an article runs, no element of it is made, and the policy has nothing to complain of."""
    page = opened(chromium, evil(), tmp_path)
    page.click("mark")
    assert page.run("window.hacked") is None
    assert page.run("document.querySelectorAll('img, main script').length") == 0
    assert "<script>window.hacked=1</script><img src=x" in text(page, "mark")
    complaints = [event for event in page.events if event.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")]
    assert complaints == []
    asked = [event["params"]["request"]["url"] for event in page.events if event.get("method") == "Network.requestWillBeSent"]
    assert all(url.startswith("file:") for url in asked)


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_sticks_out_of_the_page(chromium: Page, tmp_path: Path, width: int) -> None:
    """On a telephone and on a desk."""
    page = opened(chromium, dated(), tmp_path, width)
    assert page.run("document.documentElement.scrollWidth") <= width


def test_a_screen_reader_is_told_what_differs(chromium: Page, tmp_path: Path) -> None:
    """The names in the accessibility tree carry what the eye sees, and every control has one."""
    page = opened(chromium, dated(), tmp_path)
    tree = [node for node in page.call("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]
    spoken = " ".join(str(node.get("name", {}).get("value", "")) for node in tree)
    for words in ("not here, but in the base:", "only here:", "meaning at risk", "Outlet", "Speaker", "Search", "Skip to the quotations"):
        assert words in spoken
    assert "Metro: other words, the meaning may be another" in spoken
    controls = [
        node for node in tree if node.get("role", {}).get("value") in ("link", "button", "checkbox", "searchbox", "DisclosureTriangle")
    ]
    assert controls
    assert all(node["name"]["value"].strip() for node in controls)


def test_the_keyboard_reaches_what_the_mouse_does(chromium: Page, tmp_path: Path) -> None:
    """The first way leads past the choices; after a choice, the focus stays where it was."""
    page = opened(chromium, dated(), tmp_path)
    page.click("[data-facet=speaker] input[value='Bob Roe']")
    assert page.settled("document.activeElement.value", "Bob Roe")
    page.run("document.querySelector('.skip').click()")
    assert page.run("document.activeElement.id") == "main"
    assert page.run("location.hash") == "#speaker=Bob+Roe"


FERRY = "We will not close the ferry to the islands in winter, whatever the ministry tells us about the harbour"
PRINTED = {
    "wire": ("2020-05-01", FERRY),
    "echo": ("2020-05-01", FERRY),
    "star": (None, FERRY),
    "post": ("2020-05-02", FERRY.replace("not ", "")),
}


def test_who_has_it_from_whom_stands_below_the_wordings(chromium: Page, tmp_path: Path) -> None:
    """In the order of time, each with the evidence, or that there is none; a link leads to the place."""
    for name, (day, words) in (PRINTED | {"mail": ("2020-05-03", PRINTED["post"][1])}).items():
        article = {"text": f"{name * 9} told.\n\n“{words},” Mayor Dana Ortiz said.", "publisher": name.title(), "date": day}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(article))
    page = opened(chromium, extract([str(tmp_path)]), tmp_path)
    page.click(".chain summary")
    assert page.run("[...document.querySelectorAll('.chain li')].map(one => one.textContent)") == [
        "Echo 2020-05-01 order in time only",
        "Wire 2020-05-01 order in time only",
        "Post 2020-05-02 ! nobody had it before: drops “not”",
        "Mail 2020-05-03 ! goes back to Post (2020-05-02): shares drops “not”",
        "Star no date order in time only",
    ]
    page.click(".chain li:nth-child(4) a")
    assert page.settled("document.querySelector('.here').textContent.includes('We will close')", True)
    assert "chain" not in page_of(specimens.report())[page_of(specimens.report()).index('id="data"') :].split("</script>")[0]
