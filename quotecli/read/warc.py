"""WARC, the archive of a crawl: one article a page, its address kept. Other records are no articles, and are passed by."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.blob import Blob, Through, blob, missing
from quotecli.read.html import read as read_html
from quotecli.read.options import ReadOptions
from quotecli.read.plain import read as read_plain

PAGES = ("text/html", "application/xhtml+xml")


def read(opened: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """Every page that came with status 200; its id ends with the number of its record."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise missing(opened.path, "fastwarc", "warc") from None

    number = 0
    records = ArchiveIterator(opened.stream, record_types=WarcRecordType.any_type, auto_decode="none")
    try:
        for number, record in enumerate(records, 1):
            if record.record_type in (WarcRecordType.response, WarcRecordType.resource):
                yield from _article(opened, record, number, options)
    except (OSError, EOFError, ValueError, RuntimeError) as error:
        raise UnreadableSource(opened.path, f"is damaged after record {number} ({type(error).__name__})") from None
    if not number:
        raise UnreadableSource(opened.path, "is no WARC file, or empty")


def _article(opened: Blob, record: Any, number: int, options: ReadOptions) -> Iterator[Source | Skipped]:
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").split(";")[0].strip().lower()
    status = record.http_headers.status_code if record.http_headers else 200
    if status != 200 or kind not in (*PAGES, "text/plain"):
        return
    url = record.headers.get("WARC-Target-URI")
    try:
        one = blob(f"{opened.id}#{number}", opened.path, _page(opened, record, options))
        for found in read_html(one, options, record.http_charset) if kind in PAGES else read_plain(one, options):
            yield found._replace(url=url or found.url, format="warc" if found.raw is None else "html")
    except UnreadableSource as error:
        yield Skipped(opened.path, f"record {number} ({url}): {error.reason}")
    except OSError as error:
        yield Skipped(opened.path, f"record {number} ({url}): is not packed as it says ({error})")


def _page(opened: Blob, record: Any, options: ReadOptions) -> Any:
    """The page as a stream: all that the record holds, then unpacked, so that damage in it is no damage to the file."""
    size = record.content_length
    data = blob(opened.id, opened.path, Through(record.reader.read)).whole(options)
    if len(data) < size:
        raise UnreadableSource(opened.path, "is cut short")
    stream: Any = io.BytesIO(data)
    for packing in _packings(record):
        stream = _unpacked(opened, stream, packing)
    return Through(stream.read)


def _packings(record: Any) -> list[str]:
    """How the page was packed on its way, last first."""
    headers = record.http_headers or {}
    names = f"{headers.get('Content-Encoding') or ''},{headers.get('Transfer-Encoding') or ''}".lower().split(",")
    return [name.strip() for name in reversed(names) if name.strip() not in ("", "identity")]


def _unpacked(opened: Blob, stream: Any, packing: str) -> Any:
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader

    if packing == "deflate":
        return GzipReader(stream, zlib=True)
    readers = {"gzip": GzipReader, "x-gzip": GzipReader, "br": BrotliReader, "zstd": ZstdReader, "chunked": ChunkedReader}
    if packing not in readers:
        raise UnreadableSource(opened.path, f"is packed in a way that is not known ({packing})")
    return readers[packing](stream)
