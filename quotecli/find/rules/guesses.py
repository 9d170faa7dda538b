"""Where no verb of saying governs: weaker evidence in the quotation’s own sentence."""

from __future__ import annotations

from quotecli.find.article import Hit
from quotecli.find.rules.cues import candidates, denied, spoken_of
from quotecli.find.rules.site import REACH, Site, hit_at, rule
from quotecli.find.subjects import (
    can_speak,
    first_np,
    is_finite,
    np_ending,
    subject,
)
from quotecli.find.tokens import (
    ADV,
    ANYCUE,
    AUX,
    BE,
    COORD,
    LONGEST,
    PART,
    POSS,
    POSSPRON,
    VERB,
    Q,
)
from quotecli.lexicon.en.people import DOCUMENTS
from quotecli.lexicon.en.verbs import SHOUTS, SPEECH_NOUNS


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
                return hit_at(site, (p, p + 1), (j, j + 1), "possessor", noun=True)
            if t.tags[p] & POSS:
                np = np_ending(t, p - 1, site.lo)
                return hit_at(site, np, (j, j + 1), "possessor", noun=True) if np else None
    return None


@rule(
    "weak-verb",
    reason="Smith thinks the plan “a mess”: a verb of thought or display, where nothing stronger stands in the sentence.",
    finds=(("Dana Ortiz thinks that the plan is “a mess” for the town.", "Dana Ortiz"),),
)
def weak_verb(site: Site) -> Hit | None:
    """Smith believes “…”."""
    if denied(site):
        return None
    for candidate in candidates(site):
        return hit_at(site, candidate.np, (candidate.verb, candidate.verb + 1), "weak-verb", noun=True)
    return None


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


NOBODY = frozenset("it that this there what who which why how where when whose the a an lost".split())


@rule(
    "any-verb",
    reason="The tail of reporting verbs is endless: any finite verb's subject, where nothing better stands in the sentence.",
    finds=(("Dana Ortiz dreams of “one great park” for the town.", "Dana Ortiz"),),
)
def any_verb(site: Site) -> Hit | None:
    """Smith dreams of “…”."""
    t = site.t
    if denied(site):
        return None
    for j in range(site.i - 1, max(site.lo, site.i - REACH) - 1, -1):
        if t.tags[j] & (VERB | AUX) and is_finite(t, j):
            if t.tags[j] & BE and any(t.tags[x] & PART and t.tags[x] & ANYCUE for x in range(j + 1, min(j + 4, site.i))):
                return None  # was told, is called: its subject is the one who listens
            if any(t.low[x] in SPEECH_NOUNS or t.low[x] in SHOUTS for x in range(max(j, site.i - 3), site.i)):
                return None  # ignored calls to “…”: somebody else's
            np = subject(t, j, site.lo)
            if np and t.low[np[0]] not in NOBODY and can_speak(t, np):
                return hit_at(site, np, (j, j + 1), "any-verb", noun=True)
    return None


@rule(
    "first-phrase",
    reason="A sentence with no verb that we know: English puts its subject first.",
    finds=(),
)
def first_phrase(site: Site) -> Hit | None:
    """The first noun phrase of the sentence."""
    np = first_np(site.t, site.lo, site.i)
    if np is not None and (not can_speak(site.t, np) or spoken_of(site) or denied(site)):
        return None
    if np is None or (site.t.low[np[0]] in NOBODY and np[1] - np[0] == 1):
        return None
    return hit_at(site, np, None, "first-phrase", noun=True)
