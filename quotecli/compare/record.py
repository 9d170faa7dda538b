"""A transcript made searchable: where a quotation's words stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import inf
from typing import NamedTuple

from quotecli.compare.edits import Text
from quotecli.compare.score import NEAR, Match, Wording, accepted, chain
from quotecli.compare.transcript import Turn, spoken_words, turns
from quotecli.compare.words import Word, keys, sentences
from quotecli.lexicon.en.frequency import weights_of
from quotecli.model import Span

BUCKETS = 4  # places of a transcript that are looked at closely for each part of a quotation
FOUND = 0.4  # the share of a part that must be found however much evidence there is
LOOSE = 8.0  # nats of what a place left over, above which it is looked for elsewhere
HOME = 4.0  # nats in favour of the turns of the speaker that the article names
CROWD = 400  # places of one light word above which it says nothing about where a quotation stands


class Part(NamedTuple):
    """A part of a quotation and where it stands in the record; both as key indices."""

    quote: tuple[int, int]
    record: tuple[int, int]
    evidence: float
    total: float


def as_wording(keys: Sequence[str]) -> Wording:
    """Folded forms made ready for comparing."""
    weights = weights_of(keys)
    return Wording(tuple(keys), weights, (), tuple(accumulate(weights, initial=0.0)), inf)


class Record:
    """A transcript: its turns, words, sentences, and an index of its folded forms."""

    def __init__(self, text: str) -> None:
        self.turns: tuple[Turn, ...] = turns(text)
        self.labelled = any(turn.label for turn in self.turns)
        self.words: list[Word] = []
        self.turn_of: list[int] = []  # of each word
        self.sentences: list[tuple[int, int]] = []  # as word indices; none crosses a turn
        for number, turn in enumerate(self.turns):
            found = spoken_words(text, turn)
            first = len(self.words)
            self.sentences += [(first + low, first + high) for low, high in sentences(found)]
            self.words += found
            self.turn_of += [number] * len(found)
        self.text = Text(tuple(self.words), text, (Span(0, len(text)),))
        forms = [(index, key) for index, word in enumerate(self.words) for key in keys(word.text, word.kind)]
        self.owner = [index for index, _ in forms]  # of each key: its word
        self.wording = as_wording([key for _, key in forms])
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        for index, (_, key) in enumerate(forms):
            self.places[key].append(index)

    def label(self, key: int) -> str | None:
        """Who speaks at a key."""
        return self.turns[self.turn_of[self.owner[key]]].label

    def sentence(self, word: int) -> int:
        """The number of the sentence in which a word stands."""
        return max(0, bisect_right(self.sentences, (word, inf)) - 1)

    def sentence_text(self, number: int) -> str:
        """A sentence as printed; empty before the first and after the last."""
        if not 0 <= number < len(self.sentences):
            return ""
        low, high = self.sentences[number]
        return self.text.between(*self.text.span(low, high))

    def find(self, part: Wording, low: int, high: int, at_home: Callable[[str | None], bool]) -> list[Part]:
        """Where the keys low:high of a quotation stand: one place, or several where what is left over stands elsewhere."""
        best = max(
            (self.match(part, low, high, where) for where in self.buckets(part, low, high)),
            key=lambda match: (match.evidence + HOME * at_home(self.label(match.b[0])) if match.evidence else 0, -match.b[0]),
            default=None,
        )
        if best is None or not self.enough(part, best, low, high, at_home):
            return []
        found = [Part(best.a, best.b, best.evidence, part.between(*best.a))]
        for rest in ((low, best.a[0]), (best.a[1], high)):
            if part.between(*rest) >= LOOSE and rest != (low, high):
                found += [other for other in self.find(part, *rest, at_home) if other.evidence >= 0.7 * part.between(*rest)]
        return sorted(found)

    def buckets(self, part: Wording, low: int, high: int) -> list[tuple[int, int]]:
        """The stretches of the record where most of the weight stands, at about the right distances."""
        width = max(12, high - low)
        votes: Counter[int] = Counter()
        for index in range(low, high):
            found = self.places.get(part.keys[index], [])
            if len(found) <= CROWD or high - low < 4:
                for place in found:
                    bucket = (place - (index - low)) // width
                    votes[bucket] += part.weights[index]  # type: ignore[assignment]  # a Counter adds floats just as well
                    votes[bucket + 1] += part.weights[index]  # type: ignore[assignment]
        chosen = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:BUCKETS]
        size = len(self.wording.keys)
        return [(max(0, (bucket - 1) * width), min(size, (bucket + 2) * width)) for bucket in chosen]

    def match(self, part: Wording, low: int, high: int, where: tuple[int, int]) -> Match:
        """The best alignment of the keys low:high within a stretch of the record."""
        near: defaultdict[str, list[int]] = defaultdict(list)
        for j in range(where[1] - 1, where[0] - 1, -1):
            near[self.wording.keys[j]].append(j)
        return chain(part, self.wording, [(i, j) for i in range(low, high) for j in near.get(part.keys[i], ())])

    def enough(self, part: Wording, match: Match, low: int, high: int, at_home: Callable[[str | None], bool]) -> bool:
        """Whether a place is the right one: by evidence, or because the speaker says those very words, however few."""
        if accepted(match.evidence, part.between(low, high), FOUND, NEAR):
            return True
        very = self.wording.keys[match.b[0] : match.b[1]] == part.keys[low:high]
        return very and at_home(self.label(match.b[0]))
