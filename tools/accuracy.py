"""How right the tool is, on the seeds and on annotated news, against floors that never fall by accident.

    python tools/accuracy.py                     the seeds
    python tools/accuracy.py FOLDER              and every .jsonl of annotated news in it
    python tools/accuracy.py FOLDER --docs       and put the table into the documentation

A line of a .jsonl is an article with quotations and the spans that name their sources (as in PolNeAR), or a set of articles on one
event with full names and shared utterances; what the fields mean stands at the head of tools/gold.py. Exits 1 when a figure is below
its floor in tools/floors.toml.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from gold import ROOT, Row, half, names_source, overlap, rows, same_name, span

from quotecli.compare import cluster, with_clusters
from quotecli.find import find_quotes, link_people
from quotecli.model import SPEECH, Quote, Source, Span

Figures = dict[str, float]
Result = tuple[str, Figures, "Tally"]
BINS = (0.9, 0.8, 0.7, 0.6, 0.0)

UNSEEN = ("polnear-train, half B", "polnear-dev", "gum-dev", "web-dev")
"""Suites on which nothing is fitted: how far a confidence can be trusted is told by these alone."""
CONFIDENT = "confidence 0.9–1.0, three sets"
KEPT_OUT = "not speech, four sets"
TOGETHER = {
    CONFIDENT: ("polnear-dev", "gum-dev", "web-dev"),
    KEPT_OUT: ("polnear-dev", "gum-dev", "web-dev", "events-dev"),
}
"""Figures that take several suites at once, each being too small alone, and which."""


class Tally:
    """Counts, and for each band of confidence how many attributions were right of how many given."""

    def __init__(self) -> None:
        self.n: Counter[str] = Counter()
        self.bands: dict[float, list[int]] = {low: [0, 0] for low in BINS}

    def judged(self, quote: Quote, right: bool) -> None:
        """Count an attribution."""
        assert quote.speaker
        band = self.bands[next(low for low in BINS if quote.speaker.confidence >= low)]
        band[0] += right
        band[1] += 1

    def share(self, part: str, whole: str) -> float:
        """One count over another, to four places."""
        return round(self.n[part] / self.n[whole], 4) if self.n[whole] else 1.0

    def f1(self, hit: str, said: str, gold: str) -> float:
        """The harmonic mean of precision and recall."""
        return round(2 * self.n[hit] / max(1, self.n[said] + self.n[gold]), 4)

    def __add__(self, other: Tally) -> Tally:
        """The counts of both."""
        both = Tally()
        both.n = self.n + other.n
        both.bands = {low: [a + b for a, b in zip(self.bands[low], other.bands[low], strict=True)] for low in BINS}
        return both


def of(quote: Quote) -> Span:
    """The span of a found quotation."""
    return Span(quote.start, quote.end)


# ---- articles with the spans that name the sources --------------------------------------------------------------------
def news(rows: Iterable[Row]) -> tuple[Figures, Tally]:
    """Detection and attribution where the spans that name the sources are annotated.

    A quotation is found when at least four fifths of it are covered; an attribution is right when its mention touches the source, or names
    the same surname. What is attributed to nobody is not speech, and to be kept out.
    """
    tally = Tally()
    for row in rows:
        text = row["text"]
        quotes = link_people([find_quotes(Source("x", "x", text)).quotes])[0]
        for gold in row["quotes"]:
            _one(tally, text, gold, quotes)
        known = [span(gold) for gold in row["quotes"]] + [Span(*ignored) for ignored in row["ignore"]]
        for quote in quotes:
            if quote.kind in SPEECH and text[quote.start] in '“"' and not any(overlap(of(quote), other) for other in known):
                tally.n["said"] += 1
    figures = {"detection": tally.f1("found", "said", "speech"), "recall": tally.share("found", "speech")}
    figures |= {"attribution": tally.share("right", "sourced"), "precision": tally.share("right", "given")}
    return figures | {"other": tally.share("kept_out", "other")}, tally


def _one(tally: Tally, text: str, gold: Row, quotes: Sequence[Quote]) -> None:
    best = max(quotes, key=lambda quote: overlap(of(quote), span(gold)), default=None)
    hit = best is not None and best.kind in SPEECH and overlap(of(best), span(gold)) >= 0.8 * (gold["end"] - gold["start"])
    tally.n["said"] += hit
    if not gold["attributed"]:
        tally.n["other"] += 1
        tally.n["kept_out"] += not hit
        return
    tally.n["speech"] += 1
    tally.n["found"] += hit
    if not gold["source"]:
        return
    tally.n["sourced"] += 1
    if best is None or not hit or best.speaker is None:
        return
    mention = Span(best.speaker.start or 0, best.speaker.end or 0)
    right = names_source(text, gold, mention, best.speaker.name)
    tally.n["given"] += 1
    tally.n["right"] += right
    tally.judged(best, right)


# ---- sets of articles on one event ---------------------------------------------------------------------------------------
def events(rows: Iterable[Row]) -> tuple[Figures, Tally]:
    """Full names, kinds and shared utterances, where those are annotated.

    A quotation is found when the spans share half of what they cover together; two of different articles are linked when they carry a
    cluster in common.
    """
    tally = Tally()
    for row in rows:
        found = [find_quotes(Source(article["name"], article["name"], article["text"])) for article in row["articles"]]
        quotes = [quote for linked in link_people([f.quotes for f in found]) for quote in linked]
        sources = [f.source for f in found]
        quotes = list(with_clusters(quotes, cluster(quotes, sources)))
        matched: dict[str, Quote | None] = {}
        for article in row["articles"]:
            _article(tally, article, [quote for quote in quotes if quote.source == article["name"]], matched)
        _links(tally, row, matched)
    figures = {"detection": tally.f1("found", "said", "speech"), "recall": tally.share("found", "speech")}
    figures |= {"exact": tally.share("exact", "found"), "speaker": tally.share("name_right", "named")}
    figures |= {"other": tally.share("kept_out", "other"), "links": tally.f1("pairs_right", "pairs_said", "pairs")}
    return figures, tally


def _iou(a: Span, b: Span) -> float:
    both = overlap(a, b)
    return both / max(1, a.end - a.start + b.end - b.start - both)


def _article(tally: Tally, article: Row, quotes: Sequence[Quote], matched: dict[str, Quote | None]) -> None:
    for gold in article["quotes"]:
        best = max(quotes, key=lambda quote: _iou(of(quote), span(gold)), default=None)
        if best is None or _iou(of(best), span(gold)) < 0.5:
            best = None
        if gold["kind"] == "nested":
            continue
        hit = best is not None and best.kind in SPEECH
        tally.n["said"] += hit
        if gold["kind"] == "other":
            tally.n["other"] += 1
            tally.n["kept_out"] += not hit
            continue
        matched[gold["id"]] = best
        tally.n["speech"] += 1
        tally.n["found"] += hit
        tally.n["exact"] += hit and best is not None and of(best) == span(gold)
        if gold["speaker"]:
            tally.n["named"] += 1
            names = [gold["speaker"], *gold.get("accept", [])]
            right = bool(hit and best and best.speaker and any(same_name(name, best.speaker.name) for name in names))
            tally.n["name_right"] += right
            if hit and best and best.speaker and best.speaker.name:
                tally.judged(best, right)
    for quote in quotes:
        if quote.kind in SPEECH and not any(overlap(of(quote), span(gold)) for gold in article["quotes"]):
            tally.n["said"] += 1


def _links(tally: Tally, row: Row, matched: dict[str, Quote | None]) -> None:
    where = {gold["id"]: article["name"] for article in row["articles"] for gold in article["quotes"]}
    optional = {name for utterance in row["utterances"] for name in utterance.get("optional", [])}
    shared = {pair for utterance in row["utterances"] for pair in combinations(sorted(set(utterance["quotes"])), 2)}
    for a, b in combinations(sorted(matched.keys() - optional), 2):
        if where[a] == where[b]:
            continue
        one, two = matched[a], matched[b]
        linked = bool(one and two and one.id != two.id and set(one.clusters) & set(two.clusters))
        tally.n["pairs"] += (a, b) in shared
        tally.n["pairs_said"] += linked
        tally.n["pairs_right"] += linked and (a, b) in shared


def seeds() -> tuple[Figures, Tally]:
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
    tallies = [tally for name, _, tally in results if name in names]
    return sum(tallies, Tally()) if len(tallies) == len(names) else None


def together(results: Sequence[Result]) -> Iterator[Result]:
    """The figures that take several suites at once: of the most confident attributions, how many are right, and of all, how many are so
    confident; and how much of what is no speech is kept out.
    """
    if confident := among(results, TOGETHER[CONFIDENT]):
        right, given = confident.bands[BINS[0]]
        every = sum(n for _, n in confident.bands.values())
        yield CONFIDENT, {"right": round(right / max(1, given), 4), "share": round(given / max(1, every), 4)}, confident
    if kept_out := among(results, TOGETHER[KEPT_OUT]):
        yield KEPT_OUT, {"other": kept_out.share("kept_out", "other")}, kept_out


def table(results: Sequence[Result], joined: Sequence[Result]) -> str:
    """The figures and the reliability of confidences as Markdown."""
    lines = ["| suite | figures |", "|---|---|"]
    lines += [
        f"| {name} | {', '.join(f'{key} {value:.3f}' for key, value in figures.items())} |" for name, figures, _ in (*results, *joined)
    ]
    unseen = [result for result in results if result[0] in UNSEEN]
    names = [name for name, _, _ in unseen]
    tally = among(unseen, names)
    if not names or tally is None:
        return "\n".join(lines)
    lines += ["", f"How far a confidence can be trusted, on {', '.join(names)}, on which nothing was fitted:"]
    lines += ["", "| confidence | attributions | right |", "|---|---|---|"]
    for low, high in zip(BINS, (1.0, *BINS), strict=False):
        right, given = tally.bands[low]
        if given:
            lines.append(f"| {low:.1f}–{high:.1f} | {given:,} | {right / given:.1%} |")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Measure, print, compare with the floors."""
    folders = [Path(argument) for argument in arguments if not argument.startswith("-")]
    results = list(suites(folders[0] if folders else None))
    joined = list(together(results))
    shown = table(results, joined)
    print(shown)
    if "--docs" in arguments:
        page = ROOT / "docs/pages/accuracy.md"
        put = re.sub(r"(?s)(<!-- accuracy -->\n).*?(<!-- /accuracy -->)", lambda m: f"{m[1]}{shown}\n{m[2]}", page.read_text("utf8"))
        page.write_text(put, "utf8")
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
