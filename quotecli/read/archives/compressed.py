"""One compressed file: gzip, bzip2, xz, Zstandard. Only as much is unpacked as its reader takes, so a bomb meets --max-size."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.blob import Blob, blob, missing
from quotecli.read.door import read_blob
from quotecli.read.formats import by_suffix, format_of
from quotecli.read.options import ReadOptions

METHODS = ("gz", "bz2", "xz", "zst")


def read(opened: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """The articles of the file inside."""
    method = _method(opened)
    told = by_suffix(opened.name)
    name = opened.name[: -len(told[1])] if told and told[0].holds else opened.name
    with damage_is_reported(opened.path):
        yield from read_blob(blob(opened.id, opened.path, unpacked(opened, method), name, opened.depth + 1), options)


def _method(opened: Blob) -> str:
    """By its first bytes: a suffix may be wrong."""
    name = format_of("", opened.head(), None).name
    if name in METHODS:
        return name
    told = by_suffix(opened.name)
    raise UnreadableSource(opened.path, "is empty" if not opened.head() else f"is not {told[0].name if told else 'compressed'}")


def unpacked(opened: Blob, method: str) -> Any:
    """Its content as a stream. Raises UnreadableSource where the method takes a library that is not here."""
    stream: Any = opened.stream
    if method == "gz":
        import gzip

        return gzip.open(stream)
    if method == "bz2":
        import bz2

        return bz2.open(stream)
    if method == "xz":
        import lzma

        return lzma.open(stream)
    return _zstandard(opened)


def _zstandard(opened: Blob) -> Any:
    stream: Any = opened.stream
    try:
        from compression import zstd  # type: ignore[import-not-found]  # from Python 3.14 on

        return zstd.open(stream)
    except ImportError:
        pass
    try:
        import zstandard
    except ImportError:
        raise missing(opened.path, "zstandard", "zst") from None
    # A frame may ask for gigabytes of memory; 128 MB is what the format's own tool allows.
    return zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(stream, read_across_frames=True)


@contextmanager
def damage_is_reported(path: str) -> Iterator[None]:
    """Turn what the unpackers raise into UnreadableSource."""
    try:
        yield
    except EOFError:
        raise UnreadableSource(path, "is cut short") from None
    except (zlib.error, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise UnreadableSource(path, "is damaged") from None
    except Exception as error:
        if type(error).__name__ in ("LZMAError", "ZstdError", "BadZipFile", "ReadError", "OverflowError"):
            raise UnreadableSource(path, "is cut short or damaged") from None
        raise
