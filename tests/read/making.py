"""Real files of every format, written with the format's own library."""

from __future__ import annotations

import csv
import ctypes
import gzip
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from zipfile import ZipFile

STORY = "The council voted on Tuesday to close the harbour bridge.\n\n“We have waited far too long,” said Ann Lee, the council’s leader.\n\n“No.”"
TITLE = "Bridge “to close”"
ROW = {
    "id": "a7",
    "title": TITLE,
    "date": "2024-05-01",
    "source": "The Post",
    "url": "https://post.example/1",
    "author": "Jo Hart",
    "text": STORY,
}
PAGE = (
    f"<!doctype html><html><head><title>{TITLE}</title></head><body><article>"
    + "".join(f"<p>{p}</p>" for p in STORY.split("\n\n"))
    + "</article></body></html>"
)


def html() -> bytes:
    """A page."""
    return PAGE.encode()


def as_jsonl(rows: Sequence[dict[str, str]] = (ROW,)) -> bytes:
    """A line an article."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def as_csv(rows: Sequence[dict[str, str]] = (ROW,), delimiter: str = ",") -> bytes:
    """A row an article, under the names."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def as_parquet(rows: Sequence[dict[str, str]] = (ROW,)) -> bytes:
    """A row an article."""
    import pyarrow
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(list(rows)), out)
    return out.getvalue()


def as_warc(
    pages: Sequence[tuple[str, str, bytes, int]] = (("https://post.example/1", "text/html; charset=utf-8", PAGE.encode(), 200),),
    packed: bool = False,
) -> bytes:
    """A record a page: address, type, body, status."""
    from fastwarc import WarcRecord, WarcRecordType

    out = io.BytesIO()
    for url, kind, body, status in (("", "", b"", 0), *pages):
        record = WarcRecord()
        if url:
            record.init_headers(WarcRecordType.response)
            record.headers.append("WARC-Target-URI", url)
            record.is_http = True
            head = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
            record.set_bytes_content(head.encode() + body)
        else:
            record.init_headers(WarcRecordType.warcinfo)
            record.set_bytes_content(b"software: test\r\n")
        one = io.BytesIO()
        record.write(one)
        out.write(gzip.compress(one.getvalue()) if packed else one.getvalue())
    return out.getvalue()


def as_mbox(texts: Sequence[str] = (STORY,)) -> bytes:
    """A mailbox with a message for each text."""
    import mailbox
    from email.message import EmailMessage
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        box = mailbox.mbox(Path(folder, "box"))
        for text in texts:
            message = EmailMessage()
            message["Subject"], message["From"], message["Date"] = TITLE, "Jo Hart <jo@post.example>", "Wed, 01 May 2024 10:00:00 +0000"
            message.set_content(text)
            box.add(message)
        box.close()
        return Path(folder, "box").read_bytes()


def as_docx(paragraphs: Sequence[str] = tuple(STORY.split("\n\n"))) -> bytes:
    """A Word document."""
    from docx import Document

    document = Document()
    document.core_properties.title = TITLE
    document.core_properties.author = "Jo Hart"
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_rtf() -> bytes:
    """Rich text as Word writes it."""
    body = "".join(f"\\u{ord(c)}?" if ord(c) > 127 else c for c in STORY).replace("\n\n", "\\par\n").encode()
    return b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\info{\\title Bridge}{\\author Jo Hart}}\\pard\\f0 " + body + b"\\par}"


def as_feed() -> bytes:
    """An RSS feed with full texts."""
    text = "".join(f"<p>{p}</p>" for p in STORY.split("\n\n"))
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Post</title><item><title>Bridge</title>'
        "<link>https://post.example/1</link><dc:creator>Jo Hart</dc:creator><pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate>"
        f"<description>A bridge.</description><content:encoded><![CDATA[{text}]]></content:encoded></item></channel></rss>"
    ).encode()


def _packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def as_odt(paragraphs: Sequence[str] = tuple(STORY.split("\n\n"))) -> bytes:
    """An OpenDocument text."""
    names = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    body = "".join(f"<text:p>{p}</text:p>" for p in paragraphs)
    meta = f'<office:document-meta {names} xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Bridge</dc:title></office:document-meta>'
    content = f"<office:document-content {names}><office:body>{body}</office:body></office:document-content>"
    return _packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "meta.xml": meta})


def as_epub(chapters: Sequence[str] = (STORY,)) -> bytes:
    """A book, a chapter a file."""
    pages = {
        f"OEBPS/c{n}.xhtml": "<html><body>" + "".join(f"<p>{p}</p>" for p in text.split("\n\n")) + "</body></html>"
        for n, text in enumerate(chapters)
    }
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml"/>' for n in range(len(chapters)))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Bridge</dc:title>'
        f"<dc:creator>Jo Hart</dc:creator></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    root = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfile full-path="OEBPS/content.opf"/></container>'
    return _packed({"mimetype": "application/epub+zip", "META-INF/container.xml": root, "OEBPS/content.opf": book, **pages})


def as_pdf(
    lines: Sequence[str] = (
        "The council voted on Tuesday to close the bridge, and",
        "the leader left.",
        '"We have waited far too long," said Ann Lee.',
    ),
) -> bytes:
    """A page with lines of text at places."""
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument.new()
    page = document.new_page(595, 842)
    for number, line in enumerate(lines):
        text = raw.FPDFPageObj_NewTextObj(document, b"Helvetica", 12.0)
        units = (line + "\0").encode("utf-16-le")
        raw.FPDFText_SetText(text, ctypes.cast(ctypes.create_string_buffer(units, len(units)), ctypes.POINTER(ctypes.c_ushort)))
        raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 50, 780 - 20 * number)
        raw.FPDFPage_InsertObject(page, text)
    page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


Article = tuple[str, str, str, str, str]
"""Headline, outlet, day (ISO 8601), byline, text."""


def _day(date: str) -> str:
    year, month, day = date.split("-")
    return f"{int(day)} {'January February March April May June'.split()[int(month) - 1]} {year}"


def factiva_list(articles: Sequence[Article]) -> str:
    """A page of Factiva's, what is known of an article in lines above its text."""
    return _factiva(
        f"<div id='hd'><span class='enHeadline'>{title}</span></div><div class='author'>By {author}</div><div>96 words</div><div>{_day(date)}</div>"
        f"<div>09:30</div><div>{outlet}</div><div>HARGAZ</div><div>3</div><div>English</div><div>(c) 2024 {outlet}</div>{_paragraphs(text)}"
        for title, outlet, date, author, text in articles
    )


def factiva_table(articles: Sequence[Article]) -> str:
    """Likewise, in a table of fields."""
    return _factiva(
        "<table>"
        + "".join(
            f"<tr><td><b>{code}</b>&nbsp;</td><td>{value}</td></tr>"
            for code, value in (
                ("HD", f"<span class='enHeadline'>{title}</span>"), ("BY", author), ("WC", "96 words"), ("PD", _day(date)), ("SN", outlet),
                ("SC", "HARGAZ"), ("LA", "English"), ("LP", _paragraphs(text[: text.index("\n\n")])), ("TD", _paragraphs(text[text.index("\n\n") + 2 :])),
                ("NS", "gtrans : Transport"), ("AN", "Document HARGAZ0020240304ek3400"),
            )
        )
        + "</table>"
        for title, outlet, date, author, text in articles
    )  # fmt: skip


def _paragraphs(text: str) -> str:
    return "".join(f"<p class='articleParagraph enarticleParagraph'>{p}</p>" for p in text.split("\n\n"))


def _factiva(articles: Iterable[str]) -> str:
    whole = "".join(f'<div class="article enArticle">{one}<p>Document HARGAZ0020240304ek3400</p></div><br/>' for one in articles)
    return f"<html><head><title>Factiva</title></head><body><div id='articles'>{whole}</div><p>© 2024 Factiva, Inc. All rights reserved.</p></body></html>"
