"""Help is documentation."""

from __future__ import annotations

import pytest
from conftest import Run

from quotecli import __version__
from quotecli.cli.typed import COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_help_has_an_example_and_fits_a_terminal(quotes: Run, command: str, flag: str) -> None:
    """An example that names the command, on standard output, with status 0."""
    answer = quotes(command, flag)
    assert (answer.status, answer.err) == (0, "")
    assert "Example" in answer.out
    assert f"  quotes {command}" in answer.out
    assert max(map(len, answer.out.splitlines())) <= 80
    assert quotes("help", command).out == answer.out


def test_the_first_help_lists_the_commands_and_the_exit_statuses(quotes: Run) -> None:
    """What there is, and what an exit status means."""
    answer = quotes("--help")
    for words in (*COMMANDS, "130", "141", "some input was skipped"):
        assert words in answer.out


def test_the_version_is_the_package_s(quotes: Run) -> None:
    """With and without the fast path."""
    assert quotes("--version").out == quotes("--version", "extract").out == f"quotes {__version__}\n"
