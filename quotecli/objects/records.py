"""A report as JSON, to the contract that `--json` keeps, and back.

JSON holds no article's text, no map of a page and no record's key, and rounds confidences and similarities to three digits: these a
report that comes out of JSON does not have. Everything else is as it was.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any, TypeVar, get_args

from quotecli.errors import UnreadableReport
from quotecli.model import KINDS, Cluster, Conflict, Cue, Edit, Held, Quote, Report, Skipped, Source, Span, Speaker, Variant
from quotecli.render.json import SCHEMA, Record, write_report

Noun = TypeVar("Noun")
WORDS, PERHAPS = (str,), (str, type(None))
NUMBER, PERHAPS_NUMBER = (int,), (int, type(None))
SHARE, TRUTH, LIST, OBJECT, PERHAPS_OBJECT = (int, float), (bool,), (list,), (dict,), (dict, type(None))
CALLED = {str: "a string", int: "a whole number", float: "a number", bool: "true or false", list: "a list", dict: "an object"}
Kinds = tuple[type, ...]


def to_json(report: Report) -> str:
    """The document that `quotes extract --json` prints."""
    stream = io.BytesIO()
    write_report(report, stream)
    return stream.getvalue().decode("utf-8")


def to_dict(report: Report) -> Record:
    """The same document as dicts and lists."""
    made: Record = json.loads(to_json(report))
    return made


def from_json(document: str | bytes) -> Report:
    """The report of a document that `--json` or `to_json` made. Raises UnreadableReport, with the place, for anything else."""
    try:
        read = json.loads(document)
    except (ValueError, RecursionError) as error:
        raise UnreadableReport(f"no JSON: {error}") from None
    if not isinstance(read, dict) or read.get("schema") != SCHEMA:
        raise UnreadableReport(f"no document of `quotes extract --json`: its “schema” is not “{SCHEMA}”")
    return Report(
        sources=each(read, "", "sources", source),
        quotes=each(read, "", "quotes", quote),
        clusters=each(read, "", "clusters", cluster),
        skipped=each(read, "", "skipped", skipped),
    )


def told(record: Record, where: str, name: str, kinds: Kinds) -> Any:
    """What a record has under a name; of the kinds that the contract gives it, true being no number."""
    value = record.get(name, told)
    if isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool)):
        return value
    wanted = " or ".join(CALLED.get(kind, "null") for kind in kinds)
    raise UnreadableReport(f"{where}{name} is {'missing' if value is told else f'not {wanted}'}")


def some(record: Record, where: str, kinds: Kinds, *fields: str) -> Record:
    """What a record has under several names that the nouns have as well."""
    return {name: told(record, where, name, kinds) for name in fields}


def each(record: Record, where: str, name: str, made: Callable[[Record, str], Noun]) -> tuple[Noun, ...]:
    """The nouns of a list of records."""
    records = told(record, where, name, LIST)
    for index, one in enumerate(records):
        if not isinstance(one, dict):
            raise UnreadableReport(f"{where}{name}[{index}] is not an object")
    return tuple(made(one, f"{where}{name}[{index}].") for index, one in enumerate(records))


def names(record: Record, where: str, name: str) -> tuple[str, ...]:
    """A list of strings."""
    found = told(record, where, name, LIST)
    if not all(isinstance(one, str) for one in found):
        raise UnreadableReport(f"{where}{name} holds something that is not a string")
    return tuple(found)


def source(record: Record, where: str) -> Source:
    """An article, of which JSON has everything but the text."""
    return Source(
        **some(record, where, WORDS, "id", "path", "language", "format"),
        **some(record, where, PERHAPS, "title", "publisher", "published", "author", "url", "encoding"),
        text="",
    )


def span(record: Record, where: str) -> Span:
    """A stretch of a text."""
    return Span(told(record, where, "start", NUMBER), told(record, where, "end", NUMBER))


def quote(record: Record, where: str) -> Quote:
    """A quotation."""
    who, said = (told(record, where, name, PERHAPS_OBJECT) for name in ("speaker", "cue"))
    kind = told(record, where, "kind", WORDS)
    if kind not in KINDS:
        raise UnreadableReport(f"{where}kind is not one of {', '.join(KINDS)}")
    return Quote(
        **some(record, where, WORDS, "id", "source", "text"),
        **some(record, where, NUMBER, "start", "end", "line", "column"),
        **some(record, where, PERHAPS, "why", "parent", "continues"),
        kind=kind,
        pieces=each(record, where, "pieces", span),
        speaker=None if who is None else speaker(who, f"{where}speaker."),
        cue=None if said is None else cue(said, f"{where}cue."),
        clusters=names(record, where, "clusters"),
        closed=told(record, where, "closed", TRUTH),
    )


def speaker(record: Record, where: str) -> Speaker:
    """An attribution."""
    return Speaker(
        **some(record, where, PERHAPS, "name", "mention"),
        **some(record, where, PERHAPS_NUMBER, "start", "end"),
        via=told(record, where, "via", WORDS),
        confidence=told(record, where, "confidence", SHARE),
    )


def cue(record: Record, where: str) -> Cue:
    """The words that report."""
    return Cue(told(record, where, "text", WORDS), *span(record, where))


def cluster(record: Record, where: str) -> Cluster:
    """An utterance and its wordings."""
    return Cluster(
        **some(record, where, WORDS, "id", "text"),
        **some(record, where, NUMBER, "sources", "independent", "outlets"),
        speaker=told(record, where, "speaker", PERHAPS),
        variants=each(record, where, "variants", variant),
        copies=each(record, where, "copies", copied),
        conflicts=each(record, where, "conflicts", conflict),
        order=names(record, where, "order"),
        absent=None if record.get("absent", told) is None else names(record, where, "absent"),
    )


def copied(record: Record, where: str) -> tuple[str, str]:
    """A copy and its original."""
    return told(record, where, "source", WORDS), told(record, where, "of", WORDS)


def conflict(record: Record, where: str) -> Conflict:
    """Who attributes the words otherwise."""
    kind, kinds = told(record, where, "kind", WORDS), get_args(Conflict.__annotations__["kind"])
    if kind not in kinds:
        raise UnreadableReport(f"{where}kind is not one of {', '.join(kinds)}")
    who, mention = told(record, where, "speaker", WORDS), told(record, where, "mention", PERHAPS)
    return Conflict(kind, who, names(record, where, "quotes"), mention)


def variant(record: Record, where: str) -> Variant:
    """A wording."""
    held = Held(told(record, where, "similarity", SHARE), each(record, where, "edits", edit))
    return Variant(**some(record, where, WORDS, "quote", "source", "text"), **some(record, where, NUMBER, "start", "end"), held=held)


def edit(record: Record, where: str) -> Edit:
    """A difference."""
    start, end = (told(record, where, name, PERHAPS_NUMBER) for name in ("from_start", "from_end"))
    return Edit(
        **some(record, where, WORDS, "type"),
        **some(record, where, NUMBER, "start", "end"),
        before=told(record, where, "from", WORDS),
        after=told(record, where, "to", WORDS),
        risk=told(record, where, "risk", TRUTH),
        before_start=-1 if start is None else start,
        before_end=-1 if end is None else end,
    )


def skipped(record: Record, where: str) -> Skipped:
    """An input that could not be used."""
    return Skipped(told(record, where, "path", WORDS), told(record, where, "reason", WORDS))
