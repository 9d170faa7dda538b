"""Figures, hours and abbreviations read over several words, so that one value is one form whatever its dress.

Each reader is handed the words and a place, and gives how many words it reads and their folded forms, or None.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from quotecli.compare.words import Word, bare, keys, plain
from quotecli.lexicon.en import figures as lex
from quotecli.lexicon.en.variants import TENS, UNITS


class Group(NamedTuple):
    """Words that are compared as one, as an index range, and their folded forms."""

    low: int
    high: int
    keys: tuple[str, ...]


Reading = tuple[int, tuple[str, ...]] | None


@lru_cache(maxsize=1024)
def grouped(words: tuple[Word, ...]) -> list[Group]:
    """All words in order, those together that make one figure."""
    groups, at = list[Group](), 0
    while at < len(words):
        word = words[at]
        count, forms = 1, alone(word.text, word.kind)
        if forms is None:
            count, forms = figured(words, at)
        groups.append(Group(at, at + count, forms))
        at += count
    return groups


@lru_cache(maxsize=1 << 16)
def alone(text: str, kind: str) -> tuple[str, ...] | None:
    """The folded forms of a word with which nothing begins that is read over several, as of nearly all; else None."""
    if kind == "number" or (kind == "word" and not text.isalpha()) or text in "½¼¾":
        return None
    form = bare(text) if kind == "word" else ""
    return None if form in lex.BEGINNERS or form in lex.ABBREVIATIONS or form == lex.NO else keys(text, kind)


def figured(words: Sequence[Word], at: int) -> tuple[int, tuple[str, ...]]:
    """How many words are read as one from a place on, and their folded forms."""
    return figure(words, at) or (1, keys(words[at].text, words[at].kind))


def figure(words: Sequence[Word], at: int) -> Reading:
    """The figure, hour or abbreviation that begins at a word."""
    word = words[at]
    if word.kind == "number" or (word.kind == "word" and not word.text.isalpha()) or word.text in "½¼¾":
        return clock(words, at) or ending(word) or cardinal(words, at) or abbreviation(words, at)
    if word.kind != "word":
        return None
    form = form_at(words, at)
    if form in lex.BEGINNERS:
        return clock(words, at) or percent(words, at) or period(words, at) or cardinal(words, at) or ordinal(words, at)
    return abbreviation(words, at)


def form_at(words: Sequence[Word], at: int) -> str:
    """The plain form of a word without its full stops; empty behind the end."""
    return bare(words[at].text) if at < len(words) else ""


# ---- the day -----------------------------------------------------------------------------------------------------------
HOUR = re.compile(r"(\d{1,2})(am|pm)?")


def clock(words: Sequence[Word], at: int) -> Reading:
    """ "3 p.m.", "3pm", "15:00", "half past nine", "six in the evening"."""
    form, count = form_at(words, at), 1
    if form in lex.PARTS_OF_HOUR and form_at(words, at + 1) in lex.SIDES_OF_HOUR:
        hour, count = small(words, at + 2), 3
        past = form_at(words, at + 1) == lex.PAST
        minute = lex.PARTS_OF_HOUR[form] if past else 60 - lex.PARTS_OF_HOUR[form]
        hour = None if hour is None else hour if past else hour - 1
    else:
        match = HOUR.fullmatch(form)
        hour, minute = int(match[1]) if match else small(words, at), None
        if match and match[2]:
            return 1, hour_key(hour or 0, 0, lex.HALVES[match[2]])
        if match and form_at(words, at + 1) == ":" and re.fullmatch(r"\d\d(am|pm)?", form_at(words, at + 2)):
            last = form_at(words, at + 2)
            minute, count = int(last[:2]), 3
            if last[2:]:
                return 3, hour_key(hour or 0, minute, lex.HALVES[last[2:]])
    if hour is None or not 0 <= hour <= 24:
        return None
    more, half = half_of_day(words, at + count)
    return (count + more, hour_key(hour, minute or 0, half)) if minute is not None or half is not None else None


def half_of_day(words: Sequence[Word], at: int) -> tuple[int, int | None]:
    """How many words say which half of the day it is, and the hours it adds."""
    form = form_at(words, at)
    if form in lex.HALVES and words[at].text.lower() not in lex.HALVES_THAT_ARE_WORDS:
        return 1, lex.HALVES[form]
    if (form, form_at(words, at + 1)) == lex.IN_THE and form_at(words, at + 2) in lex.DAYTIMES:
        return 3, lex.DAYTIMES[form_at(words, at + 2)]
    return 0, None


def hour_key(hour: int, minute: int, half: int | None) -> tuple[str, ...]:
    """One form of an hour of the day."""
    return (f"{hour % 12 + half if half is not None else hour}:{minute:02}",)


def small(words: Sequence[Word], at: int) -> int | None:
    """The value of one word that is a number under a hundred."""
    form = form_at(words, at)
    return UNITS.get(form, int(form) if form.isascii() and form.isdigit() and len(form) < 3 else None)


# ---- numbers -----------------------------------------------------------------------------------------------------------
def ending(word: Word) -> Reading:
    """ "1990s" is "nineties", "3rd" is "third"."""
    match = re.fullmatch(r"(?:19)?(\d0s)|(\d+)(?:st|nd|rd|th)", plain(word.text))
    return (1, (match[1] or match[2] + "th",)) if match else None


def percent(words: Sequence[Word], at: int) -> Reading:
    """ "per cent" in two words."""
    return (2, ("percent",)) if (form_at(words, at), form_at(words, at + 1)) == lex.PER_CENT else None


def period(words: Sequence[Word], at: int) -> Reading:
    """ "a year" is twelve months, "a fortnight" two weeks."""
    known = lex.PERIODS.get(form_at(words, at + 1)) if form_at(words, at) in lex.ONE else None
    return (2, (str(known[0]), known[1])) if known else None


def ordinal(words: Sequence[Word], at: int) -> Reading:
    """ "third" is "3rd"; "the nineties" are the "1990s"."""
    form = form_at(words, at)
    if form in lex.DECADES:
        return 1, (lex.DECADES[form],)
    return (1, (f"{lex.ORDINALS[form]}th",)) if form in lex.ORDINALS else None


def cardinal(words: Sequence[Word], at: int) -> Reading:
    """A number in words, figures or both: "two and a half million", "20 000", "$5 bn", "one hundred and twenty"."""
    whole = opening(words, at)
    if whole is None:
        return None
    value, after, high = whole
    total, last = 0.0, value
    while high < len(words):
        step = next_part(words, high, last)
        if step is None:
            break
        count, kind, size = step
        if kind == "add":
            value, last = value + size, size
        elif kind == "thousand":
            value = value * 1000 + size
        elif size < 1000:
            value, last = value * size, size
        else:
            total, value, last = total + value * size, 0.0, size
        high += count
    total += value
    return measured(words, at, high, total, after)


def measured(words: Sequence[Word], at: int, high: int, total: float, after: tuple[str, ...]) -> Reading:
    """A number with its currency or ordinal ending."""
    shown = str(int(total)) if total == int(total) and total < 1e15 else repr(total)
    last = form_at(words, high - 1)
    if high - at > 1 and last in lex.ORDINALS:
        return high - at, (shown + "th",)
    return high - at, (shown, *after)


def opening(words: Sequence[Word], at: int) -> tuple[float, tuple[str, ...], int] | None:
    """The value that a number begins with, its currency, and where it goes on."""
    word, form = words[at], form_at(words, at)
    if word.kind == "number":
        shown, *after = keys(word.text, "number")
        return (float(shown), tuple(after), at + 1) if re.fullmatch(r"[\d.]+", shown) else None
    if len(form) and word.kind != "number" and word.text[-1] in "½¼¾" and (word.text[:-1].isdecimal() or not word.text[:-1]):
        return int(word.text[:-1] or 0) + unicodedata.numeric(word.text[-1]), (), at + 1
    if form in lex.ONE:
        follows = form_at(words, at + 1)
        return (1.0, (), at + 1) if follows in lex.MULTIPLES or (form not in lex.ARTICLES and follows == lex.AND) else None
    if form == lex.HALF and form_at(words, at + 1) in lex.ARTICLES and form_at(words, at + 2) in lex.MULTIPLES:
        return 0.5, (), at + 2
    value = UNITS.get(form, TENS.get(form))
    return None if value is None else (float(value), (), at + 1)


def next_part(words: Sequence[Word], at: int, last: float) -> tuple[int, str, float] | None:
    """How a number goes on: the words it takes, whether it adds or multiplies, and by how much."""
    form, skip = form_at(words, at), 0
    if form == lex.AND:
        if (form_at(words, at + 1), form_at(words, at + 2)) == (lex.A, lex.HALF):
            return (3, "add", 0.5) if last < 100 else None
        skip = 1
    elif form == "-" and not words[at].spaced:
        skip = 1
    word = form_at(words, at + skip)
    value = UNITS.get(word, TENS.get(word, lex.ORDINALS.get(word)))
    if value is not None and (last >= 100 or (20 <= last < 100 and value < 10 and form != lex.AND)):
        return (skip + 1, "add", value) if skip == 0 or form != "-" or last < 100 else None
    if skip:
        return None
    if form in lex.MULTIPLES:
        return 1, "times", lex.MULTIPLES[form]
    thousand = words[at].kind == "number" and words[at - 1].kind == "number" and re.fullmatch(r"\d{3}", words[at].text)
    if thousand and re.fullmatch(r"[$£€¥]?\d{1,3}", words[at - 1].text):
        return 1, "thousand", float(words[at].text)
    return None


# ---- abbreviations -----------------------------------------------------------------------------------------------------
def abbreviation(words: Sequence[Word], at: int) -> Reading:
    """ "Sept." is "September", "No. 10" is "Number 10"."""
    form, stop = form_at(words, at), at + 1 < len(words) and words[at + 1].text == "." and not words[at + 1].spaced
    if form == lex.NO and stop and at + 2 < len(words) and words[at + 2].kind == "number":
        return 3, (lex.NUMBER, *keys(words[at + 2].text, "number"))
    full = lex.ABBREVIATIONS.get(form)
    closes = at + 2 < len(words) and stop
    if full is None or (form in lex.WITH_STOP and not closes and "." not in words[at].text):
        return None
    return 1 + (closes and words[at].text[:1].isupper()), keys(full)
