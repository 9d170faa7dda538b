"""JSON: one article, a list of them, an object that holds such a list, or one after the other; read piece by piece."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.blob import Blob, megabytes
from quotecli.read.decode import likely, wide
from quotecli.read.options import ReadOptions
from quotecli.read.records import Articles, NoText, fields

LISTS = ("articles", "data", "results", "items", "docs", "documents", "records", "response", "hits", "stories", "news", "entries", "rows")
PIECE = 1 << 16


def read(blob: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """Every article; its id ends with its number."""
    encoding = options.encoding or wide(blob.head(), None) or likely(blob.head())
    articles = Articles(blob, options, "json")
    number = 0
    for found in _values(blob, options, encoding):
        for record in _records(found, options):
            number += 1
            try:
                yield articles.article(record, number, encoding)
            except (NoText, UnreadableSource) as error:
                yield Skipped(blob.path, f"article {number}: {getattr(error, 'reason', error)}")
    if not number:
        raise UnreadableSource(blob.path, "holds no articles")


def _records(found: Any, options: ReadOptions) -> list[dict[str, Any]]:
    """The records in a value: itself, or those in the list that it holds under a usual name."""
    if isinstance(found, list):
        return [record for each in found for record in _records(each, options)]
    if not isinstance(found, dict):
        return []
    try:
        fields(found, options)
    except NoText:
        inner = next((found[name] for name in LISTS if isinstance(found.get(name), (list, dict))), None)
        return _records(inner, options) if inner else [found]
    return [found]


def _values(blob: Blob, options: ReadOptions, encoding: str) -> Iterator[Any]:
    """The values in the file, or in the list that the file is. Raises UnreadableSource where it is no JSON."""
    text = _Text(blob, options, encoding)
    if text.next() == "[":
        text.at += 1
    if not text.next():
        raise UnreadableSource(blob.path, "is empty")
    while text.next() not in ("", "]"):
        yield text.value()
        if text.next() == ",":
            text.at += 1


class _Text:
    """The decoded file, as much of it as the value at hand needs."""

    def __init__(self, blob: Blob, options: ReadOptions, encoding: str) -> None:
        self.blob, self.limit = blob, options.max_size
        self.decode = codecs.getincrementaldecoder(encoding)("replace")
        self.text, self.at, self.done, self.line = "", 0, False, 1

    def more(self, size: int) -> bool:
        """Read on; False at the end."""
        data = self.blob.stream.read(size)
        self.done = not data
        self.line += self.text.count("\n", 0, self.at)
        self.text = self.text[self.at :] + self.decode.decode(data, self.done)
        self.at = 0
        return not self.done

    def next(self) -> str:
        """The character that the next value starts with, "" at the end."""
        while True:
            while self.at < len(self.text) and self.text[self.at] in " \t\r\n\ufeff":
                self.at += 1
            if self.at < len(self.text) or self.done or not self.more(PIECE):
                return self.text[self.at : self.at + 1]

    def value(self) -> Any:
        """The next value. The piece doubles until it holds it, so that the time grows with the size."""
        while True:
            try:
                found, end = json.JSONDecoder().raw_decode(self.text, self.at)
                if end < len(self.text) or self.done:
                    self.at = end
                    return found
            except RecursionError:
                raise UnreadableSource(self.blob.path, "is nested too deeply") from None
            except json.JSONDecodeError as error:
                if self.done:
                    line = self.line + self.text.count("\n", 0, error.pos)
                    raise UnreadableSource(self.blob.path, f"is not JSON ({error.msg} at line {line})") from None
            if len(self.text) - self.at > self.limit:
                raise UnreadableSource(self.blob.path, f"has an article larger than {megabytes(self.limit)}, or is not JSON")
            self.more(max(PIECE, len(self.text) - self.at))
