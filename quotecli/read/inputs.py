"""Which files the caller means, each once, and what it is called."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quotecli.model import Skipped
from quotecli.read.formats import SUFFIXES, known, stem
from quotecli.read.options import ReadOptions

STDIN = "-"
LONGEST = 200
"""Characters of another's message that a reason repeats: some libraries print what they could not read."""


class Input(NamedTuple):
    """One file to read, or standard input. Small and picklable, so that any worker can read it."""

    id: str  # of its article, or the root of its articles' ids
    path: str  # as named; inside a folder, the folder as named and the way down from it


class _File(NamedTuple):
    """A way to a file, and its real path, by which it is told from others."""

    path: str
    real: str


def list_inputs(paths: Sequence[str], options: ReadOptions) -> list[Input | Skipped]:
    """What stands at the paths, ordered by id, after what does not: the same list for every order and way of naming them."""
    named: dict[str, str] = {}
    skipped: set[Skipped] = set()
    for path in set(paths):
        for found in _expand(path, options):
            if isinstance(found, Skipped):
                skipped.add(found)
            else:
                other = named.get(found.real)
                named[found.real] = found.path if other is None else min(other, found.path, key=_plainest)
    ids = name_all(named.values())
    inputs = sorted((Input(shown(ids[path]), path) for path in named.values()), key=lambda found: found.id)
    return [*sorted(skipped, key=lambda skip: (skip.path, skip.reason)), *inputs]


def shown(path: str) -> str:
    """A path as text: a file name may hold bytes that are no UTF-8, which no output could take."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def why(error: Exception) -> str:
    """What the system says about a file, as a reason: "permission denied"; of any other error its kind and its first line."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if said := getattr(error, "strerror", None):
        return str(said).lower()
    first = next(iter(str(error).splitlines()), "")[:LONGEST]
    return f"cannot be read ({type(error).__name__}{': ' if first else ''}{first})"


def _plainest(path: str) -> tuple[bool, int, str]:
    """Of two ways to name one file: not through a symbolic link, the shorter, the first by alphabet."""
    return (os.path.islink(path), len(path), path)


def _expand(path: str, options: ReadOptions) -> Iterator[_File | Skipped]:
    if path == STDIN:
        yield _File(STDIN, STDIN)
    elif os.path.isdir(path):
        yield from _articles(path, options)
    elif os.path.lexists(path):
        yield _File(path, os.path.realpath(path))
    elif any(sign in path for sign in "*?["):
        yield from _matches(path, options)
    else:
        yield Skipped(shown(path), _absent(path))


def _absent(path: str) -> str:
    """Why nothing is found there: it may be behind a folder that nobody may enter."""
    try:
        os.lstat(path)
    except (NotADirectoryError, ValueError):
        pass
    except OSError as error:
        return why(error)
    return "no such file or folder"


def _matches(pattern: str, options: ReadOptions) -> Iterator[_File | Skipped]:
    """Shells leave a quoted pattern to us, and Windows leaves every pattern."""
    from glob import glob

    found = glob(pattern, recursive=True, include_hidden=options.hidden)
    if not found:
        yield Skipped(shown(pattern), "no file matches this pattern")
    for path in found:
        if os.path.isdir(path):
            yield from _walk(path, options)
        else:
            yield _File(path, os.path.realpath(path))


def _articles(folder: str, options: ReadOptions) -> Iterator[_File | Skipped]:
    nothing = True
    for found in _walk(folder, options):
        nothing = False
        yield found
    if nothing:
        wanted = "matches --glob" if options.glob else f"is an article ({' '.join(SUFFIXES)})"
        yield Skipped(shown(folder), f"nothing in this folder {wanted}")


def _walk(folder: str, options: ReadOptions) -> Iterator[_File | Skipped]:
    """Files below a folder. Real folders come before linked ones, and each is entered once, so that loops end and names stay plain."""
    folders, linked, seen = [folder], list[str](), set[str]()
    while folders or linked:
        here = folders.pop() if folders else linked.pop()
        real = os.path.realpath(here)
        if real in seen:
            continue
        seen.add(real)
        try:
            entries = _entries(here, options.hidden)
        except OSError as error:
            yield Skipped(shown(here), why(error))
            continue
        for entry in entries:
            if _is_folder(entry):
                (linked if entry.is_symlink() else folders).append(entry.path)
            elif _wanted(entry, folder, options) and _is_file(entry):
                yield _File(entry.path, os.path.realpath(entry.path) if entry.is_symlink() else os.path.join(real, entry.name))


def _entries(folder: str, hidden: bool) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted((e for e in entries if hidden or not e.name.startswith(".")), key=lambda e: e.name, reverse=True)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return os.path.isdir(entry.path) if entry.is_symlink() else entry.is_dir()


def _is_file(entry: os.DirEntry[str]) -> bool:
    """A file, or a link that leads nowhere, which is worth a word; a pipe or a socket in a folder would wait for ever."""
    return os.path.isfile(entry.path) or not os.path.exists(entry.path)


def _wanted(entry: os.DirEntry[str], folder: str, options: ReadOptions) -> bool:
    if not options.glob:
        return known(entry.name)
    from fnmatch import fnmatchcase

    below = _posix(os.path.relpath(entry.path, folder))

    def fits(pattern: str) -> bool:
        return fnmatchcase(below if "/" in pattern else entry.name, pattern)

    wanted = [p for p in options.glob if not p.startswith("!")]
    left_out = any(fits(p[1:]) for p in options.glob if p.startswith("!"))
    return not left_out and (any(map(fits, wanted)) if wanted else known(entry.name))


def _posix(path: str) -> str:
    return path.replace(os.sep, "/")


def name_all(paths: Iterable[str]) -> dict[str, str]:
    """An id for every path: its stem; where stems collide, the path from the deepest folder that holds them all.

    It depends on the files alone, neither on the working folder nor on the way they were named.
    """
    groups: dict[str, list[str]] = {}
    for path in paths:
        groups.setdefault("stdin" if path == STDIN else stem(path), []).append(path)
    ids: dict[str, str] = {}
    for name, group in groups.items():
        ids |= {group[0]: name} if len(group) == 1 else _from_common_folder(group)
    return _told_apart(ids)


def _from_common_folder(paths: list[str]) -> dict[str, str]:
    full = {path: os.path.abspath(path) for path in paths if path != STDIN}
    try:
        common = os.path.commonpath([os.path.dirname(p) for p in full.values()])
    except ValueError:  # on several drives
        return {path: _posix(full.get(path, "stdin")) for path in paths}
    ids = {path: _posix(os.path.relpath(p, common)) for path, p in full.items()}
    return ids | ({STDIN: "stdin"} if STDIN in paths else {})


def _told_apart(ids: dict[str, str]) -> dict[str, str]:
    """A file's relative path can be another's stem: `x.txt` beside `x.md` and `x.txt.md`. Then the whole path is the id."""
    uses: dict[str, int] = {}
    for name in ids.values():
        uses[name] = uses.get(name, 0) + 1
    return {path: name if uses[name] == 1 else _posix(os.path.abspath(path)) for path, name in ids.items()}
