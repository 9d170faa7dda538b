"""What the producers ask of a verb: how far it reaches, who acts in it, what it leaves behind."""

from __future__ import annotations

from quotecli.find import classes as c
from quotecli.find.clauses import Clauses, Noun, Verb
from quotecli.find.site import Site
from quotecli.find.tokens import Tokens
from quotecli.lexicon.en import grammar
from quotecli.lexicon.en.verbs import SHOUTS, SPEECH_NOUNS

_TOUCHING = {
    ":": "colon", ",": "comma", "Z": "that", "D": "det", "p": "prep", "f": "prep", "t": "prep", "-": "dash", "&": "and", "Q": "quote",
    **dict.fromkeys("VFGL", "verb"), **dict.fromkeys("BHX", "be"), **dict.fromkeys("NCTMIOP'", "noun"),
}  # fmt: skip


_CLAIMS = SHOUTS.union(SPEECH_NOUNS)


def strength(verb: Verb) -> str:
    """say, label, weak or other: how far a verb's reach goes."""
    cue = verb.cue
    return "say" if cue & c.SAY else "label" if cue & c.LABEL else "weak" if cue & c.WEAK else "other"


def distance(tokens: int) -> str:
    """How far off a verb stands, in steps."""
    return "1" if tokens <= 1 else "3" if tokens <= 3 else "8" if tokens <= 8 else "16" if tokens <= 16 else "far"


def touching(site: Site) -> str:
    """What stands right before the quotation."""
    if site.i == site.lo:
        return "start"
    return _TOUCHING.get(site.clauses.letters[site.i - 1 - site.lo], "else")


def who(noun: Noun) -> str:
    """The kind of a noun phrase; of a relative pronoun, that of what it stands for."""
    return noun.kind if noun.antecedent is None else f"who {noun.antecedent.kind}"


def agent(clauses: Clauses, verb: Verb, until: int) -> Noun | None:
    """The agent of a passive: called “…” by Smith."""
    low = clauses.t.low
    for noun in clauses.nouns:
        if verb.head < noun.a < until and noun.preposition >= 0 and low[noun.preposition] == grammar.BY:
            return noun if noun.kind != "time" and low[noun.head] not in SHOUTS else None  # greeted by chants of
    return None


def denied(t: Tokens, verb: Verb) -> bool:
    """Whether the words were not said: did not say, avoided saying."""
    return verb.denied or (verb.form == "ing" and verb.a > 0 and t.low[verb.a - 1] in grammar.REFUSING)


def denial(t: Tokens, verb: Verb, lo: int) -> str:
    """How a denied verb is denied: not said, or only acted."""
    return "feigned" if t.low[max(lo, verb.a - 2) : verb.a] in grammar.FEIGNING else "denied"


def claimed(site: Site) -> int:
    """The token of the last noun for something said that stands between a verb and the words, with "that", "to" or "of"; -1 for none."""
    low, tags, lo, i = site.t.low, site.t.tags, site.lo, site.i
    if _CLAIMS.isdisjoint(low[max(lo, i - 16) : i]):
        return -1
    letters = site.clauses.letters
    for j in range(i - 1, max(lo, i - 16), -1):
        word = low[j]
        if word not in _CLAIMS or letters[j - lo] != "N":
            continue
        if j + 1 < i and low[j + 1] not in grammar.CLAIMING:
            continue
        if word in SHOUTS:
            return j
        owned = any(tags[x] & (c.POSS | c.POSSPRON) for x in range(max(lo, j - 3), j))
        if owned and sum(verb.form == "fin" and j < verb.head < i for verb in site.clauses.verbs) <= 1:
            return j
    return -1
