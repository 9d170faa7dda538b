"""The archive: adding, a day more, finding, the file; on generated collections, so without what it takes to read and search articles.

    python -m benchmarks.archive [SIZE…]      by default 10000 30000

Each size, in quotations, runs in a process of its own, so that its peak memory can be told. Seconds are of the processor, one core. The
collection is added in steps, as it would grow; the last of them is the day.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.clusters import Collection
from quotecli.collection import BATCH, Run
from quotecli.find import Found
from quotecli.finding import find
from quotecli.growth.regroup import regroup
from quotecli.keep.door import opened
from quotecli.model import Quote, Span

SIZES = (10_000, 30_000)
STEP = 10_000  # quotations that are compared at a time
DAY = 1_000  # quotations of the day
ASKED = 50  # times that words are looked for


def articles(made: Collection) -> Iterator[Found]:
    """The articles of a collection, their quotations in their texts."""
    by_source: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in made.quotes:
        by_source[quote.source].append(quote)
    for source in made.sources:
        text, quotes = source.text + "\n", []
        for quote in by_source[source.id]:
            start = len(text) + 2
            text += f"\n“{quote.text}”"
            said_by = quote.speaker and quote.speaker._replace(mention=None, start=None, end=None)
            place = Span(start, start + len(quote.text))
            moved = quote._replace(id=f"{source.id}:{start - 1}", start=start - 1, end=place.end + 1, pieces=(place,), speaker=said_by)
            quotes.append(moved)
        yield Found(source._replace(text=text, path=f"{source.id}.txt"), tuple(quotes), ())


def add(path: str, found: Sequence[Found]) -> float:
    """Put articles into an archive and compare them; the seconds that it takes."""
    began = process_time()
    with opened(path, write=True) as store:
        run = Run(store)
        for start in range(0, len(found), BATCH):
            run.put(found[start : start + BATCH])
        regroup(store)
    return process_time() - began


def steps(found: Sequence[Found], size: int) -> Iterator[list[Found]]:
    """The articles in parts of about so many quotations."""
    part, count = list[Found](), 0
    for one in found:
        part.append(one)
        count += len(one.quotes)
        if count >= size:
            yield part
            part, count = [], 0
    if part:
        yield part


def asked(path: str, made: Collection) -> tuple[float, float]:
    """Seconds that it takes to find words in the archive, after a first time: the median and the slowest."""
    random, times = Random(1), []
    find("words that nobody said", [path])
    for quote in random.sample(made.quotes, ASKED):
        words = quote.text.split()
        began = process_time()
        find(" ".join(words[: random.randint(3, 12)]), [path])
        times.append(process_time() - began)
    return sorted(times)[ASKED // 2], max(times)


def measure(size: int) -> None:
    """Print one line for an archive of that size."""
    made = Collection(size)
    found = list(articles(made))
    day = next(i for i in range(len(found)) if sum(len(one.quotes) for one in found[-i - 1 :]) >= DAY) + 1
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "news.db")
        seconds = sum(add(path, part) for part in steps(found[:-day], STEP))
        more = add(path, found[-day:])
        median, slowest = asked(path, made)
        megabytes = os.path.getsize(path) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    text = sum(len(one.source.text) for one in found) / 1e6
    print(f"  {len(found):,} articles ({text:.0f} MB), {len(made.quotes):,} quotations: {seconds:.1f} s in steps of {STEP:,}", end=", ")
    print(f"{more:.1f} s for {DAY:,} more, {megabytes:.0f} MB")
    print(f"    found in {median * 1000:.0f} ms (the slowest of {ASKED}: {slowest * 1000:.0f} ms), peak {peak:.0f} MB")
    print(f"SECONDS {len(made.quotes)} {seconds:.3f} {more:.3f}", flush=True)


def main(sizes: Sequence[int] = SIZES) -> None:
    """Print two lines for each size, and how time grows between the smallest and the largest."""
    print("Archives of generated collections")
    times: list[tuple[int, float, float]] = []
    for size in sizes:
        done = subprocess.run([sys.executable, "-m", "benchmarks.archive", "--one", str(size)], capture_output=True, text=True, check=True)
        lines = done.stdout.splitlines()
        print("\n".join(line for line in lines if not line.startswith("SECONDS")), flush=True)
        times += [(int(n), float(a), float(b)) for line in lines if line.startswith("SECONDS") for n, a, b in [line.split()[1:]]]
    if len(times) > 1:
        (small, fast, day), (large, slow, later) = times[0], times[-1]
        grown = log(large / small)
        print(f"  adding grows as n^{log(slow / fast) / grown:.2f}, a day as n^{log(later / day) / grown:.2f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
