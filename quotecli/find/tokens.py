"""A paragraph as tokens with coarse classes; a quotation is one token, so that nothing said inside it can act as a cue.

All words between two quotations are cut at once and looked up at once: parallel lists, no object a token. What stands between tokens is
white space, and what prints as none: zero-width characters, and the asterisks and underscores by which Markdown makes words bold.
"""

from __future__ import annotations

import re
from functools import reduce
from itertools import accumulate, compress, count
from operator import or_
from typing import Any

from quotecli.find import classes as c
from quotecli.find.lexemes import COMBINING, FORMAT, lexeme
from quotecli.find.marks import Pair
from quotecli.find.plain import READ
from quotecli.find.sentences import sentences
from quotecli.lexicon.en import grammar, words
from quotecli.model import Span

# Groups are repeated inside (?>…) and not possessively, since Python before 3.11.5 does not go back to where a repetition that fails began;
# and no more often than a word has parts, since each then takes memory.
_WORD = rf"(?>(?:[^\W_]++(?>(?:[{COMBINING}]++|[_{FORMAT}]++(?=[^\W_]))?)){{1,200}})"
# Most words are plain, so they are asked for first; white space, and what prints as none, fails at the second line.
_TOKEN = re.compile(
    rf"""
    ([a-zA-Z]++(?=[ ,])
    |(?=[^\s{FORMAT}])(?:
        https?://\S{{1,200}}|pic\.twitter\.com/\S{{1,60}}
        |(?:[A-Z]-)?(?:[^\W\d_]\.){{2,}}(?:-\w+)*
        |\d+(?:[.,]\d+)*(?:-\w+)*
        |['’](?:s|re|ve|ll|d|m|S)\b
        |{_WORD}(?>(?:(?:[-&/@]|\.(?=[a-z0-9])|['’](?!(?:s|re|ve|ll|d|m)\b)){_WORD}){{0,200}})
        |\.{{2,}}|-{{2,}}
        |[*_]++|[^\w\s]))""",
    re.VERBOSE,
)
EMPHASIS = 3
"""Asterisks or underscores that make words bold, at most."""
BESIDE = c.Q | c.STOP | c.COMMA | c.DASH | c.COLON | c.SEMI | c.COORD | c.ADV
"""What may stand in a sentence with a quotation that still has it to itself: marks, and an "Instead," or "And"."""


class Tokens:
    """One paragraph: parallel lists over its tokens, and its sentences as index ranges."""

    __slots__ = (
        "_bare",
        "_held",
        "ends",
        "final",
        "laid",
        "low",
        "pairs",
        "plain",
        "quote_at",
        "sentence_of",
        "sentences",
        "span",
        "starts",
        "tags",
        "text",
    )

    def __init__(self, text: str, span: Span, pairs: list[Pair]) -> None:
        self.text, self.span, self.pairs = text, span, pairs
        self.low: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tags: list[int] = []
        self.plain: list[str] = []  # the role of each, as far as the word alone tells
        self.quote_at: dict[int, int] = {}  # start of a pair → its token
        self._bare: dict[int, bool] = {}
        self._held: dict[int, int] = {}  # the classes of all words of a sentence
        self.laid: dict[int, Any] = {}  # the clauses of the sentences that somebody asked for
        self.final: dict[int, str] = {}  # token of a quotation → its last mark of punctuation, or ""
        position = span.start
        for pair in pairs:
            self._words(position, pair.start)
            self._quotation(pair)
            position = pair.end
        self._words(position, span.end)
        self.sentences = sentences(self.low, self.tags, self.final)
        self.sentence_of: list[int] = []
        for number, (low, high) in enumerate(self.sentences):
            self.sentence_of += [number] * (high - low)

    def __len__(self) -> int:
        return len(self.low)

    def bare(self, sentence: int) -> bool:
        """Whether nothing but quotations and what may stand beside them is in the sentence."""
        known = self._bare.get(sentence)
        if known is None:
            lo, hi = self.sentences[sentence]
            known = self._bare[sentence] = all(bits & BESIDE for bits in self.tags[lo:hi])
        return known

    def holds(self, sentence: int, bits: int) -> bool:
        """Whether a word of the sentence may be of one of the classes: asked before its clauses are laid out, which takes longer."""
        known = self._held.get(sentence)
        if known is None:
            known = self._held[sentence] = reduce(or_, self.tags[slice(*self.sentences[sentence])], 0)
        return known & bits != 0

    def words(self, a: int, b: int) -> str:
        """The article's own words from token a up to token b."""
        return self.text[self.starts[a] : self.ends[b - 1]] if b > a else ""

    def _quotation(self, pair: Pair) -> None:
        index = len(self.low)
        self.quote_at[pair.start] = index
        self.final[index] = _final(self.text, pair)
        self.low.append('"')
        self.starts.append(pair.start)
        self.ends.append(pair.end)
        self.tags.append(c.Q)
        self.plain.append("Q")

    def _words(self, start: int, end: int) -> None:
        """The words of the text from `start`, where a quotation ends, to `end`, where one begins."""
        if end - start < 2 and (end <= start or self.text[start] == " "):
            return
        parts = _TOKEN.split(self.text[start:end])  # white space, token, white space, token, …
        if len(parts) < 2:
            return
        places = list(accumulate(map(len, parts), initial=start))
        first = len(self.low)
        low, bits, plain, looks = zip(*map(lexeme, parts[1::2]), strict=True)
        self.low += low
        self.tags += bits
        self.plain += plain
        self.starts += places[1:-1:2]
        self.ends += places[2::2]
        if True in looks:
            self._look(list(compress(count(first), looks)), end)

    # ---- words whose neighbour decides
    def _look(self, looks: list[int], end: int) -> None:
        gone = set[int]()
        for i in looks:
            bits = self.tags[i]
            if bits & c.SEMI:
                if self._dress(self.starts[i], self.ends[i]):
                    gone.add(i)
                continue
            before = i - 1
            while before in gone:
                before -= 1
            self._decide(i, bits, before)
            if self._abbreviates(i, end):
                self.ends[i] = self.ends[i + 1]
                gone.add(i + 1)
        if gone:
            for column in (self.low, self.starts, self.ends, self.tags, self.plain):
                _drop(column, gone, looks[0])

    def _decide(self, i: int, bits: int, before: int) -> None:
        """'s after a pronoun is a verb, Will behind a verb is a name."""
        behind = self.tags[before] if before >= 0 else c.STOP
        if bits & c.POSS:
            if before >= 0 and (behind & (c.PRON | c.REL) or self.low[before] in grammar.TAKES_IS):
                self.tags[i], self.plain[i] = c.AUX | c.BE, READ
        elif bits & c.CAP and bits & c.AUX and not behind & c.STOP:
            self.tags[i], self.plain[i] = bits & ~c.AUX, READ

    def _dress(self, start: int, end: int) -> bool:
        """Whether asterisks or underscores make words bold: one with white space on both sides is a bullet or a rule, and separates."""
        before, after = self.text[start - 1 : start] or " ", self.text[end : end + 1] or " "
        opens = not before.isalnum() and not after.isspace()
        return end - start <= EMPHASIS and (opens or not (before.isspace() or after.isalnum()))

    def _abbreviates(self, i: int, end: int) -> bool:
        """Whether a full stop follows at once and belongs to the word."""
        text, dot = self.text, self.ends[i]
        if i + 1 >= len(self.low) or self.low[i + 1] != "." or self.starts[i + 1] != dot:
            return False
        word = self.low[i].rpartition("-")[2]
        if len(word) == 1 and text[dot - 1].isupper():
            return text[dot + 1 : dot + 3].strip()[:1].isupper()  # Donald J. Trump
        if word not in words.ABBREVIATIONS or len(word) == 1:
            return False
        after = text[dot + 1 : min(dot + 4, end)].lstrip()
        if not after:
            return False
        return word not in words.ABBREVIATIONS_AT_END or after[0].islower() or after[0] in ",;:)'’"


def _drop(column: list[Any], gone: set[int], first: int) -> None:
    """Take the entries with those indices, of which `first` is no later than the first, out of the column."""
    column[first:] = [value for i, value in enumerate(column[first:], first) if i not in gone]


def _final(text: str, pair: Pair) -> str:
    """The punctuation that ends the quotation's own words, or "" after a letter."""
    end = pair.end - pair.closing
    while end > pair.start and text[end - 1] in " \u00a0’'”\"»":
        end -= 1
    last = text[end - 1]
    return last if last in ",.?!…—–-:;" else ""
