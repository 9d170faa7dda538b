"""The work grows with the text and no faster, whatever the text is made of: hostile articles cost no more than long ones.

Work is counted in lines of our code that run, never in seconds; what runs inside a regular expression is not seen by that count, so the
expressions themselves are checked for repeats that could go back over the same words.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import re._parser as parser  # type: ignore[import-not-found]
import sys
from collections.abc import Callable
from re import _constants as op
from types import FrameType
from typing import Any

import pytest
from case_files import source
from hypothesis import given
from hypothesis import strategies as st

import quotecli.find
import quotecli.lexicon
from quotecli import text as text_module
from quotecli.find import find_quotes
from quotecli.find.marks import find_marks

SMALL, LARGE = 1_500, 3_000
GROWTH = 2.6
"""Twice the text may cost this much more; a quadratic step costs four times."""

PER_CODE_POINT = 1_000
"""Lines run for one code point, at most."""

MADE_OF = {
    "capitals": "A",
    "one name": "Smith ",
    "names joined": "Smith and ",
    "names with small words": "Bank of the ",
    "particles": "van der Leyen ",
    "spaces": " ",
    "blank lines": " \n",
    "line ends": "\r\n",
    "zero-width spaces": "\u200b",
    "commas": ",",
    "words and commas": "word, ",
    "said": "said ",
    "to say": "to say ",
    "he said that": "he said that ",
    "who said": "who said ",
    "and": "and ",
    "abbreviations": "Mr. U.S. a.m. ",
    "full stops": ".",
    "ellipses": "… ",
    "digits": "1",
    "numbers": "1,000 ",
    "opening brackets": "(",
    "brackets": "() ",
    "hyphens": "-",
    "dashes": "— ",
    "a long compound": "a-",
    "apostrophes": "'",
    "loose apostrophes": "’ ",
    "contractions": "it's ",
    "plural possessives": "Jones' ",
    "possessives": "Ann’s ",
    "opening singles": "‘a ",
    "opening singles glued": "‘",
    "straight singles": " 'a",
    "straight doubles": '"',
    "loose straight doubles": '" ',
    "opening straight doubles": '"a ',
    "closing straight doubles": 'a" ',
    "straight pairs": '"a" ',
    "straight openings, a line each": '"a\n',
    "straight openings, a paragraph each": '"a\n\n',
    "curly openings, a paragraph each": "“We go on.\n\n",
    "curly openings": "“a ",
    "curly openings glued": "“",
    "curly closings": "a” ",
    "curly pairs": "“a” ",
    "nested openings": "“a ‘b ",
    "openings of all kinds": "“a «b „c 「d ‹e ``f ",
    "guillemets glued": "«",
    "guillemets the wrong way": "»a ",
    "TeX openings": "``",
    "backticks": "`a` ",
    "inches": '6" ',
    "inches and words": '6" a ',
    "attributes": 'a="b" ',
    "broken attributes": 'a="b ',
    "speeches in one paragraph": "“No,” he said. ",
    "speeches before their quotation": "He said “no.” ",
    "speeches, a paragraph each": "“No,” she said.\n\n",
    "unattributed, a paragraph each": "“No one knew.”\n\n",
    "labels": "ANN: “No.”\n",
    "signatures": "“No.”\n— Ann\n",
    "colons": "Ann Lee:\n\n",
    "titles": "“One Long Winter” ",
    "questions": "“Why?” ",
    "fragments in a row": "“a,” and ",
    "possessors": "Ann’s “a” ",
    "sources in a row": "according to “a” ",
    "descriptions": "“No,” the senator said. ",
    "bodies": "“No,” the group said. ",
    "documents": "The statement said “no.” ",
    "appositions": "Ann Lee, a doctor, ",
    "relative clauses": "Ann, who said ",
    "participles": "calling it ",
    "wrapped lines": "some words that run on\n",
    "accents": "é",
    "combining marks": "e\u0301",
    "many people": None,
    "many people, one surname": None,
}  # fmt: skip


# Known to grow as the square today. Marks: each opening mark looks over all that follow; sentences: each quotation looks over its whole one.
def made(label: str, size: int) -> str:
    """A text of about that size."""
    unit = MADE_OF[label]
    if unit is not None:
        return (unit * (size // len(unit) + 1))[:size]
    surname = "Smith" if "surname" in label else ""
    people = (f"“No,” {_name(n)} {surname or _name(n + 999)} said. “Yes,” said {surname or _name(n + 999)}.\n\n" for n in range(size))
    text = ""
    while len(text) < size:
        text += next(people)
    return text


def _name(number: int) -> str:
    letters = "bcdfghklmnprst"
    return "Z" + "".join(letters[number // 14**k % 14] + "aeiou"[k] for k in range(4))


def work(call: Callable[[str], object], text: str) -> int:
    """How many lines of the package run in the call; more than is allowed, and it is broken off."""
    count = 0
    allowed = PER_CODE_POINT * len(text)

    def line(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        if count > allowed:
            raise AssertionError(f"more than {allowed} lines for {len(text)} code points")
        return line

    def enter(frame: FrameType, event: str, argument: object) -> Any:
        return line if "quotecli" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        call(text)
    finally:
        sys.settrace(before)
    return count


def whole(text: str) -> object:
    """All of the finder, woken by a quotation at the start."""
    return find_quotes(source("“No,” he said. " + text))


def measured() -> list[Any]:
    """Each text for the marks alone and for the whole finder."""
    return [pytest.param(call, label, id=f"{call.__name__}: {label}") for label in MADE_OF for call in (find_marks, whole)]


@pytest.mark.parametrize(("call", "label"), measured())
def test_twice_the_text_is_twice_the_work(call: Callable[[str], object], label: str) -> None:
    """Growth and size are both bounded, so that no article of a megabyte stands for a minute."""
    small, large = work(call, made(label, SMALL)), work(call, made(label, LARGE))
    assert large <= GROWTH * small + 2_000


# ---- regular expressions -------------------------------------------------------------------------------------------
def patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled expression of the finder's modules, by name."""
    found = {}
    modules = [text_module]
    for package in (quotecli.find, quotecli.lexicon):
        names = [info.name for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
        modules += [importlib.import_module(name) for name in names]
    for module in modules:
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                found[f"{module.__name__}.{name}"] = value
    return found


SAMPLE = frozenset(chr(n) for n in range(0x250)) | frozenset("“”‘’„«»‹›「」–—…\u200b\ufeff\u2028\u2029")
SHORTHAND = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip
MANY = 1_000
"""A repeat of more than this is without bound."""

First = tuple[frozenset[str], bool]
"""Which characters of the sample may come first, and whether nothing at all may come."""


def member(code: Any, value: Any) -> frozenset[str]:
    """The characters of the sample that one member of a class matches."""
    if code is op.LITERAL:
        return frozenset(chr(value))
    if code is op.RANGE:
        return frozenset(c for c in SAMPLE if value[0] <= ord(c) <= value[1])
    return frozenset(c for c in SAMPLE if re.fullmatch(SHORTHAND[value], c))


def first(item: Any) -> First:
    """What one item of a parsed expression may begin with."""
    code, value = item
    if code is op.IN:
        hit = frozenset[str]().union(*(member(*m) for m in value if m[0] is not op.NEGATE))
        return (SAMPLE - hit if value[0][0] is op.NEGATE else hit), False
    if code in (op.LITERAL, op.CATEGORY):
        return member(code, value), False
    if code is op.NOT_LITERAL:
        return SAMPLE - {chr(value)}, False
    if code is op.ANY:
        return SAMPLE, False
    if code is op.SUBPATTERN:
        return first_of(value[3])
    if code is op.ATOMIC_GROUP:
        return first_of(value)
    if code is op.BRANCH:
        parts = [first_of(branch) for branch in value[1]]
        return frozenset[str]().union(*(characters for characters, _ in parts)), any(empty for _, empty in parts)
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        characters, empty = first_of(value[2])
        return characters, empty or value[0] == 0
    return frozenset(), True  # an assertion takes no room


def first_of(items: Any) -> First:
    """What a sequence may begin with."""
    found: frozenset[str] = frozenset()
    for item in items:
        characters, empty = first(item)
        found |= characters
        if not empty:
            return found, False
    return found, True


def doubts(items: Any, after: frozenset[str]) -> list[str]:
    """The unbounded repeats of a sequence at whose end a character could mean one more or going on: there a match can go back."""
    found = []
    for place, (code, value) in enumerate(items):
        characters, empty = first_of(items[place + 1 :])
        following = characters | (after if empty else frozenset())
        if code in (op.MAX_REPEAT, op.MIN_REPEAT):
            again = first_of(value[2])[0] if value[1] > MANY else frozenset()
            found += [f"{sorted(again & following)[:5]}"] if again & following else []
            found += doubts(value[2], following | (first_of(value[2])[0] if value[1] > 1 else frozenset()))
        elif code is op.SUBPATTERN:
            found += doubts(value[3], following)
        elif code is op.BRANCH:
            found += [doubt for branch in value[1] for doubt in doubts(branch, following)]
    return found


@pytest.mark.parametrize(("expression", "expected"), [
    (r"\w+ \w+", False), (r"(?:\w+ )*", False), (r"[^\n]*\S", True), (r"(?:\w+)*", True), (r"(?:a|b)*b", True), (r"\d{1,3}\d", False),
])  # fmt: skip
def test_a_repeat_that_can_go_back_is_seen(expression: str, expected: bool) -> None:
    """The check itself: what it finds and what it leaves."""
    assert bool(doubts(parser.parse(expression), frozenset())) is expected


@pytest.mark.parametrize("name", patterns())
def test_no_expression_goes_back_over_its_words(name: str) -> None:
    """Where an unbounded repeat ends is decided by the next character, so that a match costs its own length."""
    pattern = patterns()[name]
    assert doubts(parser.parse(pattern.pattern, pattern.flags), frozenset()) == []


@given(st.text("ab \n"), st.text("ab \n", max_size=3))
def test_words_of_a_long_text_are_found_as_in_a_short_one(text: str, beginning: str) -> None:
    """By an index that is made once: every name of three words at the start of a sentence asks for its first one."""
    asked = [
        (text_module.behind_a_blank(long, beginning), f" {beginning}" in long) for long in (text, text + " " + "c" * text_module.SHORT)
    ]
    assert all(found == there for found, there in asked)


def test_a_long_text_is_searched_once() -> None:
    """However many names stand in it."""
    text_module._behind_blanks.cache_clear()
    find_quotes(source(" ".join(f"A{one} Lee Holt said." for one in "bcdefgh" * 300) + " “We go,” he said."))
    assert text_module._behind_blanks.cache_info().misses == 1
