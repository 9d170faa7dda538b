"""ZIP: its members, by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.archives.members import Names, none_wanted, read_member, wanted
from quotecli.read.blob import Blob, seekable
from quotecli.read.options import ReadOptions


def read(opened: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """The articles of every member that is one."""
    with seekable(opened, options) as stream:
        archive = unzipped(opened, stream, "ZIP archive")
        members = sorted((i for i in archive.infolist() if _is_file(i) and wanted(i.filename, options)), key=lambda i: i.filename)
        if not members:
            raise none_wanted(opened)
        names = Names()
        for info in members:
            name = names.own(info.filename)
            try:
                member = archive.open(info)
            except Exception as error:  # its own kinds, and those of four decompressors
                encrypted = info.flag_bits & 1
                yield Skipped(f"{opened.path}/{name}", "is encrypted" if encrypted else f"cannot be unpacked ({error})")
                continue
            with member:
                yield from read_member(opened, name, member, options)


def unzipped(opened: Blob, stream: BinaryIO, kind: str) -> ZipFile:
    """The archive that a file is. Raises UnreadableSource when it is none."""
    try:
        return ZipFile(stream)
    except NotImplementedError as error:
        raise UnreadableSource(opened.path, f"cannot be unpacked ({error})") from None
    except (BadZipFile, EOFError, ValueError):
        raise UnreadableSource(opened.path, f"is no {kind}, or cut short") from None


def _is_file(info: ZipInfo) -> bool:
    return bool(info.filename) and not info.is_dir()
