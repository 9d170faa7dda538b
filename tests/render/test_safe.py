"""What an article contains is shown, never obeyed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.render.safe import on_one_line, visible

SHOWN = [
    ("plain words stay", "“I don’t know [sic]”", "“I don’t know [sic]”"),
    ("line and tab stay", "a\n\tb", "a\n\tb"),
    ("a line end is a line end", "a\r\nb\u2028c", "a\nb\nc"),
    ("a carriage return would overwrite the line", "true\rfalse", "true\\rfalse"),
    ("colour", "\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
    ("window title", "\x1b]0;owned\x07", "\\x1b]0;owned\\x07"),
    ("the C1 way to say the same", "\x9b31m", "\\x9b31m"),
    ("NUL", "a\x00b", "a\\x00b"),
    ("words made to read backwards", "\u202ereven\u202c", "\\u202ereven\\u202c"),
    ("isolates", "\u2066a\u2069", "\\u2066a\\u2069"),
    ("a word split unseen", "ne\u200bver", "ne\\u200bver"),
    ("tag characters", "a\U000e0041", "a\\U000e0041"),
    ("a lone surrogate of a file name", "caf\udce9", "caf\\udce9"),
    ("joiners belong to emoji and scripts", "👩\u200d🚀", "👩\u200d🚀"),
    ("accents and scripts", "é 日本 עברית", "é 日本 עברית"),
]


@pytest.mark.parametrize(("label", "text", "shown"), SHOWN, ids=[case[0] for case in SHOWN])
def test_acting_characters_are_shown(label: str, text: str, shown: str) -> None:
    """Every character that acts becomes an escape; every other stays as it is."""
    assert visible(text) == shown


def test_a_file_name_stays_on_one_line() -> None:
    """A name may hold line ends, and would be read as another row."""
    assert on_one_line("a\nb\tc\r\x1b[1m") == "a\\nb\\tc\\r\\x1b[1m"


@given(st.text())
def test_nothing_that_is_shown_acts(text: str) -> None:
    """No control character but tab and newline is left, and showing twice changes nothing."""
    once = visible(text)
    assert not any((ord(c) < 32 and c not in "\t\n") or 0x7F <= ord(c) <= 0x9F for c in once)
    assert visible(once) == once
    once.encode("utf-8")
