"""Nouns that tell whose words they are: according to Smith, Smith's claim, a statement by Smith, in her eyes."""

from __future__ import annotations

from collections.abc import Iterator

from quotecli.find import classes as c
from quotecli.find.clauses import Noun
from quotecli.find.evidence.verbs import claimed
from quotecli.find.site import Candidate, Site, at
from quotecli.find.tokens import Tokens
from quotecli.lexicon.en import grammar
from quotecli.lexicon.en.people import DOCUMENTS, SURVEYS
from quotecli.lexicon.en.verbs import SHOUTING, SHOUTS, SPEECH_NOUNS

REACH = 25
"""Tokens left of the quotation in which a noun for something said is looked for."""
NOUN = 6
"""The same, for a noun of any other kind."""
SHOUTED = 8
"""Tokens from the verb to the noun for what is shouted: led the whole hall in a chant of."""
_TELLING = DOCUMENTS.union(SPEECH_NOUNS, SHOUTS)
OWNERS = 2
"""Owners that are named at most; more pays nothing on annotated news."""


def according(site: Site) -> Iterator[Candidate]:
    """According to Smith, “…”; “…,” according to Smith."""
    low, clauses = site.t.low, site.clauses
    for noun in clauses.nouns:
        p = noun.preposition
        if p <= site.lo or low[p] != grammar.TO or low[p - 1] not in grammar.ACCORDING:
            continue
        a, b = sorted((p, site.i))
        crossing = [verb for verb in clauses.verbs if verb.cue & c.SAY and verb.form == "fin" and a < verb.head < b]
        crossed = bool(crossing)
        side = "before" if p < site.i else "after"
        near = "near" if b - a <= 4 else "far"
        signs: tuple[str, ...] = ("according", f"according {side} {near}", f"according {side} crossed" if crossed else "according free")
        if crossed and (noun.kind in ("thing", "document") or 0 <= site.i - crossing[-1].b <= 3):
            signs += ("according to a record",)  # According to Reuters, he said: “…”
        yield at(site.t, noun, (p - 1, p + 1), f"{side}-according", signs)


def owner(site: Site) -> Iterator[Candidate]:
    """Smith's claim that “…”; her plea for “…”; a statement by Smith that “…”."""
    if site.i == site.lo:
        return
    low, letters, lo, i = site.t.low, site.clauses.letters, site.lo, site.i
    claim = claimed(site)
    found = 0
    for j in range(i - 1, max(lo, i - REACH), -1):
        if low[j] not in _TELLING and (letters[j - lo] != "N" or j < i - NOUN):
            continue
        kind = _kind(low[j])
        near = _near(site, j, kind)
        if not near:
            continue
        signs: tuple[str, ...] = (f"owner {kind} {near}",)
        if any(verb.form == "fin" and verb.cue & (c.SAY | c.LABEL) and j < verb.head < site.i for verb in site.clauses.verbs):
            signs += ("owner crossed",)
        if j == claim:
            signs += ("owner claim",)
        for candidate in (*_possessed(site, j, signs), *_source(site, j, kind, signs)):
            yield candidate
            found += 1
        if found >= OWNERS:
            return


def _kind(word: str) -> str:
    """What a noun is: speech, document or any other noun."""
    if word in SPEECH_NOUNS or word in SHOUTS:
        return "speech"
    return "document" if word in DOCUMENTS else "noun"


def _near(site: Site, j: int, kind: str) -> str:
    """How the noun at token j stands to the words: open, 1, 4, that; "" too far off."""
    t, lo, i = site.t, site.lo, site.i
    if kind == "speech" and j - lo <= 5 and t.tags[lo] & c.PREP and j + 1 < i and t.tags[j + 1] & c.COMMA:
        return "open"  # In Abara’s telling, the meeting was
    if i - j <= 4:
        return "1" if i - j == 1 else "4"
    return "that" if grammar.THAT in t.low[j + 1 : min(j + 7, i)] else ""


def _possessed(site: Site, j: int, signs: tuple[str, ...]) -> Iterator[Candidate]:
    mine = _possessor(site.t, j, site.lo)
    if mine is not None:
        pronoun = mine[1] - mine[0] == 1 and bool(site.t.tags[mine[0]] & c.POSSPRON)
        yield at(site.t, mine, (j, j + 1), "possessor", (*signs, "owner pronoun" if pronoun else "owner name"))


def _source(site: Site, j: int, kind: str, signs: tuple[str, ...]) -> Iterator[Candidate]:
    """A statement by Smith; in the words of the prosecutor."""
    if kind == "noun":
        return
    t, nouns = site.t, site.clauses.nouns
    if kind == "speech" and j + 2 < site.i and t.low[j + 1] == grammar.OF:
        whole = next((noun for noun in nouns if noun.head == j and noun.b > j + 2), None)
        if whole is not None and whole.b <= site.i:
            yield at(t, (j + 2, whole.b), (j, j + 1), "owner-of", (*signs, "owner of"))
    for noun in nouns:
        if j < noun.preposition <= j + 2 and noun.b <= site.i and t.low[noun.preposition] in grammar.MADE_BY:
            yield at(t, noun, (j, j + 1), "owner-of", (*signs, f"owner {t.low[noun.preposition]}", f"noun {noun.kind}"))
            return


def _possessor(t: Tokens, j: int, lo: int) -> tuple[int, int] | None:
    """Whose the noun at token j is: his, Smith's, the mayor's."""
    tags = t.tags
    for p in range(j - 1, max(lo - 1, j - 5), -1):
        if tags[p] & c.POSSPRON and t.low[p] not in grammar.OURS:
            return p, p + 1
        if tags[p] & c.POSS and p > lo:
            return _owner_before(t, p, lo), p
        if tags[p] & (c.COMMA | c.BREAK | c.Q | c.PREP | c.AUX):
            return None
    return None


def _owner_before(t: Tokens, p: int, lo: int) -> int:
    """Where the name or the description begins that ends before the 's at token p."""
    tags, a = t.tags, p - 1
    while a > lo and tags[a - 1] & tags[a] & c.CAP and not tags[a - 1] & (c.PREP | c.SUB | c.DET | c.COORD):
        a -= 1
    stops = c.PREP | c.SUB | c.COMMA | c.BREAK | c.Q | c.COORD | c.AUX
    while a > lo and p - a < 4 and not tags[a] & (c.CAP | c.DET | c.POSSPRON) and not tags[a - 1] & stops:
        if tags[a - 1] & c.VERB and not tags[a - 1] & c.NV:
            break
        a -= 1
    return a


def view(site: Site) -> Iterator[Candidate]:
    """To Smith, “…”; for her, the talks were “…”."""
    t = site.t
    for noun in site.clauses.nouns:
        p = noun.preposition
        if noun.a >= site.i:
            return
        if p < 0 or t.low[p] not in grammar.IN_WHOSE_VIEW or (p > site.lo and not t.tags[p - 1] & (c.COMMA | c.SUB | c.COORD)):
            continue
        if noun.b < site.i and t.tags[noun.b] & c.COMMA and noun.speaks:
            near = "touch" if noun.b + 1 == site.i else "open" if p == site.lo else "else"
            yield at(t, noun, (p, p + 1), "in-the-eyes", (f"view {near}",))


def survey(site: Site) -> Iterator[Candidate]:
    """In a poll by the Post, 40 percent of voters said it was “…”: the poll tells so; of the many, nobody said the very words."""
    low, clauses = site.t.low, site.clauses
    asked = next((noun for noun in clauses.nouns if low[noun.head] in SURVEYS and noun.b <= site.i), None)
    if asked is None:
        return
    for verb in clauses.verbs:
        if verb.subject is not None and asked.b <= verb.subject.a < site.i and low[verb.subject.head] in grammar.SHARES:
            yield at(site.t, asked, None, "survey", ("survey",))
            return


def shouting(site: Site) -> Iterator[Candidate]:
    """The crowd broke into chants of “…”: whoever takes up what is shouted; not whoever hears it, or is met with it."""
    low, i = site.t.low, site.i
    j = i - 1 if low[i - 1] in SHOUTS else i - 2
    if j <= site.lo or low[j] not in SHOUTS:
        return
    verb = next((verb for verb in reversed(site.clauses.verbs) if verb.head < j), None)
    if verb is None or verb.passive or verb.denied or low[verb.head] not in SHOUTING or j - verb.head > SHOUTED:
        return
    if verb.subject is not None and verb.subject.speaks:
        yield at(site.t, verb.subject, (verb.head, verb.head + 1), "shouting", ("shouting",))


def came(site: Site) -> Iterator[Candidate]:
    """“…,” came the reply from Smith."""
    t, j = site.t, site.i + 1
    if j < site.hi and (t.low[j] in grammar.CAME or t.tags[j] & (c.COMMA | c.DASH)):
        yield from _came(site, j)


def _came(site: Site, j: int) -> Iterator[Candidate]:
    t = site.t
    while j < site.hi and t.tags[j] & (c.COMMA | c.DASH):
        j += 1
    if j + 3 >= site.hi or t.low[j] not in grammar.CAME:
        return
    for noun in site.clauses.nouns:
        if j < noun.preposition <= j + 6 and t.low[noun.preposition] in grammar.FROM:
            yield at(t, noun, (j, noun.preposition), "after-came", ("came",))
            return


def first(site: Site) -> Iterator[Candidate]:
    """The first noun phrase of the sentence: where all else fails, English puts its subject first."""
    for noun in site.clauses.nouns:
        if noun.a >= site.i:
            return
        if noun.preposition >= 0 or noun.kind in ("time", "number"):
            continue
        if noun.speaks or noun.kind not in ("thing", "document"):
            yield at(site.t, noun, None, "first-phrase", ("first", f"first {noun.kind}", *_against(site, noun)))
        return


def _against(site: Site, noun: Noun) -> tuple[str, ...]:
    """What speaks against the first noun phrase: it is told something, the words are denied, or they are what others shout or claim."""
    verbs = [verb for verb in site.clauses.verbs if verb.head < site.i and verb.cue]
    signs: tuple[str, ...] = ()
    if any(verb.passive and verb.subject is noun for verb in verbs):
        signs += ("first told",)
    if any(verb.denied for verb in verbs):
        signs += ("first denied",)
    return (*signs, "first claim") if claimed(site) >= 0 else signs
