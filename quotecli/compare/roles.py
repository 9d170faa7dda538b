"""Who does what to whom: whether two wordings exchange the sides of a verb or of a comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from quotecli.compare.signs import Form, forms_of
from quotecli.compare.words import Word, american, stem
from quotecli.lexicon.en import claims as lex

REACH = 12  # forms on either side within which the two are looked for


class Pivot(NamedTuple):
    """A word with what stands before and behind it in its clause."""

    word: int
    near: str  # the last thing before it
    before: frozenset[str]
    after: frozenset[str]
    voice: str  # active; passive: "was …"; by: "was … by"


@lru_cache(maxsize=1 << 15)
def thing(text: str) -> str:
    """The folded form of somebody or something; "" for words without a matter of their own."""
    sense = lex.SIGNS.get((text,), ("", ""))
    if sense[0] == "person":
        return "person " + sense[1]
    return "" if text in lex.LIGHT or not text[:1].isalnum() else stem(american(text))


def clause(forms: Sequence[Form], at: int, step: int, stops: frozenset[str]) -> list[str]:
    """The forms from a place to the end of its clause, in one direction."""
    found: list[str] = []
    while 0 <= at < len(forms) and len(found) < REACH and forms[at].text not in stops and forms[at].text[:1].isalnum():
        found.append(forms[at].text.strip("[]"))
        at += step
    return found


@lru_cache(maxsize=1024)
def pivots(words: tuple[Word, ...]) -> dict[str, Pivot]:
    """The words that stand once in a wording, folded, with their two sides."""
    forms = forms_of(words)
    times = Counter(thing(form.text) or form.text for form in forms)
    found = {}
    for at, form in enumerate(forms):
        key = lex.THAN if form.text == lex.THAN else thing(form.text)
        if not key or times[key] > 1 or key.startswith("person") or key in lex.SYMMETRIC:
            continue
        stops = lex.REASONS if key == lex.THAN else lex.JOINERS
        left, right = clause(forms, at - 1, -1, stops), clause(forms, at + 1, 1, stops)
        things = [one for text in left if (one := thing(text))]
        voice = "passive" if any(text in lex.BE for text in left[:2]) else "active"
        if voice == "passive" and lex.BY in right:
            voice, right = "by", right[right.index(lex.BY) + 1 :]
        found[key] = Pivot(form.word, things[0] if things else "", frozenset(things), frozenset(map(thing, right)) - {""}, voice)
    return found


def exchanged(a: tuple[Word, ...], b: tuple[Word, ...]) -> list[int]:
    """The words of `b` round which the sides are exchanged."""
    mine, theirs = pivots(a), pivots(b)
    return [theirs[key].word for key in mine.keys() & theirs.keys() if crossed(key, mine[key], theirs[key])]


def crossed(key: str, one: Pivot, two: Pivot) -> bool:
    """Whether who was before the word is behind it, and the other way round, and no passive makes up for it."""
    if key == lex.THAN:
        return any(x in two.after for x in one.before - two.before) and any(x in two.before for x in one.after - two.after)
    if not one.near or not two.near:
        return False
    if one.voice == two.voice:
        return one.near != two.near and one.near in two.after and two.near in one.after
    if {one.voice, two.voice} == {"by", "active"}:
        return one.near == two.near and bool(one.after & two.after)
    if {one.voice, two.voice} == {"by", "passive"}:
        return two.near in one.after if one.voice == "by" else one.near in two.after
    return False
