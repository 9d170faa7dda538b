"""Figures, hours and abbreviations in their several dresses."""

from __future__ import annotations

from quotecli.lexicon.en.variants import SCALES, TENS, UNITS

# Membership: ordinal words with their values.
ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth".split(),
        start=1,
    )
} | {word[:-1] + "ieth": value for word, value in TENS.items()}

# Membership: decades by name.
DECADES: dict[str, str] = {word[:-1] + "ies": f"{value}s" for word, value in TENS.items()}

# Membership: words that a number multiplies; "m" and "k" only where they are written to a figure.
MULTIPLES: dict[str, int] = {word: value for word, value in SCALES.items() if len(word) > 1} | {"dozen": 12}

# Membership: what begins a figure written in words.
BEGINNERS: frozenset[str] = frozenset(
    {*UNITS, *TENS, *ORDINALS, *DECADES, "a", "an", "half", "quarter", "per", "percentage", "noon", "midnight"}
)

# Membership: abbreviations and the words for them; a full stop may follow.
ABBREVIATIONS: dict[str, str] = {
    "dr": "doctor", "st": "saint", "prof": "professor", "gov": "governor", "sen": "senator", "gen": "general", "rev": "reverend",
    "sgt": "sergeant", "col": "colonel", "lt": "lieutenant", "capt": "captain", "jan": "january", "feb": "february", "mar": "march",
    "apr": "april", "aug": "august", "sept": "september", "sep": "september", "oct": "october", "nov": "november", "dec": "december",
    "mon": "monday", "tues": "tuesday", "tue": "tuesday", "wed": "wednesday", "thurs": "thursday", "thu": "thursday", "fri": "friday",
    "rd": "road", "ave": "avenue", "dept": "department", "govt": "government", "km": "kilometer", "kg": "kilogram",
}  # fmt: skip

# Membership: abbreviations that are words of their own without a full stop.
WITH_STOP: frozenset[str] = frozenset("mar mon wed fri st col gen rd sep dec".split())

# Membership: halves of the day, and how many hours they add to an hour before twelve.
HALVES: dict[str, int] = {"am": 0, "pm": 12}
DAYTIMES: dict[str, int] = {"morning": 0, "afternoon": 12, "evening": 12}

# Membership: spans of time, each told as so many shorter ones where there is one of it.
PERIODS: dict[str, tuple[int, str]] = {"year": (12, "month"), "fortnight": (2, "week")}

# Single words that the reading of figures asks for by what they do.
A, AND, HALF, PAST, NO, NUMBER = "a", "and", "half", "past", "no", "number"
ARTICLES: frozenset[str] = frozenset({"a", "an"})
ONE: frozenset[str] = ARTICLES | {"one"}
PER_CENT, IN_THE = ("per", "cent"), ("in", "the")
PARTS_OF_HOUR: dict[str, int] = {"half": 30, "quarter": 15}  # minutes
SIDES_OF_HOUR: frozenset[str] = frozenset({"past", "to"})
HALVES_THAT_ARE_WORDS: frozenset[str] = frozenset({"am"})  # without their full stops
