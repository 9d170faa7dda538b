"""What a quotation is: speech that stands by itself, a fragment in the reporter's sentence, or no reported speech at all."""

from __future__ import annotations

import re

from quotecli.find.article import Hit
from quotecli.find.rules import Site
from quotecli.find.tokens import CAP, POSS, PREP
from quotecli.lexicon.words import COORDINATORS, DETERMINERS, PREPOSITIONS
from quotecli.model import Kind, Span

_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\w.,]*")
_SMALL = DETERMINERS | PREPOSITIONS | COORDINATORS | frozenset(["is", "with", "vs", "n", "as"])
_WORKS = frozenset(
    """
    show film movie book song novel album series programme program podcast column essay documentary single hit memoir play musical
    poem sitcom drama magazine entitled titled episode op-ed headline headlined bestseller best-seller record track anthem ballad
    painting exhibit exhibition segment special blog game
""".split()
)
_NAMING = frozenset(["nicknamed", "dubbed"])
_GUESSES = frozenset({"any-verb", "first-phrase", "weak-verb", "same-sentence", "previous-paragraph", "paragraph", "plain-sentence"})


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
    t, i = site.t, site.i
    low, tags = t.low, t.tags
    before = low[i - 1] if i > site.lo else ""
    ahead = tags[i - 1] if i > site.lo else 0
    behind = tags[i + 1] if i + 1 < site.hi else 0
    strong = hit is not None and not hit.noun and hit.via not in _GUESSES
    if not words:
        return "empty"
    if len(words) == 1 and ahead & CAP and behind & CAP and body[:1].isupper() and not site.leads:
        return "nickname"  # John “Jack” Hill
    if before in _NAMING or (before == "as" and i - 2 >= site.lo and low[i - 2] == "known"):
        return "nickname" if body[:1].isupper() else "term"
    if title_case(words) and not body.rstrip().endswith(("!", "?")):
        close = {low[j] for j in range(max(site.lo, i - 4), i)}
        if close & _WORKS or (ahead & POSS and not strong) or (ahead & POSS and site.final != ","):
            return "title"
        if not strong and not site.alone:
            return "title"
        if (
            ahead & PREP
            and before in ("on", "in", "of", "for", "from")
            and site.final not in (",", "!")
            and hit is not None
            and not hit.via.startswith("after")
        ):
            return "title"
    if len(words) <= 2 and hit is None and not (site.alone and site.final in (".", "?", "!", "…")):
        return "scare"
    if len(words) <= 2 and before in ("so-called",):
        return "term"
    if len(words) <= 2 and hit is not None and hit.via in ("previous-paragraph", "first-phrase"):
        return "scare"
    return None
