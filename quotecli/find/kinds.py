"""What a quotation is: speech that stands by itself, a fragment in the reporter's sentence, or no reported speech at all.

Whether it is speech is weighed: the signs of `find.speech` have weights in the language's data, made by `tools/fit_kinds.py` from
annotated news, and the sum is a belief. What is left out has a reason, told from the signs that a reader would name.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

from quotecli.find import classes as c
from quotecli.find.article import Hit
from quotecli.find.site import Site
from quotecli.find.speech import SEEN, Words, asked, read, signs
from quotecli.lexicon.en import speech as lexicon
from quotecli.lexicon.weights import read_weights
from quotecli.model import Kind, Span

WEAK_TIES = frozenset({"previous-paragraph", "reported-above", "first-phrase", "opens-again", "goes-on"})
"""Evidence too weak to vouch for a quotation whose closing mark is missing."""
DOUBT = 0.597
"""Belief below which a quotation is no speech. Where it stands, 98 of 100 quotations that are speech stay in on news that it was not
fitted on; a higher one keeps more titles and terms out and loses more of what somebody said: .63 two in a hundred more of them, and one
quotation in two hundred."""


def kind_of(site: Site, pieces: tuple[Span, ...], hit: Hit | None) -> tuple[Kind, str | None]:
    """The kind of the quotation at `site`, and for kind other the reason."""
    body = site.article.text[pieces[0].start : pieces[-1].end]
    words = read(body)
    if not words.all:
        return "other", "empty"
    if body[0] == "(" and body.rstrip()[-1] == ")" and body.upper() == body:
        return "other", "stage-direction"  # “(CROSSTALK.)”
    if len(words.all) <= 2 and _nickname(site, words.all):
        return "other", "nickname"
    if hit is None and len(words.all) <= 2 and site.i == site.lo and not site.alone and not site.leads:
        return "other", "scare"  # “Net zero” is a goal: a word or two that a sentence begins with, and nobody near says
    told = signs(site, body, words, hit) if asked(words, hit) else ()
    if told and (not _UNSAID.isdisjoint(told) or belief(told) < DOUBT):
        return "other", reason(words, told)
    return ("mixed" if _fragment(site, body, words.all, hit) else "direct"), None


def _nickname(site: Site, words: list[str]) -> bool:
    """Whether one or two words stand inside a name, or behind "the name": Karl “Shorty” Mott, goes by the name “Shorty.”"""
    t, i = site.t, site.i
    if i == site.lo or not words[0][0].isupper():
        return False
    if t.low[i - 1] in lexicon.NAME_NOUNS:
        return True
    inside = i + 1 < site.hi and t.tags[i - 1] & t.tags[i + 1] & c.CAP
    return bool(inside) and not site.leads and not t.tags[i - 1] & (c.PREP | c.SUB | c.DET | c.PRON | c.VERB)


@cache
def weights() -> dict[str, float]:
    """The weight of each sign."""
    return read_weights("kinds")


def belief(told: Iterable[str]) -> float:
    """How likely the signs make it that somebody said it, 0 to 1."""
    weight = weights().get
    return 1 / (1 + math.exp(-sum(filter(None, map(weight, dict.fromkeys(told))))))


_UNSAID = frozenset(("never said short", "withheld calling"))
"""A word or two of which the sentence says that it was not said: annotated news has one in 8,100, too few to learn a weight."""
_NICKNAME = frozenset({"inside name short", "known as", "touch naming capital"})
_TERM = ("beside word", "defined", "hedged", "unsaid", "never said", "after named", "after noun", "after defining", "touch calling")


def reason(words: Words, told: list[str]) -> str:
    """Why it is no speech, by the signs that say so: a nickname, a title, a term, or an odd word in scare quotes."""
    capital = words.dress in ("capital", "title")
    if capital and not _NICKNAME.isdisjoint(told):
        return "nickname"
    if (
        words.dress == "title"
        or any(sign.startswith(("beside work", "after work")) for sign in told)
        or (capital and "touch naming" in told)
    ):
        return "title"
    if any(sign.startswith(_TERM) for sign in told) or "touch naming" in told:
        return "term"
    return "scare"


def _fragment(site: Site, body: str, words: list[str], hit: Hit | None) -> bool:
    """Whether the quotation is part of the reporter's own sentence: it begins in lower case, and goes on from nothing."""
    t, i = site.t, site.i
    before = t.low[i - 1] if i > site.lo else ""
    first = next((c for c in body[:SEEN] if c.isalnum()), "")
    if before == ":":
        return False
    if first.islower():
        told = before == "," and i - 1 > site.lo and t.tags[i - 2] and hit is not None and hit.via.startswith(("after", "before"))
        if told and len(words) > 4:
            return False
        return not (site.lo == i and len(words) > 4)
    return bool(words) and len(words) <= 3 and i > site.lo and before not in (",", '"') and not site.leads
