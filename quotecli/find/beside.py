"""What the words beside a mark tell: a reporting clause, an announcement, the label of a speaker."""

from __future__ import annotations

import re
from functools import cache

from quotecli.lexicon.en.verbs import SAY_FINITE

# Any word may stand where the verb must, and a set tells which it is: a pattern of them all takes longer to compile than a text to read.
_VERB = "((?:e-)?[a-z]+)"


# Few texts ask for these, and each takes as long to compile as a paragraph to read.
@cache
def _label() -> re.Pattern[str]:
    """A speaker's label in a transcript, or a stage direction."""
    return re.compile(r"[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+){0,3}: ?(?=\S)|\([A-Z ]{3,30}\.?\)")


@cache
def _report() -> re.Pattern[str]:
    """A verb that may report what stands before it."""
    return re.compile(rf" {_VERB}(?=(?: [\w.’'-]{{1,30}}){{0,4}}[.,:])|[,.!?](?= (?:he|she|they|[A-Z][\w.’'-]{{1,30}}) {_VERB}\b)")


@cache
def _introduction() -> re.Pattern[str]:
    """A verb that may announce what follows it."""
    return re.compile(rf"\b{_VERB}[,:] ?$|, {_VERB} (?:[\w.’'-]{{1,30}} ){{0,3}}[\w’'-]{{1,30}}\. ?$")


def reports(text: str, start: int, end: int) -> bool:
    """Whether a reporting clause stands among words that would be a quotation without a closing mark."""
    return any((match[1] or match[2]) in SAY_FINITE for match in _report().finditer(text, start, end))


def introduced(text: str, start: int, end: int) -> bool:
    """Whether what ends there opens a quotation of its own, whatever is still open."""
    match = _introduction().search(text, start, end)
    return match is not None and (match[1] or match[2]) in SAY_FINITE


def labelled(text: str, start: int) -> bool:
    """Whether a speaker's label stands there, or a stage direction: a transcript goes on with somebody else."""
    return (text[start : start + 1] == "(" or ":" in text[start : start + 60]) and _label().match(text, start, start + 60) is not None
