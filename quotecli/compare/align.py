"""Which words of two wordings stand for each other: a weighted Needleman–Wunsch alignment that puts words before punctuation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from quotecli.compare.figures import alone, figured, grouped
from quotecli.compare.words import Word, keys, plain
from quotecli.lexicon.en.frequency import weight

try:
    from quotecli.compare._align import places as quick
    from quotecli.compare._align import read as read_quickly
except ImportError:  # it was not built: what is below says the same, at a fifth of the speed

    def quick(
        one: tuple[Unit, ...], two: tuple[Unit, ...], weigh: Callable[[str], float], pair: type[Pair], rules: tuple[float, ...]
    ) -> list[Pair] | None:
        """Nothing."""
        return None

    def read_quickly(
        found: tuple[Word, ...],
        alone: Callable[[str, str], tuple[str, ...] | None],
        figure: Callable[[Sequence[Word], int], tuple[int, tuple[str, ...]]],
        plain: Callable[[str], str],
        mark_form: Callable[[Word], str],
        unit: type[Unit],
    ) -> tuple[tuple[Unit, ...], frozenset[str], frozenset[str]]:
        """As plain Python tells it."""
        return read_in_python(found)


WORD_GAP, MARK_GAP, UNLIKE = -0.6, -0.2, -0.7
EDGE = 0.5  # of the cost of what only one wording has, where it opens or closes a wording: quotations are cut at their ends
ROW = 0.2  # worth of agreeing right after words that agree
RARE = 4.5  # nats: a word that, standing once in each, belongs together
SMALL = 100  # cells of a table that is not worth cutting up
LARGE = 250_000  # cells of a table that is too large to be filled
MARGIN = 3  # units of equal ends that the table still sees
RULES = WORD_GAP, MARK_GAP, UNLIKE, EDGE, ROW, RARE, SMALL, LARGE, MARGIN


class Unit(NamedTuple):
    """A folded form of a word, or a mark: what is aligned. "don't" gives two."""

    word: int  # index of the word it comes from, the first where several make one figure
    key: str
    mark: bool
    end: int  # index behind its last word


class Pair(NamedTuple):
    """Words of two wordings that stand at one place, as index ranges; one of them may be empty."""

    a: tuple[int, int]
    b: tuple[int, int]
    same: bool = False  # whether the same folded forms stand there, so that only their dress may differ


MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "—": "-", "–": "-", "―": "-"})


def mark_form(word: Word) -> str:
    """One form for the marks that mean the same."""
    if word.kind == "ellipsis":
        return "…"
    if word.kind == "dash":
        return "-"
    return word.text.translate(MARKS)


def vocabulary(found: Iterable[Word]) -> frozenset[str]:
    """The plain forms of all words."""
    return frozenset([plain(word.text) for word in found if word.kind == "word"])


class Read(NamedTuple):
    """What is aligned of a wording, read once however many it is held against."""

    units: tuple[Unit, ...]
    plain: frozenset[str]  # its words
    pieces: frozenset[str]  # the words that two of its words would make


plainly = lru_cache(maxsize=1 << 16)(plain)


@lru_cache(maxsize=1024)
def read(found: tuple[Word, ...]) -> Read:
    """The units of a wording by itself."""
    return Read(*read_quickly(found, alone, figured, plainly, mark_form, Unit))


def read_in_python(found: tuple[Word, ...]) -> Read:
    """What `read` answers."""
    made: list[Unit] = []
    pieces = set[str]()
    make = tuple.__new__  # Unit(…) itself takes twice as long
    plains = [plain(word.text) if word.kind == "word" else "" for word in found]
    for low, high, forms in grouped(found):
        if forms:
            made += [make(Unit, (low, key, False, high)) for key in forms]
        else:
            made.append(make(Unit, (low, mark_form(found[low]), True, high)))
        end = ends_in_one(found, low) if plains[low] else 0
        if end >= high:
            pieces.add(plains[low] + plains[end - 1])
    return Read(tuple(made), frozenset(filter(None, plains)), frozenset(pieces))


def made_of(found: Sequence[Word], low: int, high: int, forms: Sequence[str]) -> list[Unit]:
    """The units of words that are read as one."""
    return [Unit(low, key, False, high) for key in forms] or [Unit(low, mark_form(found[low]), True, high)]


def units(found: tuple[Word, ...], known: Set[str] = frozenset()) -> tuple[Unit, ...]:
    """What is aligned, in order; what is one word among those known makes one unit ("co-operation")."""
    return joined(found, read(found), known)


def joined(found: tuple[Word, ...], own: Read, known: Set[str]) -> tuple[Unit, ...]:
    """Likewise of a wording that is read."""
    if own.pieces.isdisjoint(known):
        return own.units
    result: list[Unit] = []
    low = 0
    for group in grouped(found):
        if group.low < low:
            continue
        low, forms = group.high, group.keys
        high, whole = one_word(found, group.low)
        if whole in known and group.high <= high:
            low, forms = high, keys(whole)
        result += made_of(found, group.low, low, forms)
    return tuple(result)


def one_word(found: Sequence[Word], low: int) -> tuple[int, str | None]:
    """Where a word would end that a hyphen, the end of a line or a space cuts in two, and the word."""
    end = ends_in_one(found, low) if found[low].kind == "word" else 0
    return (end, plain(found[low].text) + plain(found[end - 1].text)) if end else (low + 1, None)


def ends_in_one(found: Sequence[Word], low: int) -> int:
    """Behind which word the one ends that a word may be the beginning of; 0 where no word follows."""
    high = low + 1
    high += high < len(found) and found[high].text in ("-", "‐", "‑") and not found[high].spaced
    return high + 1 if high < len(found) and found[high].kind == "word" else 0


def align_units(a: Sequence[Unit], b: Sequence[Unit]) -> list[tuple[int, int]]:
    """Index pairs of units side by side; -1 where one has nothing.

    Long equal ends are set aside first, which keeps the table small; their last units stay, so that the table decides where a cut begins.
    """
    head, tail = 0, 0
    least = min(len(a), len(b))
    while head < least and a[head].key == b[head].key:
        head += 1
    if head < least or len(a) != len(b):
        head = max(0, head - MARGIN)
        while tail < least - head and a[-1 - tail].key == b[-1 - tail].key:
            tail += 1
        tail = max(0, tail - MARGIN)
    middle = between_anchors(a[head : len(a) - tail], b[head : len(b) - tail])
    shifted = [(i + head if i >= 0 else -1, j + head if j >= 0 else -1) for i, j in middle]
    ends = [(len(a) - k, len(b) - k) for k in range(tail, 0, -1)]
    return [(k, k) for k in range(head)] + shifted + ends


def between_anchors(a: Sequence[Unit], b: Sequence[Unit]) -> list[tuple[int, int]]:
    """The alignment, table by table between rare words that both have once and in one order; in one table where they have moved."""
    path: list[tuple[int, int]] = []
    low_a = low_b = 0
    for i, j in [*anchors(a, b), (len(a), len(b))]:
        ends = low_a == low_b == 0, i == len(a)
        path += [(x + low_a if x >= 0 else -1, y + low_b if y >= 0 else -1) for x, y in needleman(a[low_a:i], b[low_b:j], *ends)]
        if i < len(a):
            path.append((i, j))
        low_a, low_b = i + 1, j + 1
    return path


def anchors(a: Sequence[Unit], b: Sequence[Unit]) -> list[tuple[int, int]]:
    """Places of rare words that stand once in each, where all of them are in one order; else none."""
    if len(a) * len(b) < SMALL:
        return []
    times_a, times_b = Counter(unit.key for unit in a), Counter(unit.key for unit in b)
    place = {unit.key: j for j, unit in enumerate(b) if times_b[unit.key] == 1 and not unit.mark and weight(unit.key) >= RARE}
    found = [(i, place[unit.key]) for i, unit in enumerate(a) if times_a[unit.key] == 1 and unit.key in place]
    return found if all(one[1] < two[1] for one, two in pairwise(found)) else []


def needleman(a: Sequence[Unit], b: Sequence[Unit], opens: bool = True, closes: bool = True) -> list[tuple[int, int]]:
    """The best global alignment; what only one has costs less at the ends, and words that agree are worth more in a row.

    `opens` and `closes` tell whether the ends are those of the wordings, where quotations are cut.
    """
    if not a or not b:
        return [(i, -1) for i in range(len(a))] + [(-1, j) for j in range(len(b))]
    if len(a) * len(b) > LARGE:
        return longest_common(a, b)
    width, moves = len(b), list[bytearray]()
    others = [(unit.key, unit.key[:4], unit.mark, unit.key[:1].isdigit(), MARK_GAP if unit.mark else WORD_GAP) for unit in b]
    first, end = (EDGE if opens else 1.0), (EDGE if closes else 1.0)
    row = list(accumulate((first * other[4] for other in others), initial=0.0))
    run = [True] * (width + 1)  # whether the best way to a cell ends in words that agree; what comes before the table counts as one
    for index, (_, key, mark, _) in enumerate(a):
        begin, figure = key[:4], key[:1].isdigit()
        gap, last = (MARK_GAP if mark else WORD_GAP), index == len(a) - 1
        gain = 0.3 if mark else 1.0 + weight(key) / 4
        diagonal, row[0] = row[0], row[0] + first * gap
        before, run[0] = run[0], False
        move = bytearray(width)
        for j, (other, other_begin, other_mark, other_figure, other_gap) in enumerate(others, start=1):
            agree = key == other
            if agree:
                value = diagonal + (gain + ROW if before else gain)
            elif mark or other_mark:
                value = diagonal + (0.05 if mark and other_mark else -9.0)
            else:
                value = diagonal + (-0.1 if figure and other_figure else -0.3 if begin == other_begin else UNLIKE)
            step = 0
            up = row[j] + (end * gap if j == width else gap)
            if up > value:
                value, step = up, 1
            left = row[j - 1] + (end * other_gap if last else other_gap)
            if left > value:
                value, step = left, 2
            diagonal, row[j], move[j - 1] = row[j], value, step
            before, run[j] = run[j], agree and step == 0
        moves.append(move)
    return trace(moves, len(a), len(b))


def longest_common(a: Sequence[Unit], b: Sequence[Unit]) -> list[tuple[int, int]]:
    """The alignment that keeps most words, unweighed: for chapters, of which a table would take minutes."""
    from rapidfuzz.distance import LCSseq

    path: list[tuple[int, int]] = []
    for op in LCSseq.opcodes([unit.key for unit in a], [unit.key for unit in b]):
        low_a, high_a, low_b, high_b = op.src_start, op.src_end, op.dest_start, op.dest_end
        if op.tag == "equal":
            path += zip(range(low_a, high_a), range(low_b, high_b), strict=True)
        else:
            path += [(i, -1) for i in range(low_a, high_a)] + [(-1, j) for j in range(low_b, high_b)]
    return path


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
    left, right = tuple(a), tuple(b)
    mine, other = read(left), read(right)
    one, two = joined(left, mine, other.plain), joined(right, other, mine.plain)
    return quick(one, two, weight, Pair, RULES) or placed(one, two, align_units(one, two))


def placed(one: Sequence[Unit], two: Sequence[Unit], path: Sequence[tuple[int, int]]) -> list[Pair]:
    """The places that units on a path make."""
    places: list[Pair] = []
    make = tuple.__new__  # as Pair(…), in half the time
    begun: list[int] = []  # of each place: the first step of the path that is part of it
    end_a = end_b = 0
    for step, (i, j) in enumerate(path):
        low_a, high_a = (one[i].word, one[i].end) if i >= 0 else (end_a, end_a)
        low_b, high_b = (two[j].word, two[j].end) if j >= 0 else (end_b, end_b)
        if low_a >= end_a and low_b >= end_b:
            same = i >= 0 <= j and one[i].key == two[j].key and not one[i].mark
            places.append(make(Pair, ((low_a, high_a), (low_b, high_b), same)))
            begun.append(step)
        else:
            places[-1] = Pair(both(places[-1].a, (low_a, high_a)), both(places[-1].b, (low_b, high_b)))
            while len(places) > 1 and (places[-2].a[1] > places[-1].a[0] or places[-2].b[1] > places[-1].b[0]):
                last = places.pop()  # what stands between the two halves of "we'll" belongs to it
                places[-1] = Pair(both(places[-1].a, last.a), both(places[-1].b, last.b))
                begun.pop()
            places[-1] = places[-1]._replace(same=alike(one, two, path[begun[-1] : step + 1]))
        end_a, end_b = places[-1].a[1], places[-1].b[1]
    return places


def alike(one: Sequence[Unit], two: Sequence[Unit], path: Sequence[tuple[int, int]]) -> bool:
    """Whether both have the same folded forms along a part of the path."""
    left = [one[i].key for i, _ in path if i >= 0 and not one[i].mark]
    return bool(left) and left == [two[j].key for _, j in path if j >= 0 and not two[j].mark]


def both(one: tuple[int, int], two: tuple[int, int]) -> tuple[int, int]:
    """The range from the first to the last of two."""
    return min(one[0], two[0]), max(one[1], two[1])
