"""What articles are called in an archive: a name, once given, stays."""

from __future__ import annotations

import os
import re
import sqlite3
from itertools import count

from quotecli.model import Source

NUMBERED = re.compile(r"(.*)#(\d{1,15})")


def free_name(db: sqlite3.Connection, source: Source) -> str:
    """The id that the article was read under; where another has it, with the folder it lies in, then with a number."""

    def taken(name: str) -> bool:
        return db.execute("SELECT 1 FROM article WHERE name = ?", (name,)).fetchone() is not None

    if not taken(source.id):
        return source.id
    longer = f"{os.path.dirname(source.path).replace(os.sep, '/') or '.'}/{os.path.basename(source.id)}"
    return next(name for n in count(1) if not taken(name := longer if n == 1 else f"{longer}~{n}"))


def place_in_order(name: object) -> tuple[str, int]:
    """By what articles are ordered: the records of a file by their numbers, else by name, which in a damaged archive may be no text."""
    text = str(name)
    numbered = NUMBERED.fullmatch(text)
    return (numbered[1], int(numbered[2])) if numbered else (text, 0)
