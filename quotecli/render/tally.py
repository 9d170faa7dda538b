"""How many quotations have which verdict, by outlet and by speaker."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, get_args

from quotecli.model import FAULTS, Report, Verdict, VerdictName
from quotecli.render.console import Look
from quotecli.render.json import Record
from quotecli.render.rows import UNKNOWN
from quotecli.render.styles import plain, ruled

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

ORDER: tuple[VerdictName, ...] = tuple(sorted(get_args(VerdictName), key=lambda name: name not in FAULTS))
HEADS = {"typographic": "typo-\ngraphic", "misattributed": "said by\nanother", "not-found": "not\nfound", "out-of-scope": "out of\nscope"}
"""Of the columns whose verdict is too long for one; eight columns and a name fit into 80."""


class Tally(NamedTuple):
    """One outlet's or speaker's quotations."""

    name: str | None  # None: nobody is named
    verdicts: Counter[VerdictName]

    def faults(self) -> int:
        """How many somebody must look at."""
        return sum(many for name, many in self.verdicts.items() if name in FAULTS)


class Tallies(NamedTuple):
    """Both ways to count, those with most faults first."""

    outlets: list[Tally]
    speakers: list[Tally]


def tallies(verdicts: Sequence[Verdict], report: Report) -> Tallies:
    """By publisher, or by article where none is known; and by the name to which the articles attribute the words."""
    outlets = {source.id: source.outlet[1] for source in report.sources}
    return Tallies(
        counted((outlets.get(one.quote.source, one.quote.source), one.verdict) for one in verdicts),
        counted((one.quote.speaker.name if one.quote.speaker else None, one.verdict) for one in verdicts),
    )


def counted(pairs: Iterable[tuple[str | None, VerdictName]]) -> list[Tally]:
    """A tally a name: the most faults first, then the most quotations, nobody last."""
    groups: defaultdict[str | None, Counter[VerdictName]] = defaultdict(Counter)
    for name, verdict in pairs:
        groups[name][verdict] += 1
    made = [Tally(name, verdicts) for name, verdicts in groups.items()]
    return sorted(made, key=lambda one: (one.name is None, -one.faults(), -one.verdicts.total(), one.name or ""))


def tally_records(both: Tallies) -> dict[str, list[Record | str]]:
    """As JSON has them."""
    return {"outlets": [of_one("outlet", one) for one in both.outlets], "speakers": [of_one("speaker", one) for one in both.speakers]}


def of_one(key: str, one: Tally) -> Record:
    """One outlet or speaker; a verdict that no quotation has is 0."""
    return {key: one.name, "quotations": one.verdicts.total(), "verdicts": {name: one.verdicts[name] for name in ORDER}}


def write_tallies(both: Tallies, out: Console, look: Look) -> None:
    """A table each; none of a single row, which says what the totals say."""
    for head, rows in (("Outlet", both.outlets), ("Speaker", both.speakers)):
        if len(rows) > 1:
            out.print("", table(head, rows, look), sep="\n")


def table(head: str, rows: Sequence[Tally], look: Look) -> Table:
    """A row a name, a column for each verdict that is given at all."""
    from rich.table import Table

    given = [name for name in ORDER if any(one.verdicts[name] for one in rows)]
    made = Table(box=ruled(look), show_edge=False, pad_edge=False, padding=0)
    made.add_column(plain(head, "bold", look), overflow="fold", vertical="bottom")
    for name in given:
        made.add_column(plain(HEADS.get(name, name), "bold", look), justify="right", no_wrap=True)
    for one in rows:
        made.add_row(plain(one.name or UNKNOWN, "", look), *(str(one.verdicts[name] or "") for name in given))
    return made
