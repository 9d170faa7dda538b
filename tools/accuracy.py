"""How right the tool is, on the seeds and on annotated news, against floors that never fall by accident.

    python tools/accuracy.py                     the seeds
    python tools/accuracy.py FOLDER              and every .jsonl of annotated news in it
    python tools/accuracy.py FOLDER --readme     and put the table into README.md

A line of a .jsonl is an article with quotations and the spans that name their sources (as in PolNeAR), or a set of articles on one
event with full names and shared utterances; what the fields mean stands over `news` and `events`. Exits 1 when a figure is below its
floor in tools/floors.toml.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from quotecli.compare import cluster, with_clusters
from quotecli.find import find_quotes, link_people
from quotecli.model import SPEECH, Quote, Source, Span

ROOT = Path(__file__).resolve().parent.parent
Figures = dict[str, float]
PRONOUNS = frozenset("he she they it who i we you his her their".split())
TITLES = frozenset("the a an mr mrs ms dr gov sen rep president senator governor of s former".split())
BINS = (0.9, 0.8, 0.7, 0.6, 0.0)


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


def overlap(a: Span, b: Span) -> int:
    """Code points that two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def span(item: dict[str, Any]) -> Span:
    """The span of a gold quotation."""
    return Span(item["start"], item["end"])


def of(quote: Quote) -> Span:
    """The span of a found quotation."""
    return Span(quote.start, quote.end)


def words(name: str | None) -> list[str]:
    """The words of a name by which it is compared."""
    found = re.findall(r"\w+", re.sub(r"[’']s\b", "", (name or "").casefold()))
    return [word for word in found if word not in TITLES] or found


def same_name(gold: str, said: str | None) -> bool:
    """The same person or body: one surname and no clash of first names, or half of a description's words."""
    g, s = words(gold), words(said)
    if not g or not s:
        return False
    if g == s or (g[-1] == s[-1] and (len(g) == 1 or len(s) == 1 or g[0][0] == s[0][0])):
        return True
    return len(set(g) & set(s)) / len(set(g) | set(s)) >= 0.5


# ---- articles with the spans that name the sources --------------------------------------------------------------------
def news(rows: Iterable[dict[str, Any]]) -> tuple[Figures, Tally]:
    """Detection and attribution: {"text", "quotes": [{"start", "end", "attributed", "source": [[start, end]]}], "ignore": [[start, end]]}.

    A quotation is found when at least four fifths of it are covered; an attribution is right when its mention touches the source, or names
    the same surname.
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
    figures = {"detection": tally.f1("found", "said", "speech"), "attribution": tally.share("right", "sourced")}
    return figures | {"precision": tally.share("right", "given")}, tally


def _one(tally: Tally, text: str, gold: dict[str, Any], quotes: Sequence[Quote]) -> None:
    best = max(quotes, key=lambda quote: overlap(of(quote), span(gold)), default=None)
    hit = best is not None and best.kind in SPEECH and overlap(of(best), span(gold)) >= 0.8 * (gold["end"] - gold["start"])
    tally.n["said"] += hit
    if not gold["attributed"]:
        return
    tally.n["speech"] += 1
    tally.n["found"] += hit
    if not gold["source"]:
        return
    tally.n["sourced"] += 1
    if best is None or not hit or best.speaker is None:
        return
    right = _named(text, gold, best)
    tally.n["given"] += 1
    tally.n["right"] += right
    tally.judged(best, right)


def _named(text: str, gold: dict[str, Any], quote: Quote) -> bool:
    speaker = quote.speaker
    assert speaker
    mention = Span(speaker.start or 0, speaker.end or 0)
    if any(overlap(mention, Span(*source)) for source in gold["source"]):
        return True
    source = " ".join(text[start:end] for start, end in gold["source"])
    if source.strip().casefold() in PRONOUNS:
        near = text[min(mention.start, gold["start"]) : max(mention.end, gold["end"])].strip()
        return (speaker.mention or "").casefold() == source.strip().casefold() and "\n" not in near
    return bool(set(words(speaker.name)[-1:]) & set(words(source)))


# ---- sets of articles on one event ---------------------------------------------------------------------------------------
def events(rows: Iterable[dict[str, Any]]) -> tuple[Figures, Tally]:
    """Full names, kinds and shared utterances: {"articles": [{"name", "text", "quotes"}], "utterances": [{"quotes": [id]}]}.

    A gold quote has id, start, end, kind ("other" is not reported speech) and speaker; two quotes of different articles are linked when
    they carry a cluster in common.
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


def _article(tally: Tally, article: dict[str, Any], quotes: Sequence[Quote], matched: dict[str, Quote | None]) -> None:
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
            right = bool(hit and best and best.speaker and same_name(gold["speaker"], best.speaker.name))
            tally.n["name_right"] += right
            if hit and best and best.speaker and best.speaker.name:
                tally.judged(best, right)
    for quote in quotes:
        if quote.kind in SPEECH and not any(overlap(of(quote), span(gold)) for gold in article["quotes"]):
            tally.n["said"] += 1


def _links(tally: Tally, row: dict[str, Any], matched: dict[str, Quote | None]) -> None:
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
def suites(folder: Path | None) -> Iterable[tuple[str, Figures, Tally]]:
    """Every suite by name; a training file also by halves, since rules are written on one and checked on the other."""
    yield "seeds", *seeds()
    for path in sorted(folder.glob("*.jsonl")) if folder else ():
        rows = [json.loads(line) for line in path.read_text("utf8").splitlines()]
        if "articles" in rows[0]:
            yield path.stem, *events(rows)
        elif path.stem.endswith("train"):
            yield f"{path.stem}, half A", *news(rows[0::2])
            yield f"{path.stem}, half B", *news(rows[1::2])
        else:
            yield path.stem, *news(rows)


def table(results: Sequence[tuple[str, Figures, Tally]]) -> str:
    """The figures and the reliability of confidences as Markdown."""
    lines = ["| suite | figures |", "|---|---|"]
    lines += [f"| {name} | {', '.join(f'{key} {value:.3f}' for key, value in figures.items())} |" for name, figures, _ in results]
    lines += ["", "| confidence | attributions | right |", "|---|---|---|"]
    for low, high in zip(BINS, (1.0, *BINS), strict=False):
        right, given = (sum(tally.bands[low][i] for _, _, tally in results) for i in (0, 1))
        if given:
            lines.append(f"| {low:.1f}–{high:.1f} | {given:,} | {right / given:.1%} |")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Measure, print, compare with the floors."""
    folders = [Path(argument) for argument in arguments if not argument.startswith("-")]
    results = list(suites(folders[0] if folders else None))
    shown = table(results)
    print(shown)
    if "--readme" in arguments:
        readme = ROOT / "README.md"
        put = re.sub(r"(?s)(<!-- accuracy -->\n).*?(<!-- /accuracy -->)", lambda m: f"{m[1]}{shown}\n{m[2]}", readme.read_text("utf8"))
        readme.write_text(put, "utf8")
    floors = tomllib.loads((ROOT / "tools" / "floors.toml").read_text("utf8"))
    short = [
        f"{name}: {key} {figures[key]:.4f} is below its floor, {floor}"
        for name, figures, _ in results
        for key, floor in floors.get(name, {}).items()
        if figures[key] < floor
    ]
    print("\n".join(short) or "every figure stands above its floor", file=sys.stderr if short else sys.stdout)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
