"""CSV and TSV: one article a row, under a first row with the names of the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Literal

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.blob import Blob, megabytes
from quotecli.read.decode import Undecodable, decode, wide
from quotecli.read.options import ReadOptions
from quotecli.read.records import Articles, Fields, Remarks, columns

DELIMITERS = ",;\t|"
LIMIT = 2**31 - 1  # of a cell, what the parser can count on every system


class Lines:
    """The lines of a file, no more of them for one row than an article may have."""

    def __init__(self, text: io.TextIOWrapper, limit: int) -> None:
        self.text, self.limit, self.left = text, limit, limit

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        """The next line. Raises `TooLong` when the row has no end."""
        line = self.text.readline(self.left + 1)
        if len(line) > self.left:
            raise TooLong
        if not line:
            raise StopIteration
        self.left -= len(line)
        return line


class TooLong(Exception):
    """A row is larger than allowed."""


def read(blob: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """Every row as an article; its id ends with the number of the row, from 1 below the names."""
    head = blob.head()
    encoding = wide(head, options.encoding)
    # Latin-1 gives every byte back, so that each article's own encoding can be found out.
    text = io.TextIOWrapper(blob.stream, encoding or "latin-1", errors="replace", newline="")
    csv.field_size_limit(min(options.max_size, LIMIT))
    first = _first_line(blob, text)
    delimiter = max(DELIMITERS, key=first.count)
    lines = Lines(text, options.max_size)
    rows = csv.reader(lines, delimiter=delimiter, strict=True, quoting=_quoting(head, delimiter))
    names = _names(blob, next(csv.reader([first], delimiter=delimiter), []), encoding, options)
    known = columns(blob.path, names, options)
    articles = Articles(blob, options, "csv")
    remarks = Remarks(blob)
    for number, row in enumerate(_rows(blob, lines, rows), 1):
        if isinstance(row, Skipped) or not row:
            yield from remarks.of(row.reason) if isinstance(row, Skipped) else []
            continue
        try:
            yield _article(articles, names, row, number, encoding, known)
        except (UnreadableSource, ValueError) as error:
            yield from remarks.of(f"row {number}: {getattr(error, 'reason', error)}")
    yield from remarks.rest("rows")


def _names(blob: Blob, row: list[str], encoding: str | None, options: ReadOptions) -> list[str]:
    try:
        return [_decoded(name, encoding, options)[0] for name in row]
    except Undecodable as error:
        raise UnreadableSource(blob.path, str(error)) from None


def _first_line(blob: Blob, text: io.TextIOWrapper) -> str:
    """The names of the columns; Excel may put a line before them that names the delimiter."""
    first = text.readline(100_000).removeprefix("ï»¿").removeprefix("\ufeff")
    while first and (not first.strip() or first.lower().startswith("sep=")):
        first = text.readline(100_000)
    if not first:
        raise UnreadableSource(blob.path, "is empty")
    return first


def _quoting(head: bytes, delimiter: str) -> Literal[0, 3]:
    """Tab-separated files often quote nothing: then a cell that starts with a quotation mark starts with a quotation."""
    if delimiter == "\t":
        lines = head[: head.rfind(b"\n") + 1].decode("latin-1").splitlines(keepends=True)
        try:
            list(csv.reader(lines, delimiter="\t", strict=True))
        except csv.Error as error:
            return csv.QUOTE_MINIMAL if "unexpected end" in str(error) else csv.QUOTE_NONE
    return csv.QUOTE_MINIMAL


def _rows(blob: Blob, lines: Lines, rows: Iterator[list[str]]) -> Iterator[list[str] | Skipped]:
    number = 0
    while True:
        number += 1
        lines.left = lines.limit
        try:
            yield next(rows)
        except StopIteration:
            return
        except TooLong:
            limit = megabytes(lines.limit)
            raise UnreadableSource(blob.path, f"row {number}: is larger than {limit}, or has a quotation mark that is not closed") from None
        except csv.Error as error:
            yield Skipped(blob.path, f"row {number}: its quotation marks do not match ({error})")


def _article(articles: Articles, names: Sequence[str], row: Sequence[str], number: int, encoding: str | None, known: Fields) -> Source:
    if len(row) != len(names):
        raise ValueError(f"has {len(row)} cells, and there are {len(names)} columns")
    cells = dict(zip(reversed(names), reversed(row), strict=True))  # of two columns of one name the first counts
    text, found = _decoded(cells.pop(known.text), encoding, articles.options)
    record = {name: _decoded(cell, encoding, articles.options)[0] for name, cell in cells.items() if cell}
    record[known.text] = text
    return articles.article(record, number, found, known)


def _decoded(cell: str, encoding: str | None, options: ReadOptions) -> tuple[str, str | None]:
    """The cell as text, and in which encoding it was."""
    if encoding is not None or cell.isascii():
        return cell, encoding or "utf-8"
    return decode(cell.encode("latin-1"), options.encoding)
