"""The rows of the details: every wording with whoever prints it so, and what only one article has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotecli.model import SPEECH, Cluster, Quote, Report, Speaker, Variant
from quotecli.render.console import Look, link
from quotecli.render.details import Details
from quotecli.render.outlets import GroupBy
from quotecli.render.overview import overview_of
from quotecli.render.safe import on_one_line
from quotecli.render.styles import as_text, plain
from quotecli.render.told import Votes, told, votes
from quotecli.render.wording import Atlas, Wording, count, disputed, listed, pieces, runs, spread, whole, wordings
from quotecli.text import has_word

if TYPE_CHECKING:
    from rich.text import Text

UNKNOWN = "Speaker unknown"
NOBODY = "nobody named"
ALONE = "Only in one article"
REST = 3
"""So many words of a quote outside its utterances are worth showing among what only one article has."""


class Spot(NamedTuple):
    """Where words stand, who is said there to have said them, and what else there is to say of it."""

    outlet: str  # its label
    when: str  # the date, where it is known
    who: str  # the speaker as printed there
    where: str  # path:line:column
    note: str
    link: str | None = None


class Row(NamedTuple):
    """A wording or a quote, and everywhere it stands so."""

    words: Text
    spots: Sequence[Spot]
    risk: bool = False
    risks: Sequence[str] = ()  # in plain words
    below: Text | None = None  # under the words


class Section(NamedTuple):
    """A table with its heading."""

    title: str
    aside: str  # behind the title
    rows: Iterable[Row]  # made when they are asked for: a long report is cut before that
    many: int
    warning: str = ""  # behind the aside: who else is said to have said it


class Page:
    """One report laid out for one look."""

    def __init__(self, report: Report, look: Look, verbose: bool = False, group_by: GroupBy = "publisher") -> None:
        self.report, self.look, self.verbose = report, look, verbose
        self.overview = overview_of(report, group_by)
        self.atlas = Atlas(report, group_by)
        self.dot = " · " if look.unicode else " - "
        self.covered: dict[str, list[tuple[Variant, int]]] = defaultdict(list)
        for number, cluster in enumerate(report.clusters, 1):
            for variant in cluster.variants:
                self.covered[variant.quote].append((variant, number))

    def sections(self, details: Details = Details()) -> Iterator[Section]:  # noqa: B008  # a named tuple never changes
        """The utterances that were asked for, then what only one article has, what is no speech last."""
        for number, cluster in enumerate(self.report.clusters, 1):
            if details.utterance(number):
                yield self.utterance(number, cluster)
        if details.alone():
            yield from self.only_in_one()

    def only_in_one(self) -> Iterator[Section]:
        """What only one article has, by speaker, the most quoted first; then what is no speech."""
        quotes = [quote for quote in self.report.quotes if self.worth_showing(quote)]
        spoken = [quote for quote in quotes if quote.kind in SPEECH]
        totals = Counter(map(name_of, spoken))
        spoken.sort(key=lambda quote: (not name_of(quote), -totals[name_of(quote)], name_of(quote).casefold(), name_of(quote)))
        others = [quote for quote in quotes if quote.kind not in SPEECH]
        single = "Quotations" if not self.report.clusters and len(self.report.sources) == 1 else ALONE
        for title, found in ((single, spoken), ("In quotation marks, but not speech", others)):
            if found:
                yield Section(title, count(len(found), "quotation") if title == ALONE else "", map(self.alone, found), len(found))

    def utterance(self, number: int, cluster: Cluster) -> Section:
        """One utterance: a row a wording."""
        grouped = wordings(cluster.variants)
        aside = self.dot.join([spread(cluster), count(len(grouped), "wording")])
        rows, title = self.wordings(grouped, cluster), f"{number}  {on_one_line(cluster.speaker or UNKNOWN)}"
        return Section(title, aside, rows, len(grouped), disputed(cluster, self.atlas))

    def wordings(self, grouped: Sequence[Wording], cluster: Cluster) -> Iterator[Row]:
        """Its wordings; how many have which change is counted when the first is asked for."""
        counted = votes(cluster, self.atlas)
        for wording in grouped:
            yield self.wording(wording, cluster, counted)

    def wording(self, wording: Wording, cluster: Cluster, counted: Votes) -> Row:
        """One wording, whoever prints it so, and the differences that put the meaning at risk."""
        first = wording.variants[0]
        words = as_text(runs(first, self.atlas.quotes[first.quote]), self.look)
        lines = told(first.edits, self.look, counted)
        return Row(words, list(self.spots(wording, cluster)), bool(lines), lines)

    def spots(self, wording: Wording, cluster: Cluster) -> Iterator[Spot]:
        """Where a wording stands, copies of an article beside it, and what there is to say of each place."""
        copies = dict(cluster.copies)
        folded: dict[str, list[str]] = defaultdict(list)
        here = {variant.source for variant in wording.variants}
        for variant in wording.variants:
            if self.look.fold and copies.get(variant.source) in here:
                folded[copies[variant.source]].append(variant.source)
        hidden = {source for sources in folded.values() for source in sources}
        for variant in wording.variants:
            if variant.source in hidden:
                continue
            notes = ["first"] if len(cluster.order) > 1 and variant.source == cluster.order[0] else []
            notes += [f"copy of {self.atlas.label(copies[variant.source])}"] if variant.source in copies else []
            copying = (self.atlas.label(source) for source in folded.get(variant.source, ()))
            notes += [f"copied by {listed(dict.fromkeys(copying))}"] if variant.source in folded else []
            speaker = self.atlas.quotes[variant.quote].speaker
            notes += [f"{speaker.via} {speaker.confidence:.2f}"] if speaker and self.verbose else []
            yield self.spot(variant.source, variant.start, printed(speaker, cluster.speaker), notes)

    def alone(self, quote: Quote) -> Row:
        """One quote that no other article has, or that says more than what others have."""
        speaker = quote.speaker
        words = plain(whole(quote), "", self.look)
        notes = [quote.kind if quote.kind in SPEECH else (quote.why or "")]
        if speaker and speaker.name:
            notes += [f"confidence {speaker.confidence:.2f}"]
        notes += [speaker.via] if speaker and self.verbose else []
        notes += ["nested"] if quote.parent else []
        notes += [] if quote.closed else ["no closing mark"]
        if quote.id in self.covered:
            notes += [f"partly in {', '.join(str(number) for number in sorted({number for _, number in self.covered[quote.id]}))}"]
        spoken = quote.kind in SPEECH
        return Row(words, [self.spot(quote.source, quote.start, printed(speaker, None) if spoken else "", notes)])

    def worth_showing(self, quote: Quote) -> bool:
        """Whether a quote has words of its own beside those of the utterances."""
        if quote.id not in self.covered:
            return True
        own, at = 0, quote.start
        for variant, _ in sorted(self.covered[quote.id], key=lambda pair: (pair[0].start, pair[0].end)):
            own += words_in(quote, at, variant.start)
            at = max(at, variant.end)
        return own + words_in(quote, at, quote.end) >= REST

    def spot(self, source: str, offset: int, who: str, notes: Iterable[str] = ()) -> Spot:
        """A place, with a link to it where the terminal can follow one."""
        place = self.atlas.place(source, offset)
        alone = self.atlas.names[source] == place[0]  # of an article among many in a file, nobody can tell where in the file it stands
        address = self.look.links and link(self.look.links, *place) if alone else None
        when = on_one_line((self.atlas.sources[source].published or "")[:10])
        note = on_one_line(self.dot.join(filter(None, notes)))
        return Spot(self.atlas.label(source), when, on_one_line(who), self.atlas.where(source, offset), note, address)


def words_in(quote: Quote, start: int, end: int) -> int:
    """How many words of the quote stand between two offsets; marks are none."""
    return sum(has_word(word) for _, text in pieces(quote, start, end) for word in text.split())


def name_of(quote: Quote) -> str:
    """The speaker's name; empty where nobody is named."""
    return (quote.speaker.name if quote.speaker else None) or ""


def printed(speaker: Speaker | None, expected: str | None) -> str:
    """The speaker as the article has it, and whom that means where it is not the one expected: `“she”, taken for Ann Lee`."""
    if speaker is None or not (speaker.name or speaker.mention):
        return NOBODY
    if speaker.mention is None or speaker.name is None:
        return speaker.name or f"“{speaker.mention}”, {NOBODY}"
    if speaker.name == expected or speaker.name in speaker.mention:
        return speaker.mention
    if expected is None and set(speaker.mention.split()) <= set(speaker.name.split()):
        return speaker.name
    return f"“{speaker.mention}”, taken for {speaker.name}" if expected else f"{speaker.name} (“{speaker.mention}”)"
