"""Nouns as rows, and rows as nouns again.

What a file says is checked before it is believed: an archive is no more to be trusted than an article.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Literal, NamedTuple, get_args

from quotecli.errors import QuotesError
from quotecli.model import Cluster, Conflict, Cue, Edit, Kind, Quote, RawMap, Source, Span, Speaker, Variant

ARTICLE = ("path", "text", "title", "publisher", "published", "author", "language", "url", "encoding", "format")
"""The columns of an article that are named as what a source has."""
SEEN = ("text", "title", "publisher", "published", "author", "language", "url")
"""What makes an article another one where it changes; where its file lies does not."""


class Damaged(QuotesError):
    """What an archive holds is not what was put into it."""


class Kept(NamedTuple):
    """An article of the archive."""

    number: int  # its row
    source: Source
    quotes: tuple[Quote, ...]
    version: int
    added: str  # ISO 8601, UTC


def hash_of(source: Source) -> bytes:
    """By what an article is known again."""
    return sha256(json.dumps([getattr(source, name) for name in SEEN]).encode("utf-8", "surrogatepass")).digest()


# ---- articles ----------------------------------------------------------------------------------------------------------
def article_row(source: Source) -> dict[str, Any]:
    """An article as the values of its columns."""
    return {**{name: getattr(source, name) for name in ARTICLE}, "raw": packed(source.raw) if source.raw else None}


def article_of(row: Mapping[str, Any]) -> Kept:
    """An article from its row."""
    words = {name: row[name] for name in ARTICLE}
    sound = all(
        isinstance(value, str) or (value is None and name not in ("path", "text", "language", "format")) for name, value in words.items()
    )
    if not (sound and isinstance(row["name"], str)):
        raise Damaged(f"article {row['id']} is damaged")
    return Kept(row["id"], Source(id=row["name"], raw=unpacked(row["raw"]), **words), (), row["version"], str(row["added"]))


def packed(raw: RawMap) -> bytes:
    """A map as bytes: its length, then the three lists, four bytes a number, the lowest first."""
    numbers = array("i", [raw.length, *raw.starts, *raw.raws, *raw.stops])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def unpacked(stored: Any) -> RawMap | None:
    """The map from its bytes."""
    if stored is None:
        return None
    if not isinstance(stored, bytes) or len(stored) % 12 != 4:
        raise Damaged("a map from text to page is damaged")
    numbers = array("i", stored)
    if sys.byteorder == "big":
        numbers.byteswap()
    length, size = numbers[0], len(numbers) // 3
    return RawMap(numbers[1 : 1 + size], numbers[1 + size : 1 + 2 * size], numbers[1 + 2 * size :], length)


# ---- quotations --------------------------------------------------------------------------------------------------------
def quote_row(quote: Quote) -> dict[str, Any]:
    """A quotation as the values of its columns, but for its article and person."""
    speaker, cue = quote.speaker or Speaker(None, None, None, None, "", 0.0), quote.cue or Cue("", -1, -1)
    return {
        **{name: getattr(quote, name) for name in ("start", "end", "line", "column", "text", "kind", "why")},
        "pieces": json.dumps(quote.pieces),
        "parent": place_of(quote.parent),
        "continues": place_of(quote.continues),
        "closed": int(quote.closed),
        "said_by": speaker.name,
        "linked": speaker.name,
        "mention": speaker.mention,
        "mention_start": speaker.start,
        "mention_end": speaker.end,
        "via": speaker.via if quote.speaker else None,
        "confidence": speaker.confidence if quote.speaker else None,
        "cue": cue.text if quote.cue else None,
        "cue_start": cue.start if quote.cue else None,
        "cue_end": cue.end if quote.cue else None,
    }


def place_of(quote: str | None) -> int | None:
    """Where the quotation of that id starts."""
    return int(quote.rpartition(":")[2]) if quote else None


Name = Literal["said_by", "linked", "known_as"]
"""Under which name a speaker is meant: the article's own, the one of all articles, or the one that is known now."""


def quote_of(row: Mapping[str, Any], source: Source, name: Name = "said_by") -> Quote:
    """A quotation from its row, its speaker under one of the names that it has.

    Raises `Damaged` unless it is, to the letter, what stands in its article.
    """
    quote = unchecked(row, source.id, name)
    printed = "\n".join(source.text[start:end] for start, end in quote.pieces)
    within = all(0 <= quote.start <= start <= end <= quote.end <= len(source.text) for start, end in quote.pieces)
    said = stated(source.text, row, "mention") and stated(source.text, row, "cue")
    if not (within and printed == quote.text and said and quote.kind in get_args(Kind)):
        raise Damaged(f"a quotation of {source.id} is not what stands in the article")
    return quote


def unchecked(row: Mapping[str, Any], source: str, name: Name) -> Quote:
    """A quotation from its row, whatever its article says; raises `Damaged` where the row is none."""
    try:
        pieces = tuple(Span(*map(int, piece)) for piece in json.loads(row["pieces"]))
        confidence = float(row["confidence"] or 0.0)
    except (TypeError, ValueError, RecursionError):
        raise Damaged(f"a quotation of {source} is damaged") from None

    def other(place: int | None) -> str | None:
        return None if place is None else f"{source}:{place}"

    speaker = cue = None
    if row["via"] is not None:
        speaker = Speaker(row[name], row["mention"], row["mention_start"], row["mention_end"], row["via"], confidence)
    if row["cue"] is not None:
        cue = Cue(row["cue"], row["cue_start"], row["cue_end"])
    return Quote(
        id=f"{source}:{row['start']}",
        source=source,
        start=row["start"],
        end=row["end"],
        line=row["line"],
        column=row["column"],
        text=row["text"],
        pieces=pieces,
        kind=row["kind"],
        why=row["why"],
        parent=other(row["parent"]),
        continues=other(row["continues"]),
        speaker=speaker,
        cue=cue,
        closed=bool(row["closed"]),
    )


def stated(text: str, row: Mapping[str, Any], what: str) -> bool:
    """Whether the mention or the cue of a quotation stands in the article where the row says."""
    start, end = row[f"{what}_start"], row[f"{what}_end"]
    if start is None or end is None:
        return start is end
    return isinstance(start, int) and isinstance(end, int) and 0 <= start <= end and text[start:end] == row[what]


# ---- utterances --------------------------------------------------------------------------------------------------------
def utterance_row(cluster: Cluster) -> dict[str, Any]:
    """An utterance as the values of its columns."""
    more = {"copies": cluster.copies, "conflicts": cluster.conflicts, "order": cluster.order}
    return {
        "name": cluster.id,
        "speaker": cluster.speaker,
        "text": cluster.text,
        "sources": cluster.sources,
        "independent": cluster.independent,
        "more": json.dumps(more, ensure_ascii=False),
    }


def utterance_of(row: Mapping[str, Any], variants: Sequence[Variant]) -> Cluster:
    """An utterance from its row and its wordings."""
    try:
        more = json.loads(row["more"])
        copies = tuple((str(one), str(two)) for one, two in more["copies"])
        conflicts = tuple(
            Conflict(kind, str(speaker), tuple(map(str, quotes)), mention and str(mention))
            for kind, speaker, quotes, mention in more["conflicts"]
        )
        order = tuple(map(str, more["order"]))
    except (TypeError, ValueError, KeyError, RecursionError):
        raise Damaged(f"utterance {row['name']} is damaged") from None
    return Cluster(
        id=row["name"],
        speaker=row["speaker"],
        sources=row["sources"],
        text=row["text"],
        variants=tuple(variants),
        independent=row["independent"],
        copies=copies,
        conflicts=conflicts,
        order=order,
    )


def edit_row(edit: Edit) -> tuple[Any, ...]:
    """An edit as the values of its columns, in their order."""
    return (edit.type, edit.before, edit.after, int(edit.risk), edit.start, edit.end, edit.before_start, edit.before_end)


def edit_of(row: Sequence[Any]) -> Edit:
    """An edit from its row."""
    kind, before, after, risk, *places = row
    return Edit(kind, before, after, bool(risk), *places)
