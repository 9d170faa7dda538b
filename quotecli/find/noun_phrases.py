"""Noun phrases: where their head is and what they stand for: somebody, a body that speaks, a document, a time, a thing.

The kind follows from the head alone, so it is worked out once for each word in small letters.
"""

from __future__ import annotations

from quotecli.find import classes as c
from quotecli.find.tokens import Tokens
from quotecli.lexicon.en import grammar
from quotecli.lexicon.en.people import BODIES, DOCUMENTS
from quotecli.lexicon.en.places import DEMONYMS, PLACES
from quotecli.lexicon.en.verbs import SPEECH_NOUNS

SPEAKING = frozenset({"person", "narrator", "name", "role", "body", "document", "somebody"})
"""The kinds that can say something."""
MANY = 20_000
"""Words whose kind is kept."""
_KINDS: dict[str, str] = {}
_BY_POSITION = c.PRON | c.OBJ | c.REL | c.CAP


class Noun:
    """A noun phrase: its tokens, its head, what it stands behind."""

    __slots__ = ("a", "antecedent", "apposed", "b", "coordinated", "head", "kind", "preposition", "reach")

    def __init__(self, t: Tokens, a: int, b: int, preposition: int = -1) -> None:
        self.a, self.b = a, b
        self.reach = b  # past what belongs to it behind a preposition: a lawyer | for Harris
        self.preposition = preposition  # the token of the preposition that it is the object of, or -1
        self.antecedent: Noun | None = None  # of a relative pronoun: what it stands for
        self.apposed: Noun | None = None  # a second phrase for the same: "the warden, Petra Vance"
        self.coordinated = False  # joined to the one before it by "and"
        self.head = head = a if b - a == 1 else _head(t, a, b)
        word, bits = t.low[head], t.tags[head]
        if bits & _BY_POSITION:
            self.kind = _kind_here(t, a, head, word, bits)
        else:
            self.kind = _KINDS.get(word) or _kind(word, bits)

    @property
    def speaks(self) -> bool:
        """Whether it is somebody, or something that speaks."""
        if self.antecedent is not None:
            return self.antecedent.speaks
        return self.kind in SPEAKING or (self.apposed is not None and self.apposed.kind in SPEAKING)

    def full_name(self, t: Tokens) -> bool:
        """Whether it is a name of two words or more, with whatever titles: ex-Mayor Ann Lee, Sen. Bo Gill of Tarn."""
        a, head, tags = self.a, self.head, t.tags
        return self.kind == "name" and head > a and bool(tags[head - 1] & c.CAP) and not tags[a] & (c.DET | c.POSSPRON)

    def __repr__(self) -> str:
        return f"<{self.kind} {self.a}:{self.b}>"


def joint(t: Tokens, first: Noun, second: Noun) -> Noun:
    """Two noun phrases before one verb, which speak together."""
    both = Noun(t, first.a, second.b)
    both.kind = second.kind if second.kind in SPEAKING else first.kind
    both.head = second.head
    return both


def _head(t: Tokens, a: int, b: int) -> int:
    """The head of a noun phrase: the last word before its "of"."""
    low, tags = t.low, t.tags
    for j in range(a + 1, b):
        if low[j] == grammar.OF:
            return j - 1 if not tags[j - 1] & c.POSS else j - 2
    head = b - 1
    while head > a and tags[head] & c.POSS:
        head -= 1
    return head


def _kind_here(t: Tokens, a: int, head: int, word: str, bits: int) -> str:
    """The kind where the place of the head in its phrase has a say: pronouns and capitals."""
    if head == a:
        if bits & (c.PRON | c.OBJ):
            return "impersonal" if word in grammar.IMPERSONAL else "narrator" if word in grammar.NARRATORS else "person"
        if bits & c.REL:
            return "relative"
    if bits & c.CAP and not (head == a and (bits & (c.DET | c.PREP | c.SUB | c.INDEF) or _only_opens(t, a, word, bits))):
        named_place = word in PLACES and not any(one & (c.TITLE | c.ROLE) for one in t.tags[a:head])
        return "place" if named_place else "name"
    return _kind(word, bits & ~_BY_POSITION)


def _only_opens(t: Tokens, a: int, word: str, bits: int) -> bool:
    """Whether the capital is that of the sentence: Voters said, Emails show."""
    opens = a == 0 or bool(t.tags[a - 1] & (c.STOP | c.Q))
    return opens and bool(bits & c.ROLE or word in DOCUMENTS or word in BODIES)


def _kind(word: str, bits: int) -> str:
    """time, role, body, document, number, impersonal, somebody or thing."""
    kind = _shelved(word, bits)
    if not kind:
        thing = word.endswith(grammar.SOMETHING_ENDINGS) or word in SPEECH_NOUNS
        kind = "thing" if thing or not word.endswith(grammar.SOMEBODY_ENDINGS) else "somebody"
    if len(_KINDS) < MANY and not bits & _BY_POSITION:
        _KINDS[word] = kind
    return kind


def _shelved(word: str, bits: int) -> str:
    """The kind of a word on a shelf; "" for any other."""
    if bits & c.TIME:
        return "time"
    if bits & c.ROLE:
        return "role"
    if word in BODIES:
        return "body"
    if word in DOCUMENTS:
        return "document"
    if bits & c.NUM:
        return "number"
    if bits & c.INDEF:
        return "impersonal" if word in grammar.IMPERSONAL else "somebody"
    return "somebody" if word in DEMONYMS else ""
