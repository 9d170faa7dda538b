"""He or she: what a text itself tells of the people whose names no list has.

A pronoun that follows the only person named near it votes. So a name on no list gets what a listed one brings along, and a name that
stayed open and is "she" in the next breath is a person's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from quotecli.find.names import Mention
from quotecli.find.persons import Person
from quotecli.lexicon.en.mentions import GENDERED, HE, SHE

if TYPE_CHECKING:
    from quotecli.find.cast import Cast

NEAR = 160
"""Code points between a name and a pronoun that votes for it."""


@cache
def _pronouns() -> re.Pattern[str]:
    first = {w[0] for w in GENDERED}
    tails = sorted({w[1:] for w in GENDERED}, key=len, reverse=True)
    return re.compile(rf"[{''.join(sorted(first | {c.upper() for c in first}))}](?:{'|'.join(tails)})\b")  # also "sis": asked below


LONGEST = max(map(len, GENDERED))
"""Letters of a pronoun."""


class Votes:
    """The pronouns of one article, counted for whoever is asked about."""

    __deletable__ = ["_cast"]  # noqa: RUF012  # what the compiler asks for, word by word

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._pairs = cast.article.marked.pairs
        self._openings = [pair.start for pair in self._pairs]
        self._counted: bool | None = None

    def close(self) -> None:
        """Let go of the cast."""
        del self._cast

    def gender(self, person: Person) -> str:
        """The gender of the pronouns that stand behind the person with nobody else near; "" where they do not agree."""
        if not person.perhaps or (len(person.words) < 2 and not self._anybody()):
            return ""
        he = she = 0
        for m, following in zip(person.mentions, [*person.mentions[1:], None], strict=True):
            for word in self._behind(person, m, following):
                he, she = he + (word in HE), she + (word in SHE)
        return "m" if he > 2 * she else "f" if she > 2 * he else ""

    def _anybody(self) -> bool:
        """Whether there is a full name whose gender nothing else tells: for single words alone no pronoun is counted."""
        if self._counted is None:
            self._counted = any(len(p.words) > 1 and not p.body and not p.obvious for p in self._cast.people())
        return self._counted

    def _behind(self, person: Person, m: Mention, following: Mention | None) -> Iterator[str]:
        """The pronouns in the paragraph, near behind one mention, up to the next one of the same person."""
        text = m.text
        if m.behind or (m.start and not text[m.start - 1].isspace()):
            return
        limit = m.start + NEAR if following is None else min(m.start + NEAR, following.start)
        line_end = text.find("\n", m.start, limit)
        limit = limit if line_end < 0 else line_end
        for match in _pronouns().finditer(text, m.start + 1, limit + LONGEST + 1):
            at, word = match.start(), match[0].lower()
            if at > limit:
                return
            if word in GENDERED and not text[at - 1].isalpha() and not self._quoted(at) and self._only(person, at):
                yield word

    def _quoted(self, offset: int) -> bool:
        i = bisect_right(self._openings, offset) - 1
        return i >= 0 and offset < self._pairs[i].end

    def _only(self, person: Person, offset: int) -> bool:
        """Whether nobody else is named in the paragraph not far before the offset."""
        cast, far = self._cast, max(0, offset - NEAR)
        last = cast.last_before(offset)
        if last is None or (last.person is not None and not last.person.body and last.person.obvious):
            return False
        near = cast.between(max(far, cast.article.text.rfind("\n", far, offset)), offset)
        return all(m.person is person or not cast.perhaps(m.person) for m in near)
