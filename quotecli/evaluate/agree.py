"""When an answer agrees with an annotation: whether the words are the same stretch, and whether two names are one person's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotecli.lexicon.en.agreement import PRONOUNS, TITLES
from quotecli.model import Span


def overlap(a: Span, b: Span) -> int:
    """Code points that two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def jaccard(a: Span, b: Span) -> float:
    """The share, 0 to 1, that two spans have in common of what they cover together."""
    both = overlap(a, b)
    return both / max(1, a.end - a.start + b.end - b.start - both)


def words(name: str | None) -> list[str]:
    """The words of a name by which it is compared."""
    found = re.findall(r"\w+", re.sub(r"[’']s\b", "", (name or "").casefold()))
    return [word for word in found if word not in TITLES] or found


def same_name(gold: str, said: str | None) -> bool:
    """The same person or body: one surname and no clash of first names, or half of a description's words."""
    g, s = words(gold), words(said)
    if not g or not s:
        return False
    if g == s or (g[-1] == s[-1] and (len(g) == 1 or len(s) == 1 or g[0][0] == s[0][0])):
        return True
    return len(set(g) & set(s)) / len(set(g) | set(s)) >= 0.5


def touches(sources: Sequence[Span], mention: Span) -> bool:
    """Whether a mention shares words with an annotated source, which may be in several pieces."""
    return any(overlap(mention, source) for source in sources)


def names_source(text: str, at: Span, sources: Sequence[Span], mention: Span, name: str | None) -> bool:
    """Whether the mention for a quotation `at` this place is its annotated source or, elsewhere, names it by the same last word; a pronoun,
    in the same paragraph.
    """
    if touches(sources, mention):
        return True
    source = " ".join(text[start:end] for start, end in sources)
    if source.strip().casefold() not in PRONOUNS:
        return bool(set(words(name)[-1:]) & set(words(source)))
    between = text[min(mention.start, at.start) : max(mention.end, at.end)].strip()
    return text[mention.start : mention.end].casefold() == source.strip().casefold() and "\n" not in between
