"""Quotations and utterances of a Daft DataFrame, on whichever runner Daft has: this machine's cores, or a Ray cluster.

    import daft
    from quotecli.engines.daft import quotations, utterances

    articles = daft.read_parquet("s3://bucket/*.parquet")
    quotations(articles).where(daft.col("record") == "quotation").write_parquet("s3://bucket/quotations/")
    utterances(articles, window=7, overlap=2).write_parquet("s3://bucket/utterances/")

Nothing runs until the frame that comes out is written or shown; Daft reads, shuffles, spills and tries again what a lost worker had.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from importlib import import_module
from typing import Any

from quotecli.engines.records import QUOTATIONS, Column, Kind, rows_of, searched
from quotecli.engines.windows import WORDINGS, Windows, seen_by, wordings
from quotecli.errors import MissingLibrary
from quotecli.find import Found
from quotecli.model import Skipped
from quotecli.pipeline import Options
from quotecli.read import Input
from quotecli.workers import cores

try:
    import daft
except ImportError:
    raise MissingLibrary("this takes the engine Daft: pip install 'newsquotes[daft]'") from None

from daft import DataType, col
from daft.functions import to_struct

BATCH = 64
"""Articles that a process takes at a time."""
SPAN = {"start": DataType.int64(), "end": DataType.int64()}
TYPES: dict[Kind, DataType] = {
    "string": DataType.string(),
    "int": DataType.int64(),
    "float": DataType.float64(),
    "bool": DataType.bool(),
    "spans": DataType.list(DataType.struct(SPAN)),
    "edits": DataType.list(
        DataType.struct({**dict.fromkeys(("type", "from", "to"), DataType.string()), "risk": DataType.bool(), **SPAN}),
    ),
}


def each(columns: Iterable[Column]) -> DataType:
    """The type of some rows of a table."""
    row = {column.name: TYPES[column.kind] for column in columns}
    made: DataType = DataType.list(DataType.struct(row))
    return made


PATH, LINE = "quotes:path", "quotes:line"
"""The columns of a frame that is read from files: where a row is from; a line of JSON Lines."""
Files = dict[str, Input]
NO_FILES: Files = {}
NOWHERE = Input("", "-")
SEEN = DataType.struct({"windows": DataType.list(DataType.int64()), "article": DataType.binary()})


class Searcher:
    """Searches articles, in each process of the engine. `files` are the inputs by their addresses, where the rows are read from files."""

    def __init__(self, options: Options, files: Files, windows: Windows) -> None:
        self.options, self.files, self.windows = options, files, windows

    def found(self, records: Any, paths: Any) -> Iterator[tuple[str | None, list[Found | Skipped]]]:
        """The id and what is found, row by row."""
        for record, path in zip(records.to_pylist(), paths.to_pylist(), strict=True):
            yield searched(record, self.files.get(path, NOWHERE), self.options)

    @daft.method.batch(return_dtype=each(QUOTATIONS), batch_size=BATCH)
    def rows(self, records: Any, paths: Any) -> list[Any]:
        """The rows that each article makes."""
        return [[row for one in found for row in rows_of(one, source)] for source, found in self.found(records, paths)]

    @daft.method.batch(return_dtype=SEEN, batch_size=BATCH)
    def seen(self, records: Any, paths: Any) -> list[Any]:
        """The windows that see each article, and the article with its quotations."""
        every = ([one for one in found if isinstance(one, Found)] for _, found in self.found(records, paths))
        packed = [seen_by(found[0], self.windows) if found else ([], None) for found in every]
        return [{"windows": windows, "article": article} for windows, article in packed]

    @daft.method.batch(return_dtype=each(WORDINGS), batch_size=1)
    def wordings(self, windows: Any, articles: Any) -> list[Any]:
        """The wordings of each window."""
        groups = zip(windows.to_pylist(), articles.to_pylist(), strict=True)
        return [list(wordings(window, packed, self.windows, self.options)) for window, packed in groups]


Frames = daft.DataFrame | Sequence[daft.DataFrame]
"""Articles, a row each; of several frames the columns may differ."""


def quotations(frames: Frames, options: Options | None = None, *, jobs: int | None = None, files: Files = NO_FILES) -> daft.DataFrame:
    """A row for each quotation in a frame of articles, for each article, and for each row that is none, with the reason.

    `record` says which: "quotation", "article" or "skipped"; `quotecli.engines.records.QUOTATIONS` says what the columns hold. Which column
    of the frame is what is told by its name, or by `options.read`. `jobs` are the processes, of all machines; else every core.
    """
    search = searcher(options, jobs, files)
    return flat([frame.select(search.rows(*articles(frame)).alias("row")) for frame in several(frames)], QUOTATIONS)


def utterances(
    frames: Frames,
    window: int = 7,
    overlap: int = 2,
    options: Options | None = None,
    *,
    jobs: int | None = None,
    files: Files = NO_FILES,
) -> daft.DataFrame:
    """A row for each wording of each utterance that two or more articles print within a window of some days and its overlaps.

    `quotecli.engines.windows.WORDINGS` says what the columns hold. Articles without a date are in no window: these and the rows that are no
    articles are told by `quotations`. Raises Misuse for a window that makes no sense.
    """
    search = searcher(options, jobs, files, Windows(window, overlap).checked(), pools=2)
    seen = concat([frame.select(search.seen(*articles(frame)).alias("seen")).select(col("seen").unnest()) for frame in several(frames)])
    windows = seen.explode("windows").where(col("windows").not_null()).groupby("windows").agg(col("article").list_agg())
    return flat([windows.select(search.wordings(col("windows"), col("article")).alias("row"))], WORDINGS)


def searcher(options: Options | None, jobs: int | None, files: Files, windows: Windows | None = None, pools: int = 1) -> Any:
    """The processes that search. On Ray workers are processes already, and hold a core each: `pools` of them at a time must share."""
    native = daft.get_or_infer_runner_type() == "native"
    share = (
        {"use_process": True, "max_concurrency": jobs or cores()} if native else {"cpus": 1 / pools, "max_concurrency": jobs or workers()}
    )
    made: Any = daft.cls(Searcher, **share)
    return made((options or Options()).checked(), files, windows or Windows())


def workers() -> int:
    """The cores of the Ray cluster."""
    ray: Any = import_module("ray")
    return int(ray.cluster_resources().get("CPU", 1))


def several(frames: Frames) -> Sequence[daft.DataFrame]:
    """One frame or more, as several."""
    return [frames] if isinstance(frames, daft.DataFrame) else frames


def articles(frame: daft.DataFrame) -> tuple[Any, Any]:
    """The record of each row, and the file that it came from, where that is known."""
    path = col(PATH) if PATH in frame.column_names else daft.lit(None).cast(DataType.string())
    if LINE in frame.column_names:
        return col(LINE), path
    return to_struct(*(col(name) for name in frame.column_names if name != PATH)), path


def flat(frames: Sequence[daft.DataFrame], columns: Sequence[Column]) -> daft.DataFrame:
    """A row for each of the rows in the column `row`, without those that hold none."""
    every = concat([frame.explode("row").select(col("row").unnest()) for frame in frames])
    return every.where(col(columns[0].name).not_null())


def concat(frames: Sequence[daft.DataFrame]) -> daft.DataFrame:
    """The rows of all."""
    return reduce(daft.DataFrame.concat, frames)
