"""Files as frames of articles: Parquet as Daft reads it, JSON Lines by pieces, so that neither a long file nor a broken line stops it."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import daft
from daft import DataType, col
from daft.functions import file

from quotecli.engines.daft import LINE, PATH, Files
from quotecli.errors import UnreadableSource
from quotecli.model import Skipped
from quotecli.read import Input, ReadOptions, list_inputs
from quotecli.read.formats import format_of
from quotecli.read.inputs import name_all
from quotecli.read.jsonl import lines
from quotecli.read.parquet import layout

PIECE = 8_000_000
"""Bytes of JSON Lines that are read at a time."""
LAYOUT = DataType.struct(
    {"columns": DataType.list(DataType.string()), "types": DataType.list(DataType.string()), "reason": DataType.string()}
)


class Inputs(NamedTuple):
    """What is to be read."""

    files: Files  # by the addresses under which Daft has them
    frames: tuple[daft.DataFrame, ...]
    skipped: tuple[Skipped, ...]


def inputs(paths: Sequence[str], options: ReadOptions) -> Inputs:
    """The files at the paths as frames, a frame a layout; what cannot be read is skipped with its reason."""
    named, skipped = listed(paths, options)
    files: dict[str, Files] = {"parquet": {}, "jsonl": {}}
    for address, one in named.items():
        format = format_of(address, b"", options.input_format).name
        if format in files:
            files[format][address] = one
        else:
            skipped.append(Skipped(one.path, "is neither Parquet nor JSON Lines, which is what an engine reads"))
    tables, unread = by_layout(files["parquet"], options)
    frames = [daft.read_parquet(some, file_path_column=PATH, ignore_corrupt_files=True).select(PATH, *names) for names, some in tables]
    if files["jsonl"]:
        frames.append(of_lines([*files["jsonl"]], options))
    return Inputs(named, tuple(frames), (*skipped, *unread))


def listed(paths: Sequence[str], options: ReadOptions) -> tuple[Files, list[Skipped]]:
    """The files by their addresses, and what is none."""
    remote = [path for path in paths if "://" in path]
    near = list_inputs([path for path in paths if "://" not in path], options)
    files = {one.path: one for one in near if isinstance(one, Input)}
    far, skipped = [], [one for one in near if isinstance(one, Skipped)]
    for path in remote:
        try:
            far += daft.from_glob_path(path).to_pydict()["path"]
        except (FileNotFoundError, daft.exceptions.DaftCoreException):
            skipped.append(Skipped(path, "no such file or folder"))
    return files | {path: Input(name, path) for path, name in name_all(far).items()}, skipped


def by_layout(files: Files, options: ReadOptions) -> tuple[list[tuple[tuple[str, ...], list[str]]], list[Skipped]]:
    """Parquet files by the columns that are used, with their types: Daft would read all of them as it reads the first."""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = defaultdict(list)
    skipped = []
    if files:
        looked = daft.from_pydict({PATH: [*files]}).select(PATH, laid_out(options)(file(col(PATH)), col(PATH)).alias("found"))
        for address, found in zip(*looked.to_pydict().values(), strict=True):
            if found["reason"]:
                skipped.append(Skipped(files[address].path, found["reason"]))
            else:
                groups[tuple(found["columns"]), tuple(found["types"])].append(address)
    return [(names, addresses) for (names, _), addresses in groups.items()], skipped


def laid_out(options: ReadOptions) -> Any:
    """What tells the columns of a Parquet file that are used, and their types, or why it cannot be read."""

    @daft.func(return_dtype=LAYOUT)
    def look(opened: Any, path: str) -> Any:
        try:
            with opened.open() as stream:
                found = layout(path, Stream(stream), options)
            return {"columns": [*found], "types": [*found.values()], "reason": None}
        except UnreadableSource as error:
            return {"columns": [], "types": [], "reason": error.reason}

    return look


def of_lines(paths: Sequence[str], options: ReadOptions) -> daft.DataFrame:
    """The lines of JSON Lines files, as bytes: what is no UTF-8 or no JSON is a line that is skipped, not the end of the run."""
    sizes = daft.from_pydict({PATH: paths}).select(PATH, file(col(PATH)).file_size().alias("size")).to_pydict()
    pieces = [(path, start) for path, size in zip(sizes[PATH], sizes["size"], strict=True) for start in range(0, size, PIECE)]

    @daft.func(return_dtype=DataType.list(DataType.struct({"at": DataType.int64(), "line": DataType.binary()})))
    def piece(opened: Any, start: int) -> Any:
        with opened.open() as stream:
            every = between(io.BufferedReader(Stream(stream)), start, start + PIECE, options.max_size)
            return [{"at": at, "line": line} for at, line in every]

    frame = daft.from_pydict({PATH: [path for path, _ in pieces], "start": [start for _, start in pieces]})
    if daft.get_or_infer_runner_type() == "ray":  # which spreads partitions, not rows
        frame = frame.into_partitions(max(len(pieces), 1))
    return frame.select(PATH, piece(file(col(PATH)), col("start")).alias(LINE)).explode(LINE).where(col(LINE).not_null())


def between(stream: io.BufferedReader[Any], start: int, stop: int, limit: int) -> Iterator[tuple[int, bytes]]:
    """The lines of an open file that begin between two places, each with its own; of one that is too long the start."""
    if start:
        stream.seek(start - 1)
        while (rest := stream.readline(PIECE)) and not rest.endswith(b"\n"):
            pass
    at = stream.tell()
    for line in lines(stream.readline, limit) if at < stop else ():
        if line.strip():
            yield at, line
        at = stream.tell()
        if at >= stop:
            return


class Stream(io.RawIOBase):
    """A file of Daft's as Python knows files."""

    def __init__(self, opened: Any) -> None:
        self.stream = opened

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        return int(self.stream.seek(offset, whence))

    def tell(self) -> int:
        """The place."""
        return int(self.stream.tell())

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer, or less of it; nothing at the end."""
        data = self.stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
