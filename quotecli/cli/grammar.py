"""What a command takes: its parameters one by one, whichever way the command line is read, and how they are handed to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType
from typing import Any, NamedTuple, get_args, get_type_hints

from quotecli.cli.options import GROUPS, Declared

REQUIRED: Any = object()
"""The default of a parameter that must be given."""


class Parameter(NamedTuple):
    """One option or argument."""

    name: str
    type: Any
    declared: Declared
    default: Any


def parameters(command: Callable[..., int]) -> list[Parameter]:
    """The options and arguments of a command, those of a group in its place."""
    names = command.__code__.co_varnames[: command.__code__.co_argcount]
    defaults = dict(zip(reversed(names), reversed(command.__defaults__ or ()), strict=False))
    found = []
    for name, hint in hints(command).items():
        if hint in GROUPS:
            found += [parameter(field, one, hint._field_defaults[field]) for field, one in hint.__annotations__.items()]
        else:
            found.append(parameter(name, hint, defaults.get(name, REQUIRED)))
    return found


def parameter(name: str, hint: Any, default: Any) -> Parameter:
    """The parameter that an `Annotated` type declares."""
    kind, declared = get_args(hint)
    return Parameter(name, kind, declared, default)


@cache
def hints(command: Callable[..., int]) -> dict[str, Any]:
    """The parameters of a command as it is written, groups and all."""
    return {name: hint for name, hint in get_type_hints(command, include_extras=True).items() if name != "return"}


def bare(kind: Any) -> Any:
    """The type without None."""
    return next(part for part in get_args(kind) if part is not NoneType) if NoneType in get_args(kind) else kind


def call(command: Callable[..., int], given: Mapping[str, Any]) -> int:
    """Call a command with a value for every parameter; returns its exit status."""
    rest = dict(given)
    groups = {name: group(*(rest.pop(field) for field in group._fields)) for name, group in hints(command).items() if group in GROUPS}
    return command(**rest, **groups)
