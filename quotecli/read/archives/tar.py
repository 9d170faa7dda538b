"""Tar, also compressed: its members, in its order, in one pass."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import Any

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.archives.compressed import METHODS, damage_is_reported, unpacked
from quotecli.read.archives.members import Names, none_wanted, read_member, wanted
from quotecli.read.blob import Blob, Through
from quotecli.read.formats import format_of
from quotecli.read.options import ReadOptions

NOTES = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)
"""Kinds of members that tell about the next one, a long name or a time. The library reads them whole."""
LONGEST = 1 << 20
"""Bytes of such a note: a name has four thousand at most."""
PATIENCE = 100
"""Times that the library may ask for more after the end."""


class Member(tarfile.TarInfo):
    """A member that does not fill the memory with its notes, and does not end the archive in silence."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Member:
        """Its header. Raises `ReadError` for a note that is too long, and for what is no header: the library takes that for the end."""
        try:
            found = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if not buf.strip(b"\0"):  # it is the end
                raise
            raise tarfile.ReadError(str(error)) from None
        if found.type in NOTES and found.size > LONGEST:
            raise tarfile.ReadError("has a name without end")
        return found


class Ending:
    """A stream that cannot be read on and on after its end: a member may promise more than there is, and the library looks for it."""

    def __init__(self, stream: Any) -> None:
        self._stream, self._left = stream, PATIENCE

    def read(self, size: int) -> bytes:
        """Some bytes. Raises EOFError when asked too often after the last."""
        data: bytes = self._stream.read(size)
        self._left -= not data
        if self._left < 0:
            raise EOFError
        return data


def read(opened: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """The articles of every member that is one."""
    method = format_of("", opened.head(), None).name
    stream: Any = Ending(unpacked(opened, method) if method in METHODS else opened.stream)
    nothing = True
    with damage_is_reported(opened.path):
        try:
            archive = tarfile.open(fileobj=stream, mode="r|", tarinfo=Member)  # noqa: SIM115  # the stream is closed with its blob
        except tarfile.ReadError:
            raise UnreadableSource(opened.path, "is no tar archive, or cut short") from None
        names = Names()
        for member in archive:
            archive.members.clear()  # type: ignore[attr-defined]  # which it keeps for a second pass
            file = archive.extractfile(member) if member.isfile() and wanted(member.name, options) else None
            if file is not None:
                nothing = False
                yield from read_member(opened, names.own(member.name), Through(file.read), options)  # it can only be read from start to end
    if nothing:
        raise none_wanted(opened)
