"""A transcript made searchable: where a quotation's words stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import accumulate
from math import inf

from quotecli.compare.edits import Text
from quotecli.compare.score import Match, Wording, chain
from quotecli.compare.transcript import Silence, Turn, heard, spoken_words, turns
from quotecli.compare.words import ENDS, Word, keys, sentences
from quotecli.lexicon.en.frequency import weights_of
from quotecli.lexicon.en.records import FILLER_PHRASES, FILLERS

BUCKETS = 4  # places of a transcript that are looked at closely for each part of a quotation
CROWD = 400  # places of one light word above which it says nothing about where a quotation stands


def as_wording(keys: Sequence[str], free: Collection[int] = ()) -> Wording:
    """Folded forms made ready for comparing; to pass over those at `free` costs nothing."""
    weights = weights_of(keys)
    costs = [0.0 if index in free else weight for index, weight in enumerate(weights)]
    return Wording(tuple(keys), weights, (), tuple(accumulate(costs, initial=0.0)), inf)


def filling(forms: Sequence[str]) -> set[int]:
    """Which folded forms only fill a pause: um, uh, and you know."""
    found = {index for index, form in enumerate(forms) if form in FILLERS}
    for phrase in FILLER_PHRASES:
        folded = tuple(key for word in phrase for key in keys(word))
        found |= {
            index + k for index in range(len(forms)) if tuple(forms[index : index + len(folded)]) == folded for k in range(len(folded))
        }
    return found


class Record:
    """A transcript: its turns, words, sentences, and an index of its folded forms."""

    def __init__(self, text: str, names: Collection[str] = ()) -> None:
        self.heard = heard(text)
        text = self.heard.text
        self.turns: tuple[Turn, ...] = turns(self.heard, names)
        self.labelled = any(turn.label for turn in self.turns)
        self.silence = Silence(text)
        self.words: list[Word] = []
        self.turn_of: list[int] = []  # of each word
        self.sentences: list[tuple[int, int]] = []  # as word indices; none crosses a turn
        self.punctuated: list[bool] = []  # of each turn: whether its sentences can be told
        for number, turn in enumerate(self.turns):
            found = spoken_words(text, turn, self.silence)
            first = len(self.words)
            self.sentences += [(first + low, first + high) for low, high in sentences(found)]
            self.punctuated.append(any(word.text in ENDS for word in found))
            self.words += found
            self.turn_of += [number] * len(found)
        pieces = tuple(piece for turn in self.turns for piece in turn.pieces)
        self.text = Text(tuple(self.words), "\n".join(text[low:high] for low, high in pieces), pieces)
        forms = [(index, key) for index, word in enumerate(self.words) for key in keys(word.text, word.kind)]
        self.owner = [index for index, _ in forms]  # of each key: its word
        said = [key for _, key in forms]
        self.wording = as_wording(said, filling(said))
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
