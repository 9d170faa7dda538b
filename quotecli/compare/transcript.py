"""A transcript as turns: who speaks, and where the words stand; stage directions are nobody's words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from functools import cache
from typing import NamedTuple

from quotecli.captions import heard_captions, is_captions
from quotecli.compare.labels import CLOCK, TIME, is_office, labels
from quotecli.compare.people import name_words, same_name
from quotecli.compare.words import Word, words
from quotecli.heard import Heard
from quotecli.lexicon.en.records import ASKERS, NOBODY, NOISES, UNHEARD
from quotecli.model import Span


class Turn(NamedTuple):
    """What one speaker says without a break; offsets in the readable text, without the labels."""

    label: str | None  # as printed; None before the first label, and where the record does not say who speaks
    pieces: tuple[Span, ...]  # several where a label comes again before another has spoken


@cache
def stage_direction() -> re.Pattern[str]:
    """(Laughter.)  [APPLAUSE]  (through interpreter), a time, and the marks before a quoted or headed line."""
    return re.compile(
        rf"""
          [(\[](?:{NOISES}|in\ [^\W\d_]+\b)[^()\[\]\n]{{0,60}}[)\]]
        | ^[ \t]*(?:>+|\#+)(?=[ \t])
        | [\[(]{CLOCK}[\])]
        | ^[ \t]*{TIME}[ \t]*$
        """,
        re.IGNORECASE | re.VERBOSE | re.MULTILINE,
    )


@cache
def unheard_words() -> re.Pattern[str]:
    """[inaudible]  (crosstalk)  [unintelligible 00:12:03]  [?]  and runs of dashes for words that nobody could hear."""
    return re.compile(
        rf"""
          [(\[<](?:{UNHEARD})[^()\[\]\n]{{0,60}}[)\]>]
        | \[\?+\]
        | (?<!\S)(?:-{{3,}}|_{{2,}}|[—–]{{2,}}|[—–-]+(?:[ ][—–-]+)+)(?=[\s.,;?!]|$)
        """,
        re.IGNORECASE | re.VERBOSE | re.MULTILINE,
    )


def heard(text: str) -> Heard:
    """The readable text of a record."""
    return heard_captions(text) if is_captions(text) else Heard(text)


def turns(record: Heard, names: Collection[str] = ()) -> tuple[Turn, ...]:
    """The turns of a record; one without a label where it has no labels. `names` are those that the articles quote."""
    text = record.text
    starts: list[tuple[int, int, str | None]]  # of a label, of the words behind it
    if record.voices:
        starts = [(voice.at, voice.at, voice.name) for voice in record.voices]
    else:
        starts = [(label.start, label.end, label.name) for label in labels(text, names, lines=record.starts is None)]
    if not starts or text[: starts[0][0]].strip():
        starts.insert(0, (0, 0, None))
    found: list[Turn] = []
    for number, (_, low, label) in enumerate(starts):
        high = starts[number + 1][0] if number + 1 < len(starts) else len(text)
        high = max(low, low + len(text[low:high].rstrip()))
        if found and label is not None and found[-1].label == label:
            found[-1] = Turn(label, (*found[-1].pieces, Span(low, high)))
        elif label is not None or not found or text[low:high].strip():
            found.append(Turn(label, (Span(low, high),)))
    return tuple(found)


class Silence:
    """Where a record's text has nothing that was said: its stage directions, and what nobody could hear."""

    def __init__(self, text: str) -> None:
        self.unheard = [match.span() for match in unheard_words().finditer(text)]
        self.spans = sorted([*self.unheard, *(match.span() for match in stage_direction().finditer(text))])
        self.starts = [low for low, _ in self.spans]

    def covers(self, at: int) -> bool:
        """Whether nothing was said at an offset."""
        before = bisect_right(self.starts, at) - 1
        return before >= 0 and at < self.spans[before][1]


def spoken_words(text: str, turn: Turn, silence: Silence) -> list[Word]:
    """The words and marks of a turn, without stage directions."""
    found: list[Word] = []
    for start, end in turn.pieces:
        found += [word._replace(start=word.start + start, end=word.end + start, bracketed=False) for word in words(text[start:end])]
    return [word for word in found if not silence.covers(word.start)]


def is_role(label: str) -> bool:
    """Whether a label tells an office, or nobody in particular, not a name."""
    return label.casefold() == "a" or is_office(label) or is_nobody(label)


def is_nobody(label: str) -> bool:
    """Whether a label says only that somebody spoke: Speaker 1, UNIDENTIFIED MALE."""
    found = [word.casefold() for word in re.findall(r"[^\W\d_]+", label)]
    return (
        bool(found) and all(word in NOBODY for word in found) and (len(found) > 1 or bool(re.search(r"\d", label)) or found[0] != "speaker")
    )


def is_anybody(label: str) -> bool:
    """Whether a label may be another person each time: UNIDENTIFIED MALE, but not Speaker 1."""
    return is_nobody(label) and not re.search(r"\d", label)


def asks(label: str | None) -> bool:
    """Whether a label is that of somebody who asks."""
    return label is not None and label.casefold().strip(". ") in ASKERS


def untitled(label: str) -> str:
    """A label without abbreviated titles: DET. SGT. MARLOW is MARLOW, but J. MARLOW keeps the initial."""
    return re.sub(r"^(?:[^\W\d_]{2,12}\.[ \t]+)+(?=\S)", "", label)


def same_person(label: str | None, name: str | None) -> bool:
    """Whether a label names that person: as a name, or with the whole name behind an office of several words."""
    if label is None or name is None:
        return False
    label = untitled(label)
    if is_role(label):
        own = name_words(name)
        return len(own) > 1 and name_words(label)[-len(own) :] == own
    return same_name(label, name)
