"""Verb groups: which word carries the meaning, whether it is passive or denied; the pass over the sentence gives each its subject."""

from __future__ import annotations

from quotecli.find import classes as c
from quotecli.find.noun_phrases import Noun
from quotecli.find.tokens import Tokens
from quotecli.lexicon.en import grammar


class Verb:
    """A verb group with its subject."""

    __slots__ = ("a", "b", "clause", "cue", "denied", "form", "head", "how", "object", "over", "passive", "rival", "subject")

    def __init__(self, t: Tokens, form: str, a: int, b: int, letters: str, lo: int) -> None:
        self.a, self.b = a, b
        self.form = form  # fin, inf, ing, part, bare
        head = b - 1
        while head > a and letters[head - lo] == "A":
            head -= 1
        self.head = head
        self.passive = letters[head - lo] == "L" and _passive(t, form, a, head, letters[a - lo : head - lo])
        self.cue = t.tags[head] & c.ANYCUE  # SAY, LABEL, WEAK or 0
        self.denied = False
        for word in t.low[max(lo, a - 1) : head]:
            if word in grammar.NEGATIONS or word.endswith("n't"):
                self.denied = True
        self.subject: Noun | None = None
        self.rival: Noun | None = None  # who acts in the second reading
        self.object: Noun | None = None
        self.over: Verb | None = None  # the verb that reports or governs it
        self.how = "none"  # how the subject was found
        self.clause = "main"  # main, sub, as, relative, reported

    def __repr__(self) -> str:
        return f"<{self.form} {self.a}:{self.b} {self.clause} {self.how} {self.subject}>"


def _passive(t: Tokens, form: str, a: int, head: int, group: str) -> bool:
    """Whether a group that ends in a participle is passive: was told, being told, told; not: he's said it."""
    if t.low[a] == "'s" and t.tags[head] & c.SAY:
        return False
    return "B" in group or form == "part" or (form == "ing" and t.low[a] in grammar.PASSIVE_ING)
