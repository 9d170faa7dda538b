"""The report for the terminal: the overview, then the details as tables."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, TextIO

from quotecli.model import SPEECH, Report
from quotecli.render.console import Look, console
from quotecli.render.details import Details
from quotecli.render.matrix import matrix
from quotecli.render.outlets import GroupBy
from quotecli.render.rows import Page, Row, Section, Spot
from quotecli.render.safe import on_one_line
from quotecli.render.styles import QUIET, RISK, legend, plain, ruled, ruled_apart
from quotecli.render.wording import count, seen

if TYPE_CHECKING:
    from rich.console import Console, Group, RenderableType
    from rich.table import Table
    from rich.text import Text

BESIDE = 0.3
"""Places stand in a column of their own while it takes no more than this part of the width; else under the words."""
OUTLET, WHO, WORDS = 15, 24, 8
"""Most columns of an outlet's label and of a speaker as printed, least of the words."""
NARROW = 64
"""Below so many columns the speaker stands under the words, too."""


def write_table(
    report: Report,
    stream: TextIO,
    look: Look,
    verbose: bool = False,
    limit: int | None = None,
    details: Details = Details(),  # noqa: B008  # a named tuple never changes
    group_by: GroupBy = "publisher",
) -> int:
    """Write the overview, and of the details what was asked for, at most `limit` rows; returns how many rows were left out."""
    page = Page(report, look, verbose, group_by)
    out = console(stream, look)
    first = [totals(page), *above(page)]
    out.print(*first, sep="\n")
    sections = page.sections(details)
    marked = any(True for cluster in report.clusters for variant in cluster.variants for _ in seen(variant.edits))
    parts = chain(articles(page, details), rendered(sections, page, limit))
    return write_details(parts, ["", legend(look)] if marked else [], first, out, look, details)


def above(page: Page) -> list[RenderableType]:
    """The overview, with an empty line before it; nothing where no utterance is shared."""
    drawn = list(matrix(page.overview, page.look))
    return ["", *drawn] if drawn else []


Part = tuple[list["RenderableType"], int]
"""Something to print, and how many rows of it the limit left out."""


def write_details(
    parts: Iterable[Part], head: Sequence[RenderableType], before: Sequence[RenderableType], out: Console, look: Look, details: Details
) -> int:
    """Write the details; where they were not asked for and do not fit the screen below what stands there, say how to see them."""
    fitting = details.shown == "auto" and look.height is not None
    room = (look.height or 0) - 1 - (lines_in(before, look) if fitting else 0)
    held: list[RenderableType] = [*head]
    left_out = 0
    for made, missing in parts:
        left_out += missing
        held += made
        if fitting:
            room -= lines_in(made, look)
            if room < 0:
                out.print(plain(MORE, QUIET, look))
                return 0
        else:
            out.print(*held, sep="\n")
            held = []
    if fitting and held:
        out.print(*held, sep="\n")
    return left_out


MORE = "the wordings: --details 2 (of the second) or all, --pager, or -o report.html"


def lines_in(made: Iterable[RenderableType], look: Look) -> int:
    """How many lines they take."""
    stream = io.StringIO()
    console(stream, look).print(*made, sep="\n")
    return stream.getvalue().count("\n")


def totals(page: Page) -> Text:
    """The first line: how much there is."""
    report = page.report
    speakers = {quote.speaker.name for quote in report.quotes if quote.speaker and quote.speaker.name and quote.kind in SPEECH}
    publishers = {source.publisher for source in report.sources if source.publisher}
    shared = sum(cluster.sources > 1 for cluster in report.clusters)
    parts = [
        count(len(report.sources), "article"),
        count(len(publishers), "outlet") if publishers and all(source.publisher for source in report.sources) else "",
        count(sum(quote.kind in SPEECH for quote in report.quotes), "quotation"),
        count(len(speakers), "speaker"),
        f"{count(shared, 'utterance')} in more than one article" if shared else "",
        f"{len(report.skipped)} skipped" if report.skipped else "",
    ]
    return plain(page.dot.join(part for part in parts if part), "bold", page.look)


def write_sections(sections: Iterable[Section], page: Page, out: Console, limit: int | None) -> int:
    """Write a table each, at most `limit` rows of them all; returns how many rows were left out."""
    left_out = 0
    for made, missing in rendered(sections, page, limit):
        left_out += missing
        if made:
            out.print(*made, sep="\n")
    return left_out


MOST_ARTICLES = 40
"""Of more articles, a list of them says nothing."""


def articles(page: Page, details: Details) -> list[Part]:
    """What is known of the articles, where their publisher, date or title is; with the details, for it names what they are about."""
    from rich.table import Table

    look, sources = page.look, page.report.sources
    about = [(one.published, one.title) for one in sources if one.published or one.title or one.publisher]
    if details.shown == "none" or not 0 < len(about) <= len(sources) <= MOST_ARTICLES:
        return []
    label = max([6, *(min(OUTLET, len(page.atlas.label(one.id))) for one in sources)])
    path = min(max(len(on_one_line(page.atlas.names[one.id])) for one in sources), look.width // 3)
    made = Table(box=ruled(look), show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), width=look.width)
    for head, width in (("", 1), ("outlet", label), ("published", 10), ("title", None), ("article", max(7, path))):
        made.add_column(plain(head, QUIET, look), width=width, ratio=None if width else 1, overflow="fold")
    for one in sources:
        cells = (page.atlas.label(one.id), (one.published or "")[:10], one.title or "", page.atlas.names[one.id])
        made.add_row("", *(plain(on_one_line(text), "", look) for text in cells))
    return [(["", plain("Articles", "bold", look), made], 0)]


def rendered(sections: Iterable[Section], page: Page, limit: int | None) -> Iterator[Part]:
    """A table each, an empty line before it."""
    room = limit
    for section in sections:
        shown = section.many if room is None else min(room, section.many)
        room = None if room is None else room - shown
        rows = list(islice(section.rows, shown))
        yield (["", table(section, rows, page)] if shown else []), section.many - shown


def table(section: Section, rows: Sequence[Row], page: Page) -> Group:
    """One section: its heading, and a Rich table with heads."""
    from rich.console import Group
    from rich.table import Table

    look = page.look
    widths = columns_of(rows, look)
    left = look.width - 1 - sum(width + 2 if width else 2 for width in widths.values())
    made = Table(box=ruled_apart(look), show_edge=False, pad_edge=False, padding=0)  # given widths spare Rich the measuring of every cell
    for head, width in (("", 1), *widths.items()):
        made.add_column(plain(head, QUIET, look), width=width or left, overflow="fold")
    for row in rows:
        add(made, row, widths, page)
    return Group(heading(section, page), made)


def heading(section: Section, page: Page) -> Text:
    """The title, how much there is of it, and who is said elsewhere to have said it."""
    text = plain(section.title, "bold", page.look)
    if section.aside:
        text.append_text(plain(page.dot + section.aside, "", page.look))
    if section.warning:
        text.append_text(plain(page.dot, "", page.look)).append_text(plain(f"! {section.warning}", RISK, page.look))
    return text


def columns_of(rows: Sequence[Row], look: Look) -> dict[str, int | None]:
    """The columns that there is room for, each with its width; None: what is left."""
    spots = [spot for row in rows for spot in row.spots]
    label = max([6, *(min(OUTLET, len(spot.outlet)) for spot in spots), *(len(spot.when) for spot in spots)])
    label = min(label, look.width - 5 - WORDS)
    who = max([7, *(min(WHO if look.width >= 100 else 16, len(spot.who)) for spot in spots)])
    where = max([5, *(max(len(spot.where), min(len(spot.note), 24)) for spot in spots)])
    widths: dict[str, int | None] = {"outlet": label, "wording": None}
    if look.width >= NARROW and any(spot.who for spot in spots):
        widths["said by"] = who
    room = look.width - 5 - WORDS - sum(width + 2 for width in widths.values() if width)
    if where <= min(look.width * BESIDE, room) and not any(row.below for row in rows):  # what stands below the words needs the width
        widths["place"] = where
    return widths


def add(made: Table, row: Row, widths: dict[str, int | None], page: Page) -> None:
    """The row, and one for each further outlet that prints the same words."""
    look = page.look
    words = row.words.copy()
    if row.risks:
        words.append("\n").append_text(plain("\n".join(f"! {risk}" for risk in row.risks), RISK, look))
    for number, spot in enumerate(row.spots):
        text = words if number == 0 else plain("the same words", QUIET, look)
        under = [] if "said by" in widths or not spot.who else [spot.who]
        under += [] if "place" in widths else [spot.where, *filter(None, [spot.note])]
        if under:
            text.append("\n").append_text(linked(plain(page.dot.join(under), QUIET, look), spot))
        if row.below and number == 0:
            text.append("\n").append_text(row.below)
        cells = {
            "outlet": plain(spot.outlet, "bold", look).append_text(plain(f"\n{spot.when}" if spot.when else "", QUIET, look)),
            "wording": text,
            "said by": plain(spot.who, "", look),
            "place": linked(plain("\n".join(filter(None, [spot.where, spot.note])), QUIET, look), spot),
        }
        risk = plain("!" if row.risk and number == 0 else "", RISK, look)
        ends = "place" not in widths and number == len(row.spots) - 1  # an empty line follows
        made.add_row(risk, *(cells[name] for name in widths), end_section=ends)


def linked(text: Text, spot: Spot) -> Text:
    """The text, the place in it a link."""
    from rich.style import Style

    if spot.link:
        at = text.plain.index(spot.where)
        text.stylize(Style(link=spot.link), at, at + len(spot.where))
    return text
