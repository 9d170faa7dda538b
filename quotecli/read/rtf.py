"""Rich text: its words as one text, or as the articles of an export. Offsets refer to it, since the file is mostly markup."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from quotecli.errors import UnreadableSource
from quotecli.model import Source
from quotecli.read.blob import COPY, Blob
from quotecli.read.exports import sources
from quotecli.read.options import ReadOptions

_TOKEN = re.compile(rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?[0-9]{1,10})?[ ]?|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+|.)", re.DOTALL)
SIGNS = {
    "par": "\n",
    "line": "\n",
    "sect": "\n",
    "page": "\n",
    "row": "\n",
    "cell": "\t",
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
}
SYMBOLS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "\n": "\n", "\r": "\n", "\\": "\\", "{": "{", "}": "}"}
ELSEWHERE = frozenset(
    """fonttbl colortbl stylesheet pict object header headerl headerr headerf footer footerl footerr footerf themedata datastore listtable
    listoverridetable revtbl rsidtbl generator xmlnstbl latentstyles fldinst bkmkstart bkmkend nonshppict mmathpr comment annotation
    operator company manager keywords subject doccomm category""".split()
)
"""Groups whose content is no running text."""
TOLD = frozenset({"title", "author"})
DEEPEST = 5000
"""Groups in one another: more of them are no document."""


@dataclass(slots=True)
class _State:
    """What holds inside a group."""

    into: str = "text"  # which part the words go to; "" where they are left out
    skip: int = 1  # characters that stand for a \u for old readers
    codec: str = "cp1252"


@dataclass(slots=True)
class _Document:
    state: _State = field(default_factory=_State)
    groups: list[_State] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=lambda: {"text": [], "info": [], "title": [], "author": []})
    pending: bytearray = field(default_factory=bytearray)  # bytes of a code page whose characters may take two
    skipping: int = 0

    def put(self, text: str) -> None:
        """Words of the part at hand."""
        self.settle()
        if self.state.into:
            self.parts[self.state.into].append(text)

    def settle(self) -> None:
        """The bytes that came, as characters."""
        if self.pending:
            text = self.pending.decode(self.state.codec, "replace")
            self.pending.clear()
            if self.state.into:
                self.parts[self.state.into].append(text)

    def byte(self, data: bytes) -> None:
        """Bytes of the code page, less those that stand for a character that was told by its number."""
        past = min(self.skipping, len(data))
        self.skipping -= past
        self.pending += data[past:]

    def word(self, name: str, number: int | None) -> None:
        """A control word."""
        if name in SIGNS:
            self.put(SIGNS[name])
        elif name == "u" and number is not None:
            self.put(chr(number % 0x10000))
            self.skipping = self.state.skip
        elif name == "uc":
            self.state = replace(self.state, skip=max(0, min(number or 0, 8)))
        elif name == "ansicpg":
            self.state = replace(self.state, codec=_codec(number))
        elif name in ELSEWHERE:
            self.state = replace(self.state, into="")
        elif name in TOLD and self.state.into == "info":
            self.state = replace(self.state, into=name)
        elif name == "info":
            self.state = replace(self.state, into="info")

    def text(self, part: str) -> str:
        """What a part says; pairs of halves are one character."""
        return "".join(self.parts[part]).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _codec(number: int | None) -> str:
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"


def read(blob: Blob, options: ReadOptions) -> Iterator[Source]:
    """The document as one article, or the articles of the export that it holds."""
    data = blob.whole(options, COPY)
    if not data.lstrip()[:5] == b"{\\rtf":
        raise UnreadableSource(blob.path, "is no rich text: it does not begin with {\\rtf")
    document = _parsed(blob, data)
    text = document.text("text").strip()
    if not text:
        raise UnreadableSource(blob.path, "has no text")
    title, author = (" ".join(document.text(part).split()) or None for part in ("title", "author"))
    yield from sources(Source(id=blob.id, path=blob.path, text=text, title=title, author=author, format="rtf"))


def _parsed(blob: Blob, data: bytes) -> _Document:
    document = _Document()
    for found in _TOKEN.finditer(data):
        byte, word, number, symbol, brace, text = found.groups()
        if byte:
            document.byte(bytes([int(byte, 16)]))
        elif text:
            document.byte(text)
        elif word:
            document.settle()
            document.word(word.decode(), int(number) if number else None)
        elif brace == b"{":
            document.settle()
            if len(document.groups) >= DEEPEST:
                raise UnreadableSource(blob.path, "is nested too deeply")
            document.groups.append(document.state)
        elif brace == b"}":
            document.settle()
            document.state = document.groups.pop() if document.groups else document.state
        elif symbol == b"*":
            document.state = replace(document.state, into="")
        elif symbol:
            document.put(SYMBOLS.get(symbol.decode("latin-1"), ""))
    document.settle()
    return document
