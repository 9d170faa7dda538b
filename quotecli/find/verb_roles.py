"""The roles of verbs: finite, infinitive, -ing or participle, or no verb at all but a noun ("the claims", "a statement").

A form in -ed is the past or a participle, a base form is finite behind a plural, "reports" is a noun behind a determiner: what stands on
either side decides, and where it does not, the commoner of the two in news.
"""

from __future__ import annotations

import re

from quotecli.find import classes as c
from quotecli.find.reading import Reading
from quotecli.lexicon.en import grammar
from quotecli.lexicon.en.people import BODIES, DOCUMENTS
from quotecli.lexicon.en.verbs import DISPLAY

NEAR = 12
"""Tokens left of a relative clause within which the verb of the clause around it stands."""
_OBJECT_OPENS = c.DET | c.PRON | c.OBJ | c.POSSPRON | c.Q | c.COMMA | c.NUM | c.REL
_BEHIND_GUESS = c.DET | c.PREP | c.OBJ | c.POSSPRON | c.ADV | c.PRON | c.REL


def unknown(r: Reading, j: int, previous: str) -> str:
    """A word on no list is a noun, but where only a verb can stand."""
    word = r.low[j]
    if previous in "Xt":
        return "F"
    if word in grammar.WEAKENING and r.next(j) & c.VERB:
        return "A"
    if previous == "H" and word[-1] in "dn":
        return "L"
    if previous == "R" and (r.low[j - 1] in grammar.ACTING_RELATIVES or _guessed(r, j)):
        return "V"
    if previous == "C" and "&" in r.out[-4:] and r.seen < 0 and r.next(j) & (c.DET | c.POSSPRON):
        return "V"  # Pirro and Swann own the cinema
    return "V" if _guessed(r, j) and _waited_for(r, j, previous) else "N"


def _guessed(r: Reading, j: int) -> bool:
    """Whether a word on no list behind a name is its verb: Keel squints at the letter."""
    word = r.low[j]
    if word[-1] != "s" or r.seen >= 0 or len(word) < 4 or word.endswith(grammar.NOT_THIRD_PERSON):
        return False
    following = r.next(j)
    return bool(following & _BEHIND_GUESS and not following & c.CAP)


def _waited_for(r: Reading, j: int, previous: str) -> bool:
    """Whether what stands before token j waits for a verb."""
    if previous in "CPI":
        return True
    if previous != "N":
        return False
    if r.out[-2:-1] == ["D"] and "S" in r.out[-4:]:
        return True  # as the race tightens in
    return bool(r.next(j) & c.REL) and r.low[j + 1] == grammar.THAT


# ---- verbs of the lists --------------------------------------------------------------------------------------------
def verb(r: Reading, j: int, bits: int, previous: str) -> str:
    """The role of a word that can be a verb."""
    if _modifies(r, j, bits, previous):
        return "N"
    before = r.behind_adverbs()
    if bits & c.ING:
        return _ing(r, j, bits, previous, before)
    if before in "HB" and bits & c.PART:
        return "L"
    if before in "tX" and bits & c.BASE:
        return "F"
    if bits & c.FIN:
        return _finite(r, j, bits, previous, before)
    if bits & c.PART and not bits & c.BASE:
        return "L"
    return _base(r, j, bits, previous, before)


def _modifies(r: Reading, j: int, bits: int, previous: str) -> bool:
    """Whether a determiner makes it a noun, or part of one: the released report, the call, a newly built wall."""
    if previous in "D'":
        return not (bits & c.FIN and not bits & (c.PART | c.NV) and r.low[j - 1] in grammar.DETERMINERS_ALONE)
    return previous == "N" and bool(bits & (c.PART | c.ING)) and bool(r.tags[j - 1] & c.ADV) and r.out[-2:] == ["D", "N"]


def _ing(r: Reading, j: int, bits: int, previous: str, before: str) -> str:
    if before == "B":
        return "G"
    if r.low[j] in grammar.ING_NOUNS and not (bits & c.SAY and previous == ","):
        return "N"
    described = previous in "NM" and len(r.out) > 1 and r.out[-2] == "D" and not r.somebody(j - 1)
    if described and not bits & c.SAY and (not r.next(j) or r.next(j) & (c.ROLE | c.AUX)):
        return "N"  # a small farming club
    return "G"


# ---- past and third person -----------------------------------------------------------------------------------------
def _finite(r: Reading, j: int, bits: int, previous: str, before: str) -> str:
    if not bits & c.PART:
        return "N" if bits & c.NV and not _verb_not_noun(r, j, bits, previous) else "V"
    following = r.next(j)
    if before == "S" or (r.word_after(j) == grammar.BY and not bits & c.SAY):
        return "L"
    if previous == "p" and r.low[j - 1] not in grammar.BEFORE_PAST:
        return "N" if following & (c.ROLE | c.CAP) or not following & ~c.NV else "L"
    if previous in "^.:;":
        return _opening(bits, following)
    if previous == "V" and following & c.CAP:
        return "N"  # said retired Detective Moira Flett
    return "L" if _describes(r, j, bits, previous) else "V"


def _opening(bits: int, following: int) -> str:
    """A form in -ed that opens the sentence."""
    if not following & ~(c.NV | c.ROLE | c.TITLE):
        return "N" if not bits & c.SAY else "L"  # Worried parents
    return "V" if bits & c.SAY and following & (c.CAP | c.DET | c.ROLE) and not following & c.PREP else "L"


def _describes(r: Reading, j: int, bits: int, previous: str) -> bool:
    """Whether a form that is past or participle belongs to the noun before it, and another verb is the clause's."""
    following = r.next(j)
    if not bits & c.SAY:
        if following & (c.FIN | c.AUX) and following & (c.VERB | c.AUX) and not following & (c.PART | c.NV):
            return True  # the candidates interviewed said
        if previous == "," and following & (c.PREP | c.SUB) and _verb_follows(r, j + 1):
            return True
    if previous in "NC" and r.seen > r.lo and _turned(r, r.seen):
        return True  # “…,” says a source involved in it
    if previous in "NCTOM" and r.seen >= 0 and not r.tags[r.seen] & (c.SAY | c.WEAK | c.AUX):
        return not (bits & c.SAY and _aside(r))  # opened a box marked “…”; an aide who spoke to discuss plans said
    return previous == "N" and r.low[j] in grammar.NAMING_PARTICIPLES and bool(following & c.Q) and not r.somebody(j - 1)


def _aside(r: Reading) -> bool:
    """Whether the verb seen last is that of a relative clause, and the clause around it still waits for its own."""
    before = "".join(r.out[max(0, r.seen - r.lo - NEAR) : r.seen - r.lo]).rstrip("A")
    if not before.endswith("R"):
        return False
    return not any(role in "VBHX" for role in re.split("[,SZ;:]", before[:-1])[-1])


def _turned(r: Reading, j: int) -> bool:
    """Whether the finite verb at token j stands right behind a quotation: its subject follows."""
    at = j - r.lo
    return r.out[at - 1] == "Q" or r.out[max(0, at - 2) : at] == ["Q", ","]


def _verb_follows(r: Reading, j: int) -> bool:
    """Whether another finite verb stands before the next quotation or stop."""
    for bits in r.tags[j : r.hi]:
        if bits & (c.Q | c.STOP | c.SEMI):
            return False
        if bits & c.AUX or (bits & c.FIN and not bits & (c.CAP | c.NV)):
            return True
    return False


# ---- base forms ----------------------------------------------------------------------------------------------------
def _base(r: Reading, j: int, bits: int, previous: str, before: str) -> str:
    if before in "PR":
        return "V"
    if _asked(r):
        return "F"
    if before == "&" and r.seen < 0 and j - 2 >= r.lo and r.verbal >= 0 and _last_verb(r) == "F":
        return "F"
    following = r.next(j)
    if before in ",Q" and bits & c.SAY and not following & (c.COMMA | c.STOP | c.Q) and (not bits & c.NV or _closes(r, j + 2)):
        return "V"  # “…,” say passengers
    if before in "NCI" and r.plural(j - 1):
        return "V" if not bits & c.NV or _goes_on(r, following) or _shows(r, j) else "N"
    if before in "NCO" and r.verbal >= 0 and r.low[r.verbal] in grammar.WITNESSING and following & _OBJECT_OPENS:
        return "F"
    return "N"


_OF_A_SUBJECT = frozenset("DNCMIf'A")


def _asked(r: Reading) -> bool:
    """Whether an auxiliary opened the sentence and only its subject stands since: Did Ann Lee | know?"""
    at = r.seen - r.lo
    if r.seen < 0 or r.out[at] != "X" or (at and r.out[at - 1] != "S"):
        return False
    return len(r.out) > at + 1 and _OF_A_SUBJECT.issuperset(r.out[at + 1 :])


def _last_verb(r: Reading) -> str:
    return next((role for role in reversed(r.out) if role in "VFGLBHX"), "")


def _goes_on(r: Reading, following: int) -> bool:
    """Whether a word that is noun or verb is the verb of the plural before it: an object follows, or it ends a reporting clause."""
    if following & _OBJECT_OPENS or r.out[-3:] == ["C", "&", "C"]:
        return True
    return bool(following & c.STOP) and r.seen < 0 and "Q" in r.out


def _closes(r: Reading, j: int) -> bool:
    return j >= r.hi or bool(r.tags[j] & (c.STOP | c.COMMA))


# ---- claims, reports, calls ----------------------------------------------------------------------------------------
def _verb_not_noun(r: Reading, j: int, bits: int, previous: str) -> bool:
    """Whether "claims", "reports", "calls" is a verb here: behind a subject, and before an object or a clause."""
    if previous == "P":
        return True
    if r.seen >= 0 and previous not in "RA" and not r.tags[r.seen] & (c.SAY | c.WEAK):
        return False
    if r.seen < 0 and _ends_report(r, j, bits, previous):
        return True
    if previous == "&":
        return bool(bits & c.SAY or (j + 1 < r.hi and r.tags[j + 1] & (c.PREP | c.DET) and _verb_before(r)))
    return _subject_before(r, j, previous) and _object_behind(r, j, bits, previous)


def _ends_report(r: Reading, j: int, bits: int, previous: str) -> bool:
    following = r.next(j)
    if following & c.STOP and "Q" in r.out and bits & c.SAY:
        return True  # “…!” a guard shouts.
    return bool(following & (c.COLON | c.Q)) and previous in "NC" and r.low[j] in DISPLAY  # the headline reads: “…”


def _subject_before(r: Reading, j: int, previous: str) -> bool:
    if previous in "CIRAQ),":
        return True
    before = r.low[j - 1] if j > r.lo else ""
    return previous == "N" and (bool(r.tags[j - 1] & c.ROLE) or before in BODIES or before in DOCUMENTS)


def _object_behind(r: Reading, j: int, bits: int, previous: str) -> bool:
    following, word = r.next(j), r.word_after(j)
    if following & c.COMMA and not (bits & c.SAY and j + 2 < r.hi and r.tags[j + 2] & c.Q):
        return False
    if following & _OBJECT_OPENS or word in grammar.OPENS_OBJECT:
        return True
    return _shows(r, j) or (previous == "C" and (word == grammar.TO or bool(following & c.CAP)))


def _shows(r: Reading, j: int) -> bool:
    """Whether a document is before token j and a name behind it: emails show Keel telling."""
    return r.low[j - 1] in DOCUMENTS and bool(r.next(j) & c.CAP)


def _verb_before(r: Reading) -> bool:
    """Whether a finite verb stands before the coordinator that is the last role."""
    return any(role in "VBHX" for role in r.out[-12:-1])
