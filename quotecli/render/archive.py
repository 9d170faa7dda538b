"""What is told of an archive: what was added to it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, BinaryIO, TextIO

from quotecli.render.json import SCHEMA, skipped_record
from quotecli.render.safe import visible
from quotecli.render.wording import count

COUNTED = (
    ("added", "article", "added"),
    ("quotes", "quotation", "in what is new"),
    ("versions", "article", "with another text than before"),
    ("changed", "article", "of which other things are known now"),
    ("known", "article", "known already"),
)
"""A number, what it counts, and what is said of it."""


def print_added(archive: str, done: Mapping[str, Any], stream: TextIO) -> None:
    """One line on what became of the articles."""
    parts = [f"{count(done[key], noun)} {said}" for key, noun, said in COUNTED if done[key]]
    stream.write(visible(f"{archive}: {' · '.join(parts) or 'nothing new'}") + "\n")


def write_added(done: Mapping[str, Any], stream: BinaryIO) -> None:
    """The same as JSON."""
    write_record({**done, "skipped": [skipped_record(one) for one in done["skipped"]]}, stream)


def print_info(archive: str, info: Mapping[str, Any], stream: TextIO) -> None:
    """What is in an archive, a line a kind."""
    days = f", {info['first'][:10]} to {info['last'][:10]}" if info["first"] else ""
    lines = [
        f"{archive}: {info['bytes'] / 1e6:,.1f} MB, schema {info['schema']}, added to last {info['added'] or 'never'}",
        f"{count(info['articles'], 'article')} of {count(info['publishers'], 'publisher')}{days}",
        f"{count(info['versions'], 'older version')} of articles that changed",
        f"{count(info['quotations'], 'quotation')} of {count(info['people'], 'speaker')}",
        f"{count(info['utterances'], 'utterance')} in more than one article, {count(info['wordings'], 'wording')}",
    ]
    if info["uncompared"]:
        lines.append(f"{count(info['uncompared'], 'article')} not compared yet: quotes add {archive}")
    stream.write(visible("\n".join(lines)) + "\n")


def write_record(record: Mapping[str, Any], stream: BinaryIO) -> None:
    """One document of a single record."""
    stream.write(json.dumps({"schema": SCHEMA, **record}, ensure_ascii=True).encode() + b"\n")
