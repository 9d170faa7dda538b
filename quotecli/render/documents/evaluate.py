"""How right the program is, as a document: tables; a row a figure, a band of confidence, or a miss."""

from __future__ import annotations

from collections.abc import Iterator

from quotecli.model import Evaluation
from quotecli.render.documents.nouns import Document, Grid
from quotecli.render.evaluate import BANDS, FIGURES, MISSES, band_row, figure_record, figure_row, miss_row, totals

HEADS = ("row", "name", "value", "low", "high", "part", "whole", "source", "start", "end", "text", "expected", "said", "confidence")


def document(evaluation: Evaluation, misses: bool) -> Document:
    """What `quotes eval` answers."""
    parts = [Grid("Figures", ("Figure", *FIGURES[1:]), list(map(figure_row, evaluation.figures)))]
    if evaluation.bands:
        parts.append(Grid("How far a confidence can be trusted", BANDS, list(map(band_row, evaluation.bands))))
    if misses and evaluation.misses:
        parts.append(Grid("Misses", MISSES, list(map(miss_row, evaluation.misses))))
    return Document(
        title="How right the answers are",
        totals=totals(evaluation),
        parts=parts,
        heads=HEADS,
        rows=rows(evaluation, misses),
        skipped=evaluation.skipped,
    )


def rows(evaluation: Evaluation, misses: bool) -> Iterator[tuple[object, ...]]:
    """The figures, then the bands, then the misses."""
    for figure in evaluation.figures:
        yield ("figure", *figure_record(figure).values(), *[None] * 7)
    for band in evaluation.bands:
        yield ("band", "right", round(band.right / band.given, 4), band.low, band.high, band.right, band.given, *[None] * 7)
    for one in evaluation.misses if misses else ():
        yield ("miss", one.what, *[None] * 5, *one[1:])
