"""The report for the terminal: utterances with their wordings, then what only one source has, by speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TextIO

from quotecli.model import SPEECH, Cluster, Quote, Report, Variant
from quotecli.render.console import Look, console, link
from quotecli.render.safe import on_one_line
from quotecli.render.styles import QUIET, RISK, as_text, change, legend, plain, ruled
from quotecli.render.wording import Atlas, Run, Wording, count, disputed, listed, merged, pieces, runs, seen, spread, telling, wordings

if TYPE_CHECKING:
    from rich.console import Console, Group
    from rich.text import Text

UNKNOWN = "Speaker unknown"
NOT_SPEECH = "In quotation marks, but not speech"
BESIDE = 0.36
"""Places stand in a column of their own while it takes no more than this part of the width; else under the words."""
NOTES = 20
"""Width of the column for the kind, the confidence, another speaker, where there is room for it."""
REST = 3
"""So many words of a quote outside its utterances are worth showing among what only one source has."""


def write_table(report: Report, stream: TextIO, look: Look, verbose: bool = False, limit: int | None = None) -> int:
    """Write the tables, at most `limit` rows of them; returns how many rows were left out."""
    page = Page(report, look, verbose)
    out = console(stream, look)
    out.print(page.totals())
    return write_sections(page.sections(), page, out, limit)


def write_sections(sections: Iterable[Section], page: Page, out: Console, limit: int | None) -> int:
    """Write a table each, at most `limit` rows of them all; returns how many rows were left out."""
    room, left_out = limit, 0
    for section in sections:
        shown = section.many if room is None else min(room, section.many)
        left_out += section.many - shown
        room = None if room is None else room - shown
        if shown:
            out.print("", page.table(section._replace(rows=islice(section.rows, shown))), sep="\n")
    return left_out


class Spot(NamedTuple):
    """Where words stand, and what there is to say of it."""

    where: str  # path:line:column
    note: str
    link: str | None = None


class Row(NamedTuple):
    """A wording or a quote: its words, where they stand, and what else there is to say."""

    words: Text
    places: list[Spot]
    risk: bool = False
    risks: list[str] = []  # noqa: RUF012  # never changed
    below: Text | None = None  # under the words and their place


class Section(NamedTuple):
    """A table: an utterance, or a speaker's quotes."""

    title: str
    aside: str  # behind the title
    rows: Iterable[Row]  # made when they are asked for: a long report is cut before that
    many: int
    warning: str = ""  # behind the aside: who else is said to have said it


class Page:
    """One report laid out for one look."""

    def __init__(self, report: Report, look: Look, verbose: bool) -> None:
        self.report, self.look, self.verbose = report, look, verbose
        self.atlas = Atlas(report)
        self.dot = " · " if look.unicode else " - "
        longest = max((len(self.atlas.where(quote.source, quote.start)) for quote in report.quotes), default=0)
        self.aside = longest if longest <= look.width * BESIDE else 0
        self.beyond = NOTES if self.aside and longest + NOTES <= look.width * BESIDE * 1.3 else 0
        self.covered: dict[str, list[tuple[Variant, int]]] = defaultdict(list)
        for number, cluster in enumerate(report.clusters, 1):
            for variant in cluster.variants:
                self.covered[variant.quote].append((variant, number))

    def totals(self) -> Text:
        """The first lines: how much there is, and what the marks mean."""
        speakers = {quote.speaker.name for quote in self.report.quotes if quote.speaker and quote.speaker.name and quote.kind in SPEECH}
        shared = sum(cluster.sources > 1 for cluster in self.report.clusters)
        parts = [
            count(len(self.report.sources), "article"),
            count(sum(quote.kind in SPEECH for quote in self.report.quotes), "quotation"),
            count(len(speakers), "speaker"),
            f"{count(shared, 'utterance')} in more than one source" if shared else "",
            f"{len(self.report.skipped)} skipped" if self.report.skipped else "",
        ]
        line = plain(self.dot.join(part for part in parts if part), "bold", self.look)
        if any(True for cluster in self.report.clusters for variant in cluster.variants for _ in seen(variant.edits)):
            line.append("\n").append_text(legend(self.look))
        return line

    def sections(self) -> Iterator[Section]:
        """The utterances, then the speakers with what only one source has, the unknown and what is no speech last."""
        for number, cluster in enumerate(self.report.clusters, 1):
            yield self.utterance(number, cluster)
        groups: dict[str, list[Quote]] = defaultdict(list)
        for quote in self.report.quotes:
            if self.worth_showing(quote):
                groups[heading(quote)].append(quote)
        for title, quotes in sorted(groups.items(), key=lambda group: (LAST.get(group[0], 0), -len(group[1]), group[0].casefold())):
            yield Section(title, "", map(self.alone, quotes), len(quotes))

    def only_in_one(self) -> Iterator[Section]:
        """What only one source has, source by source."""
        groups: dict[str, list[Row]] = defaultdict(list)
        for quote in self.report.quotes:
            if quote.kind in SPEECH and self.worth_showing(quote):
                groups[quote.source].append(self.alone(quote, named=True))
        for source, rows in groups.items():
            yield Section(f"Only in {on_one_line(self.atlas.names[source])}", "", rows, len(rows))

    def utterance(self, number: int, cluster: Cluster) -> Section:
        """One utterance: a row a wording."""
        grouped = wordings(cluster.variants)
        title = f"{number}  {cluster.speaker or UNKNOWN}"
        rows = (self.wording(wording, cluster) for wording in grouped)
        aside = self.dot.join([spread(cluster), count(len(grouped), "wording")])
        return Section(title, aside, rows, len(grouped), disputed(cluster, self.atlas))

    def wording(self, wording: Wording, cluster: Cluster) -> Row:
        """One wording, whoever prints it so, and the differences that put the meaning at risk."""
        first = wording.variants[0]
        words = as_text(runs(first, self.atlas.quotes[first.quote]), self.look)
        risks = [change(edit.type, edit.before, edit.after, self.look) for edit in merged(first.edits) if edit.risk and telling(edit)]
        return Row(words, list(self.places(wording, cluster)), any(edit.risk for edit in first.edits), risks)

    def places(self, wording: Wording, cluster: Cluster) -> Iterator[Spot]:
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
            notes = [self.other_speaker(variant, cluster), self.dated(variant, cluster)]
            notes += [f"copy of {copies[variant.source]}"] if variant.source in copies else []
            notes += [f"copied by {listed(dict.fromkeys(folded[variant.source]))}"] if variant.source in folded else []
            yield self.spot(variant.source, variant.start, on_one_line(self.dot.join(filter(None, notes))))

    def dated(self, variant: Variant, cluster: Cluster) -> str:
        """When the source printed it, where that orders several."""
        if len(cluster.order) < 2 or variant.source not in cluster.order:
            return ""
        first = "first, " if variant.source == cluster.order[0] else ""
        return first + (self.atlas.sources[variant.source].published or "")[:10]

    def other_speaker(self, variant: Variant, cluster: Cluster) -> str:
        """Whom the words are given to here, where that is not the speaker of the utterance; on which evidence, when asked for."""
        speaker = self.atlas.quotes[variant.quote].speaker
        name = speaker.name if speaker else None
        via = f"{speaker.via} {speaker.confidence:.2f}" if speaker and self.verbose else ""
        return self.dot.join(filter(None, ("" if name == cluster.speaker else name or "no speaker", via)))

    def worth_showing(self, quote: Quote) -> bool:
        """Whether a quote has words of its own beside those of the utterances shown."""
        if quote.id not in self.covered:
            return True
        return sum(len(run.text.split()) for run in self.rest(quote) if run.role == "same") >= REST

    def rest(self, quote: Quote) -> list[Run]:
        """The quote's words, the stretches that stand among the utterances replaced by their numbers."""
        made: list[Run] = []
        at = quote.start
        for variant, number in sorted(self.covered.get(quote.id, ()), key=lambda pair: (pair[0].start, pair[0].end)):
            made.append(Run(own(quote, at, variant.start), "same"))
            made.append(Run(f" ‹{number}› " if self.look.unicode else f" <{number}> ", "new"))
            at = max(at, variant.end)
        made.append(Run(own(quote, at, quote.end), "same"))
        made = [run for run in made if run.text]
        return [made[0]._replace(text=made[0].text.lstrip()), *made[1:]]

    def alone(self, quote: Quote, named: bool = False) -> Row:
        """One quote that no other source has, or what no other source has of it."""
        speaker = quote.speaker
        words = plain("", "", self.look)
        for text, role in self.rest(quote):
            words.append_text(plain(text, QUIET if role == "new" else "", self.look))
        notes = [(speaker and speaker.name) or UNKNOWN.lower()] if named else []
        notes += [quote.kind if quote.kind in SPEECH else (quote.why or "")]
        if speaker:
            notes += [f"{speaker.confidence:.2f}", "" if speaker.name else f"“{speaker.mention}”" if speaker.mention else ""]
            notes += [speaker.via] if self.verbose else []
        notes += ["nested"] if quote.parent else []
        notes += [] if quote.closed else ["no closing mark"]
        return Row(words, [self.spot(quote.source, quote.start, self.dot.join(note for note in notes if note))])

    def spot(self, source: str, offset: int, note: str) -> Spot:
        """A place, with a link to it where the terminal can follow one."""
        place = self.atlas.place(source, offset)
        alone = self.atlas.names[source] == place[0]  # of an article among many in a file, nobody can tell where in the file it stands
        return Spot(self.atlas.where(source, offset), note, self.look.links and link(self.look.links, *place) if alone else None)

    def table(self, section: Section) -> Group:
        """One section: its heading over the whole width, a rule, and a Rich table."""
        from rich.console import Group
        from rich.table import Table

        heading = plain(f"   {section.title}", "bold", self.look)
        if section.aside:
            heading.append_text(plain(self.dot + section.aside, "", self.look))
        if section.warning:
            heading.append_text(plain(self.dot, "", self.look)).append_text(plain(f"! {section.warning}", RISK, self.look))
        # Each gap is a padding and the box's divider; given widths spare Rich the measuring of every cell.
        table = Table(box=ruled(self.look), show_header=False, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), leading=1)
        widths = [width for width in (self.aside, self.beyond) if width]
        for width in (1, self.look.width - 3 - sum(widths) - 2 * len(widths), *widths):
            table.add_column(width=width, overflow="fold")
        for row in section.rows:
            table.add_row(plain("!" if row.risk else "", RISK, self.look), *self.cells(row, len(widths)))
        return Group(heading, plain(("─" if self.look.unicode else "-") * self.look.width, "", self.look), table)

    def cells(self, row: Row, asides: int) -> list[Text]:
        """The words, where they stand and what there is to say of it: in columns as far as there is room, else under the words."""
        words = row.words
        if row.risks:
            words.append("\n").append_text(plain("\n".join(row.risks), RISK, self.look))
        if asides == 2:
            where = linked(plain("\n".join(spot.where for spot in row.places), QUIET, self.look), row.places)
            return [words, where, plain("\n".join(spot.note for spot in row.places), QUIET, self.look)]
        parting = "\n" if asides else self.dot
        lines = (parting.join(filter(None, (spot.where, spot.note))) for spot in row.places)
        places = linked(plain("\n".join(lines), QUIET, self.look), row.places)
        if asides:
            return [words, places]
        words.append("\n").append_text(places)
        return [words.append("\n").append_text(row.below) if row.below else words]


def linked(text: Text, spots: list[Spot]) -> Text:
    """The text with each place in it a link."""
    from rich.style import Style

    at = 0
    for spot in spots:
        at = text.plain.index(spot.where, at)
        if spot.link:
            text.stylize(Style(link=spot.link), at, at + len(spot.where))
        at += len(spot.where)
    return text


def own(quote: Quote, start: int, end: int) -> str:
    """The quote's words inside start:end, a line a paragraph; of a part, no line that is nothing but marks."""
    whole = start == quote.start and end == quote.end
    return "\n".join(text.strip() for _, text in pieces(quote, start, end) if whole or any(map(str.isalnum, text)))


LAST = {UNKNOWN: 1, NOT_SPEECH: 2}


def heading(quote: Quote) -> str:
    """The section that a quote stands in."""
    if quote.kind not in SPEECH:
        return NOT_SPEECH
    return (quote.speaker.name if quote.speaker else None) or UNKNOWN
