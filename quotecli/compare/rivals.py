"""Of several quotations of one article that are like a stretch of another, which of them it is: an article prints an utterance once.

Somebody says “I am the attorney general” and, elsewhere in his speech, “that boy is now the attorney general”; an article prints both,
and another prints the first. The second is like it too, and is another utterance all the same. Where the lesser is a part of the better,
or repeats it, both are it: headlines do that. This costs the article that splits one sentence over two quotations that overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotecli.compare.people import clash
from quotecli.compare.score import Wording, overlap

if TYPE_CHECKING:
    from quotecli.compare.links import Link, Links, Stretch

AHEAD = 3  # stretches of one article, the most alike first, that the others are held against
MOST = 2 / 3  # of a sentence that must stand in a quotation for it to repeat it, or to be cut from it
WHOLLY = 0.9  # of a fragment that must stand in a quotation for nobody to tell that it was not cut from it
SAMPLE = 5  # articles of a set of identical quotations that are asked


class End(NamedTuple):
    """A link as one of its two voices sees it."""

    link: Link
    own: Stretch
    other: Stretch


def refused(links: Sequence[Link], field: Links) -> list[Link]:
    """The links that lead to the lesser of two different utterances of one article."""
    ends: defaultdict[tuple[int, str], list[End]] = defaultdict(list)
    make = tuple.__new__  # End(…) itself takes twice as long
    for link in links:
        for own, other in ((link.a, link.b), (link.b, link.a)):
            for source in field.voices[other.voice].sources[:SAMPLE]:
                ends[own.voice, source].append(make(End, (link, own, other)))
    return [link for found in ends.values() if len(found) > 1 for link in lesser(found, field)]


def lesser(found: Sequence[End], field: Links) -> Iterator[Link]:
    """Of the links of one voice with one article, those that another link shows to lead elsewhere."""
    voices = field.voices
    ranked = sorted(
        found, key=lambda end: (clash(voices[end.own.voice].speaker, voices[end.other.voice].speaker), -end.link.strength, end.other)
    )
    for place, (link, own, other) in enumerate(ranked):
        ahead = [end.other for end in ranked[: min(place, AHEAD)] if end.other.voice != other.voice and meets(end.own, own)]
        if ahead and len(voices[other.voice].sources) == 1 and not any(excused(own, better, other, field) for better in ahead):
            yield link


def meets(a: Stretch, b: Stretch) -> bool:
    """Whether two stretches of one voice have words in common."""
    return overlap(a[1:], b[1:]) > 0


def excused(own: Stretch, better: Stretch, other: Stretch, field: Links) -> bool:
    """Whether a stretch may be both of two of one article: one speaker's, and one is in the other or it is a fragment that is in both."""
    if clash(field.voices[better.voice].speaker, field.voices[other.voice].speaker):
        return False
    return within(other, better, field) >= MOST or within(own, other, field) >= WHOLLY


def within(part: Stretch, whole: Stretch, field: Links) -> float:
    """How much of the sentence of a stretch, by weight, is in the quotation of another."""
    one, two = field.voices[part.voice].wording, field.voices[whole.voice].wording
    low, high = sentence(one, part)
    match = field.aligned(part._replace(low=low, high=high), whole._replace(low=0, high=len(two.keys)))
    return match.evidence / one.between(low, high)


def sentence(wording: Wording, stretch: Stretch) -> tuple[int, int]:
    """From the start of the sentence in which a stretch begins to the end of that in which it ends."""
    inside = [(a, b) for a, b in wording.sentences if a < stretch.high and stretch.low < b]
    return min([stretch.low, *(a for a, _ in inside)]), max([stretch.high, *(b for _, b in inside)])
