"""Plain text and Markdown: the text as it came, its encoding named, and what is no text passed over."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.errors import Misuse
from quotecli.model import Skipped, Source
from quotecli.read import ReadOptions, read_sources
from quotecli.read.decode import decode
from quotecli.read.mend import mended

SAID = "“We won’t,” said Zoë Müller – “not in São Paulo…”"

ENCODED = [
    ("ASCII", b'"Fine," he said.', '"Fine," he said.', "utf-8"),
    ("UTF-8", SAID.encode(), SAID, "utf-8"),
    ("UTF-8 with a byte order mark", codecs.BOM_UTF8 + SAID.encode(), SAID, "utf-8 (byte order mark)"),
    ("UTF-16, little end", codecs.BOM_UTF16_LE + SAID.encode("utf-16-le"), SAID, "utf-16-le (byte order mark)"),
    ("UTF-16, big end", codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"), SAID, "utf-16-be (byte order mark)"),
    ("UTF-32, whose mark begins like UTF-16's", codecs.BOM_UTF32_LE + SAID.encode("utf-32-le"), SAID, "utf-32-le (byte order mark)"),
    ("UTF-16 without a mark", SAID.encode("utf-16-le"), SAID, "utf-16-le (assumed)"),
    ("UTF-16 without a mark, big end", SAID.encode("utf-16-be"), SAID, "utf-16-be (assumed)"),
    ("Windows", SAID.encode("windows-1252"), SAID, "windows-1252 (assumed)"),
    ("one curly apostrophe from Windows", "He said it’s fine.".encode("windows-1252"), "He said it’s fine.", "windows-1252 (assumed)"),
    ("Latin-1", "Zoë Müller said: “…".replace("“…", "so").encode("latin-1"), "Zoë Müller said: so", "windows-1252 (assumed)"),
    ("one pound sign from Latin-1", b"It cost \xa3500, he said.", "It cost £500, he said.", "windows-1252 (assumed)"),
    ("an old Mac", SAID.encode("mac-roman"), SAID, "mac-roman (assumed)"),
    ("Russian", "Привет, мир. Это статья о погоде.".encode("windows-1251"), "Привет, мир. Это статья о погоде.", "windows-1251 (assumed)"),
    ("UTF-8 with a bad byte", SAID.encode() + b" caf\xe9 closed", SAID + " caf\ufffd closed", "utf-8 (1 bad place replaced)"),
    ("UTF-8 cut inside a character", SAID.encode()[:-4], SAID[:-2] + "\ufffd", "utf-8 (1 bad place replaced)"),
    ("UTF-8 with a replacement character of its own", "“\ufffd” é".encode() + b"\xff", "“\ufffd” é\ufffd", "utf-8 (1 bad place replaced)"),
    ("bytes that no encoding explains", b"\x81\x8d\x8f\x90\x9d said", None, None),
]


@pytest.mark.parametrize(("label", "data", "text", "encoding"), ENCODED, ids=[case[0] for case in ENCODED])
def test_bytes_become_the_text_that_was_written(label: str, data: bytes, text: str | None, encoding: str | None) -> None:
    """A mark, else UTF-8, else the likeliest; what was assumed is said."""
    decoded = decode(data)
    assert text is None or decoded.text == text
    assert encoding is None or decoded.encoding == encoding


def test_an_encoding_far_into_the_text_is_found() -> None:
    """The evidence may come after a long stretch of ASCII."""
    assert decode(b"Nothing here. " * 50_000 + SAID.encode("windows-1252")).text.endswith(SAID)


@given(st.binary())
def test_any_bytes_are_text_or_binary(data: bytes) -> None:
    """Never another error."""
    try:
        decode(data)
    except ValueError as error:
        assert "binary" in str(error)  # noqa: PT017


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_utf8_comes_back_character_for_character(text: str) -> None:
    """The text is never altered but where its marks are certainly broken; a byte order mark is not part of it."""
    assert decode(text.encode()).text == mended(text.removeprefix("\ufeff"))[0]


MENDED = [
    ("marks of Windows as control characters", "\x93We will,\x94 she said. \x91No\x92 \x97", "“We will,” she said. ‘No’ —"),
    ("UTF-8 read as windows-1252", "â€œWe will,â€\x9d she said at the cafÃ©. Donâ€™t.", "“We will,” she said at the café. Don’t."),
    ("a closing mark whose last byte has no character", "â€œNo,â€\x9d he said.", "“No,” he said."),
    ("a dash", "He said â€“ twice â€” â€œno.â€\x9d", "He said – twice — “no.”"),
    ("French", "Il a dit « âgé » et Ã la.", "Il a dit « âgé » et Ã la."),
    ("a price in euros", "â €5 and € 7", "â €5 and € 7"),
    ("a next line alone", "one\x85two", "one\x85two"),
    ("a control sequence", "She said \x9b1m no", "She said \x9b1m no"),
    ("a control sequence among marks", "\x93No\x94 \x9b1m", "“No” \x9b1m"),
    ("a lone capital", "SÃO PAULO, São Paulo", "SÃO PAULO, São Paulo"),
    ("right marks", "“We will,” she said. ‘No’ — … café", "“We will,” she said. ‘No’ — … café"),
]


@pytest.mark.parametrize(("label", "broken", "text"), MENDED, ids=[case[0] for case in MENDED])
def test_broken_marks_are_what_they_were(label: str, broken: str, text: str) -> None:
    """Where it is certain; the encoding says so, and everything else stays."""
    decoded = decode(broken.encode())
    assert decoded.text == text
    assert (decoded.encoding == "utf-8") == (broken == text)


@given(st.text())
def test_what_is_exact_keeps_its_length(text: str) -> None:
    """So that places in a page stay true."""
    assert len(mended(text, exact=True)[0]) == len(text)


def one(path: Path, **options: object) -> Source | Skipped:
    """What a file of one article gives."""
    (found,) = read_sources([str(path)], ReadOptions(**options))  # type: ignore[arg-type]
    return found


def text_of(path: Path, data: bytes, **options: object) -> str:
    """The text that a file of these bytes gives."""
    path.write_bytes(data)
    found = one(path, **options)
    assert isinstance(found, Source)
    return found.text


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\u2028", "\n\r\n\x0b\x0c\x85"])
def test_line_ends_stay_as_they_came(tmp_path: Path, ends: str) -> None:
    """Offsets are those of the file's own text."""
    text = f"“One,”{ends}{ends}she said. “Two.”{ends}"
    assert text_of(tmp_path / "x.txt", text.encode()) == text


@pytest.mark.parametrize(
    "text", ["[sic] [/said] [bold]", "\x1b[31mred\x1b[0m \x07", "\u202eevil\u202c\u200b", "<script>alert(1)</script>", "=1+2"]
)
def test_hostile_text_is_read_as_it_stands(tmp_path: Path, text: str) -> None:
    """Making it harmless is the printer's part; here nothing may be lost."""
    assert text_of(tmp_path / "x.txt", text.encode()) == text


def test_a_very_long_line_is_read(tmp_path: Path) -> None:
    """Five megabytes without a line end."""
    assert len(text_of(tmp_path / "x.txt", b"word " * 1_000_000)) == 5_000_000


BAD = [
    ("empty", b"", {}, "is empty"),
    ("white space alone", b" \n\t\r\n", {}, "is empty"),
    ("a byte order mark alone", codecs.BOM_UTF8, {}, "is empty"),
    ("a NUL byte", b"He said\0 so.", {}, "is a binary file (it has NUL bytes)"),
    (
        "another encoding than asked for",
        "é".encode("latin-1"),
        {"encoding": "utf-8"},
        "is not utf-8 at byte 1; leave --encoding out to have it detected",
    ),
    ("too large", b"x" * 1001, {"max_size": 1000}, "is larger than 1000 bytes; raise --max-size to read it"),
]


@pytest.mark.parametrize(("label", "data", "options", "reason"), BAD, ids=[case[0] for case in BAD])
def test_what_is_no_article_is_passed_over(tmp_path: Path, label: str, data: bytes, options: dict[str, object], reason: str) -> None:
    """With its path and one clear line."""
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    assert one(path, **options) == Skipped(str(path), reason)


def test_the_largest_allowed_file_is_read(tmp_path: Path) -> None:
    """The limit itself is allowed."""
    assert text_of(tmp_path / "x.txt", b"x" * 1000, max_size=1000) == "x" * 1000


def test_the_encoding_asked_for_wins(tmp_path: Path) -> None:
    """Even over bytes that are UTF-8."""
    assert text_of(tmp_path / "x.txt", "é".encode(), encoding="windows-1252") == "Ã©"
    assert text_of(tmp_path / "x.txt", "é".encode("utf-8-sig"), encoding="utf-8") == "é"
    assert text_of(tmp_path / "x.txt", "é".encode("utf-16"), encoding="utf-16") == "é"


@pytest.mark.parametrize(
    "options",
    [{"encoding": "klingon"}, {"encoding": "base64"}, {"encoding": "rot13"}, {"reader": "tea leaves"}, {"max_size": 0}, {"max_size": -5}],
)
def test_options_that_make_no_sense_are_refused(options: dict[str, object]) -> None:
    """Before anything is read."""
    with pytest.raises(Misuse):
        list(read_sources([], ReadOptions(**options)))  # type: ignore[arg-type]


def test_a_format_that_there_is_not_is_refused() -> None:
    """With the names of those there are."""
    with pytest.raises(Misuse, match="text, markdown"):
        list(read_sources([], ReadOptions(input_format="wordstar")))


def test_plain_text_has_no_title(tmp_path: Path) -> None:
    """Its first line may be a headline, a section or the lead: unknown is a value."""
    path = tmp_path / "x.txt"
    path.write_text("Mayor Quits\n\nThe mayor has quit.")
    found = one(path)
    assert isinstance(found, Source)
    assert found.title is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Mayor Quits\n\nThe mayor has quit.", "Mayor Quits"),
        ("\r\n# Mayor Quits #\r\nThe mayor has quit.", "Mayor Quits"),
        ("# Say “No”", "Say “No”"),
        ("## A section\n\ntext", None),
        ("#hashtag\n\ntext", None),
        ("The mayor has quit.\n\n# Later", None),
        ("#", None),
    ],
)
def test_markdown_is_titled_by_its_heading(tmp_path: Path, text: str, title: str | None) -> None:
    """The heading above everything, and the text stays whole, so that offsets are those of the file."""
    path = tmp_path / "x.md"
    path.write_bytes(text.encode())
    found = one(path)
    assert isinstance(found, Source)
    assert (found.title, found.text) == (title, text)


@pytest.mark.parametrize("declared", ["punycode", "idna", "unicode_escape", "raw_unicode_escape", "utf-7", "rot13", "no such", "\0"])
def test_an_encoding_that_no_browser_knows_is_not_believed(declared: str) -> None:
    """Then the bytes decide."""
    assert decode("Zoë \\ud800 +2AA-".encode(), declared=declared) == ("Zoë \\ud800 +2AA-", "utf-8")
