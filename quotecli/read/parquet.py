"""Parquet: one article a row; only the columns that are used are read, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from quotecli.errors import UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.blob import Blob, megabytes, missing, seekable
from quotecli.read.options import ReadOptions
from quotecli.read.records import Articles, Fields, NoText, Remarks, columns

TOO_LARGE = ()
"""In place of a value that is larger than allowed."""
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
            schema = ParquetFile(stream, pre_buffer=False).schema_arrow
            known = columns(blob.path, schema.names, options)
            _check(blob.path, schema, known)
            file = ParquetFile(stream, pre_buffer=False, read_dictionary=_strings(schema))
            articles, remarks = Articles(blob, options, "parquet"), Remarks(blob)
            for number, row in enumerate(_rows(file, known, options), 1):
                try:
                    yield _article(articles, row, number, known)
                except (UnreadableSource, NoText) as error:
                    yield from remarks.of(f"row {number}: {getattr(error, 'reason', error)}")
            yield from remarks.rest("rows")
        except UnicodeDecodeError:
            raise UnreadableSource(blob.path, "has names of columns that are no UTF-8") from None
        except (ArrowException, OSError) as error:
            raise damaged(blob.path, error) from None


def layout(path: str, stream: Any, options: ReadOptions) -> dict[str, str]:
    """The columns of a Parquet file that are used, with their types. Raises UnreadableSource where none is the article."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise missing(path, "pyarrow", "parquet") from None
    try:
        schema = ParquetFile(stream, pre_buffer=False).schema_arrow
        known = columns(path, schema.names, options)
    except UnicodeDecodeError:
        raise UnreadableSource(path, "has names of columns that are no UTF-8") from None
    except (ArrowException, OSError) as error:
        raise damaged(path, error) from None
    _check(path, schema, known)
    tops = [name if name in schema.names else name.split(".")[0] for name in _used(schema.names, known)]
    return {name: str(schema.types[schema.names.index(name)]) for name in tops}


def damaged(path: str, error: Exception) -> UnreadableSource:
    """What to say of a file that does not hold what its format asks for."""
    return UnreadableSource(path, f"is not Parquet, or damaged ({next(iter(str(error).splitlines()), '')[:100]})")


def _check(path: str, schema: Any, known: Fields) -> None:
    """Raises UnreadableSource when the column of the articles holds numbers or bytes."""
    from pyarrow import types

    if known.text in schema.names:
        kind = schema.types[schema.names.index(known.text)]
        if types.is_primitive(kind) or types.is_decimal(kind) or types.is_binary(kind) or types.is_large_binary(kind):
            raise UnreadableSource(path, f"its column '{known.text}' holds no text but {kind}: choose another with --text-field")


def _article(articles: Articles, row: dict[str, Any], number: int, known: Fields) -> Source:
    if row.get(known.text) is TOO_LARGE:
        raise NoText(f"is larger than {megabytes(articles.options.max_size)}; raise --max-size to read it")
    return articles.article(row, number, None, known)


def _rows(file: Any, known: Fields, options: ReadOptions) -> Iterator[dict[str, Any]]:
    for batch in file.iter_batches(batch_size=ROWS, columns=_used(file.schema_arrow.names, known)):
        found = dict(zip(reversed(batch.schema.names), reversed(batch.columns), strict=True))  # of two of one name the first counts
        values = [_values(column, options.max_size) for column in found.values()]
        yield from (dict(zip(found, row, strict=True)) for row in zip(*values, strict=True))


def _used(there: Sequence[str], known: Fields) -> list[str]:
    """The columns that an article is made of."""
    names = (known.text, known.title, known.date, known.publisher, known.url, known.author, known.language, known.id)
    return [name for name in names if name and name.split(".")[0] in there]


def _strings(schema: Any) -> list[str]:
    """The columns of text: each of their values is held once, however often it stands there."""
    from pyarrow import types

    return [name for name, kind in zip(schema.names, schema.types, strict=True) if types.is_string(kind) or types.is_large_string(kind)]


def _values(column: Any, limit: int) -> Iterable[Any]:
    """The column as Python has it: times to the microsecond; a date that no calendar has is left out."""
    from pyarrow import timestamp, types

    if types.is_dictionary(column.type):
        return _from_dictionary(column, limit)
    if types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(timestamp("us", column.type.tz), safe=False)
    try:
        return cast(list[Any], column.to_pylist())
    except (OverflowError, ValueError, LookupError):
        return [_value(each) for each in column]


def _from_dictionary(column: Any, limit: int) -> Iterator[Any]:
    """One by one, each made when it is asked for: a short file may say a long text a thousand times."""
    from pyarrow.compute import binary_length

    sizes = binary_length(column.dictionary).to_pylist()
    for number in column.indices.to_pylist():
        if number is None:
            yield None
        else:
            yield _value(column.dictionary[number]) if sizes[number] <= limit else TOO_LARGE


def _value(found: Any) -> Any:
    try:
        return found.as_py()
    except UnicodeDecodeError:
        return found.as_buffer().to_pybytes().decode("utf-8", "replace")
    except (OverflowError, ValueError, LookupError):
        return None
