"""In which order the rules are asked."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.find.article import Hit
from quotecli.find.rules.after import after_according, after_came, after_dash, after_inverted, after_pronoun, after_subject, label_inside
from quotecli.find.rules.before import before, colon, gapped, in_the_eyes, label_before, label_of_another, opening_participle, trailing
from quotecli.find.rules.elsewhere import (
    colon_above,
    following_clause,
    opens_again,
    paragraph,
    previous_paragraph,
    reported_above,
    signature_below,
)
from quotecli.find.rules.guesses import any_verb, first_phrase, goes_on, possessor, same_sentence, weak_verb
from quotecli.find.rules.site import _CARDS, Card, Rule, Site
from quotecli.find.subjects import (
    is_finite,
)
from quotecli.find.tokens import (
    ADV,
    ANYCUE,
    COMMA,
    COORD,
    ING,
    PART,
    SUB,
)
from quotecli.lexicon.en.verbs import SAY_FINITE

ALONE: tuple[Rule, ...] = (paragraph, colon_above, signature_below, previous_paragraph, reported_above)
"""For a quotation that has its sentence to itself."""


AFTER: tuple[Rule, ...] = (label_inside, after_pronoun, after_came, after_inverted, after_according, after_subject, after_dash)


BEFORE: tuple[Rule, ...] = (label_before, gapped, in_the_eyes, before, opening_participle)


REST: tuple[Rule, ...] = (possessor, trailing, colon, weak_verb, same_sentence, goes_on, any_verb, first_phrase, opens_again)


CARDS: tuple[Card, ...] = tuple(_CARDS)
REASONS: dict[str, str] = {card.name: card.reason for card in CARDS} | {
    "before-according": "According to Smith, … “…”: the phrase itself names the source.",
    "before-infinitive": "Smith wants to call it “…”: an infinitive has the subject of the verb over it.",
    "before-participle": "Smith left, calling it “…”: a participle has the subject of the clause it hangs on.",
    "opens-again": "“…,” Smith said. “…” of the city: a sentence that a quotation opens goes on with the speaker before.",
    "passive-agent": "was called “…” by Smith: the agent speaks, not the subject.",
    "plain-sentence": "Smith answered at once. “…”: the verb of saying stands in the sentence before.",
}
"""What in the world each rule rests on, by the name that an attribution carries."""


def attribute(site: Site) -> Hit | None:
    """The speaker of one quotation: the first rule that finds its evidence."""
    if site.alone:
        return _first(site, (label_inside, after_dash, following_clause, *ALONE))
    if not site.leads:
        return _first(site, (*BEFORE, *AFTER, *REST))
    if _clause_before(site):
        return _first(site, (after_inverted, *BEFORE, possessor, *AFTER, *REST))
    hit = _first(site, (*AFTER, *BEFORE, *REST))
    if hit is not None and hit.via in ("after-subject", "after-inverted", "after-pronoun") and (labelled := label_of_another(site)):
        return labelled
    if hit is not None and hit.via in ("after-subject", "after-pronoun") and not _says(site, hit):
        return _first(site, (before,)) or hit  # “…,” a website run by friends, opened: what stands before may still say it
    return hit


_STRAY = frozenset('"“”„«»\n')


def _first(site: Site, rules: Sequence[Rule]) -> Hit | None:
    """The hit of the first rule that has one whose mention is made of words: no stray mark names anybody."""
    text = site.article.text
    for apply in rules:
        hit = apply(site)
        if hit is not None:
            mention = text[hit.start : hit.end]
            if _STRAY.isdisjoint(mention) and any(c.isalnum() for c in mention):
                return hit
    return None


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
