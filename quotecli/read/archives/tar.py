"""Tar, also compressed: its members, in its order, in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.archives.compressed import METHODS, damage_is_reported, unpacked
from quotecli.read.archives.members import none_wanted, read_member, wanted
from quotecli.read.blob import Blob, Through
from quotecli.read.formats import format_of
from quotecli.read.options import ReadOptions


def read(opened: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """The articles of every member that is one."""
    import tarfile

    method = format_of("", opened.head(), None).name
    stream: Any = unpacked(opened, method) if method in METHODS else opened.stream
    nothing = True
    with damage_is_reported(opened.path):
        try:
            archive = tarfile.open(fileobj=stream, mode="r|")  # noqa: SIM115  # the stream is closed with its blob
        except tarfile.ReadError:
            raise UnreadableSource(opened.path, "is no tar archive, or cut short") from None
        for member in archive:
            file = archive.extractfile(member) if member.isfile() and wanted(member.name, options) else None
            if file is not None:
                nothing = False
                yield from read_member(opened, member.name, Through(file.read), options)  # it can only be read from start to end
    if nothing:
        raise none_wanted(opened)
