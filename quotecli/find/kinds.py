"""What a quotation is: speech that stands by itself, a fragment in the reporter's sentence, or no reported speech at all."""

from __future__ import annotations

import re

from quotecli.find.article import Hit
from quotecli.find.rules import Site
from quotecli.find.tokens import ADV, BASE, CAP, DET, LABEL, NV, POSS, POSSPRON, PRON, ROLE, SAY, TITLE, VERB, WEAK
from quotecli.lexicon.en.verbs import SPEECH_NOUNS
from quotecli.lexicon.en.words import COORDINATORS, DETERMINERS, PREPOSITIONS
from quotecli.model import Kind, Span

_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\w.,]*")
_SMALL = DETERMINERS | PREPOSITIONS | COORDINATORS | frozenset(["is", "with", "vs", "n", "as"])
_WORKS = frozenset(
    """
    show film movie book song novel album series programme program podcast column essay documentary single hit memoir play musical
    poem sitcom drama magazine entitled titled episode op-ed headline headlined bestseller best-seller record track anthem ballad
    painting broadcast edition exhibit exhibition segment special blog game
""".split()
)
_NAMING = frozenset(["nicknamed", "dubbed"])


WEAK_TIES = frozenset({"previous-paragraph", "reported-above", "any-verb", "first-phrase", "opens-again", "goes-on"})
"""Rules too weak to vouch for a quotation whose closing mark is missing."""


def title_case(words: list[str]) -> bool:
    """Whether two or more words are all capitalised, small ones inside excepted: a title's dress."""
    return (
        len(words) >= 2
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in words)
    )


def kind_of(site: Site, pieces: tuple[Span, ...], hit: Hit | None) -> tuple[Kind, str | None]:
    """The kind of the quotation at `site`, and for kind other the reason."""
    text = site.article.text
    body = text[pieces[0].start : pieces[-1].end]
    words = _WORD.findall(body[:200])
    why = _not_speech(site, body, words, hit)
    if why:
        return "other", why
    return ("mixed" if _fragment(site, body, words, hit) else "direct"), None


def _fragment(site: Site, body: str, words: list[str], hit: Hit | None) -> bool:
    """Whether the quotation is part of the reporter's own sentence: it begins in lower case, and goes on from nothing."""
    t, i = site.t, site.i
    before = t.low[i - 1] if i > site.lo else ""
    first = next((c for c in body if c.isalnum()), "")
    if before in (":",):
        return False
    if first.islower():
        if (
            before == ","
            and i - 1 > site.lo
            and len(words) > 4
            and t.tags[i - 2]
            and hit is not None
            and hit.via.startswith(("after", "before"))
        ):
            return len(words) <= 4
        return not (site.lo == i and len(words) > 4)
    return bool(words) and len(words) <= 3 and i > site.lo and before not in (",", '"') and not site.leads


def _not_speech(site: Site, body: str, words: list[str], hit: Hit | None) -> str | None:
    """Why the quotation is no reported speech; None when it is. A share in a comment is how often that was so in annotated news."""
    t, i = site.t, site.i
    before = t.low[i - 1] if i > site.lo else ""
    ahead = t.tags[i - 1] if i > site.lo else 0
    if not words:
        return "empty"
    if body[0] == "(" and body.rstrip()[-1] == ")" and body.upper() == body:
        return "stage-direction"  # “(CROSSTALK.)”
    if len(words) == 1 and ahead & CAP and i + 1 < site.hi and t.tags[i + 1] & CAP and body[:1].isupper() and not site.leads:
        return "nickname"  # John “Jack” Hill
    if (before in _NAMING and not (ahead & SAY) and (i - 2 < site.lo or not t.tags[i - 2] & PRON)) or (
        before == "as" and i - 2 >= site.lo and t.low[i - 2] == "known"
    ):
        return "nickname" if body[:1].isupper() else "term"
    if title_case(words) and not site.alone and not ("," in body.rstrip(",") and " and" in body) and _is_title(site, before, ahead, hit):
        return "title"
    if before == "so-called" and len(words) <= 3 and hit is not None and hit.via in (*_REMOTE, "weak-verb"):
        return "term"
    if i + 1 < site.hi and t.low[i + 1] in _WORKS and body[:1].isupper() and len(words) <= 4 and not site.leads:
        return "title"  # the “Today” programme
    if before in ("titled", "entitled", "headlined") or (
        before in _WORKS and len(words) <= 3 and not body[:1].islower() and not site.leads
    ):
        return "title"
    if len(words) <= 4 and _unsaid(site):
        return "term"  # avoided the term “radical”, never said “crisis”
    if (
        len(words) <= 4
        and hit is not None
        and hit.via in _REMOTE
        and _noun(site, i + 1)
        and t.low[i + 1] not in _SAID_NOUNS
        and (ahead & (DET | POSS | POSSPRON | ADV) or len(words) == 1)
    ):
        return "term"  # the “gun violence” narrative, traditionally “red” districts: 69 %
    if len(words) > 3 or (site.alone and site.final in (".", "?", "!", "…")):
        return None
    via = hit.via if hit else None
    if via is None:
        return None if (site.final and site.final in ",!?") or _reported(site) else "scare"  # no cue at all: 85 %
    if body[:1].islower() and via == "first-phrase" and words[0].endswith(("ed", "ing")):
        return None  # His cousin “started mouthing off”
    if (
        via in ("goes-on", "previous-paragraph")
        or (via == "first-phrase" and len(words) != 2)
        or (via == "same-sentence" and len(words) <= 2)
    ):
        return "scare"  # only a guess reaches it: 75 %
    return None


_REMOTE = frozenset({"any-verb", "first-phrase", "possessor"})
"""Rules that reach a quotation without a verb of saying."""
_SAID_NOUNS = SPEECH_NOUNS | frozenset("moniker dictum crack retort shot jab barb".split())
_GUESSED = frozenset({"any-verb", "first-phrase", "same-sentence", "previous-paragraph", "paragraph", "plain-sentence", "goes-on"})


def _is_title(site: Site, before: str, ahead: int, hit: Hit | None) -> bool:
    """Whether capitalised words name a work, a programme, a bill: speech where a verb of saying touches them or follows them."""
    if ahead & POSS or before == "on":
        return True  # on CNN’s “New Day,” she said: 85 %
    if site.i > site.lo and {site.t.low[j] for j in range(max(site.lo, site.i - 3), site.i)} & _WORKS:
        return True
    if hit is None or hit.via in _GUESSED:
        return True  # 75 %
    if hit.via != "before" or before == "as":
        return False
    return _noun(site, site.i + 1) or before in ("of", "for", "from", "at", "during")  # 70 %


_WITHHELD = frozenset(
    "not n't never refuse refuses refused refusing avoid avoids avoided avoiding without decline declined declines".split()
)


def _reported(site: Site) -> bool:
    """Whether a verb of saying or labelling stands close before: somebody unnamed said it ("Grey was called “a saint”")."""
    tags = site.t.tags
    return any(tags[j] & (SAY | LABEL) and not tags[j] & NV for j in range(max(site.lo, site.i - 6), site.i))


def _unsaid(site: Site) -> bool:
    """Whether the sentence says that the words were not said, or speaks of them as words: "he does not use the word “cuts”"."""
    t, i = site.t, site.i
    near = range(max(site.lo, i - 7), i)
    if not any(t.low[j] in _WITHHELD or t.low[j].endswith("n't") for j in near):
        return False
    if t.low[i - 1] in ("word", "words", "term", "phrase", "name", "label"):
        return True
    return bool(t.tags[i - 1] & SAY) and t.low[i - 1] in ("say", "said", "saying", "says", "uttered", "utter", "mention", "mentioned")


def _noun(site: Site, j: int) -> bool:
    """Whether token j is a plain lower-case noun or adjective."""
    if j >= site.hi or not site.t.low[j].isalpha():
        return False
    return not site.t.tags[j] & ~(ROLE | TITLE | NV | VERB | BASE | LABEL | WEAK | SAY) or bool(site.t.tags[j] & NV)
