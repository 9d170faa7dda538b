"""Who printed which wording first, and which later ones share its changes: where each wording of an utterance comes from.

The method is that of textual criticism: descent is told by shared innovations (P. Maas, *Textual Criticism*, 1958, “indicative errors”; of
living things W. Hennig, 1966). That two print the old words proves nothing, for both may have heard them; that two have one change which
nobody makes by himself says that one has it from the other, or both from a third. So evidence is a change that the fewer print, and that
is no slip of anybody's: not another dress, not where a quotation begins or ends, not a cut that says so, not a small word. A wording goes
back to the earliest before it that shares most of its changes and has none that it lacks. Where that fails we say so: two sources for two
sets of changes are a mixture, a shared change beside another that is lacking is a common source that is not here, and without dates
nobody knows who came first. Everything else is order in time, which tells who printed first and nothing of who took it from whom.

This costs the chain in which most took over the change: there it passes for what was said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

from quotecli.compare.kin import day_of
from quotecli.compare.naming import DRESS
from quotecli.compare.score import TELLING
from quotecli.compare.words import keys, words
from quotecli.lexicon.en.frequency import weight
from quotecli.model import Basis, Chain, Change, Cluster, Edit, Origin, Source, Step, Variant
from quotecli.text import has_word

UNTOLD = DRESS | {"punctuation"}  # types of edits that leave the words
MADE = frozenset({"substituted", "inserted", "omitted", "moved"})  # types of which somebody chose the words, and hides it

Place = tuple[int, int]  # a stretch of the base
State = tuple[str, ...]  # what stands there, folded
States = Mapping[Place, State | None]  # of one printing; None where it says nothing of a place: there it ends, or has another change


class Print(NamedTuple):
    """One printing."""

    variant: Variant
    published: str | None
    original: str  # the article, or the one that it copies
    states: States
    apart: frozenset[tuple[Place, State]]  # the states that the fewer have


def chains(clusters: Iterable[Cluster], sources: Iterable[Source]) -> tuple[Chain, ...]:
    """The chain of each utterance; `sources` are the articles, whose dates tell the order."""
    dates = {source.id: source.published for source in sources}
    return tuple(Chain(cluster, chain(cluster.variants, dates, cluster.copies)) for cluster in clusters)


def chain(variants: Sequence[Variant], dates: Mapping[str, str | None], copies: Iterable[tuple[str, str]] = ()) -> tuple[Step, ...]:
    """The printings of an utterance in the order of time, those without a date last, each with what tells where its wording comes from.

    `variants` are held against one base, `dates` are of their articles, ISO 8601, and `copies` are articles with the one that each copies:
    these count once. The same for every order of `variants`; nothing goes back to what is later, or of the same day.
    """
    copied = dict(copies)
    early = sorted(variants, key=lambda one: rank(one, dates))[:MOST]
    places = sorted({place_of(edit) for one in early for edit in one.edits if telling(edit, one)})
    read = {one: states_of(one, places) for one in early}
    prints = [Print(one, dates.get(one.source), copied.get(one.source, one.source), read[one], frozenset()) for one in early]
    usual = {place: state for place in places if (state := usual_of(place, prints)) is not None}
    prints = [one._replace(apart=unusual(one.states, usual)) for one in prints]
    changes, heads = worded(read, usual), heads_of(prints)
    return tuple(step(one, heads, changes) for one in prints)


MOST = 400
"""Printings, the first ones: what came later tells nothing of where they come from, and a crowd should not cost its square."""


def rank(one: Variant, dates: Mapping[str, str | None]) -> tuple[str, str, int, int]:
    """By what printings are ordered."""
    return when(dates.get(one.source)) or "~", one.source, one.start, one.end


# ---- what stands where -------------------------------------------------------------------------------------------------
def telling(edit: Edit, variant: Variant) -> bool:
    """Whether two hands would hardly make this change each by itself: it says something else, or has words that are not small."""
    placed = edit.before_start >= 0 and not at_an_end(edit, variant)
    return placed and edit.type in MADE and (edit.risk or any(map(heavy, (edit.before, edit.after))))


def heavy(text: str) -> bool:
    """Whether there is a word that is none of the most common."""
    return any(weight(key) >= ENOUGH for word in words(text) for key in keys(word.text, word.kind))


ENOUGH = 2 * TELLING
"""Nats of a word that nobody puts in or leaves out without thinking: rarer than “well” and “very”."""


def at_an_end(edit: Edit, variant: Variant) -> bool:
    """Whether the words are gone because the quotation begins later or ends earlier."""
    if edit.after:
        return False
    after = variant.text[max(0, len(variant.text) - max(0, variant.end - edit.end)) :]
    return not has_word(variant.text[: max(0, edit.start - variant.start)]) or not has_word(after)


def place_of(edit: Edit) -> Place:
    """Where the base has what was changed."""
    return edit.before_start, edit.before_end


def states_of(variant: Variant, places: Iterable[Place]) -> dict[Place, State | None]:
    """What a printing has at each of some places; the empty state is the base's."""
    own = {place_of(edit): edit for edit in variant.edits if edit.type not in UNTOLD}
    return {place: state_at(place, own, variant) for place in places}


def state_at(place: Place, own: Mapping[Place, Edit], variant: Variant) -> State | None:
    """What a printing with these edits has at a place."""
    if place in own:
        edit = own[place]
        return None if edit.type not in MADE or at_an_end(edit, variant) else ("→", *folded(edit.after))
    return None if any(touch(place, other) for other in own) else ()


def folded(text: str) -> State:
    """The words of a text, in whatever dress."""
    return tuple(key for word in words(text) for key in keys(word.text, word.kind))


def touch(one: Place, other: Place) -> bool:
    """Whether two stretches of the base have words in common; one without words is touched by what stands beside it."""
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]


def usual_of(place: Place, prints: Sequence[Print]) -> State | None:
    """What most independent articles have at a place; of equally many what was certainly printed first; else nobody can tell."""
    having: defaultdict[State, list[Print]] = defaultdict(list)
    for one in prints:
        if (state := one.states[place]) is not None:
            having[state].append(one)
    most = max((len(originals(those)) for those in having.values()), default=0)
    rivals = [state for state, those in having.items() if len(originals(those)) == most]
    return next((state for state in rivals if all(other == state or first(having[state], having[other]) for other in rivals)), None)


def unusual(states: States, usual: Mapping[Place, State]) -> frozenset[tuple[Place, State]]:
    """Of the states of one printing those that the fewer have."""
    return frozenset((place, state) for place, state in states.items() if state is not None and state != usual.get(place, state))


def originals(prints: Iterable[Print]) -> set[str]:
    """The articles, copies counted with what they copy."""
    return {one.original for one in prints}


def first(those: Sequence[Print], others: Sequence[Print]) -> bool:
    """Whether one of these is certainly earlier than all of the others."""
    return any(all(earlier(one.published, other.published) for other in others) for one in those)


def worded(read: Mapping[Variant, States], usual: Mapping[Place, State]) -> dict[tuple[Place, State], Change]:
    """The changes as they are printed: what is usual at a place, and what stands there instead."""
    printed: dict[tuple[Place, State], tuple[str, bool]] = {}
    for edit, state in sorted((e, read[v].get(place_of(e))) for v in read for e in v.edits if read[v].get(place_of(e))):
        place = place_of(edit)
        printed.setdefault((place, state or ()), (edit.after, edit.risk))
        printed.setdefault((place, ()), (edit.before, edit.risk))
    return {
        (place, state): Change(printed[place, usual[place]][0], text, risk or printed[place, usual[place]][1])
        for (place, state), (text, risk) in printed.items()
        if usual.get(place, state) != state
    }


# ---- who has it from whom ----------------------------------------------------------------------------------------------
def heads_of(prints: Iterable[Print]) -> dict[tuple[Place, State], list[Print]]:
    """By change, of those who have the same changes the first: those of which none is certainly earlier, and one without a date."""
    groups: defaultdict[frozenset[tuple[Place, State]], dict[str, Print]] = defaultdict(dict)
    for one in prints:
        groups[one.apart].setdefault(one.original, one)
    found: defaultdict[tuple[Place, State], list[Print]] = defaultdict(list)
    for apart, by_original in groups.items():
        those = list(by_original.values())
        heads = earliest(those)[: FEW + 1]
        heads += [one for one in those if not when(one.published) and one not in heads][:1]
        for change in apart:
            found[change] += heads
    return found


FEW = 3
"""So many are named of those that may be the origin of one wording alike."""


def step(own: Print, heads: Mapping[tuple[Place, State], Sequence[Print]], changes: Mapping[tuple[Place, State], Change]) -> Step:
    """One printing, and where its wording comes from."""
    alike = {one.variant: one for change in sorted(own.apart) for one in heads[change] if one.original != own.original}
    basis, shared = origin(own, sorted(alike.values(), key=lambda one: (when(one.published) or "~", one.variant.source, one.variant.start)))
    origins = tuple(Origin(one.variant.quote, told(one.apart & own.apart, changes)) for one in shared)
    return Step(own.variant, own.published, told(own.apart, changes), basis, origins)


def told(states: Iterable[tuple[Place, State]], changes: Mapping[tuple[Place, State], Change]) -> tuple[Change, ...]:
    """Changes in the order of the base."""
    return tuple(changes[one] for one in sorted(states))


def origin(own: Print, alike: Sequence[Print]) -> tuple[Basis, list[Print]]:
    """On what it rests where a wording comes from, and those that tell it; `alike` share changes with it, in order of time."""
    before = [one for one in alike if earlier(one.published, own.published)]
    if not before:
        unknown = [one for one in alike if not earlier(own.published, one.published)]
        return ("unordered", unknown[:FEW]) if unknown else ("own" if own.apart else "none", [])
    most = [*nearest(own, before)]
    whole = [[one for one in those if not parted(one, own)] for those in most]
    if not all(whole):
        return "kindred", [one for those in most for one in earliest(those)[:FEW]]
    return ("descends" if len(whole) == 1 else "mixed"), [one for those in whole for one in earliest(those)[:FEW]]


def nearest(own: Print, before: Sequence[Print]) -> Iterator[list[Print]]:
    """Of earlier ones those that share most: no other shares the same and more; together where they share the same."""
    by_shared: defaultdict[frozenset[tuple[Place, State]], list[Print]] = defaultdict(list)
    for one in before:
        by_shared[one.apart & own.apart].append(one)
    return (those for shared, those in by_shared.items() if not any(shared < more for more in by_shared))


def parted(one: Print, own: Print) -> bool:
    """Whether an earlier printing has a change of its own that the later one, which tells of the place, lacks."""
    return any(own.states[place] not in (None, state) for place, state in one.apart)


def earliest(those: Sequence[Print]) -> list[Print]:
    """Those of which no other is certainly earlier than they."""
    days = sorted(filter(None, (when(one.published) for one in those)))
    bars = [*days[:1], *[day for day in days if len(day) > DAY][:1]]  # a day, and a moment of it: neither is earlier
    return [one for one in those if not any(earlier(bar, one.published) for bar in bars)]


def earlier(one: str | None, other: str | None) -> bool:
    """Whether a date is certainly earlier than another: by the moment where both tell it, else by the day."""
    first, second = when(one), when(other)
    if not first or not second:
        return False
    exact = len(first) > DAY < len(second)
    return first < second if exact else first[:DAY] < second[:DAY]


DAY = len("2020-05-01")


@lru_cache(maxsize=1 << 10)
def when(published: str | None) -> str:
    """A date as a day, or as a moment in UTC where it tells hour and zone; empty where it is none. As texts they stand in order of time."""
    try:
        found = datetime.fromisoformat(published or "")
    except ValueError:
        day = day_of(published)
        return day.isoformat() if day else ""
    return found.astimezone(UTC).isoformat() if found.tzinfo else found.date().isoformat()
