"""Plain command lines, read without Typer: loading it takes as long as extracting the quotations of twenty articles.

Whatever is not plain is left to Typer, which knows how to complain, help and complete; what both read, they read alike.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from importlib import import_module
from typing import Any, Literal, NamedTuple, get_args, get_origin

from quotecli.cli.grammar import REQUIRED, Parameter, bare, parameters

COMMANDS = ("extract", "diff", "check", "show", "speakers", "explain", "text")
"""Those that people wait for, and may configure; in the order of the help."""
COMPLETING = "_QUOTES_COMPLETE"
"""Set by the shell's completion script: then nothing is plain."""


class Call(NamedTuple):
    """A command and a value for each of its parameters."""

    command: Callable[..., int]
    given: dict[str, Any]


class Declined(Exception):
    """This is not plain."""


def read(arguments: Sequence[str]) -> Call | None:
    """What the command line asks for; None where it is not plain: another order, an abbreviation, a mistake."""
    if not arguments or arguments[0] not in COMMANDS or COMPLETING in os.environ:
        return None
    command = getattr(import_module(f"quotecli.cli.{arguments[0]}"), arguments[0])
    try:
        return Call(command, values(parameters(command), arguments[1:]))
    except Declined:
        return None


def values(wanted: Sequence[Parameter], arguments: Sequence[str]) -> dict[str, Any]:
    """A value for each parameter; raises `Declined`."""
    flags = {flag: (one, value) for one in wanted if not one.declared.positional for flag, value in flags_of(one)}
    given: dict[str, Any] = {}
    words: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "-" or not argument.startswith("-"):
            words.append(argument)
            continue
        flag, equals, text = argument.partition("=")
        if flag not in flags or (equals and not flag.startswith("--")):
            raise Declined
        one, value = flags[flag]
        if value is None:
            value = converted(text if equals else following(rest), one)
        elif equals:
            raise Declined
        given[one.name] = [*given.get(one.name, ()), value] if holds_several(one.type) else value
    places = [one for one in wanted if one.declared.positional]
    for number, one in enumerate(places):
        several = holds_several(one.type)
        taken, words = (words, []) if several and number == len(places) - 1 else (words[:1], words[1:])
        if taken:
            given[one.name] = taken if several else taken[0]
    if words or any(one.default is REQUIRED and one.name not in given for one in wanted):
        raise Declined
    return {one.name: given.get(one.name, one.default) for one in wanted}


def flags_of(one: Parameter) -> Iterator[tuple[str, bool | None]]:
    """The flags of an option, each with the value that it means; None: the next word."""
    plain = "--" + one.name.replace("_", "-")
    if bare(one.type) is not bool:
        yield from ((flag, None) for flag in one.declared.flags or (plain,))
        return
    for flag in one.declared.flags or (f"{plain}/--no-{plain[2:]}",):
        yes, _, no = flag.partition("/")
        yield yes, True
        if no:
            yield no, False


def following(rest: Iterator[str]) -> str:
    """The word after an option; one that looks like another option is a mistake, or meant."""
    text = next(rest, "-x")
    if text.startswith("-") and text != "-":
        raise Declined
    return text


def holds_several(kind: Any) -> bool:
    """Whether the type is a list."""
    return get_origin(bare(kind)) is list


def converted(text: str, one: Parameter) -> Any:
    """The text as the parameter's type."""
    kind = bare(one.type)
    kind = get_args(kind)[0] if get_origin(kind) is list else kind
    if kind is str:
        return text
    if get_origin(kind) is Literal:
        return chosen(text, get_args(kind))
    if issubclass(kind, Enum):
        return kind(chosen(text, [choice.value for choice in kind]))
    if not (text.isascii() and text.replace(".", "", kind is float).isdigit()):
        raise Declined
    try:
        value, more = kind(text), one.declared.more
    except ValueError:  # a lone point, or more digits than Python reads
        raise Declined from None
    if not more.get("min", value) <= value <= more.get("max", value):
        raise Declined
    return value


def chosen(text: str, choices: Sequence[str]) -> str:
    """The text, if it is one of these."""
    if text not in choices:
        raise Declined
    return text
