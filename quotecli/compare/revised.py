"""How the quotations of an article changed between two of its versions."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

from quotecli.compare.edits import held_against, text_of
from quotecli.compare.people import clash, known
from quotecli.compare.score import COVERAGE, WHOLE, Wording, accepted, wording
from quotecli.model import Quote, Revision

ALIKE = 0.4  # of the words of both, in order: from here on it is one quotation, reworded


def revisions(old: Sequence[Quote], new: Sequence[Quote]) -> tuple[Revision, ...]:
    """What is no longer as it was, in the order of the newer version; quotations that are gone stand where they stood among the others.

    A quotation goes back to the one with the same words, else to the one that is most like it; each to one at most.
    """
    home = same(old, new)
    home |= alike(old, new, home)
    taken = {*home.values()}
    gone = deque(i for i in range(len(old)) if i not in taken)
    following = [len(old)]  # for each newer one, from the last: the older one of the next that has one
    for j in reversed(range(len(new))):
        following.append(home.get(j, following[-1]))
    found: list[Revision] = []
    for j, after in enumerate(new):
        while gone and gone[0] < following[len(new) - j]:
            found.append(Revision(old[gone.popleft()], None))
        found += changed(old[home[j]], after) if j in home else [Revision(None, after)]
    return (*found, *(Revision(old[i], None) for i in gone))


def same(old: Sequence[Quote], new: Sequence[Quote]) -> dict[int, int]:
    """Of the newer quotations those with the very words of an older one, and which that is; of several the first that is left."""
    left: dict[str, list[int]] = {}
    for i, quote in enumerate(old):
        left.setdefault(quote.text, []).append(i)
    return {j: left[quote.text].pop(0) for j, quote in enumerate(new) if left.get(quote.text)}


def alike(old: Sequence[Quote], new: Sequence[Quote], home: Mapping[int, int]) -> dict[int, int]:
    """Of those that have no home yet the ones that are like an older one, the most alike first."""
    taken = {*home.values()}
    before = [(i, quote, wording(quote)) for i, quote in enumerate(old) if i not in taken]
    after = [(j, quote, wording(quote)) for j, quote in enumerate(new) if j not in home]
    pairs = [(-likeness(one, other, first, second), j, i) for j, other, second in after for i, one, first in before]
    found: dict[int, int] = {}
    for unlike, j, i in sorted(pairs):
        if -unlike >= ALIKE and j not in found and i not in taken:
            found[j] = i
            taken.add(i)
    return found


def likeness(one: Quote, other: Quote, first: Wording, second: Wording) -> float:
    """The share of words that both have, in order; 0 where too little is shared for that to be worth asking."""
    common = {*first.keys} & {*second.keys}
    shared = sum(weight for key, weight in zip(first.keys, first.weights, strict=True) if key in common)
    if not accepted(shared, max(shared, min(first.sums[-1], second.sums[-1])), COVERAGE, WHOLE):
        return 0.0
    return held_against(text_of(one), text_of(other))[0]


def changed(before: Quote, after: Quote) -> list[Revision]:
    """What differs between two versions of one quotation: its words, or whose they are; nothing where neither does."""
    _, edits = held_against(text_of(before), text_of(after))
    reattributed = clash(known(before), known(after))
    return [Revision(before, after, edits, reattributed)] if edits or reattributed else []
