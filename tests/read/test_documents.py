"""Mail, crawls, Word and PDF: real files, and bad ones."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from quotecli.model import Skipped, Source
from quotecli.read import ReadOptions, read_sources
from quotecli.read.pdf import paragraphs
from tests.read.making import PAGE, STORY, TITLE, as_docx, as_mbox, as_pdf, as_warc


def read(path: Path, data: bytes | str, **options: object) -> list[Source | Skipped]:
    """What a file of this content gives."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read_sources([str(path)], ReadOptions(**options)))  # type: ignore[arg-type]


def reasons(found: list[Source | Skipped]) -> list[str]:
    """The texts' ids, and the complaints."""
    return [s.id if isinstance(s, Source) else s.reason for s in found]


# -- mail ----------------------------------------------------------------------------------------------------------------


def test_a_mailbox_holds_an_article_a_message(tmp_path: Path) -> None:
    """Its subject, sender and date are known; a line that begins with "From" inside a message comes back as it was."""
    found = read(tmp_path / "x.mbox", as_mbox([STORY, "From the start it was clear.\n\nFrom here on too."]))
    assert [s.id for s in found if isinstance(s, Source)] == ["x#1", "x#2"]
    first, second = found
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert (first.text.strip(), first.title, first.author, first.published) == (STORY, TITLE, "Jo Hart", "2024-05-01T10:00:00+00:00")
    assert second.text.strip() == "From the start it was clear.\n\nFrom here on too."


MAILS = [
    ("plain", "Subject: A\n\nText.", "Text."),
    ("a charset", b"Subject: A\nContent-Type: text/plain; charset=windows-1252\n\nCaf\xe9.", "Café."),
    ("a wrong charset", "Subject: A\nContent-Type: text/plain; charset=us-ascii\n\nCafé.", "Café."),
    ("quoted-printable", "Subject: A\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nCaf=C3=A9 =\nopen.", "Café open."),
    ("HTML alone", f"Subject: A\nContent-Type: text/html; charset=utf-8\n\n{PAGE}", STORY),
    ("both", f"Subject: A\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nPlain.\n--b\nContent-Type: text/html\n\n{PAGE}\n--b--", "Plain."),
]  # fmt: skip


@pytest.mark.parametrize(("label", "data", "text"), MAILS, ids=[case[0] for case in MAILS])
def test_a_message_is_its_readable_part(tmp_path: Path, label: str, data: bytes | str, text: str) -> None:
    """Decoded as it declares, if that fits."""
    (source,) = read(tmp_path / "x.eml", data)
    assert isinstance(source, Source), source
    assert (source.id, source.text.strip()) == ("x", text)


HEADERS = [
    ("From", "@", "author", None),
    ("From", "<a@b", "author", "a@b"),
    ("From", "a@[", "author", None),
    ("From", "Zoë Müller <z@post.example>", "author", "Zoë Müller"),
    ("Date", "Mon, 1 Jan 99999999999999999999 10:00:00 +0000", "published", None),
    ("Date", "Mon, 1 Jan 2024 10:00:00 +99999999999999999999", "published", None),
    ("Content-Type", "text/plain; charset*=", "title", TITLE),
    ("Content-Type", "text/plain; x*0*=utf-8", "title", TITLE),
    ("Content-Disposition", "inline; filename*=", "title", TITLE),
    ("Subject", "=?punycode?q?" + "a" * 200 + "-" + "b" * 200_000 + "?=", "author", None),
]


@pytest.mark.parametrize(("name", "value", "told", "expected"), HEADERS)
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_a_header_that_cannot_be_read_is_left_out(
    tmp_path: Path, name: str, value: str, told: str, expected: str | None, encoding: str
) -> None:
    """And its message kept; bytes that no header may hold are read as what they are."""
    subject = "" if name == "Subject" else "Subject: =?utf-8?q?Bridge_=E2=80=9Cto_close=E2=80=9D?=\n"
    (source,) = read(tmp_path / "x.eml", f"{name}: {value}\n{subject}\nText.".encode(encoding))
    assert isinstance(source, Source), source
    assert (source.text, getattr(source, told)) == ("Text.", expected)


def test_one_bad_message_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the library raises."""
    monkeypatch.setattr("quotecli.read.mbox._sender", lambda message: {"2.": "Jo Hart"}[message.get_content().strip()])
    found = read(tmp_path / "x.mbox", as_mbox(["1.", "2."]))
    assert reasons(found) == ["message 1: cannot be read (KeyError: '1.')", "x#2"]


BAD_MAILS = [
    ("no text", "Subject: A\nContent-Type: image/png\n\nxxxx", "has no text"),
    ("an empty message", "Subject: A\n\n\n", "is empty"),
    ("an empty file", "", "is empty"),
    ("too large", "Subject: A\n\n" + "x" * 5000, "is larger than 1000 bytes; raise --max-size to read it"),
]


@pytest.mark.parametrize(("label", "data", "reason"), BAD_MAILS, ids=[case[0] for case in BAD_MAILS])
def test_a_message_without_an_article_is_passed_over(tmp_path: Path, label: str, data: str, reason: str) -> None:
    """In one line."""
    assert reasons(read(tmp_path / "x.eml", data, max_size=1000)) == [reason]


# -- WARC ----------------------------------------------------------------------------------------------------------------

LATIN = "<html><body><p>Zoë Müller said that the café on the harbour would close for good.</p></body></html>".encode("latin-1")


def test_a_crawl_holds_an_article_a_page(tmp_path: Path) -> None:
    """With its address; pictures, errors and other records are no articles, and an empty page is passed over."""
    pytest.importorskip("fastwarc")
    pages = [
        ("https://post.example/1", "text/html", PAGE.encode(), 200),
        ("https://post.example/x.png", "image/png", b"\x89PNG\0", 200),
        ("https://post.example/gone", "text/html", PAGE.encode(), 404),
        ("https://post.example/app", "text/html", b"<html><body></body></html>", 200),
        ("https://post.example/2", "text/html; charset=iso-8859-1", LATIN, 200),
        ("https://post.example/3", "text/plain", STORY.encode(), 200),
    ]
    for name, packed in (("x.warc", False), ("y.warc.gz", True)):
        found = read(tmp_path / name, as_warc(pages, packed))
        assert [s.url for s in found if isinstance(s, Source)] == [f"https://post.example/{n}" for n in (1, 2, 3)]
        assert reasons(found)[1] == "record 5 (https://post.example/app): has no paragraphs of text"
        assert [s.text for s in found if isinstance(s, Source)][1] == "Zoë Müller said that the café on the harbour would close for good."


@pytest.mark.parametrize(("data", "reason"), [(b"", "is no WARC file, or empty"), (b"nothing of the kind\n" * 50, "is ")])
def test_what_is_no_crawl_is_passed_over(tmp_path: Path, data: bytes, reason: str) -> None:
    """In one line."""
    pytest.importorskip("fastwarc")
    assert reasons(read(tmp_path / "x.warc", data))[0].startswith(reason)


def test_a_crawl_cut_short_gives_what_it_holds(tmp_path: Path) -> None:
    """The pages before the cut."""
    pytest.importorskip("fastwarc")
    pages = [(f"https://post.example/{n}", "text/html", PAGE.encode(), 200) for n in range(3)]
    found = read(tmp_path / "x.warc.gz", as_warc(pages, packed=True)[:-100])
    assert [s.url for s in found if isinstance(s, Source)][:2] == ["https://post.example/0", "https://post.example/1"]


PACKED = [
    ("gzip", "Content-Encoding: gzip", gzip.compress(PAGE.encode()), STORY),
    ("chunks of gzip", "Content-Encoding: GZIP\r\nTransfer-Encoding: chunked", b"%x\r\n%s\r\n0\r\n\r\n" % (len(gzip.compress(PAGE.encode())), gzip.compress(PAGE.encode())), STORY),
    ("deflate", "Content-Encoding: deflate", zlib.compress(PAGE.encode()), STORY),
    ("no gzip", "Content-Encoding: gzip", PAGE.encode(), "is not packed as it says (Gzip decompression error: data error)"),
    ("no chunks", "Transfer-Encoding: chunked", PAGE.encode(), "is not packed as it says"),
    ("unknown", "Content-Encoding: magic", PAGE.encode(), "is packed in a way that is not known (magic)"),
    ("too large", "Content-Encoding: gzip", gzip.compress(b"x" * 50_000_000), "is larger than 1 MB; raise --max-size to read it"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "headers", "body", "said"), PACKED, ids=[case[0] for case in PACKED])
def test_a_page_that_cannot_be_unpacked_costs_itself(tmp_path: Path, label: str, headers: str, body: bytes, said: str) -> None:
    """The next one is read."""
    pytest.importorskip("fastwarc")
    pages = [("https://post.example/1", f"text/html\r\n{headers}", body, 200), ("https://post.example/2", "text/html", PAGE.encode(), 200)]
    first, second = read(tmp_path / "x.warc", as_warc(pages), max_size=1_000_000)
    assert said in (first.text if isinstance(first, Source) else first.reason)
    assert isinstance(second, Source)
    assert (second.id, second.text) == ("x#3", STORY)


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_that_is_cut_is_no_article(tmp_path: Path, packed: bool) -> None:
    """Half of it might say the opposite."""
    pytest.importorskip("fastwarc")
    found = read(tmp_path / "x.warc", as_warc([("https://post.example/1", "text/html", PAGE.encode(), 200)] * 2, packed)[:-60])
    assert reasons(found)[:2] == ["x#2", "record 3 (https://post.example/1): is cut short"]


# -- Word ----------------------------------------------------------------------------------------------------------------


def test_a_word_document_is_its_paragraphs(tmp_path: Path) -> None:
    """With those in tables and links; title and author as it says."""
    docx = pytest.importorskip("docx")
    document = docx.Document(io.BytesIO(as_docx()))
    document.add_table(1, 2).cell(0, 1).text = "In a table."
    paragraph = document.add_paragraph("One\ttab, one")
    paragraph.add_run().add_break()
    paragraph.add_run("break, ").bold = True
    paragraph.add_run("bold.")
    document.save(tmp_path / "x.docx")
    (source,) = read_sources([str(tmp_path / "x.docx")])
    assert isinstance(source, Source)
    assert source.text == STORY.replace("\n\n", "\n") + "\nIn a table.\nOne\ttab, one\nbreak, bold."
    assert (source.title, source.author, source.format) == (TITLE, "Jo Hart", "docx")


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = f"<w:document {W}><w:body><w:p><w:r><w:t>We will </w:t></w:r>%s</w:p></w:body></w:document>"


def with_body(xml: str) -> bytes:
    """A Word document with this inside."""
    return replaced(as_docx(), "word/document.xml", xml.encode())


def replaced(data: bytes, part: str, content: bytes) -> bytes:
    """A Word document with another content of one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    """A piece of a picture."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PICTURE = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)


def test_tracked_changes_count_as_accepted(tmp_path: Path) -> None:
    """What was inserted stands in the text, what was deleted does not."""
    pytest.importorskip("docx")
    changes = "<w:ins><w:r><w:t>not </w:t></w:r></w:ins><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>go.</w:t></w:r>"
    (source,) = read(tmp_path / "x.docx", with_body(BODY % changes))
    assert isinstance(source, Source)
    assert source.text == "We will not go."


def test_footnotes_come_after_the_text(tmp_path: Path) -> None:
    """Word keeps them in a part of their own."""
    docx = pytest.importorskip("docx")
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = docx.Document(io.BytesIO(as_docx(["We will go.", "Soon."])))
    notes = f"<w:footnotes {W}><w:footnote><w:p><w:r><w:t>She said “no” before.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.save(tmp_path / "x.docx")
    (source,) = read_sources([str(tmp_path / "x.docx")])
    assert isinstance(source, Source)
    assert source.text == "We will go.\nSoon.\nShe said “no” before."


def test_a_document_opens_no_other_file(tmp_path: Path) -> None:
    """An entity that names a file of the reader's is not filled in."""
    pytest.importorskip("docx")
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    doctype = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{secret}">]>'
    found = read(tmp_path / "x.docx", with_body(doctype + BODY % "<w:r><w:t>&x; go.</w:t></w:r>"))
    assert "secret" not in "".join(s.text if isinstance(s, Source) else s.reason for s in found)


def test_a_document_of_many_laughs_ends(tmp_path: Path) -> None:
    """Entities made of entities do not fill the memory."""
    pytest.importorskip("docx")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    found = read(tmp_path / "x.docx", with_body(f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]>' + BODY % "<w:r><w:t>&l11; go.</w:t></w:r>"))
    assert len(found) == 1
    assert not isinstance(found[0], Source) or len(found[0].text) < 1000


BAD_DOCUMENTS = [
    ("no ZIP", b"text", "is no Word document, or cut short"),
    ("another ZIP", b"PK\x05\x06" + b"\0" * 18, "is no Word document that can be read"),
    ("broken XML", None, "is no Word document that can be read"),
]


@pytest.mark.parametrize(("label", "data", "reason"), BAD_DOCUMENTS, ids=[case[0] for case in BAD_DOCUMENTS])
def test_what_is_no_document_is_passed_over(tmp_path: Path, label: str, data: bytes | None, reason: str) -> None:
    """In one line."""
    pytest.importorskip("docx")
    assert reasons(read(tmp_path / "x.docx", data if data is not None else with_body("<w:document")))[0].startswith(reason)


def test_a_document_that_unpacks_too_large_is_not_unpacked(tmp_path: Path) -> None:
    """What it says it holds is looked at first."""
    pytest.importorskip("docx")
    found = read(tmp_path / "x.docx", with_body(BODY % f"<w:r><w:t>{'x' * 5_000_000}</w:t></w:r>"), max_size=1_000_000)
    assert reasons(found) == ["unpacks to more than 1 MB; raise --max-size to read it"]


def test_pictures_are_not_unpacked(tmp_path: Path) -> None:
    """However large they say they are: the text needs none of them."""
    docx = pytest.importorskip("docx")
    document = docx.Document(io.BytesIO(as_docx()))
    document.add_picture(io.BytesIO(PICTURE))
    out = io.BytesIO()
    document.save(out)
    (source,) = read(tmp_path / "x.docx", replaced(out.getvalue(), "word/media/image1.png", b"x" * 3_000_000), max_size=1_000_000)
    assert isinstance(source, Source)
    assert source.text == STORY.replace("\n\n", "\n")
    (source,) = with_broken(tmp_path / "y.docx", out.getvalue(), "word/media/image1.png")
    assert isinstance(source, Source)


def with_broken(path: Path, data: bytes, name: str) -> list[Source | Skipped]:
    """What the document gives when one of its parts cannot be unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        start = archive.getinfo(name).header_offset + 30 + len(name)
    return read(path, data[:start] + b"\xff" * 8 + data[start + 8 :])


def test_a_document_of_the_future_is_passed_over(tmp_path: Path) -> None:
    """In one line."""
    pytest.importorskip("docx")
    data = as_docx().replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\x63")
    assert reasons(read(tmp_path / "x.docx", data)) == ["cannot be unpacked (zip file version 9.9)"]


# -- PDF -----------------------------------------------------------------------------------------------------------------


def test_a_pdf_is_the_text_of_its_pages(tmp_path: Path) -> None:
    """Lines that one paragraph was broken into are joined."""
    pytest.importorskip("pypdfium2")
    (source,) = read(tmp_path / "x.pdf", as_pdf())
    assert isinstance(source, Source)
    assert (
        source.text
        == 'The council voted on Tuesday to close the bridge, and the leader left.\n"We have waited far too long," said Ann Lee.'
    )
    assert source.format == "pdf"


def test_words_that_a_line_broke_are_whole(tmp_path: Path) -> None:
    """With a hyphen only where the document writes one elsewhere."""
    pytest.importorskip("pypdfium2")
    (source,) = read(
        tmp_path / "x.pdf",
        as_pdf(["The minister said that the govern-", "ment is well-known, and will be well-", "known for its long and full lines."]),
    )
    assert isinstance(source, Source)
    assert source.text == "The minister said that the government is well-known, and will be well-known for its long and full lines."


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            "a full line of words here\nand its rest.\nAnother full line of words\nends.",
            "a full line of words here and its rest.\nAnother full line of words ends.",
        ),
        ("Title\n\na full line of words here\nmore.", "Title\n\na full line of words here more."),
        ("", ""),
    ],
)
def test_the_lines_of_a_page_become_paragraphs(page: str, text: str) -> None:
    """A line shorter than the others ends one."""
    assert paragraphs(page) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 nothing", "is no PDF that can be read, or damaged"),
        (b"", "is empty"),
        (None, "has no text; if it was scanned, it takes text recognition first"),
    ],
)
def test_what_is_no_pdf_with_text_is_passed_over(tmp_path: Path, data: bytes | None, reason: str) -> None:
    """In one line."""
    pytest.importorskip("pypdfium2")
    assert reasons(read(tmp_path / "x.pdf", as_pdf([]) if data is None else data)) == [reason]


def pdf_of(content: bytes, filters: bytes, title: bytes = b"(T)") -> bytes:
    """A page whose content is packed like this."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(content), filters, content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Title %s/Author(Jo Hart)>>" % title,
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 7\n0000000000 65535 f \n%strailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(out))


DRAWN = b'BT /F1 12 Tf 72 720 Td ("We will open," said Ann Lee.) Tj ET\n'


@pytest.mark.parametrize("layers", [1, 2])
def test_a_pdf_that_unpacks_too_large_is_not_unpacked(tmp_path: Path, layers: int) -> None:
    """However often its content is packed; an honest one is read."""
    pytest.importorskip("pypdfium2")
    for content, said in ((DRAWN, "x"), (DRAWN + b" " * 5_000_000, "unpacks to more than 1 MB; raise --max-size to read it")):
        packed = content
        for _ in range(layers):
            packed = zlib.compress(packed)
        assert reasons(read(tmp_path / "x.pdf", pdf_of(packed, b"/FlateDecode" * layers), max_size=1_000_000)) == [said]


def test_a_title_that_is_no_text_is_left_out(tmp_path: Path) -> None:
    """And the article kept."""
    pytest.importorskip("pypdfium2")
    (source,) = read(tmp_path / "x.pdf", pdf_of(zlib.compress(DRAWN), b"/FlateDecode", b"(\xfe\xff\xd8\x00\x00A)"))
    assert isinstance(source, Source)
    assert (source.text, source.title, source.author) == ('"We will open," said Ann Lee.', None, "Jo Hart")
