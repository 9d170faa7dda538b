"""What is told of an archive: what was added to it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, BinaryIO, TextIO

from quotecli.render.json import SCHEMA, skipped_record
from quotecli.render.safe import visible

COUNTED = (
    ("added", "article", "added"),
    ("quotes", "quotation", "in what is new"),
    ("versions", "article", "with another text than before"),
    ("changed", "article", "of which other things are known now"),
    ("known", "article", "known already"),
)
"""A number, what it counts, and what is said of it."""


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "2,000 articles"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def print_added(archive: str, done: Mapping[str, Any], stream: TextIO) -> None:
    """One line on what became of the articles."""
    parts = [f"{counted(done[key], noun)} {said}" for key, noun, said in COUNTED if done[key]]
    stream.write(visible(f"{archive}: {' · '.join(parts) or 'nothing new'}") + "\n")


def write_added(done: Mapping[str, Any], stream: BinaryIO) -> None:
    """The same as JSON."""
    record = {"schema": SCHEMA, **done, "skipped": [skipped_record(one) for one in done["skipped"]]}
    stream.write(json.dumps(record, ensure_ascii=True).encode() + b"\n")
