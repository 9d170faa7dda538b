"""One record by itself, as engines hand it on: what stands around it in its file is not known."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.blob import Blob, blob
from quotecli.read.door import bounded
from quotecli.read.jsonl import article, told
from quotecli.read.options import ReadOptions
from quotecli.read.records import ID, Articles, one_line, plain, value


def read_record(record: Mapping[str, Any] | bytes, path: str, options: ReadOptions) -> Source:
    """A row of a table, or a line of JSON Lines, as an article; where it has an id, that is its `key`.

    Raises UnreadableSource where it is none.
    """
    opened = blob("", path, io.BytesIO())
    try:
        found = bounded(_article(record, opened, options), options)
    except (ValueError, RecursionError, UnreadableSource) as error:
        raise UnreadableSource(path, told(error)) from None
    if isinstance(found, Skipped):
        raise UnreadableSource(path, found.reason.partition(": ")[2])
    return found


def record_id(record: Mapping[str, Any], options: ReadOptions) -> str | None:
    """The id that a row gives itself, be it an article or not."""
    name = options.id_field or next((name for name in record if plain(name) in ID), None)
    return one_line(value(record, name))


def _article(record: Mapping[str, Any] | bytes, opened: Blob, options: ReadOptions) -> Source:
    if isinstance(record, bytes):
        return article(Articles(opened, options, "jsonl"), record, 0, None, options)
    return Articles(opened, options, "parquet").article(record, 0, None)
