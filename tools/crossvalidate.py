"""Choose the thresholds of the comparing room by cross-validation, and tell what they are worth on sets that had no say.

    python tools/crossvalidate.py EVENTS.jsonl [--shuffles N]

Each line of EVENTS.jsonl is a set of articles on one event: {"articles": [{"name", "text", "quotes": [{"id", "start", "end", "kind",
"speaker"}]}], "utterances": [{"quotes": [ids], "optional": [ids]}]}. Quotations are taken as annotated, so that the finder has no say.
The seeds are in the training of every fold: they are the only translations, and thresholds tuned on verbatim repeats alone lose those.
Pairs of quotations of different articles are counted: linked where they share a cluster.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from quotecli.compare import candidates, cluster, kin, links, score, stretches
from quotecli.model import Quote, Source, Span, Speaker

ROOT = Path(__file__).parents[1]
FOLDS = 10
GRID = {"COVERAGE": (0.2, 0.25, 0.3), "NEAR": (4.5, 5.0, 5.5), "STRANGERS": (0.4, 0.5, 0.6), "TOGETHER": (0.5, 2 / 3)}

Counts = tuple[int, int, int]  # pairs that are, that are said to be, that are both


class Event(NamedTuple):
    """A set of articles with what is known of it."""

    quotes: dict[str, Quote]  # by id
    sources: list[Source]
    pairs: set[tuple[str, str]]
    asked: list[tuple[str, str]]  # pairs that are judged


def event(record: dict[str, object]) -> Event:
    """A set as the comparing room wants it."""
    quotes: dict[str, Quote] = {}
    sources = []
    articles: list[dict[str, object]] = record["articles"]  # type: ignore[assignment]
    for article in articles:
        name, text = str(article["name"]), str(article["text"])
        sources.append(Source(name, name, text))
        annotated: list[dict[str, object]] = article["quotes"]  # type: ignore[assignment]
        for one in annotated:
            if one["kind"] in ("speech", "direct", "mixed"):
                quotes[str(one["id"])] = quotation(name, text, one)
    utterances: list[dict[str, list[str]]] = record["utterances"]  # type: ignore[assignment]
    optional = {id for utterance in utterances for id in utterance.get("optional", [])}
    asked = [(a, b) for a, b in itertools.combinations(sorted(quotes), 2) if quotes[a].source != quotes[b].source and not {a, b} & optional]
    true = {pair for utterance in utterances for pair in itertools.combinations(sorted(set(utterance["quotes"])), 2)}
    return Event(quotes, sources, true & set(asked), asked)


def quotation(source: str, text: str, one: dict[str, object]) -> Quote:
    """An annotated quotation: its paragraphs without the marks."""
    start, end = int(str(one["start"])), int(str(one["end"]))
    found = re.finditer(r"[^\s“”\"‘][^\n]*", text[start : end - 1])
    pieces = tuple(Span(start + m.start(), start + m.end()) for m in found) or (Span(start + 1, end - 1),)
    words = "\n".join(text[low:high] for low, high in pieces)
    speaker = Speaker(str(one["speaker"]), None, None, None, "annotated", 1.0) if one["speaker"] else None
    return Quote(
        f"{source}:{start}", source, start, end, 1, 1, words, pieces, "mixed" if one["kind"] == "mixed" else "direct", speaker=speaker
    )


def seeds() -> Event:
    """The five articles, annotated."""
    gold = json.loads((ROOT / "tests/gold/seeds.json").read_text("utf8"))
    articles = [
        {"name": path.stem, "text": path.read_bytes().decode(), "quotes": [q for q in gold["quotes"] if q["file"] == path.name]}
        for path in sorted((ROOT / "seeds").glob("*.txt"))
    ]
    return event({"articles": articles, "utterances": gold["utterances"]})


def counts(one: Event) -> Counts:
    """The pairs of a set, as the thresholds stand."""
    carried: dict[str, set[str]] = {}
    for found in cluster(list(one.quotes.values()), one.sources):
        for variant in found.variants:
            carried.setdefault(variant.quote, set()).add(found.id)
    said = {(a, b) for a, b in one.asked if carried.get(one.quotes[a].id, set()) & carried.get(one.quotes[b].id, set())}
    return len(one.pairs), len(said), len(said & one.pairs)


def settings() -> Iterator[tuple[float, ...]]:
    """Every point of the grid, set in turn in all modules that use it."""
    for point in itertools.product(*GRID.values()):
        for name, value in zip(GRID, point, strict=True):
            for module in (candidates, kin, links, score, stretches):
                if hasattr(module, name):
                    setattr(module, name, value)
        yield point


def total(all_counts: list[Counts]) -> Counts:
    """Counts added up."""
    a, b, c = (sum(column) for column in zip((0, 0, 0), *all_counts, strict=True))
    return a, b, c


def f1(some: Counts) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * some[2] / max(1, some[0] + some[1])


def shown(some: Counts) -> str:
    """Precision, recall and their mean."""
    return f"P {some[2] / max(1, some[1]):.3f}  R {some[2] / max(1, some[0]):.3f}  F1 {f1(some):.3f}"


def main() -> None:
    """Print what the thresholds chosen in training are worth in testing, and which are chosen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", type=Path)
    parser.add_argument("--shuffles", type=int, default=5)
    asked = parser.parse_args()
    events = [event(json.loads(line)) for line in asked.events.read_text("utf8").splitlines()]
    always = seeds()
    table = {point: ([counts(one) for one in events], counts(always)) for point in settings()}
    tested: list[Counts] = []
    chosen: list[tuple[float, ...]] = []
    for shuffle in range(asked.shuffles):
        order = list(range(len(events)))
        Random(shuffle).shuffle(order)
        for fold in range(FOLDS):
            held_out = set(order[fold::FOLDS])
            best = max(
                table,
                key=lambda point: (f1(total([c for i, c in enumerate(table[point][0]) if i not in held_out] + [table[point][1]])), point),
            )
            chosen.append(best)
            tested.append(total([table[best][0][i] for i in held_out]))
    print(f"held-out sets   {shown(total(tested))}   ({FOLDS} folds, {asked.shuffles} shuffles, {len(table)} points)")
    for point in sorted(set(chosen), key=lambda point: -chosen.count(point)):
        values = "  ".join(f"{name} {value:.2f}" for name, value in zip(GRID, point, strict=True))
        print(
            f"chosen {chosen.count(point):3} times   {values}   all sets {shown(total(table[point][0]))}   seeds {shown(table[point][1])}"
        )


if __name__ == "__main__":
    main()
