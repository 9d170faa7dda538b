"""A quotation held against the record."""

from typing import Literal, NamedTuple

from quotecli.model.article import Quote
from quotecli.model.shown import in_a_line, on_a_page
from quotecli.model.utterance import Edit

VerdictName = Literal["verbatim", "typographic", "trimmed", "altered", "stitched", "misattributed", "not-found", "out-of-scope"]

FAULTS: frozenset[VerdictName] = frozenset({"altered", "stitched", "misattributed", "not-found"})
"""The verdicts for which `quotes check` exits with 1."""


@in_a_line
class Passage(NamedTuple):
    """The words of a transcript that a quotation goes back to."""

    start: int  # offsets in the transcript
    end: int
    text: str
    speaker: str | None = None  # as the transcript labels it; None where it has no labels
    before: str = ""  # the sentence before it in the record
    after: str = ""  # the sentence after it
    path: str | None = None  # of the transcript's file; None for a text in memory


@on_a_page
class Verdict(NamedTuple):
    """A quotation held against the record."""

    quote: Quote
    verdict: VerdictName
    record: Passage | None = None  # None where nothing like it was said, and for what is out of scope
    edits: tuple[Edit, ...] = ()  # before: the record's words; after: the article's, with offsets in the article
    places: tuple[Passage, ...] = ()  # where its parts stand, in its order, when they stand apart in the record
