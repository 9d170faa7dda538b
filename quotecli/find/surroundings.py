"""What stands around a name, and what its own words say: how much of it speaks for a person.

A list of given names would know the famous and miss the baker. So a name is a person's because of its place: a title before it, an age
behind it, a description beside it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quotecli.find.names import KEPT, Mention
from quotecli.lexicon.en import mentions as small
from quotecli.lexicon.en.people import (
    AGENT_ENDINGS,
    BODIES,
    DOCUMENTS,
    KIN,
    NATIONAL,
    OFFICES,
    ORGANISATION_TAILS,
    PERSONAL_TITLES,
    ROLES,
    SUFFIXES,
)
from quotecli.lexicon.en.places import DEMONYMS, PLACES
from quotecli.lexicon.en.verbs import LABEL, SAY
from quotecli.lexicon.en.words import ADVERBS, AUXILIARIES, BE, COORDINATORS, DETERMINERS, PREPOSITIONS

_BEHIND = re.compile(
    r"""(?:,?[ ]\(?(?P<age>\d\d?)(?=[,).;]) | ,[ ](?P<who>who)\b
    | ,[ ](?P<det>[a-z]+)[ ](?P<noun>[\w’' -]{1,60}) | [ ](?P<word>[a-z]+) | (?P<owns>['’]s?)[ ](?P<owned>\w+))""",
    re.VERBOSE,
)
_IS_FORMS = tuple(f" {form} " for form in sorted(BE))
_IS = re.compile(r" [a-z]+ (?P<det>[a-z]+) (?P<noun>[\w’' -]{1,60})")
_GOES_ON = frozenset(" ,'’")
"""What stands right behind a name where more is said of it."""
_HEAD_ENDS = PREPOSITIONS | {"who", "whose", "which", "that"}
YES, LIKELY, NO = 3, 1, -3
BEFORE_NOUN = 4
"""Words before the noun of a description among which its determiner is looked for."""
ENOUGH = 2
"""Evidence that makes a person."""


def evidence(m: Mention) -> int:
    """How much speaks for a person in what stands around one mention; below nought: for a thing."""
    if m.weight is None:
        m.weight = _by_titles(m) + _by_what_precedes(m) + _by_what_follows(m)
    return m.weight


def _by_titles(m: Mention) -> int:
    return YES if m.titles and (m.titles[-1] in PERSONAL_TITLES or m.titles[-1] in ROLES or m.titles[-1] in OFFICES) else 0


def _by_what_precedes(m: Mention) -> int:
    """Before the name: "the warden NAME", "her brother, NAME"; "the NAME" alone is a thing's; "in NAME" mostly a place's."""
    word = m.before
    if word == small.THE and not m.titles:
        return 0 if attributive(m) else NO
    if word in small.PLACING and not m.titles:
        return -1
    if word in ROLES:
        return YES
    noun = described_by(m)
    if noun:
        return -2 if noun in BODIES or noun in DOCUMENTS or noun in ORGANISATION_TAILS else YES if noun in ROLES or noun in KIN else 2
    return LIKELY if word in SAY else 0


def described_by(m: Mention) -> str:
    """The noun of the description right before the name: "a lighterman, NAME", "the warden NAME", "Mr. Ode’s lawyer, NAME"; or ""."""
    text, start = m.text, m.start
    if start < 2 or text[start - 1] != " " or not (text[start - 2] == "," or text[start - 2].islower()):
        return ""
    before = text[max(0, start - 60) : start]
    *words, noun = before[:-1].rstrip(",").rpartition("\n")[2].split(" ")
    comma = before[-2] == ","
    if not noun[:1].islower() or noun in _NO_NOUN or noun in SAY or noun.endswith(small.ADVERB_ENDING):
        return ""
    if comma and not (m.text[m.end : m.end + 1] in (",", ".", ";", ":") or noun in ROLES):
        return ""
    return noun if _opened(words) else ""


def _opened(words: list[str]) -> bool:
    """Whether one of the last words, no mark between, is a determiner or an owner: "the retired", "Ode’s"."""
    for word in words[: -BEFORE_NOUN - 1 : -1]:
        if word.lower() in _OPENS or word.endswith(("’s", "'s", "s’")):
            return True
        if not word.replace("-", "").isalpha():
            return False
    return False


def _by_what_follows(m: Mention) -> int:
    """Behind the name: an age, "who", a description, a verb of saying, "'s wife"."""
    match = _BEHIND.match(m.text, m.end, m.end + 70) if m.text[m.end : m.end + 1] in _GOES_ON else None
    if match is None:
        return 0
    if match["age"] or match["who"]:
        return YES
    if match["owned"]:
        return 2 if match["owned"] in KIN else 0
    if match["word"]:
        return LIKELY if match["word"] in SAY or match["word"] in LABEL else 0
    if not match["det"] or match["det"] not in _OPENS:
        return 0
    noun = head_noun(match["noun"])
    if noun in BODIES or noun in ORGANISATION_TAILS or noun in DOCUMENTS:
        return NO
    return YES if is_role(noun) else LIKELY


def head_noun(phrase: str) -> str:
    """The noun of a description, up to its first preposition: "former diver at the yard" is a diver."""
    noun = ""
    for word in phrase.split(" "):
        if word.lower() in _HEAD_ENDS:
            break
        noun = word.lower()
    return noun


def described_as(m: Mention) -> str:
    """The noun of a description behind the name: "NAME, a former diver, ", "NAME is the last blacksmith in"; or ""."""
    if m.text.startswith(", ", m.end):
        match = _BEHIND.match(m.text, m.end, m.end + 70)
    else:
        match = _IS.match(m.text, m.end, m.end + 70) if m.text.startswith(_IS_FORMS, m.end) else None
    return head_noun(match["noun"]) if match and match["det"] in _OPENS and match["noun"] else ""


def is_role(word: str) -> bool:
    """Whether a noun is a person's: on the list, with more behind a hyphen (president-elect), or by its ending (cyclist)."""
    if word in ROLES or word in KIN or (len(word) > 5 and word.endswith(AGENT_ENDINGS)):
        return True
    return "-" in word and any(word[:i] in ROLES for i, c in enumerate(word) if c == "-")


_AFTER = re.compile(r"[ -](?P<word>[a-z]+)")


def attributive(m: Mention) -> bool:
    """Whether the name only tells which: "the Harris campaign", "the Harris-era rule", "Museum director and historian"."""
    after = _AFTER.match(m.text, m.end)
    return m.text[m.end : m.end + 1] in ("'", "’") or (after is not None and after["word"] not in _NO_NOUN and after["word"] not in SAY)


_OPENS = DETERMINERS
_NO_NOUN = PREPOSITIONS | COORDINATORS | AUXILIARIES | ADVERBS | DETERMINERS | small.WHO


@lru_cache(KEPT)
def by_words(words: tuple[str, ...]) -> int:
    """What the words of a full name say by themselves: that it is a body's, or like a place's."""
    tail = words[-1] if words[-1] not in SUFFIXES or len(words) < 3 else words[-2]
    if tail in ORGANISATION_TAILS or small.THE in words or small.OF.strip() in words:
        return 2 * NO
    if len(words) > 4:
        return NO
    place = words[0] in DEMONYMS or tail in PLACES or tail in DEMONYMS
    return (NO if place else -1 if words[0] in PLACES else 0) + (YES if _initialled(words) else 0)


def _initialled(words: tuple[str, ...]) -> bool:
    """Whether an initial or a Jr. is among the words: Donald J. Trump."""
    return (
        any(w in SUFFIXES for w in words[1:])
        or any(len(w.replace(".", "")) <= 1 for w in words[:-1])
        or ("." in words[0] and len(words[0]) <= 4 and words[0] not in NATIONAL and words[0] not in PLACES)
    )
