"""A collation seen from one witness: its words against the base's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quotecli.model import Collation, Column, Token
from quotecli.render.wording import Run
from quotecli.text import has_word

DRESS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "‑": "-", "…": "...", "\xa0": " "}
)


class Place(NamedTuple):
    """A stretch of one witness against the base: the same words, or what either has instead."""

    base: tuple[Token, ...]
    here: tuple[Token, ...]
    same: bool


def agrees(column: Column, witness: int, strict: bool) -> bool:
    """Whether a witness has there what the base has; the dress of marks counts only when strict."""
    if column.same[witness] or strict:
        return column.same[witness]
    base, here = column.tokens[0], column.tokens[witness]
    return bool(base and here) and dressed(base) == dressed(here)  # type: ignore[arg-type]  # both are there


def dressed(token: Token) -> str:
    """The token whatever its quotation marks and dashes look like."""
    return token.text.translate(DRESS)


def against(columns: Sequence[Column], witness: int, strict: bool) -> list[Place]:
    """The columns as stretches that agree with the base and stretches that do not."""
    made: list[Place] = []
    for column in columns:
        base, here = column.tokens[0], column.tokens[witness]
        if base is None and here is None:
            continue
        same = agrees(column, witness, strict)
        if not made or made[-1].same != same:
            made.append(Place((), (), same))
        last = made[-1]
        made[-1] = Place(last.base + ((base,) if base else ()), last.here + ((here,) if here else ()), same)
    return made


def spelled(tokens: Iterable[Token]) -> str:
    """Tokens as they are printed, but for white space before the first."""
    return "".join(" " * token.spaced + token.text for token in tokens).strip()


def spaced(tokens: Sequence[Token]) -> str:
    """White space where it stands before the first token."""
    return " " if tokens and tokens[0].spaced else ""


def one_side(places: Iterable[Place], base: bool) -> list[Run]:
    """One of the two wordings, with the words that the other lacks marked."""
    made: list[Run] = []
    for place in places:
        tokens = place.base if base else place.here
        made += [Run(spaced(tokens), "same"), Run(spelled(tokens), "same" if place.same else "gone" if base else "new")]
    return started(made)


def started(made: Iterable[Run]) -> list[Run]:
    """The runs without empty ones, and without white space before the first."""
    kept = [run for run in made if run.text]
    return kept[1:] if kept and not kept[0].text.strip() else kept


def differing(collation: Collation, strict: bool) -> bool:
    """Whether any witness has other words than the base."""
    return any(
        not agrees(column, witness, strict)
        for column in collation.columns
        for witness in range(1, len(collation.witnesses))
        if any(column.tokens)
    )


def changed(collation: Collation, witness: int) -> Iterator[Column]:
    """The columns in which a witness lacks or changes a word of the base."""
    return (column for column in collation.columns if column.tokens[0] and is_word(column.tokens[0]) and not agrees(column, witness, False))


def is_word(token: Token) -> bool:
    """Whether it is a word or a number, not a mark."""
    return has_word(token.text)
