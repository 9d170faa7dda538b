"""JSON Lines: one article a line. A line that is none is passed over, and the others are done."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.blob import Blob, megabytes
from quotecli.read.decode import decode, wide
from quotecli.read.json import DECODER, PIECE, reason
from quotecli.read.options import ReadOptions
from quotecli.read.records import Articles, NoText, Remarks

PATIENCE = 20
"""So many lines without JSON at the start, and the file is something else."""


def read(blob: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """Every line as an article; its id ends with the number of the line."""
    articles = Articles(blob, options, "jsonl")
    remarks = Remarks(blob)
    encoding = wide(blob.head(), options.encoding)
    for number, line in enumerate(_lines(blob, options, encoding), 1):
        if not line.strip():
            continue
        try:
            yield article(articles, line, number, encoding, options)
            remarks.good += 1
        except (ValueError, RecursionError, UnreadableSource) as error:
            yield from remarks.of(f"line {number}: {told(error)}")
        if remarks.bad >= PATIENCE and not remarks.good:
            raise UnreadableSource(blob.path, f"is left there: none of its first {PATIENCE} lines is an article in JSON")
    yield from remarks.rest("lines")
    if not remarks.good and not remarks.bad:
        raise UnreadableSource(blob.path, "is empty")


def article(articles: Articles, line: bytes, number: int, encoding: str | None, options: ReadOptions) -> Source:
    """One line as an article. Raises ValueError, RecursionError or UnreadableSource: `told` says which fault that is."""
    if len(line) > options.max_size:
        raise ValueError(f"is longer than {megabytes(options.max_size)}; raise --max-size to read it")
    decoded = decode(line, None if encoding else options.encoding)
    record = DECODER.decode(decoded.text.rstrip())
    if not isinstance(record, dict):
        raise NoText("is no object with fields")
    return articles.article(record, number, encoding or decoded.encoding)


def told(error: Exception) -> str:
    """What is wrong with a line."""
    if isinstance(error, json.JSONDecodeError):
        return f"is not JSON ({error.msg} at character {error.colno})"
    return reason(error)


def _lines(blob: Blob, options: ReadOptions, encoding: str | None) -> Iterator[bytes]:
    """Line by line; what is wide comes as UTF-8."""
    if encoding is None:
        return lines(blob.stream.readline, options.max_size)
    text = io.TextIOWrapper(blob.stream, encoding, errors="replace", newline="\n")
    return lines(lambda size: text.readline(size).encode(), options.max_size)


def lines(piece: Callable[[int], bytes], limit: int) -> Iterator[bytes]:
    """Line by line, read by pieces; of one that is longer than allowed the start, so that memory stays bounded."""
    while line := piece(limit + 2):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = piece(PIECE)
        yield line
