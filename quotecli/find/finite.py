"""Finite verbs: each gets the subject of an open clause, opens one of its own, or has its subject behind it (“…,” said Smith).

Where two readings are possible the other subject stays with the verb as its rival.
"""

from __future__ import annotations

from quotecli.find import classes as c
from quotecli.find.noun_phrases import Noun
from quotecli.find.open_clauses import CLOSABLE, Clause, OpenClauses
from quotecli.find.verb_groups import Verb
from quotecli.lexicon.en import grammar

SEVERAL = 12
"""Phrases within which a list of speakers ends."""


def finite(s: OpenClauses, at: int, verb: Verb) -> None:
    """Find the subject of the finite verb that is the phrase `at`."""
    if _inverted(s, at, verb) or _asks(s, at, verb):
        return
    if s.now.verb is None:
        _attach(s, verb, s.now, _how(s))
    elif s.clausal is not None and s.gap in (0, 2) and not s.joined:
        s.open("sub", s.clausal)
        _attach(s, verb, s.now, "insertion")
    elif s.joined:
        _coordinate(s, verb)
    else:
        _another(s, verb, s.now.verb)


def _how(s: OpenClauses) -> str:
    return "insertion" if s.gap else "direct"


def _another(s: OpenClauses, verb: Verb, outer: Verb) -> None:
    """A verb in a clause that has one: the object of that one begins what it reports, or another clause still waits."""
    if s.joined_object():
        s.now = Clause("main", s.now.up, s.object)
    elif s.object is not None and _reports(s, verb, outer):
        s.open("reported", s.object, outer)  # said the clerk had billed
    else:
        waiting = s.waiting()
        if waiting is None:
            _list(s, verb)
            return
        s.now = waiting
    _attach(s, verb, s.now, _how(s))


def _reports(s: OpenClauses, verb: Verb, outer: Verb) -> bool:
    """Whether the noun phrase behind the last verb is the subject of this one; not: opened the door, shook her head."""
    if s.gap == 0:  # nor: an aide who spoke to explain the plan said
        return not verb.cue & c.SAY or bool(outer.cue & c.SAY) or s.waiting() is None
    return s.gap > 1 and s.waiting() is None


def _attach(s: OpenClauses, verb: Verb, clause: Clause, how: str) -> None:
    subject = clause.subject
    apposed = subject.apposed if subject is not None else None
    if subject is not None and apposed is not None:
        if not s.gap and clause.verb is None and apposed.b == verb.a:
            if verb.cue & (c.SAY | c.WEAK) and verb.b < s.hi and s.t.tags[verb.b] & c.COMMA:
                verb.subject, verb.how = apposed, "aside"  # Cost estimates, he added, were
                return
            subject = clause.subject = apposed  # Cruz, Blackwell wrote
        if subject.apposed is not None and subject.kind != "name" and subject.apposed.full_name(s.t):
            subject.apposed.apposed = None
            subject = clause.subject = subject.apposed  # the agency’s chief, Ingrid Solheim, said
    beside = s.nouns[-1] if s.nouns else None
    if beside is not None and beside is not subject and beside.b == verb.a and _inserted(s, verb, beside, clause):
        verb.subject, verb.how = beside, "aside"  # Growers who back the plan, he said, are
        return
    verb.subject = subject
    verb.how = how if subject is not None else "none"
    verb.clause = clause.kind
    verb.over = clause.governor
    clause.verb = verb
    if clause.waiting:
        for waiting in clause.waiting:
            waiting.subject = subject
        clause.waiting = None


def _inserted(s: OpenClauses, verb: Verb, beside: Noun, clause: Clause) -> bool:
    """Whether the noun phrase right before the verb is its subject, whatever clause is open: he, or a name between commas."""
    tags = s.t.tags
    if beside.kind == "person":
        return bool(tags[beside.a] & c.PRON)
    between = beside.a > s.lo and tags[beside.a - 1] & c.COMMA and verb.b < s.hi and tags[verb.b] & c.COMMA
    return bool(between and verb.cue & c.SAY and clause.kind == "relative" and beside.kind == "name")


def _list(s: OpenClauses, verb: Verb) -> None:
    """“She looked down, shook her head, said”: the subject goes on."""
    now = s.now
    if now.kind in CLOSABLE and now.up is not None and now.up.verb is not None and s.gap:
        now = s.now = now.up
    _attach(s, verb, now, "coordinated")


def _coordinate(s: OpenClauses, verb: Verb) -> None:
    """A verb joined by "and": of the open clauses, the one whose subject does it; a second reading is its rival."""
    readings: list[Clause] = []
    here: Clause | None = s.now
    while here is not None:
        if here.verb is not None and here.subject is not None:
            readings.append(here)
        here = here.up
    best = _does(readings, verb) if readings else s.now
    s.now = best
    _attach(s, verb, best, "coordinated")
    verb.rival = next((one.subject for one in readings if one.subject is not best.subject), None)


def _does(readings: list[Clause], verb: Verb) -> Clause:
    """The nearest clause; for a verb of saying, one whose subject can say it."""
    inner = readings[0]
    if not verb.cue & (c.SAY | c.LABEL):
        return inner
    if inner.kind == "reported" or not inner.speaks:
        outer = next((one for one in readings[1:] if one.verb is not None and one.verb.cue & c.SAY), None)
        if outer is not None:
            return outer
    return inner if inner.speaks else next((one for one in readings if one.speaks), inner)


# ---- the subject behind the verb -----------------------------------------------------------------------------------
def _asks(s: OpenClauses, at: int, verb: Verb) -> bool:
    """“Why was he out?”, “Did Keel know?”: an auxiliary that opens a question has its subject behind it."""
    if s.previous not in ("^", "S") or s.now.subject is not None or s.now.verb is not None or s.follows(at + 1) != "noun":
        return False
    if s.t.low[s.hi - 1] != "?" or not s.t.tags[verb.head] & c.AUX:
        return False
    s.turned = verb.subject = s.now.subject = Noun(s.t, s.bounds[at + 1], s.bounds[at + 2])
    s.now.verb, verb.how = verb, "asked"
    return True


def _inverted(s: OpenClauses, at: int, verb: Verb) -> bool:
    """“…,” said Smith; “The paradox, says Smith, is”: a verb of saying behind a mark, its subject behind it."""
    if verb.b - verb.a > 1 or not (s.quoted or (verb.cue & c.SAY and s.previous in (",", "Q", "^"))):
        return False
    follow = at + 1
    while s.follows(follow) == "A":
        follow += 1
    if s.follows(follow) != "noun":
        return False
    noun = Noun(s.t, s.bounds[follow], s.bounds[follow + 1])
    beyond = s.follows(follow + 1)
    if noun.kind == "name" and beyond in (",", "&"):
        noun, beyond = _several(s, follow, noun)
    return _may_turn(s, verb, noun, beyond) and _turn(s, verb, noun, beyond)


def _may_turn(s: OpenClauses, verb: Verb, noun: Noun, beyond: str) -> bool:
    """Whether the noun phrase behind the verb can be its subject, before a phrase of the kind `beyond`."""
    if s.t.low[verb.head] in grammar.TELLING:
        return False  # Dorn, who was ill, told Radio Tarn, “…”
    if beyond == "fin" or noun.kind in ("time", "impersonal") or (noun.b - noun.a == 1 and s.t.tags[noun.a] & c.OBJ):
        return False
    if not s.quoted and beyond not in (",", "^", ".", ":"):
        return False
    if verb.cue & c.SAY or s.t.low[verb.head] in grammar.READING:
        return True
    named = noun.kind == "name" and beyond == "S" and s.quoted
    return noun.speaks and (named or beyond in (",", "^", ".")) and s.waiting() is None


def _turn(s: OpenClauses, verb: Verb, noun: Noun, beyond: str) -> bool:
    """Give the verb the noun phrase behind it, unless an open clause waits for the verb."""
    if s.waiting() is not None:
        if s.quoted or beyond != ",":
            return False  # Smith, who called it “a gift,” thanked the board
        s.skip_noun = noun.a  # The paradox, says Smith, is
    else:
        s.turned = noun
        s.now.verb = s.now.verb or verb
    verb.subject, verb.how = noun, "inverted"
    return True


def _several(s: OpenClauses, at: int, noun: Noun) -> tuple[Noun, str]:
    """“said Ann Lee, Ben Mott and Cy Dorn”: all of them, and the kind of phrase behind them."""
    k, end, joined = at + 1, noun.b, False
    past = min(len(s.kinds), at + SEVERAL)
    while k + 1 < past and s.kinds[k] in (",", "&") and not joined:
        joined = s.kinds[k] == "&"
        if s.kinds[k + 1] == "&":
            k, joined = k + 1, True
        if k + 1 >= past or s.kinds[k + 1] != "noun" or not s.t.tags[s.bounds[k + 1]] & c.CAP:
            break
        end = s.bounds[k + 2]
        k += 2
    beyond = s.kinds[k] if k < past else "^"
    if not joined or end == noun.b or beyond == "fin":
        return noun, s.follows(at + 1)
    return Noun(s.t, noun.a, end), beyond
