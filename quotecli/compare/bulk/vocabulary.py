"""Words by number: what stands between two spaces is read once, however many quotations have it."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import log
from typing import Any

import numpy as np

from quotecli.compare.passages import big
from quotecli.compare.score import stock
from quotecli.compare.words import CLOSERS, ENDS, Word, keys, words
from quotecli.lexicon.en.formulas import BEFORE_FIGURES, SHORTENED
from quotecli.lexicon.en.frequency import followers, table, weight

Numbers = np.ndarray[Any, np.dtype[Any]]

# What is read alike whatever stands beside it: words with hyphens between them or a figure, with a mark before and behind; a dash. Not so a
# figure's scale (“35 million”), an initial (“J. Roe”), a dot by itself or a bracket.
ALONE = re.compile(
    r"""
      ["“‘'(]? (?: WORD (?:-WORD)* (?: [,;:?!] | (?<=[^\W\d_][^\W\d_])\. | (?<=[a-z])\. )? | FIGURE ) ["”’')]?
    | (?:[A-Za-z]\.){2,} [,;:?!]?
    | -+ | [—–―&]
    """.replace("WORD", r"[^\W\d_]+(?:['’][^\W\d_]+)*").replace("FIGURE", r"[$£€¥]?\d+(?:,\d{3})*(?:\.\d+)?(?:th|st|nd|rd|s)?%?[,;:?!.]?"),
    re.VERBOSE,
)
SCALE = re.compile(r"(?:hundred|thousand|million|billion|trillion)(?!\w)")
INITIAL = re.compile(r"[A-Z]\.")
CAPITAL = re.compile(r"[A-Z][a-z]")
WORD, BEGINS, LAST, CLOSER, BIG, UPPER = (1 << bit for bit in range(6))  # traits of a token: see `traits_of`


class Stems:
    """Folded forms by number, with their weights; of some it is told what follows them."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.weights = array("d")
        pairs = [(before, stem, times) for before in leaders() for stem, times in followers(before).items()]
        told = sorted((self.number(a) << 32 | self.number(b), log(table().met(a) / times)) for a, b, times in pairs)
        self.pairs = np.array([pair for pair, _ in told], np.int64)
        self.told = np.array([nats for _, nats in told])
        self.phrases = [(self.all(forms), telling) for phrases in stock().values() for forms, telling in phrases]

    def number(self, stem: str) -> int:
        """The number of a folded form, a new one where it has none."""
        found = self.numbers.get(stem)
        if found is None:
            found = self.numbers[stem] = len(self.numbers)
            self.weights.append(weight(stem))
        return found

    def all(self, stems: Iterable[str]) -> list[int]:
        """The numbers of some."""
        return [self.number(stem) for stem in stems]


def leaders() -> list[str]:
    """The stems of which it is told what follows them."""
    return [line.split(" ", 1)[0] for line in table().lines]


class Chunks(dict[str, int]):
    """What stands between two spaces, by number; -1 where its neighbours tell how it is read, -2 for an initial: a name may follow."""

    def __init__(self, stems: Stems) -> None:
        self.stems = stems
        self.first = array("i", [0])  # of each: how many tokens stand before its own
        self.length = array("i")  # of each, in characters
        self.traits = array("B")  # of each token
        self.start, self.end = array("i"), array("i")  # of each token, in its chunk
        self.behind = array("i", [0])  # of each token: how many folded forms stand before its own
        self.forms = array("i")

    def __missing__(self, chunk: str) -> int:
        if SCALE.match(chunk):
            number = -1
        elif chunk.isascii() and chunk.isalpha() and chunk.islower():  # as most new ones are: they need not be read
            number = self.add(len(chunk), [(0, len(chunk), WORD, keys(chunk))])
        elif ALONE.fullmatch(chunk):
            number = self.learn(chunk, words(chunk))
        else:
            number = -2 if INITIAL.fullmatch(chunk) else -1
        self[chunk] = number
        return number

    def initial(self, chunk: str, named: bool) -> int:
        """The number of an initial, before a name or not."""
        key = f"{chunk} {named}"  # no chunk: they hold no space
        if key not in self:
            self[key] = self.learn(chunk, words(f"{chunk} Aa")[:1] if named else words(chunk))
        return self[key]

    def learn(self, chunk: str, found: list[Word]) -> int:
        """The number of a new one, if it can be read by itself."""
        if any(word.kind not in READ for word in found) or shortens(found):
            return -1
        return self.add(len(chunk), [(word.start, word.end, traits_of(word), keys(word.text, word.kind)) for word in found])

    def add(self, length: int, tokens: Iterable[tuple[int, int, int, tuple[str, ...]]]) -> int:
        """The number of a new one: of each token its place, its traits and its forms."""
        for start, end, traits, forms in tokens:
            self.start.append(start)
            self.end.append(end)
            self.traits.append(traits)
            self.forms.extend(self.stems.all(forms))
            self.behind.append(len(self.forms))
        self.length.append(length)
        self.first.append(len(self.traits))
        return len(self.first) - 2

    def arrays(self) -> Mapping[str, Numbers]:
        """Its tables as they are now."""
        names = ("length", "first", "traits", "start", "end", "behind", "forms")
        return {name: np.array(getattr(self, name)) for name in names} | {"weights": np.array(self.stems.weights)}


READ = frozenset({"word", "number", "dash", "mark"})
SHORT = SHORTENED | BEFORE_FIGURES


def traits_of(word: Word) -> int:
    """A word, whether it may begin a sentence, and its capitals; a mark that ends a sentence, or may stand behind one that does."""
    if word.kind not in ("word", "number"):
        return LAST * (word.text in ENDS) | CLOSER * (word.text in CLOSERS)
    begins = BEGINS * (not word.text.lstrip("[")[:1].islower())
    return begins | (WORD | BIG * big(word.text) | UPPER * word.text.isupper() if word.kind == "word" else 0)


def shortens(found: list[Word]) -> bool:
    """Whether a full stop may only shorten the word before it, as `passages.goes_on` asks."""
    return any(two.text == "." and one.text.lower() in SHORT for one, two in pairwise(found))
