"""The speaker in front of the quotation, or at the end of its sentence."""

from __future__ import annotations

from quotecli.find.article import Hit
from quotecli.find.rules.cues import candidates, choose, passive, passive_agent, spoken_of
from quotecli.find.rules.guesses import possessor
from quotecli.find.rules.site import OPENING, REACH, Site, hit_at, rule
from quotecli.find.subjects import (
    can_speak,
    first_np,
    is_finite,
    np_starting,
    subject,
)
from quotecli.find.tokens import (
    ADV,
    ANYCUE,
    AUX,
    CAP,
    CLOSE,
    COLON,
    COMMA,
    COORD,
    DASH,
    DET,
    FIN,
    ING,
    LABEL,
    OBJ,
    OPEN,
    PART,
    POSSPRON,
    PREP,
    PRON,
    REL,
    ROLE,
    SAY,
    SEMI,
    SUB,
    TIME,
    TITLE,
    VERB,
    Q,
)
from quotecli.lexicon.en.verbs import SPEECH_NOUNS


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
    return hit_at(site, (k, end), (end, end + 1), "label-before")


@rule(
    "gapped",
    reason="Smith called it “a beacon”; Jones, “a ruin”: the verb is said once, and each name stands before its own words.",
    finds=(("Dana Ortiz called the tower “a beacon”; Kim, “a ruin.”", "Kim"),),
    leaves=("Dana Ortiz called the tower “a beacon,” and, “a ruin.”",),
)
def gapped(site: Site) -> Hit | None:
    """; Jones, “…”."""
    t = site.t
    end = site.i - bool(t.tags[site.i - 1] & COMMA)
    j = end - 1
    while j > site.lo and t.tags[j] & CAP and not t.tags[j] & (COMMA | SEMI | Q):
        j -= 1
    if j == end - 1 or j <= site.lo or not any(t.tags[x] & Q for x in range(site.lo, j)):
        return None
    joined = t.low[j] == "and" and t.tags[j - 1] & (COMMA | SEMI | Q)
    return hit_at(site, (j + 1, end), None, "gapped") if joined or (t.tags[j] & SEMI and end < site.i) else None


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
    best = choose(site, candidates(site))
    if best is None:
        return None
    claims = _claims(site, best.verb)
    owned = possessor(site) if claims else None
    if owned is not None and owned.cue is not None and owned.cue.start in claims:
        return owned  # disputed Smith's claim that it was “…”
    return hit_at(site, best.np, (best.verb - (best.via == "before-according"), best.verb + 1), best.via)


def _claims(site: Site, verb: int) -> set[int]:
    """Where nouns for something said stand behind the verb that have "that" and one clause between them and the words."""
    t = site.t
    nouns = (x - 1 for x in range(verb + 2, site.i) if t.low[x] == "that" and t.low[x - 1] in SPEECH_NOUNS)
    return {t.starts[n] for n in nouns if sum(t.tags[x] & (VERB | AUX) != 0 and is_finite(t, x) for x in range(n + 2, site.i)) == 1}


def label_of_another(site: Site) -> Hit | None:
    """Whose label the words are inside what a third person tells: "Her friends mock him, calling Lund “a clown,” Susan said"."""
    t = site.t
    if not any(t.tags[x] & ING and t.tags[x] & LABEL for x in range(max(site.lo, site.i - 4), site.i)):
        return None
    found = candidates(site)
    if not found or found[0].via != "before-participle" or not t.tags[found[0].verb] & LABEL or site.i - found[0].verb > 4:
        return None
    verb = found[0].verb
    if verb - 1 <= site.lo or not t.tags[verb - 1] & COMMA or any(t.tags[x] & COMMA for x in range(verb, site.i)):
        return None
    return hit_at(site, found[0].np, (verb, verb + 1), "before-participle")


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
            return hit_at(site, np, (site.lo, site.lo + 1), "in-the-eyes", noun=True)
    if j <= site.lo + 1 or not t.tags[j] & COMMA:
        return None
    for p in range(j - 1, max(site.lo, j - 6) - 1, -1):
        if t.low[p] in ("to", "for") and (p == site.lo or t.tags[p - 1] & (SUB | COMMA | COORD)):
            np = np_starting(t, p + 1, j)
            if np and np[1] == j and t.tags[p + 1] & (CAP | OBJ):
                return hit_at(site, np, (p, p + 1), "in-the-eyes", noun=True)
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
    return hit_at(site, np, (verb, verb + 1), "opening-participle") if np else None


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
            if bits & PART and passive(t, k, site.i):
                agent = passive_agent(t, k, hi, site.i + 1)
                return hit_at(site, agent, (k, k + 1), "passive-agent") if agent else None
            opened = bool(t.tags[k - 1] & (COMMA | DASH)) or bool(t.tags[k - 1] & Q and t.final[k - 1] == ",")
            if opened and k + 1 < hi and not t.tags[k + 1] & (PREP | SUB | Q | COMMA):
                np = np_starting(t, k + 1, hi)
                if np and np[1] < hi and t.tags[np[1]] & (AUX | VERB) and not t.tags[np[1]] & (ING | PART):
                    return None  # , said Hill was wrong
                if np and (t.tags[np[0]] & (CAP | DET | PRON | POSSPRON | ROLE)):
                    return hit_at(site, np, (k, k + 1), "trailing")
            if any(t.low[x] in ("that", "he", "she", "it", "they") for x in range(k + 1, min(hi, k + 3))):
                return None  # a clause of its own with its own content
            np = subject(t, k, site.i + 1)
            if np:
                ahead = t.tags[np[0] - 1]
                if ahead & (COMMA | DASH) or (ahead & Q and t.final[np[0] - 1] == ","):
                    return hit_at(site, np, (k, k + 1), "trailing")
        elif t.low[k] == "as" and t.tags[k - 1] & (COMMA | Q) and k + 2 < hi:
            verb = next((x for x in range(k + 2, min(hi, k + 12)) if t.tags[x] & ANYCUE and is_finite(t, x)), None)
            np = np_starting(t, k + 1, verb) if verb else None
            if verb and np and all(t.tags[x] & (AUX | ADV) for x in range(np[1], verb)) and t.tags[np[0]] & (CAP | DET | PRON | POSSPRON):
                return hit_at(site, np, (verb, verb + 1), "trailing")
        elif t.low[k] == "according" and k + 2 < hi and t.low[k + 1] == "to":
            np = np_starting(t, k + 2, hi)
            return hit_at(site, np, (k, k + 2), "trailing") if np else None
    return None


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
        if t.low[j] in ("from", "by") and j + 1 < site.i - 1 and t.tags[j + 1] & (CAP | DET | POSSPRON | ROLE | TITLE):
            np = np_starting(t, j + 1, site.i - 1)
            if np:
                return hit_at(site, np, (site.i - 1, site.i), "colon")
    np = None if spoken_of(site) else first_np(t, site.lo, site.i - 1)
    return hit_at(site, np, (site.i - 1, site.i), "colon") if np and can_speak(t, np) else None
