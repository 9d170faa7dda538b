"""Who said it: the rules, tried in order for each quotation; the first that finds its evidence decides.

Each rule says what in the world it rests on, what it finds and what it leaves alone; a test harvests the examples.
In an example the first quotation is meant, and `finds` pairs a text with the mention that the rule must return.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quotecli.find.article import Article, Hit
from quotecli.find.subjects import (
    Range,
    can_speak,
    first_np,
    governing,
    head,
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
    CLOSE,
    COLON,
    COMMA,
    COORD,
    DASH,
    DET,
    FIN,
    INDEF,
    ING,
    LABEL,
    LONGEST,
    NV,
    OBJ,
    OPEN,
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
    TITLE,
    VERB,
    Q,
    Tokens,
)
from quotecli.lexicon.en.names import GIVEN
from quotecli.lexicon.en.people import BODIES, DOCUMENTS, HONORIFICS
from quotecli.lexicon.en.verbs import DISPLAY, SAY_FINITE, SPEECH_NOUNS
from quotecli.model import Span

KNOWN_FIRST = GIVEN | HONORIFICS
REACH = 70
"""Tokens looked at on either side of a quotation; more pays nothing on annotated news."""

OPENING = 25
"""Tokens of a sentence in which the participle that opens it may stand."""

MEMORY = 12
"""Sentences of a paragraph that a speaker is carried over."""

LABEL_REACH = 9
"""Tokens between a labelling verb and its label."""


class Site(NamedTuple):
    """A quotation where it stands: its paragraph, its token and its sentence."""

    article: Article
    block: int
    t: Tokens
    i: int  # its token
    lo: int  # first token of its sentence
    hi: int  # past the last token of its sentence

    @property
    def final(self) -> str:
        """The punctuation that ends the quotation's words."""
        return self.t.final[self.i]

    @property
    def alone(self) -> bool:
        """Whether nothing but quotations stands in the sentence."""
        return self.t.bare(self.t.sentence_of[self.i])

    @property
    def leads(self) -> bool:
        """Whether the quotation's own comma, or one right behind it, sends the reader on to its reporting clause."""
        following = self.t.tags[self.i + 1] if self.i + 1 < self.hi else 0
        return (self.final in (",", "?", "!", "…", "—", "–", "-", "--") and self.final != "") or bool(following & (COMMA | DASH))


Rule = Callable[[Site], Hit | None]


@dataclass(frozen=True, slots=True)
class Card:
    """A rule with its reason, its examples and how often it is right on annotated news."""

    name: str
    apply: Rule
    reason: str
    finds: tuple[tuple[str, str], ...]
    leaves: tuple[str, ...]


_CARDS: list[Card] = []


def rule(name: str, *, reason: str, finds: tuple[tuple[str, str], ...], leaves: tuple[str, ...] = ()) -> Callable[[Rule], Rule]:
    """Put a function on the list of rules, with its card."""

    def keep(function: Rule) -> Rule:
        _CARDS.append(Card(name, function, reason, finds, leaves))
        return function

    return keep


def _hit(site: Site, np: Range, cue: Range | None, via: str, *, noun: bool = False, t: Tokens | None = None) -> Hit:
    t = t or site.t
    a, b = head(t, *np)
    span = Span(t.starts[cue[0]], t.ends[cue[1] - 1]) if cue else None
    return Hit(t.starts[a], t.ends[b - 1], span, via, 0.0, noun=noun)


# ---- inside the quotation -------------------------------------------------------------------------------------------
_LABEL = re.compile(r"(?P<name>(?:[A-Z][\w.'’-]*|of|the|de|van)(?: (?:[A-Z][\w.'’-]*|of|the|de|van)){0,5})(?: \([^()\n]{1,40}\))?: ?(?=\S)")


@rule(
    "label-inside",
    reason="Transcripts are quoted with their labels: “SMITH: We did.” The label is the speaker, and not the mark’s owner.",
    finds=(("The tape was played.\n\n“ORTIZ: We open in May, and not before.”", "ORTIZ"),),
    leaves=("“Remember: we open in May,” Dana Ortiz said.",),
)
def label_inside(site: Site) -> Hit | None:
    """“SMITH: …”."""
    text = site.article.text
    pair = site.t.starts[site.i]
    match = _LABEL.match(text, pair + 1, pair + 80)
    if match is None:
        return None
    name = match["name"]
    words = name.split()
    shouted = name.isupper() and len(name) > 2 and len(words) <= 4
    named = 2 <= len(words) <= 4 and words[0].lower().rstrip(".") in KNOWN_FIRST
    if not (shouted or named):
        return None
    return Hit(match.start("name"), match.end("name"), Span(match.end("name"), match.end("name") + 1), "label-inside", 0.0)


# ---- after the quotation -------------------------------------------------------------------------------------------
def _after(site: Site) -> int:
    """The first token behind the quotation, its comma or dash stepped over."""
    j = site.i + 1
    while j < site.hi and site.t.tags[j] & (COMMA | DASH):
        j += 1
    return j


def _verb_after(t: Tokens, j: int, hi: int) -> int | None:
    """The finite verb at or just behind token j, auxiliaries and adverbs stepped over."""
    while j < hi and t.tags[j] & (ADV | AUX) and not t.tags[j] & (PRON | DET):
        j += 1
    if j < hi and t.tags[j] & VERB and t.tags[j] & (FIN | BASE | PART | ING):
        return j
    return None


def _closes(site: Site, k: int) -> bool:
    """Whether the sentence ends right behind token k."""
    return k + 1 >= site.hi or bool(site.t.tags[k + 1] & STOP)


@rule(
    "after-pronoun",
    reason="“…,” he said: nothing stands between the quotation, the pronoun and the verb in 99.6 % of such sentences.",
    finds=(("“We will open in May,” she said.", "she"), ("“Why now?” he asked the board.", "he"), ("“We are done“, he added.", "he")),
    leaves=("“Open it,” he was told.",),
)
def after_pronoun(site: Site) -> Hit | None:
    """“…,” he said."""
    j = _after(site)
    t = site.t
    if j >= site.hi or not t.tags[j] & PRON or t.low[j] in ("you",):
        return None
    k = _verb_after(t, j + 1, site.hi)
    if (
        k is None
        or (t.tags[k] & PART and t.tags[k - 1] & BE)
        or (t.tags[k] & NV and t.tags[k] & BASE and k == j + 1 and t.low[j] in ("he", "she"))
    ):
        return None
    if not (site.leads or _closes(site, k)) and not t.tags[k] & SAY:
        return None
    return _hit(site, (j, j + 1), (k, k + 1), "after-pronoun")


@rule(
    "after-inverted",
    reason="“…,” said Smith: the verb first, then its subject; only verbs of saying turn round.",
    finds=(
        ("“We will open in May,” said Dana Ortiz, the mayor.", "Dana Ortiz"),
        ("“Never,” says a spokesman for the city.", "a spokesman for the city"),
    ),
    leaves=("“We will open in May,” said in a statement that was read out.",),
)
def after_inverted(site: Site) -> Hit | None:
    """“…,” said Smith."""
    j = _after(site)
    t = site.t
    while j < site.hi and t.tags[j] & ADV and not t.tags[j] & CAP:
        j += 1
    if j + 1 >= site.hi or not t.tags[j] & ANYCUE or not t.tags[j] & FIN:
        return None
    if t.low[j] in ("read", "reads", "ran") and t.tags[j + 1] & (DET | INDEF | CAP):
        np = np_starting(t, j + 1, site.hi)
        return _hit(site, np, (j, j + 1), "after-inverted") if np else None
    if t.tags[j] & NV and not t.tags[j] & SAY:
        return None
    if not (site.leads or t.tags[j] & SAY):
        return None
    if not t.tags[j] & SAY and not (t.tags[j + 1] & CAP and site.leads):
        return None
    k = j + 1
    while k < site.hi and t.tags[k] & ADV and not t.tags[k] & (CAP | DET):
        k += 1
    np = np_starting(t, k, site.hi)
    if np is None or t.low[k] == "it" or (t.tags[k] & (PREP | SUB | TIME | OBJ) and not t.tags[k] & (CAP | POSSPRON)):
        return None
    if t.tags[k] & OBJ and np[1] - np[0] == 1:
        return None  # denied it, told them
    if t.tags[np[0]] & (PRON | REL) and t.low[np[0]] != "i" and not t.tags[j] & SAY:
        return None
    if np[1] < site.hi and t.tags[np[1]] & (AUX | VERB) and not t.tags[np[1]] & (ING | PART) and t.tags[k] & (DET | POSSPRON | PRON):
        return None  # said the book was
    if not site.leads and not (site.hi - np[1] <= 1 or t.tags[np[1]] & (COMMA | STOP | PREP)):
        return None
    return _hit(site, np, (j, j + 1), "after-inverted")


@rule(
    "after-according",
    reason="“…,” according to Smith: the phrase itself names the source.",
    finds=(("“It burned for hours,” according to a police report.", "a police report"),),
)
def after_according(site: Site) -> Hit | None:
    """“…,” according to Smith."""
    j = _after(site)
    t = site.t
    if j + 2 < site.hi and t.low[j] == "according" and t.low[j + 1] == "to":
        np = np_starting(t, j + 2, site.hi)
        return _hit(site, np, (j, j + 2), "after-according") if np else None
    return None


@rule(
    "after-subject",
    reason="“…,” Smith, a doctor, said: the commonest form of all; an insertion may part the subject from its verb.",
    finds=(
        ("“We will open in May,” Dana Ortiz said.", "Dana Ortiz"),
        ("“We will open in May,” Dana Ortiz, who chairs the board, told reporters.", "Dana Ortiz"),
        ("“Why now?” the mayor’s spokeswoman asked.", "the mayor’s spokeswoman"),
    ),
    leaves=("“We will open in May,” when the roof is done.",),
)
def after_subject(site: Site) -> Hit | None:
    """“…,” Smith (…) said."""
    t, hi = site.t, site.hi
    j = _after(site)
    if j >= hi or t.tags[j] & (COORD | REL | BREAK | Q | AUX):
        return None
    if t.tags[j] & (PREP | SUB | ING | PART) and not t.tags[j] & (CAP | DET) and not _retired(t, j, hi):
        return None
    k = _clause_verb(t, j, min(hi, j + 40))
    if k is None or k == j:
        return None
    bits = t.tags[k]
    strong = bits & SAY
    end = k
    if t.tags[k] & ING:  # was quoted as saying
        end = next((x for x in range(j + 1, k) if t.tags[x] & AUX), k)
    while (
        end > j + 1 and (t.tags[end - 1] & (ADV | AUX | TIME) or t.low[end - 1] == "on") and not (t.tags[end - 1] & CAP & ~t.tags[end - 1])
    ):
        if t.tags[end - 1] & CAP and not t.tags[end - 1] & TIME:
            break
        end -= 1
    first = head(t, j, end)
    named = any(t.tags[x] & (CAP | ROLE) or t.low[x] in BODIES or t.low[x] in DOCUMENTS for x in range(*first))
    if not site.leads:
        if any(t.tags[x] & COMMA for x in range(j, k)):
            return None
        if not (
            strong and (_closes(site, k) or t.tags[k + 1] & (TIME | PREP | COMMA | Q) or t.low[k + 1] in ("of", "reporters")) and k - j <= 8
        ):
            return None
    elif not strong and not (bits & ANYCUE and named) and not named:
        return None
    if bits & PART and t.tags[k - 1] & BE and t.low[k] != "quoted":
        return None
    if t.tags[first[1] - 1] & (PREP | DET) and first[1] - first[0] == 1:
        return None
    return _hit(site, first, (k, k + 1), "after-subject")


def _retired(t: Tokens, j: int, hi: int) -> bool:
    """Whether a participle at token j opens a noun phrase: "retired general Lloyd Newton said"."""
    return bool(t.tags[j] & PART) and j + 1 < hi and bool(t.tags[j + 1] & (CAP | ROLE | TITLE))


def _shown(t: Tokens, k: int, hi: int) -> bool:
    """Whether "is shown", "can be heard", "was quoted" stands at token k: the verb of saying follows."""
    while k < hi and t.tags[k] & (AUX | ADV):
        k += 1
    return k < hi and t.low[k] in ("quoted", "shown", "heard", "seen", "recorded", "reported")


def _clause_verb(t: Tokens, j: int, hi: int) -> int | None:
    """The finite verb of the clause that begins at token j: behind a subject, or behind an insertion between commas."""
    commas = 0
    for k in range(j, hi):
        bits = t.tags[k]
        if bits & (STOP | Q | COLON | SEMI):
            return None
        if bits & COMMA:
            commas += 1
        if bits & PART and t.low[k] in ("quoted", "shown", "heard", "seen", "recorded", "reported") and t.tags[k - 1] & BE:
            told = next((x for x in range(k + 1, min(k + 3, hi)) if t.tags[x] & ING and t.tags[x] & SAY), None)
            if told is not None:
                return told  # was quoted as saying
        if bits & AUX and k > j and not commas and not _shown(t, k, hi):
            verb = _verb_after(t, k, hi)
            return verb if verb is not None and not t.tags[verb] & BASE | (t.tags[verb] & SAY) else None
        if bits & VERB and k > j and is_finite(t, k):
            if commas == 0:
                if t.tags[k - 1] & REL:
                    continue
                return k
            if t.tags[k - 1] & REL or (not bits & SAY and not (t.tags[k - 1] & (COMMA | ADV))):
                continue
            if t.tags[k - 1] & (COMMA | CAP | ADV | TIME) or bits & SAY:
                return k
    return None


@rule(
    "after-dash",
    reason="Letters, signed lists and epigraphs: “…” — Jane Smith, at the end of the line.",
    finds=(("“Pay the nurses first.” — Jane Smith, Dayton", "Jane Smith"),),
)
def after_dash(site: Site) -> Hit | None:
    """“…” — Jane Smith."""
    t = site.t
    j, size = site.i + 1, len(t)
    if j + 1 >= size or not t.tags[j] & DASH or not t.tags[j + 1] & CAP:
        return None
    k = j + 1
    while k < size and k - j < 8 and t.tags[k] & (CAP | PREP | POSS) and not t.tags[k] & (COMMA | BREAK):
        k += 1
    if k < size and not t.tags[k] & (COMMA | BREAK | TIME):
        return None
    if k < size and t.tags[k] & (COMMA | OPEN | COLON) and any(is_finite(t, x) for x in range(k, min(size, k + 12))):
        return None
    return _hit(site, (j + 1, k), (j, j + 1), "after-dash")


# ---- before the quotation ------------------------------------------------------------------------------------------
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
    return t.low[k] == "to" or bool(t.tags[k] & (AUX | PRON)) or is_finite(t, j)


def _passive_agent(t: Tokens, j: int, hi: int, lo: int) -> Range | None:
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


class Candidate(NamedTuple):
    """A verb left of the quotation that may govern it."""

    verb: int
    strength: int  # SAY, LABEL or WEAK
    np: Range
    via: str


def _candidates(site: Site) -> list[Candidate]:
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
    agent = _passive_agent(t, j, site.hi, lo) if bits & PART else None
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


# Verbs whose next noun phrase is the listener: "Dever, who had come, told Politico, “…”".
_ADDRESSED = frozenset(
    "told tells asked asks warned warns urged urges advised advises reminded reminds assured assures promised promises informed "
    "emailed texted called calls accused blasted thanked congratulated interrupted".split()
)


_WITNESSED = frozenset("hear hears heard let lets make makes made see sees saw watch watched have had".split())
_REFUSED = frozenset("refuse refuses refused refusing decline declines declined declining avoid avoids avoided avoiding".split())


def _withheld(t: Tokens, j: int, lo: int) -> bool:
    """Whether the verb at token j is denied: "did not say it was “…”", "declined to call it “…”", "nobody said"."""
    near = t.low[max(lo, j - 4) : j]
    if t.tags[j] & (BASE | ING) and not t.tags[j] & FIN:
        if any(word in _REFUSED for word in near[-3:]) or (len(near) > 2 and near[-2:] == ["short", "of"]):
            return True
        return any(word in ("not", "never", "n't") or word.endswith("n't") for word in near[-2:])
    return bool(near) and (near[-1] in ("never", "nobody") or near[-2:] == ["no", "one"] or "neither" in near)


def _between_dashes(t: Tokens, j: int, lo: int, end: int) -> bool:
    """Whether the verb at token j stands in an insertion between dashes: "Holm said — and Varga agreed — that it was “…”"."""
    behind = next((x for x in range(j + 1, end) if t.tags[x] & DASH), None)
    before = next((x for x in range(j - 1, max(lo, j - 12) - 1, -1) if t.tags[x] & (DASH | COMMA)), None)
    return behind is not None and before is not None and bool(t.tags[before] & DASH) and behind + 1 < end


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
    opened = False
    for x in range(j - 1, max(lo, j - 14) - 1, -1):
        if t.tags[x] & SUB and (t.low[x] not in ("that", "as") or x == lo):
            opened = x == lo or bool(t.tags[x - 1] & (COMMA | COORD | ADV))
            break
        if t.tags[x] & (COMMA | BREAK | Q):
            break
    if not opened:
        return False
    comma = next((x for x in range(j + 1, end) if t.tags[x] & COMMA), None)
    if comma is None:
        return False
    return any(t.tags[x] & (VERB | AUX) and is_finite(t, x) for x in range(comma + 1, end))


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


_NESTS = frozenset("he she it they we i you him her them".split())


def _choose(site: Site, found: list[Candidate]) -> Candidate | None:
    """The candidate that governs: nearest verb of saying or near label, but the outer one over a clause it only reports."""
    t = site.t
    strong = [c for c in found if c.strength & SAY or (c.strength & LABEL and not _distant(site, c))]
    if not strong:
        return None
    best = strong[0]
    for outer in strong[1:]:
        if not outer.strength & SAY or best.verb - outer.verb > 14 or not t.tags[outer.verb] & FIN:
            continue
        inner_pronoun = t.low[best.np[0]] in _NESTS and best.np[1] - best.np[0] == 1
        inner_pronoun = inner_pronoun or t.low[best.np[0]] in ("that", "which")
        conditional = any(t.low[x] in ("would", "should", "could", "might", "will", "can") for x in range(best.np[1], best.verb))
        same = best.np == outer.np
        joined = any(t.tags[x] & (COORD | COMMA) for x in range(outer.verb, best.verb)) and not t.tags[best.verb] & ING
        if same or joined:
            break
        if (inner_pronoun or conditional) and outer.np[0] < best.np[0]:
            best = outer
        break
    return best


@rule(
    "before",
    reason="Smith said (…) “…”: the nearest verb of saying to the left, or a verb of labelling close by, and its subject.",
    finds=(
        ("Dana Ortiz said that the plant was “a costly mistake” for the town.", "Dana Ortiz"),
        ("The mayor, a Democrat, said: “We open in May.”", "The mayor"),
        ("Kim visited Ohio on Monday and called the plan “a slow mistake” again.", "Kim"),
    ),
    leaves=("The plan was called “a slow mistake” in the town.",),
)
def before(site: Site) -> Hit | None:
    """Smith said “…”."""
    best = _choose(site, _candidates(site))
    if best is None:
        return None
    return _hit(site, best.np, (best.verb - (best.via == "before-according"), best.verb + 1), best.via)


@rule(
    "in-the-eyes",
    reason="To Smith, “…”; in her eyes, “…”: a phrase that says in whose view the words hold.",
    finds=(("The talks were over, because to Dana Ortiz, “a pause is a defeat.”", "Dana Ortiz"),),
)
def in_the_eyes(site: Site) -> Hit | None:
    """To Smith, “…”."""
    t = site.t
    j = site.i - 1
    if t.low[site.lo] in ("to", "for") and site.i - site.lo > 4 and t.tags[site.lo + 1] & CAP:
        np = np_starting(t, site.lo + 1, site.i)  # To Voss, the talks were “a farce”
        if (
            np
            and np[1] < site.i
            and t.tags[np[1]] & COMMA
            and not any(t.tags[x] & ANYCUE and is_finite(t, x) for x in range(np[1], site.i))
        ):
            return _hit(site, np, (site.lo, site.lo + 1), "in-the-eyes", noun=True)
    if j <= site.lo + 1 or not t.tags[j] & COMMA:
        return None
    for p in range(j - 1, max(site.lo, j - 6) - 1, -1):
        if t.low[p] in ("to", "for") and (p == site.lo or t.tags[p - 1] & (SUB | COMMA | COORD)):
            np = np_starting(t, p + 1, j)
            if np and np[1] == j and t.tags[p + 1] & (CAP | OBJ):
                return _hit(site, np, (p, p + 1), "in-the-eyes", noun=True)
            return None
    return None


@rule(
    "opening-participle",
    reason="Calling the plan “a mess,” Smith left: a participle that opens the sentence has the subject of the main clause behind it.",
    finds=(("Calling the plan “a mess,” Dana Ortiz left the room.", "Dana Ortiz"),),
)
def opening_participle(site: Site) -> Hit | None:
    """Calling it “…,” Smith left."""
    t, lo = site.t, site.lo
    for s in range(lo, min(site.i, lo + OPENING)):
        bits = t.tags[s]
        if bits & (VERB | AUX) and is_finite(t, s):
            return None
        if bits & ING and bits & SAY and s - lo <= 1 and not any(t.tags[x] & COMMA for x in range(s, site.i)):
            return _behind_comma(site, s)  # After saying her foot was “…,” she left
        opens = s == lo or t.tags[s - 1] & (PREP | SUB | ADV | COORD)
        if bits & (ING | PART) and bits & VERB and opens and not any(is_finite(t, x) for x in range(s, site.i)):
            return _behind_comma(site, s)
    return None


def _behind_comma(site: Site, verb: int) -> Hit | None:
    """The subject of the main clause, behind the comma that ends the opening one."""
    t = site.t
    k = site.i + 1
    while site.final != "," and k < site.hi and not t.tags[k] & COMMA:
        k += 1
    while k < site.hi and t.tags[k] & (COMMA | ADV):
        k += 1
    np = np_starting(t, k, site.hi) if k < site.hi else None
    return _hit(site, np, (verb, verb + 1), "opening-participle") if np else None


@rule(
    "trailing",
    reason="The plan is “a disgrace” to the town, he said: a fragment early, the reporting clause at the end of the sentence.",
    finds=(
        ("The plan is “a disgrace” to the town, Dana Ortiz said.", "Dana Ortiz"),
        ("It was “a slow mistake” from the start, said Kim.", "Kim"),
    ),
)
def trailing(site: Site) -> Hit | None:
    """… “…” …, he said."""
    t, hi = site.t, site.hi
    for k in range(site.i + 1, min(hi, site.i + REACH)):
        bits = t.tags[k]
        if bits & SAY and bits & FIN and not bits & CAP:
            if bits & PART and _passive(t, k, site.i):
                agent = _passive_agent(t, k, hi, site.i + 1)
                return _hit(site, agent, (k, k + 1), "passive-agent") if agent else None
            opened = bool(t.tags[k - 1] & (COMMA | DASH)) or bool(t.tags[k - 1] & Q and t.final[k - 1] == ",")
            if opened and k + 1 < hi and not t.tags[k + 1] & (PREP | SUB | Q | COMMA):
                np = np_starting(t, k + 1, hi)
                if np and (t.tags[np[0]] & (CAP | DET | PRON | POSSPRON | ROLE)):
                    return _hit(site, np, (k, k + 1), "trailing")
            if any(t.low[x] in ("that", "he", "she", "it", "they") for x in range(k + 1, min(hi, k + 3))):
                return None  # a clause of its own with its own content
            np = subject(t, k, site.i + 1)
            if np:
                ahead = t.tags[np[0] - 1]
                if ahead & (COMMA | DASH) or (ahead & Q and t.final[np[0] - 1] == ","):
                    return _hit(site, np, (k, k + 1), "trailing")
        elif t.low[k] == "as" and t.tags[k - 1] & (COMMA | Q) and k + 2 < hi:
            verb = next((x for x in range(k + 2, min(hi, k + 12)) if t.tags[x] & ANYCUE and is_finite(t, x)), None)
            np = np_starting(t, k + 1, verb) if verb else None
            if verb and np and all(t.tags[x] & (AUX | ADV) for x in range(np[1], verb)) and t.tags[np[0]] & (CAP | DET | PRON | POSSPRON):
                return _hit(site, np, (verb, verb + 1), "trailing")
        elif t.low[k] == "according" and k + 2 < hi and t.low[k + 1] == "to":
            np = np_starting(t, k + 2, hi)
            return _hit(site, np, (k, k + 2), "trailing") if np else None
    return None


@rule(
    "weak-verb",
    reason="Smith thinks the plan “a mess”: a verb of thought or display, where nothing stronger stands in the sentence.",
    finds=(("Dana Ortiz thinks that the plan is “a mess” for the town.", "Dana Ortiz"),),
)
def weak_verb(site: Site) -> Hit | None:
    """Smith believes “…”."""
    for candidate in _candidates(site):
        return _hit(site, candidate.np, (candidate.verb, candidate.verb + 1), "weak-verb", noun=True)
    return None


@rule(
    "possessor",
    reason="Smith’s remark that “…”: a noun for something said, close by, and whose it is.",
    finds=(("Few believed Kim’s claim of “a perfect plan” that week.", "Kim"),),
)
def possessor(site: Site) -> Hit | None:
    """Smith's claim that “…”."""
    t = site.t
    for j in range(site.i - 1, max(site.lo, site.i - 25), -1):
        if t.low[j] not in SPEECH_NOUNS and t.low[j] not in DOCUMENTS:
            continue
        if site.i - j > 4 and not any(t.low[x] == "that" for x in range(j + 1, min(j + 7, site.i))):
            continue
        for p in range(j - 1, max(site.lo - 1, j - 4), -1):
            if t.tags[p] & POSSPRON and t.low[p] not in ("your", "our"):
                return _hit(site, (p, p + 1), (j, j + 1), "possessor", noun=True)
            if t.tags[p] & POSS:
                np = np_ending(t, p - 1, site.lo)
                return _hit(site, np, (j, j + 1), "possessor", noun=True) if np else None
    return None


@rule(
    "label-before",
    reason="Interviews, round-ups and transcripts put the name and a colon before the words: “SMITH: “…””, “- Jane Smith: “…””.",
    finds=(("Pollsters agree - Dana Ortiz: “We counted twice.”", "Dana Ortiz"), ("ORTIZ: “We open in May.”", "ORTIZ")),
    leaves=("Dana Ortiz told the board: “We open in May.”",),
)
def label_before(site: Site) -> Hit | None:
    """NAME: “…”."""
    t = site.t
    end = site.i - 1
    if end <= site.lo or not t.tags[end] & COLON:
        return None
    k = end - 1
    while (
        k >= site.lo
        and end - k <= 7
        and (t.tags[k] & (CAP | OPEN | CLOSE) or t.low[k] in ("of", "the", "de", "and"))
        and not t.tags[k] & DASH
    ):
        k -= 1
    k += 1
    if (
        k == end
        or not (k == site.lo or t.tags[k - 1] & DASH)
        or not t.tags[k] & CAP
        or t.tags[k] & (PREP | SUB | DET | PRON | TIME | ADV | REL)
    ):
        return None
    return _hit(site, (k, end), (end, end + 1), "label-before")


@rule(
    "colon",
    reason="From the report: “…”: no verb, but a colon that hands over to whoever the sentence names first.",
    finds=(("More from the county report: “The bridge is not safe.”", "the county report"),),
)
def colon(site: Site) -> Hit | None:
    """NAME: “…”."""
    t = site.t
    if site.i - 1 < site.lo or not t.tags[site.i - 1] & COLON:
        return None
    for j in range(site.lo, site.i - 1):
        if t.low[j] in ("from", "by") and j + 1 < site.i - 1:
            np = np_starting(t, j + 1, site.i - 1)
            if np:
                return _hit(site, np, (site.i - 1, site.i), "colon")
    np = None if _spoken_of(site) else first_np(t, site.lo, site.i - 1)
    return _hit(site, np, (site.i - 1, site.i), "colon") if np else None


@rule(
    "same-sentence",
    reason="Two fragments of one sentence: the second has the speaker of the first.",
    finds=(),
)
def same_sentence(site: Site) -> Hit | None:
    """The speaker of an earlier quotation of the sentence."""
    t = site.t
    for j in range(site.i - 1, site.lo - 1, -1):
        if t.tags[j] & Q:
            earlier = site.article.hits.get(t.starts[j])
            if earlier:
                return earlier._replace(via="same-sentence", carried=True)
    return None


@rule(
    "goes-on",
    reason="“…,” Smith said. That is “…”: a sentence that points back with It, That or This goes on with the last speaker's words.",
    finds=(),
    leaves=("It is “a slow mistake” in the view of many.",),
)
def goes_on(site: Site) -> Hit | None:
    """“…,” Smith said. It is “…”."""
    t = site.t
    first = next((x for x in range(site.lo, site.i) if not t.tags[x] & (COORD | ADV)), site.i)
    if first >= site.i or t.low[first] not in ("it", "that", "this", "those", "these"):
        return None
    for j in range(site.lo - 1, max(-1, site.lo - LONGEST), -1):
        earlier = site.article.hits.get(t.starts[j]) if t.tags[j] & Q else None
        if earlier:
            return earlier._replace(via="goes-on", carried=True)
    return None


@rule(
    "any-verb",
    reason="The tail of reporting verbs is endless: any finite verb's subject, where nothing better stands in the sentence.",
    finds=(("Dana Ortiz dreams of “one great park” for the town.", "Dana Ortiz"),),
)
def any_verb(site: Site) -> Hit | None:
    """Smith dreams of “…”."""
    t = site.t
    for j in range(site.i - 1, max(site.lo, site.i - REACH) - 1, -1):
        if t.tags[j] & (VERB | AUX) and is_finite(t, j):
            if t.tags[j] & BE and any(t.tags[x] & PART and t.tags[x] & ANYCUE for x in range(j + 1, min(j + 4, site.i))):
                return None  # was told, is called: its subject is the one who listens
            if any(t.low[x] in SPEECH_NOUNS for x in range(max(j, site.i - 3), site.i)):
                return None  # ignored calls to “…”: somebody else's
            np = subject(t, j, site.lo)
            if np and t.low[np[0]] not in _NOBODY and can_speak(t, np):
                return _hit(site, np, (j, j + 1), "any-verb", noun=True)
    return None


_NOBODY = frozenset("it that this there what who which why how where when whose the a an lost".split())


def _spoken_of(site: Site) -> bool:
    """Whether the sentence is a passive of a reporting verb: "Grey is called “a saint” in a letter"."""
    t = site.t
    return any(t.tags[x] & PART and t.tags[x] & ANYCUE and _passive(t, x, site.lo) for x in range(max(site.lo + 1, site.i - 6), site.i))


def _passive(t: Tokens, k: int, lo: int) -> bool:
    """Whether the participle at token k stands behind a form of be."""
    j = k - 1
    while j > lo and t.tags[j] & ADV:
        j -= 1
    return bool(t.tags[j] & BE)


@rule(
    "first-phrase",
    reason="A sentence with no verb that we know: English puts its subject first.",
    finds=(),
)
def first_phrase(site: Site) -> Hit | None:
    """The first noun phrase of the sentence."""
    np = first_np(site.t, site.lo, site.i)
    if np is not None and (not can_speak(site.t, np) or _spoken_of(site)):
        return None
    if np is None or (site.t.low[np[0]] in _NOBODY and np[1] - np[0] == 1):
        return None
    return _hit(site, np, None, "first-phrase", noun=True)


# ---- from elsewhere ------------------------------------------------------------------------------------------------
@rule(
    "paragraph",
    reason="“…,” Smith said. “…”: a quotation that stands alone has the speaker of the one before it in its paragraph (98 %).",
    finds=(),
)
def paragraph(site: Site) -> Hit | None:
    """The speaker of the quotation before, in the same paragraph."""
    t = site.t
    plain = False
    here = t.sentence_of[site.i]
    for sentence in range(here, max(-1, here - MEMORY), -1):
        s, e = t.sentences[sentence]
        if site.i - e > LONGEST:
            break
        quoted = [j for j in range(min(e, site.i) - 1, s - 1, -1) if t.tags[j] & Q]
        for j in quoted:
            earlier = site.article.hits.get(t.starts[j])
            if earlier is not None:
                return None if plain else earlier._replace(via="paragraph", carried=True)
        if quoted or sentence == here:
            continue
        verb = next((x for x in range(s, e) if t.tags[x] & (SAY | LABEL) and t.tags[x] & FIN and is_finite(t, x)), None)
        np = subject(t, verb, s) if verb is not None else None
        if np and verb is not None:
            return _hit(site, np, (verb, verb + 1), "plain-sentence", noun=True)._replace(carried=True)
        plain = plain or _other_subject(site, t, s, e)
    return None


def _other_subject(site: Site, t: Tokens, s: int, e: int) -> bool:
    """Whether a sentence without a quotation is about somebody: the quotation behind it may be theirs, or still the first speaker's."""
    first = next((x for x in range(s, e) if not t.tags[x] & (ADV | COORD)), s)
    if not t.tags[first] & CAP or t.tags[first] & (PRON | DET | SUB | PREP | POSSPRON):
        return False
    return any(is_finite(t, x) for x in range(first, e))


@rule(
    "colon-above",
    reason="The paragraph above ends with a colon: the subject of its last sentence speaks (96 %).",
    finds=(("Dana Ortiz told the board this:\n\n“We open in May.”", "Dana Ortiz"),),
)
def colon_above(site: Site) -> Hit | None:
    """Smith said:⏎“…”."""
    if site.block == 0 or not all(site.t.bare(sentence) for sentence in range(min(MEMORY, site.t.sentence_of[site.i]))):
        return None
    above = site.article.tokens(site.block - 1)
    if not len(above) or not above.tags[-1] & COLON:
        return None
    lo, hi = above.sentences[-1]
    there = Site(site.article, site.block - 1, above, hi - 1, lo, hi)
    best = _choose(there, _candidates(there))
    if best:
        return _hit(site, best.np, (best.verb, best.verb + 1), "colon-above", t=above)
    for finder in (possessor, weak_verb, any_verb):
        hit = finder(there)
        if hit:
            return hit._replace(via="colon-above", noun=False)
    np = None if _spoken_of(there) else first_np(above, lo, hi - 1)
    return _hit(site, np, None, "colon-above", t=above) if np else None


@rule(
    "reported-above",
    reason="The paragraph above ends in reported speech of one speaker, and the quotation that follows alone is its proof.",
    finds=(("Dana Ortiz said that the plant would open soon.\n\n“It will be loud.”", "Dana Ortiz"),),
    leaves=("Dana Ortiz left the hall.\n\n“It will be loud.”", "Dana Ortiz said so.\n\n“It will be loud,” said Kim."),
)
def reported_above(site: Site) -> Hit | None:
    """Smith said that …⏎“…”."""
    article = site.article
    if site.block == 0 or site.lo > 0 or article.pairs[site.block - 1] or len(article.pairs[site.block]) > 1:
        return None
    above = article.tokens(site.block - 1)
    if not above.sentences or not above.tags[-1] & STOP:
        return None
    lo, hi = above.sentences[-1]
    there = Site(article, site.block - 1, above, hi - 1, lo, hi)
    best = next((c for c in _candidates(there) if c.strength & SAY and c.via != "before-infinitive"), None)
    if best is None or above.tags[best.np[0]] & REL:
        return None
    return _hit(site, best.np, (best.verb, best.verb + 1), "reported-above", t=above)._replace(carried=True)


@rule(
    "signature-below",
    reason="Readers' letters and signed lists: the name stands on the next line, behind a dash.",
    finds=(("“Pay the nurses first.”\n\n— Jane Smith, Dayton", "Jane Smith"),),
)
def signature_below(site: Site) -> Hit | None:
    """“…”⏎— Jane Smith."""
    article = site.article
    if site.block + 1 >= len(article.blocks) or article.pairs[site.block + 1]:
        return None
    span = article.blocks[site.block + 1]
    if (
        span.end - span.start > 120
        or article.text[span.start] not in "-–—―‒~"
        or (article.text[span.start : span.start + 2] == "--" and False)
    ):
        return None
    below = article.tokens(site.block + 1)
    j = 0
    while j < len(below) and below.tags[j] & DASH:
        j += 1
    k = j
    while k < len(below) and k - j < 7 and below.tags[k] & (CAP | PREP | POSS) and not below.tags[k] & (COMMA | BREAK):
        k += 1
    if k == j or not below.tags[j] & CAP:
        return None
    return _hit(site, (j, k), (0, j), "signature-below", t=below)


@rule(
    "following-clause",
    reason="Sloppy copy closes the sentence first: “….” Smith said. A next sentence that is nothing but subject and verb of saying.",
    finds=(("“We open in May.” Dana Ortiz said.", "Dana Ortiz"),),
    leaves=("“We open in May.” Dana Ortiz said that twice.",),
)
def following_clause(site: Site) -> Hit | None:
    """“….” Smith said."""
    t = site.t
    lo = site.hi
    if lo >= len(t) or t.tags[lo] & Q:
        return None
    hi = t.sentences[t.sentence_of[lo]][1]
    last = hi - 1
    while last > lo and t.tags[last] & (STOP | TIME):
        last -= 1
    if last - lo > 8 or any(t.tags[x] & (Q | COMMA) for x in range(lo, last)):
        return None
    if t.tags[last] & SAY and t.tags[last] & FIN and is_finite(t, last) and last > lo:
        np = subject(t, last, lo)
        return _hit(site, np, (last, last + 1), "following-clause") if np and np[0] == lo else None
    if t.tags[lo] & SAY and t.tags[lo] & FIN and lo + 1 <= last:
        np = np_starting(t, lo + 1, hi)
        return _hit(site, np, (lo, lo + 1), "following-clause") if np and np[1] > last else None
    return None


@rule(
    "previous-paragraph",
    reason="A quotation alone in its paragraph, under a paragraph whose last quotation has a speaker: the same goes on (82 %).",
    finds=(("“We open in May,” Dana Ortiz said.\n\n“It will be loud.”", "Dana Ortiz"),),
    leaves=("“We open in May,” Dana Ortiz said.\n\nThe hall was full.\n\n“It will be loud.”",),
)
def previous_paragraph(site: Site) -> Hit | None:
    """The speaker of the paragraph above."""
    article = site.article
    if site.block == 0 or not article.pairs[site.block - 1]:
        return None
    last = article.pairs[site.block - 1][-1]
    earlier = article.hits.get(last.start)
    if earlier is None:
        return None
    return earlier._replace(via="previous-paragraph", carried=True)


def opens_again(site: Site) -> Hit | None:
    """“…,” Smith said. “…” of the city's finances: a sentence that a quotation opens, behind one with a speaker."""
    if site.lo != site.i:
        return None
    hit = paragraph(site)
    return hit._replace(via="opens-again") if hit else None


ALONE: tuple[Rule, ...] = (paragraph, colon_above, signature_below, previous_paragraph, reported_above)
"""For a quotation that has its sentence to itself."""

AFTER: tuple[Rule, ...] = (label_inside, after_pronoun, after_inverted, after_according, after_subject, after_dash)
BEFORE: tuple[Rule, ...] = (label_before, in_the_eyes, before, opening_participle)
REST: tuple[Rule, ...] = (trailing, colon, possessor, weak_verb, same_sentence, goes_on, any_verb, first_phrase, opens_again)

CARDS: tuple[Card, ...] = tuple(_CARDS)


def attribute(site: Site) -> Hit | None:
    """The speaker of one quotation: the first rule that finds its evidence."""
    if site.alone:
        return _first(site, (label_inside, after_dash, following_clause, *ALONE))
    if not site.leads:
        return _first(site, (*BEFORE, *AFTER, *REST))
    if _clause_before(site):
        return _first(site, (*BEFORE, possessor, *AFTER, *REST))
    hit = _first(site, (*AFTER, *BEFORE, *REST))
    if hit is not None and hit.via in ("after-subject", "after-pronoun") and not _says(site, hit):
        return _first(site, (before,)) or hit  # “…,” a website run by friends, opened: what stands before may still say it
    return hit


def _first(site: Site, rules: Sequence[Rule]) -> Hit | None:
    """The hit of the first rule that has one whose mention is made of words: no stray mark names anybody."""
    text = site.article.text
    for apply in rules:
        hit = apply(site)
        if hit is not None:
            mention = text[hit.start : hit.end]
            if not _STRAY.search(mention) and any(c.isalnum() for c in mention):
                return hit
    return None


_STRAY = re.compile(r"[\"“”„«»\n]")


def _says(site: Site, hit: Hit) -> bool:
    """Whether the cue of the hit is a verb of saying."""
    return hit.cue is not None and site.article.text[hit.cue.start : hit.cue.end].lower() in SAY_FINITE


def attribute_nested(site: Site) -> Hit | None:
    """The speaker of a quotation inside another: only what stands beside it in its own sentence counts."""
    if site.alone:
        return None
    return _first(site, (*AFTER, *BEFORE) if site.leads and not _clause_before(site) else (*BEFORE, *AFTER))


def _clause_before(site: Site) -> bool:
    """Asked whether he would say “…,” Smith left: a verb of saying that touches the mark inside a clause of time."""
    t = site.t
    start = site.lo
    while start < site.i and t.tags[start] & (ADV | COORD) and not t.tags[start] & SUB:
        start += 1
    if start < site.i and t.tags[start] & (ING | PART) and not any(t.tags[x] & COMMA for x in range(start, site.i)):
        return possessor(site) is not None
    if start >= site.i or not t.tags[start] & SUB:
        return False
    return any(t.tags[x] & ANYCUE and is_finite(t, x) for x in range(start, site.i))
