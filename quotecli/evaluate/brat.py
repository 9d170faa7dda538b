"""Annotations as brat writes them: NAME.ann beside NAME.txt, with offsets into it.

A quotation is a stretch of the type Quotation (or Quote, Speech, Content); of the type Other where nobody said it, of Nested where it
stands in another. Whoever said it is what a relation of any name connects it with, or what a note at it says, as a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from quotecli.errors import Misuse
from quotecli.evaluate.gold import Annotated, Article, Event, fitted
from quotecli.model import Span

SPEECH: dict[str, bool | None] = {
    **dict.fromkeys(("quotation", "quote", "speech", "content"), True),
    "other": False,
    "nested": None,
}
"""The types that are quotations, in any case, and whether they are speech."""

STRETCH = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t.*)?")
RELATION = re.compile(r"R\d+\t\S+ \S+?:(T\d+) \S+?:(T\d+)\s*")
NOTE = re.compile(r"#\d+\t\S+ (T\d+)\t(.+)")


def read_brat(path: Path) -> Event:
    """The article of an .ann file. Raises `Misuse` for a line that is none of brat's, or that does not fit the text."""
    try:
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        lines = path.read_bytes().decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise Misuse(f"{path}: it or the text beside it is not UTF-8: {error.reason} at byte {error.start}") from None
    types, places, linked = stretches(lines, path), defaultdict[str, list[Span]](list), defaultdict[str, list[str]](list)
    for line in lines:
        if found := RELATION.fullmatch(line):
            quotation, other = (found[1], found[2]) if is_quotation(types, found[1]) else (found[2], found[1])
            places[quotation] += types[other][1] if other in types else []
        elif found := NOTE.fullmatch(line):
            linked[found[1]].append(found[2].strip())
    quotes = tuple(
        Annotated(spans[0].start, spans[-1].end, SPEECH[name], tuple(linked[id]), tuple(places[id]), f"{path.stem}:{id}")
        for id, (name, spans) in types.items()
        if name in SPEECH
    )
    return Event((fitted(Article(path.stem, text, quotes), str(path)),))


def stretches(lines: list[str], path: Path) -> dict[str, tuple[str, list[Span]]]:
    """The text-bound annotations by their ids: type in lower case, and pieces in order."""
    found = {}
    for number, line in enumerate(lines, 1):
        if line.startswith("T"):
            if not (made := STRETCH.fullmatch(line)):
                raise Misuse(f"{path}:{number}: is no line of brat's: T1, a tab, then type, start and end")
            pieces = [Span(*map(int, piece.split())) for piece in made[3].split(";")]
            found[made[1]] = made[2].casefold(), pieces
    return found


def is_quotation(types: dict[str, tuple[str, list[Span]]], id: str) -> bool:
    """Whether an annotation is a quotation."""
    return id in types and types[id][0] in SPEECH
