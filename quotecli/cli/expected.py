"""What a file must say for an option: true or false, a number, a text, a list; told from the type that the command line has for it."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from quotecli.cli.options import GROUPS, SINGLE
from quotecli.errors import Misuse

TYPES: dict[str, Any] = {name: get_args(hint)[0] for group in GROUPS for name, hint in group.__annotations__.items()}
TYPES |= {name: get_args(hint)[0] for name, hint in SINGLE.items()}

MOST = 40
"""Characters of a value that are shown."""


def check(option: str, value: Any, path: str) -> None:
    """Raises `Misuse` for a value that is not what the option takes."""
    suits, words = taken(bare(TYPES[option]))
    if not suits(value):
        raise Misuse(f"{path}: '{option}' takes {words}, not {shown(value)}")


def bare(kind: Any) -> Any:
    """The type without None."""
    return next(part for part in get_args(kind) if part is not NoneType) if NoneType in get_args(kind) else kind


def taken(kind: Any) -> tuple[Callable[[Any], bool], str]:
    """Whether a value is of the type, and what to say to whom it is not."""
    if get_origin(kind) is Literal:
        choices = get_args(kind)
        return (lambda value: value in choices), f"one of {', '.join(choices)}"
    return TAKEN[get_origin(kind) or kind]


TAKEN: dict[Any, tuple[Callable[[Any], bool], str]] = {
    bool: (lambda value: isinstance(value, bool), "true or false"),
    int: (lambda value: type(value) is int, "a whole number"),
    float: (lambda value: type(value) in (int, float) and math.isfinite(value), "a number"),
    str: (lambda value: isinstance(value, str), 'a text in quotation marks: "…"'),
    list: (lambda value: isinstance(value, list) and all(isinstance(one, str) for one in value), 'a list of texts: ["…"]'),
}


def shown(value: Any) -> str:
    """The value, much as the file has it."""
    text = str(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= MOST else f"{text[:MOST]}…"
