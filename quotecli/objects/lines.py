"""A noun in a line, for `repr`: what it is and how much of it, never an article's text; of a quotation the first words.

What an article wrote stands between quotation marks of Python, so that nothing in it acts on a terminal.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from quotecli.model import (
    Cluster,
    Collation,
    Edit,
    Explanation,
    Finding,
    Findings,
    Passage,
    Quote,
    Report,
    Sentence,
    Source,
    Variant,
    Verdict,
    Witness,
)
from quotecli.render.wording import count

MOST = 40
"""Characters that are shown of words or a name."""


def in_a_line(noun: object) -> str:
    """`<Quote 'metro:12': direct, 'Ann Lee', 'We will not raise taxes…'>`."""
    return f"<{type(noun).__name__} {LINES[type(noun)](noun)}>"


def short(words: str | None) -> str:
    """The first words on one line, spelled by Python's rules, which show what would act."""
    if words is None:
        return "nobody"
    line = " ".join(words[: 4 * MOST].split())
    return repr(line if len(line) <= MOST and len(words) <= 4 * MOST else line[: MOST - 1].rstrip() + "…")


def counts(one: Report) -> tuple[str, str, str]:
    """How many articles, quotations and utterances there are."""
    return count(len(one.sources), "article"), count(len(one.quotes), "quotation"), count(len(one.clusters), "utterance")


def report(one: Report) -> str:
    """How many there are of everything."""
    return f"of {', '.join(counts(one))}{f', {len(one.skipped)} skipped' if one.skipped else ''}"


def source(one: Source) -> str:
    """Which article, and how long it is."""
    return f"{short(one.id)}: {short(one.path)}, {one.format}, {count(len(one.text), 'character')}"


def quote(one: Quote) -> str:
    """Who said what."""
    who = one.why if one.kind == "other" else short(one.speaker and (one.speaker.name or one.speaker.mention))
    return f"{short(one.id)}: {one.kind}, {who}, {short(one.text)}"


def variant(one: Variant) -> str:
    """Where a wording stands; its edits are not worked out for this."""
    return f"{short(one.quote)} {one.start}-{one.end}: {short(one.text)}"


def edit(one: Edit) -> str:
    """What became of what."""
    return f"{one.type}: {short(one.before)} → {short(one.after)}{', risk' if one.risk else ''}"


def cluster(one: Cluster) -> str:
    """An utterance."""
    return f"{short(one.id)}: {short(one.speaker)}, {count(one.sources, 'article')}, {short(one.text)}"


def collation(one: Collation) -> str:
    """An utterance laid out."""
    return f"of {short(one.cluster.id)}: {count(len(one.witnesses), 'wording')}, {count(len(one.places), 'place')}"


def verdict(one: Verdict) -> str:
    """A quotation and its verdict."""
    return f"{one.verdict}: {short(one.quote.id)}, {short(one.quote.text)}"


LINES: dict[type, Callable[[Any], str]] = {
    Report: report,
    Source: source,
    Quote: quote,
    Variant: variant,
    Edit: edit,
    Cluster: cluster,
    Collation: collation,
    Verdict: verdict,
    Sentence: lambda one: f"of {short(one.quote.id)} {one.start}-{one.end}",
    Passage: lambda one: f"{one.start}-{one.end}: {short(one.speaker)}, {short(one.text)}",
    Witness: lambda one: f"in {count(len(one.variants), 'place')}: {short(one.text)}",
    Finding: lambda one: f"{'exact' if one.exact else 'near'}: {variant(one.variant)}",
    Findings: lambda one: f"of {short(one.words)}: {len(one.found)} in {count(one.searched, 'article')}",
    Explanation: lambda one: f"of {short(one.source.id)}: {count(len(one.quotes), 'quotation')}, {len(one.refusals)} refused",
}
