"""A transcript as turns: who speaks, and where the words stand; stage directions are nobody's words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from quotecli.compare.people import name_words, same_name
from quotecli.compare.words import Word, words
from quotecli.lexicon.en.people import ROLES, TITLES

# Membership: labels of those who ask; what they say is not what the speakers of the record say.
ASKERS = frozenset({"q", "question", "questioner", "reporter", "moderator", "interviewer", "host", "press", "audience", "audience member"})


class Turn(NamedTuple):
    """What one speaker says without a break; offsets in the transcript, without the label."""

    label: str | None  # as printed; None before the first label, and everywhere where there are none
    start: int
    end: int


@cache
def label_pattern() -> re.Pattern[str]:
    """A label at the beginning of a line: Q:  THE PRESIDENT:  MR. SMITH (via video):  Jane Smith:  and a lone Q before a gap."""
    return re.compile(
        r"""
        ^[ \t]*[*_]{0,2}
        (?: (?P<label> [QA] | [A-Z][\w.'’-]{0,30} (?:[ ](?:[A-Z][\w.'’-]{0,30}|of|the|for|de|van|von)){0,6} )
            (?:[ ]?[(\[][^()\[\]\n]{1,60}[)\]])? [*_]{0,2} [ \t]? : [*_]{0,2} (?=\s)
          | (?P<lone> [QA] )\.? (?=[ \t]{2,}\S | \t | \.\s) )
        """,
        re.VERBOSE | re.MULTILINE,
    )


@cache
def stage_direction() -> re.Pattern[str]:
    """(Laughter.)  [APPLAUSE]  (through interpreter)"""
    return re.compile(
        r"[(\[](?:laugh|applau|cheer|cross-?talk|inaudible|unintelligible|pause|off[ -]mic|music|boo|(?:speaking )?through|via |in \w+\b)"
        r"[^()\[\]\n]{0,60}[)\]]",
        re.IGNORECASE,
    )


def turns(text: str) -> tuple[Turn, ...]:
    """The turns of a transcript; one without a label where it has no labels.

    A label in capitals counts by itself; one in small letters ("Note:") only where it comes again or stands among others.
    """
    found = [(match, match["label"] or match["lone"]) for match in label_pattern().finditer(text)]
    times = Counter(label for _, label in found)
    clear = [label for _, label in found if label.isupper()]
    kept = [(match, label) for match, label in found if label.isupper() or times[label] > 1 or clear or len(times) > 2]
    if not kept:
        return (Turn(None, 0, len(text)),)
    result = [Turn(None, 0, kept[0][0].start())] if text[: kept[0][0].start()].strip() else []
    ends = [match.start() for match, _ in kept[1:]] + [len(text)]
    return (*result, *(Turn(label, match.end(), end) for (match, label), end in zip(kept, ends, strict=True)))


def spoken_words(text: str, turn: Turn) -> list[Word]:
    """The words and marks of a turn, without stage directions."""
    silent = [match.span() for match in stage_direction().finditer(text, turn.start, turn.end)]
    found = words(text[turn.start : turn.end])
    moved = (word._replace(start=word.start + turn.start, end=word.end + turn.start, bracketed=False) for word in found)
    return [word for word in moved if not any(low <= word.start < high for low, high in silent)]


def is_role(label: str) -> bool:
    """Whether a label tells an office, not a name."""
    return label.casefold() == "a" or all(word in TITLES or word in ROLES for word in name_words(label))


def asks(label: str | None) -> bool:
    """Whether a label is that of somebody who asks."""
    return label is not None and label.casefold().strip(". ") in ASKERS


def same_person(label: str | None, name: str | None) -> bool:
    """Whether a label names that person."""
    return label is not None and name is not None and not is_role(label) and same_name(label, name)
