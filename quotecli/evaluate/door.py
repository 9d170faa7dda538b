"""How right the program is on somebody's own annotations: what `quotes eval` does, on one page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from quotecli.errors import Misuse
from quotecli.evaluate.brat import read_brat
from quotecli.evaluate.gold import Event, Texts, by_name
from quotecli.evaluate.intervals import RESAMPLES, intervals
from quotecli.evaluate.rows import read_rows
from quotecli.evaluate.score import BINS, RATIOS, Tally, score
from quotecli.evaluate.tables import read_table
from quotecli.model import Band, Evaluation, Figure, Miss, Scored, Skipped, Source
from quotecli.read import ReadOptions, read_sources


def evaluate(
    gold: str,
    paths: Sequence[str] = (),
    options: ReadOptions | None = None,
    resamples: int = RESAMPLES,
    watch: Callable[[Source | Skipped], None] | None = None,
) -> Evaluation:
    """The figures, with intervals, and every miss.

    `gold` is a file of annotations, or a folder of brat's; `paths` have the articles, where it does not. Raises Misuse where the
    annotations cannot be read, or do not fit their articles: a figure of half of them would mean something else.
    """
    found = list(read_sources(paths, options or ReadOptions())) if paths else []
    sources = [one for one in found if isinstance(one, Source)]
    events = list(read_gold(gold, by_name([(one.id, one.path, one.text) for one in sources])))
    if not events:
        raise Misuse(f"{gold}: has no annotated article")
    scored = []
    for event in events:
        scored.append(score(event))
        if watch:
            watch(Source(event.articles[0].name, gold, "".join(article.text for article in event.articles)))
    return gathered(events, scored, resamples, [one for one in found if isinstance(one, Skipped)])


def read_gold(gold: str, texts: Texts) -> Iterator[Event]:
    """The annotations, in the form that the name tells. Raises `Misuse` for any other."""
    path = Path(gold)
    suffix = path.suffix.lower()
    if path.is_dir() or suffix == ".ann":
        yield from map(read_brat, annotated_in(path))
    elif suffix in (".jsonl", ".ndjson", ".json"):
        yield from read_rows(decoded(path), gold, texts)
    elif suffix == ".csv":
        yield from read_table(decoded(path), gold, texts)
    else:
        raise Misuse(f"{gold}: annotations are .jsonl, .csv, .ann, or a folder of .ann")


def annotated_in(path: Path) -> list[Path]:
    """The .ann files of a folder, or the one that it is."""
    found = sorted(path.rglob("*.ann")) if path.is_dir() else [path]
    if not found:
        raise Misuse(f"{path}: has no .ann in it")
    return found


def decoded(path: Path) -> str:
    """The text of a file of annotations, line ends as they stand."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Misuse(f"{path}: is not UTF-8: {error.reason} at byte {error.start}") from None


def gathered(
    events: Sequence[Event], scored: Sequence[tuple[Tally, list[Miss]]], resamples: int, skipped: Sequence[Skipped] = ()
) -> Evaluation:
    """The figures of all events together; those that nothing was annotated for are left out."""
    whole = sum((tally for tally, _ in scored), Tally())
    counts = [[tally.counts(ratio) for ratio in RATIOS] for tally, _ in scored]
    drawn = intervals(counts, resamples)
    figures = [Figure(one.name, *whole.counts(one), *(between or (None, None))) for one, between in zip(RATIOS, drawn, strict=True)]
    return Evaluation(
        articles=tuple(Scored(article.name, len(article.quotes)) for event in events for article in event.articles),
        figures=tuple(figure for figure in figures if figure.whole),
        bands=tuple(Band(low, high, *whole.bands[low]) for low, high in zip(BINS, (1.0, *BINS), strict=False) if whole.bands[low][1]),
        misses=tuple(miss for _, misses in scored for miss in misses),
        skipped=tuple(skipped),
    )
