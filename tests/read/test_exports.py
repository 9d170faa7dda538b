"""Exports of news databases, rich text, feeds, books and markup in fields: every article by itself, as a reader sees it."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli import extract
from quotecli.model import Skipped, Source
from quotecli.read import ReadOptions, read_sources
from quotecli.read.exports import parted
from tests.read.making import STORY, as_docx, as_epub, as_feed, as_odt, as_rtf

FIRST = "Mayor Karl Ortiz said the tram would cost twice the estimate.\n\n“We were given bad numbers in 2019,” Ortiz said."
SECOND = "The head of the ferry firm blamed the weather.\n\n“I am sorry for every family,” he said."
NEXIS_NEW = "\n\n".join(
    f"{title}\n\n{outlet}\n\nMarch {day}, 2024 Monday\n\nCopyright 2024 {outlet} All Rights Reserved\n\nSection: NEWS; Pg. 3\n\nLength: 96 words"
    f"\n\nByline: Ellen Stoke\n\nBody\n\n{text}\n\nClassification\n\nLanguage: ENGLISH\n\nLoad-Date: March 5, 2024\n\nEnd of Document"
    for title, outlet, day, text in (
        ("Tram bill doubles", "The Harrow Gazette", 4, FIRST),
        ("Ferry firm closes", "Northfield Herald", 5, SECOND),
    )
).replace("Classification\n\n", "")
NEXIS_OLD = "\n\n".join(
    f"{number} of 2 DOCUMENTS\n\n{outlet}\n\nMarch {day}, 2024 Monday\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 96 words\n\nHEADLINE: {title}\n\n"
    f"BYLINE: Ellen Stoke\n\nDATELINE: HARROW\n\nBODY:\n{text}\n\nLOAD-DATE: March 5, 2024\n\nLANGUAGE: ENGLISH\n\nCopyright 2024 {outlet}"
    for number, title, outlet, day, text in (
        (1, "Tram bill doubles", "The Harrow Gazette", 4, FIRST),
        (2, "Ferry firm closes", "Northfield Herald", 5, SECOND),
    )
)
FACTIVA = "\n".join(
    f"HD {title}\nBY Ellen Stoke\nWC 96 words\nPD {day} March 2024\nSN {outlet}\nSC HARGAZ\nLA English\nCY (c) 2024 {outlet}\n\nLP\n{lead}\n\nTD\n{rest}"
    f"\n\nNS gtrans : Transport\nRE uk\nAN Document HARGAZ0020240304ek3400\n"
    for title, outlet, day, lead, rest in (
        ("Tram bill doubles", "The Harrow Gazette", 4, *FIRST.split("\n\n")),
        ("Ferry firm closes", "Northfield Herald", 5, *SECOND.split("\n\n")),
    )
)
PROQUEST = "\n".join(
    f"____________________________________________________________\n\nTitle: {title}\n\nAuthor: Ellen Stoke\n\nPublication title: {outlet}\n\n"
    f"Publication date: Mar {day}, 2024\n\nFull text: {text}\n\nDocument type: News\n"
    for title, outlet, day, text in (
        ("Tram bill doubles", "The Harrow Gazette", 4, FIRST),
        ("Ferry firm closes", "Northfield Herald", 5, SECOND),
    )
)
EXPORTS = [("Nexis Uni", NEXIS_NEW), ("old Nexis", NEXIS_OLD), ("Factiva", FACTIVA), ("ProQuest", PROQUEST)]
TOLD = [
    ("Tram bill doubles", "The Harrow Gazette", "2024-03-04", "Ellen Stoke", FIRST),
    ("Ferry firm closes", "Northfield Herald", "2024-03-05", "Ellen Stoke", SECOND),
]


def read(path: Path, data: bytes | str, **options: object) -> list[Source]:
    """The articles of a file; nothing of it is passed over."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    found = list(read_sources([str(path)], ReadOptions(**options)))  # type: ignore[arg-type]
    assert all(isinstance(one, Source) for one in found), found
    return [one for one in found if isinstance(one, Source)]


@pytest.mark.parametrize(("label", "text"), EXPORTS, ids=[case[0] for case in EXPORTS])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_every_article_of_an_export_stands_by_itself(tmp_path: Path, label: str, text: str, ends: str) -> None:
    """With its headline, outlet, date and byline; nobody crosses from one to the next."""
    found = read(tmp_path / "export.txt", text.replace("\n", ends))
    told = [(one.title, one.publisher, one.published, one.author, one.text.replace(ends, "\n")) for one in found]
    assert told == TOLD
    assert [one.id for one in found] == ["export#1", "export#2"]


@pytest.mark.parametrize(("label", "text"), EXPORTS, ids=[case[0] for case in EXPORTS])
def test_an_export_in_word_and_rich_text(tmp_path: Path, label: str, text: str) -> None:
    """The same articles, whatever they are packed in."""
    pytest.importorskip("docx")
    lines = [line for line in text.split("\n") if line]
    rich = "{\\rtf1 " + "\\par\n".join("".join(f"\\u{ord(c)}?" if ord(c) > 127 else c for c in line) for line in lines) + "}"
    for name, data in (("x.docx", as_docx(lines)), ("x.rtf", rich.encode()), ("x.odt", as_odt(lines))):
        found = read(tmp_path / name, data)
        assert [(one.title, one.publisher, one.published, one.author) for one in found] == [told[:4] for told in TOLD], name
        assert [one.text.split() for one in found] == [told[4].split() for told in TOLD]


def test_who_speaks_in_one_article_says_nothing_in_the_next(tmp_path: Path) -> None:
    """“He” of the second article is not the mayor of the first."""
    (tmp_path / "export.txt").write_text(NEXIS_NEW)
    report = extract([str(tmp_path / "export.txt")])
    names = {quote.text: quote.speaker and quote.speaker.name for quote in report.quotes}
    assert names["We were given bad numbers in 2019,"] == "Karl Ortiz"
    assert names["I am sorry for every family,"] != "Karl Ortiz"


NO_EXPORTS = [
    ("an article about a document", "He read the load-date aloud.\n\nEnd of Document\n\nLength: a mile."),
    ("a recipe with a length", "Length: 96 words\n\nStir the soup."),
    ("an article with capitals at line starts", "HD is short for high definition.\nPD said so.\n“No,” said Ann Lee."),
    ("a form", "Title: A bridge\nAuthor: Jo Hart\nThe bridge is old."),
    ("nothing", ""),
]


@pytest.mark.parametrize(("label", "text"), NO_EXPORTS, ids=[case[0] for case in NO_EXPORTS])
def test_what_is_no_export_stays_whole(label: str, text: str) -> None:
    """One sign of an export is none."""
    assert parted(text) == []


@given(st.lists(st.sampled_from([*NEXIS_NEW.split("\n"), *FACTIVA.split("\n"), *NEXIS_OLD.split("\n"), *PROQUEST.split("\n")])))
def test_any_mix_of_lines_is_taken_apart(lines: list[str]) -> None:
    """Bodies go forward, inside the text."""
    text = "\n".join(lines)
    for part in parted(text):
        assert all(0 <= span.start < span.end <= len(text) for span in part.body)


RICH = [
    ("marks by name", r"\ldblquote We go,\rdblquote  she said.", "“We go,” she said."),
    ("marks by byte", r"\'93We go,\'94 she said.", "“We go,” she said."),
    ("marks by number", r"\u8220?We go,\u8221? she said.", "“We go,” she said."),
    ("a number with two characters to skip", r"\uc2\u8220''We go,\u8221'' she said.", "“We go,” she said."),
    ("a number and a byte to skip", r"\u8220\'93We go,\u8221\'94", "“We go,”"),
    ("a pair of halves", r"\u-10179?\u-8704?", "😀"),
    ("a group that is no text", r"{\*\generator Word;}{\pict 0102}We {\b go}{\footer no}.", "We go."),
    ("escaped braces", r"\{a\} \\ b", "{a} \\ b"),
    ("another code page", r"\ansicpg1251\'cf\'e0", "Па"),
    ("spaces and hyphens", r"a\~b\_c\-d", "a\u00a0b\u2011c\u00add"),
    ("a table", r"one\cell two\cell\row three", "one\ttwo\t\nthree"),
    ("groups that do not end", r"{{{We go.", "We go."),
    ("groups that end too often", r"We go.}}}", "We go."),
]


@pytest.mark.parametrize(("label", "markup", "text"), RICH, ids=[case[0] for case in RICH])
def test_rich_text(tmp_path: Path, label: str, markup: str, text: str) -> None:
    """Its words as one reads them."""
    (source,) = read(tmp_path / "x.rtf", "{\\rtf1\\ansi " + markup + "}")
    assert (source.text, source.format) == (text, "rtf")


@given(st.text(st.sampled_from(list("{}\\'*u8220?ab \n;-par"))))
def test_any_rich_text_is_read_or_refused(markup: str) -> None:
    """Never another error."""
    import io

    from quotecli.errors import UnreadableSource
    from quotecli.read.blob import blob
    from quotecli.read.rtf import read as rich

    with contextlib.suppress(UnreadableSource):
        list(rich(blob("x", "x", io.BytesIO(b"{\\rtf1 " + markup.encode())), ReadOptions()))


def test_a_feed_gives_its_full_texts(tmp_path: Path) -> None:
    """Not its teasers, and what it says of each."""
    (source,) = read(tmp_path / "x.xml", as_feed())
    told = (source.id, source.title, source.publisher, source.published, source.author, source.url)
    assert told == ("x#1", "Bridge", "The Post", "2024-05-01T10:00:00+00:00", "Jo Hart", "https://post.example/1")
    assert source.text == STORY


def test_an_atom_feed(tmp_path: Path) -> None:
    """Its content is markup that was escaped, or not."""
    entry = "<entry><title>Bridge</title><link href='https://post.example/1'/><published>2024-05-01T10:00:00Z</published>{}</entry>"
    contents = (
        "<content type='html'>&lt;p&gt;We &amp;ldquo;go&amp;rdquo;.&lt;/p&gt;</content>",
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>We “go”.</div></content>",
        "<summary>We “go”.</summary>",
    )
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Post</title>{''.join(map(entry.format, contents))}</feed>"
    found = read(tmp_path / "x.atom", feed)
    assert [(one.text, one.published, one.url) for one in found] == [("We “go”.", "2024-05-01T10:00:00Z", "https://post.example/1")] * 3


REFUSED = [
    ("x.rtf", b"hello", "is no rich text: it does not begin with {\\rtf"),
    ("x.rtf", b"{\\rtf1 " + b"{" * 6000, "is nested too deeply"),
    ("x.xml", b"<rss><channel><item><title>a", "is not well-formed XML (no element found: line 1, column 28)"),
    ("x.xml", b"<rss><channel/></rss>", "is no feed: it has no entries"),
    ("x.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><rss/>", "is XML with a document type of its own, which no feed has"),
    ("x.odt", b"PK", "is no OpenDocument text, or cut short"),
    ("x.epub", b"no", "is no EPUB, or cut short"),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED)
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """In one line."""
    (tmp_path / name).write_bytes(data)
    assert list(read_sources([str(tmp_path / name)])) == [Skipped(str(tmp_path / name), reason)]


@pytest.mark.parametrize("make", [as_odt, as_epub], ids=["odt", "epub"])
def test_what_unpacks_to_too_much_is_refused(tmp_path: Path, make: object) -> None:
    """The limit counts what a file unpacks to."""
    path = tmp_path / f"x.{'odt' if make is as_odt else 'epub'}"
    path.write_bytes(make(["word " * 40_000]))  # type: ignore[operator]
    (found,) = read_sources([str(path)], ReadOptions(max_size=100_000))
    assert found == Skipped(str(path), "unpacks to more than 0.1 MB; raise --max-size to read it")


def test_a_book_gives_its_chapters(tmp_path: Path) -> None:
    """In their order."""
    found = read(tmp_path / "x.epub", as_epub([STORY, "The end."]))
    assert [(one.id, one.text, one.author) for one in found] == [("x#1", STORY, "Jo Hart"), ("x#2", "The end.", "Jo Hart")]


def test_rich_text_tells_its_title(tmp_path: Path) -> None:
    """And its author."""
    (source,) = read(tmp_path / "x.rtf", as_rtf())
    assert (source.title, source.author, source.text.split()) == ("Bridge", "Jo Hart", STORY.split())


FIELDS = [
    ("entities", "&ldquo;We go,&rdquo; she said. &#8220;R&amp;D.&#8221;", "“We go,” she said. “R&D.”"),
    ("paragraphs", '<p>“We <a href="/x">go</a>,” she said.</p><p>She left.</p>', "“We go,” she said.\n\nShe left."),
    ("a line break", "We go.<br>She left.", "We go.\nShe left."),
    ("emphasis between empty lines", "“We <em>go</em>,” she said.\n\nShe left.", "“We go,” she said.\n\nShe left."),
    ("a script", "<p>We go.</p><script>alert(1)</script>", "We go."),
    ("a list", "<ul><li>One.</li><li>Two.</li></ul>", "One.\n\nTwo."),
    ("less than", "if a < b and b > c, R&D and AT&T", "if a < b and b > c, R&D and AT&T"),
    ("a tag that is none", "the <sic> sign", "the <sic> sign"),
    ("marks of Windows", "\x93We go,\x94 she said.", "“We go,” she said."),
]


@pytest.mark.parametrize(("label", "field", "text"), FIELDS, ids=[case[0] for case in FIELDS])
def test_markup_in_a_field_is_read_as_a_page_shows_it(tmp_path: Path, label: str, field: str, text: str) -> None:
    """In JSON, JSON Lines and CSV alike; what only looks like markup stays."""
    quoted = '"' + field.replace('"', '""') + '"'
    for name, data in (
        ("x.jsonl", json.dumps({"text": field})),
        ("x.json", json.dumps([{"text": field}])),
        ("x.csv", "text,title\n" + quoted + ",x\n"),
    ):
        (source,) = read(tmp_path / name, data)
        assert source.text == text, name
