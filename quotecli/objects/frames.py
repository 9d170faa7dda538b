"""A report as a frame of pandas or polars: a row a quotation, a wording or an edit, each column of one type, nothing in a cell altered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import Any, Literal

from quotecli.errors import MissingLibrary, Misuse
from quotecli.model import Report
from quotecli.render import csv

Rows = Literal["quotations", "wordings", "edits"]
LIBRARIES = ("pandas", "polars")
PLACE = ("cluster", "utterance", "quote", "source", "path", "publisher", "published", "start", "end")
WORDINGS = (*PLACE, "speaker", "text", "base", "similarity", "edits", "risk")
EDITS = (*PLACE, "speaker", "type", "from", "to", "from_start", "from_end", "risk")
# Every other column holds strings.
NUMBERS = frozenset({"line", "column", "start", "end", "sources", "outlets", "edits", "from_start", "from_end"})
SHARES = frozenset({"confidence", "similarity"})
TRUTHS = frozenset({"risk", "base"})


def to_dataframe(report: Report, rows: Rows = "quotations", library: Literal["pandas", "polars"] | None = None) -> Any:
    """The frame; of the first library that is installed where none is named. Raises MissingLibrary where there is none, Misuse for rows
    of another kind."""
    if rows not in TABLES:
        raise Misuse(f"rows is one of {', '.join(TABLES)}, not {rows}")
    if library not in (None, *LIBRARIES):
        raise Misuse(f"library is one of {', '.join(LIBRARIES)}, not {library}")
    heads, made = TABLES[rows]
    lines = list(made(report))
    columns = {head: [line[index] for line in lines] for index, head in enumerate(heads)}
    name, found = imported((library,) if library else LIBRARIES)
    return (pandas_frame if name == "pandas" else polars_frame)(found, columns)


def imported(names: Iterable[str]) -> tuple[str, Any]:
    """The first of the libraries that is there."""
    for name in (several := list(names)):
        try:
            return name, import_module(name)
        except ImportError:
            continue
    raise MissingLibrary(f"a frame takes {' or '.join(several)}; install it with `pip install {several[0]}`")


def pandas_frame(pandas: Any, columns: dict[str, list[object]]) -> Any:
    """Of nullable types, so that an offset that is missing makes no fractions of the others."""
    return pandas.DataFrame({head: pandas.Series(values, dtype=kind(head, PANDAS)) for head, values in columns.items()})


def polars_frame(polars: Any, columns: dict[str, list[object]]) -> Any:
    """The same columns."""
    return polars.DataFrame(columns, schema={head: getattr(polars, kind(head, POLARS)) for head in columns})


PANDAS, POLARS = ("Int64", "Float64", "boolean", "string"), ("Int64", "Float64", "Boolean", "String")


def kind(head: str, names: tuple[str, str, str, str]) -> str:
    """What a library calls the type of a column."""
    number, share, truth, words = names
    return number if head in NUMBERS else share if head in SHARES else truth if head in TRUTHS else words


def quotations(report: Report) -> Iterator[tuple[object, ...]]:
    """The rows of the CSV file, a risk as true or false."""
    for row in csv.rows(report):
        yield (*row[:-1], bool(row[-1]))


def wordings(report: Report) -> Iterator[tuple[object, ...]]:
    """Every wording of every utterance, the base first."""
    for place, speaker, index, variant in variants(report):
        risk = any(edit.risk for edit in variant.edits)
        yield (*place, variant.start, variant.end, speaker, variant.text, not index, variant.similarity, len(variant.edits), risk)


def edits(report: Report) -> Iterator[tuple[object, ...]]:
    """Every difference of a wording from the base of its utterance."""
    for place, speaker, _, variant in variants(report):
        for one in variant.edits:
            told = (one.before_start, one.before_end) if one.before_start >= 0 else (None, None)
            yield (*place, one.start, one.end, speaker, one.type, one.before, one.after, *told, one.risk)


def variants(report: Report) -> Iterator[tuple[tuple[object, ...], str | None, int, Any]]:
    """The wordings with where they stand, whose words they are there, and their number in the utterance."""
    sources = {source.id: source for source in report.sources}
    speakers = {quote.id: quote.speaker and quote.speaker.name for quote in report.quotes}
    for cluster in report.clusters:
        for index, one in enumerate(cluster.variants):
            about = sources[one.source]
            place = (cluster.id, cluster.text, one.quote, one.source, about.path, about.publisher, about.published)
            yield place, speakers.get(one.quote), index, one


TABLES: dict[str, tuple[tuple[str, ...], Callable[[Report], Iterator[tuple[object, ...]]]]] = {
    "quotations": (csv.COLUMNS, quotations),
    "wordings": (WORDINGS, wordings),
    "edits": (EDITS, edits),
}
