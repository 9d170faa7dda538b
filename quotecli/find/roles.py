"""What each word of a sentence is here: one letter a token, read from left to right.

A word can be several things (“claims”, “report”, “that”); its neighbours decide which it is here, once, and nothing asks again.
The roles:

    D determiner, his   N noun or adjective     C word of a name     M number      T word of time     I one, others, many
    P he, she, I        O him                   ' possessive         A adverb      p preposition      f of      t to
    V finite verb       F infinitive            G -ing               L participle  B be   H have      X do, modals
    R who, which        W whose                 S when, because      Z that        & and, but, or     Q a quotation
    and the marks , . : ; - ( )

What the word alone tells stands in `plain`; names and function words are read in `word_roles`, verbs in `verb_roles`. It is a guess from
word lists and endings, right for some 95 of 100 verbs of news; what it costs is a parser that we do not have.
"""

from __future__ import annotations

from quotecli.find import classes as c
from quotecli.find.plain import ADVERB, OPEN, UNKNOWN, content
from quotecli.find.reading import Reading
from quotecli.find.tokens import Tokens
from quotecli.find.verb_roles import unknown, verb
from quotecli.find.word_roles import FUNCTION, capital, function

_VERBAL, _FINITE = frozenset("VFGLBHX"), frozenset("VBHX")
_CONTENT_VERBS, _FORMS = frozenset("VFGL"), frozenset("VFGLH")
_CLAUSE_ENDS = frozenset(",;:-RSZ&Q")
_TALK_ENDS = frozenset(",;:-Q")
_BEGINS = frozenset("^.:;-(")
_VERB_MAY_FOLLOW = frozenset("XtHRCPIN")


def roles(t: Tokens, lo: int, hi: int) -> str:
    """The roles of the tokens lo..hi, a letter each."""
    reading = Reading(t, lo, hi)
    out, tags = reading.out, t.tags
    previous = "^"
    for j, role in enumerate(t.plain[lo:hi], lo):
        if role in OPEN:
            if role == UNKNOWN:
                role = unknown(reading, j, previous) if previous in _VERB_MAY_FOLLOW else "N"
            elif role == ADVERB:
                role = "N" if previous in "D'" else "A"
            elif role[0] == "^" and previous in _BEGINS:
                role = role[1]
            else:
                role = _read(reading, j, tags[j], previous)
        if role in _VERBAL:
            _note(reading, j, role, tags[j])
        elif role in _CLAUSE_ENDS:
            reading.seen = -1
            if role in _TALK_ENDS:
                reading.talk = -1
        out.append(role)
        previous = role
    return "".join(out)


def _note(r: Reading, j: int, role: str, bits: int) -> None:
    """Keep in mind which verb was the last."""
    if role in _FINITE:
        r.seen = j
    if role in _FORMS:
        r.verbal = j
    if bits & c.SAY and role in _CONTENT_VERBS:
        r.talk = j


def _read(r: Reading, j: int, bits: int, previous: str) -> str:
    """The role of a word whose neighbours decide."""
    named = bits & c.CAP and not r.headline
    role = capital(r, j, bits, previous) if named else ""
    if not role and bits & FUNCTION:
        role = function(r, j, bits, previous)
    if role:
        return role
    if bits & c.VERB:
        return verb(r, j, bits, previous)
    if not bits:
        return unknown(r, j, previous)
    if bits & c.CAP and not named and not bits & ~(c.CAP | c.TITLE | c.ROLE):
        return "C"
    return content(bits)
