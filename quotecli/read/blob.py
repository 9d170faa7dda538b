"""The bytes of one file while it is read, never more of them than allowed."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, NamedTuple, cast

from quotecli.errors import UnreadableSource
from quotecli.model import Source
from quotecli.read.decode import Decoded, Undecodable, decode
from quotecli.read.options import ReadOptions

COPY = 10
"""How many times `max_size` is written to a temporary file at most: an archive holds many articles."""
HEAD = 1 << 16
"""How many bytes a format, a delimiter, an encoding are recognised by."""
PIECE = 1 << 18
"""Bytes that are read at a time."""


class Blob(NamedTuple):
    """One file, open, to be read once from its start to its end."""

    id: str  # of its article, or the root of its articles' ids
    path: str  # as the user knows it
    stream: io.BufferedReader[Any]
    name: str  # whose suffix tells the format: "story.html" inside "story.html.gz"
    depth: int = 0  # in how many archives it lies

    def head(self) -> bytes:
        """Its first bytes, which stay to be read."""
        return self.stream.peek(HEAD)[:HEAD]

    def whole(self, options: ReadOptions, times: int = 1) -> bytes:
        """All its bytes. Raises UnreadableSource when there are none, or more than `max_size`: `times` that where text is a part of it."""
        data = b"".join(self.pieces(options.max_size * times, "raise --max-size to read it"))
        if not data:
            raise UnreadableSource(self.path, "is empty")
        return data

    def pieces(self, limit: int, advice: str, where: str = "") -> Iterator[bytes]:
        """Its bytes, a piece at a time: to ask for all at once would reserve as much as is allowed.

        Raises UnreadableSource past `limit` bytes; `where` says what had that limit, and `advice` what to do next.
        """
        size = 0
        while piece := self.stream.read(PIECE):
            size += len(piece)
            if size > limit:
                raise UnreadableSource(self.path, f"is larger than {megabytes(limit)}{where}; {advice}")
            yield piece

    def text(self, options: ReadOptions) -> Decoded:
        """All its text. Raises UnreadableSource also when it is white space alone, or no text."""
        return self.decoded(self.whole(options), options)

    def decoded(self, data: bytes, options: ReadOptions, declared: str | None = None, exact: bool = False) -> Decoded:
        """Some of its bytes as text. Raises UnreadableSource when they are white space alone, or no text."""
        try:
            decoded = decode(data, options.encoding, declared, exact)
        except Undecodable as error:
            raise UnreadableSource(self.path, str(error)) from None
        if not decoded.text or decoded.text.isspace():
            raise UnreadableSource(self.path, "is empty")
        return decoded

    def article(self, decoded: Decoded, format: str, title: str | None = None) -> Source:
        """The file as one article."""
        return Source(id=self.id, path=self.path, text=decoded.text, encoding=decoded.encoding, title=title, format=format)


def blob(id: str, path: str, stream: object, name: str | None = None, depth: int = 0) -> Blob:
    """A blob over any binary stream: a file, a pipe, a member of an archive."""
    return Blob(id, path, io.BufferedReader(cast(Any, stream), HEAD), path if name is None else name, depth)


class Through(io.RawIOBase):
    """A stream that is read through another's `read`, and leaves that open when it is closed."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer, or less of it; nothing at the end."""
        data = self._read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def seekable(opened: Blob, options: ReadOptions) -> Iterator[BinaryIO]:
    """Its bytes where they can be read in any order: a pipe is written to a temporary file first, as far as `COPY` allows."""
    if opened.stream.seekable():
        yield opened.stream
        return
    from tempfile import TemporaryFile

    with TemporaryFile() as copy:
        for piece in opened.pieces(options.max_size * COPY, "unpack it first", " and comes out of a pipe or an archive"):
            copy.write(piece)
        copy.seek(0)
        yield cast(BinaryIO, copy)


def missing(path: str, module: str, extra: str) -> UnreadableSource:
    """What to say where the library that reads a format is not installed."""
    return UnreadableSource(path, f"takes {module} to read: pip install 'newsquotes[{extra}]'")


def bursting(path: str, limit: int) -> UnreadableSource:
    """What to say of a file that unpacks to more than so many bytes."""
    return UnreadableSource(path, f"unpacks to more than {megabytes(limit)}; raise --max-size to read it")


def megabytes(size: int) -> str:
    """A size for people: "100 MB", "512 bytes"."""
    return f"{size / 1e6:g} MB" if size >= 100_000 else f"{size} bytes"
