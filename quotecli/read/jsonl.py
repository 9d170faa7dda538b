"""JSON Lines: one article a line. A line that is none is passed over, and the others are done."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.blob import Blob, megabytes
from quotecli.read.decode import decode, wide
from quotecli.read.options import ReadOptions
from quotecli.read.records import Articles, NoText

PATIENCE = 20
"""So many lines without JSON at the start, and the file is something else."""


def read(blob: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """Every line as an article; its id ends with the number of the line."""
    articles = Articles(blob, options, "jsonl")
    good = bad = 0
    for number, line in enumerate(_lines(blob, options), 1):
        if not line.strip():
            continue
        try:
            yield _article(articles, line, number, options)
            good += 1
        except (ValueError, RecursionError, UnreadableSource) as error:
            bad += 1
            yield Skipped(blob.path, f"line {number}: {_why(error)}")
        if bad >= PATIENCE and not good:
            raise UnreadableSource(blob.path, f"is left there: none of its first {PATIENCE} lines is an article in JSON")
    if not good and not bad:
        raise UnreadableSource(blob.path, "is empty")


def _article(articles: Articles, line: bytes, number: int, options: ReadOptions) -> Source:
    if len(line) > options.max_size:
        raise ValueError(f"is longer than {megabytes(options.max_size)}; raise --max-size to read it")
    decoded = decode(line, options.encoding)
    record = json.loads(decoded.text.rstrip())
    if not isinstance(record, dict):
        raise NoText("is no object with fields")
    return articles.article(record, number, decoded.encoding)


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"is not JSON ({error.msg} at character {error.colno})"
    if isinstance(error, RecursionError):
        return "is nested too deeply"
    return error.reason if isinstance(error, UnreadableSource) else str(error)


def _lines(blob: Blob, options: ReadOptions) -> Iterator[bytes]:
    """Line by line; of one that is too long the start, so that memory stays bounded."""
    encoding = wide(blob.head(), options.encoding)
    stream = codecs.EncodedFile(blob.stream, "utf-8", encoding) if encoding else blob.stream
    while line := stream.readline(options.max_size + 2):
        yield line
        while len(line) > options.max_size and not line.endswith(b"\n"):
            line = stream.readline(1 << 20)
            if not line or line.endswith(b"\n"):
                break
