"""JSON Lines, CSV and Markdown: what people paste, open and stream."""

import csv as reader
import io
import json
import re

import pytest
import specimens

from quotecli.model import Explanation, Report, Skipped
from quotecli.render.csv import COLUMNS, write_csv
from quotecli.render.lines import write_report, write_stream
from quotecli.render.markdown import write_markdown


# ---- JSON Lines --------------------------------------------------------------------------------------------------------
def test_every_line_is_a_record_with_its_type() -> None:
    """An article is followed by its quotes; the last line says how much there was."""
    stream = io.BytesIO()
    write_report(specimens.report(), stream)
    records = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [record["type"] for record in records] == [
        *("begin", "source", "quote", "source", "quote", "quote", "quote", "source", "quote", "quote", "cluster", "skipped", "summary")
    ]
    assert records[0]["schema"] == "quotes/1"
    assert records[-1] == {"type": "summary", "sources": 3, "quotes": 6, "clusters": 1, "skipped": 1}


def test_a_stream_is_written_article_by_article() -> None:
    """What is found is out before the next article is asked for."""
    stream = io.BytesIO()
    report = specimens.report()

    def found() -> "object":
        for number, source in enumerate(report.sources):
            assert stream.getvalue().count(b'"type": "source"') == number
            yield Explanation(source, tuple(quote for quote in report.quotes if quote.source == source.id), (), {})
        yield Skipped("x", "empty")

    assert write_stream(found(), stream) == [Skipped("x", "empty")]  # type: ignore[arg-type]
    assert json.loads(stream.getvalue().splitlines()[-1])["quotes"] == 6


# ---- CSV ---------------------------------------------------------------------------------------------------------------
def rows(report: Report) -> list[dict[str, str]]:
    """The rows, read back."""
    stream = io.StringIO()
    write_csv(report, stream)
    return list(reader.DictReader(io.StringIO(stream.getvalue())))


def test_a_row_a_quote() -> None:
    """Every quote with its place, its speaker and how widely its utterance is printed."""
    table = rows(specimens.report())
    assert list(table[0]) == list(COLUMNS)
    assert [(row["speaker"], row["kind"], row["sources"]) for row in table] == [
        ("Ann Lee", "direct", "3"),
        ("Bob Roe", "direct", "3"),
        ("Bob Roe", "mixed", "1"),
        ("", "other", "1"),
        ("Ann Lee", "direct", "3"),
        ("Ann Lee", "direct", "1"),
    ]


def test_a_row_tells_a_person_what_changed() -> None:
    """The utterance in the words of the base, what stands here instead, whether it may mean something else; nothing to look up by an id."""
    row = next(row for row in rows(specimens.report()) if row["source"] == "metro" and row["sources"] == "3")
    assert row["utterance"].startswith("We will never raise taxes")
    assert row["changes"].startswith("“never” became “not”; ")
    assert row["risk"] == "!"
    assert {row["risk"] for row in rows(specimens.report()) if row["sources"] == "1"} == {""}


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=cmd|"/c calc"!A1', "|x", "%x"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_nothing_of_an_article_runs_in_a_spreadsheet(formula: str) -> None:
    """No cell begins like a formula, whether it is a text, a name or a path."""
    report = specimens.report()
    quote = report.quotes[0]._replace(text=formula, speaker=report.quotes[0].speaker._replace(name=formula, mention=formula))
    sources = tuple(source._replace(path=formula, publisher=formula) for source in report.sources)
    for row in rows(report._replace(quotes=(quote,), sources=sources)):
        assert all(not value.lstrip().startswith(("=", "+", "-", "@", "＝", "|", "%")) for value in row.values())


SPLIT = [
    "so; =1+1",
    "so;=1+1",
    "so\t=1",
    "so\t@SUM(A1)",
    'so;"=1+1',
    'so;""+1',
    "so;\n-1",
    "so\n=1",
    "so;\t=1",
    "so;\xa0＝1",
    "a;b;|x",
    "so;",
    "so;%x",
]


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize("text", SPLIT)
def test_nothing_runs_where_lines_are_split_at_other_signs(text: str, delimiter: str) -> None:
    """Half of Europe's spreadsheets split at semicolons: whatever they take for a cell does not begin like a formula."""
    report = specimens.report()
    quote = report.quotes[0]._replace(text=text, speaker=report.quotes[0].speaker._replace(name=text, mention=text))
    stream = io.StringIO()
    write_csv(report._replace(quotes=(quote,), sources=tuple(one._replace(path=text) for one in report.sources)), stream)
    for lines in (io.StringIO(stream.getvalue()), stream.getvalue().splitlines()):
        for mode in (reader.QUOTE_MINIMAL, reader.QUOTE_NONE):
            for row in reader.reader(lines, delimiter=delimiter, quoting=mode):
                assert not [
                    cell for cell in row if cell.lstrip(' \xa0"').startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%"))
                ]


@pytest.mark.parametrize("name", ["0012", "1-2", "1e5", "3/4", "TRUE"])
def test_every_field_stands_between_quotation_marks(name: str) -> None:
    """Whoever imports the file can have them taken for text: an id is neither a number nor a date; programs read it as it was."""
    stream = io.StringIO()
    report = specimens.report()
    write_csv(report._replace(quotes=(report.quotes[0]._replace(id=name),)), stream)
    field = '"(?:[^"]|"")*"'
    assert re.fullmatch(rf"({field}(,{field})*\n)+", stream.getvalue())
    assert rows(report._replace(quotes=(report.quotes[0]._replace(id=name),)))[0]["id"] == name


@pytest.mark.parametrize("text", ["“Yes,” she – said", "a,b;c", "a; b - c", "10;20", 'say "x"', "two\nlines", "5 - 3 = 2", "don't"])
def test_other_words_come_back_as_they_were(text: str) -> None:
    """Nothing is mangled that need not be."""
    report = specimens.report()
    assert rows(report._replace(quotes=(report.quotes[0]._replace(text=text),)))[0]["text"] == text


# ---- Markdown ----------------------------------------------------------------------------------------------------------
def markdown(report: Report) -> str:
    """The page."""
    stream = io.StringIO()
    write_markdown(report, stream)
    return stream.getvalue()


def test_markdown_holds_the_utterances_and_every_quote_by_speaker() -> None:
    """Who printed what, the base as a block, the others with what differs, every quote with its place."""
    page = markdown(specimens.report())
    assert "| # | utterance | speaker | ledger | metro | post |\n" in page
    assert re.search(r"\| 1 \| We will never .* \| Ann Lee \| ◐ \| ◐!≠? \| ● \|\n", page)
    assert "> We will never raise taxes" in page
    assert "  - “never” became “not” (1 of 3)\n  - metro, `articles/metro.txt:1:2`, said by Bob Roe\n" in page
    assert "- **!** We will <del>never</del> <ins>not</ins> raise" in page
    assert "- “Any time,”  \n  post, `articles/post.txt:2:1`" in page
    assert "- `articles/x.txt`: No such file or directory" in page


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[sic] and [a](http://b)", "\\[sic\\] and \\[a\\](http://b)"),
        ("![x](y) *b* _i_ `c` ~~d~~ $5", "!\\[x\\](y) \\*b\\* \\_i\\_ \\`c\\` \\~\\~d\\~\\~ \\$5"),
        ("a & b | c", "a &amp; b \\| c"),
        ("\x1b[1m", "\\\\x1b\\[1m"),
    ],
)
def test_markdown_of_an_article_is_only_text(text: str, escaped: str) -> None:
    """No link, no picture, no element, no emphasis of its own."""
    source = specimens.source("post", f"“{text}” she said.")
    assert f"- “{escaped}”" in markdown(Report((source,), (specimens.quote(source, text),)))


def test_a_wording_does_not_become_a_heading_or_a_list() -> None:
    """At the start of a line some characters mean more."""
    sources = [specimens.source(name, f"“{text}” she said.") for name, text in (("a", "# We go home now"), ("b", "1. We go home now"))]
    quotes = [specimens.quote(sources[0], "# We go home now"), specimens.quote(sources[1], "1. We go home now")]
    page = markdown(Report(tuple(sources), tuple(quotes), (specimens.cluster(1, quotes),)))
    assert "> \\# We go home now" in page
