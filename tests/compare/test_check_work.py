"""Checking takes twice as long for twice the quotations and twice the record, whatever they are made of.

Work is counted in lines of the comparing room that run, never in seconds; what runs inside one line is seen by the memory that it asks for.
"""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from quotecli.compare import check, record
from quotecli.find import find_quotes
from quotecli.model import Source

GROWTH = 2.6
"""Twice as much may cost this much more; a quadratic step costs four times."""


@pytest.fixture(autouse=True)
def small_crowds(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is a crowd of places, and a long sentence, begins a tenth as soon, so that a short article has it."""
    monkeypatch.setattr(record, "CROWD", 40)
    monkeypatch.setattr(record, "LONG", 30)


def name(number: int) -> str:
    """Names that differ."""
    letters = "bcdfghklmn"
    return "Z" + "".join(letters[number // 10**k % 10] + "aeiou"[k] for k in range(3))


MADE_OF = {
    "like sentences": "“We agree that this is number {k} of all the things that we know,” Ann Lee said to {name}.\n\n",
    "short ones": "“We agree,” Ann Lee said. ",
    "short ones of many": "“We agree,” {name} Roe said.\n\n",
    "short ones with a word of their own": "“We agree, {name},” Ann Lee said.\n\n",
    "labels": "{NAME}: “No {k}.”\n",
}


def made(label: str, many: int) -> str:
    """An article of so many quotations."""
    return "".join(MADE_OF[label].format(k=k, name=name(k), NAME=name(k % 50).upper()) for k in range(many))


def work(said: str, article: str) -> int:
    """How many lines run, the words that are copied between them included."""
    count = 0

    def line(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return line

    def enter(frame: FrameType, event: str, argument: object) -> Any:
        return line if "quotecli/compare" in frame.f_code.co_filename.replace("\\", "/") else None

    quotes = find_quotes(Source("a", "a.txt", article)).quotes
    before = sys.gettrace()
    sys.settrace(enter)
    try:
        check(said, quotes)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("label", MADE_OF)
def test_twice_the_quotations_are_twice_the_work(label: str) -> None:
    """Held against themselves; each word has more places in the record than say anything."""
    small, large = work(made(label, 60), made(label, 60)), work(made(label, 120), made(label, 120))
    assert large <= GROWTH * small


def test_a_record_of_one_sentence_is_twice_the_work() -> None:
    """Each quotation claims to begin as its sentence does: what is cut from it has a bound."""

    def speech(many: int) -> str:
        return " and ".join(f"we agree that this is number {k} of all the things that we know" for k in range(many)) + "."

    small, large = (work(speech(many), made("like sentences", many)) for many in (60, 120))
    assert large <= GROWTH * small
