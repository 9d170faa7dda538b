"""Which differences a careful editor would look at: those that take, add or exchange what the claim hangs on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quotecli.compare.roles import exchanged
from quotecli.compare.signs import SENTENCE_ENDS, Sign, signs
from quotecli.compare.words import Word, digits, plain
from quotecli.lexicon.en import claims as lex

NEAR = 3  # words between two differences that are one rewriting
ANYWHERE = frozenset({"number", "unit", "date", "name", "person", "direction"})  # what counts by its sum, wherever it stands
OUTSIDE = frozenset(
    {"negation", "condition", "limit", "hedge", "frame", "attribution", "tense"}
)  # what reaches the rest from outside, over a comma
INSIDE = OUTSIDE | {"modal", "quantifier", "bound"}
PAIRED = frozenset({"number", "unit", "date", "name", "person"})  # a change only where another stands in its place
OPPOSITE = {"+": "-", "-": "+"}  # the ends of a scale
TAIL = 7  # words and marks of "…, or so they claim." at the most
MARKS = frozenset({"mark", "dash", "ellipsis"})


class Change(NamedTuple):
    """A difference as word ranges of both wordings."""

    a: tuple[int, int]
    b: tuple[int, int]
    dress: bool  # the same words in another dress


class Loose(NamedTuple):
    """A sign that one wording has in a difference and the other lacks."""

    change: int  # index of the difference
    sign: Sign


def risks(a: tuple[Word, ...], b: tuple[Word, ...], changes: Sequence[Change]) -> set[int]:
    """The indices of the differences that put the meaning at risk."""
    dress = [change.dress for change in changes]
    gone, new = unmatched(inside(signs(a), [c.a for c in changes], dress), inside(signs(b), [c.b for c in changes], dress), changes)
    found = set()
    lost, won = by_change(gone), by_change(new)
    for index in sorted(lost.keys() | won.keys()):
        change, left, right = changes[index], lost.get(index, []), won.get(index, [])
        if counts(a, change.a, change.b, left, b) or counts(b, change.b, change.a, right, a) or replaced(left, right, a, b, change):
            found.add(index)
    found |= sums(gone, new)
    found |= {index for index, change in enumerate(changes) if not change.dress and any(test(a, b, change) for test in SINGLE)}
    found |= {beside(word, changes) for word in (*exchanged(a, b), *lifted(a, b))}
    return {index for index in found if not changes[index].dress}


def by_change(loose: Iterable[Loose]) -> dict[int, list[Sign]]:
    """The signs by the difference in which they stand."""
    found: dict[int, list[Sign]] = {}
    for one in loose:
        found.setdefault(one.change, []).append(one.sign)
    return found


def beside(word: int, changes: Sequence[Change]) -> int:
    """The index of the difference of words beside a word of the second wording."""
    at = bisect_left(changes, word, key=lambda change: change.b[0])
    near = [i for i in (*range(at, min(at + 3, len(changes))), *range(at - 1, max(at - 4, -1), -1)) if not changes[i].dress]
    return min(near, key=lambda i: abs(changes[i].b[0] - word), default=min(at, len(changes) - 1))


def inside(found: Iterable[Sign], ranges: Sequence[tuple[int, int]], dress: Sequence[bool]) -> list[Loose]:
    """The signs that stand in a difference of words, with its index."""
    result, at = [], 0
    for sign in found:
        while at < len(ranges) and ranges[at][1] <= sign.low:
            at += 1
        if at < len(ranges) and ranges[at][0] < sign.high and not dress[at]:
            result.append(Loose(at, sign))
    return result


def unmatched(gone: list[Loose], new: list[Loose], changes: Sequence[Change]) -> tuple[list[Loose], list[Loose]]:
    """The signs of either wording that the other does not have, in the same difference, beside it, or with the same scope."""
    pool: dict[tuple[str, str], list[Loose]] = {}
    for one in new:
        pool.setdefault(one.sign[2:4], []).append(one)
    left: list[Loose] = []
    for rank in (0, 1):
        for one in gone if rank == 0 else left[:]:
            twins = pool.get(one.sign[2:4], [])
            twin = next((other for other in twins[:20] if alike(one, other, changes, rank)), None)
            if twin is not None:
                twins.remove(twin)
                if rank:
                    left.remove(one)
            elif rank == 0:
                left.append(one)
    return left, [one for twins in pool.values() for one in twins]


def alike(one: Loose, other: Loose, changes: Sequence[Change], rank: int) -> bool:
    """Whether two equal signs are one, moved or reworded."""
    if one.sign.kind == "number" and {one.sign.scope, other.sign.scope} == lex.ENDPOINTS:
        return False
    if rank == 0:
        return one.change == other.change
    if one.sign.kind == "number" and all(filled(changes[i]) for i in (one.change, other.change)):
        return False
    low, high = sorted((one.change, other.change))
    close = changes[high].b[0] - changes[low].b[1] <= NEAR and changes[high].a[0] - changes[low].a[1] <= NEAR
    return one.sign.kind in ANYWHERE or one.sign.scope == other.sign.scope or close


def filled(change: Change) -> bool:
    """Whether both wordings have something there."""
    return change.a[0] < change.a[1] and change.b[0] < change.b[1]


# ---- what goes, what comes ---------------------------------------------------------------------------------------------
def wordy(words: Sequence[Word], part: tuple[int, int]) -> bool:
    """Whether words stand there, not only marks."""
    return any(word.kind not in MARKS or word.text == "%" for word in words[slice(*part)])


def counts(words: Sequence[Word], mine: tuple[int, int], theirs: tuple[int, int], left: Sequence[Sign], other: Sequence[Word]) -> bool:
    """Whether something is among the signs that only one wording has, given where they stand."""
    if not left:
        return False
    if wordy(other, theirs):
        return any(sign.kind in INSIDE and not (sign.kind == "frame" and detached(words, sign, mine)) for sign in left)
    first = not wordy(words, (0, mine[0]))
    last = not wordy(words, (mine[1], len(words)))
    if sentence(words, mine):
        return False
    if first and closed(words, mine):
        return any(sign.kind in ("condition", "attribution") for sign in left)
    if last and mine[1] - mine[0] <= TAIL and any(sign.kind == "frame" and sign.value == "say" for sign in left):
        return True
    kinds = OUTSIDE if first or last or parenthesis(words, mine) else INSIDE
    attached = [sign for sign in left if not (sign.kind == "frame" and (last or detached(words, sign, mine)))]
    return any(sign.kind in kinds or (first and sign.kind == "quantifier" and mine[1] - sign.high <= 1) for sign in attached)


def sentence(words: Sequence[Word], part: tuple[int, int]) -> bool:
    """Whether whole sentences stand there that do not take back what stands before them."""
    opens = not wordy(words, (0, part[0])) or words[part[0] - 1].text in SENTENCE_ENDS or words[part[0]].text in SENTENCE_ENDS
    begins = next((plain(word.text) for word in words[slice(*part)] if word.kind not in MARKS), "")
    return opens and ended(words, part) and begins not in lex.BACKWARD


def closed(words: Sequence[Word], part: tuple[int, int]) -> bool:
    """Whether a mark ends what is cut at the front, so that only a condition reaches over it."""
    edge = words[part[0] : part[1] + 1]
    return any(word.text in SENTENCE_ENDS | {",", ";", ":"} or word.kind == "dash" for word in edge[-2:])


def ended(words: Sequence[Word], part: tuple[int, int]) -> bool:
    """Whether a sentence ends where the cut does."""
    return any(word.text in SENTENCE_ENDS | {";"} for word in words[part[0] : part[1] + 1][-2:])


def detached(words: Sequence[Word], sign: Sign, part: tuple[int, int]) -> bool:
    """Whether a mark parts a verb from what follows the difference."""
    return any(word.kind in MARKS - {"ellipsis"} and word.text not in "“”\"‘’'[]" for word in words[sign.high : part[1]])


def parenthesis(words: Sequence[Word], part: tuple[int, int]) -> bool:
    """Whether marks set the words apart on both sides."""
    marks = {",", "(", ")", ";"}
    before = words[part[0] - 1] if part[0] else None
    opens = words[part[0]].text in marks or words[part[0]].kind == "dash" or (before is not None and before.text in marks)
    return opens and (words[part[1] - 1].text in marks | SENTENCE_ENDS or words[part[1] - 1].kind == "dash")


def replaced(left: Sequence[Sign], right: Sequence[Sign], a: Sequence[Word], b: Sequence[Word], change: Change) -> bool:
    """Whether a name, number, unit, date or a direction stands in another's place, or a number is put in."""
    for kind in PAIRED - {"person"}:
        if any(sign.kind == kind for sign in left) and any(sign.kind == kind for sign in right):
            return True
    bracket = any(word.bracketed for word in b[slice(*change.b)])
    counted = [side for side in (left, right) if any(sign.kind == "number" for sign in side)]
    return not bracket and bool(counted) and wordy(b, change.b) and (wordy(a, change.a) or counted == [right])


def sums(gone: Sequence[Loose], new: Sequence[Loose]) -> set[int]:
    """Differences in which one person stands for another, one end of a scale for the other, or two numbers are exchanged."""
    places: dict[tuple[str, str], list[Loose]] = {}
    persons = {one.change for one in new if one.sign.kind == "person"}
    for one in new:
        places.setdefault(one.sign[2:4], []).append(one)
    found = set()
    for one in gone:
        kind, value = one.sign[2:4]
        if kind == "person":
            found |= {change for change in range(one.change - 1, one.change + 2) if change in persons} and {one.change}
        others = places.get((kind, value[:-1] + OPPOSITE[value[-1]] if kind == "direction" else value), [])
        for other in others[:1] if kind in ("direction", "number") else []:
            if kind == "direction" or {one.sign.scope, other.sign.scope} == lex.ENDPOINTS:
                found |= {one.change, other.change}
    return found


# ---- single differences ------------------------------------------------------------------------------------------------
def asked(a: Sequence[Word], b: Sequence[Word], change: Change) -> bool:
    """Whether a question became a statement, or the other way round."""
    one, two = a[slice(*change.a)], b[slice(*change.b)]
    if wordy(a, change.a) != wordy(b, change.b):
        return False
    return any(word.text == "?" for word in one) != any(word.text == "?" for word in two)


def retold(a: Sequence[Word], b: Sequence[Word], change: Change) -> bool:
    """Whether the same verb stands in the other tense."""
    one, two = tense(a, change.a), tense(b, change.b)
    if one is None or two is None or one[0] != two[0] or one[1] == two[1]:
        return False
    form = next(plain(word.text) for word in b[slice(*change.b)] if word.kind == "word")
    old, new = (
        sum(plain(word.text) == form for word in words[max(0, at - 30) : at + 30]) for words, at in ((a, change.a[0]), (b, change.b[0]))
    )
    return new > old  # else the verb beside it was cut, and this one stood there before


def tense(words: Sequence[Word], part: tuple[int, int]) -> tuple[str, str] | None:
    """The verb of a difference of one word, and its tense; None for anything else."""
    found = [index for index in range(*part) if words[index].kind == "word"]
    if len(found) != 1:
        return None
    form = plain(words[found[0]].text)
    if form in lex.PRESENT or form in lex.PAST:
        return (lex.PRESENT[form], "present") if form in lex.PRESENT else (lex.PAST[form], "past")
    return None


def turned(a: Sequence[Word], b: Sequence[Word], change: Change) -> bool:
    """Whether a word lost or won the beginning that turns it round, and no "not" makes up for it."""
    one, two = ({plain(word.text) for word in words[slice(*part)]} for words, part in ((a, change.a), (b, change.b)))
    if (one | two) & lex.NOT:
        return False
    return any(
        prefix + word in other
        for mine, other in ((one, two), (two, one))
        for word in mine
        if len(word) > 3
        for prefix in lex.NEGATIVE_PREFIXES
    )


def merged(a: Sequence[Word], b: Sequence[Word], change: Change) -> bool:
    """Whether two sentences became one in which the first one's subject does what another did."""
    left, right = a[slice(*change.a)], b[slice(*change.b)]
    subject = next((plain(word.text) for word in left if lex.SIGNS.get((plain(word.text),), ("",))[0] == "person"), None)
    ends = any(word.text in SENTENCE_ENDS for word in a[max(0, change.a[0] - 1) : change.a[1]])
    if subject is None or not ends or [plain(w.text) for w in right if w.kind == "word"] != [lex.AND]:
        return False
    return subject not in {plain(word.text) for word in a[max(0, change.a[0] - 30) : change.a[0]]}


def lifted(a: tuple[Word, ...], b: tuple[Word, ...]) -> list[int]:
    """The "only" of the second wording where it was moved from the front of its clause into it, or out of it to the front."""
    one, two = ([sign for sign in signs(words) if sign[2:4] == ("limit", "only")] for words in (a, b))
    if len(one) != 1 or len(two) != 1 or fronted(a, one[0]) == fronted(b, two[0]):
        return []
    return [two[0].low]


def fronted(words: Sequence[Word], sign: Sign) -> bool:
    """Whether a sign opens its clause."""
    return not sign.low or words[sign.low - 1].kind in MARKS


def aimed(a: Sequence[Word], b: Sequence[Word], change: Change) -> bool:
    """Whether a figure that something came to is one that it changed by: “fell to 40 percent”, “fell by 40 percent”."""
    one, two = ([plain(word.text) for word in words[slice(*part)]] for words, part in ((a, change.a), (b, change.b)))
    if len(one) != 1 or len(two) != 1 or one == two or not {*one, *two} <= lex.AIMS:
        return False
    return any(word.kind == "number" or digits(plain(word.text)) is not None for word in b[change.b[1] : change.b[1] + 1])


SINGLE = (asked, retold, turned, merged, aimed)
