"""How right the tool is, on the seeds and on annotated news, against floors that never fall by accident.

    python tools/accuracy.py                     the seeds
    python tools/accuracy.py FOLDER              and every .jsonl of annotated news in it
    python tools/accuracy.py FOLDER --docs       and put the tables, with intervals, into the documentation

A line of a .jsonl is an article with quotations and the spans that name their sources (as in PolNeAR), or a set of articles on one
event with full names and shared utterances; what the fields mean stands at the head of quotecli/evaluate/rows.py, and what counts as
right in quotecli/evaluate/score.py. Exits 1 when a figure is below its floor in tools/floors.toml.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from gold import ROOT, Row, half, rows

from quotecli.evaluate.intervals import intervals
from quotecli.evaluate.rows import event
from quotecli.evaluate.score import BINS, RATIOS, Tally, score

Figures = dict[str, float]
Result = tuple[str, Figures, list[Tally]]
UNSEEN = ("polnear-train, half B", "polnear-dev", "gum-dev", "web-dev")
"""Suites on which nothing is fitted: how far a confidence can be trusted is told by these alone."""
CONFIDENT = "confidence 0.9–1.0, three sets"
KEPT_OUT = "not speech, four sets"
RARE = 25
"""Of evidence met less often, the share that was right tells little."""
TOGETHER = {
    CONFIDENT: ("polnear-dev", "gum-dev", "web-dev"),
    KEPT_OUT: ("polnear-dev", "gum-dev", "web-dev", "events-dev"),
}
"""Figures that take several suites at once, each being too small alone, and which."""

NEWS = {
    "detection": "detection-f1",
    "recall": "detection-recall",
    "attribution": "attribution",
    "precision": "attribution-precision",
    "other": "kept-out",
}
EVENTS = {
    "detection": "detection-f1",
    "recall": "detection-recall",
    "exact": "exact",
    "speaker": "attribution",
    "other": "kept-out",
    "links": "links-f1",
}
"""The figures that are held to floors, where sources are annotated by their places and where by full names, and which of the scorer's
they are."""


def news(found: Iterable[Row]) -> tuple[Figures, list[Tally]]:
    """Articles with the spans that name the sources."""
    return scored(found, NEWS)


def events(found: Iterable[Row]) -> tuple[Figures, list[Tally]]:
    """Sets of articles on one event, with full names and shared utterances."""
    return scored(found, EVENTS)


def scored(found: Iterable[Row], names: Mapping[str, str]) -> tuple[Figures, list[Tally]]:
    """The figures of some annotated articles, under these names, and the counts behind them, article by article."""
    tallies = [score(event(row))[0] for row in found]
    whole = sum(tallies, Tally())
    return {name: whole.value(figure) for name, figure in names.items()}, tallies


def seeds() -> tuple[Figures, list[Tally]]:
    """The five articles of seeds/ against tests/gold/seeds.json."""
    gold = json.loads((ROOT / "tests" / "gold" / "seeds.json").read_text("utf8"))
    articles = [
        {"name": path.stem, "text": path.read_bytes().decode("utf8"), "quotes": [q for q in gold["quotes"] if q["file"] == path.name]}
        for path in sorted((ROOT / "seeds").glob("*.txt"))
    ]
    return events([{"articles": articles, "utterances": gold["utterances"]}])


# ---- the report ------------------------------------------------------------------------------------------------------------
def suites(folder: Path | None) -> Iterator[Result]:
    """Every suite by name; a training file by halves, since rules and weights are made on one and checked on the other."""
    yield "seeds", *seeds()
    for path in sorted(folder.glob("*.jsonl")) if folder else ():
        found = rows(path)
        if "articles" in found[0]:
            yield path.stem, *events(found)
        elif path.stem.endswith("train"):
            yield f"{path.stem}, half A", *news(half(found, "A"))
            yield f"{path.stem}, half B", *news(half(found, "B"))
        else:
            yield path.stem, *news(found)


def among(results: Sequence[Result], names: Sequence[str]) -> Tally | None:
    """The counts of several suites together; None unless all of them were measured."""
    chosen = [tallies for name, _, tallies in results if name in names]
    return sum((tally for tallies in chosen for tally in tallies), Tally()) if len(chosen) == len(names) else None


def together(results: Sequence[Result]) -> Iterator[Result]:
    """The figures that take several suites at once: of the most confident attributions, how many are right, and of all, how many are so
    confident; and how much of what is no speech is kept out.
    """
    if confident := among(results, TOGETHER[CONFIDENT]):
        right, given = confident.bands[BINS[0]]
        every = sum(n for _, n in confident.bands.values())
        yield CONFIDENT, {"right": round(right / max(1, given), 4), "share": round(given / max(1, every), 4)}, [confident]
    if kept_out := among(results, TOGETHER[KEPT_OUT]):
        yield KEPT_OUT, {"other": kept_out.value("kept-out")}, [kept_out]


def table(results: Sequence[Result], joined: Sequence[Result], drawn: bool) -> str:
    """The figures and the reliability of confidences as Markdown; `drawn`: with the intervals, which take a while."""
    lines = ["| suite | figures |", "|---|---|"]
    lines += [f"| {name} | {', '.join(told(figures, tallies, drawn))} |" for name, figures, tallies in (*results, *joined)]
    names, tally = unseen(results)
    if tally is None:
        return "\n".join(lines)
    lines += ["", f"How far a confidence can be trusted, on {', '.join(names)}, on which nothing was fitted:"]
    lines += ["", "| confidence | attributions | right |", "|---|---|---|"]
    for low, high in zip(BINS, (1.0, *BINS), strict=False):
        right, given = tally.bands[low]
        if given:
            lines.append(f"| {low:.1f}–{high:.1f} | {given:,} | {right / given:.1%} |")
    return "\n".join(lines)


def told(figures: Figures, tallies: Sequence[Tally], drawn: bool) -> Iterator[str]:
    """Each figure, with the interval that has 95 of 100 draws of as many articles."""
    of = {name: next(ratio for ratio in RATIOS if ratio.name == figure) for name, figure in {**NEWS, **EVENTS}.items()}
    ratios = [of.get(name) for name in figures]
    counts = [[tally.counts(ratio) if ratio else (0, 0) for ratio in ratios] for tally in tallies]
    between = intervals(counts) if drawn else [None] * len(ratios)
    for (name, value), found in zip(figures.items(), between, strict=True):
        yield f"{name} {value:.3f}" + (f" [{found[0]:.3f}–{found[1]:.3f}]" if found else "")


def unseen(results: Sequence[Result]) -> tuple[list[str], Tally | None]:
    """The suites that were measured of those on which nothing was fitted, and their counts."""
    names = [name for name, _, _ in results if name in UNSEEN]
    return names, among(results, names) if names else None


def evidence(results: Sequence[Result]) -> str:
    """How often each kind of evidence was right, on what nothing was fitted on, as Markdown; the rare ones together."""
    names, tally = unseen(results)
    assert tally
    counts = sorted(tally.evidence.items(), key=lambda one: (-one[1][1], one[0]))
    rare = [one for _, one in counts if one[1] < RARE]
    lines = [f"How often each was right on {', '.join(names)}, on which nothing was fitted:", ""]
    lines += ["| evidence | attributions | right |", "|---|---|---|"]
    lines += [f"| `{name}` | {given:,} | {right / given:.1%} |" for name, (right, given) in counts if given >= RARE]
    right, given = map(sum, zip(*rare, strict=True))
    return "\n".join([*lines, f"| {len(rare)} others, fewer than {RARE} times each | {given:,} | {right / given:.1%} |"])


def put(page: str, name: str, shown: str) -> None:
    """Put what is shown into a page of the documentation, between its marks."""
    path = ROOT / "docs/pages" / page
    pattern = rf"(?s)(<!-- {name} -->\n).*?(<!-- /{name} -->)"
    path.write_text(re.sub(pattern, lambda match: f"{match[1]}{shown}\n{match[2]}", path.read_text("utf8")), "utf8")


def main(arguments: Sequence[str]) -> int:
    """Measure, print, compare with the floors."""
    folders = [Path(argument) for argument in arguments if not argument.startswith("-")]
    results = list(suites(folders[0] if folders else None))
    joined = list(together(results))
    documented = "--docs" in arguments
    shown = table(results, joined, documented)
    print(shown)
    if documented:
        put("accuracy.md", "accuracy", shown)
        put("decides.md", "figures", evidence(results))
    floors = tomllib.loads((ROOT / "tools" / "floors.toml").read_text("utf8"))
    short = [
        f"{name}: {key} {figures[key]:.4f} is below its floor, {floor}"
        for name, figures, _ in (*results, *joined)
        for key, floor in floors.get(name, {}).items()
        if figures[key] < floor
    ]
    print("\n".join(short) or "every figure stands above its floor", file=sys.stderr if short else sys.stdout)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
