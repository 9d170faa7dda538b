"""Finding and attributing, in megabytes of text a second, beside spaCy's blank English tokenizer on the same text in this process."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

from benchmarks.news import articles
from benchmarks.processes import ROOT
from quotecli.find import find_quotes, tokens
from quotecli.model import Source

SIZE = 1_000_000
"""Bytes of text in a round: seconds, not minutes."""


def texts(corpus: str | None) -> Iterator[str]:
    """The texts of a .jsonl file with a field "text", of a folder of .txt and .jsonl files, or made-up ones."""
    if not corpus:
        yield from articles(SIZE)
        return
    path = Path(corpus)
    files = sorted(f for f in path.rglob("*") if f.suffix in (".txt", ".jsonl")) if path.is_dir() else [path]
    for file in files:
        if file.suffix != ".jsonl":
            yield file.read_bytes().decode("utf-8", "replace")
            continue
        with file.open(encoding="utf-8") as lines:
            yield from (record["text"] for line in lines if "text" in (record := json.loads(line)))


def sample(corpus: str | None) -> list[str]:
    """The first texts of a corpus, a round's worth."""
    taken, size = list[str](), 0
    for text in texts(corpus):
        taken.append(text)
        size += len(text.encode())
        if size >= SIZE:
            break
    return taken


def find(texts: list[str]) -> int:
    """All quotations with their speakers; how many."""
    return sum(len(find_quotes(Source(id=str(n), path="-", text=text)).quotes) for n, text in enumerate(texts))


def tokenizer() -> Callable[[list[str]], int] | None:
    """The yardstick, or None where it could not be installed."""
    try:
        import spacy
    except ImportError:
        return None
    make_doc = spacy.blank("en").make_doc
    return lambda texts: sum(len(make_doc(text)) for text in texts)


def seconds(work: Callable[[list[str]], int], texts: list[str]) -> float:
    """Processor time of one round."""
    start = process_time()
    work(texts)
    return process_time() - start


def compiled() -> bool:
    """Whether what is measured is compiled; else it is the same source as Python."""
    return not str(tokens.__file__).endswith(".py")


def as_python(corpus: str | None, rounds: int) -> float:
    """Megabytes a second of the source that was compiled; it is what Python finds where a process is started in its folder."""
    code = f"from benchmarks.extraction import speed; print(speed({corpus!r}, {rounds}))"
    return float(subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True).stdout)


def speed(corpus: str | None, rounds: int) -> float:
    """Megabytes a second, the median of some rounds."""
    taken = sample(corpus)
    find(taken[: len(taken) // 4 + 1])  # warm
    return sum(len(text.encode()) for text in taken) / 1e6 / statistics.median(seconds(find, taken) for _ in range(rounds))


def main(corpus: str | None = None, rounds: int = 5) -> None:
    """Print both speeds and their ratio: medians of rounds taken in turn."""
    taken = sample(corpus)
    size = sum(len(text.encode()) for text in taken)
    rival = tokenizer()
    quotes = find(taken[: len(taken) // 4 + 1])  # warm
    ours, theirs = list[float](), list[float]()
    for _ in range(rounds):
        ours.append(seconds(find, taken))
        if rival:
            theirs.append(seconds(rival, taken))
    print(
        f"Extraction with attribution: {corpus or 'made-up news'}, {len(taken)} articles, {size / 1e6:.2f} MB, medians of {rounds} rounds"
    )
    quotes = find(taken)
    print(f"  find_quotes            {size / 1e6 / statistics.median(ours):6.2f} MB/s   {quotes} quotations; ", end="")
    print(f"compiled ({as_python(corpus, rounds):.2f} MB/s as Python)" if compiled() else "as Python, not compiled")
    if not theirs:
        print("  spaCy could not be installed here: no yardstick, no ratio")
        return
    print(f"  spaCy blank tokenizer  {size / 1e6 / statistics.median(theirs):6.2f} MB/s")
    print(f"  ratio                  {statistics.median(t / o for o, t in zip(ours, theirs, strict=True)):6.2f}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
