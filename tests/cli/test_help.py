"""Help is documentation."""

from __future__ import annotations

import re

import pytest
from conftest import Run

from quotecli import __version__
from quotecli.cli.app import COMMANDS
from quotecli.cli.settings import CONFIGURED


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_help_has_an_example_and_fits_a_terminal(quotes: Run, command: str, flag: str) -> None:
    """An example that names the command stands before the options, on standard output, with status 0; no internals."""
    answer = quotes(command, flag)
    assert (answer.status, answer.err) == (0, "")
    assert -1 < answer.out.find("Example") < answer.out.find(f"  quotes {command}") < answer.out.find("──")
    assert max(map(len, answer.out.splitlines())) <= 80
    assert not re.search(r"<=|<[a-z]+( range)?>|\[required\]|\*  ", answer.out)
    if flag == "--help":
        assert quotes("help", command).out == answer.out


@pytest.mark.parametrize("command", CONFIGURED)
def test_the_short_help_fits_a_screen(quotes: Run, command: str) -> None:
    """What most people need, and how to see the rest."""
    short, full = quotes(command, "-h").out, quotes(command, "--help").out
    assert len(short.splitlines()) <= 32
    assert f"quotes {command} --help lists every option" in short
    assert {*re.findall("--[a-z-]+", short)} < {*re.findall("--[a-z-]+", full)}


def test_the_first_help_lists_the_commands_and_the_exit_statuses(quotes: Run) -> None:
    """What there is, and what an exit status means."""
    answer = quotes("--help")
    for words in (*COMMANDS, "130", "141", "some input was skipped"):
        assert words in answer.out


def test_the_version_is_the_package_s(quotes: Run) -> None:
    """With and without the fast path."""
    assert quotes("--version").out == quotes("--version", "extract").out == f"quotes {__version__}\n"
