"""Where words were printed, who has them from whom, and what became of them in a later version."""

from typing import Literal, NamedTuple

from quotecli.model.article import Quote, Source
from quotecli.model.shown import in_a_line
from quotecli.model.utterance import Cluster, Edit, Report, Variant


@in_a_line
class Finding(NamedTuple):
    """A stretch of a quotation that has the words which were looked for, or nearly."""

    variant: Variant  # its similarity and edits are against the words looked for
    exact: bool  # all of the words, one after another, apart from their dress


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


@in_a_line
class Findings(NamedTuple):
    """What `quotes find` answers."""

    words: str  # that were looked for
    found: tuple[Finding, ...]  # exact ones first, the earliest printed first; then the others, the most similar first
    report: Report  # the articles and quotations that they, and the chains, stand in; of an article only these quotations
    searched: int  # articles
    chains: tuple[Chain, ...] = ()  # where they were asked for: of the utterances that the findings report
    later: int = 0  # quotations that have the words, were printed later, and were not looked at: no more were asked for


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
