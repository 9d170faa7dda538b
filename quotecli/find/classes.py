"""What a word can be: coarse classes, a set of bits, since most words are several things; which of them it is here, `phrases` decides."""

from __future__ import annotations

from functools import cache

from quotecli.lexicon.en import grammar, people, verbs, words

Q = 1 << 0  # a quotation
CAP = 1 << 1  # begins with a capital
NUM = 1 << 2
PRON = 1 << 3  # he she they it I we you
REL = 1 << 4  # who which that
OBJ = 1 << 5  # him her them me us
POSSPRON = 1 << 6  # his her their
DET = 1 << 7
PREP = 1 << 8
SUB = 1 << 9  # when while that because: a clause of its own follows
COORD = 1 << 10  # and but or
ADV = 1 << 11
AUX = 1 << 12
BE = 1 << 13
TIME = 1 << 14
TITLE = 1 << 15
ROLE = 1 << 16
SAY = 1 << 17
LABEL = 1 << 18
WEAK = 1 << 19
VERB = 1 << 20  # any verb, also those that report nothing
FIN = 1 << 21  # past or third person singular
BASE = 1 << 22  # base form: finite after a plural or a pronoun, else an infinitive
ING = 1 << 23
PART = 1 << 24  # past participle
NV = 1 << 25  # a noun as often as a verb
COMMA = 1 << 26
STOP = 1 << 27  # . ! ? … that may end a sentence
COLON = 1 << 28
SEMI = 1 << 29
DASH = 1 << 30
OPEN = 1 << 31
CLOSE = 1 << 32
POSS = 1 << 33  # 's after a name or noun
INDEF = 1 << 34  # one, another, some, many
ANYCUE = SAY | LABEL | WEAK
BREAK = STOP | SEMI | COLON | DASH | OPEN | CLOSE
LOOK = 1 << 35  # its neighbour decides
GUESS = 1 << 36  # a verb by its ending alone

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
    put(verbs.NOUN_OR_VERB & table.keys(), NV)
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
