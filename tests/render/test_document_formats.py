"""Documents: what check, diff, speakers and show answer as CSV, Markdown and HTML."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Callable, Iterator

import pytest
import specimens
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecli.compare import check, cluster, collate
from quotecli.model import Explanation, Report, Skipped
from quotecli.pipeline import explain, extract
from quotecli.render.documents import write
from quotecli.render.documents.check import document as of_check
from quotecli.render.documents.diff import document as of_diff
from quotecli.render.documents.nouns import Document, Item, Listing
from quotecli.render.documents.show import document as of_show
from quotecli.render.documents.speakers import document as of_speakers

HOSTILE = "=SUM(A1) <script>alert(1)</script> [x](javascript:1) \x1b[31m **bold** | `code` & \u202e"
RECORD = specimens.source("record", "LEE: We will not raise the fare on boats before winter comes.")


def reports(text: str) -> Report:
    """Three articles, of which two drop a word; the third quotes a hostile text, and is called and published so."""
    articles = [f"“We will {word}raise the fare on boats before winter comes.” Ann Lee said." for word in ("not ", "")]
    sources = [specimens.source(name, words) for name, words in zip("ab", articles, strict=True)]
    sources.append(specimens.source("c", f"“{text}” {text} said.")._replace(publisher=text, path=text, published="2016-12-20"))
    quotes = [specimens.quote(one, re.findall("“(.*?)”", one.text, re.DOTALL)[0]) for one in sources]
    quotes[2] = quotes[2]._replace(speaker=quotes[2].speaker and quotes[2].speaker._replace(name=text, mention=text))
    return Report(tuple(sources), tuple(quotes), cluster(quotes, sources), (Skipped(text, text),))


def documents(report: Report) -> Iterator[tuple[str, Document]]:
    """What each command makes of a report."""
    yield "check", of_check(check([RECORD], report.quotes), report, [RECORD])
    yield "diff", of_diff(report, [collate(one, report.quotes) for one in report.clusters])
    yield "speakers", of_speakers(report)
    found = [Explanation(one, tuple(q for q in report.quotes if q.source == one.id), (), {}) for one in report.sources]
    yield "show", of_show([*found, *report.skipped])


def written(document: Document, form: str) -> str:
    """The document in a format."""
    stream = io.StringIO()
    write(document, form, stream)  # type: ignore[arg-type]  # one of them
    return stream.getvalue()


COMMANDS = ("check", "diff", "speakers", "show")


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_of_an_article_runs_in_a_spreadsheet(command: str) -> None:
    """A row a thing, as many cells as heads; what would be a formula begins with an apostrophe."""
    heads, *rows = csv.reader(io.StringIO(written(dict(documents(reports(HOSTILE)))[command], "csv")))
    assert rows
    assert all(len(row) == len(heads) for row in rows)
    cells = [cell for row in rows for cell in row]
    assert any("SUM(A1)" in cell for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) or "\x1b" in cell for cell in cells)


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_of_an_article_is_markdown(command: str) -> None:
    """Every mark of it is escaped, and no table gets more columns than it has."""
    page = written(dict(documents(reports(HOSTILE)))[command], "md")
    assert "SUM" in page
    outside = re.sub(r"(`+).*?\1", "", page.replace("\\`", ""))  # code is shown as it is
    for mark in (r"<script", r"(?<!\\)\[x(?<!\\)\]", r"(?<!\\)\*(?<!\\)\*bold", r"(?<!\\)`code", "\x1b", "\u202e"):
        assert not re.search(mark, outside)
    grids = [line for line in page.splitlines() if line.startswith("| ")]
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in grids}) <= 1 + (command == "check")


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_of_an_article_is_html_and_no_script_may_run(command: str) -> None:
    """The policy allows one style sheet and nothing else; the page names no address."""
    page = written(dict(documents(reports(HOSTILE)))[command], "html")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'", policy)
    assert "&lt;script&gt;" in page
    assert not re.search(r"<(script|a|img|link|iframe)\b|\x1b|\u202e", page)


def unmarked(words: str, escape: Callable[[str], str] = html.unescape) -> str:
    """What is left of marked words when what is gone is taken out; whatever the white space."""
    return "".join(escape(re.sub(r"<del>.*?</del>|<[^>]*>", "", words)).split())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["not ", "never ", "really ", "", "all of them ", "to no end "]), min_size=2, max_size=4))
def test_without_its_marks_a_line_is_what_the_outlet_printed(said: list[str]) -> None:
    """In check and diff, in HTML as in Markdown."""
    texts = [f"“We will {word}raise the fare on boats before winter comes.” Ann Lee said." for word in said]
    sources = [specimens.source("abcd"[number], text) for number, text in enumerate(texts)]
    quotes = [specimens.quote(one, one.text[1 : one.text.index("”")]) for one in sources]
    report = Report(tuple(sources), tuple(quotes), cluster(quotes, sources))
    printed = {"".join(quote.text.split()) for quote in quotes}
    for _, document in list(documents(report))[:2]:
        listings = [part for part in document.parts if isinstance(part, Listing)]
        parts = [part._replace(items=list(part.items)) for part in listings]
        items = [one for part in parts for one in part.items]
        assert {"".join("".join(word.text for word in one.words if word.role != "gone").split()) for one in items} == printed
        page = written(document._replace(parts=parts), "html")
        assert {
            unmarked(re.sub(r'<b class="risk">.*?</b>', "", line)) for line in re.findall('<li><div class="words">(.*?)</div>', page)
        } == printed
        page = written(document._replace(parts=parts), "md")
        lines = re.findall(r"^- (?:\*\*!\*\* )?(.*)$", page, re.MULTILINE)
        assert {unmarked(line) for line in lines} == printed


def test_a_risk_is_told_in_words_and_in_a_column() -> None:
    """In every format the dropped “not” is named."""
    for command in ("check", "diff"):
        for form in ("csv", "md", "html"):
            assert re.search("(drops|adds) “not”", written(dict(documents(reports("Nothing to see.")))[command], form))


def test_an_article_s_text_is_whole() -> None:
    """Whatever overlaps or nests: lit or not, every word of it stands there once."""
    found = [one for one in explain(["seeds/", "examples/"], weighed=False) if isinstance(one, Explanation)]
    for one, part in zip(found, of_show(found).parts, strict=True):
        lines = ["".join(words.text for words in line) for _, line in part.lines]  # type: ignore[union-attr]  # articles
        assert "\n".join(lines).strip() == one.source.text.replace("\r\n", "\n").strip()


def test_every_wording_and_every_single_quotation_of_the_seeds_is_a_row_of_diff() -> None:
    """Nothing that is in the list is missing among the rows, nor the other way round."""
    report = extract(["seeds/"])
    made = of_diff(report, [collate(one, report.quotes) for one in report.clusters])
    rows = list(made.rows)
    assert sum(row[0] is not None for row in rows) == sum(len(one.variants) for one in report.clusters)
    items = [one for part in made.parts if isinstance(part, Listing) for one in part.items]
    assert sum(len(one.places) for one in items if isinstance(one, Item)) == len(rows)
