"""One place decides what output looks like."""

import io
from typing import Any

import pytest

from quotecli.render.console import decide


class Stream(io.StringIO):
    """A stream that says it is a terminal, or is not, and names its encoding."""

    def __init__(self, tty: bool, encoding: str = "utf-8") -> None:
        super().__init__()
        self.tty, self.named = tty, encoding

    def isatty(self) -> bool:
        """As told."""
        return self.tty

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """As told."""
        return self.named


COLORS: list[tuple[str, bool, str, dict[str, str], bool]] = [
    ("a terminal", True, "auto", {"TERM": "xterm"}, True),
    ("a pipe", False, "auto", {"TERM": "xterm"}, False),
    ("a dumb terminal", True, "auto", {"TERM": "dumb"}, False),
    ("NO_COLOR", True, "auto", {"NO_COLOR": "1"}, False),
    ("an empty NO_COLOR is none", True, "auto", {"NO_COLOR": ""}, True),
    ("FORCE_COLOR into a pipe", False, "auto", {"FORCE_COLOR": "1"}, True),
    ("FORCE_COLOR=0 is no", True, "auto", {"FORCE_COLOR": "0"}, False),
    ("CLICOLOR_FORCE", False, "auto", {"CLICOLOR_FORCE": "1"}, True),
    ("NO_COLOR before FORCE_COLOR", True, "auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ("the option before NO_COLOR", False, "always", {"NO_COLOR": "1"}, True),
    ("the option before FORCE_COLOR", True, "never", {"FORCE_COLOR": "1"}, False),
]


@pytest.mark.parametrize(("label", "tty", "option", "environ", "colored"), COLORS, ids=[case[0] for case in COLORS])
def test_colour_is_decided_in_one_order(label: str, tty: bool, option: Any, environ: dict[str, str], colored: bool) -> None:
    """Option, NO_COLOR, FORCE_COLOR, terminal; and differences are marked whatever the colour."""
    look = decide(Stream(tty), option, environ=environ)
    assert look.color is colored
    assert look.marks


def test_marks_can_be_left_out() -> None:
    """--marks overrules."""
    assert not decide(Stream(True), "always", marks="never", environ={}).marks
    assert not decide(Stream(False), "never", marks="never", environ={}).marks


def test_width_is_the_option_then_columns_then_fixed_for_pipes() -> None:
    """A pipe's answer depends on nothing but what was asked."""
    assert decide(Stream(False), width=64, environ={"COLUMNS": "90"}).width == 64
    assert decide(Stream(False), environ={"COLUMNS": "90"}).width == 90
    assert decide(Stream(False), environ={"COLUMNS": "wide"}).width == 100
    assert decide(Stream(True), environ={}).width == 100, "a stream without a terminal behind it"


@pytest.mark.parametrize(("encoding", "unicode"), [("utf-8", True), ("ascii", False), ("latin-1", False), ("cp1252", False)])
def test_lines_are_drawn_with_what_the_encoding_has(encoding: str, unicode: bool) -> None:
    """No UnicodeEncodeError for a rule."""
    assert decide(Stream(False, encoding), environ={}).unicode is unicode
    assert not decide(Stream(False, encoding), ascii=True, environ={}).unicode
