"""The first promise, on the screen: an outlet's line without its marks is what the outlet printed."""

from __future__ import annotations

import html
import io
import json
import re
from collections.abc import Iterator

import pytest
import specimens
from hypothesis import assume, given
from hypothesis import strategies as st

from quotecli.compare import check, cluster, collate
from quotecli.model import Quote, Report
from quotecli.pipeline import extract
from quotecli.render.check import write_table as write_check
from quotecli.render.console import Look
from quotecli.render.diff import write_diff
from quotecli.render.html import write_html
from quotecli.render.markdown import write_markdown
from quotecli.render.table import write_table
from quotecli.render.wording import Atlas, pieces, wordings

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
GONE = 1
WIDE = Look(color=True, width=1000)
WORDS = "we will not raise the fare on boats before winter comes whatever the council says about money or time".split()
OTHERS = ["never", "a lot", "only", "the mayor", "twelve", "soon,"]


@st.composite
def events(draw: st.DrawFn) -> Report:
    """Some articles that report one utterance, each of which drops, adds or changes words of it as it likes."""
    sources, quotes = [], []
    for name in "abcd"[: draw(st.integers(2, 4))]:
        said = list(WORDS)
        for _ in range(draw(st.integers(0, 4))):
            at = draw(st.integers(0, len(said) - 1))
            said[at : at + draw(st.integers(0, 2))] = draw(st.sampled_from([[], *([other] for other in OTHERS)]))
            said = said or ["nothing"]
        text = f"“{' '.join(said)}.” Ann Lee said."
        sources.append(specimens.source(name, text))
        quotes.append(specimens.quote(sources[-1], f"{' '.join(said)}."))
    return Report(tuple(sources), tuple(quotes), cluster(quotes, sources))


@pytest.fixture(scope="module")
def seeds() -> Report:
    """The five articles."""
    return extract(["seeds/"])


def printed(quote: Quote, start: int, end: int) -> str:
    """The words that the article has there."""
    return squeezed(" ".join(text for _, text in pieces(quote, start, end)))


def squeezed(text: str) -> str:
    """The text whatever its white space."""
    return "".join(text.split())


def unmarked(text: str) -> str:
    """A line without its colours and marks, and without what stands between the marks of what is gone."""
    return squeezed(re.sub(r"{-.*?-}|{\+|\+}", "", ESCAPE.sub("", text)))


def columns(page: str) -> Iterator[tuple[str, str]]:
    """Each place of the tables, with what stands in the column of the wordings beside it, or in the first line of its row above it."""
    start = end = 0
    words = ""
    for line in ESCAPE.sub("", page).splitlines():
        if re.match(r" +outlet +wording", line):
            start, end = line.index("wording"), line.index("said by")
        elif start:
            words = line[start:end] if line[2:start].strip() else words
            if place := re.search(r"[^ ]+:\d+:\d+$", line):
                yield place[0], words


def wanted(report: Report) -> dict[str, set[str]]:
    """By place, what is printed there: the first of each wording."""
    atlas, found = Atlas(report), dict[str, set[str]]()
    for one in report.clusters:
        for variant in (group.variants[0] for group in wordings(one.variants)):
            words = printed(atlas.quotes[variant.quote], variant.start, variant.end)
            found.setdefault(atlas.where(variant.source, variant.start), set()).add(words)
    return found


def holds_for_extract(report: Report) -> None:
    """In every table of wordings."""
    stream = io.StringIO()
    write_table(report, stream, WIDE)
    shared = stream.getvalue().partition("Only in one article")[0]
    seen: dict[str, set[str]] = {}
    for place, words in columns(shared):
        if "the same words" not in words:
            seen.setdefault(place, set()).add(unmarked(words))
    assert seen == wanted(report)


def holds_for_diff(report: Report) -> None:
    """In one line of words."""
    stream = io.StringIO()
    write_diff(report, [collate(one, report.quotes) for one in report.clusters], stream, WIDE, "inline")
    page = unmarked(stream.getvalue())
    assert all(words in page for several in wanted(report).values() for words in several)


def holds_for_pages(report: Report) -> None:
    """In Markdown, whose marks are elements, and in what the page builds its wordings from."""
    markdown, page = io.StringIO(), io.StringIO()
    write_markdown(report, markdown)
    plain = squeezed(html.unescape(re.sub(r"<del>.*?</del>|<[^>]*>", "", markdown.getvalue())).replace("\\", ""))
    assert all(words in plain for several in wanted(report).values() for words in several)
    write_html(report, page, [collate(one, report.quotes) for one in report.clusters])
    known = json.loads(re.search(r'id="data">(.*?)</script>', page.getvalue(), re.DOTALL)[1])  # type: ignore[index]  # it is there
    rows = [row for one in known["utterances"] for row in one["rows"]]
    built = [squeezed("".join(text for role, text in row["words"] if role != GONE)) for row in rows]
    assert set(built) == {words for several in wanted(report).values() for words in several}
    for row, words in zip(rows, built, strict=True):
        assert "sides" not in row or squeezed("".join(text for _, text in row["sides"][1])) == words


def holds_for_check(report: Report, transcript: str) -> None:
    """Of every quotation held against a record."""
    record = specimens.source("record", transcript)
    stream = io.StringIO()
    write_check(check(record, report.quotes), report, [record], stream, WIDE)
    atlas = Atlas(report)
    single = {atlas.where(quote.source, quote.start): quote for quote in report.quotes if len(quote.pieces) == 1}  # a paragraph a line
    lines = {place: unmarked(words) for place, words in columns(stream.getvalue()) if place in single}
    assert lines == {place: printed(single[place], single[place].start, single[place].end) for place in lines}
    assert lines


def test_of_the_seeds(seeds: Report) -> None:
    """Five articles on one press conference."""
    holds_for_extract(seeds)
    holds_for_diff(seeds)
    holds_for_pages(seeds)
    holds_for_check(seeds, "PUTIN: I have not spoken to him at all for four years. I am ready for it, of course.")


@given(events())
def test_of_whatever_outlets_make_of_an_utterance(report: Report) -> None:
    """Words dropped, added and changed anywhere."""
    assume(report.clusters)
    holds_for_extract(report)
    holds_for_diff(report)
    holds_for_pages(report)
    holds_for_check(report, f"LEE: {' '.join(WORDS)}.")
