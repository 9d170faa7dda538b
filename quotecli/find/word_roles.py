"""The roles of names and of function words: what a capital, a "that", an "as" or a "some" is where it stands.

Each function word has its own lines here, in the order in which they are asked; none looks farther than to the next mark.
"""

from __future__ import annotations

from quotecli.find import classes as c
from quotecli.find.reading import Reading
from quotecli.lexicon.en import grammar
from quotecli.lexicon.en.people import PARTICLES
from quotecli.lexicon.en.verbs import SPEECH_NOUNS
from quotecli.lexicon.en.words import HAVE, WEEKDAYS_MONTHS

FUNCTION = c.PRON | c.REL | c.OBJ | c.POSSPRON | c.DET | c.PREP | c.SUB | c.COORD | c.ADV | c.AUX | c.INDEF

NEAR, FAR = 9, 24
"""Tokens within which a clause shows its verb; the second, behind an insertion."""


# ---- capitals ------------------------------------------------------------------------------------------------------
def capital(r: Reading, j: int, bits: int, previous: str) -> str:
    """C or T for a word of a name; "" where the capital only begins the sentence."""
    if bits & c.PRON:
        return "P"
    begins = previous in "^.:;-(" or (previous == "Q" and not bits & ~(c.CAP | FUNCTION | c.VERB))
    following = r.next(j)
    if begins and bits & (FUNCTION | c.VERB | c.NUM | c.TIME):
        return "C" if _name_at_start(r, j, bits, following) else ""
    if r.low[j] not in WEEKDAYS_MONTHS:
        return "C"
    if previous in "^Q" and following & c.FIN and following & c.SAY:
        return "C"  # “No,” May said
    if r.word_after(j) in PARTICLES:
        return "C"  # Jan van der Meulen
    return "T" if previous != "C" and (previous == "p" or not following & c.CAP) else "C"


def _name_at_start(r: Reading, j: int, bits: int, following: int) -> bool:
    """Whether a word that is more than a name is one at the beginning of a sentence."""
    if bits & c.GUESS and following & (c.COMMA | c.VERB | c.AUX | c.POSS | c.CAP):
        return True  # Sneed, who; Ahmed said
    if bits & c.AUX and following & c.VERB and following & c.FIN and not following & c.BASE:
        return True  # May said
    if not bits & c.AUX or not following & c.CAP or bits & (c.DET | c.PREP | c.SUB | c.SAY | c.COORD):
        return False
    return bool(j + 2 < r.hi and r.tags[j + 2] & c.VERB)  # Will Hale said


# ---- function words ------------------------------------------------------------------------------------------------
def function(r: Reading, j: int, bits: int, previous: str) -> str:
    """The role of a function word; "" where it is another word here."""
    if bits & c.REL:
        return _relative(r, j, previous)
    if bits & c.PRON:
        return "P"
    if bits & c.AUX:
        return _auxiliary(r.low[j], bits, previous)
    word = r.low[j]
    if word == grammar.TO:
        return "t" if r.next(j) & (c.BASE | c.BE | c.ADV | c.AUX) else "p"
    if word == grammar.OF:
        return "f"
    if bits & (c.POSSPRON | c.OBJ):
        return _pronoun(r, j, bits, previous)
    return _before_noun(r, j, bits, previous)


def _auxiliary(word: str, bits: int, previous: str) -> str:
    if previous in "D'":
        return "N"
    if word in grammar.AUXILIARY_ING:
        return "G"
    return "B" if bits & c.BE else "H" if word in HAVE else "X"


def _pronoun(r: Reading, j: int, bits: int, previous: str) -> str:
    word = r.low[j]
    if bits & c.POSSPRON:
        return "D" if word != grammar.HER or r.heads(j + 1) else "O"
    return "A" if word in grammar.REFLEXIVES and previous in "NCPVA" else "O"


def _before_noun(r: Reading, j: int, bits: int, previous: str) -> str:
    """Words that stand before a noun phrase or a clause: about, because, and, with, the, some, also."""
    word = r.low[j]
    if word in grammar.APPROXIMATING and (r.next(j) & c.NUM or r.word_after(j) in grammar.NUMBERS):
        return "D"
    if bits & c.SUB:
        return _subordinate(r, j, previous)
    if bits & c.COORD:
        return "&"
    if bits & c.PREP and not (bits & c.VERB and previous in "NCP" and not word.endswith("ing")):
        return "p"
    if bits & c.DET:
        return _determiner(r, j, bits, previous)
    if bits & c.INDEF:
        return "I"
    if bits & c.ADV:
        return "N" if previous in "D'" else "A"
    return ""


def _determiner(r: Reading, j: int, bits: int, previous: str) -> str:
    if previous == "N" and r.low[j] in grammar.NUMBERS:
        return "M"  # the first five questions
    return "I" if bits & c.INDEF and (not r.heads(j + 1) or _acts_alone(r, j + 1)) else "D"


_BEHIND_VERB = c.DET | c.PRON | c.OBJ | c.POSSPRON | c.Q | c.COMMA | c.COLON | c.STOP | c.REL | c.PREP | c.SUB | c.CAP


def _acts_alone(r: Reading, j: int) -> bool:
    """Whether "another" or "both" before token j has it for its verb: another said he, both oppose a; not: some reported cases."""
    bits = r.tags[j]
    if not bits & c.VERB or bits & (c.NV | c.CAP | c.ING | c.GUESS):
        return False
    return bool((bits & (c.FIN | c.BASE)) and (r.next(j) & _BEHIND_VERB or j + 1 >= r.hi))


def _relative(r: Reading, j: int, previous: str) -> str:
    if r.low[j] != grammar.THAT:
        return "R"
    following = r.next(j)
    behind = r.out[-2] if len(r.out) > 1 else "^"
    if previous == "T" and behind in "DNM":
        return "R"  # the long summer that
    told_of = j > r.lo and r.low[j - 1] in SPEECH_NOUNS and not _acts(following)
    if previous in "VFGLBT,&AQO-" or told_of:
        return "Z" if following and not following & (c.COMMA | c.STOP) else "I"
    if previous in "NCI)M":
        told = r.talk >= 0 and (following & c.PRON or r.low[r.talk] in grammar.ADDRESSING)
        return "Z" if told else "R"
    return "D" if r.heads(j + 1) else "I"


def _acts(following: int) -> bool:
    """Whether only a verb can stand there: letters that called him a thief; not: the claim that calls were made."""
    return bool(following & c.AUX or following & c.FIN) and not following & (c.CAP | c.NV)


def _subordinate(r: Reading, j: int, previous: str) -> str:
    word, following = r.low[j], r.next(j)
    if word == grammar.ONCE:
        clause = previous in "^;" or (previous == "," and following & (c.PRON | c.DET))
        return "S" if clause else "A"
    if word in grammar.ALWAYS_SUBORDINATE:
        return "S"
    if previous == "&" and word in grammar.CLAUSE_OR_NOUN and word != grammar.AS and not following & (c.CAP | c.PRON):
        return "p"  # and after a long pause added
    if following & (c.ING | c.Q | c.NUM | c.TIME) and not following & c.CAP:
        return "p"
    as_told = word == grammar.AS and previous in ",Q-"
    return "S" if _clause_at(r, j + 1, over_commas=as_told) else "p"


def _clause_at(r: Reading, j: int, over_commas: bool = False) -> bool:
    """Whether a subject and a finite verb begin at token j, before the next mark; `over_commas`, also behind an insertion."""
    tags = r.tags
    if j < r.hi and tags[j] & c.PRON:
        return True
    stops = c.BREAK | c.Q | (0 if over_commas else c.COMMA | c.REL)
    before, bracket = tags[j - 1], False
    for k in range(j, min(r.hi, j + (FAR if over_commas else NEAR))):
        bits = tags[k]
        if bracket or bits & c.OPEN:
            bracket = not bits & c.CLOSE  # Speaker Ned Varga (R) has said
            continue
        if bits & stops:
            return False
        if k > j and _finite_here(bits, before):
            return not before & (c.DET | c.POSSPRON | c.POSS)
        if bits & (c.PREP | c.SUB | c.COORD) and k > j + 4 and not over_commas:
            return False
        before = bits
    return False


def _finite_here(bits: int, before: int) -> bool:
    """Whether a word behind another can only be a finite verb."""
    if bits & c.AUX:
        return True
    return bool(bits & c.FIN and bits & c.VERB and not bits & (c.CAP if before & (c.CAP | c.COMMA) else c.CAP | c.NV))
