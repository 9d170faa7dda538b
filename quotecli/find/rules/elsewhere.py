"""A quotation that has its sentence to itself: the speaker stands in another sentence or paragraph."""

from __future__ import annotations

from itertools import islice

from quotecli.find.article import Hit
from quotecli.find.rules.cues import candidates, choose, spoken_of
from quotecli.find.rules.guesses import any_verb, possessor, weak_verb
from quotecli.find.rules.site import MEMORY, Site, hit_at, rule
from quotecli.find.subjects import (
    first_np,
    is_finite,
    np_starting,
    subject,
)
from quotecli.find.tokens import (
    ADV,
    BREAK,
    CAP,
    COLON,
    COMMA,
    COORD,
    DASH,
    DET,
    FIN,
    LABEL,
    LONGEST,
    OBJ,
    POSS,
    POSSPRON,
    PREP,
    PRON,
    REL,
    ROLE,
    SAY,
    STOP,
    SUB,
    TIME,
    Q,
    Tokens,
)

BRIEF = 80
"""Characters of a question that stands in a paragraph of its own; a longer one goes on with what its speaker said."""


VOICES = 24
"""Quotations of one sentence that are asked for their speaker: a sentence of print holds a few, a page of nothing but marks thousands."""


@rule(
    "paragraph",
    reason="“…,” Smith said. “…”: a quotation that stands alone has the speaker of the one before it in its paragraph (98 %).",
    finds=(),
)
def paragraph(site: Site) -> Hit | None:
    """The speaker of the quotation before, in the same paragraph."""
    t = site.t
    plain = False
    if site.i and t.tags[site.i - 1] & Q and t.final[site.i - 1] == "?":
        return None  # “Are you sure?” “Yes.”: an answer is another's
    here = t.sentence_of[site.i]
    for sentence in range(here, max(-1, here - MEMORY), -1):
        s, e = t.sentences[sentence]
        if site.i - e > LONGEST:
            break
        quoted = list(islice((j for j in range(min(e, site.i) - 1, s - 1, -1) if t.tags[j] & Q), VOICES))
        for j in quoted:
            earlier = site.article.hits.get(t.starts[j])
            if earlier is not None:
                return None if plain else earlier._replace(via="paragraph", carried=True)
        if quoted or sentence == here:
            continue
        verb = next((x for x in range(s, e) if t.tags[x] & (SAY | LABEL) and t.tags[x] & FIN and is_finite(t, x)), None)
        np = subject(t, verb, s) if verb is not None else None
        if np and verb is not None and _speaks_to(t, verb, e):
            return None  # Lee asked Smith about it. “…”: the answer is his, or her question
        if np and verb is not None:
            return hit_at(site, np, (verb, verb + 1), "plain-sentence", noun=True)._replace(carried=True)
        plain = plain or _other_subject(site, t, s, e)
    return None


def _other_subject(site: Site, t: Tokens, s: int, e: int) -> bool:
    """Whether a sentence without a quotation is about somebody: the quotation behind it may be theirs, or still the first speaker's."""
    first = next((x for x in range(s, e) if not t.tags[x] & (ADV | COORD)), s)
    kin = t.tags[first] & (POSSPRON | DET) and any(t.tags[x] & ROLE for x in range(first + 1, min(first + 3, e)))
    if kin:
        return any(is_finite(t, x) for x in range(first, e))  # Her husband nodded
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
    best = choose(there, candidates(there))
    if best:
        return hit_at(site, best.np, (best.verb, best.verb + 1), "colon-above", t=above)
    for finder in (possessor, weak_verb, any_verb):
        hit = finder(there)
        if hit:
            return hit._replace(via="colon-above", noun=False)
    np = None if spoken_of(there) else first_np(above, lo, hi - 1)
    return hit_at(site, np, None, "colon-above", t=above) if np else None


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
    best = next((c for c in candidates(there) if c.strength & SAY and c.via != "before-infinitive"), None)
    if best is None or above.tags[best.np[0]] & REL:
        return None
    return hit_at(site, best.np, (best.verb, best.verb + 1), "reported-above", t=above)._replace(carried=True)


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
    return hit_at(site, (j, k), (0, j), "signature-below", t=below)


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
        return hit_at(site, np, (last, last + 1), "following-clause") if np and np[0] == lo else None
    if t.tags[lo] & SAY and t.tags[lo] & FIN and lo + 1 <= last:
        np = np_starting(t, lo + 1, hi)
        return hit_at(site, np, (lo, lo + 1), "following-clause") if np and np[1] > last else None
    return None


def _speaks_to(t: Tokens, verb: int, end: int) -> bool:
    """Whether the verb names somebody who may be the one to answer."""
    return t.low[verb] in ("asked", "asks", "blamed", "accused") and verb + 1 < end and bool(t.tags[verb + 1] & (CAP | OBJ))


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
    if earlier is None or article.text[last.start : last.end].rstrip("\"”’'» ").endswith("?"):
        return None  # behind a question somebody else answers
    if site.final == "?" and site.t.ends[site.i] - site.t.starts[site.i] < BRIEF:
        return None  # “No,” Smith said. “Why not?”: somebody asks him
    return earlier._replace(via="previous-paragraph", carried=True)


def opens_again(site: Site) -> Hit | None:
    """“…,” Smith said. “…” of the city's finances: a sentence that a quotation opens, behind one with a speaker."""
    if site.lo != site.i:
        return None
    hit = paragraph(site)
    return hit._replace(via="opens-again") if hit else None
