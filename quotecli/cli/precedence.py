"""What gives way where settings and the command line disagree: a flag wins, and a command leaves alone what it has no use for."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from quotecli.cli.options import SUFFIXES, Choice, Format, Output


def settled(command: str, given: Mapping[str, Any], set_elsewhere: Collection[str], formats: Collection[Format]) -> dict[str, Any]:
    """The values of a command's parameters: for a setting that gives way, the default. `set_elsewhere`: by files, by variables."""
    defaults = {**Output._field_defaults, **Choice._field_defaults}
    yielding = {*without_a_use(command, given, formats), *overruled(given)} & {*set_elsewhere}
    values = {name: defaults[name] if name in yielding else value for name, value in given.items()}
    if not values.get("cluster", True) and "min_sources" in set_elsewhere:
        values["min_sources"] = defaults["min_sources"]
    return values


def without_a_use(command: str, given: Mapping[str, Any], formats: Collection[Format]) -> Iterator[str]:
    """The options that cannot mean this command: a format that it has not, and clusters where it does as it must."""
    if given.get("format") not in formats:
        yield "format"
    if command != "extract":
        yield "cluster"


def overruled(given: Mapping[str, Any]) -> Iterator[str]:
    """The options that another one speaks against."""
    suffix = os.path.splitext(given.get("output") or "")[1].lower()
    if given.get("json") or suffix in SUFFIXES:
        yield "format"
    if given.get("min_sources", 1) > 1:
        yield "cluster"
