"""Full-text search over the quotations of an archive."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

WORD = re.compile(r"\w+")
COMMON = 2000
"""Quotations from which on a word is common: it is looked for only beside one of the two words behind it, and of such pairs the first."""
MOST = 200
"""Quotations that have some of the words and are looked at: those in which most is shared."""

Clues = Sequence[tuple[str, float, Sequence[tuple[str, float]]]]
"""Telling words with their weights, in nats, each with the next word and the next but one, and theirs."""


class Hits(NamedTuple):
    """Where the full-text search leads."""

    numbers: list[int]  # the rows of quotations
    later: int  # quotations that have the words, too, and are left out


def hits(db: sqlite3.Connection, phrase: str, clues: Clues, most: int | None = None) -> Hits:
    """The quotations that have the words one after another, the `most` that were printed first, or share most of the telling ones.

    However large the archive, a word costs no more than some thousand quotations do.
    """
    weighed: defaultdict[int, float] = defaultdict(float)
    for weight, found in sharing(db, clues):
        for number in found:
            weighed[number] += weight
    some = nsmallest(MOST, weighed, key=lambda number: (-weighed[number], number))
    having = _matching(db, _phrase(phrase))
    chosen = {*(having if most is None or len(having) <= most else _first(db, having, most)), *some}
    return Hits(sorted(chosen), len({*having} - chosen))


def _first(db: sqlite3.Connection, having: Sequence[int], most: int) -> list[int]:
    """Of quotations those that were printed first, as `in_order` has it."""
    query = "SELECT coalesce(nullif(a.published, ''), '9'), a.name, q.start FROM quote q JOIN article a ON a.id = q.article WHERE q.id = ?"
    dated = ((*db.execute(query, (number,)).fetchone(), number) for number in having)
    return [row[-1] for row in nsmallest(most, dated)]


def sharing(db: sqlite3.Connection, clues: Clues) -> Iterator[tuple[float, list[int]]]:
    """What a telling word weighs, and who has it; of a common one, the same for the pairs that it makes."""
    common: dict[str, bool] = {}
    for word, weight, behind in clues:
        alone = _phrase(word)
        if alone not in common:
            found = _matching(db, alone, COMMON + 1)
            common[alone] = len(found) > COMMON
            if not common[alone]:
                yield weight, found
        for between, (other, more) in enumerate(behind if common[alone] else ()):
            yield weight + more, _matching(db, _near(alone, _phrase(other), between), COMMON)


def _matching(db: sqlite3.Connection, query: str, most: int = -1) -> list[int]:
    """The rows that answer a query, the oldest first."""
    if not query:
        return []
    rows = db.execute("SELECT rowid FROM quote_words WHERE quote_words MATCH ? LIMIT ?", (query, most))
    return [number for (number,) in rows]


def _near(one: str, other: str, between: int) -> str:
    """Two phrases with so many words between them at most."""
    return f"NEAR({one} {other}, {between})" if one and other else ""


def _phrase(words: str) -> str:
    """Words as FTS5 takes them, one after another; without words that only it understands."""
    parts = WORD.findall(words.replace("_", " "))
    return f'"{" ".join(parts)}"' if parts else ""
