"""What each quotation is, who may have said it and what speaks for each of them, and who is meant: as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TextIO

from quotecli.model import Contender, Explanation, Meant, Quote, Refusal, Skipped, Source, Weighing
from quotecli.render.console import Look, console
from quotecli.render.json import Record, quote_record, skipped_record, write_document
from quotecli.render.safe import on_one_line
from quotecli.render.signs import in_words
from quotecli.render.styles import NEW, QUIET, RISK, plain
from quotecli.text import Lines

if TYPE_CHECKING:
    from rich.table import Table

MOST_REFUSALS = 200
OPENING = 24
"""So many words of a quotation are shown; its place is shown too."""
MOST_SIGNS = 6
SLIGHT = 0.005
"""A weight or a share below this is nothing in the two places that are shown."""

WHYS = {
    "full-name": "the words are the name",
    "surname": "a part of the only full name that has it, or of the one named most",
    "one-of-several": "several people bear the name, so it stays as it is",
    "joint": "several are named for one verb",
    "words": "a description that the text gives no name to",
    "apposition": "a name stands beside the description",
    "same-words": "the same description had a name beside it",
    "title": "whoever bears the title or the role",
    "body": "the organisation that the noun means",
    "owner": "whoever's document it is, in the same phrase",
    "issuer": "whoever the sentence that brings the document up is about",
    "same-sentence": "a subject before the pronoun in its own sentence",
    "speaker-above": "whoever was quoted above",
    "subject-above": "the subject of a sentence above",
    "object-above": "a name above that is no subject",
    "only-candidate": "nobody else in the article can be meant",
    "topic": "whom the article is about",
    "stranger": "somebody above who is described and not named",
    "nobody": "nothing in the text tells who that is",
    "nested": "inside a quotation, the words are taken as they stand",
}
"""Why a mention means whom it means (`Meant.why`)."""


class Evidence(NamedTuple):
    """Words that an attribution rests on."""

    what: str  # mention, cue
    text: str
    start: int
    end: int


def evidence(quote: Quote, source: Source) -> list[Evidence]:
    """The words that an attribution rests on, in the order of the text."""
    found = []
    if quote.speaker and quote.speaker.start is not None and quote.speaker.end is not None:
        found.append(Evidence("mention", source.text[quote.speaker.start : quote.speaker.end], quote.speaker.start, quote.speaker.end))
    if quote.cue:
        found.append(Evidence("cue", quote.cue.text, quote.cue.start, quote.cue.end))
    return sorted(found, key=lambda one: one.start)


# ---- JSON --------------------------------------------------------------------------------------------------------------
def write_json(explained: Iterable[Explanation | Skipped], stream: BinaryIO) -> list[Skipped]:
    """Write one document, a source at a time; returns what was skipped."""
    skipped: list[Skipped] = []
    write_document(stream, explanations=map(record, kept(explained, skipped)), skipped=map(skipped_record, skipped))
    return skipped


def kept(explained: Iterable[Explanation | Skipped], skipped: list[Skipped]) -> Iterator[Explanation]:
    """What there is to explain; the rest is put aside."""
    for one in explained:
        if isinstance(one, Skipped):
            skipped.append(one)
        else:
            yield one


def record(found: Explanation) -> Record:
    """One source."""
    lines = Lines(found.source.text)
    weighings = {one.quote: one for one in found.weighings}
    return {
        "source": found.source.id,
        "path": found.source.path,
        "quotes": [explained_record(quote, weighings.get(quote.id), found, lines) for quote in found.quotes],
        "refusals": [
            {**spot(refusal.start, refusal.end, lines), "text": found.source.text[refusal.start : refusal.end], "reason": refusal.reason}
            for refusal in found.refusals
        ],
    }


def explained_record(quote: Quote, weighing: Weighing | None, found: Explanation, lines: Lines) -> Record:
    """A quotation with its evidence, everybody who may have said it, and who is meant."""
    rule = quote.speaker.via if quote.speaker else None
    spans = [{"what": one.what, "text": one.text, **spot(one.start, one.end, lines)} for one in evidence(quote, found.source)]
    return {
        **quote_record(quote, found.source.raw),
        "rule": rule,
        "reason": found.reasons.get(rule or ""),
        "evidence": spans,
        "candidates": [contender_record(one, found.reasons, lines) for one in weighing.contenders] if weighing else [],
        "nobody": weighing.nobody if weighing else None,
        "meant": meant_record(weighing.meant) if weighing and weighing.meant else None,
    }


def contender_record(one: Contender, reasons: Mapping[str, str], lines: Lines) -> Record:
    """Somebody who may have said it, with every sign."""
    return {
        "mention": one.mention,
        **spot(one.start, one.end, lines),
        "via": one.via,
        "reason": reasons.get(one.via),
        "share": one.share,
        "signs": [{"sign": sign.name, "words": in_words(sign.name), "weight": sign.weight} for sign in one.signs],
    }


def meant_record(meant: Meant) -> Record:
    """Who is meant, and why."""
    return {"name": meant.name, "why": meant.why, "reason": WHYS.get(meant.why), "certainty": meant.certainty, "instead": meant.instead}


def spot(start: int, end: int, lines: Lines) -> dict[str, Any]:
    """Where a span stands."""
    line, column = lines.at(start)
    return {"start": start, "end": end, "line": line, "column": column}


# ---- text --------------------------------------------------------------------------------------------------------------
def write_text(explained: Iterable[Explanation | Skipped], stream: TextIO, look: Look) -> list[Skipped]:
    """Write each source's quotations with their reasons, then what was refused; returns what was skipped."""
    out = console(stream, look)
    skipped: list[Skipped] = []
    for index, found in enumerate(kept(explained, skipped)):
        if index:
            out.print()
        out.print(plain(heading(found, look), "bold", look))
        lines = Lines(found.source.text)
        weighings = {one.quote: one for one in found.weighings}
        for quote in found.quotes:
            out.print("", entry(quote, weighings.get(quote.id), found, lines, look), sep="\n")
        if found.refusals:
            out.print(
                "",
                plain("Marks that were not taken for a quotation", "bold", look),
                refused(found.refusals, found.source, lines, look),
                sep="\n",
            )
    return skipped


def heading(found: Explanation, look: Look) -> str:
    """The article, and how much is said of it."""
    dot = " · " if look.unicode else " - "
    return dot.join([on_one_line(found.source.path), f"{len(found.quotes)} in quotation marks", f"{len(found.refusals)} refused"])


def entry(quote: Quote, weighing: Weighing | None, found: Explanation, lines: Lines, look: Look) -> Table:
    """One quotation: its words, its speaker, what speaks for that, the runner-up, and who is meant."""
    table = grid(look, 10)
    kind = quote.kind + (f" ({quote.why})" if quote.why else "")
    table.add_row(plain(at(quote.start, lines), QUIET, look), plain(opening(quote.text), "bold", look))
    rows: list[Row] = [
        ("kind", kind),
        ("inside", quote.parent),
        ("goes on", quote.continues),
        ("ends", None if quote.closed else "no closing mark"),
    ]
    rows += [("speaker", who(quote, weighing))]
    rows += [(one.what, f"“{one.text}” at {at(one.start, lines)} ({one.start}-{one.end})") for one in evidence(quote, found.source)]
    if quote.speaker:
        reason = found.reasons.get(quote.speaker.via)
        rows += [("evidence", quote.speaker.via + (f": {reason}" if reason else ""))]
    if weighing and quote.kind != "other":
        rows += [*weighed(quote, weighing, lines), *meant(quote, weighing.meant)]
    for name, value in rows:
        if value:
            table.add_row(plain(name, QUIET, look), plain(value, NEW if name == "speaker" and quote.speaker else "", look))
    return table


Row = tuple[str, str | None]


def who(quote: Quote, weighing: Weighing | None) -> str:
    """The speaker with the confidence, or why there is none."""
    if quote.speaker:
        return f"{quote.speaker.name or 'unknown'}   confidence {quote.speaker.confidence:.2f}"
    if quote.kind == "other":
        return "nobody: this is no reported speech"
    if weighing and weighing.meant:
        return "unknown: the speaker is less certain than --min-confidence asks"
    if weighing and weighing.contenders:
        return "unknown: that none of these said it outweighs each of them"
    return "unknown: no evidence"


def weighed(quote: Quote, weighing: Weighing, lines: Lines) -> list[Row]:
    """The strongest candidate with its signs, the runner-up, and nobody."""
    if not weighing.contenders:
        return []
    best, *others = weighing.contenders
    chosen = weighing.meant is not None
    first = share(best.share) + ("" if chosen and quote.speaker else f"   {place(best, lines)}")
    rows: list[Row] = [("belief" if chosen else "strongest", first)]
    telling = [sign for sign in best.signs if abs(sign.weight) >= SLIGHT]
    rows += [("", f"{sign.weight:+.2f}  {in_words(sign.name)}") for sign in telling[:MOST_SIGNS]]
    if len(telling) > MOST_SIGNS:
        rows += [("", f"and {len(telling) - MOST_SIGNS} weaker; --json has them all")]
    rows += [("runner-up", f"{share(one.share)}   {place(one, lines)}") for one in others[:1]]
    return [*rows, ("nobody", share(weighing.nobody))]


def share(part: float) -> str:
    """A share of belief in two places."""
    return f"{part:.2f}" if part >= SLIGHT else "none"


def place(one: Contender, lines: Lines) -> str:
    """A mention, where it stands, and on which evidence it is a candidate."""
    return f"“{one.mention}” at {at(one.start, lines)}, {one.via}"


def meant(quote: Quote, found: Meant | None) -> list[Row]:
    """Who the mention means, why, and who else it might have been."""
    if found is None:
        return []
    reason = f"{found.name or 'unknown'}: {WHYS.get(found.why, found.why)}; certainty {found.certainty:.2f}"
    rows: list[Row] = [("meant", reason), ("instead", found.instead)]
    if quote.speaker and quote.speaker.name != found.name:
        rows += [("named", f"{quote.speaker.name}, elsewhere or among the aliases")]
    return rows


def refused(refusals: Sequence[Refusal], source: Source, lines: Lines, look: Look) -> Table:
    """The marks that were left alone, with a little of what stands around them, and why."""
    table = grid(look, 10)
    for refusal in refusals[:MOST_REFUSALS]:
        words = source.text[refusal.start : refusal.end]
        around = f"{source.text[max(0, refusal.start - 20) : refusal.start]}{words}{source.text[refusal.end : refusal.end + 20]}"
        line = plain(refusal.reason, RISK, look).append_text(plain(f"   … {opening(around)} …", "", look))
        table.add_row(plain(at(refusal.start, lines), QUIET, look), line)
    if len(refusals) > MOST_REFUSALS:
        table.add_row("", plain(f"and {len(refusals) - MOST_REFUSALS} more; --json has them all", QUIET, look))
    return table


def grid(look: Look, margin: int) -> Table:
    """Two columns: where or what, and the words."""
    from rich.table import Table

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(width=margin, overflow="fold")
    table.add_column(width=look.width - margin - 2, overflow="fold")
    return table


def at(offset: int, lines: Lines) -> str:
    """`line:column`."""
    return ":".join(map(str, lines.at(offset)))


def opening(text: str) -> str:
    """The first words, the others counted."""
    words = text.split()
    return " ".join(words) if len(words) <= OPENING + 4 else f"{' '.join(words[:OPENING])} … {len(words) - OPENING} more words"
