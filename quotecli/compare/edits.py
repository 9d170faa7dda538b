"""What changed between two wordings, and whether the meaning is at risk."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from quotecli.compare.align import Pair, align_words
from quotecli.compare.naming import DRESS, kind_of
from quotecli.compare.risk import Change, risks
from quotecli.compare.words import Word, folded, keys, words, words_of
from quotecli.model import Edit, Quote, Span


class Text(NamedTuple):
    """A wording: its words, and what is needed to cut pieces of it out verbatim."""

    words: tuple[Word, ...]
    text: str
    pieces: tuple[Span, ...]
    places: tuple[int, ...] = ()  # where each piece begins in the text; only of a wording of many pieces

    def between(self, start: int, end: int) -> str:
        """The words of the pieces inside start:end (offsets in the article), joined by newlines."""
        if len(self.pieces) == 1:
            low, high = self.pieces[0]
            return self.text[max(start - low, 0) : max(min(end, high) - low, 0)]
        first = bisect_right(self.pieces, start, key=itemgetter(1)) if self.places else 0
        at, parts = self.places[first] if first < len(self.places) else 0, []
        for number in range(first, len(self.pieces)):
            low, high = self.pieces[number]
            if low >= end:
                break
            left, right = max(low, start), min(high, end)
            if left < right:
                parts.append(self.text[at + left - low : at + right - low])
            at += high - low + 1
        return "\n".join(parts)

    def span(self, low: int, high: int) -> tuple[int, int]:
        """Where the words low:high stand in the article; the empty span after the word before where there are none."""
        if low < high:
            return self.words[low].start, self.words[high - 1].end
        at = self.words[low - 1].end if low else self.opening()
        return at, at

    def opening(self) -> int:
        """Where the wording begins in the article."""
        return self.words[0].start if self.words else self.pieces[0].start if self.pieces else 0

    def within(self, start: int, end: int) -> Text:
        """The part of the wording inside start:end."""
        return self._replace(words=tuple(word for word in self.words if word.start >= start and word.end <= end))


@lru_cache(maxsize=256)
def text_of(wording: Quote | str) -> Text:
    """A quotation or a plain string made ready for comparing."""
    if isinstance(wording, str):
        return Text(tuple(words(wording)), wording, (Span(0, len(wording)),))
    return Text(words_of(wording), wording.text, wording.pieces)


def extent_of(text: Text, low: int, high: int) -> tuple[int, int]:
    """From where to where folded forms stand in the article, with the marks that close them."""
    owners = [index for index, _ in folded(text.words)]
    first = 0 if low == 0 else owners[low]
    last = len(text.words) if high == len(owners) else owners[high - 1] + 1
    while last < len(text.words) and last < (owners[high] if high < len(owners) else last) and not text.words[last].spaced:
        last += 1
    return text.words[first].start, text.words[last - 1].end


def same_words(a: Text, b: Text) -> bool:
    """Whether two wordings have the very same words and marks."""
    return [word.text for word in a.words] == [word.text for word in b.words]


def held_against(a: Text, b: Text) -> tuple[float, tuple[Edit, ...]]:
    """The share of words that both have, 0 to 1, and the differences of `b` from `a`, in order."""
    if same_words(a, b):
        return 1.0, ()
    return similarity(a, b, compared(a, b).places), tuple(one for _, one in changes(a, b))


def unjudged(a: Text, b: Text) -> list[Edit]:
    """The differences of `b` from `a`, without a judgement of what they put at risk, which is most of the work."""
    if same_words(a, b):
        return []
    return compared(a, b).edits


class Compared(NamedTuple):
    """Two wordings side by side."""

    places: list[Pair]
    runs: list[list[Pair]]  # of places that differ
    edits: list[Edit]  # one a run, its risk not told


@lru_cache(maxsize=128)
def compared(a: Text, b: Text) -> Compared:
    """Two wordings side by side: asked for to choose the base, and again to tell how each differs from it."""
    places = align_words(a.words, b.words)
    found = runs(a, b, places)
    return Compared(places, found, moved([edit(a, b, run) for run in found]))


def changes(a: Text, b: Text) -> list[tuple[list[Pair], Edit]]:
    """The differences of two wordings, each with the places that it covers."""
    _, found, edits = compared(a, b)
    areas = [((run[0].a[0], run[-1].a[1]), (run[0].b[0], run[-1].b[1])) for run in found]
    risky = risks(a.words, b.words, [Change(*area, one.type in DRESS) for area, one in zip(areas, edits, strict=True)])
    return [(run, one._replace(risk=index in risky)) for index, (run, one) in enumerate(zip(found, edits, strict=True))]


def similarity(a: Text, b: Text, places: Sequence[Pair]) -> float:
    """Twice the folded words that agree at their places, of all that both have."""
    agree = total = 0
    for place in places:
        one = [key for word in a.words[slice(*place.a)] for key in keys(word.text, word.kind)]
        two = [key for word in b.words[slice(*place.b)] for key in keys(word.text, word.kind)]
        total += len(one) + len(two)
        agree += len(one) if one == two else len({*one} & {*two}) if one and two else 0
    return round(2 * agree / total, 3) if total else 1.0


# ---- runs of differing places ------------------------------------------------------------------------------------------
def runs(a: Text, b: Text, places: Sequence[Pair]) -> list[list[Pair]]:
    """Places that differ, gathered where they touch; a change of marks beside changed words stands by itself."""
    found: list[list[Pair]] = []
    run: list[Pair] = []
    for place in places:
        if not same_text(a, b, place):
            run.append(place)
        elif run:
            found += split(a, b, run)
            run = []
    return [left for one in found + split(a, b, run) if (left := trimmed(a, b, one))]


def trimmed(a: Text, b: Text, run: list[Pair]) -> list[Pair]:
    """A run without the marks that both wordings have at its ends: they stand in no edit."""
    (left, right), (low, high) = (run[0].a[0], run[-1].a[1]), (run[0].b[0], run[-1].b[1])
    before = left, right, low, high
    while left < right and low < high and shared(a.words[right - 1], b.words[high - 1]):
        right, high = right - 1, high - 1
    while left < right and low < high and shared(a.words[left], b.words[low]):
        left, low = left + 1, low + 1
    if before == (left, right, low, high):
        return run
    return [Pair((left, right), (low, high), any(place.same for place in run))] if left < right or low < high else []


def shared(one: Word, two: Word) -> bool:
    """Whether two words are the very same mark."""
    return one.text == two.text and one.kind == two.kind and one.kind in ("mark", "dash", "ellipsis") and one.text != "%"


def same_text(a: Text, b: Text, place: Pair) -> bool:
    """Whether both have the very same words and marks at a place."""
    if place.a[1] - place.a[0] == 1 == place.b[1] - place.b[0]:
        return a.words[place.a[0]].text == b.words[place.b[0]].text
    return [w.text for w in a.words[slice(*place.a)]] == [w.text for w in b.words[slice(*place.b)]]


def wordless(text: Text, part: tuple[int, int]) -> bool:
    """Whether only marks stand there."""
    return all(word.kind in ("mark", "dash", "ellipsis") and word.text != "%" for word in text.words[slice(*part)])


def full(part: tuple[int, int]) -> bool:
    """Whether a range holds anything."""
    return part[0] < part[1]


def split(a: Text, b: Text, run: Sequence[Pair]) -> list[list[Pair]]:
    """A run as one edit, or several: equal words in another dress and exchanged marks are edits of their own."""
    parts: list[list[Pair]] = []
    before = ""
    for place in run:
        nature = nature_of(a, b, place)
        if parts and nature == before == "words":
            parts[-1].append(place)
        else:
            parts.append([place])
        before = nature
    return join_cuts(a, b, parts)


def nature_of(a: Text, b: Text, place: Pair) -> str:
    """marks: only marks; dress: one word in another form; words: anything else."""
    if wordless(a, place.a) and wordless(b, place.b):
        return "marks"
    return "dress" if place.same else "words"


def join_cuts(a: Text, b: Text, parts: Sequence[list[Pair]]) -> list[list[Pair]]:
    """Marks next to words that are gone or new belong to them, the ellipsis above all."""
    result: list[list[Pair]] = []
    side = ""  # of the words that only one wording has, while they go on
    for part in parts:
        loose = all(loose_marks(a, b, place) for place in part)
        own = "" if loose else one_sided(part)
        before = result[-1] if result else []
        if (side and (loose or own == side)) or (own and before and all(loose_marks(a, b, place) for place in before)):
            before += part
            side = side or own
        else:
            result.append(list(part))
            side = own
    return result


def one_sided(part: Sequence[Pair]) -> str:
    """Which wording alone has something there: "a", "b", or "" for both."""
    left, right = any(full(place.a) for place in part), any(full(place.b) for place in part)
    return "" if left and right else "a" if left else "b"


def loose_marks(a: Text, b: Text, place: Pair) -> bool:
    """Marks that one wording lacks, or an ellipsis in the place of another mark."""
    if nature_of(a, b, place) != "marks":
        return False
    return bool(one_sided([place])) or "ellipsis" in (a.words[place.a[0]].kind, b.words[place.b[0]].kind)


# ---- naming ------------------------------------------------------------------------------------------------------------
def edit(a: Text, b: Text, run: Sequence[Pair]) -> Edit:
    """One difference with its type and its place; its risk is told by all of them together."""
    left, right = a.words[run[0].a[0] : run[-1].a[1]], b.words[run[0].b[0] : run[-1].b[1]]  # a run has no gaps
    kind = kind_of(run[-1].b[1] == len(b.words), any(place.same for place in run), left, right)
    start, end = b.span(run[0].b[0], run[-1].b[1])
    before_start, before_end = a.span(run[0].a[0], run[-1].a[1])
    return Edit(kind, a.between(before_start, before_end), b.between(start, end), False, start, end, before_start, before_end)


def moved(edits: Sequence[Edit]) -> list[Edit]:
    """Words that are gone in one place and new in another were moved."""
    gone = {index: folded_words(e.before) for index, e in enumerate(edits) if e.type.startswith("omitted")}
    result = list(edits)
    for index, e in enumerate(edits):
        if e.type != "inserted":
            continue
        twin = next((i for i, forms in gone.items() if forms and forms == folded_words(e.after)), None)
        if twin is not None:
            del gone[twin]
            for i in (index, twin):
                old = edits[i]
                result[i] = old._replace(type="moved")
    return result


def folded_words(text: str) -> tuple[str, ...]:
    """The folded forms of a text."""
    return tuple(key for word in words(text) for key in keys(word.text, word.kind))
