"""Annotations as a table: a quotation a row, as `quotes eval --init` writes them.

Columns: `source`, the article's id, path or file name; `start`, `end`, or `text`, its words, where they stand once; `kind`; `speaker`;
`accept`, more names, parted by semicolons. A row with no place and no words says that the article was read and has no other.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator

from quotecli.errors import Misuse
from quotecli.evaluate.gold import Annotated, Article, Event, Texts, fitted, known

NEEDED = "source"


def read_table(table: str, path: str, texts: Texts) -> Iterator[Event]:
    """The articles of a table, in its order. Raises `Misuse` with the line that is wrong."""
    found: dict[str, list[tuple[int, Annotated]]] = defaultdict(list)
    lines = csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline=""), restval="")
    if NEEDED not in (lines.fieldnames or ()):
        raise Misuse(f"{path}: has no column '{NEEDED}'; `quotes eval --init` writes a table that has all")
    try:
        for row in lines:
            one = annotated({key: value for key, value in row.items() if isinstance(value, str)}, f"{path}:{lines.line_num}")
            found[row[NEEDED]] += [(lines.line_num, one)] if one else []
    except csv.Error as error:
        raise Misuse(f"{path}:{lines.line_num}: is no CSV: {error}") from None
    for name, quotes in found.items():
        text = known(name if name in texts else name.removeprefix("'"), texts, path)
        placed = [fitted(Article(name, text, (one,)), f"{path}:{line}").quotes[0] for line, one in quotes]
        yield Event((Article(name, text, tuple(placed)),))


def annotated(row: dict[str, str], where: str) -> Annotated | None:
    """One row; None where it has no quotation."""
    start, end = row.get("start", "").strip(), row.get("end", "").strip()
    quoted = row.get("text", "").strip()
    if not (start or end or quoted):
        return None
    if not all(one.isdecimal() for one in (start, end) if start or end):
        raise Misuse(f"{where}: start and end are whole numbers, not '{start[:20]}' and '{end[:20]}'")
    kind = row.get("kind", "").strip()
    names = tuple(filter(None, map(str.strip, (row.get("speaker", ""), *row.get("accept", "").split(";")))))
    speech = None if kind == "nested" else kind != "other"
    return Annotated(int(start or -1), int(end or -1), speech, names, (), where, quoted)
