"""How right the program is: the figures, how far a confidence can be trusted, and the misses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, BinaryIO, TextIO

from quotecli.model import Band, Evaluation, Figure, Miss
from quotecli.render.console import Look, console
from quotecli.render.json import Record, skipped_record, write_document
from quotecli.render.styles import QUIET, plain, ruled
from quotecli.render.wording import count, flat

if TYPE_CHECKING:
    from rich.table import Table

TOLD = {
    "detection-precision": "What is found is a quotation",
    "detection-recall": "Quotations are found",
    "detection-f1": "Both together (F1)",
    "exact": "Found from mark to mark",
    "attribution": "The right speaker is named",
    "attribution-precision": "A speaker who is named is right",
    "kept-out": "What is no quotation is kept out",
    "links-f1": "Wordings are brought together (F1)",
}
"""The figures in words."""

FIGURES = ("", "%", "95% between", "of")
BANDS = ("Confidence", "Speakers named", "Right")
MISSES = ("What", "Where", "Words", "Annotated", "Given")


# ---- JSON --------------------------------------------------------------------------------------------------------------
def write_json(evaluation: Evaluation, stream: BinaryIO) -> None:
    """Write one document; the misses are always in it."""
    write_document(
        stream,
        figures=map(figure_record, evaluation.figures),
        bands=({"low": one.low, "high": one.high, "given": one.given, "right": one.right} for one in evaluation.bands),
        misses=map(miss_record, evaluation.misses),
        articles=({"name": one.name, "quotes": one.quotes} for one in evaluation.articles),
        skipped=map(skipped_record, evaluation.skipped),
    )


def figure_record(one: Figure) -> Record:
    """A figure, to four places."""
    low, high = (None if bound is None else round(bound, 4) for bound in (one.low, one.high))
    return {"name": one.name, "value": round(one.value, 4), "low": low, "high": high, "part": one.part, "whole": one.whole}


def miss_record(one: Miss) -> Record:
    """A miss."""
    return {
        "what": one.what,
        "source": one.source,
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "expected": one.expected,
        "said": one.said,
        "confidence": None if one.confidence is None else round(one.confidence, 3),
    }


# ---- text --------------------------------------------------------------------------------------------------------------
def write_table(evaluation: Evaluation, stream: TextIO, look: Look, misses: bool = False, limit: int | None = None) -> int:
    """Write the figures and the bands, and if wanted the first misses; returns how many were left out."""
    out = console(stream, look)
    out.print(plain(totals(evaluation), "bold", look), "", sep="\n")
    out.print(table(FIGURES, map(figure_row, evaluation.figures), look))
    if evaluation.bands:
        out.print("", table(BANDS, map(band_row, evaluation.bands), look), sep="\n")
    shown: Sequence[Miss] = evaluation.misses[:limit] if misses else ()
    if shown:
        out.print("", table(MISSES, map(miss_row, shown), look, words=True), sep="\n")
    elif evaluation.misses:
        out.print("", plain("--misses lists them, and where", QUIET, look), sep="\n")
    return len(evaluation.misses) - len(shown) if misses else 0


def totals(evaluation: Evaluation) -> str:
    """What was scored, in numbers."""
    annotated = sum(one.quotes for one in evaluation.articles)
    many = len(evaluation.misses)
    return f"{count(len(evaluation.articles), 'article')} · {count(annotated, 'annotation')} · {many:,} miss{'' if many == 1 else 'es'}"


def figure_row(one: Figure) -> tuple[str, ...]:
    """A figure: in words, in per cent, and of how many."""
    between = f"{one.low:.1%}–{one.high:.1%}" if one.low is not None and one.high is not None else ""
    return TOLD[one.name], f"{one.value:.1%}", between, "" if one.name.endswith("f1") else f"{one.part:,} of {one.whole:,}"


def band_row(one: Band) -> tuple[str, ...]:
    """A band of confidence, and how many of it are right."""
    return f"{one.low:.1f}–{one.high:.1f}", f"{one.given:,}", f"{one.right / one.given:.1%}"


def miss_row(one: Miss) -> tuple[str, ...]:
    """A miss: what went wrong, where, and who said it to whom."""
    given = f"{one.said or ''} ({one.confidence:.2f})" if one.confidence is not None else one.said or ""
    return one.what, f"{one.source}:{one.start}–{one.end}", flat(one.text), flat(one.expected or ""), flat(given)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], look: Look, words: bool = False) -> Table:
    """Rows under a rule: of numbers to the right of their name, or of words."""
    from rich.table import Table

    made = Table(box=ruled(look), show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for number, head in enumerate(heads):
        made.add_column(plain(head, "bold", look), justify="right" if number and not words else "left", overflow="fold")
    for row in rows:
        made.add_row(*(plain(one, "", look) for one in row))
    return made
