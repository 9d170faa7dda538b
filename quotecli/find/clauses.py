"""Clauses: every verb of a sentence with one subject, the clause it stands in, what reports it, its voice and whether it is denied.

One pass over the phrases of the sentence, left to right, with a stack of the clauses that are open. English gives the signs: a relative
pronoun or "when" opens a clause, "that" or a bare noun phrase behind a verb of saying opens what it reports, a comma may close one, and a
verb without a subject of its own goes to the nearest open clause that still waits for its verb. Where two readings are possible, a verb
keeps the other subject as its `rival`; which one speaks is weighed with everything else.

Here stand the marks, the openers and the noun phrases; verbs stand in `finite` and `nonfinite`. “X, who chairs Y, said”: `_relative` opens
the clause of "who", its comma lets `finite` close it.
"""

from __future__ import annotations

from collections.abc import Callable

from quotecli.find import classes as c
from quotecli.find.finite import finite
from quotecli.find.nonfinite import nonfinite
from quotecli.find.noun_phrases import SPEAKING, Noun, joint
from quotecli.find.open_clauses import CLOSABLE, Clause, OpenClauses
from quotecli.find.tokens import Tokens
from quotecli.find.verb_groups import Verb
from quotecli.lexicon.en import grammar

__all__ = ["SPEAKING", "Clauses", "Noun", "Verb"]

DATELINE = 14
"""Tokens of a dateline: LONDON (Reuters) -."""

_VERBS = frozenset(("fin", "inf", "ing", "part", "bare"))
_CLOSING = frozenset((",", ".", "?", "!", "…", "—", "–", "-", "--"))
_DESCRIBED = frozenset(("role", "document", "somebody", "body"))


class Clauses(OpenClauses):
    """The nouns and verbs of one sentence, or of a part of it, in order."""

    __slots__ = ()

    def __init__(self, t: Tokens, lo: int, hi: int) -> None:
        super().__init__(t, lo, hi)
        skipping = False  # in a parenthesis without quotation
        for at, kind in enumerate(self.kinds):
            if kind == "(":
                skipping = not self.holds_quotation(at + 1)
                if not skipping:
                    self.restart()
            elif kind == ")":
                skipping = False
            elif skipping:
                continue
            elif kind == "noun":
                self._noun(at)
            elif kind in _VERBS:
                self._verb(at, kind)
            else:
                mark = _MARKS.get(kind)
                if mark is not None:
                    mark(self, at)
            self.previous = kind
        self.finish()

    # ---- marks and openers -------------------------------------------------------------------------------------------
    def _comma(self, at: int) -> None:
        self.gap += 1

    def _dash(self, at: int) -> None:
        """An insertion, or the end of where the news comes from: LONDON (Reuters) -."""
        t, lo, dash = self.t, self.lo, self.bounds[at]
        if dash - lo <= DATELINE and not any(verb.form == "fin" for verb in self.verbs):
            first = t.words(lo, lo + 1)
            if first.isupper() and len(first) > 2:
                self.restart()
                return
        self.gap += 1

    def _joins(self, at: int) -> None:
        self.joined = True

    def _preposes(self, at: int) -> None:
        self.preposition = self.bounds[at]

    def _reported(self, at: int) -> None:
        """“that” opens what is said; “said that …, and that …”: both are reported by the same verb."""
        if self.joined:
            here: Clause | None = self.now
            while here is not None and here.kind != "reported":
                here = here.up
            if here is not None and here.up is not None:
                self.now = here.up
        self.open("reported", governor=self.now.verb)

    def _subordinate(self, at: int) -> None:
        if self.gap:
            self.promote()
            if self.now.kind != "main" and self.now.verb is not None:
                self.close()
        self.open("as" if self.t.low[self.bounds[at]] == grammar.AS else "sub")

    def _colon(self, at: int) -> None:
        if self.now.verb is None:
            self.restart()

    def _semicolon(self, at: int) -> None:
        self.restart()

    def _stop(self, at: int) -> None:
        if self.t.low[self.bounds[at]] not in ("?", "!"):
            self.restart()

    def _relative(self, at: int) -> None:
        self.promote()
        noun = Noun(self.t, self.bounds[at], self.bounds[at + 1])
        noun.kind = "relative"
        noun.antecedent = self.antecedent(self.t.low[noun.a] in grammar.ACTING_RELATIVES)
        noun.preposition = self.preposition if self.previous == "p" else -1
        self.nouns.append(noun)
        self.open("relative", noun)

    def _quotation(self, at: int) -> None:
        """A quotation is an object, or, where its own comma or stop ends a clause, the end of one."""
        self.object = None
        if self.t.final[self.bounds[at]] not in _CLOSING and self.follows(at + 1) != ",":
            self.gap, self.joined = 0, False
            if self.previous == "noun" and self.now.verb is None and self.now.subject is self.nouns[-1] and self._goes_on_small(at):
                self.now.verb = Verb(
                    self.t, "fin", self.bounds[at], self.bounds[at + 1], self.letters, self.lo
                )  # Keel “felt no need” to go
            return
        subject = self.now.subject
        bare = subject is not None and not any(verb.a > subject.a for verb in self.verbs[-2:])
        if subject is not None and self.now.verb is None and (bare or self._follows_aside(at)):
            self.restart()  # The party “allows us to talk,” said Smith: the quotation was its verb
        self.gap += 1
        self.quoted = True

    def _goes_on_small(self, at: int) -> bool:
        """Whether the words of a quotation begin small: they go on with the sentence."""
        opens = self.t.starts[self.bounds[at]]
        return self.t.text[opens + 1 : opens + 2].islower()

    def _follows_aside(self, at: int) -> bool:
        """Whether a comma ends an insertion right before the phrase; not a comma behind a verb, which announces words."""
        return self.previous == "," and at > 1 and self.kinds[at - 2] not in _VERBS

    # ---- noun phrases ------------------------------------------------------------------------------------------------
    def _noun(self, at: int) -> None:
        a, b = self.bounds[at], self.bounds[at + 1]
        behind = self.preposition if self.preposition >= 0 and self.previous in ("p", "f", "t", "A") else -1
        noun = Noun(self.t, a, b, behind)
        if self.turned is not None and self.turned.a == a:
            noun = self.turned  # the subject of a verb before it: said a lawyer for Harris
        self.preposition = -1
        self.nouns.append(noun)
        if self.letters[a - self.lo] == "W":
            noun.kind = "thing"
            self.open("relative", noun)  # whose company
        elif behind >= 0:
            self._preposed(noun, behind)
        elif noun.kind != "time" and a != self.skip_noun and not self._wider(noun):
            self._free(noun)

    def _wider(self, noun: Noun) -> bool:
        """Whether it is the wider place behind a place, between commas: in Berea, OH, after."""
        if self.gap != 1 or self.previous != "," or len(self.nouns) < 2 or self.nouns[-2].b != noun.a - 1 or self.nouns[-2].preposition < 0:
            return False
        if noun.b >= self.hi or not self.t.tags[noun.b] & c.COMMA:
            return False
        return noun.kind == "place" or (noun.b - noun.a == 1 and len(self.t.low[noun.a]) == 2 and self.t.words(noun.a, noun.b).isupper())

    def _preposed(self, noun: Noun, behind: int) -> None:
        """A noun phrase behind the preposition at that token: it tells who another is, or may yet act."""
        preposition = self.t.low[behind]
        self._belongs(noun, preposition)
        self._entitled(noun)
        owns = noun.b < self.hi and bool(self.t.tags[noun.b] & c.POSS)
        if preposition in grammar.ACCOMPANYING and noun.speaks and not owns and self._apart(behind):
            self.company = noun
        if preposition in grammar.CLAUSE_OR_NOUN and preposition != grammar.LIKE and noun.speaks:
            self.clausal, self.gap = noun, 0

    def _apart(self, behind: int) -> bool:
        """Whether a preposition opens a phrase of its own: "…, with its director promising"; not: she met with Keel, promising."""
        return behind == self.lo or bool(self.t.tags[behind - 1] & (c.COMMA | c.DASH | c.Q | c.COORD))

    def _free(self, noun: Noun) -> None:
        """A noun phrase that is a subject, an object, or a second name for one."""
        if self.joined and self._goes_on(noun):
            self.joined = False
            return
        if self.quoted and self.previous == "Q" and not self.outermost().waiting:
            self.open("main", noun)  # “…,” Mark Orr, the founder of the Orr news and trade empire, said
            self.quoted = False
            return
        if self.gap and not self.joined:
            self.promote()
        if self.clausal is not None and self.gap == 1:
            self.clausal.apposed = noun  # before the head teacher, Rosa Lind, said
            return
        self.clausal = None
        if self.gap:
            while self.now.kind in CLOSABLE and self.now.verb is not None and self.now.up is not None:
                self.now = self.now.up
        if self.now.verb is None:
            self._before_verb(self.now, noun)
        else:
            self._behind_verb(self.now, self.now.verb, noun)
        self.gap, self.joined, self.quoted = 0, False, False

    def _goes_on(self, noun: Noun) -> bool:
        """“a spokesman for the Fish and Wildlife Service said”: behind "and" a name goes on, since somebody before it waits for a verb."""
        if len(self.nouns) < 2 or noun.kind != "name":
            return False
        before = self.nouns[-2]
        waits = (self.now.verb is None and self.now.subject is not None) or self.object is not None
        named = before.preposition >= 0 and before.kind in ("name", "place") and before is not self.object
        return waits and named and before.b == noun.a - 1

    def _belongs(self, noun: Noun, preposition: str) -> None:
        """“a lawyer for Harris”, “someone in the crowd”: what stands behind the preposition tells who it is."""
        owner = self.nouns[-2] if len(self.nouns) > 1 else None
        if owner is None or owner.reach != noun.preposition:
            return
        described = owner.kind in _DESCRIBED or (owner.b - owner.a == 1 and self.t.tags[owner.a] & c.ROLE)  # Officials with the club
        if not described:
            return
        if preposition in grammar.TELLING_WHICH or (preposition in grammar.WHEREABOUTS and self.now.verb is None):
            owner.reach = noun.b

    def _entitled(self, noun: Noun) -> None:
        """“The Society for River Women President Joan Ferrer”: behind the body's name the office, and who holds it."""
        now, tags = self.now, self.t.tags
        if noun.b - noun.a < 3 or self.gap or now.verb is not None:
            return
        if now.subject is not None and (now.subject.apposed is not None or now.subject.kind not in ("name", "body")):
            return
        for j in range(noun.a + 1, noun.b - 1):
            if tags[j] & c.TITLE and tags[j] & c.CAP and tags[j + 1] & c.CAP:
                now.subject = Noun(self.t, j, noun.b)
                return

    def _behind_verb(self, now: Clause, verb: Verb, noun: Noun) -> None:
        noun.coordinated = self.joined
        self.object = noun
        if verb.object is None and not self.gap and not self.joined:
            verb.object = noun
        if now.subject is None:
            now.subject = noun

    def _before_verb(self, now: Clause, noun: Noun) -> None:
        subject = now.subject
        if subject is None:
            now.subject = noun
        elif self.joined:
            if subject.apposed is None or (noun.kind == subject.kind == "name" and subject.apposed.full_name(self.t)):
                now.subject = joint(self.t, subject, noun)  # not: Paul Finch, a retired nurse and father of two
        elif self.gap:
            if now.kind != "relative" and subject.kind != "relative":
                renamed = subject.apposed is None or noun.kind == "name" or subject.apposed.kind != "name"
                subject.apposed = noun if renamed else subject.apposed
        elif self.verbs and self.verbs[-1].form != "fin" and self.verbs[-1].a >= subject.b:
            self.verbs[-1].object = noun  # The Post, citing an aide
        elif now.kind == "relative" and subject.kind == "relative":
            now.subject = noun  # the plan that Smith called
        elif now.kind == "sub" and self.t.low[subject.a - 1 if subject.a else 0] in grammar.ASKING:
            now.subject = noun  # what characteristics he would like
        else:
            self.open("relative", noun)  # the plan the senator

    # ---- verbs -------------------------------------------------------------------------------------------------------
    def _verb(self, at: int, form: str) -> None:
        verb = Verb(self.t, form, self.bounds[at], self.bounds[at + 1], self.letters, self.lo)
        self.verbs.append(verb)
        if form == "fin":
            finite(self, at, verb)
        else:
            nonfinite(self, verb)
        self.gap, self.joined, self.object, self.quoted = 0, False, None, False
        self.preposition, self.clausal, self.company = -1, None, None


_MARKS: dict[str, Callable[[Clauses, int], None]] = {
    ",": Clauses._comma,
    "-": Clauses._dash,
    "&": Clauses._joins,
    "p": Clauses._preposes,
    "f": Clauses._preposes,
    "t": Clauses._preposes,
    "R": Clauses._relative,
    "Z": Clauses._reported,
    "S": Clauses._subordinate,
    ":": Clauses._colon,
    ";": Clauses._semicolon,
    ".": Clauses._stop,
    "Q": Clauses._quotation,
}
"""What the single tokens do to the clauses that are open; the others do nothing."""
