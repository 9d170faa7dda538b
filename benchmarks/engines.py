"""The same articles by the command's own processes and by Daft on this machine: seconds by the clock, for that is what more cores buy."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.news import articles
from benchmarks.processes import PYTHON, QUOTES, measure

SIZE = 6_000_000
"""Bytes: about a thousand articles, a week of them."""


def write(path: Path, size: int) -> int:
    """A .jsonl file of made-up news; how many articles it holds."""
    records = [{"id": number, "text": text, "date": f"2016-12-{1 + number % 7:02}"} for number, text in enumerate(articles(size))]
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return len(records)


def main(size: int = SIZE) -> None:
    """Print the seconds of each way; the processor time of an engine's processes nobody is told."""
    if subprocess.run([PYTHON, "-c", "import daft"], capture_output=True).returncode:
        print("Engines: Daft is not installed here")
        return
    with TemporaryDirectory() as folder:
        file = Path(folder, "news.jsonl")
        print(f"Engines: {write(file, size):,} articles, {size / 1e6:g} MB, two processes, starting and writing included")
        ways = {
            "own processes": ("--no-cluster", "-f", "jsonl"),
            "Daft": ("--engine", "daft", "-o", f"{folder}/quotations"),
            "Daft, utterances too": ("--engine", "daft", "--cluster", "-o", f"{folder}/utterances"),
        }
        for name, options in ways.items():
            began = perf_counter()
            usage = measure((QUOTES, "extract", str(file), "--jobs", "2", "--quiet", *options))
            print(
                f"  {name:20} {perf_counter() - began:6.1f} s, of all processors {usage.cpu:6.1f} s   {usage.peak / 1e6:4.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    main()
