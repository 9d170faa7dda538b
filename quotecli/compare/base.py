"""Which wording the others are held against: the fullest of those that agree with most sources wherever they differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from typing import NamedTuple

from quotecli.compare.edits import Text, text_of, unjudged
from quotecli.model import Edit, Quote

DIFFERENT = frozenset({"inserted", "omitted", "substituted", "moved"})  # types of edits that make another wording
GONE = frozenset({"omitted", "omitted-ellipsis"})  # of which an end, or a cut that is marked, says nothing against what is left out
TRIED = 5  # wordings, the fullest first, that are asked for: a crowd costs no more than its number


class Printed(NamedTuple):
    """A stretch of a quotation as its article prints it; its words are read when they are asked for, since they take memory."""

    quote: Quote
    start: int
    end: int

    def words(self) -> Text:
        """Its words."""
        return text_of(self.quote).within(self.start, self.end)

    def text(self) -> str:
        """Its words and what stands between them, verbatim."""
        return Text((), self.quote.text, self.quote.pieces).between(self.start, self.end)


def base_of(printed: Sequence[Printed], independent: Set[str]) -> int:
    """The index of the base; the fullest come first, and only independent sources vote. The fullest where none agrees with most."""
    if len(independent) < 3 or len({part.text() for part in printed}) < 2:
        return 0  # one against one: nobody is outvoted
    voices = [Voice(part.words(), part.quote.source) for part in printed]
    distinct = list({" ".join(word.text for word in voices[i].text.words): i for i in range(len(voices) - 1, -1, -1)}.values())[::-1]
    if len(distinct) < 2:
        return 0
    return next((i for i in sorted(distinct)[:TRIED] if not outvoted(voices[i].text, voices, independent)), 0)


class Voice(NamedTuple):
    """A wording with the source that prints it."""

    text: Text
    source: str


def outvoted(base: Text, voices: Sequence[Voice], independent: Set[str]) -> bool:
    """Whether at some place more sources differ from a wording than agree with it.

    Those that print the very same words agree everywhere: as soon as no more than they are can differ at one place, the rest are not
    aligned with it. Fragments come first, since they seldom differ.
    """
    printed = [word.text for word in base.words]
    voting = [(text, source, [word.text for word in text.words] == printed) for text, source in voices if source in independent]
    waiting = [(text, source) for text, source, same in voting if not same]
    agreeing = {source for _, source, same in voting if same}
    left = Counter(source for _, source in waiting)  # how often each still waits
    steadfast = agreeing - left.keys()
    against: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    silent: list[tuple[str, list[tuple[int, int]]]] = [(source, []) for source in agreeing]
    most = 0  # sources that differ at one place
    half = len({source for _, source, _ in voting}) / 2  # more than so many outvote all others, whatever these print
    while waiting:
        if most + len(left) <= len(steadfast):
            return False
        if most > half:
            return True
        text, source = waiting.pop()
        left[source] -= 1
        if not left[source]:
            del left[source]
        edits = unjudged(base, text)
        for edit in edits:
            if edit.type in DIFFERENT and not at_an_end(edit, base):
                against[edit.before_start, edit.before_end].add(source)
                most = max(most, len(against[edit.before_start, edit.before_end]))
        silent.append((source, [(e.before_start, e.before_end) for e in edits if e.type in DIFFERENT | GONE]))
    return any(
        len(sources) > len({source for source, changed in silent if not any(meets(place, part) for part in changed)} - sources)
        for place, sources in against.items()
    )


def at_an_end(edit: Edit, base: Text) -> bool:
    """Whether an edit only tells that one of two wordings begins or ends elsewhere."""
    low, high = base.words[0].start, base.words[-1].end
    return edit.type in ("inserted", "omitted") and (edit.before_start <= low or edit.before_end >= high - 1)


def meets(place: tuple[int, int], part: tuple[int, int]) -> bool:
    """Whether two stretches, which may be empty, have a place in common."""
    return place == part or (place[0] < part[1] and part[0] < place[1]) or part[0] <= place[0] == place[1] <= part[1]
