"""Which articles are copies of one: wire copy that several outlets print counts as one source."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from zlib import crc32

from quotecli.compare.kin import AT_HAND, make_room
from quotecli.model import Quote, Source

try:
    from quotecli.compare._words import runs
except ImportError:  # it was not built

    def runs(text: str, many: int, keep: int) -> list[int]:
        """As plain Python tells them."""
        return in_python(text, many, keep)


RUN = 5  # words of a run that two articles are asked to share
KEEP = 4  # one run in so many is looked at: enough to tell, and cheap
COPIED = 0.5  # the share of the shorter article's own prose that stands in the other
LEAST = 8  # runs below which an article says too little to tell
FEW = 12  # articles that are held against one another without asking first who shares a run
BOILERPLATE = 50  # originals that have a run, from which on it tells nothing: a masthead, a line about cookies


@cache
def spoken_word() -> re.Pattern[str]:
    """Words, for runs of them."""
    return re.compile(r"\w+")


def prose(source: Source, quotes: Iterable[Quote]) -> frozenset[int]:
    """Fingerprints of the runs of words that are the reporter's own: two reports of one speech share what was said, not how it is told."""
    parts, at = [], 0
    for start, end in sorted((quote.start, quote.end) for quote in quotes if quote.parent is None):
        parts.append(source.text[at:start])
        at = max(at, end)
    parts.append(source.text[at:])
    found: set[int] = set()
    for part in parts:
        found.update(runs(part.lower(), RUN, KEEP))
    return frozenset(found)


def in_python(text: str, many: int, keep: int) -> list[int]:
    """Fingerprints of so many words that follow one another, of one in so many."""
    words = [word.encode() for word in spoken_word().findall(text)]
    return [run for run in map(crc32, map(b" ".join, zip(*(words[i:] for i in range(many)), strict=False))) if run % keep == 0]


class Copies:
    """The articles of a collection that copy one another; articles are compared only when asked for, and only where they share a run."""

    def __init__(self, sources: Sequence[Source], quotes: Sequence[Quote]) -> None:
        self.sources = {source.id: source for source in sources if source.text}
        self.quotes: defaultdict[str, list[Quote]] = defaultdict(list)
        for quote in quotes:
            self.quotes[quote.source].append(quote)
        self.runs: dict[str, frozenset[int]] = {}

    def prose(self, source: str) -> frozenset[int]:
        """The fingerprints of an article, made once."""
        if source not in self.runs:
            make_room(self.runs, AT_HAND)
            self.runs[source] = prose(self.sources[source], self.quotes[source])
        return self.runs[source]

    def rank(self, source: str) -> tuple[bool, str, int, str]:
        """By what the original is told: it came first, else it says most."""
        found = self.sources[source]
        return found.published is None, found.published or "", -len(found.text), source

    def among(self, sources: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Of some sources, the copies, each with the article that it copies."""
        ranked = sorted((s for s in sources if s in self.sources), key=self.rank)
        telling = [source for source in ranked if len(self.prose(source)) >= LEAST]
        return tuple(sorted(self.held_one_by_one(telling) if len(telling) <= FEW else self.held_by_runs(telling)))

    def held_one_by_one(self, ranked: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The copies among a few articles, each with the first original that it copies."""
        originals: list[tuple[str, frozenset[int]]] = []
        for source in ranked:
            runs = self.prose(source)
            of = next((other for other, own in originals if len(runs & own) >= COPIED * min(len(runs), len(own))), None)
            if of is None:
                originals.append((source, runs))
            else:
                yield source, of

    def held_by_runs(self, ranked: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Likewise among many, of which only those are held together that share a run that few have."""
        having: defaultdict[int, list[str]] = defaultdict(list)  # by run: the originals in which it stands, first to last
        place: dict[str, int] = {}  # of each original among them
        for source in ranked:
            runs = self.prose(source)
            shared = Counter(other for run in runs if run in having for other in having[run])
            alike = [other for other, count in shared.items() if count >= COPIED * min(len(runs), len(self.prose(other)))]
            if alike:
                yield source, min(alike, key=place.__getitem__)
                continue
            place[source] = len(place)
            for run in runs:
                if len(having[run]) < BOILERPLATE:
                    having[run].append(source)
