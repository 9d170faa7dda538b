"""A transcript made searchable: where a quotation's words stand in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence, Set
from heapq import nsmallest
from itertools import accumulate
from math import inf
from operator import itemgetter
from typing import NamedTuple

from quotecli.compare.align import Unit, units, vocabulary
from quotecli.compare.edits import Text
from quotecli.compare.passages import passages
from quotecli.compare.score import Match, Wording, chain
from quotecli.compare.transcript import Silence, Turn, heard, spoken_words, turns
from quotecli.compare.words import ENDS, Word, keys
from quotecli.heard import Heard
from quotecli.lexicon.en.frequency import weights_of
from quotecli.lexicon.en.records import FILLER_PHRASES, FILLERS
from quotecli.model import Span

BUCKETS = 4  # places of a transcript that are looked at closely for each part of a quotation
CROWD = 400  # places of one light word above which it says nothing about where a quotation stands
SHORT = 4  # words below which a part may have none but such
LONG = 300  # words of a sentence; one that seems longer has no full stops, and each quotation would be held against all of it
GAP = "\n\n"  # between the texts of two files


def values(found: Sequence[Word], known: Set[str] = frozenset()) -> list[Unit]:
    """What words are compared by: one form for one word or figure in whatever dress, and none for marks."""
    return [unit for unit in units(tuple(found), known) if not unit.mark]


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


class File(NamedTuple):
    """One of the files that make a record."""

    path: str | None  # None for a text in memory
    heard: Heard
    at: int  # where its readable text begins in the record's
    labelled: bool  # whether it says who speaks


class Record:
    """A transcript, of one file or several: its turns, words, sentences, and an index of its folded forms.

    Offsets are those of the readable texts one behind the other; `place` tells where that is in which file. `names` are those that the
    articles quote, `known` the words that they use, in plain form.
    """

    def __init__(self, files: Sequence[tuple[str | None, str]], names: Collection[str] = (), known: Set[str] = frozenset()) -> None:
        self.files: list[File] = []
        self.turns: list[Turn] = []
        self.file_of: list[int] = []  # of each turn
        for path, text in files:
            self.add(path, heard(text), names)
        self.said = GAP.join(file.heard.text for file in self.files)
        self.labelled = any(file.labelled for file in self.files)
        self.silence = Silence(self.said)
        self.words: list[Word] = []
        self.turn_of: list[int] = []  # of each word
        self.sentences: list[tuple[int, int]] = []  # as word indices; none crosses a turn
        self.punctuated: list[bool] = []  # of each turn: whether its sentences can be told
        spoken = [spoken_words(self.said, turn, self.silence) for turn in self.turns]
        for number, found in enumerate(spoken):
            first = len(self.words)
            self.sentences += [(first + at, first + min(at + LONG, high)) for low, high in passages(found) for at in range(low, high, LONG)]
            self.punctuated.append(any(word.text in ENDS for word in found))
            self.words += found
            self.turn_of += [number] * len(found)
        pieces = tuple(piece for turn in self.turns for piece in turn.pieces)
        places = tuple(accumulate((high - low + 1 for low, high in pieces), initial=0))[: len(pieces)]
        self.text = Text(tuple(self.words), "\n".join(self.said[low:high] for low, high in pieces), pieces, places)
        self.known = known | vocabulary(self.words)
        self.index(spoken)

    def add(self, path: str | None, text: Heard, names: Collection[str]) -> None:
        """Put a file behind those that are there; whoever speaks at the end of one does not go on in the next."""
        at = self.files[-1].at + len(self.files[-1].heard.text) + len(GAP) if self.files else 0
        found = turns(text, names)
        self.file_of += [len(self.files)] * len(found)
        self.files.append(File(path, text, at, any(turn.label for turn in found)))
        self.turns += [turn._replace(pieces=tuple(Span(low + at, high + at) for low, high in turn.pieces)) for turn in found]

    def index(self, spoken: Sequence[Sequence[Word]]) -> None:
        """Note the folded forms of each turn's words, and where each stands; a figure of several words has one."""
        self.owner: list[int] = []  # of each key: its first word
        self.last: list[int] = []  # of each key: its last word
        said: list[str] = []
        first = 0
        for found in spoken:
            for unit in values(found, self.known):
                self.owner.append(first + unit.word)
                self.last.append(first + unit.end - 1)
                said.append(unit.key)
            first += len(found)
        self.wording = as_wording(said, filling(said))
        self.crowded: dict[tuple[str, ...], list[tuple[int, int]]] = {}  # where short parts stand that have none but common words
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        for index, key in enumerate(said):
            self.places[key].append(index)

    def place(self, start: int, end: int) -> tuple[str | None, int, int]:
        """Where a stretch of the text stands: in which file, and the offsets there."""
        file = self.files[bisect_right(self.files, start, key=lambda file: file.at) - 1]
        return file.path, *file.heard.raw(start - file.at, end - file.at)

    def file(self, key: int) -> File:
        """The file in which a key stands."""
        return self.files[self.file_of[self.turn_of[self.owner[key]]]]

    def label(self, key: int) -> str | None:
        """Who speaks at a key."""
        return self.turns[self.turn_of[self.owner[key]]].label

    def sentence(self, word: int) -> int:
        """The number of the sentence in which a word stands."""
        return max(0, bisect_right(self.sentences, word, key=itemgetter(0)) - 1)

    def sentence_keys(self, key: int) -> tuple[int, int]:
        """The keys of the sentence in which a key stands."""
        low, high = self.sentences[self.sentence(self.owner[key])]
        return bisect_left(self.owner, low), bisect_left(self.owner, high)

    def sentence_text(self, number: int) -> str:
        """A sentence as printed; empty before the first and after the last."""
        if not 0 <= number < len(self.sentences):
            return ""
        low, high = self.sentences[number]
        return self.text.between(*self.text.span(low, high))

    def buckets(self, part: Wording, low: int, high: int) -> list[tuple[int, int]]:
        """The stretches of the record where most of the weight stands, at about the right distances.

        Of a crowd of places it is only asked where a short part has no other, and of the same words once.
        """
        keys = part.keys[low:high]
        if keys in self.crowded:
            return self.crowded[keys]
        found = [(index, places) for index, key in enumerate(keys) if (places := self.places.get(key))]
        telling = [one for one in found if len(one[1]) <= CROWD]
        if telling or high - low >= SHORT:
            return self.stretches(telling, part.weights[low:high])
        self.crowded[keys] = self.stretches(found, part.weights[low:high])
        return self.crowded[keys]

    def stretches(self, found: Sequence[tuple[int, Sequence[int]]], weights: Sequence[float]) -> list[tuple[int, int]]:
        """Likewise for words of a part, each with its places."""
        width = max(12, len(weights))
        votes: dict[int, float] = defaultdict(float)
        for index, places in found:
            for place in places:
                bucket = (place - index) // width
                votes[bucket] += weights[index]
                votes[bucket + 1] += weights[index]
        size = len(self.wording.keys)
        chosen = nsmallest(BUCKETS, votes, key=lambda bucket: (-votes[bucket], bucket))
        return [(max(0, (bucket - 1) * width), min(size, (bucket + 2) * width)) for bucket in chosen]

    def match(self, part: Wording, low: int, high: int, where: tuple[int, int]) -> Match:
        """The best alignment of the keys low:high within a stretch of the record."""
        near: defaultdict[str, list[int]] = defaultdict(list)
        for j in range(where[1] - 1, where[0] - 1, -1):
            near[self.wording.keys[j]].append(j)
        return chain(part, self.wording, [(i, j) for i in range(low, high) for j in near.get(part.keys[i], ())])
