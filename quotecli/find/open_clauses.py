"""The clauses of a sentence that are open while it is read: a stack, and what was met since the last noun phrase or verb.

`clauses` moves over the phrases, `finite` and `nonfinite` give verbs their subjects; all three read and change this state. A sentence
opens clauses without end only where print does not ("who said who said …"), so the stack is no higher than DEEP, and a look up it costs
no more than that.
"""

from __future__ import annotations

from quotecli.find import classes as c
from quotecli.find.noun_phrases import Noun
from quotecli.find.phrases import phrases
from quotecli.find.tokens import Tokens
from quotecli.find.verb_groups import Verb
from quotecli.lexicon.en import grammar

DEEP = 24
"""Open clauses at most; news goes eight deep, and beyond this the innermost makes room."""
PARENTHESIS = 30
"""Phrases of a parenthesis that are searched for a quotation."""
CLOSABLE = frozenset(("sub", "as", "relative", "reported"))
"""Clauses that a comma may close."""


class Clause:
    """A clause that is open."""

    __slots__ = ("depth", "governor", "kind", "subject", "up", "verb", "waiting")

    def __init__(self, kind: str, up: Clause | None, subject: Noun | None = None, governor: Verb | None = None) -> None:
        self.kind = kind  # main, sub, as, relative, reported
        self.up: Clause | None = up if up is None or up.depth < DEEP else up.up
        self.depth: int = 1 if self.up is None else self.up.depth + 1
        self.subject = subject
        self.governor = governor  # the verb that reports it
        self.verb: Verb | None = None  # the last one
        self.waiting: list[Verb] | None = None  # participles that opened the sentence: the main subject is theirs

    @property
    def speaks(self) -> bool:
        """Whether its subject can say something."""
        return self.subject is not None and self.subject.speaks


class OpenClauses:
    """A sentence while its phrases are read."""

    __slots__ = (
        "bounds",
        "clausal",
        "company",
        "gap",
        "hi",
        "joined",
        "kinds",
        "letters",
        "lo",
        "nouns",
        "now",
        "object",
        "preposition",
        "previous",
        "quoted",
        "skip_noun",
        "t",
        "turned",
        "verbs",
    )

    def __init__(self, t: Tokens, lo: int, hi: int) -> None:
        self.t, self.lo, self.hi = t, lo, hi
        self.letters, self.kinds, self.bounds = phrases(t, lo, hi)
        self.nouns: list[Noun] = []
        self.verbs: list[Verb] = []
        self.preposition = -1  # the token of one that still waits for its noun phrase
        self.quoted = False  # a quotation that ends a clause stands before this
        self.turned: Noun | None = None  # a noun phrase behind the verb whose subject it is
        self.skip_noun = -1  # a noun phrase that is a verb's subject already
        self.restart()

    def restart(self) -> None:
        """Begin a sentence anew: behind a semicolon, a dateline, a colon."""
        self.now = Clause("main", None)
        self.gap = 0  # commas and dashes since the last noun phrase or verb
        self.joined = False  # and, but or or since then
        self.object: Noun | None = None  # the noun phrase behind the last verb
        self.company: Noun | None = None  # one behind "with", which may act in a participle
        self.clausal: Noun | None = None  # one behind "before" or "after", which may yet prove to be a subject
        self.previous = "^"  # the kind of the last phrase

    def open(self, kind: str, subject: Noun | None = None, governor: Verb | None = None) -> None:
        """Open a clause inside the present one."""
        self.now = Clause(kind, self.now, subject, governor)
        self.gap, self.joined, self.object, self.preposition = 0, False, None, -1

    def close(self) -> None:
        """Go back to the clause around the present one, where there is one."""
        if self.now.up is not None:
            self.now = self.now.up

    def follows(self, at: int) -> str:
        """The kind of the phrase at that index; ^ past the end."""
        return self.kinds[at] if at < len(self.kinds) else "^"

    def holds_quotation(self, at: int) -> bool:
        """Whether the parenthesis open at the phrase holds a quotation, so that it is read as part of the sentence."""
        for kind in self.kinds[at : at + PARENTHESIS]:
            if kind == "Q":
                return True
            if kind == ")":
                return False
        return False

    def joined_object(self) -> bool:
        """Whether the noun phrase behind the last verb stands behind "and"."""
        return self.object is not None and self.object.coordinated

    def promote(self) -> None:
        """“…, and Joan Beck, who …”: the noun phrase behind "and" begins a clause of its own."""
        if self.object is not None and self.object.coordinated:
            self.now = Clause("main", self.now.up, self.object)
            self.object = None

    def outermost(self) -> Clause:
        """The clause that holds all the others."""
        here = self.now
        while here.up is not None:
            here = here.up
        return here

    def waiting(self) -> Clause | None:
        """The nearest open clause that has a subject and waits for its verb."""
        here: Clause | None = self.now
        while here is not None:
            if here.verb is None and here.subject is not None:
                return here
            here = here.up
        return None

    def antecedent(self, personal: bool) -> Noun | None:
        """What a relative pronoun stands for: the noun phrase before it; behind a comma, rather somebody than a place or time."""
        if not self.nouns:
            return None
        last = self.nouns[-1]
        if len(self.nouns) > 1 and last.a and self.t.low[last.a - 1] in grammar.NEGATIONS:
            return self.nouns[-2]  # it was Varga, not Holm, who
        if self.gap and last.preposition >= 0 and not last.speaks:
            subject = self.now.subject
            if subject is not None and self.now.verb is None:
                return subject
        if last.kind == "relative":
            return last.antecedent
        if personal and not last.speaks and last.preposition >= 0 and len(self.nouns) > 1 and self.nouns[-2].speaks:
            return self.nouns[-2]  # says to Lind on camera, who
        return self._one_description(last) or last

    def _one_description(self, last: Noun) -> Noun | None:
        """“a famous person and writer who”: a bare noun behind "and" shares the determiner before it."""
        before = self.nouns[-2] if len(self.nouns) > 1 else None
        if before is None or before.b != last.a - 1 or not self.t.tags[before.b] & c.COORD:
            return None
        shared = self.t.tags[before.a] & c.DET and not self.t.tags[last.a] & (c.DET | c.CAP)
        return Noun(self.t, before.a, last.b) if shared else None

    def finish(self) -> None:
        """Opening participles of a sentence that never got its subject have none."""
        here: Clause | None = self.now
        while here is not None:
            for verb in here.waiting or ():
                verb.subject = verb.subject or here.subject
            here = here.up
        for verb in self.verbs:
            if verb.rival is not None and verb.subject is not None:
                self._unbind(verb, verb.subject)

    def _unbind(self, verb: Verb, subject: Noun) -> None:
        """“He confirmed that Ryan called him and told him to”: nobody is told by himself."""
        low = self.t.low
        if verb.b < self.hi and subject.b - subject.a == 1 and (low[subject.a], low[verb.b]) in grammar.SAME_PERSON:
            verb.subject, verb.rival = verb.rival, subject
