"""The nouns: what the rooms hand each other. Every offset is a code point of the source's text as read, end exclusive.

They are named tuples, so frozen, picklable and soon made: a dataclass takes a millisecond more each time that the program starts, and half
of what they take would go into annotations kept as strings.
`quote._replace(kind="mixed")` is a changed copy.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple, TypeVar

Noun = TypeVar("Noun")


def in_a_line(noun: type[Noun]) -> type[Noun]:
    """Have the noun's `repr` tell what it is, and never an article's text."""

    def __repr__(self: Noun) -> str:
        from quotecli.objects import in_a_line

        return in_a_line(self)

    noun.__repr__ = __repr__  # type: ignore[assignment, method-assign, unused-ignore]  # as it takes no other noun
    return noun


def on_a_page(noun: type[Noun]) -> type[Noun]:
    """Likewise, and have notebooks show it as a piece of HTML."""

    def _repr_html_(self: Noun) -> str:
        from quotecli.objects import on_a_page

        return on_a_page(self)

    noun._repr_html_ = _repr_html_  # type: ignore[attr-defined]  # for notebooks, not for who writes code
    return in_a_line(noun)


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


@on_a_page
class Edit(NamedTuple):
    """One difference between a variant and the base of its cluster."""

    # typographic, punctuation, spelling, contraction, number-format, editorial, inserted, omitted-ellipsis, omitted, substituted, moved;
    # against a record also unheard
    type: str
    before: str  # the words of the base (JSON: "from")
    after: str  # the words of this variant (JSON: "to")
    risk: bool  # a negation, number, modal, name or quantifier changed, or a silent cut dropped one
    start: int  # offsets of `after` in the variant's article; an empty span where words are gone
    end: int
    before_start: int = -1  # offsets of `before` in the article of the base; an empty span where words are new; -1: not told
    before_end: int = -1


class Held:
    """A wording held against the base of its cluster: what differs, worked out when somebody first asks.

    Of a large collection few clusters are ever looked at, and to name what differs takes as long as to find who belongs together.
    """

    __slots__ = ("_found", "_work_out")
    _found: tuple[float, tuple[Edit, ...]] | None
    _work_out: Callable[[], tuple[float, tuple[Edit, ...]]] | None

    def __init__(self, similarity: float = 1.0, edits: tuple[Edit, ...] = ()) -> None:
        self._found, self._work_out = (similarity, edits), None

    @classmethod
    def later(cls, work_out: Callable[[], tuple[float, tuple[Edit, ...]]]) -> "Held":
        """One that asks `work_out` for the similarity and the edits, once."""
        held = cls()
        held._found, held._work_out = None, work_out
        return held

    def _told(self) -> tuple[float, tuple[Edit, ...]]:
        if self._found is None and self._work_out is not None:
            self._found, self._work_out = self._work_out(), None
        return self._found or (1.0, ())

    @property
    def similarity(self) -> float:
        """0 to 1, to the base of the cluster."""
        return self._told()[0]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What differs from the base, in the order of the wording."""
        return self._told()[1]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and self._told() == other._told()

    def __hash__(self) -> int:
        return hash(self._told())

    def __repr__(self) -> str:
        if self._found is None:
            return "<Held, not worked out yet>"
        return f"<Held: similarity {self._found[0]:.3f}, {len(self._found[1])} edits>"

    def __reduce__(self) -> tuple[type["Held"], tuple[float, tuple[Edit, ...]]]:
        return Held, self._told()


@in_a_line
class Variant(NamedTuple):
    """One wording of an utterance: a span of a quote."""

    quote: str  # the quote's id
    source: str  # the source's id
    start: int  # in the article
    end: int
    text: str  # the words of the quote's pieces inside start:end, joined by newlines
    held: Held = Held()  # against the base of the cluster

    @property
    def similarity(self) -> float:
        """0 to 1, to the base of the cluster."""
        return self.held.similarity

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What differs from the base, in the order of the wording."""
        return self.held.edits


@in_a_line
class Finding(NamedTuple):
    """A stretch of a quotation that has the words which were looked for, or nearly."""

    variant: Variant  # its similarity and edits are against the words looked for
    exact: bool  # all of the words, one after another, apart from their dress


class Conflict(NamedTuple):
    """The words of one utterance, attributed otherwise by some than by most."""

    # speaker: to somebody else; unnamed: to a source without a name; corrected: was taken for somebody else, until others told better
    kind: Literal["speaker", "unnamed", "corrected"]
    speaker: str  # whom these say it was: another name, or words such as "a senior official"
    quotes: tuple[str, ...]  # ids of the quotes that say so
    mention: str | None = None  # the words of the text that are taken for this speaker, where it does not print the name: "he"


@on_a_page
class Cluster(NamedTuple):
    """The quotes, or parts of quotes, that report one utterance."""

    id: str
    speaker: str | None  # the name that most sources print; where none does, whom most are read to mean
    sources: int  # distinct sources that print it
    text: str  # the base: the fullest of the wordings that agree with most independent sources wherever they differ
    variants: tuple[Variant, ...]  # the fullest first
    independent: int = 0  # sources that print it, copies of one article counted once
    copies: tuple[tuple[str, str], ...] = ()  # source ids: a copy, and the article that it copies
    conflicts: tuple[Conflict, ...] = ()
    order: tuple[str, ...] = ()  # ids of the sources whose date is known, the earliest first
    outlets: int = 0  # distinct publishers that print it; a source whose publisher is not known counts by itself
    absent: tuple[str, ...] | None = None  # ids of the sources that do not print it; None where the collection is not one event

    def rank(self) -> tuple[int, list[tuple[str, int, int]]]:
        """By what utterances are ordered: those of most sources first, then by where they are printed."""
        return -self.sources, sorted((variant.source, variant.start, variant.end) for variant in self.variants)


@on_a_page
class Report(NamedTuple):
    """What `quotes extract` answers."""

    sources: tuple[Source, ...] = ()
    quotes: tuple[Quote, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def to_json(self) -> str:
        """The document that `quotes extract --json` prints, `quotes/1`."""
        from quotecli.objects import to_json

        return to_json(self)

    def to_dict(self) -> dict[str, Any]:
        """The same document as dicts and lists."""
        from quotecli.objects import to_dict

        return to_dict(self)

    @staticmethod
    def from_json(document: str | bytes) -> "Report":
        """The report of such a document: without the articles' texts, which JSON does not hold, without `Source.raw` and `Source.key`,
        and with numbers of three digits. Raises UnreadableReport for anything else.
        """
        from quotecli.objects import from_json

        return from_json(document)

    def to_dataframe(
        self, rows: Literal["quotations", "wordings", "edits"] = "quotations", library: Literal["pandas", "polars"] | None = None
    ) -> Any:
        """A frame with a row a quotation, a wording of an utterance, or an edit; of pandas, or of polars where only that is installed.

        Raises MissingLibrary where neither is.
        """
        from quotecli.objects import to_dataframe

        return to_dataframe(self, rows, library)

    def sentence(self, quote: Quote | str) -> "Sentence":
        """The sentence in which a quotation, given itself or by its id, stands. Raises Misuse where the report lacks it or its article."""
        from quotecli.objects import sentence_of

        return sentence_of(self, quote)


class Change(NamedTuple):
    """What the fewer of those who print an utterance have at one place."""

    before: str  # what most have (JSON: "from")
    after: str  # what these have (JSON: "to")
    risk: bool  # the meaning may be another


class Origin(NamedTuple):
    """A printing that shares changes with another."""

    quote: str  # its quote's id
    shared: tuple[Change, ...]


# On what it rests where a wording comes from. descends: it shares changes with an earlier one, and has all of its. mixed: with several, and
# from none alone. kindred: with an earlier one that has others which it lacks. unordered: with some of which nobody knows who came first.
# own: nobody before it has its changes. none: it has none that tell, and only the order in time is known.
Basis = Literal["descends", "mixed", "kindred", "unordered", "own", "none"]


class Step(NamedTuple):
    """One printing of an utterance, and where its wording comes from."""

    variant: Variant
    published: str | None  # of its article
    changes: tuple[Change, ...]  # that nobody makes by himself
    basis: Basis
    origins: tuple[Origin, ...]  # several that share the same are of one day, and any of them may be it


class Chain(NamedTuple):
    """The printings of an utterance in the order of time, those without a date last."""

    cluster: Cluster
    steps: tuple[Step, ...]


@on_a_page
class Sentence(NamedTuple):
    """A quotation in its sentence."""

    quote: Quote
    start: int  # of the sentence, in the article
    end: int
    before: str  # what stands before the quotation in the sentence
    words: str  # the quotation as printed, marks included
    after: str


@in_a_line
class Findings(NamedTuple):
    """What `quotes find` answers."""

    words: str  # that were looked for
    found: tuple[Finding, ...]  # exact ones first, the earliest printed first; then the others, the most similar first
    report: Report  # the articles and quotations that they, and the chains, stand in; of an article only these quotations
    searched: int  # articles
    chains: tuple[Chain, ...] = ()  # where they were asked for: of the utterances that the findings report


class Revision(NamedTuple):
    """What became of a quotation between two versions of its article."""

    before: Quote | None  # None: it is new
    after: Quote | None  # None: it is gone
    edits: tuple[Edit, ...] = ()  # what differs in the newer one from the older
    reattributed: bool = False  # the words are another's now


class Revised(NamedTuple):
    """An article that came again with another text."""

    older: Source
    newer: Source
    version: int  # of the newer one; the older one's is one less
    seen: tuple[str, str]  # when each was added to the archive, ISO 8601, UTC
    revisions: tuple[Revision, ...]


class Figure(NamedTuple):
    """A share, of which it is told of how many, and between which bounds 95 of 100 collections of the same sort would have it."""

    name: str
    part: int
    whole: int  # above 0
    low: float | None = None  # None: there is too little to tell
    high: float | None = None

    @property
    def value(self) -> float:
        """0 to 1."""
        return self.part / self.whole


class Band(NamedTuple):
    """How many of the attributions of some confidence are right."""

    low: float
    high: float
    right: int
    given: int


MissName = Literal["not found", "not annotated", "not kept out", "nobody named", "wrong speaker"]


class Miss(NamedTuple):
    """Where the answer is another than the annotation."""

    what: MissName
    source: str  # the article's name
    start: int
    end: int
    text: str
    expected: str | None = None  # whoever was annotated
    said: str | None = None  # whoever is given
    confidence: float | None = None


class Scored(NamedTuple):
    """An annotated article."""

    name: str
    quotes: int  # that were annotated


class Evaluation(NamedTuple):
    """What `quotes eval` answers."""

    articles: tuple[Scored, ...]
    figures: tuple[Figure, ...]
    bands: tuple[Band, ...]
    misses: tuple[Miss, ...]
    skipped: tuple[Skipped, ...] = ()


class Refusal(NamedTuple):
    """Marks that were seen and not taken for a quotation: nothing vanishes."""

    start: int
    end: int
    reason: str  # apostrophe, inch mark, stray opening mark, unclosed, markup, …


class Token(NamedTuple):
    """A word, number or mark of a wording, where it stands in the article."""

    text: str
    start: int
    end: int
    spaced: bool  # white space stands before it


@in_a_line
class Witness(NamedTuple):
    """One wording with everyone who prints it so."""

    text: str
    variants: tuple[Variant, ...]  # all of this same wording; one source may stand here more than once
    speakers: tuple[str | None, ...]  # of each variant: the name it is attributed to


class Column(NamedTuple):
    """One place of the alignment table: what each witness has there."""

    tokens: tuple[Token | None, ...]  # one a witness, in order; None: nothing there
    same: tuple[bool, ...]  # whether the witness agrees there with the base, the first witness


class Reading(NamedTuple):
    """What some witnesses have at a place where the base has something else."""

    text: str
    witnesses: tuple[int, ...]  # indices into Collation.witnesses
    type: str  # an edit type
    risk: bool


class Place(NamedTuple):
    """A run of columns in which some witness differs from the base."""

    start: int  # first column
    end: int  # past the last column
    base: str  # what the base has there; may be empty
    readings: tuple[Reading, ...]


@on_a_page
class Collation(NamedTuple):
    """A cluster laid out for reading: the alignment table and the places where the witnesses differ."""

    cluster: Cluster
    witnesses: tuple[Witness, ...]  # the base first
    columns: tuple[Column, ...]
    places: tuple[Place, ...]


class Sign(NamedTuple):
    """What speaks for or against a candidate: a row of the table of weights."""

    name: str  # "before say fin": in the words of the table
    weight: float  # added to the candidate's sum; below 0 it speaks against


class Contender(NamedTuple):
    """A mention that may name the speaker, and what was weighed for it."""

    mention: str
    start: int  # of the mention
    end: int
    via: str  # the strongest kind of evidence for it
    share: float  # 0 to 1: of the belief; all contenders and nobody together make 1
    signs: tuple[Sign, ...]  # of the strongest evidence, by the size of their weights


class Meant(NamedTuple):
    """Who the mention of a speaker means."""

    name: str | None  # None where the text does not tell
    why: str  # surname, apposition, speaker-above, …
    certainty: float  # 0 to 1: how often such a step is right, where the mention is
    instead: str | None = None  # who else it might have been


class Weighing(NamedTuple):
    """Everybody who may have said a quotation."""

    quote: str  # the quote's id
    contenders: tuple[Contender, ...]  # the strongest first; none where nothing in the text tells
    nobody: float  # 0 to 1: the share of belief that none of them said it
    meant: Meant | None  # who the strongest mention means; None where no mention was chosen


@on_a_page
class Explanation(NamedTuple):
    """Why one source's quotations were read as they were: what `quotes explain` shows."""

    source: Source
    quotes: tuple[Quote, ...]
    refusals: tuple[Refusal, ...]
    reasons: dict[str, str]  # by kind of evidence (Speaker.via): what in the world it rests on
    weighings: tuple[Weighing, ...] = ()  # one a quote, where they were asked for


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
