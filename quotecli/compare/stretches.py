"""Groups of stretches that report one utterance: average linkage, so that one weak bridge does not weld two utterances into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quotecli.compare.links import Link, Links, Stretch
from quotecli.compare.score import overlap

TOGETHER = 2 / 3  # the share of pairs between two groups that must be linked
SAMPLE = 6  # members of a group that speak for it
HALF = 0.5  # of the longer of two stretches that both must cover to be one


def gather(links: Sequence[Link], field: Links) -> list[list[Stretch]]:
    """The groups, from links in order of strength: two become one when enough of their pairs from different sources are linked."""
    nodes, ordered = nodes_of(links)
    field.scored = {(a, b) if a <= b else (b, a): True for a, b in ordered}
    group = {node: node for node in nodes}
    members = {node: [node] for node in nodes}
    heads = {node: [node] for node in nodes}  # of each group, the first members: they speak for it
    changed = True
    while changed:
        changed = False
        for a, b in ordered:
            one, two = group[a], group[b]
            if one != two and together(heads[one], heads[two], field):
                changed = True
                if len(members[one]) < len(members[two]):
                    one, two = two, one  # the smaller joins the larger, so that a crowd costs no more than its number
                heads[one] = sorted(heads[one] + heads.pop(two))[:SAMPLE]
                group.update(dict.fromkeys(members[two], one))
                members[one] += members.pop(two)
        ordered = [(a, b) for a, b in ordered if group[a] != group[b]]
    return [sorted(found) for found in members.values() if len({source for s in found for source in field.voices[s.voice].sources}) > 1]


def nodes_of(links: Sequence[Link]) -> tuple[list[Stretch], list[tuple[Stretch, Stretch]]]:
    """The distinct stretches, and the pairs of them that are linked, strongest first."""
    by_voice: defaultdict[int, list[Stretch]] = defaultdict(list)
    pairs = dict.fromkeys((place(link.a, by_voice[link.a.voice]), place(link.b, by_voice[link.b.voice])) for link in links)
    return [node for nodes in by_voice.values() for node in nodes], [pair for pair in pairs if pair[0] != pair[1]]


def place(stretch: Stretch, known: list[Stretch]) -> Stretch:
    """The stretch of the voice into which a link's end falls; itself where there is none yet."""
    if stretch in known:
        return stretch
    if known:
        most, best = max([(overlap(other[1:], stretch[1:]), -place) for place, other in enumerate(known)])
        if most >= HALF:
            return known[-best]
    known.append(stretch)
    return stretch


def together(one: Sequence[Stretch], two: Sequence[Stretch], field: Links) -> bool:
    """Whether enough pairs of two groups, as their heads show them, are linked; pairs inside one source do not count.

    An article that gives like words to two people tells that they are two utterances.
    """
    if len(one) == len(two) == 1:
        return field.voices[one[0].voice].apart(field.voices[two[0].voice]) and field.linked(one[0], two[0])
    pairs = [(a, b) for a in one for b in two if field.voices[a.voice].apart(field.voices[b.voice])]
    if len(pairs) < len(one) * len(two) and any(field.contradicted(a.voice, b.voice) for a in one for b in two):
        return False
    return sum(field.linked(a, b) for a, b in pairs) >= TOGETHER * len(pairs) > 0
