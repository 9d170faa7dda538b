"""The small words inside and beside names, from which a name's bounds show."""

from __future__ import annotations

from quotecli.lexicon.en.words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    INDEFINITE,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    WEEKDAYS_MONTHS,
)

# Months that are given names as well.
NAMING_MONTHS = frozenset("jan april may june august".split())
# Words that no name begins or ends with, though a sentence or a heading gives them a capital.
STOPPERS = (
    DETERMINERS | PREPOSITIONS | SUBORDINATORS | COORDINATORS | ADVERBS | SUBJECT_PRONOUNS | RELATIVES | TIME_WORDS | WEEKDAYS_MONTHS
    | AUXILIARIES | INDEFINITE | frozenset("""
    if what why how yes no asked added said says according speaking citing photo image video watch read more getty source related
    advertisement updated correction editor's plus
""".split())
) - frozenset({"will", "may", "mark", "april", "june", "august", "jan"})  # fmt: skip
# Behind one of these a month is a month.
BEFORE_A_MONTH = frozenset("in since until till by last this next of early late mid during from to through before after every".split())
# Function words: a mention made of nothing else names nobody.
FUNCTION_WORDS = (
    DETERMINERS | PREPOSITIONS | SUBORDINATORS | COORDINATORS | RELATIVES | AUXILIARIES | frozenset("there here then".split())
) - frozenset("one two three four five six seven eight nine ten some both other another others many few most several".split())
# Prepositions of place: what stands behind one is seldom a person.
PLACING = frozenset("in at near inside outside into across throughout".split())
# Abbreviated titles: what may stand, with a full stop, behind the capital that it begins with.
ABBREVIATED = {
    "M": "rs?|s|aj", "D": "r", "S": "ens?|gt|t|r|upt", "R": "eps?|ev", "G": "ov|en", "L": "t", "C": "ol|apt|mdr", "A": "dm|tty",
    "P": "rof|res", "H": "on", "J": "r",
}  # fmt: skip
# Small words inside a name, and those that a hyphen joins to it: van der Leyen, al-Rashid.
NAME_PARTICLES = "de la le du da dos del di van von der den ter bin ibn el al".split()
JOINED_PARTICLES = "al el ad as an".split()
# Between the halves of a body's name.
OF_A_BODY = (" of ", " of the ", " for ")
OF = " of "
# Small words that no initials stand for: the FDA is the Food and Drug Administration.
NOT_IN_INITIALS = frozenset("of the and for de".split())
# What is called by its candidate's name: "the campaign" is the Romney campaign.
CAMPAIGN = frozenset({"campaign"})
AND = "and"
THE = "the"
CHIEF, VICE = frozenset({"chief"}), "vice"
SAINTS = frozenset({"saint", "st"})
# Who a pronoun can be, by gender.
HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
# Pronouns that name nobody whom we could find.
NOBODY = INDEFINITE | frozenset("i we you they them us me my our your their".split()) | {"a few", "quite a few", "the other", "the others"}
IT = frozenset(["it"])
THEY = frozenset(["they"])
WHO = frozenset(["who", "which", "that", "whom", "whose"])
GENDERED = HE | SHE
# Inside a quotation: whoever says the outer words.
SELF = frozenset("i we me us".split())
# Inside a quotation: somebody whom only the outer words could name.
STANDING_FOR_ANOTHER = HE | SHE | IT | THEY | WHO | NOBODY - SELF
# Who is spoken to: "told him".
HIM, HER = frozenset({"him"}), frozenset({"her"})
# Between a role and whose it is: a spokesperson for the senator.
TELLS_WHOSE = ("for", "of", "with", "at")
IN = "in"
PLURAL_ENDING = "s"
POSSESSIVE = "’s"
# The ending of an adverb: a word that has it opens a sentence more often than it is a name.
ADVERB_ENDING = "ly"
# Determiners by what they say of a noun: known already, new, somebody's.
DEFINITE = frozenset("the this that".split())
NEW = frozenset("a an one another".split())
OWNED = frozenset("his her their its".split())
