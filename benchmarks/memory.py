"""Peak memory and speed of the whole command on small and large input: it holds an article at a time, whatever the file's format.

What could grow is what is kept of each article, not of each byte: so the other formats hold articles of a paragraph, seven times as many.
"""

from __future__ import annotations

import csv
import json
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from io import BytesIO
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.news import Reporter, articles
from benchmarks.processes import QUOTES, measure

COMMAND = ("--no-cluster", "--format", "jsonl")
REPEATS = 5_000_000
"""Bytes after which the text repeats, which changes nothing here."""


def up_to(size: int, some: Iterable[str]) -> Iterator[str]:
    """Texts of about so many bytes in all."""
    for text in cycle(some):
        yield text
        size -= len(text.encode())
        if size <= 0:
            return


def write(path: Path, size: int) -> None:
    """A .jsonl file with about so many bytes of made-up news, one article a line."""
    jsonl(path, up_to(size, list(articles(min(size, REPEATS)))))


def jsonl(path: Path, texts: Iterable[str]) -> None:
    """A text a line."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)


def table(path: Path, texts: Iterable[str]) -> None:
    """A text a row."""
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([["text"], *([text] for text in texts)])


def parquet(path: Path, texts: Iterable[str]) -> None:
    """Likewise, in groups of a thousand rows. Raises ImportError where pyarrow is not installed."""
    from pyarrow import Table
    from pyarrow.parquet import write_table

    write_table(Table.from_pydict({"text": list(texts)}), path, row_group_size=1000)


def mbox(path: Path, texts: Iterable[str]) -> None:
    """A text a message."""
    head = "From news Tue Dec 20 10:00:00 2016\nSubject: news\nContent-Type: text/plain; charset=utf-8\n\n"
    with path.open("w", encoding="utf-8") as out:
        out.writelines(f"{head}{text}\n\n" for text in texts)


def tar(path: Path, texts: Iterable[str]) -> None:
    """A text a file."""
    with tarfile.open(path, "w:gz", compresslevel=1) as out:
        for number, text in enumerate(texts):
            about, data = tarfile.TarInfo(f"{number:07}.txt"), text.encode()
            about.size = len(data)
            out.addfile(about, BytesIO(data))


def zipped(path: Path, texts: Iterable[str]) -> None:
    """A text a line of the one file in it: the list of its files is what every zip archive is read with."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out, out.open("news.jsonl", "w") as member:
        member.writelines(json.dumps({"text": text}).encode() + b"\n" for text in texts)


FORMATS: dict[str, Callable[[Path, Iterable[str]], None]] = {
    "csv": table,
    "parquet": parquet,
    "mbox": mbox,
    "tar.gz": tar,
    "zip": zipped,
}


def main(small: int = 10, large: int = 50) -> None:
    """Print the peak of both sizes, in MB, of one article a line; then of short articles in other formats, a tenth of it."""
    print("Memory: quotes extract FILE --no-cluster --format jsonl, peak of the largest of its processes")
    with TemporaryDirectory() as folder:
        for size in (small, large):
            file = Path(folder, f"{size}.jsonl")
            write(file, size * 1_000_000)
            usage = measure((QUOTES, "extract", str(file), *COMMAND))
            print(f"  {size:5} MB of JSON Lines   {usage.peak / 1e6:6.0f} MB   {size / usage.cpu:6.2f} MB/s", flush=True)
            file.unlink()
        for suffix, made in FORMATS.items():
            with suppress(ImportError):
                peaks = [peak(Path(folder, f"news.{suffix}"), made, size * 100_000) for size in (small, large)]
                told = " and ".join(f"{size * 1_000_000 // 10 // 900:,}" for size in (small, large))
                print(f"  {suffix:8} of about {told} short articles   {' and '.join(f'{one / 1e6:.0f}' for one in peaks)} MB", flush=True)


def peak(file: Path, made: Callable[[Path, Iterable[str]], None], size: int) -> int:
    """Of the command on a file of a format that holds about so many bytes of short articles."""
    reporter = Reporter(1)
    cast = [("", "Dana", "Ortiz"), ("Mr ", "Ben", "Hale")]
    made(file, up_to(size, [reporter.paragraph(cast) for _ in range(1000)]))
    try:
        return measure((QUOTES, "extract", str(file), *COMMAND)).peak
    finally:
        file.unlink()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
