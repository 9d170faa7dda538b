"""Where a quotation stands, and what a rule is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from quotecli.find.article import Article, Hit
from quotecli.find.subjects import (
    Range,
    head,
)
from quotecli.find.tokens import (
    COMMA,
    DASH,
    Tokens,
)
from quotecli.model import Span

REACH = 70
"""Tokens looked at on either side of a quotation; more pays nothing on annotated news."""


OPENING = 25
"""Tokens of a sentence in which the participle that opens it may stand."""


MEMORY = 12
"""Sentences of a paragraph that a speaker is carried over."""


LABEL_REACH = 9
"""Tokens between a labelling verb and its label."""


class Site(NamedTuple):
    """A quotation where it stands: its paragraph, its token and its sentence."""

    article: Article
    block: int
    t: Tokens
    i: int  # its token
    lo: int  # first token of its sentence
    hi: int  # past the last token of its sentence

    @property
    def final(self) -> str:
        """The punctuation that ends the quotation's words."""
        return self.t.final[self.i]

    @property
    def alone(self) -> bool:
        """Whether nothing but quotations stands in the sentence."""
        return self.t.bare(self.t.sentence_of[self.i])

    @property
    def leads(self) -> bool:
        """Whether the quotation's own comma, or one right behind it, sends the reader on to its reporting clause."""
        following = self.t.tags[self.i + 1] if self.i + 1 < self.hi else 0
        return (self.final in (",", "?", "!", "…", "—", "–", "-", "--") and self.final != "") or bool(following & (COMMA | DASH))


Rule = Callable[[Site], Hit | None]


class Card(NamedTuple):
    """A rule with its reason, its examples and how often it is right on annotated news."""

    name: str
    apply: Rule
    reason: str
    finds: tuple[tuple[str, str], ...]
    leaves: tuple[str, ...]


_CARDS: list[Card] = []


def rule(name: str, *, reason: str, finds: tuple[tuple[str, str], ...], leaves: tuple[str, ...] = ()) -> Callable[[Rule], Rule]:
    """Put a function on the list of rules, with its card."""

    def keep(function: Rule) -> Rule:
        _CARDS.append(Card(name, function, reason, finds, leaves))
        return function

    return keep


def hit_at(site: Site, np: Range, cue: Range | None, via: str, *, noun: bool = False, t: Tokens | None = None) -> Hit:
    """A hit: the head of the noun phrase `np` for the mention and the tokens `cue` for the cue, in `t`, else in the site's paragraph."""
    t = t or site.t
    a, b = head(t, *np)
    span = Span(t.starts[cue[0]], t.ends[cue[1] - 1]) if cue else None
    return Hit(t.starts[a], t.ends[b - 1], span, via, 0.0, noun=noun)
