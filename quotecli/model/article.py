"""An article, and what somebody is quoted with in it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from quotecli.model.shown import in_a_line, on_a_page

Kind = Literal["direct", "mixed", "other"]
"""direct: stands by itself as speech; mixed: a fragment inside the reporter's own sentence; other: not reported speech."""

KINDS: tuple[Kind, ...] = ("direct", "mixed", "other")

SPEECH: frozenset[Kind] = frozenset({"direct", "mixed"})


class Span(NamedTuple):
    """A stretch of a source's text."""

    start: int
    end: int


class RawMap(NamedTuple):
    """Where the characters of a text stand in the page that it was taken from, in code points of the decoded page.

    The text from `starts[i]` up to the next start stands at `raws[i]:stops[i]`: character for character where both are as long,
    otherwise as a whole (`&rdquo;` for ”, a tag for a line break).
    """

    starts: Sequence[int]
    raws: Sequence[int]
    stops: Sequence[int]
    length: int  # of the text

    def __hash__(self) -> int:
        return hash(self.length)  # the rest is arrays, which have none

    def __repr__(self) -> str:
        return f"<RawMap of {self.length} characters>"

    def span(self, start: int, end: int) -> Span:
        """The part of the page that holds the text `start:end`, which is not empty."""
        return Span(self._character(start).start, self._character(end - 1).end)

    def _character(self, offset: int) -> Span:
        run = bisect_right(self.starts, offset) - 1
        start, raw, stop = self.starts[run], self.raws[run], self.stops[run]
        following = self.starts[run + 1] if run + 1 < len(self.starts) else self.length
        if stop - raw != following - start:
            return Span(raw, stop)
        return Span(raw + offset - start, raw + offset - start + 1)


@in_a_line
class Source(NamedTuple):
    """One article as read: its text, never altered, and what is known of it."""

    id: str  # the file's stem; its relative path where stems collide
    path: str  # as given on the command line, or "-"
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO 8601 date or date-time, as the source states it
    author: str | None = None
    language: str = "en"
    url: str | None = None
    encoding: str | None = None  # how the bytes were decoded, e.g. "utf-8", "windows-1252 (assumed)"
    format: str = "text"  # the input format it was read as; of "docx" and "pdf", the text is what was extracted
    raw: RawMap | None = None  # of "html": where the text stands in the page
    key: str | None = None  # of a record: the id that it has in its file; None where it is only numbered

    @property
    def outlet(self) -> tuple[str, str]:
        """Whose article this is, as a key: its publisher's, and where none is known its own."""
        return ("publisher", self.publisher) if self.publisher else ("source", self.id)


UNDATED = "has no date"
"""Why an article is skipped where only those of some days are wanted: nobody can tell whether it is one."""


class Skipped(NamedTuple):
    """An input that could not be used, and why; the others are done."""

    path: str
    reason: str


class Cue(NamedTuple):
    """The words that report: "said", "according to"."""

    text: str
    start: int
    end: int


class Speaker(NamedTuple):
    """Whoever the words are attributed to, and the evidence for it."""

    name: str | None  # the fullest name that the sources support; None where only a pronoun or nothing stands
    mention: str | None  # the words in the text that name the speaker there: "he", "the Russian leader"
    start: int | None  # of the mention
    end: int | None
    via: str  # the kind of evidence; `quotes explain` shows all of it
    confidence: float  # 0 to 1, calibrated against annotated news


@on_a_page
class Quote(NamedTuple):
    """A stretch of a source between quotation marks, marks included."""

    id: str  # "<source id>:<start>"
    source: str  # the source's id
    start: int
    end: int
    line: int  # of the opening mark, from 1
    column: int  # of the opening mark, from 1, in code points
    text: str  # the pieces, joined by newlines
    pieces: tuple[Span, ...]  # the words themselves, one span a paragraph: no outer marks, no reopening marks
    kind: Kind
    why: str | None = None  # for kind other: title, scare, nickname, term, slogan, …
    parent: str | None = None  # id of the quote that this one is nested in
    continues: str | None = None  # id of the quote that this one goes on from: “…,” she said, “…”
    speaker: Speaker | None = None
    cue: Cue | None = None
    clusters: tuple[str, ...] = ()
    closed: bool = True  # False where the closing mark is missing and the span was capped, or is in doubt


class Refusal(NamedTuple):
    """Marks that were seen and not taken for a quotation: nothing vanishes."""

    start: int
    end: int
    reason: str  # apostrophe, inch mark, stray opening mark, unclosed, markup, …
