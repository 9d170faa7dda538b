"""The tables below a folder or an address: cleared, written by the engine, and counted when they are there."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence

import daft
from daft import col
from daft.functions import regexp
from pyarrow.fs import FileSelector, FileSystem, FileType, LocalFileSystem

from quotecli import __version__
from quotecli.engines.daft import TYPES, Files, quotations, utterances
from quotecli.engines.files import Inputs
from quotecli.engines.records import QUOTATIONS, TABLES, Done
from quotecli.engines.windows import Windows
from quotecli.errors import Misuse
from quotecli.model import Skipped
from quotecli.pipeline import Options
from quotecli.read import Input

SAID = 100
"""Rows that are no articles, each told with its reason; the others are counted."""


class Tables:
    """Where they are to be."""

    def __init__(self, out: str) -> None:
        self.out = out.rstrip("/") if "://" in out else os.path.abspath(out)
        self.root: str
        self.system, self.root = FileSystem.from_uri(self.out) if "://" in out else (LocalFileSystem(), self.out)
        self.kept: set[str] = set()  # names of files
        for name in ("daft", "daft_parquet", "daft_local_execution"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # what they skip, and die of, is told in our words

    def of(self, record: str) -> str:
        """The folder of one table."""
        return f"{self.out}/record={record}"

    def there(self) -> list[str]:
        """The files that are there."""
        every = self.system.get_file_info(FileSelector(self.root, recursive=True, allow_not_found=True))
        return [one.path for one in every if one.type == FileType.File]

    def clear(self, again: bool) -> None:
        """Take away a former answer, its summary first. Raises Misuse where something else is there, or it is to be kept."""
        if "://" not in self.out:
            os.makedirs(self.out, exist_ok=True)  # where it cannot be made, that is told before anything is searched
        there = self.there()
        if there and not again:
            raise Misuse(f"{self.out}: is not empty; name another folder, or write over the tables in it with --overwrite")
        ours = tuple(f"/record={table}/" for table in TABLES)
        if stranger := next((path for path in there if not any(one in path and path.endswith(".parquet") for one in ours)), None):
            raise Misuse(f"{stranger}: is none of our tables; --overwrite takes away nothing else")
        for path in sorted(there, key=lambda path: ours[-1] not in path):
            self.system.delete_file(path)

    def write(self, read: Inputs, options: Options, windows: Windows | None) -> Done:
        """Write all of them, the summary last."""
        found = quotations(read.frames, options, jobs=options.jobs, files=read.files).write_parquet(self.out, partition_cols=["record"])
        self.keep(found)
        self.skip([*read.skipped, *(damaged(read.files, *one) for one in found.skipped_corrupt_files)])
        if windows:
            brought = utterances(read.frames, *windows, options, jobs=options.jobs, files=read.files)
            self.keep(brought.write_parquet(self.of("wording")))
        done = self.counted(windows)
        numbers = {name: [value] for name, value in done._asdict().items() if name != "remarks"}
        daft.from_pydict({**numbers, "version": [__version__]}).write_parquet(self.of("summary"))
        return done

    def keep(self, written: daft.DataFrame) -> None:
        """Take away what is not of this answer: what a worker that was lost had begun, and another has written again."""
        self.kept |= {os.path.basename(path) for path in written.to_pydict()["path"]}
        for path in self.there():
            if os.path.basename(path) not in self.kept:
                self.system.delete_file(path)

    def skip(self, skipped: Sequence[Skipped]) -> None:
        """Add files that cannot be read to the rows that are no articles."""
        if skipped:
            rows = daft.from_pylist([one._asdict() for one in skipped])
            there = [
                (col(c.name) if c.name in rows.column_names else daft.lit(None)).cast(TYPES[c.kind]).alias(c.name) for c in QUOTATIONS[1:]
            ]
            self.keep(rows.select(*there).write_parquet(self.of("skipped")))

    def counted(self, windows: Windows | None) -> Done:
        """What is there now."""
        articles, skipped = self.table("article"), self.table("skipped")
        told = skipped.select("path", "reason").limit(SAID).to_pylist() if skipped is not None else []
        undated, doubles = without(articles) if articles is not None and windows else (0, 0)
        return Done(
            articles=count(articles),
            quotations=count(self.table("quotation")),
            skipped=count(skipped),
            undated=undated,
            doubles=doubles,
            wordings=count(self.table("wording")) if windows else None,
            remarks=tuple(Skipped(**one) for one in told),
        )

    def table(self, record: str) -> daft.DataFrame | None:
        """One of them, if it has any rows."""
        mine = f"/record={record}/"
        return daft.read_parquet(f"{self.of(record)}/*.parquet") if any(mine in path for path in self.there()) else None


DAY = r"^\d{4}-\d\d-\d\d"


def without(articles: daft.DataFrame) -> tuple[int, int]:
    """How many have no day, and how many no id of their own."""
    every = articles.count_rows()
    return every - articles.where(regexp(col("published"), DAY)).count_rows(), every - articles.select("source").distinct().count_rows()


def count(table: daft.DataFrame | None) -> int:
    """Its rows."""
    return table.count_rows() if table is not None else 0


def damaged(files: Files, address: str, reason: str, partial: bool) -> Skipped:
    """A file that could not be read to its end."""
    known = files.get(address) or files.get(address.removeprefix("file://")) or Input("", address)
    return Skipped(known.path, f"is damaged{', and was read in part' if partial else ''} ({reason.rpartition(': ')[2]})")
