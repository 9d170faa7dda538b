"""The report as one page that needs no network: who printed what, and, built when it is looked at, every wording and every article."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TextIO

from quotecli.model import SPEECH, Chain, Collation, Report
from quotecli.render.embedded import Embedded
from quotecli.render.matrix import MEANINGS, MOST_LINES, UNICODE, meanings_of
from quotecli.render.outlets import GroupBy, Outlet
from quotecli.render.overview import Cell, Line, overview_of
from quotecli.render.rows import NOBODY
from quotecli.render.safe import visible
from quotecli.render.timeline import timeline
from quotecli.render.wording import count

ASSETS = Path(__file__).parent / "page"
NAMED = 2
"""So many speakers stand in the title."""


def write_html(
    report: Report,
    stream: TextIO,
    collations: Sequence[Collation] = (),
    group_by: GroupBy = "publisher",
    chains: Sequence[Chain] = (),
) -> None:
    """Write the page; article text is text there, whatever it looks like, and a Content-Security-Policy lets only our own script run."""
    stream.writelines(parts(report, Embedded(report, collations, group_by, chains), group_by))


def safe(text: object) -> str:
    """Text for an element or an attribute."""
    return escape(visible(str(text)))


def asset(name: str) -> tuple[str, str]:
    """A file of the page, and its hash for the policy."""
    text = (ASSETS / name).read_text("utf-8")
    return text, "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def parts(report: Report, embedded: Embedded, group_by: GroupBy) -> Iterator[str]:
    """The page from top to bottom."""
    style, style_hash = asset("report.css")
    script, script_hash = asset("report.js")
    policy = f"default-src 'none'; style-src {style_hash}; script-src {script_hash}; base-uri 'none'; form-action 'none'"
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
    yield f"<title>{safe(subject(report, embedded))}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    yield from head(report, embedded)
    yield '<div id="frame">\n<form role="search" aria-label="Choose" hidden></form>\n<main id="main" tabindex="-1">\n'
    yield "<noscript><p>Wordings and articles are built by the script of this page, which does not run here.</p></noscript>\n"
    yield from matrix(report, embedded.quotes, group_by)
    yield from timeline(report, embedded.outlets, embedded.quotes)
    for name, title in LISTS.items():
        yield f'<section id="{name}" hidden><h2>{title}</h2><div></div></section>\n'
    yield from skipped(report)
    yield f'</main>\n</div>\n<script type="application/json" id="data">{embedded.text()}</script>\n'
    yield f"<script>{script}</script>\n</body>\n</html>\n"


LISTS = {"utterances": "The wordings", "alone": "Only in one article", "articles": "Articles"}
"""What the script fills."""


def subject(report: Report, embedded: Embedded) -> str:
    """Who is quoted, and where: what the page is about."""
    names = [name for name in embedded.speakers if name]
    who = ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED:,} more" if len(names) > NAMED else "")
    return f"{who or 'Quotations'} in {count(len(report.sources), 'article')}"


def head(report: Report, embedded: Embedded) -> Iterator[str]:
    """Title and totals."""
    spoken = sum(quote.kind in SPEECH for quote in report.quotes)
    publishers = {source.publisher for source in report.sources if source.publisher}
    facts = [
        count(len(report.sources), "article"),
        *([count(len(publishers), "outlet")] if publishers else []),
        count(spoken, "quotation"),
        count(sum(bool(name) for name in embedded.speakers), "speaker"),
        f"{count(len(report.clusters), 'utterance')} in more than one article",
    ]
    yield f'<a class="skip" href="#main">Skip to the quotations</a>\n<header>\n<h1>{safe(subject(report, embedded))}</h1>\n'
    yield f'<p class="quiet">{" · ".join(facts)}</p>\n</header>\n'


# ---- the overview ------------------------------------------------------------------------------------------------------
def matrix(report: Report, quotes: Mapping[str, int], group_by: GroupBy) -> Iterator[str]:
    """Utterances × outlets; where outlets are too many, how many print each. `quotes` are the numbers by which the page knows them."""
    overview = overview_of(report, group_by)
    if not overview.lines:
        return
    heads = [safe(outlet.label) for outlet in overview.outlets] or ["Outlets", "Articles", "Wordings", "First"]
    yield '<section id="overview"><h2>Who printed what</h2>\n'
    yield '<div class="scroll" tabindex="0" role="region" aria-label="Who printed what"><table class="matrix"><thead><tr>'
    yield "".join(f'<th scope="col">{name}</th>' for name in ["#", "Utterance", "Speaker", *heads]) + "</tr></thead><tbody>\n"
    for one in overview.lines:
        yield from row(one, overview.outlets, quotes)
    meanings = meanings_of(overview)
    yield "</tbody></table></div>\n"
    if len(overview.lines) > MOST_LINES:
        yield f'<button type="button" data-rows>All {count(len(overview.lines), "utterance")}</button>\n'
    yield f'<p class="quiet">{"; ".join([*meanings, "! the meaning may be another", "≠ another speaker"])}</p></section>\n'


def row(one: Line, outlets: Sequence[Outlet], quotes: Mapping[str, int]) -> Iterator[str]:
    """One utterance, and a cell an outlet; a click leads to the wording in its article."""
    later = " hidden" if one.number > MOST_LINES else ""
    yield f'<tr data-utterance="{one.number - 1}"{later}><td class="number">{one.number}</td>'
    yield f'<th scope="row"><a href="#at=u{one.number - 1}">{safe(" ".join(one.cluster.text.split()))}</a></th>'
    yield f"<td>{safe(one.cluster.speaker or NOBODY)}</td>"
    if one.cells:
        yield "".join(cell(each, outlet, quotes) for each, outlet in zip(one.cells, outlets, strict=True))
    else:
        marks = f"{'!' if one.risk else ''}{'≠' if one.disputed else ''}"
        counts = (one.cluster.outlets or one.cluster.sources, one.cluster.sources, f"{one.wordings}{marks}", safe(one.first))
        yield "".join(f'<td class="number">{value}</td>' for value in counts)
    yield "</tr>\n"


def cell(one: Cell, outlet: Outlet, quotes: Mapping[str, int]) -> str:
    """What one outlet made of it."""
    meaning = MEANINGS[one.mark] + (", the meaning may be another" if one.risk else "") + (", another speaker" if one.speaker else "")
    said = f'<span class="spoken">{safe(outlet.label)}: {meaning}</span>'
    if one.mark == "absent":
        return f'<td class="mark absent"><span aria-hidden="true">{UNICODE[one.mark]}</span>{said}</td>'
    shown = f"{UNICODE[one.mark]}{'!' if one.risk else ''}{'≠' if one.speaker else ''}"
    kind = f"{one.mark}{' risk' if one.risk or one.speaker else ''}"
    link = f'<a href="#at=q{quotes[one.quotes[0]]}"><span aria-hidden="true">{shown}</span>{said}</a>'
    return f'<td class="mark {kind}">{link}</td>'


def skipped(report: Report) -> Iterator[str]:
    """What could not be read."""
    if report.skipped:
        yield '<section id="skipped"><h2>Skipped</h2><ul>\n'
        yield from (f"<li>{safe(one.path)}: {safe(one.reason)}</li>\n" for one in report.skipped)
        yield "</ul></section>\n"
