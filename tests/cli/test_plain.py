"""A plain command line is read as Typer reads it, or left to Typer."""

from __future__ import annotations

from importlib import import_module
from itertools import chain
from typing import Any

import pytest
import typer
from hypothesis import event, given, settings
from hypothesis import strategies as st

from quotecli.cli import plain, typed
from quotecli.cli.grammar import parameters

PLAIN = {
    "a folder": "extract seeds/",
    "a format": "extract a.txt --format json",
    "a format after an equals sign": "extract --format=json a.txt",
    "a short option": "extract a.txt -f csv -o out.csv",
    "standard input": "extract - --json",
    "standard output": "extract a.txt -o -",
    "both of a pair": "extract a.txt --no-cluster --fold",
    "an option twice": "extract a.txt --kind direct --kind mixed --width 80 --width 90",
    "numbers": "extract a.txt --min-sources 2 --min-confidence 0.5 -j 2",
    "an empty word": ["extract", "a.txt", "--speaker", ""],
    "two arguments": "check transcript.txt a.txt b.txt --speaker Lee",
    "a choice": "diff a.txt b.txt --layout side --exit-code",
}
NOT_PLAIN = {
    "nothing": "",
    "help": "extract --help",
    "help wanted of a word": "help extract",
    "no paths": "extract --json",
    "an unknown command": "extrakt seeds/",
    "an unknown option": "extract a.txt --formt json",
    "an abbreviated option": "extract a.txt --form json",
    "an option before the command": "--version extract",
    "a number that is none": "extract a.txt --width eighty",
    "a number out of bounds": "extract a.txt --width 3",
    "a number with a sign": "extract a.txt --limit +5",
    "a number of thousands of digits": f"extract a.txt --limit {'9' * 4301}",
    "a number that is only a point": "extract a.txt --min-confidence .",
    "a choice that there is not": "extract a.txt --color sometimes",
    "a kind that there is not": "extract a.txt --kind spoken",
    "no value": "extract a.txt --output",
    "an option for a value": "extract a.txt --output --json",
    "a value for a switch": "extract a.txt --json=yes",
    "short options in one": "extract a.txt -qv",
    "a short option with its value": "extract a.txt -j2",
    "the end of the options": "extract -- -a.txt",
}


def words(line: str | list[str]) -> list[str]:
    """The line as a shell hands it over."""
    return line.split() if isinstance(line, str) else line


def as_typer_reads(arguments: list[str]) -> dict[str, Any] | None:
    """What Typer hands to the command; None where it complains or helps."""
    handed: list[dict[str, Any]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typed, "call", lambda command, values: handed.append(values) or 0)
        try:
            typed.invoke(arguments)
        except typer.Exit:
            return None
        except Exception as error:
            if not hasattr(error, "format_message"):
                raise
            return None
    return handed[0] if handed else None


@pytest.mark.parametrize("line", PLAIN.values(), ids=PLAIN.keys())
def test_plain(line: str | list[str]) -> None:
    """Read without Typer, and as Typer reads it."""
    call = plain.read(words(line))
    assert call is not None
    assert repr(call.given) == repr(as_typer_reads(words(line)))


@pytest.mark.parametrize("line", NOT_PLAIN.values(), ids=NOT_PLAIN.keys())
def test_left_to_typer(line: str) -> None:
    """What is unusual, or wrong, is Typer's to judge."""
    assert plain.read(words(line)) is None


VALUES = (
    "a.txt",
    "-",
    "--",
    "",
    "2",
    "80",
    "0.5",
    "-1",
    "1e3",
    "٣",
    "nan",
    "json",
    "csv",
    "never",
    "direct",
    "own",
    "side",
    "=",
    "-j2",
    "-qv",
)
COMMANDS = {name: getattr(import_module(f"quotecli.cli.{name}"), name) for name in sorted(plain.COMMANDS)}
OPTIONS = [one for command in COMMANDS.values() for one in parameters(command) if not one.declared.positional]
FLAGS = sorted({flag for one in OPTIONS for flag, _ in plain.flags_of(one)})
VALUE, FLAG = st.sampled_from(VALUES), st.sampled_from(FLAGS)
PART = st.one_of(
    VALUE.map(lambda value: [value]),
    FLAG.map(lambda flag: [flag]),
    st.tuples(FLAG, VALUE).map(list),
    st.tuples(FLAG, VALUE).map(lambda pair: ["=".join(pair)]),
    st.text(max_size=3).map(lambda text: [text]),
)


@settings(max_examples=300)
@given(st.sampled_from(sorted(COMMANDS)), st.lists(PART, max_size=4))
def test_never_otherwise_than_typer(name: str, parts: list[list[str]]) -> None:
    """Whatever is read at all is what Typer would have handed to the command, values and types alike."""
    line = [name, "a.txt", "b.txt", *chain.from_iterable(parts)]
    call = plain.read(line)
    event("plain" if call else "left to Typer")
    assert call is None or repr(call.given) == repr(as_typer_reads(line))
