"""Whom a surname alone means in one article, of the people whose full names other articles give: whoever nothing there speaks against.

What an article tells of a bare surname is in the words that stand for it: “she” is no Tom, and a judge is hardly the governor of that
name. This costs the judge who became governor, and leaves the surname as it is wherever two are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quotecli.find.names import fold
from quotecli.find.persons import given_gender, title_gender
from quotecli.lexicon.en.mentions import HE, SHE
from quotecli.lexicon.en.people import HONORIFICS, OFFICE_TITLES, SUFFIXES
from quotecli.model import Quote

Mentions = Mapping[str, Sequence[str]]
"""By the name of a speaker, the words that stand for it in one article, a quotation a word: “Mr. Hale”, “he”."""


class Told(NamedTuple):
    """What the mentions of one name tell."""

    genders: frozenset[str]  # of "f" and "m"
    offices: frozenset[str]


NOTHING = Told(frozenset(), frozenset())


def told_by(mentions: Iterable[str]) -> Told:
    """What the mentions of a name in an article tell: “she”, “Judge Hale”."""
    genders: set[str] = set()
    offices: set[str] = set()
    for mention in mentions:
        words = [fold(word) for word in mention.split()]
        gender = "m" if words[0] in HE else "f" if words[0] in SHE else title_gender(words)
        genders.update([gender] if gender else [])
        offices.update(OFFICE_TITLES[word] for word in words if word in OFFICE_TITLES)
    return Told(frozenset(genders), frozenset(offices))


def mentions_of(quotes: Iterable[Quote]) -> dict[str, list[str]]:
    """By name, the words that stand for it in one article."""
    found: dict[str, list[str]] = {}
    for quote in quotes:
        speaker = quote.speaker
        if speaker and speaker.name:
            found.setdefault(speaker.name, []).extend([speaker.mention] if speaker.mention else [])
    return found


def fitting(people: Sequence[str], here: Told, elsewhere: Mapping[str, Told]) -> list[str]:
    """Of the people of one surname, by full name, those against whom nothing speaks that is told of the surname here."""
    left = [name for name in people if not against(name, here, elsewhere.get(name, NOTHING))]
    elders = {fold(name.split()[0]) for name in left if not junior(name)}
    return [name for name in left if not junior(name) or fold(name.split()[0]) not in elders]  # "Trump" is not "Donald Trump Jr."


def junior(name: str) -> bool:
    """Whether a suffix tells the name from an elder's."""
    return not SUFFIXES.isdisjoint(fold(word) for word in name.replace(",", "").split())


def against(name: str, here: Told, there: Told) -> bool:
    """Whether the gender or the office that is told here is another than that of somebody elsewhere."""
    gender = given_gender(tuple(fold(word) for word in name.split()))
    genders = {gender} if gender else there.genders
    other = bool(here.genders) and bool(genders) and here.genders.isdisjoint(genders)
    return other or (bool(here.offices) and bool(there.offices) and here.offices.isdisjoint(there.offices))


def untitled(name: str) -> str:
    """The name without titles before it: “Obama” of “President Obama”; a name that is all titles stays."""
    words = name.split()
    while len(words) > 1 and (fold(words[0]) in OFFICE_TITLES or fold(words[0]) in HONORIFICS):
        del words[0]
    return " ".join(words)
