"""What a document is made of: words, of which some differ, in lists, tables and articles; and the rows of the same for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from quotecli.model import Quote, Report, Skipped
from quotecli.render.rows import NOBODY
from quotecli.render.wording import Atlas, Run, count


class Words(NamedTuple):
    """A stretch of words: as elsewhere, only elsewhere (gone), only here (new), or a quotation in its article (lit)."""

    text: str  # a newline parts paragraphs
    role: Literal["same", "gone", "new", "lit"]


class Item(NamedTuple):
    """One wording or quotation, and what there is to say of it."""

    words: Sequence[Words]
    risk: bool = False
    told: Sequence[str] = ()  # what differs and may change the meaning, in words
    places: Sequence[str] = ()  # where it stands, and who is said there to have said it
    below: Sequence[str] = ()  # what it is held against


class Listing(NamedTuple):
    """A heading with a list."""

    title: str
    items: Iterable[Item]
    warning: str = ""


class Grid(NamedTuple):
    """A heading with a table."""

    title: str
    heads: Sequence[str]
    rows: Iterable[Sequence[str | int]]


class Article(NamedTuple):
    """An article line by line: whose words begin there, and the text."""

    title: str
    lines: Iterable[tuple[str, Sequence[Words]]]


class Document(NamedTuple):
    """An answer for people, in parts and as rows: two views of one thing."""

    title: str
    totals: str
    parts: Iterable[Listing | Grid | Article]
    heads: Sequence[str]  # of the rows
    rows: Iterable[Sequence[object]]
    against: Literal["base", "record", "words", "older"] | None = None  # what the words are held against
    skipped: Sequence[Skipped] = ()


GONE_AND_NEW = {
    "base": ("not here, but in the base", "only here"),
    "record": ("only in the record", "only in the article"),
    "words": ("looked for, not here", "only here"),
    "older": ("in the older version only", "in the newer version only"),
}
"""What words are that are marked so, by what they are held against."""
PLACE = ("source", "path", "publisher", "published", "line", "column", "start", "end")
"""The columns that say where words stand."""


def place(atlas: Atlas, source: str, start: int, end: int) -> tuple[object, ...]:
    """What these columns have for a stretch of an article."""
    about = atlas.sources[source]
    _, line, column = atlas.place(source, start)
    return (source, about.path, about.publisher, about.published, line, column, start, end)


def spot(atlas: Atlas, quote: Quote, start: int) -> str:
    """Where words stand, and who is said there to have said them: `Courier · 2026-05-04 · courier.txt:3:1 · she (Dana Ortiz)`."""
    about = atlas.sources[quote.source]
    return " · ".join(filter(None, (about.publisher, (about.published or "")[:10], atlas.where(quote.source, start), said_by(quote))))


def said_by(quote: Quote) -> str:
    """Who is said to have said it, in the words of the text, and behind them the name if they lack it."""
    mention, name = (quote.speaker.mention, quote.speaker.name) if quote.speaker else (None, None)
    if mention and name and name not in mention:
        return f"{' '.join(mention.split())} ({name})"
    return mention or name or NOBODY


def marked(made: Iterable[Run]) -> list[Words]:
    """Runs of a wording, as words of a document."""
    return [Words(run.text, run.role) for run in made]


def same(text: str) -> list[Words]:
    """Words of which none differ."""
    return [Words(text, "same")]


def articles(report: Report) -> str:
    """How many there are."""
    return count(len(report.sources), "article")
