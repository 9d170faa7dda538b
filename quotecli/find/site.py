"""Where a quotation stands, and what a candidate for its speaker is."""

from __future__ import annotations

from typing import NamedTuple

from quotecli.find import classes as c
from quotecli.find.article import Article
from quotecli.find.clauses import Clauses, Noun
from quotecli.find.tokens import Tokens
from quotecli.model import Span


class Site:
    """A quotation where it stands: its paragraph, its token and its sentence."""

    __slots__ = ("_clauses", "alone", "article", "block", "final", "hi", "i", "leads", "lo", "t")

    def __init__(self, article: Article, block: int, t: Tokens, i: int, lo: int, hi: int) -> None:
        self.article, self.t = article, t
        self.block = block  # index of its paragraph; -1 inside another quotation
        self.i = i  # its token
        self.lo, self.hi = lo, hi  # the first token of its sentence, and past the last
        self.final = t.final.get(i, "")  # the punctuation that ends its words
        self.alone = t.bare(t.sentence_of[i])  # nothing but quotations stands in the sentence
        # Its own comma, or one right behind it, sends the reader on to its reporting clause.
        self.leads = self.final in _LEADING or (i + 1 < hi and t.tags[i + 1] & _PARTING != 0)
        self._clauses: Clauses | None = None

    @property
    def clauses(self) -> Clauses:
        """The clauses of its sentence."""
        if self._clauses is None:
            self._clauses = clauses_of(self.t, self.t.sentence_of[self.i])
        return self._clauses


_PARTING = c.COMMA | c.DASH
_LEADING = frozenset((",", "?", "!", "…", "—", "–", "-", "--"))


def clauses_of(t: Tokens, sentence: int) -> Clauses:
    """The clauses of a sentence of `t`, made at the first call."""
    found = t.laid.get(sentence)
    if found is None:
        found = t.laid[sentence] = Clauses(t, *t.sentences[sentence])
    return found


class Candidate(NamedTuple):
    """Somebody who may have said it."""

    start: int  # of the mention, in the article
    end: int
    cue: Span | None  # the words that report, in the article
    via: str  # the kind of evidence
    signs: tuple[str, ...]  # what speaks for or against it: rows of the table of weights
    carried: bool = False  # taken over from another quotation


def at(
    t: Tokens, noun: Noun | tuple[int, int], cue: tuple[int, int] | None, via: str, signs: tuple[str, ...], carried: bool = False
) -> Candidate:
    """A candidate whose mention is the noun phrase and whose cue the tokens `cue`."""
    a, b = (noun.a, noun.reach) if isinstance(noun, Noun) else noun
    span = Span(t.starts[cue[0]], t.ends[cue[1] - 1]) if cue else None
    return Candidate(t.starts[a], t.ends[b - 1], span, via, signs, carried)
