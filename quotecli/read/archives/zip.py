"""ZIP: its members, by name."""

from __future__ import annotations

from collections.abc import Iterator

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.archives.members import none_wanted, read_member, wanted
from quotecli.read.blob import Blob, seekable
from quotecli.read.options import ReadOptions


def read(opened: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """The articles of every member that is one."""
    from zipfile import BadZipFile, ZipFile

    with seekable(opened) as stream:
        try:
            archive = ZipFile(stream)
        except (BadZipFile, EOFError, ValueError):
            raise UnreadableSource(opened.path, "is no ZIP archive, or cut short") from None
        members = sorted({i.filename: i for i in archive.infolist() if not i.is_dir() and wanted(i.filename, options)}.items())
        if not members:
            raise none_wanted(opened)
        for name, info in members:
            try:
                member = archive.open(info)
            except (RuntimeError, NotImplementedError, BadZipFile) as error:
                encrypted = info.flag_bits & 1
                yield Skipped(f"{opened.path}/{name}", "is encrypted" if encrypted else f"cannot be unpacked ({error})")
                continue
            with member:
                yield from read_member(opened, name, member, options)
