"""Exports of news databases: many articles in one text, as Nexis, Factiva and ProQuest lay them out.

The text of each article is its body, as it stands; what stands around that is its outlet, date, headline and byline, so that nobody
crosses from one article to the next. Offsets count in that text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from quotecli.model import Source, Span
from quotecli.read.dates import iso


class Part(NamedTuple):
    """An article in an export: where the stretches of its body stand in the text, and what is told of it."""

    body: tuple[Span, ...]
    title: str | None = None
    publisher: str | None = None
    published: str | None = None  # ISO 8601
    author: str | None = None


class Line(NamedTuple):
    """A line without the space around it, and its place."""

    text: str
    start: int
    end: int


_LINE = re.compile(r"[^\r\n\f\x0b\u2028\u2029]+")
_NEXIS_END = re.compile(r"End of Document|Load[- ]Date:.{0,80}", re.IGNORECASE)
_NEXIS_COUNT = re.compile(r"\d{1,6} of \d{1,6} DOCUMENTS?", re.IGNORECASE)
_NEXIS_FIELD = re.compile(
    r"(?P<name>copyright|section|length|byline|headline|highlight|dateline|load-date|language|graphic|publication-type|subject|organi[sz]ation"
    r"|company|person|geographic|country|city|state|industry|ticker|journal-code|type|acc-no|document-type|series|correction|classification)"
    r"(?:\s?:\s*|\s+(?=\d{4}\b|\(c\)|©))(?P<value>.*)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\d[\d,]{0,9} words?", re.IGNORECASE)
_FACTIVA = re.compile(r"(HD|SE|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|CO|IN|NS|RE|IPC|IPD|PUB|AN|BY|CLM|CX|ART|VOL|RF)(?:[ \t]+(.{0,2000}))?")
_PROQUEST = re.compile(
    r"(Title|Author|Publication title|Publication date|Full text|Document type|ProQuest document ID|Document URL): ?(.*)"
)
_RULE = re.compile(r"_{20,}|-{20,}")


def sources(whole: Source) -> Iterator[Source]:
    """The articles of an export, numbered; the text as one article where it is none."""
    parts = parted(whole.text)
    if not parts:
        yield whole
    for number, part in enumerate(parts, 1):
        yield whole._replace(
            id=f"{whole.id}#{number}",
            text="\n\n".join(whole.text[span.start : span.end] for span in part.body),
            title=part.title,
            publisher=part.publisher,
            published=part.published,
            author=part.author,
        )


def parted(text: str) -> list[Part]:
    """The articles of an export with a body; none where the text is no export."""
    lines = [
        Line(found[0].strip(), found.start() + len(found[0]) - len(found[0].lstrip()), found.start() + len(found[0].rstrip()))
        for found in _LINE.finditer(text)
        if not found[0].isspace()
    ]
    for looks, layout in LAYOUTS:
        if looks(lines) and (parts := [part for part in layout(lines) if part.body]):
            return parts
    return []


def _stretch(lines: Sequence[Line]) -> tuple[Span, ...]:
    return (Span(lines[0].start, lines[-1].end),) if lines else ()


def _is_nexis(lines: list[Line]) -> bool:
    if not any(map(_is_length, lines)):  # as nearly every article
        return False
    named = {found["name"].lower() for line in lines if (found := _NEXIS_FIELD.fullmatch(line.text))}
    return bool(named & {"copyright", "load-date", "byline", "section"}) and any(
        _NEXIS_END.fullmatch(line.text) or _NEXIS_COUNT.fullmatch(line.text) or _is_body(line) for line in lines
    )


def _is_body(line: Line) -> bool:
    return line.text.lower().rstrip(":") == "body"


def _is_length(line: Line) -> bool:
    found = _NEXIS_FIELD.fullmatch(line.text)
    return found is not None and found["name"].lower() == "length" and _WORDS.fullmatch(found["value"]) is not None


def _nexis(lines: list[Line]) -> Iterator[Part]:
    """Old: “2 of 9 DOCUMENTS”, outlet, date, headline, fields, body, fields. New: headline, outlet, date, fields, “Body”, body, end."""
    lengths = [number for number, line in enumerate(lines) if _is_length(line)]
    heads = [_nexis_head(lines, number) for number in lengths]
    for number, (length, head) in enumerate(zip(lengths, heads, strict=True)):
        stop = heads[number + 1] if number + 1 < len(heads) else len(lines)
        yield _nexis_part(lines[head:stop], length - head)


def _nexis_head(lines: list[Line], length: int) -> int:
    """Where an article begins: behind the end of the one before, or at the count."""
    at = length
    while at and not _NEXIS_END.fullmatch(lines[at - 1].text) and not _NEXIS_COUNT.fullmatch(lines[at - 1].text) and length - at < 20:
        at -= 1
    return at


def _nexis_part(lines: list[Line], length: int) -> Part:
    head = [line.text for line in lines[:length] if not _NEXIS_FIELD.fullmatch(line.text)]
    told = {found["name"].lower(): found["value"] for line in lines if (found := _NEXIS_FIELD.fullmatch(line.text))}
    dated = next((number for number, text in enumerate(head) if len(text) < 80 and iso(text)), None)
    body = next((number + 1 for number, line in enumerate(lines) if number > length and _is_body(line)), None)
    new = "headline" not in told
    first = body if body is not None else length + 1
    while body is None and first < len(lines) and _NEXIS_FIELD.fullmatch(lines[first].text):
        first += 1
    last = next((n for n in range(first, len(lines)) if _ends_body(lines[n].text)), len(lines))
    before = head[:dated] if dated is not None else head
    after = head[dated + 1 :] if dated is not None else []
    title = told.get("headline") or (before[0] if new and before else after[0] if after else None)
    return Part(
        _stretch(lines[first:last]),
        title,
        before[-1] if len(before) > new else None,
        iso(head[dated]) if dated is not None else None,
        told.get("byline"),
    )


def _ends_body(text: str) -> bool:
    found = _NEXIS_FIELD.fullmatch(text)
    ends = ("load-date", "language", "publication-type", "graphic", "copyright", "journal-code", "classification", "document-type")
    return (found is not None and found["name"].lower() in ends) or _NEXIS_END.fullmatch(text) is not None


def _is_factiva(lines: list[Line]) -> bool:
    names = {found[1] for line in lines if (found := _FACTIVA.fullmatch(line.text))}
    return {"HD", "PD", "SN"} <= names and bool(names & {"LP", "TD"})


def _factiva(lines: list[Line]) -> Iterator[Part]:
    """Two capitals and a value; the lead (LP) and the text (TD) go on over lines of their own, up to the next field."""
    starts = [number for number, line in enumerate(lines) if (found := _FACTIVA.fullmatch(line.text)) and found[1] == "HD"]
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        # a section (SE) stands before the headline of its article, and is no part of the one before
        yield _factiva_part(lines[start:stop])


def _factiva_part(lines: list[Line]) -> Part:
    told: dict[str, list[Line]] = {}
    name = ""
    for line in lines:
        found = _FACTIVA.fullmatch(line.text)
        if found and not (name in ("LP", "TD") and found[1] not in _AFTER):
            name = found[1]
            rest = found[2] or ""
            line = Line(rest, line.end - len(rest), line.end)
        if line.text:
            told.setdefault(name, []).append(line)
    body = (*_stretch(told.get("LP", [])), *_stretch(told.get("TD", [])))
    say = {name: " ".join(line.text for line in held) for name, held in told.items()}
    dated = iso(say.get("PD", ""))
    return Part(body, say.get("HD"), say.get("SN"), dated, say.get("BY"))


_AFTER = frozenset({"LP", "TD", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "CX", "ART", "RF", "CT"})
"""Fields that may follow the text; a line of it that begins with two capitals is no other."""


def _is_proquest(lines: list[Line]) -> bool:
    names = {found[1] for line in lines if (found := _PROQUEST.match(line.text))}
    return {"Full text", "Publication title"} <= names


def _proquest(lines: list[Line]) -> Iterator[Part]:
    """Fields with names in words, parted by rules; the full text goes on to the next field."""
    cuts = [-1, *(number for number, line in enumerate(lines) if _RULE.fullmatch(line.text)), len(lines)]
    for start, stop in pairwise(cuts):
        told: dict[str, str] = {}
        body: list[Line] = []
        inside = False
        for line in lines[start + 1 : stop]:
            found = _PROQUEST.match(line.text)
            inside = found[1] == "Full text" if found else inside
            if found:
                told.setdefault(found[1], found[2].strip())
            if inside:
                text = found[2] if found else line.text
                body.append(Line(text, line.end - len(text), line.end))
        body = [line for line in body if line.text]
        if body:
            date = iso(told.get("Publication date", ""))
            yield Part(_stretch(body), told.get("Title"), told.get("Publication title"), date, told.get("Author"))


LAYOUTS: tuple[tuple[Callable[[list[Line]], bool], Callable[[list[Line]], Iterator[Part]]], ...] = (
    (_is_nexis, _nexis),
    (_is_factiva, _factiva),
    (_is_proquest, _proquest),
)
"""How an export is told, and how it is taken apart."""
