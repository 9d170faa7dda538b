"""A noun as a piece of HTML, for notebooks: no script, no style; all text goes through the ways by which documents are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from quotecli.model import FAULTS, SPEECH, Cluster, Collation, Edit, Explanation, Quote, Report, Sentence, Span, Variant, Verdict
from quotecli.objects.lines import counts
from quotecli.render.documents import check as checked
from quotecli.render.documents import show
from quotecli.render.documents.html import article, grid, listing
from quotecli.render.documents.nouns import GONE_AND_NEW, Article, Grid, Item, Listing, Words, marked, said_by, same
from quotecli.render.html import safe
from quotecli.render.markdown import matrix_heads, matrix_row
from quotecli.render.matrix import MOST_LINES, meanings_of
from quotecli.render.overview import Overview, overview_of
from quotecli.render.rows import UNKNOWN
from quotecli.render.told import told
from quotecli.render.wording import count, runs, spread, whole
from quotecli.render.wording import wordings as worded


def on_a_page(noun: object) -> str:
    """The noun as HTML."""
    return "".join(PAGES[type(noun)](noun))


def under(title: str, parts: Iterable[str]) -> Iterator[str]:
    """A piece of a page with its heading."""
    return chain((f"<section><p><b>{safe(title)}</b></p>\n",), parts, ("</section>\n",))


def quiet(line: str) -> str:
    """What there is to say of it."""
    return f"<p><small>{safe(line)}</small></p>\n"


# ---- a report ----------------------------------------------------------------------------------------------------------
def report(one: Report) -> Iterator[str]:
    """The overview; of a report whose articles share nothing, the quotations."""
    overview = overview_of(one)
    parts = matrix(overview) if overview.lines else quotations(one)
    missed = (quiet(f"skipped: {skipped.path}: {skipped.reason}") for skipped in one.skipped)
    return under(" · ".join(counts(one)), chain(parts, missed))


def matrix(overview: Overview) -> Iterator[str]:
    """Who printed what, and who left it out."""
    rows = [matrix_row(line) for line in overview.lines[:MOST_LINES]]
    yield from grid(Grid("", matrix_heads(overview), rows))
    meanings = meanings_of(overview)
    yield quiet("; ".join([*meanings, "! the meaning may be another", "≠ another speaker", *rest(len(overview.lines) - MOST_LINES)]))


def quotations(one: Report) -> Iterator[str]:
    """The quotations, whose they are, and where they stand."""
    paths = {source.id: source.path for source in one.sources}
    rows = [(said_by(q), whole(q, " "), f"{paths.get(q.source, q.source)}:{q.line}:{q.column}") for q in one.quotes[:MOST_LINES]]
    yield from grid(Grid("", ("speaker", "quotation", "place"), rows))
    yield from map(quiet, rest(len(one.quotes) - MOST_LINES))


def rest(more: int) -> list[str]:
    """How many are not shown."""
    return [f"and {more:,} more"] if more > 0 else []


# ---- quotations --------------------------------------------------------------------------------------------------------
def about(one: Quote) -> str:
    """Whose words they are, how certain that is, and where they stand."""
    who = said_by(one) if one.kind in SPEECH else f"no speech: {one.why}"
    sure = f"confidence {one.speaker.confidence:.2f}" if one.speaker else ""
    return " · ".join(filter(None, (who, sure, one.kind, one.id)))


def quote(one: Quote) -> Iterator[str]:
    """The words, and whose they are."""
    return listing(Listing("", [Item(same(whole(one, " ")), places=[about(one)])]))


def sentence(one: Sentence) -> Iterator[str]:
    """The sentence with the quotation lit."""
    words = [Words(one.before, "same"), Words(one.words, "lit"), Words(one.after, "same")]
    return listing(Listing("", [Item(words, places=[about(one.quote)])]))


def explanation(one: Explanation) -> Iterator[str]:
    """The article with its quotations lit."""
    made: Article = show.article(one)
    return under(made.title, article(made))


# ---- differences -------------------------------------------------------------------------------------------------------
def edit(one: Edit) -> Iterator[str]:
    """What is gone and what came for it."""
    words = [Words(one.before, "gone"), Words(" ", "same"), Words(one.after, "new")]
    return listing(Listing("", [Item([each for each in words if each.text], one.risk, places=[one.type])]))


def cluster(one: Cluster) -> Iterator[str]:
    """The wordings, the base first, the others with what differs."""
    return differing(one, [item(group.variants) for group in worded(one.variants)])


def item(variants: tuple[Variant, ...]) -> Item:
    """A wording, what it puts at risk, and which articles print it."""
    lines = told(variants[0].edits)
    return Item(words(variants[0]), bool(lines), lines, [", ".join(dict.fromkeys(one.source for one in variants))])


def words(one: Variant) -> list[Words]:
    """The words with their differences in their places; of several paragraphs, whose places only the quotation knows, without."""
    if len(one.text) != one.end - one.start:
        return same(one.text)
    alone = Quote(one.quote, one.source, one.start, one.end, 1, 1, one.text, (Span(one.start, one.end),), "direct")
    return marked(runs(one, alone))


def collation(one: Collation) -> Iterator[str]:
    """Likewise, those apart that differ in their marks only, and with whose words they are."""
    items = [item(witness.variants) for witness in one.witnesses]
    who = ([", ".join(dict.fromkeys(speaker or UNKNOWN for speaker in witness.speakers))] for witness in one.witnesses)
    return differing(one.cluster, [each._replace(below=names) for each, names in zip(items, who, strict=True)])


def differing(one: Cluster, items: list[Item]) -> Iterator[str]:
    """Wordings under the name of whoever said it."""
    gone, new = GONE_AND_NEW["base"]
    several = count(len(items), "wording")
    key = f"<p><small><del>Struck</del>: {gone}. <ins>Underlined</ins>: {new}. !: the meaning may be another.</small></p>\n"
    return under(f"{one.speaker or UNKNOWN} · {spread(one)} · {several}", chain((key,), listing(Listing("", items))))


def verdict(one: Verdict) -> Iterator[str]:
    """The quotation with what differs from the record, and the record's words."""
    lines = told(one.edits)
    passages = one.places or ((one.record,) if one.record else ())
    below = [f"record: {passage.text}" for passage in passages]
    made = Item(checked.words(one), bool(lines) or one.verdict in FAULTS, lines, [about(one.quote)], below)
    return under(one.verdict.replace("-", " "), listing(Listing("", [made])))


PAGES: dict[type, Callable[[Any], Iterator[str]]] = {
    Report: report,
    Quote: quote,
    Sentence: sentence,
    Explanation: explanation,
    Edit: edit,
    Cluster: cluster,
    Collation: collation,
    Verdict: verdict,
}
