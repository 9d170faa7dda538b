"""Every row of the documentation's table of formats: files of it through the command, with its options, to what they say and of what."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import re
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import ROOT, Run

from tests.cli.test_every_format import as_tar, as_zip, as_zst
from tests.read import making
from tests.read.making import PAGE, ROW, STORY, TITLE
from tests.read.test_exports import FACTIVA, NEXIS_NEW, NEXIS_OLD, PROQUEST, TOLD

WORDS, SPEAKER = "We have waited far too long,", "Ann Lee"
KNOWN = {"title": TITLE, "publisher": "The Post", "published": "2024-05-01", "author": "Jo Hart"}


class Case(NamedTuple):
    """A file, what makes it, the options it wants, what is to be known of it, and the library it takes."""

    name: str
    make: Callable[[], bytes | str]
    options: Sequence[str] = ()
    known: dict[str, str] = {}  # noqa: RUF012  # never written to
    library: str | None = None


def mail() -> bytes:
    """A message with a page and its plain words."""
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = TITLE, "Jo Hart <jo@post.example>", "Wed, 01 May 2024 10:00:00 +0000"
    message.set_content(STORY)
    message.add_alternative(PAGE, subtype="html")
    return message.as_bytes()


def mhtml() -> bytes:
    """A page as a browser saves it."""
    head = (
        "From: <Saved by Blink>\nSubject: Bridge\nMIME-Version: 1.0\nContent-Type: multipart/related; type=text/html; boundary=b\n\n--b\n"
    )
    return f"{head}Content-Type: text/html; charset=utf-8\nContent-Location: https://post.example/1\n\n{PAGE}\n--b--\n".encode()


def atom() -> str:
    """An entry with its full text."""
    text = "".join(f"<p>{p}</p>" for p in STORY.split("\n\n")).replace("<", "&lt;")
    return (
        f"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Post</title><entry><title>{TITLE}</title><author><name>Jo Hart</name></author>"
        f"<published>2024-05-01T10:00:00Z</published><content type='html'>{text}</content></entry></feed>"
    )


VTT = f"WEBVTT\n\n00:01.000 --> 00:02.000\n“{WORDS[:15]}\n\n00:02.000 --> 00:03.000\n{WORDS[15:].strip()}” said Ann Lee.\n"
SRT = f"1\n00:00:01,000 --> 00:00:02,000\n“{WORDS[:15]}\n\n2\n00:00:02,000 --> 00:00:03,000\n{WORDS[15:].strip()}” said Ann Lee.\n"
FEW = {"title": "Bridge", "author": "Jo Hart"}
AS_BODY = [{**{name: value for name, value in ROW.items() if name != "text"}, "body": STORY, "note": "No."}]
AS_HEADLINE = [{("headline" if name == "title" else name): value for name, value in ROW.items()}]
PACKED = [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)]

CASES: dict[str, list[Case]] = {
    "plain text, Markdown": [
        Case("a.txt", STORY.encode),
        Case("a.md", lambda: f"# Bridge\n\n{STORY.replace('Ann Lee', '**Ann Lee**')}"),
        Case("a.txt", lambda: STORY.encode("cp1252"), ["--encoding", "cp1252"]),
        Case("a.txt", lambda: STORY.encode("utf-16"), ["--encoding", "utf-16"]),
    ],
    "HTML as saved from a browser": [Case("a.html", making.html, known={"title": TITLE}), Case("page", making.html)],
    "— by way of trafilatura": [Case("a.html", making.html, ["--reader", "trafilatura"], {"title": TITLE}, "trafilatura")],
    "JSON, JSON Lines": [
        Case("a.jsonl", making.as_jsonl, known=KNOWN),
        Case("a.json", lambda: json.dumps([ROW]), known=KNOWN),
        Case("a.jsonl", lambda: making.as_jsonl(AS_BODY), ["--text-field", "body"], KNOWN),
        Case("a.jsonl", lambda: making.as_jsonl([{**ROW, "text": PAGE}]), known=KNOWN),
    ],
    "CSV, TSV": [
        Case("a.csv", making.as_csv, known=KNOWN),
        Case("a.tsv", lambda: making.as_csv(delimiter="\t"), known=KNOWN),
        Case("a.csv", lambda: making.as_csv(AS_HEADLINE, ";"), ["--title-field", "headline"], KNOWN),
    ],
    "Parquet": [Case("a.parquet", making.as_parquet, known=KNOWN, library="pyarrow")],
    "WARC": [
        Case("a.warc", making.as_warc, known={"title": TITLE}, library="fastwarc"),
        Case("a.warc.gz", lambda: making.as_warc(packed=True), known={"title": TITLE}, library="fastwarc"),
    ],
    "mail": [
        Case("a.mbox", making.as_mbox, known={"title": TITLE, "author": "Jo Hart"}),
        Case("a.eml", mail, known={"title": TITLE, "author": "Jo Hart"}),
        Case("a.mhtml", mhtml, known={"title": "Bridge"}),
    ],
    "Word": [Case("a.docx", making.as_docx, known={"title": TITLE, "author": "Jo Hart"}, library="docx")],
    "exports of Nexis, Factiva, ProQuest": [],  # below, for they hold several
    "rich text, OpenDocument": [Case("a.rtf", making.as_rtf, known=FEW), Case("a.odt", making.as_odt, known={"title": "Bridge"})],
    "EPUB": [Case("a.epub", making.as_epub, known=FEW)],
    "RSS, Atom": [
        Case("a.rss", making.as_feed, known={**FEW, "publisher": "The Post", "published": "2024-05-01"}),
        Case("a.xml", making.as_feed, known=FEW),
        Case("a.atom", atom, known=KNOWN),
    ],
    "captions": [Case("a.vtt", lambda: VTT), Case("a.srt", lambda: SRT)],
    "PDF": [Case("a.pdf", making.as_pdf, library="pypdfium2")],
    "compressed: gz, bz2, xz, zst": [
        *(Case(f"a.txt.{suffix}", lambda pack=pack: pack(STORY.encode())) for suffix, pack in PACKED),  # type: ignore[misc]
        *(Case(f"a.jsonl.{suffix}", lambda pack=pack: pack(making.as_jsonl()), known=KNOWN) for suffix, pack in PACKED),  # type: ignore[misc]
        Case("a.txt.zst", as_zst, library="zstandard"),
    ],
    "zip, tar": [Case("a.zip", as_zip), Case("a.tar", as_tar), Case("a.tar.gz", lambda: gzip.compress(as_tar()))],
}


def rows() -> list[str]:
    """The first column of the table of what is read."""
    page = (ROOT / "docs" / "pages" / "formats.md").read_text()
    return re.findall(r"^\| ([^|]+) \| `", page[: page.index("## Out")], re.MULTILINE)


def test_the_table_and_the_cases_are_of_the_same_formats() -> None:
    """A row without a file of it would be a promise that nobody holds."""
    assert rows() == list(CASES)


ALL = [pytest.param(case, id=f"{case.name} {' '.join(case.options)}".strip()) for cases in CASES.values() for case in cases]


@pytest.mark.parametrize("case", ALL)
def test_a_file_of_every_row(quotes: Run, tmp_path: Path, case: Case) -> None:
    """Its quotation, who said it, and what the file says of its article; without a remark."""
    if case.library:
        pytest.importorskip(case.library)
    made = case.make()
    (tmp_path / case.name).write_bytes(made if isinstance(made, bytes) else made.encode())
    answer = quotes("extract", case.name, *case.options, "--json")
    assert (answer.status, answer.err) == (0, "")
    told = json.loads(answer.raw)
    assert [(one["text"], one["speaker"]["name"]) for one in told["quotes"]][:1] == [(WORDS, SPEAKER)]
    (source,) = told["sources"]
    assert {name: (source[name] or "")[: len(value)] for name, value in case.known.items()} == case.known


# ---- exports ---------------------------------------------------------------------------------------------------------
LAYOUTS = {"Nexis Uni": NEXIS_NEW, "old Nexis": NEXIS_OLD, "Factiva": FACTIVA, "ProQuest": PROQUEST}


def rich(text: str) -> bytes:
    """In rich text, as Word writes it."""
    lines = ("".join(f"\\u{ord(c)}?" if ord(c) > 127 else c for c in line) for line in text.split("\n") if line)
    return ("{\\rtf1 " + "\\par\n".join(lines) + "}").encode()


EXPORTS: list[tuple[str, Callable[[], bytes | str]]] = [
    *((f"{name}.txt", text.encode) for name, text in LAYOUTS.items()),
    *((f"{name}.rtf", lambda text=text: rich(text)) for name, text in LAYOUTS.items()),  # type: ignore[misc]
    *((f"{name}.docx", lambda text=text: making.as_docx([line for line in text.split("\n") if line])) for name, text in LAYOUTS.items()),  # type: ignore[misc]
    *((f"{name}.odt", lambda text=text: making.as_odt([line for line in text.split("\n") if line])) for name, text in LAYOUTS.items()),  # type: ignore[misc]
    ("Factiva, lines.html", lambda: making.factiva_list(TOLD)),
    ("Factiva, table.html", lambda: making.factiva_table(TOLD)),
]


@pytest.mark.parametrize(("name", "make"), EXPORTS, ids=[case[0] for case in EXPORTS])
def test_an_export_in_every_dress(quotes: Run, tmp_path: Path, name: str, make: Callable[[], bytes | str]) -> None:
    """Each article with its headline, outlet, date and byline; nobody of one says what the other printed."""
    if name.endswith(".docx"):
        pytest.importorskip("docx")
    made = make()
    (tmp_path / name).write_bytes(made if isinstance(made, bytes) else made.encode())
    answer = quotes("extract", name, "--json")
    assert (answer.status, answer.err) == (0, "")
    told = json.loads(answer.raw)
    known = [(one["title"], one["publisher"], one["published"], (one["author"] or "").removeprefix("By ")) for one in told["sources"]]
    assert known == [one[:4] for one in TOLD]
    said = {one["text"]: one["speaker"] and one["speaker"]["name"] for one in told["quotes"]}
    assert said["We were given bad numbers in 2019,"] == "Karl Ortiz"
    assert said["I am sorry for every family,"] != "Karl Ortiz"


# ---- captions as a record --------------------------------------------------------------------------------------------
RECORDS = [
    ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Lee>We have waited far\n\n00:02.000 --> 00:03.000\n<v Ann Lee>too long.\n"),
    ("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nANN LEE: We have waited far\n\n2\n00:00:02,000 --> 00:00:03,000\ntoo long.\n"),
]


@pytest.mark.parametrize(("name", "captions"), RECORDS, ids=[case[0] for case in RECORDS])
def test_captions_are_a_record(quotes: Run, tmp_path: Path, name: str, captions: str) -> None:
    """What two of them say is one sentence, and its place is that in the file."""
    (tmp_path / name).write_text(captions, encoding="utf-8")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    answer = quotes("check", name, "story.txt", "--json")
    (first, *_) = json.loads(answer.raw)["verdicts"]
    assert first["verdict"] in ("verbatim", "typographic")
    assert captions[first["record"]["start"] :].startswith("We have waited far")
