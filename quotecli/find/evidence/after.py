"""“…,” Smith said, “…,” said Smith; also later in the sentence: the plan is “a mess” to us, he said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from quotecli.find import classes as c
from quotecli.find.clauses import Noun, Verb
from quotecli.find.evidence.verbs import agent, strength, who
from quotecli.find.site import Candidate, Site, at
from quotecli.lexicon.en import grammar

NEAREST = 5
"""Verbs right of the quotation that are asked; more pays nothing on annotated news."""

Signs = tuple[str, ...]
_FINAL = {"?": "?", "!": "?", ",": ",", "": "none", ".": "."}
_CLOSING = (
    (c.STOP | c.Q, "ends"), (c.COMMA | c.DASH | c.COLON, "comma"), (c.TIME, "time"), (c.PREP, "prep"), (c.OBJ | c.DET | c.CAP, "obj"),
)  # fmt: skip


def after(site: Site) -> Iterator[Candidate]:
    """The verbs right of the quotation, the nearest first."""
    t = site.t
    first = _first(site)
    content: Noun | None = None  # whose clause tells something else than the quotation
    asked = 0
    for verb in site.clauses.verbs:
        if verb.a <= site.i:
            continue
        asked += 1
        if asked > NEAREST:
            return
        turned = verb.passive and t.low[verb.head] not in grammar.QUOTED
        noun = agent(site.clauses, verb, site.hi) if turned else verb.subject
        if noun is None or noun.b <= site.i:
            continue
        start = min(noun.a, verb.a)
        where = "next" if first in (noun.a, verb.a) else "early" if start - first <= 3 else "late"
        if where != "next" and not verb.cue:
            continue  # it tells of somebody, and of nothing said
        if where == "next" and content is None and _content(site, verb):
            content = noun
        signs = _signs(site, verb, noun, "agent" if turned else verb.how, where)
        if content is noun:
            signs += (f"after content {_FINAL.get(site.final, 'else')}",)
        if where == "late" and any(t.tags[x] & c.Q for x in range(first, verb.head)):
            signs += ("after another",)
        yield at(t, noun, (verb.head, verb.head + 1), _via(verb, noun, where), signs)


def _first(site: Site) -> int:
    """The first token behind the quotation that is no mark."""
    tags, first = site.t.tags, site.i + 1
    while first < site.hi and tags[first] & (c.COMMA | c.DASH | c.STOP):
        first += 1
    return first


def _via(verb: Verb, noun: Noun, where: str) -> str:
    if where != "next":
        return "trailing"
    return "after-inverted" if verb.how == "inverted" else "after-pronoun" if noun.kind == "person" else "after-subject"


def _signs(site: Site, verb: Verb, noun: Noun, how: str, where: str) -> Signs:
    kind = strength(verb)
    closing = _closing(site, max(verb.head, noun.b - 1) + 1)
    leads = "leads" if site.leads else "rests"
    signs = _plain(kind, verb.form, where, leads, closing, _FINAL.get(site.final, "else"), who(noun), verb.clause, how)
    if where != "next":
        start = min(noun.a, verb.a)
        opened = bool(start) and bool(site.t.tags[start - 1] & (c.COMMA | c.DASH | c.Q))
        signs += ("after opened" if opened else "after inside",)
    elif kind != "say" and site.final == "":
        signs += ("after no mark",)
    if verb.clause == "as" and verb.cue:
        signs += ("as put it" if _puts_it(site, verb) else "as put",)
    if verb.cue and not verb.passive and _is_what(site, verb, noun):
        signs += ("is what",)
    if verb.denied:
        signs += ("denied",)
    if _relayed(site, verb, closing):
        signs += ("relayed",)
    return signs


@lru_cache(4096)
def _plain(kind: str, form: str, where: str, leads: str, closing: str, final: str, noun: str, clause: str, how: str) -> Signs:
    """What holds of every verb: its kind, where its clause begins and what follows, how the quotation ends, who acts."""
    side = "inverted" if how == "inverted" else "after"
    return (
        f"{side} {kind} {where}", f"{side} {leads} {kind} {where}", f"{side} {form}", f"{side} closing {closing}",
        f"{side} final {final} {where}", f"after noun {noun}", f"after clause {clause}", f"after how {how}",
    )  # fmt: skip


def _closing(site: Site, behind: int) -> str:
    """What follows subject and verb."""
    bits = site.t.tags[behind] if behind < site.hi else c.STOP
    return next((name for mask, name in _CLOSING if bits & mask), "on")


def _puts_it(site: Site, verb: Verb) -> bool:
    low = site.t.low
    return low[verb.head] in grammar.PUTTING and verb.b < site.hi and low[verb.b] in grammar.IT


def _is_what(site: Site, verb: Verb, noun: Noun) -> bool:
    """“…” is how Smith put it; “…” was what the mayor told us; not what papers call it, which is a name."""
    t, be = site.t, noun.a - 2
    if not site.i < be <= site.i + 2 or not t.tags[be] & c.BE:
        return False
    return t.low[be + 1] in grammar.ASKING and (not verb.cue & c.LABEL or t.low[be + 1] in grammar.HOW)


def _relayed(site: Site, verb: Verb, closing: str) -> bool:
    """“…,” Lee said Bell told her: whom another quotes."""
    over = verb.over
    if over is None or not over.cue & verb.cue & c.SAY or verb.clause != "reported" or closing not in ("ends", "obj"):
        return False
    return over.subject is not None and min(over.subject.a, over.a) == _first(site)


def _content(site: Site, verb: Verb) -> bool:
    """Whether the clause behind a question or a cry has content of its own: “Would you?” Smith said she would not."""
    t, k = site.t, verb.b
    if verb.object is not None and t.low[verb.head] in grammar.ADDRESSING:
        k = verb.object.b  # told the board she would not; not: told a station in an interview aired on Monday
    for other in site.clauses.verbs:
        if other.over is verb and other.clause == "reported" and (other.subject is None or other.subject.a in (k, k + 1)):
            return True
    k = verb.b
    return k + 1 < site.hi and t.low[k] in grammar.CONTENT and not t.tags[k + 1] & (c.Q | c.COLON)
