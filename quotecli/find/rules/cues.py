"""The verbs left of a quotation: which of them act as cues, whose they are, and which one governs."""

from __future__ import annotations

from typing import NamedTuple

from quotecli.find.rules.site import LABEL_REACH, REACH, Site
from quotecli.find.subjects import (
    Range,
    governing,
    is_finite,
    np_ending,
    np_starting,
    subject,
)
from quotecli.find.tokens import (
    ADV,
    ANYCUE,
    AUX,
    BASE,
    BE,
    BREAK,
    CAP,
    COLON,
    COMMA,
    COORD,
    DASH,
    DET,
    FIN,
    ING,
    LABEL,
    NV,
    OBJ,
    PART,
    POSS,
    POSSPRON,
    PREP,
    PRON,
    REL,
    ROLE,
    SAY,
    SEMI,
    STOP,
    SUB,
    TIME,
    VERB,
    Q,
    Tokens,
)
from quotecli.lexicon.en.people import BODIES
from quotecli.lexicon.en.verbs import DISPLAY


class Candidate(NamedTuple):
    """A verb left of the quotation that may govern it."""

    verb: int
    strength: int  # SAY, LABEL or WEAK
    np: Range
    via: str


def candidates(site: Site) -> list[Candidate]:
    """Every cue left of the quotation in its sentence with its subject, nearest first; at most three."""
    t, lo = site.t, site.lo
    found: list[Candidate] = []
    for j in range(site.i - 1, max(lo, site.i - REACH) - 1, -1):
        bits = t.tags[j]
        if t.low[j] == "to" and j > lo and t.low[j - 1] == "according":
            np = np_starting(t, j + 1, site.i)
            if np:
                found.append(Candidate(j, SAY, np, "before-according"))
        elif bits & ANYCUE:
            candidate = _candidate(site, j)
            if candidate:
                found.append(candidate)
        if len(found) == 4:
            break
    return found


def _candidate(site: Site, j: int) -> Candidate | None:
    t, lo = site.t, site.lo
    bits = t.tags[j]
    strength = bits & ANYCUE
    agent = passive_agent(t, j, site.hi, lo) if bits & PART else None
    if agent:
        return Candidate(j, SAY, agent, "passive-agent")
    if bits & ING and not any(t.tags[x] & (VERB | AUX) and is_finite(t, x) for x in range(lo, j)) and t.tags[j - 1] & (PREP | SUB):
        return None  # "A day after telling …, Smith": the subject comes behind
    if bits & ING and j - 2 > lo and t.low[j - 1] == "as":
        quoting = next((x for x in range(j - 2, max(lo, j - 9), -1) if t.low[x] in ("quoted", "quotes", "quote", "quoting", "cited")), None)
        if quoting is not None and not t.tags[quoting - 1] & BE:
            np = np_starting(t, quoting + 1, j - 1)
            return Candidate(j, SAY, np, "before-participle") if np else None
    if bits & BASE and not bits & FIN and j - 2 >= lo and not t.tags[j - 1] & (AUX | PRON | PREP):
        heard = np_ending(t, j - 1, lo)  # heard Smith call it “…”
        if heard and heard[0] > lo and t.low[heard[0] - 1] in _WITNESSED:
            return Candidate(j, strength, heard, "before-infinitive")
    if bits & ING and (bits & SAY or t.low[j] == "calling") and t.low[j - 1] == "for" and (blamed := _blamed(t, j, lo)):
        return Candidate(j, strength, blamed, "before-participle")
    if bits & BASE and t.low[j - 1] == "to" and (moved := _moved_to(t, j, lo)):
        return Candidate(j, strength, moved, "before-infinitive")
    if _withheld(t, j, lo) or _between_dashes(t, j, lo, site.i):
        return None
    if not _valid_cue(t, j, lo) or _aside(t, j, lo, site.i) or _named_thing(t, j, lo):
        return None
    if t.low[j] in DISPLAY and site.i - j > 3:
        return None
    np = _turned(t, j, site.i) or subject(t, j, lo)
    via = "before"
    if bits & ING:
        via = "before-participle"
    elif bits & BASE and not bits & FIN:
        via = "before-infinitive"
    if np is None and bits & ING:
        np = governing(t, j, lo, 0)
    return Candidate(j, strength, np, via) if np else None


def _blamed(t: Tokens, j: int, lo: int) -> Range | None:
    """Whose words they are for which somebody is blamed or praised: "criticized Smith for calling it “…”"."""
    np = np_ending(t, j - 2, lo) if j - 2 > lo else None
    if np is None or np[0] <= lo or not t.tags[np[1] - 1] & (CAP | OBJ):
        return None
    return np if t.tags[np[0] - 1] & VERB and is_finite(t, np[0] - 1) else None


_MOVING = frozenset(
    "leading led prompting prompted causing caused spurring spurred provoking provoked moving moved inspiring inspired".split()
)


def _moved_to(t: Tokens, j: int, lo: int) -> Range | None:
    """Whom something made speak: "leading Smith to counter that “…”"; verb j stands behind "to"."""
    for x in range(j - 2, max(lo, j - 9), -1):
        if t.low[x] in _MOVING:
            return (x + 1, j - 1) if x + 1 < j - 1 else None
        if t.tags[x] & (COMMA | BREAK | Q):
            return None
    return None


def _valid_cue(t: Tokens, j: int, lo: int) -> bool:
    """Whether the cue word at token j acts as a verb with a speaker."""
    bits = t.tags[j]
    before = t.tags[j - 1] if j > lo else 0
    if bits & CAP and j > lo and not bits & ING:
        return False
    if bits & ING:
        return not before & (DET | POSS | POSSPRON)
    if bits & FIN and (before & BE or (before & ADV and j - 1 > lo and t.tags[j - 2] & BE)) and bits & PART:
        return False
    if bits & FIN:
        return is_finite(t, j)
    if bits & PART and not bits & BASE:
        return bool(before & AUX) and not before & BE
    k = j - 1
    while k >= lo and t.tags[k] & ADV:
        k -= 1
    if k < lo:
        return False
    return t.low[k] == "to" or bool(t.tags[k] & (AUX | PRON)) or (t.low[k] == "who" and bits & (SAY | LABEL) != 0) or is_finite(t, j)


def passive_agent(t: Tokens, j: int, hi: int, lo: int) -> Range | None:
    """was called “…” by Smith: the agent, if the sentence names one."""
    k = j - 1
    while k >= lo and t.tags[k] & ADV:
        k -= 1
    if not (t.tags[j] & PART) or (k >= lo and not t.tags[k] & (BE | COMMA) and not t.tags[j - 1] & (CAP | ROLE)):
        return None
    if k >= lo and not t.tags[k] & BE and not t.tags[j] & LABEL:
        return None
    if t.tags[j] & SAY and not (j + 1 < hi and t.low[j + 1] == "by"):
        return None
    for x in range(j + 1, min(hi, j + 14)):
        if t.low[x] == "by" and x + 1 < hi and not t.tags[x + 1] & (ING | TIME):
            return np_starting(t, x + 1, hi) if x == j + 1 or t.tags[x - 1] & (Q | TIME) else None
        if t.tags[x] & (STOP | SEMI) or (t.tags[x] & FIN and is_finite(t, x)):
            return None
    return None


def passive(t: Tokens, k: int, lo: int) -> bool:
    """Whether the participle at token k stands behind a form of be."""
    j = k - 1
    while j > lo and t.tags[j] & ADV:
        j -= 1
    return bool(t.tags[j] & BE)


def spoken_of(site: Site) -> bool:
    """Whether the sentence is a passive of a reporting verb: "Grey is called “a saint” in a letter"."""
    t = site.t
    return any(t.tags[x] & PART and t.tags[x] & ANYCUE and passive(t, x, site.lo) for x in range(max(site.lo + 1, site.i - 6), site.i))


_WITNESSED = frozenset("hear hears heard let lets make makes made see sees saw watch watched have had".split())


_REFUSED = frozenset("refuse refuses refused refusing decline declines declined declining avoid avoids avoided avoiding".split())


def _withheld(t: Tokens, j: int, lo: int) -> bool:
    """Whether the verb at token j is denied: "did not say it was “…”", "declined to call it “…”", "nobody said"."""
    near = t.low[max(lo, j - 4) : j]
    if t.tags[j] & (BASE | ING) and not t.tags[j] & FIN:
        if any(word in _REFUSED for word in near[-3:]) or (len(near) > 2 and near[-2:] == ["short", "of"]):
            return True
        if near[-3:] in (["as", "if", "to"], ["as", "though", "to"]):
            return True
        return any(word in ("not", "never", "n't") or word.endswith("n't") for word in near[-2:])
    return bool(near) and (near[-1] in ("never", "nobody") or near[-2:] == ["no", "one"] or "neither" in near)


def denied(site: Site) -> bool:
    """Whether the nearest verb of saying or labelling before the quotation says that the words were not said."""
    t = site.t
    for j in range(site.i - 1, max(site.lo, site.i - 25) - 1, -1):
        if t.tags[j] & (SAY | LABEL) and (not t.tags[j] & NV or t.low[j - 1] == "to" or t.tags[j - 1] & (AUX | ADV)):
            return _withheld(t, j, site.lo)
    return False


def _between_dashes(t: Tokens, j: int, lo: int, end: int) -> bool:
    """Whether the verb at token j stands in an insertion between dashes: "Holm said — and Varga agreed — that it was “…”"."""
    behind = next((x for x in range(j + 1, end) if t.tags[x] & DASH), None)
    before = next((x for x in range(j - 1, max(lo, j - 12) - 1, -1) if t.tags[x] & (DASH | COMMA)), None)
    return behind is not None and before is not None and bool(t.tags[before] & DASH) and behind + 1 < end


# Verbs whose next noun phrase is the listener: "Dever, who had come, told Politico, “…”".
_ADDRESSED = frozenset(
    "told tells asked asks warned warns urged urges advised advises reminded reminds assured assures promised promises informed "
    "emailed texted called calls accused blasted thanked congratulated interrupted".split()
)


def _turned(t: Tokens, j: int, end: int) -> Range | None:
    """The subject behind its verb in an insertion: "The paradox, says Dana Ortiz, is “…”"."""
    if not t.tags[j] & SAY or not t.tags[j] & FIN or not j or j + 1 >= end:
        return None
    if not t.tags[j - 1] & (COMMA | Q) or not t.tags[j + 1] & (CAP | DET | ROLE) or t.low[j] in _ADDRESSED:
        return None
    np = np_starting(t, j + 1, end)
    return np if np and np[1] < end and t.tags[np[1]] & COMMA else None


def _aside(t: Tokens, j: int, lo: int, end: int) -> bool:
    """Whether the verb at j stands in a subordinate clause that is over before the quotation: "After he asked, it became “…”"."""
    if _left_behind(t, j, lo, end):
        return True
    opened = False
    for x in range(j - 1, max(lo, j - 14) - 1, -1):
        if t.tags[x] & SUB and (t.low[x] not in ("that", "as") or x == lo):
            opened = x == lo or bool(t.tags[x - 1] & (COMMA | COORD | ADV))
            break
        if t.tags[x] & (COMMA | BREAK | Q):
            break
    if not opened:
        return False
    comma = next((x for x in range(j + 1, end) if t.tags[x] & COMMA or (t.tags[x] & Q and t.final[x] == ",")), None)
    if comma is None:
        return False
    return any(t.tags[x] & (VERB | AUX) and is_finite(t, x) for x in range(comma + 1, end))


_WHEN = frozenset("when after before while until since".split())


def _left_behind(t: Tokens, j: int, lo: int, end: int) -> bool:
    """Whether a clause of time holds the verb at j and a new main clause follows: "left when he spoke, and the crowd took up “…”"."""
    when = next((x for x in range(j - 1, max(lo, j - 8) - 1, -1) if t.low[x] in _WHEN or t.tags[x] & (COMMA | BREAK | Q)), None)
    if when is None or t.low[when] not in _WHEN:
        return False
    for x in range(j + 1, end - 2):
        if t.tags[x] & COMMA and t.tags[x + 1] & COORD:
            return any(is_finite(t, y) and not t.tags[y - 1] & COORD and y > x + 2 for y in range(x + 2, end))
    return False


def _named_thing(t: Tokens, j: int, lo: int) -> bool:
    """Whether the labelling verb is a participle on a noun: "shared a syllabus for a class called “…”", "an ad titled “…”"."""
    if not t.tags[j] & PART or not t.tags[j] & LABEL or t.tags[j] & SAY or j - 2 < lo:
        return False
    if t.tags[j - 1] & (CAP | PRON | ROLE | AUX | ADV | COMMA | COORD | REL) or t.low[j - 1] in BODIES:
        return False
    np = np_ending(t, j - 1, lo)
    if np is None or np[0] <= lo:
        return False
    if t.low[np[0]] in ("a", "an", "its", "their", "his", "her"):
        return True
    return bool(t.tags[np[0] - 1] & VERB) and not t.tags[np[0] - 1] & SAY and is_finite(t, np[0] - 1)  # slammed the loophole called


def _distant(site: Site, candidate: Candidate) -> bool:
    """Whether a label stands too far from its verb, or in another clause."""
    t = site.t
    if site.i - candidate.verb > LABEL_REACH:
        return True
    return any(is_finite(t, x) for x in range(candidate.verb + 1, site.i) if t.tags[x] & (VERB | AUX))


_TOLD = frozenset("told asked warned promised assured texted emailed".split())


def _handed_over(site: Site, inner: Candidate) -> bool:
    """Whether the inner clause tells of words said to somebody and gives them: "said he told the clerk, “…”"."""
    t = site.t
    return bool(t.tags[site.i - 1] & (COMMA | COLON)) and t.low[inner.verb] in _TOLD and site.i - inner.verb <= 8


def _asserts(t: Tokens, outer: Candidate) -> bool:
    """Whether a cue without the form of the past or third person governs all the same: "according to Smith", "critics who say"."""
    return outer.via == "before-according" or (
        bool(t.tags[outer.verb] & BASE) and t.low[outer.verb - 1] in ("who", "they", "some", "critics")
    )


_NESTS = frozenset("he she it they we i you him her them".split())


def choose(site: Site, found: list[Candidate]) -> Candidate | None:
    """The candidate that governs: nearest verb of saying or near label, but the outer one over a clause it only reports."""
    t = site.t
    strong = [c for c in found if c.strength & SAY or (c.strength & LABEL and not _distant(site, c))]
    if not strong:
        return None
    best = strong[0]
    for outer in strong[1:]:
        if any(t.tags[x] & SEMI for x in range(outer.verb, best.verb)):
            break
        if not outer.strength & SAY or best.verb - outer.verb > 14 or not (t.tags[outer.verb] & FIN or _asserts(t, outer)):
            continue
        inner_pronoun = t.low[best.np[0]] in _NESTS and best.np[1] - best.np[0] == 1
        inner_pronoun = inner_pronoun or t.low[best.np[0]] in ("that", "which")
        if inner_pronoun and (t.low[best.verb] in ("read", "reads") or _handed_over(site, best)):
            break
        conditional = any(t.low[x] in ("would", "should", "could", "might", "will", "can") for x in range(best.np[1], best.verb))
        same = best.np == outer.np
        joined = any(t.tags[x] & (COORD | COMMA) for x in range(outer.verb, best.verb)) and not t.tags[best.verb] & ING
        joined = joined and outer.via != "before-according"
        if same or joined:
            break
        if (conditional or (inner_pronoun and outer.via != "before-according")) and outer.np[0] < best.np[0]:
            best = outer
        break
    return best
