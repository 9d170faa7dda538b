"""Smith said that “…”: the verbs left of the quotation in its sentence, and who acts in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from quotecli.find import classes as c
from quotecli.find.clauses import Noun, Verb
from quotecli.find.evidence.verbs import agent, claimed, denial, denied, distance, strength, touching, who
from quotecli.find.site import Candidate, Site, at
from quotecli.lexicon.en import grammar
from quotecli.lexicon.en.verbs import DISPLAY

NEAREST = 8
"""Verbs left of the quotation that are asked; more pays nothing on annotated news."""

Signs = tuple[str, ...]
_ACTING = frozenset(("own", "with", "moved", "blamed"))
_CLOSED = frozenset(("sub", "relative", "as"))
_PRONOUNS = frozenset(("person", "impersonal"))


def before(site: Site) -> Iterator[Candidate]:
    """The verbs left of the quotation, the nearest first; a nearer one that governs stands in the way of the others."""
    if site.i == site.lo:
        return
    clauses, t = site.clauses, site.t
    lead = "leads" if site.leads and site.i + 1 < site.hi - 1 else "rests"
    touch, claim = touching(site), claimed(site)
    dash = next((x for x in range(site.i - 1, site.lo - 1, -1) if t.tags[x] & c.DASH), -1)  # the last one
    crossed: Signs = ()
    after: Signs = ()  # what the nearest verb tells against the others
    acting: Noun | None = None  # who says it in a participle nearer to the words
    rank = asked = 0
    for verb in reversed(clauses.verbs):
        if verb.head >= site.i:
            continue
        asked += 1
        if asked > NEAREST:
            return
        kind = strength(verb)
        noun = agent(clauses, verb, site.hi) if verb.passive else verb.subject
        how = "agent" if verb.passive else verb.how
        here, rank = min(rank, 2), rank + (kind in ("say", "label") or (verb.passive and noun is None and kind != "other"))
        if noun is not None and (kind != "other" or noun.speaks):
            far = distance(site.i - verb.head)
            signs = _plain(kind, verb.form, far, here, touch, how, who(noun), verb.clause, lead) + crossed
            signs += _special(site, verb, noun, far, claim)
            if verb.clause == "reported":
                signs += _reported(verb, noun, kind)
            if acting is not None and acting.a != noun.a:
                signs += ("crossed participle", f"crossed participle {how}")
            if dash > verb.head:
                signs += _dashes(site, verb, touch)
            own, after = ((), ()) if crossed else _nearest(site, verb, noun, touch)
            yield at(t, noun, (verb.head, verb.head + 1), "passive-agent" if verb.passive else "before", signs + own)
            if verb.rival is not None and not verb.passive:
                yield at(t, verb.rival, (verb.head, verb.head + 1), "before", (*signs, *after, "rival", f"rival {how}"))
        if not crossed and not (verb.passive and noun is None):
            crossed = _crossing(site, verb, noun, kind, how) + after
        acting = acting or _acting(verb, noun, kind)


@lru_cache(4096)
def _plain(kind: str, form: str, far: str, rank: int, touch: str, how: str, noun: str, clause: str, lead: str) -> Signs:
    """What holds of every verb: its kind and form, how far off it stands, what touches the marks, who acts."""
    return (
        f"before {kind} {form}", f"before {kind} {far}", f"before {kind} rank {rank}", f"touch {touch} {kind}", f"how {how}",
        f"noun {noun}", f"clause {clause} {kind}", f"before {lead}",
    )  # fmt: skip


def _special(site: Site, verb: Verb, noun: Noun, far: str, claim: int) -> Signs:
    """What holds of some."""
    t = site.t
    word = t.low[verb.head]
    signs: Signs = ()
    if verb.head < claim:
        signs += ("crosses claim",)
    if denied(t, verb):
        signs += (denial(t, verb, site.lo),)
    if t.low[noun.head] in grammar.SHARES:
        signs += ("of share",)
    if word in DISPLAY:
        signs += (f"display {far}",)
    if verb.clause in _CLOSED and _aside(site, verb):
        signs += ("aside",) if verb.clause == "sub" else (f"over {verb.clause}",)
    if verb.b - verb.a > 1 and any(word in grammar.CONDITIONALS for word in t.low[verb.a : verb.head]):
        signs += ("conditional",)
    return signs


def _nearest(site: Site, verb: Verb, noun: Noun, touch: str) -> tuple[Signs, Signs]:
    """What holds of a verb that no other stands before, and what that tells against the others: a document says the words itself."""
    if touch in ("comma", "colon") and site.i - verb.head <= 8 and site.t.low[verb.head] in grammar.ADDRESSING:
        return ("handed over",), ()
    writing = noun.antecedent or (noun if verb.how == "own" else None)
    if writing is not None and writing.kind == "document" and site.i - verb.head <= 2 and verb.cue & (c.SAY | c.LABEL):
        return ("document reads",), ("crossed document",)  # a banner that read, a banner saying
    return (), ()


def _acting(verb: Verb, noun: Noun | None, kind: str) -> Noun | None:
    """Who says it in a participle: left, saying."""
    return noun if kind == "say" and verb.how == "participle" and not verb.passive and not verb.denied else None


def _reported(verb: Verb, noun: Noun, kind: str) -> Signs:
    """Whether another verb of saying reports it: Smith said Jones had called it “…”."""
    over = verb.over
    if over is not None and not over.cue & c.SAY and over.clause == "reported":
        over = over.over  # said he was certain Jones would be
    if over is None or not over.cue & c.SAY:
        return ()
    inner = "person" if noun.kind in _PRONOUNS else "noun"
    perfect = (f"reported perfect {inner}",) if verb.a < verb.head and kind in ("say", "label") else ()
    return (f"reported by another {inner}", *perfect)


def _dashes(site: Site, verb: Verb, touch: str) -> Signs:
    """What a dash between the verb and the words tells: "Holm said — and Varga agreed — that", "agreed - Bialik: “…”"."""
    tags = site.t.tags
    signs: Signs = ("before crosses dash",) if touch == "colon" else ()
    opening = next((x for x in range(verb.head - 1, max(site.lo, verb.head - 12) - 1, -1) if tags[x] & (c.DASH | c.COMMA)), None)
    closed = any(tags[x] & c.DASH for x in range(verb.head + 1, site.i - 1))
    return (*signs, "between dashes") if closed and opening is not None and tags[opening] & c.DASH else signs


def _aside(site: Site, verb: Verb) -> bool:
    """Whether the clause of time or condition that holds the verb is over before the words: a verb follows, or they are one themselves."""
    clauses, i, tags = site.clauses, site.i, site.t.tags
    if any(verb.head < other.head < i and other.clause == "main" and other.form == "fin" for other in clauses.verbs):
        return True  # When Lund said no, he “left in shame”
    return any(verb.head < noun.a and noun.b == i and noun.preposition < 0 and tags[noun.a - 1] & c.COMMA for noun in clauses.nouns)


def _crossing(site: Site, verb: Verb, noun: Noun | None, kind: str, how: str) -> Signs:
    """What a nearer verb tells against those farther off."""
    if denied(site.t, verb) and kind == "say":
        return ("crossed " + denial(site.t, verb, site.lo),)
    if noun is None or kind not in ("say", "label") or not (verb.form == "fin" or how in _ACTING):
        return ()
    inner = "person" if noun.kind in _PRONOUNS else "noun"
    told = verb.clause == "reported" and inner == "noun" and site.t.low[verb.head] in grammar.ADDRESSING
    return _crossed(kind, distance(site.i - verb.head), verb.clause, inner, how, told)


@lru_cache(1024)
def _crossed(kind: str, far: str, clause: str, inner: str, how: str, told: bool) -> Signs:
    signs = (f"crossed {kind} {far}", f"crossed {clause} {inner}", f"crossed {clause} {kind}", f"crossed how {how}")
    return (*signs, "crossed told") if told else signs
