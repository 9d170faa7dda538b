"""Peak memory and speed of the whole command on small and large input, as one article a line."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.news import articles
from benchmarks.processes import QUOTES, measure


def write(path: Path, size: int) -> None:
    """A .jsonl file with about so many bytes of made-up news; the text repeats after 5 MB, which changes nothing here."""
    some = [json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in articles(min(size, 5_000_000))]
    with path.open("w", encoding="utf-8") as out:
        while size > 0:
            for line in some:
                out.write(line)
                size -= len(line.encode())
                if size <= 0:
                    break


def main(small: int = 1, large: int = 10) -> None:
    """Print the peak of both, in MB, and what a hundredfold input would add."""
    print("Memory: quotes extract FILE.jsonl --no-cluster --format jsonl, peak of the whole process")
    with TemporaryDirectory() as folder:
        for size in (small, large):
            file = Path(folder, f"{size}.jsonl")
            write(file, size * 1_000_000)
            usage = measure((QUOTES, "extract", str(file), "--no-cluster", "--format", "jsonl"))
            print(f"  {size:5} MB of text   {usage.peak / 1e6:6.0f} MB   {size / usage.cpu:6.2f} MB/s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
