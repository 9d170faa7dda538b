"""Which words of two wordings stand for each other: a weighted Needleman–Wunsch alignment that puts words before punctuation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quotecli.compare.words import Word, keys
from quotecli.lexicon.frequency import weight

WORD_GAP, MARK_GAP, UNLIKE = -0.6, -0.2, -0.7


class Unit(NamedTuple):
    """A folded form of a word, or a mark: what is aligned. "don't" gives two."""

    word: int  # index of the word it comes from
    key: str
    mark: bool


class Pair(NamedTuple):
    """Words of two wordings that stand at one place, as index ranges; one of them may be empty."""

    a: tuple[int, int]
    b: tuple[int, int]


MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "—": "-", "–": "-", "―": "-"})


def mark_form(word: Word) -> str:
    """One form for the marks that mean the same."""
    if word.kind == "ellipsis":
        return "…"
    if word.kind == "dash":
        return "-"
    return word.text.translate(MARKS)


def units(found: Sequence[Word]) -> list[Unit]:
    """What is aligned, in order."""
    result = []
    for index, word in enumerate(found):
        forms = keys(word.text, word.kind)
        result += [Unit(index, key, False) for key in forms] or [Unit(index, mark_form(word), True)]
    return result


def likeness(a: Unit, b: Unit) -> float:
    """What it is worth to set two units side by side."""
    if a.key == b.key:
        return 0.3 if a.mark else 1.0 + weight(a.key) / 4
    if a.mark or b.mark:
        return 0.05 if a.mark and b.mark else -9.0
    if a.key[0].isdigit() and b.key[0].isdigit():
        return -0.1
    return -0.3 if a.key[:4] == b.key[:4] else UNLIKE


def align_units(a: Sequence[Unit], b: Sequence[Unit]) -> list[tuple[int, int]]:
    """Index pairs of units side by side; -1 where one has nothing. Equal ends are set aside first, which keeps the table small."""
    head = 0
    while head < len(a) and head < len(b) and a[head].key == b[head].key:
        head += 1
    tail = 0
    while tail < len(a) - head and tail < len(b) - head and a[-1 - tail].key == b[-1 - tail].key:
        tail += 1
    middle = needleman(a[head : len(a) - tail], b[head : len(b) - tail])
    shifted = [(i + head if i >= 0 else -1, j + head if j >= 0 else -1) for i, j in middle]
    ends = [(len(a) - k, len(b) - k) for k in range(tail, 0, -1)]
    return [(k, k) for k in range(head)] + shifted + ends


def needleman(a: Sequence[Unit], b: Sequence[Unit]) -> list[tuple[int, int]]:
    """The best global alignment; among equals the one that keeps the earlier words together."""
    if not a or not b:
        return [(i, -1) for i in range(len(a))] + [(-1, j) for j in range(len(b))]
    gaps_b = [MARK_GAP if unit.mark else WORD_GAP for unit in b]
    row = [0.0]
    for gap in gaps_b:
        row.append(row[-1] + gap)
    moves: list[bytearray] = []
    for one in a:
        gap = MARK_GAP if one.mark else WORD_GAP
        diagonal, row[0] = row[0], row[0] + gap
        move = bytearray(len(b))
        for j, two in enumerate(b):
            value, step = diagonal + likeness(one, two), 0
            if row[j + 1] + gap > value:
                value, step = row[j + 1] + gap, 1
            if row[j] + gaps_b[j] > value:
                value, step = row[j] + gaps_b[j], 2
            diagonal, row[j + 1], move[j] = row[j + 1], value, step
        moves.append(move)
    return trace(moves, len(a), len(b))


def trace(moves: Sequence[bytearray], i: int, j: int) -> list[tuple[int, int]]:
    """Read the alignment from the table of moves, last to first."""
    path = []
    while i or j:
        step = 2 if not i else 1 if not j else moves[i - 1][j - 1]
        i, j = i - (step != 2), j - (step != 1)
        path.append((i if step != 2 else -1, j if step != 1 else -1))
    return path[::-1]


def align_words(a: Sequence[Word], b: Sequence[Word]) -> list[Pair]:
    """The places of two wordings, in order; every word of both stands in exactly one."""
    one, two = units(a), units(b)
    places: list[Pair] = []
    for i, j in align_units(one, two):
        left = (one[i].word, one[i].word + 1) if i >= 0 else None
        right = (two[j].word, two[j].word + 1) if j >= 0 else None
        last = places[-1] if places else Pair((0, 0), (0, 0))
        joined = (left is not None and left[0] < last.a[1]) or (right is not None and right[0] < last.b[1])
        place = Pair(left or (last.a[1], last.a[1]), right or (last.b[1], last.b[1]))
        if not joined:
            places.append(place)
            continue
        places[-1] = Pair(
            (min(last.a[0], place.a[0]), max(last.a[1], place.a[1])), (min(last.b[0], place.b[0]), max(last.b[1], place.b[1]))
        )
    return places


def both(one: tuple[int, int], two: tuple[int, int]) -> tuple[int, int]:
    """The range from the first to the last of two."""
    return min(one[0], two[0]), max(one[1], two[1])
