"""Parquet: one article a row; only the columns that are used are read, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

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
            articles = Articles(blob, options, "parquet")
            for number, row in enumerate(_rows(file, known, options), 1):
                try:
                    yield _article(articles, row, number, known)
                except (UnreadableSource, NoText) as error:
                    yield Skipped(blob.path, f"row {number}: {getattr(error, 'reason', error)}")
        except (ArrowException, OSError) as error:
            raise UnreadableSource(blob.path, f"is not Parquet, or damaged ({str(error).splitlines()[0][:100]})") from None


def _article(articles: Articles, row: dict[str, Any], number: int, known: Fields) -> Source:
    if len(row.get(known.text) or "") > articles.options.max_size:
        raise NoText(f"is larger than {megabytes(articles.options.max_size)}; raise --max-size to read it")
    return articles.article(row, number, None, known)


def _rows(file: Any, known: Fields, options: ReadOptions) -> Iterator[dict[str, Any]]:
    names = (known.text, known.title, known.date, known.publisher, known.url, known.author, known.language, options.id_field)
    columns = [name for name in names if name and name.split(".")[0] in file.schema_arrow.names]
    for batch in file.iter_batches(batch_size=ROWS, columns=columns):
        yield from batch.to_pylist()
