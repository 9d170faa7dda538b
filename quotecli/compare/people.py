"""Whether two attributions name one person or body."""

from __future__ import annotations

import re
from functools import lru_cache

from quotecli.compare.words import plain
from quotecli.lexicon.en.claims import AND
from quotecli.lexicon.en.names import NICKNAMES
from quotecli.lexicon.en.people import ROLES, SUFFIXES, TITLES, is_name
from quotecli.model import Quote

# Membership: words that stand before a name without telling whose it is, besides titles.
BEFORE = frozenset(["the", "a", "an", "of", "us", "u", "s", "then", "late", "ex", "senior"])


@lru_cache(maxsize=1 << 14)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without titles and roles before it; at least the last one."""
    found = re.findall(r"\w+", re.sub(r"'s\b", "", plain(name)))
    while len(found) > 1 and (found[0] in TITLES or found[0] in ROLES or found[0] in BEFORE):
        del found[0]
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def same_name(a: str, b: str) -> bool:
    """Equal words; or one surname without a clash of first names or of a Jr.; or at least half of a description's words."""
    one, two = name_words(a), name_words(b)
    if not one or not two or one == two:
        return True
    first, second = elder(one), elder(two)
    if first[-1] == second[-1]:
        if len(first) == 1 or len(second) == 1:
            return True
        if same_given(first[0], second[0]):
            return first[0] != second[0] or one[len(first) :] == two[len(second) :]  # Joseph Biden Jr. is Joe Biden
    return 2 * len(set(first) & set(second)) >= len(set(first) | set(second))


def elder(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name without the suffix that tells it from an elder's."""
    return words[:-1] if len(words) > 1 and words[-1] in SUFFIXES else words


def same_given(a: str, b: str) -> bool:
    """Whether two first names may be one: by their first letter, or one short for the other."""
    return a[0] == b[0] or b in NICKNAMES.get(a, ()) or a in NICKNAMES.get(b, ())


named = lru_cache(maxsize=1 << 14)(is_name)


def known(quote: Quote) -> str | None:
    """The speaker's name, where the sources support one."""
    name = quote.speaker.name if quote.speaker else None
    return name if name and named(name) else None


def guessed(quote: Quote) -> bool:
    """Whether the words that name the speaker do not print the name: “he”, “the candidate”."""
    speaker = quote.speaker
    return speaker is not None and prints_no_name(speaker.name or "", speaker.mention)


@lru_cache(maxsize=1 << 14)
def prints_no_name(name: str, mention: str | None) -> bool:
    """Whether a mention has neither the last name, nor nothing but words of the name: “Mr. Roe” and “Ann” both name Ann Roe.

    “Mr. Roe” does not name Ann Roe Jr.
    """
    if not name or mention is None:
        return False
    words, said = name_words(name), name_words(mention)
    if elder(words) != words and words[-1] not in said:
        return True
    return elder(words)[-1] not in said and not {*said} <= {*words}


def clash(a: str | None, b: str | None) -> bool:
    """Whether two named speakers are different people; an unknown one clashes with nobody."""
    return a is not None and b is not None and not meet(a, b)


@lru_cache(maxsize=1 << 16)
def meet(a: str, b: str) -> bool:
    """Whether two attributions, each to one or to several together, have somebody in common."""
    return same_name(a, b) or any(same_name(x, y) for x in several(a) for y in several(b))


def several(name: str) -> list[str]:
    """The names that are joined in one: “Ann Lee, Bo Roe and Cy Fox” said it together."""
    return [part for joined in name.split(f" {AND} ") for part in joined.split(", ")]
