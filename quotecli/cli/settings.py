"""Options from the environment and from files: flag > QUOTES_* > the nearest quotes.toml > the user's config.toml > default."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from quotecli.cli.options import GROUPS, SINGLE
from quotecli.cli.talk import complain
from quotecli.errors import Misuse

CONFIGURED = ("extract", "diff", "check", "show", "speakers", "find", "add", "explain", "eval", "text")
"""The commands whose options may be set, in the order of the help."""

PROJECT = "quotes.toml"
OWN = {"cluster": "extract", "layout": "diff", "exit_code": "diff"}  # options of a single command
LISTS = frozenset({"kind", "glob"})
PATHS = frozenset({"aliases"})  # relative to the file that names them
# A folder's quotes.toml comes from whoever made the folder: it may not say where to write or what to run.
BARRED = frozenset({"output", "json", "debug", "pager", "engine", "overwrite"})
LARGEST = 1 << 20
"""Bytes of a file that are read: settings are a few lines."""


class Setting(NamedTuple):
    """A value for an option of every command, or of one."""

    command: str | None
    name: str
    value: Any
    origin: str  # the variable or the file


def settable() -> frozenset[str]:
    """The options that may be set outside the command line."""
    return frozenset([*SINGLE, *(field for group in GROUPS for field in group._fields)]) - BARRED


def settings(environ: Mapping[str, str] = os.environ, here: str | None = None) -> list[Setting]:
    """Every setting there is, the weakest first. Raises `Misuse` for a file that is no TOML, or says what makes no sense."""
    found: list[Setting] = []
    for path in (user_file(environ), project_file(here or working_folder())):
        found += read(path) if path and trusted(path) else ()
    return [*found, *from_environment(environ)]


def user_file(environ: Mapping[str, str]) -> str | None:
    """The path of the user's file, if there is one."""
    folder = environ.get("XDG_CONFIG_HOME") or os.path.join(environ.get("HOME") or os.path.expanduser("~"), ".config")
    path = os.path.join(folder, "quotes", "config.toml")
    return path if os.path.isfile(path) else None


def working_folder() -> str:
    """Where we are; the root where that folder is gone."""
    try:
        return os.getcwd()
    except FileNotFoundError:
        return os.sep


def project_file(here: str) -> str | None:
    """The path of the nearest quotes.toml, here or above."""
    path = os.path.join(here, PROJECT)
    if os.path.isfile(path):
        return path
    above = os.path.dirname(here)
    return project_file(above) if above != here else None


@cache
def trusted(path: str) -> bool:
    """Whether a file may be heard; says so where neither the user nor root owns it: it changes answers, and lies in a folder of others."""
    if hasattr(os, "getuid") and not {os.lstat(path).st_uid, os.stat(path).st_uid} <= {0, os.getuid()}:
        complain(f"{path}: ignored, for it is another user's")
        return False
    return True


def read(path: str) -> Iterator[Setting]:
    """The settings of a file: options at its top are of every command, those in a table of the command it is called after."""
    import tomllib

    from quotecli.cli.expected import check

    try:
        with open(path, "rb") as stream:
            document = tomllib.loads(stream.read(LARGEST).decode())
    except (ValueError, RecursionError) as error:  # tomllib's own, letters that are not UTF-8, numbers of thousands of digits
        raise Misuse(f"{path}: not TOML: {error}") from None
    for name, value in document.items():
        table = isinstance(value, dict)
        command = named(name, path) if table else None
        for option, one in value.items() if table else [(name, value)]:
            own = known(option, path)
            check(own, one, path)
            yield Setting(command, own, resolved(option, one, path), path)


def named(table: str, path: str) -> str:
    """The command that a table is called after; raises `Misuse` where there is none."""
    if table in CONFIGURED:
        return table
    raise Misuse(f"{path}: no command with settings is called '{table}'" + alike(table, CONFIGURED))


def known(option: str, path: str) -> str:
    """The option's name; raises `Misuse` for one that there is not, or that a file may not set."""
    name = option.replace("-", "_")
    if name in settable():
        return name
    if name in BARRED:
        raise Misuse(f"{path}: '{option}' can be given on the command line only")
    raise Misuse(f"{path}: no option is called '{option}'" + alike(name, settable()))


def alike(name: str, names: Iterable[str]) -> str:
    """The name that may have been meant, as a question."""
    from difflib import get_close_matches

    close = get_close_matches(name, sorted(names), 1)
    return f"; did you mean '{close[0]}'?" if close else ""


def resolved(option: str, value: Any, path: str) -> Any:
    """The value as the command line would have it. Raises `Misuse` for a file that a folder's settings may not name."""
    if option not in PATHS:
        return value
    named = os.path.join(os.path.dirname(path), value)
    if os.path.basename(path) == PROJECT and not is_below(os.path.dirname(path), named):
        raise Misuse(f"{path}: '{option}' names a file that lies not below its folder: {value}")
    return named


def is_below(folder: str, path: str) -> bool:
    """Whether a file lies in the folder or deeper, wherever links lead."""
    try:
        return os.path.realpath(path).startswith(os.path.join(os.path.realpath(folder), ""))
    except ValueError:  # no file has a name with a NUL in it
        return False


def from_environment(environ: Mapping[str, str]) -> Iterator[Setting]:
    """The settings of QUOTES_COLOR, QUOTES_MIN_SOURCES and so on; lists are parted by commas."""
    for name in sorted(settable()):
        variable = f"QUOTES_{name.upper()}"
        if value := environ.get(variable):
            several = [part.strip() for part in value.split(",") if part.strip()]
            yield Setting(None, name, several if name in LISTS else value, variable)


def defaults(found: Iterable[Setting], command: str) -> dict[str, Any]:
    """The settings of a command as Typer takes them; the later is the stronger, and TOML puts tables after what stands at the top."""
    return {one.name: one.value for one in found if one.command in (None, command)}


def origin_of(context: Any, parameter: Any) -> str:
    """Where the bad value of a parameter was set, if not on the command line; both as Typer has them."""
    if not context or not parameter or getattr(context.get_parameter_source(parameter.name), "name", "") != "DEFAULT_MAP":
        return ""
    heard = (one for one in reversed(settings()) if one.name == parameter.name and one.command in (None, context.info_name))
    return next((f"set in {one.origin}" for one in heard), "")


def winners(found: Iterable[Setting]) -> set[int]:
    """The numbers of the settings that count: each is the strongest for one command at least."""
    strongest: dict[tuple[str, str], int] = {}
    for number, one in enumerate(found):
        of = one.command or OWN.get(one.name)
        strongest |= {(command, one.name): number for command in ([of] if of else CONFIGURED)}
    return set(strongest.values())
