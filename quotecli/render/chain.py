"""The chain of an utterance, in words: who printed which wording first, and who shares whose changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import assert_never

from quotecli.model import Chain, Change, Origin, Step
from quotecli.render.console import Look
from quotecli.render.json import Record
from quotecli.render.rows import UNKNOWN, Page, Row, Section, printed
from quotecli.render.safe import on_one_line
from quotecli.render.styles import QUIET, as_text, change, plain
from quotecli.render.wording import Atlas, count, runs


# ---- JSON --------------------------------------------------------------------------------------------------------------
def chain_record(chain: Chain) -> Record:
    """A chain with its printings."""
    return {"utterance": chain.cluster.id, "speaker": chain.cluster.speaker, "printings": [step_record(step) for step in chain.steps]}


def step_record(step: Step) -> Record:
    """One printing, and where its wording comes from."""
    variant = step.variant
    return {
        "quote": variant.quote,
        "source": variant.source,
        "published": step.published,
        "start": variant.start,
        "end": variant.end,
        "text": variant.text,
        "basis": step.basis,
        "changes": [change_record(one) for one in step.changes],
        "origins": [{"quote": one.quote, "shared": [change_record(change) for change in one.shared]} for one in step.origins],
    }


def change_record(one: Change) -> Record:
    """What the fewer have in the place of what most have."""
    return {"from": one.before, "to": one.after, "risk": one.risk}


# ---- words -------------------------------------------------------------------------------------------------------------
def summary(chain: Chain) -> str:
    """How many printings there are, and of how many nobody knows when."""
    undated = sum(not step.published for step in chain.steps)
    known = f"{count(len(chain.steps), 'printing')}, in the order of time"
    return known + (f"; {undated:,} without a date" if undated else "")


def risky(step: Step) -> bool:
    """Whether the meaning may be another than with most."""
    return any(one.risk for one in step.changes)


def told(step: Step, atlas: Atlas, look: Look | None = None) -> str:
    """What is known of where a wording comes from, and on what that rests; harmless."""
    own = changes(step.changes, look)
    shared = [(changes(what, look), names(those, atlas)) for what, those in groupby(step.origins, key=lambda one: one.shared)]
    alike = "; ".join(f"{what} with {who}" for what, who in shared)
    match step.basis:
        case "none":
            said = "order in time only"
        case "own":
            said = f"nobody had it before: {own}"
        case "descends":
            besides = changes((one for one in step.changes if one not in step.origins[0].shared), look)
            more = f"; nobody had before: {besides}" if besides else ""
            said = f"goes back to {shared[0][1]}: shares {shared[0][0]}{more}"
        case "mixed":
            said = f"goes back to several: shares {alike}"
        case "kindred":
            said = f"shares {alike}, and lacks what else is changed there: both have it from another, which is not here"
        case "unordered":
            said = f"shares {alike}; which came first is not known"
        case _:
            assert_never(step.basis)
    return on_one_line(said)


def changes(those: Iterable[Change], look: Look | None) -> str:
    """Changes one after another: `drops “not”, “ferry” became “boat”`."""
    return ", ".join(change(one.before, one.after, look) for one in those)


def names(those: Iterable[Origin], atlas: Atlas) -> str:
    """The outlets of printings, each with its day: `Ledger (2016-12-13) or Post`."""
    return " or ".join(dict.fromkeys(dated(atlas.quotes[one.quote].source, atlas) for one in those))


def dated(source: str, atlas: Atlas) -> str:
    """An outlet, with the day on which it printed an article."""
    day = (atlas.sources[source].published or "")[:10]
    return atlas.label(source) + (f" ({day})" if day else "")


# ---- tables ------------------------------------------------------------------------------------------------------------
def sections(chains: Sequence[Chain], page: Page) -> Iterator[Section]:
    """A table a chain: a row a printing."""
    for chain in chains:
        title = f"Chain: {on_one_line(chain.cluster.speaker or UNKNOWN)}"
        yield Section(title, summary(chain), (row(step, page) for step in chain.steps), len(chain.steps))


def row(step: Step, page: Page) -> Row:
    """One printing."""
    variant, quote = step.variant, page.atlas.quotes[step.variant.quote]
    words = as_text(runs(variant, quote), page.look)
    spot = page.spot(variant.source, variant.start, printed(quote.speaker, None))
    return Row(words, [spot], risky(step), below=plain(told(step, page.atlas, page.look), QUIET, page.look))
