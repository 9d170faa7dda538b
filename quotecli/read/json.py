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
from quotecli.read.records import Articles, NoText, Remarks

LISTS = ("articles", "data", "results", "items", "docs", "documents", "records", "response", "hits", "stories", "news", "entries", "rows")
DEEPEST = 20
"""Lists in lists: who has more of them has no articles in them."""
PIECE = 1 << 16
PATIENCE = 1000
"""So many records that are no articles at the start, and the file is something else."""


def _whole(digits: str) -> int | str:
    """A number; the digits of one that is too long for one."""
    return int(digits) if len(digits) < 1000 else digits


DECODER = json.JSONDecoder(parse_int=_whole)


def read(blob: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """Every article; its id ends with its number."""
    encoding = options.encoding or wide(blob.head(), None) or likely(blob.head())
    articles = Articles(blob, options, "json")
    number = 0
    remarks = Remarks(blob)
    for found in _values(blob, options, encoding):
        for record in _records(found, articles):
            number += 1
            try:
                yield articles.article(record, number, encoding)
                remarks.good += 1
            except (NoText, UnreadableSource, RecursionError) as error:
                yield from remarks.of(f"article {number}: {reason(error)}")
            if remarks.bad >= PATIENCE and not remarks.good:
                raise UnreadableSource(blob.path, f"is left there: none of its first {PATIENCE} records is an article")
    yield from remarks.rest("articles")
    if not number:
        raise UnreadableSource(blob.path, "holds no articles")


def reason(error: Exception) -> str:
    """What is wrong with one article."""
    if isinstance(error, RecursionError):
        return "is nested too deeply"
    return error.reason if isinstance(error, UnreadableSource) else str(error)


def _records(found: Any, articles: Articles, depth: int = 0) -> list[dict[str, Any]]:
    """The records in a value: itself, or those in the list that it holds under a usual name."""
    if isinstance(found, list) and depth < DEEPEST:
        return [record for each in found for record in _records(each, articles, depth + 1)]
    if not isinstance(found, dict):
        return []
    try:
        articles.fields(found)
    except NoText:
        inner = next((found[name] for name in LISTS if isinstance(found.get(name), (list, dict))), None)
        return _records(inner, articles, depth + 1) if inner and depth < DEEPEST else [found]
    return [found]


def _values(blob: Blob, options: ReadOptions, encoding: str) -> Iterator[Any]:
    """The values in the file, and those in the lists that it holds. Raises UnreadableSource where it is no JSON."""
    text = _Text(blob, options, encoding)
    if not text.next():
        raise UnreadableSource(blob.path, "is empty")
    while text.next():
        if text.took("["):
            yield from _listed(text)
        else:
            yield text.value()
        text.took(",")


def _listed(text: _Text) -> Iterator[Any]:
    while not text.took("]"):
        if not text.next():
            raise UnreadableSource(text.blob.path, "is cut short: its list does not end")
        yield text.value()
        text.took(",")


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

    def took(self, sign: str) -> bool:
        """Whether the next character is this one, which then is passed."""
        found = self.next() == sign
        self.at += found
        return found

    def value(self) -> Any:
        """The next value. The piece doubles until it holds it, so that the time grows with the size."""
        while True:
            try:
                found, end = DECODER.raw_decode(self.text, self.at)
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
