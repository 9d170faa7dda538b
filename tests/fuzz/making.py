"""Inputs out of bytes: texts of pieces that mean something to the finder, files of every format with wounds."""

from __future__ import annotations

from tests.read.making import STORY, as_csv, as_docx, as_epub, as_feed, as_jsonl, as_mbox, as_odt, as_rtf, html

# fmt: off
PIECES = [
    *"""“ ” " " “ ” ‘ ’ ' « » „ ‟ `` '' 「 」 ( ) [ ] , . ? ! … — - : ; * _ # > | < & ~ \\ / @ %""".split(),
    *(" ", " ", " ", "\n", "\n\n", "\n\n", "\r\n", "\t", "\u2028", "\u2029", "\u00a0", "\u200b", "\u202e", "\ufeff", "\x1b[31m", "\x00", "\x9b"),
    *("Ann Lee", "Mayor Ann Lee", "Mr. Roe", "Bob Roe", "Lee", "the mayor", "the U.S. Senate", "the report", "McKay-O’Neil", "ÉMILE ZOLA", "José"),
    *("she", "he", "they", "who", "which", "I", "we", "you", "it"),
    *(" said", " says", " told reporters", " added", " asked", " wrote", " according to ", " in a statement", " tweeted", " called it ", " denied"),
    *(" that ", " and ", " but ", " of ", " to ", " not ", " never ", " is ", " was ", " did not ", " on Monday", " in May 2019", " 5,000 ", " three "),
    *("We will open the bridge in May", "It is a disgrace", "no", "Yes", "so-called", "word", "the harbour", "cannot", "can’t", "a", "Long Title Here"),
    *("<p>", "</p>", "<blockquote>", "<b>", "&amp;", "&ldquo;", "&#8220;", "[sic]", "[x](y)", "=SUM(A1)", "— Ann Lee", "ANN LEE:", "Q.", "6'2\"", "’90s"),
    *("I stole the money", "e\u0301", "ﬁ", "İ", "ß", "\U0001f600", "漢字。", "ﷺ", "\u0300"),
]
# fmt: on
"""What texts are made of; the commonest several times."""


def text_of(data: bytes) -> str:
    """A text: a byte is a piece, or begins a character of its own in two more."""
    made: list[str] = []
    rest = iter(data)
    for byte in rest:
        if byte < 250:
            made.append(PIECES[byte % len(PIECES)])
        else:
            code = next(rest, 0) << 8 | next(rest, 0)
            made.append(chr(code) if not 0xD800 <= code < 0xE000 else "\ufffd")
    return "".join(made)


CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Lee>“We will open\n\n00:02.000 --> 00:03.000\nin May,” she said.\n".encode()
FILES: list[tuple[str, bytes]] = [
    ("x.txt", STORY.encode()),
    ("x.md", f"# Title\n\n{STORY}".encode()),
    ("x.html", html()),
    ("x.jsonl", as_jsonl()),
    ("x.json", b"[" + as_jsonl().replace(b"\n", b"") + b"]"),
    ("x.csv", as_csv()),
    ("x.mbox", as_mbox()),
    ("x.rtf", as_rtf()),
    ("x.xml", as_feed()),
    ("x.odt", as_odt()),
    ("x.epub", as_epub()),
    ("x.docx", as_docx()),
    ("x.vtt", CAPTIONS),
]
"""A sound file of each format that can be wounded in memory."""


def wounded(data: bytes) -> tuple[str, bytes]:
    """A file of one of the formats, with a few wounds: bytes changed, cut, doubled, put in."""
    name, content = FILES[(data[0] if data else 0) % len(FILES)]
    made = bytearray(content)
    for number in range(1, len(data) - 3, 4):
        what, high, low, value = data[number : number + 4]
        place = (high << 8 | low) % (len(made) + 1)
        match what % 6:
            case 0:
                made[place : place + 1] = bytes([value])
            case 1:
                del made[place : place + value]
            case 2:
                made[place:place] = made[place : place + value]
            case 3:
                made[place:place] = PIECES[value % len(PIECES)].encode("utf-8", "surrogatepass")
            case 4:
                made[place:place] = made[:value]
            case _:
                made[place : place + 2] = bytes([value]) * (what + 1)
    return name, bytes(made)
