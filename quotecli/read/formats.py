"""The formats that can be read: one file a format, one line here."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from quotecli.errors import Misuse
from quotecli.model import Skipped, Source

if TYPE_CHECKING:
    from quotecli.read.blob import Blob
    from quotecli.read.options import ReadOptions

Reader = Callable[["Blob", "ReadOptions"], Iterator[Source | Skipped]]
"""Yields the articles of one file as they come, and a Skipped for each that cannot be used. Raises UnreadableSource
when nothing more of the file can be."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: what it is called, how it is recognised, and which module reads it."""

    name: str  # for --input-format
    suffixes: tuple[str, ...]  # by which files in a folder are known as articles
    module: str  # in this package; it has a `read`
    looks: bytes | None = None  # a pattern that its first bytes match, where the suffix says nothing

    def reader(self) -> Reader:
        """Its reader. The module is imported now: most runs need one or two of them."""
        return cast(Reader, import_module(f"quotecli.read.{self.module}").read)


TEXT = Format("text", (".txt", ".text"), "plain")

FORMATS: tuple[Format, ...] = (
    TEXT,
    Format("markdown", (".md", ".markdown"), "markdown"),
    Format("html", (".html", ".htm", ".xhtml"), "html", rb"\W*(?:<!--.*?-->\s*)?(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b"),
)

SUFFIXES: tuple[str, ...] = tuple(suffix for format in FORMATS for suffix in format.suffixes)


def stem(path: str) -> str:
    """A file's name without the suffix that tells its format."""
    name = os.path.basename(path)
    base, suffix = os.path.splitext(name)
    return base if base and suffix else name


def known(name: str) -> bool:
    """Whether a file in a folder is an article, by its suffix."""
    return name.lower().endswith(SUFFIXES)


def format_of(path: str, head: bytes, forced: str | None) -> Format:
    """The format asked for, else the one its suffix names, else the one its first bytes look like, else plain text.

    Raises `Misuse` when no format has the name asked for.
    """
    if forced is not None:
        return by_name(forced)
    for format in FORMATS:
        if path.lower().endswith(format.suffixes):
            return format
    return next((f for f in FORMATS if f.looks and re.match(f.looks, head, re.IGNORECASE | re.DOTALL)), TEXT)


def by_name(name: str) -> Format:
    """The format that is called so. Raises `Misuse` when none is."""
    for format in FORMATS:
        if name.lower() == format.name:
            return format
    raise Misuse(f"no input format is called '{name}'; there are {', '.join(f.name for f in FORMATS)}")
