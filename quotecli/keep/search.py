"""Full-text search over the quotations of an archive."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

WORD = re.compile(r"\w+")
MOST = 500
"""Quotations that share only some of the words and are looked at, those that share most of what is rare first."""


def hits(db: sqlite3.Connection, phrase: str, telling: Sequence[str]) -> list[int]:
    """The rows of the quotations of current articles that have the words one after another, or one of the telling words."""
    found = dict.fromkeys(_matching(db, _phrase(phrase), None))
    if some := " OR ".join(filter(None, map(_phrase, telling))):
        found |= dict.fromkeys(_matching(db, some, MOST))
    return sorted(found)


def _phrase(words: str) -> str:
    """Words as FTS5 takes them, one after another; without words that only it understands."""
    parts = WORD.findall(words.replace("_", " "))
    return f'"{" ".join(parts)}"' if parts else ""


def _matching(db: sqlite3.Connection, query: str, most: int | None) -> list[int]:
    if not query:
        return []
    ranked = "ORDER BY rank LIMIT ?" if most else "LIMIT ?"
    rows = db.execute(f"SELECT rowid FROM quote_words WHERE quote_words MATCH ? {ranked}", (query, most or -1)).fetchall()
    return [number for (number,) in rows]
