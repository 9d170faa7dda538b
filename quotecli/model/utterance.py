"""What several articles print of one utterance, and the report of it all."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from quotecli.model.article import Quote, Skipped, Source
from quotecli.model.shown import in_a_line, on_a_page

if TYPE_CHECKING:
    from quotecli.model.explanation import Sentence


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
