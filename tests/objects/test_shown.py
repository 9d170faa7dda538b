"""Nouns in a line and on a page: short, true, and harmless whatever an article says."""

from __future__ import annotations

import inspect
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotecli
from quotecli import model
from quotecli.errors import Misuse
from quotecli.model import Held, Quote, Report, Source
from quotecli.objects.lines import LINES
from quotecli.objects.pages import PAGES
from tests.render import specimens

HOSTILE = "<script>alert(1)</script>\x1b[31m\u202e & <img src=x onerror=alert(1)> ‘’\r\n" * 3
LONGEST = 240
"""Characters of a line for `repr`."""


def nouns(report: Report) -> list[Any]:
    """One of every kind that has a line or a page."""
    quotes, clusters = report.quotes, report.clusters
    collation = quotecli.collate(clusters[0], quotes)
    verdicts = quotecli.check("LEE: We will raise taxes on families. We will not cut pensions.", quotes)
    verdict = next(one for one in verdicts if one.record)
    explanation = model.Explanation(report.sources[0], quotes[:1], (), {})
    findings = model.Findings(quotes[0].text, (model.Finding(clusters[0].variants[1], False),), report, 3)
    sentence = report.sentence(quotes[0])
    variant = clusters[0].variants[1]
    shown = [report, report.sources[0], quotes[0], clusters[0], variant, variant.edits[0], variant.held, collation, collation.witnesses[0]]
    return [*shown, verdict, verdict.record, explanation, findings, findings.found[0], sentence]


def spoilt() -> Report:
    """A report whose articles, names and paths are hostile."""
    report = specimens.report()
    sources = [one._replace(path=HOSTILE, title=HOSTILE, publisher=HOSTILE + one.id) for one in report.sources]
    quotes = [one._replace(speaker=one.speaker and one.speaker._replace(name=HOSTILE, mention=HOSTILE)) for one in report.quotes]
    edits = [variant.edits and (variant.edits[0]._replace(before=HOSTILE, risk=True),) for variant in report.clusters[0].variants]
    variants = [one._replace(held=Held(0.5, tuple(edit))) for one, edit in zip(report.clusters[0].variants, edits, strict=True)]
    clusters = (report.clusters[0]._replace(speaker=HOSTILE, text=HOSTILE, variants=tuple(variants)),)
    return report._replace(sources=tuple(sources), quotes=tuple(quotes), clusters=clusters, skipped=(model.Skipped(HOSTILE, HOSTILE),))


def test_every_noun_with_a_line_or_a_page_is_tried_here() -> None:
    """A noun that gains one comes into this list."""
    tried = {type(noun) for noun in nouns(specimens.report())}
    assert set(LINES) | set(PAGES) | {Held} == tried
    every = [noun for noun in (getattr(model, name) for name in model.__all__) if inspect.isclass(noun)]
    assert {noun for noun in every if hasattr(noun, "_repr_html_")} == set(PAGES)


@pytest.mark.parametrize("report", [specimens.report(), spoilt()], ids=["plain", "hostile"])
def test_a_line_is_short_and_acts_on_nothing(report: Report) -> None:
    """Not the article's text, and no character that a terminal would act on."""
    for noun in nouns(report):
        line = repr(noun)
        assert len(line) < LONGEST, line
        assert line.isprintable()
        assert re.fullmatch(rf"<{type(noun).__name__}\b.*>", line)
        assert not any(source.text in line for source in report.sources)


def test_a_line_works_nothing_out() -> None:
    """Of a large collection, to look at a wording must not take the time of comparing it."""
    variant = specimens.report().clusters[0].variants[1]._replace(held=Held.later(lambda: pytest.fail("the edits were worked out")))
    assert "never raise" in repr(variant)
    assert repr(variant.held) == "<Held, not worked out yet>"


class Tags(HTMLParser):
    """The tags of a page and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep its name and those of its attributes."""
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        """Keep it."""
        self.text += data


HARMLESS = set("section p b small div span table thead tbody tr th td ul li br del ins mark".split())


@pytest.mark.parametrize("report", [specimens.report(), spoilt(), Report()._replace(skipped=(model.Skipped(HOSTILE, HOSTILE),))])
def test_a_page_has_our_tags_only(report: Report) -> None:
    """Nothing of an article becomes a tag, an attribute or a character that acts."""
    for noun in nouns(report) if report.quotes else [report]:
        if type(noun) in PAGES:
            page = Tags(noun._repr_html_())
            assert set(page.tags) <= HARMLESS
            assert page.attributes <= {"class", "scope", "tabindex"}
            assert not re.search("[\x1b\u202e]", page.text)


@settings(max_examples=30)
@given(st.text(max_size=60))
def test_words_come_through_whole(words: str) -> None:
    """What is printed between the tags is what was said, but for white space and what would act."""
    quote = Quote("a:0", "a", 0, len(words) + 2, 1, 1, words, (model.Span(1, len(words) + 1),), "direct")
    text = Tags(quote._repr_html_()).text  # type: ignore[attr-defined]
    assert all(word in text for word in words.split() if word.isalnum())


def test_the_overview_says_who_printed_what() -> None:
    """A row an utterance and a column an outlet, its marks with their meanings."""
    page = Tags(specimens.report()._repr_html_()).text  # type: ignore[attr-defined]
    for shown in ("3 articles", "We will never raise taxes", "Ann Lee", "post", "ledger", "metro", "◐!", "the meaning may be another"):
        assert shown in page


def test_a_report_without_utterances_shows_its_quotations() -> None:
    """One article, too, is something to look at; of many quotations the first."""
    report = specimens.report()
    page = Tags(report._replace(clusters=(), quotes=report.quotes * 10)._repr_html_()).text  # type: ignore[attr-defined]
    assert "carnage" in page
    assert "articles/metro.txt:2:3" in page
    assert "and 20 more" in page


def test_a_diff_shows_what_is_gone_and_what_is_new() -> None:
    """In the wording itself, at its place."""
    page = specimens.report().clusters[0]._repr_html_()  # type: ignore[attr-defined]
    assert "<del>We will</del> <ins>We’ll</ins> never raise taxes" in page


SENTENCES = [
    ("one sentence", "It rained. “We open in May,” Dana Ortiz said. Nobody came.", "“We open in May,” Dana Ortiz said."),
    ("words inside", "It rained. She called it “a gift” to us. Nobody came.", "She called it “a gift” to us."),
    ("the end of a paragraph", "It rained.\n“We open in May.”\nNobody came.", "“We open in May.”"),
    ("two paragraphs in one", "It rained. He said: “We open.\n“We close.” Nobody came.", "He said: “We open.\n“We close.”"),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in SENTENCES], ids=[case[0] for case in SENTENCES])
def test_a_quotation_in_its_sentence(text: str, expected: str) -> None:
    """The sentence, whole and as printed, and nothing of the next one."""
    source = Source("a", "a.txt", text)
    quotes = quotecli.find_quotes(source).quotes
    found = Report((source,), quotes).sentence(quotes[0].id)
    assert text[found.start : found.end] == found.before + found.words + found.after == expected
    assert found.words == text[quotes[0].start : quotes[0].end]


def test_a_sentence_takes_the_article() -> None:
    """Where the text is not there, or the quotation, a message says so."""
    report = specimens.report()
    with pytest.raises(Misuse, match="JSON keeps none"):
        Report.from_json(report.to_json()).sentence(report.quotes[0])
    with pytest.raises(Misuse, match="no quotation metro:1"):
        report.sentence("metro:1")
