"""Parquet: one article a row; only the columns that are used are read, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.blob import Blob, megabytes, missing, seekable
from quotecli.read.options import ReadOptions
from quotecli.read.records import Articles, Fields, NoText, columns

ROWS = 64
"""Held at a time."""


def read(blob: Blob, options: ReadOptions) -> Iterator[Source | Skipped]:
    """Every row as an article; its id ends with the number of the row, from 1."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise missing(blob.path, "pyarrow", "parquet") from None

    with seekable(blob, options) as stream:
        try:
            file = ParquetFile(stream, pre_buffer=False)
            known = columns(blob.path, file.schema_arrow.names, options)
            _check(blob, file.schema_arrow, known)
            articles = Articles(blob, options, "parquet")
            for number, row in enumerate(_rows(file, known, options), 1):
                try:
                    yield _article(articles, row, number, known)
                except (UnreadableSource, NoText) as error:
                    yield Skipped(blob.path, f"row {number}: {getattr(error, 'reason', error)}")
        except (ArrowException, OSError) as error:
            first = next(iter(str(error).splitlines()), "")[:100]
            raise UnreadableSource(blob.path, f"is not Parquet, or damaged ({first})") from None


def _check(blob: Blob, schema: Any, known: Fields) -> None:
    """Raises UnreadableSource when the column of the articles holds numbers or bytes."""
    from pyarrow import types

    if known.text in schema.names:
        kind = schema.types[schema.names.index(known.text)]
        if types.is_primitive(kind) or types.is_decimal(kind) or types.is_binary(kind) or types.is_large_binary(kind):
            raise UnreadableSource(blob.path, f"its column '{known.text}' holds no text but {kind}: choose another with --text-field")


def _article(articles: Articles, row: dict[str, Any], number: int, known: Fields) -> Source:
    if len(row.get(known.text) or "") > articles.options.max_size:
        raise NoText(f"is larger than {megabytes(articles.options.max_size)}; raise --max-size to read it")
    return articles.article(row, number, None, known)


def _rows(file: Any, known: Fields, options: ReadOptions) -> Iterator[dict[str, Any]]:
    names = (known.text, known.title, known.date, known.publisher, known.url, known.author, known.language, options.id_field)
    columns = [name for name in names if name and name.split(".")[0] in file.schema_arrow.names]
    for batch in file.iter_batches(batch_size=ROWS, columns=columns):
        found = dict(zip(reversed(batch.schema.names), reversed(batch.columns), strict=True))  # of two of one name the first counts
        values = [_values(column) for column in found.values()]
        yield from (dict(zip(found, row, strict=True)) for row in zip(*values, strict=True))


def _values(column: Any) -> list[Any]:
    """The column as Python has it: times to the microsecond; a date that no calendar has is left out."""
    from pyarrow import timestamp, types

    if types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(timestamp("us", column.type.tz), safe=False)
    try:
        return cast(list[Any], column.to_pylist())
    except (OverflowError, ValueError, LookupError):
        return [_value(each) for each in column]


def _value(found: Any) -> Any:
    try:
        return found.as_py()
    except UnicodeDecodeError:
        return found.as_buffer().to_pybytes().decode("utf-8", "replace")
    except (OverflowError, ValueError, LookupError):
        return None
