"""`quotes man`: the manual page, made from the help of the commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import typer
import typer.main

from quotecli import __version__
from quotecli.cli.command import USUAL
from quotecli.cli.output import DONE

app = typer.Typer(**USUAL)


@app.command(short_help="Print the manual page.", hidden=True)
def man() -> int:
    """Print the manual page.

    \b
    Examples:
      quotes man > quotes.1
      quotes man | man -l -
    """
    print("\n".join(page()))
    return DONE


def page() -> Iterator[str]:
    """The page, line by line."""
    from quotecli.cli.app import COMMANDS
    from quotecli.cli.app import app as whole

    group: Any = typer.main.get_command(whole)
    yield f'.TH QUOTES 1 "" "quotes {__version__}" "User Commands"'
    yield from (".SH NAME", "quotes \\- find the quotations in news articles, and how the wordings differ between outlets")
    yield from (".SH SYNOPSIS", ".B quotes", ".I COMMAND", "[OPTIONS] [PATH...]", ".SH COMMANDS")
    for name in COMMANDS:
        command = group.get_command(None, name)
        if not command.hidden:
            yield from section(name, command)
    yield from (".SH EXIT STATUS", ".nf", *map(roff, re.findall(r"^  +\d.*$", group.epilog, re.MULTILINE)), ".fi")
    yield from (
        ".SH ENVIRONMENT",
        roff("NO_COLOR, FORCE_COLOR, COLUMNS, QUOTES_PAGER, and QUOTES_ with the name of an option: QUOTES_WIDTH."),
    )
    yield from (".SH FILES", roff("quotes.toml in the folder or above it, and $XDG_CONFIG_HOME/quotes/config.toml; see quotes config."))


def section(name: str, command: Any) -> Iterator[str]:
    """One command: what it does, its examples, its options."""
    yield f".SS quotes {roff(name)}"
    context = command.make_context(name, [], resilient_parsing=True)
    for block in (command.help or "").split("\n\n"):
        if block.startswith("\b\n"):
            yield from (".PP", ".nf", *map(roff, block.split("\n")[1:]), ".fi")
        else:
            yield from (".PP", roff(" ".join(block.split())))
    for parameter in command.get_params(context):
        if record := parameter.get_help_record(context):
            yield from (".TP", f".B {roff(record[0])}", roff(record[1]) or "\\&")


def roff(text: str) -> str:
    """The text as troff prints it."""
    text = " ".join(text.split()) if "\n" in text else text.rstrip()
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
