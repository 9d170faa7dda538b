"""What a word can be: coarse classes, a set of bits, since most words are several things; which of them it is here, `phrases` decides."""

from __future__ import annotations

from functools import cache
from typing import Final

from quotecli.lexicon.en import grammar, people, verbs, words

Q: Final = 1 << 0  # a quotation
CAP: Final = 1 << 1  # begins with a capital
NUM: Final = 1 << 2
PRON: Final = 1 << 3  # he she they it I we you
REL: Final = 1 << 4  # who which that
OBJ: Final = 1 << 5  # him her them me us
POSSPRON: Final = 1 << 6  # his her their
DET: Final = 1 << 7
PREP: Final = 1 << 8
SUB: Final = 1 << 9  # when while that because: a clause of its own follows
COORD: Final = 1 << 10  # and but or
ADV: Final = 1 << 11
AUX: Final = 1 << 12
BE: Final = 1 << 13
TIME: Final = 1 << 14
TITLE: Final = 1 << 15
ROLE: Final = 1 << 16
SAY: Final = 1 << 17
LABEL: Final = 1 << 18
WEAK: Final = 1 << 19
VERB: Final = 1 << 20  # any verb, also those that report nothing
FIN: Final = 1 << 21  # past or third person singular
BASE: Final = 1 << 22  # base form: finite after a plural or a pronoun, else an infinitive
ING: Final = 1 << 23
PART: Final = 1 << 24  # past participle
NV: Final = 1 << 25  # a noun as often as a verb
COMMA: Final = 1 << 26
STOP: Final = 1 << 27  # . ! ? … that may end a sentence
COLON: Final = 1 << 28
SEMI: Final = 1 << 29
DASH: Final = 1 << 30
OPEN: Final = 1 << 31
CLOSE: Final = 1 << 32
POSS: Final = 1 << 33  # 's after a name or noun
INDEF: Final = 1 << 34  # one, another, some, many
ANYCUE: Final = SAY | LABEL | WEAK
BREAK: Final = STOP | SEMI | COLON | DASH | OPEN | CLOSE
LOOK: Final = 1 << 35  # its neighbour decides
GUESS: Final = 1 << 36  # a verb by its ending alone

PUNCTUATION = {
    ",": COMMA, ".": STOP, "!": STOP, "?": STOP, "…": STOP, ":": COLON, ";": SEMI,
    "—": DASH, "–": DASH, "―": DASH, "-": DASH, "‒": DASH, "−": DASH,
    "(": OPEN, "[": OPEN, "{": OPEN, ")": CLOSE, "]": CLOSE, "}": CLOSE, "|": SEMI, "•": SEMI, "*": SEMI, "_": SEMI,
    "‑": DASH, '"': SEMI, "“": SEMI, "”": SEMI, "„": SEMI, "«": SEMI, "»": SEMI, "‘": SEMI, "’": POSS, "'": POSS, "`": SEMI,
}  # fmt: skip


@cache
def classes() -> dict[str, int]:
    """The classes of every word on the shelves, by its lower-case form."""
    table: dict[str, int] = {}

    def put(items: frozenset[str], bits: int) -> None:
        for item in items:
            table[item] = table.get(item, 0) | bits

    for shelf, bits in ((verbs.SAY, SAY), (verbs.LABEL, LABEL), (verbs.WEAK, WEAK), (verbs.OTHER, 0)):
        for form, codes in shelf.items():
            table[form] = table.get(form, 0) | bits | VERB | _form_bits(codes)
    put(verbs.NOUN_OR_VERB.intersection(table), NV)
    for form in verbs.nouns_too():
        table[form] |= NV
    put(words.SUBJECT_PRONOUNS, PRON)
    put(grammar.RELATIVES, REL)
    put(words.OBJECT_PRONOUNS, OBJ)
    put(words.POSSESSIVE_PRONOUNS, POSSPRON)
    put(words.INDEFINITE, INDEF)
    put(words.DETERMINERS, DET)
    put(words.PREPOSITIONS, PREP)
    put(words.SUBORDINATORS, SUB)
    put(words.COORDINATORS, COORD)
    put(words.ADVERBS, ADV)
    put(words.AUXILIARIES, AUX)
    put(words.BE, BE)
    put(words.TIME_WORDS, TIME)
    put(people.TITLES, TITLE)
    put(people.ROLES, ROLE)
    for word in words.AUXILIARIES:
        table[word] &= ~(SAY | LABEL | WEAK | VERB)
    for word in grammar.HARDLY_VERBS:
        table[word] = table.get(word, 0) & ~(SAY | WEAK | LABEL | VERB)
    for word in grammar.NOUNS_BEFORE_VERBS:
        table[word] |= NV
    for word in grammar.SOURCING:
        table[word] = table.get(word, 0) & ~VERB
    return table


@cache
def _form_bits(codes: str) -> int:
    bits = 0
    for code in codes:
        bits |= {"s": FIN, "d": FIN, "n": PART, "g": ING, "b": BASE}[code]
    return bits


def unknown(word: str) -> int:
    """The classes of a word on no shelf, by its ending."""
    size = len(word)
    if size > 3:
        if word.endswith("ed") and word not in grammar.NOT_PAST and "-" not in word:
            return VERB | FIN | PART | GUESS
        if word.endswith("ing") and size > 4 and word not in grammar.NOT_ING:
            return VERB | ING | GUESS
        if size > 4 and word.endswith("ly") and word not in words.NOT_ADVERBS:
            return ADV
    return 0
