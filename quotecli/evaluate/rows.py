"""Annotations as JSON Lines: an article a line, or a set of articles on one event.

An article: {"text", "quotes": [...], "ignore": [[start, end]]}; in place of `text`, a `name` or `id` by which it is among the articles
that are given. A quotation: {"start", "end"}, or its words alone as "text" where they stand once; "kind": "other" where nobody said it,
"nested" where it stands in another; and who said it, as names: "speaker", and "accept", a list of others; or as places: "attributed"
and "source": [[start, end]]. An event: {"articles": [{"name", "text", "quotes"}], "utterances": [{"quotes": [ids], "optional": [ids]}]}.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from quotecli.errors import Misuse
from quotecli.evaluate.gold import Annotated, Article, Event, Texts, Utterance, fitted, known
from quotecli.model import Span

Row = dict[str, Any]


def read_rows(lines: str, path: str, texts: Texts) -> Iterator[Event]:
    """The events of a file, an article by itself being one. Raises `Misuse` with the line that is wrong."""
    for number, line in enumerate(lines.split("\n"), 1):
        if line.strip():
            yield event(parsed(line, f"{path}:{number}"), f"{path}:{number}", texts)


def parsed(line: str, where: str) -> Row:
    """A line's object."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Misuse(f"{where}: is no JSON: {error}") from None
    if not isinstance(row, dict):
        raise Misuse(f"{where}: is no object with 'quotes'")
    return row


def event(row: Row, where: str = "annotations", texts: Texts | None = None) -> Event:
    """One line's articles. Raises `Misuse` for a line of another form, or that does not fit its text."""
    try:
        if "articles" not in row:
            return Event((article(row, where, texts or {}),))
        together = tuple(Utterance(tuple(one["quotes"]), tuple(one.get("optional", ()))) for one in row.get("utterances", ()))
        return distinct(Event(tuple(article(one, where, texts or {}) for one in row["articles"]), together), where)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Misuse(f"{where}: is not of the form that is told at `quotes eval --help`: {type(error).__name__} {error}") from None


def distinct(event: Event, where: str) -> Event:
    """The event, whose articles have names and whose quotations have ids of their own."""
    for called in ([one.name for one in event.articles], [one.id for article in event.articles for one in article.quotes]):
        if len(set(called)) < len(called):
            raise Misuse(f"{where}: two articles, or two quotations, have the name '{next(n for n in called if called.count(n) > 1)}'")
    return event


def article(row: Row, where: str, texts: Texts) -> Article:
    """One article."""
    name = str(row.get("name") or row.get("id") or where)
    where = where if name == where else f"{where}, {name}"
    text = row["text"] if "text" in row else known(name, texts, where)
    if texts.get(name, text) != text:
        raise Misuse(f"{where}: the text that was annotated is not the one that is at the paths")
    quotes = tuple(annotated(one, f"{name}:{number}") for number, one in enumerate(row["quotes"]))
    double = "ignore" in row or any("attributed" in one for one in row["quotes"])
    return fitted(Article(name, text, quotes, spans(row.get("ignore")), double), where)


def annotated(one: Row, id: str) -> Annotated:
    """One quotation."""
    kind = one.get("kind")
    speech = None if kind == "nested" else bool(one.get("attributed", kind != "other"))
    names = tuple(filter(None, (one.get("speaker"), *(one.get("accept") or ()))))
    if not all(isinstance(name, str) for name in names):
        raise TypeError("speaker")
    start, end = int(one.get("start", -1)), int(one.get("end", -1))
    return Annotated(start, end, speech, names, spans(one.get("source")), str(one.get("id", id)), one.get("text") or "")


def spans(found: Any) -> tuple[Span, ...]:
    """Pairs of offsets."""
    return tuple(Span(int(start), int(end)) for start, end in found or ())
