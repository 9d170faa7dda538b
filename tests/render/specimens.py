"""Reports made by hand: what the rest of the program would answer, without it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from quotecli.model import Cluster, Cue, Edit, Held, Kind, Quote, Report, Skipped, Source, Span, Speaker, Variant
from quotecli.text import Lines


def source(name: str, text: str) -> Source:
    """An article called `name`."""
    return Source(name, f"articles/{name}.txt", text, encoding="utf-8")


def quote(source: Source, words: str, speaker: str | None = "Ann Lee", kind: Kind = "direct", **fields: object) -> Quote:
    """The quotation in `source` whose words, marks left out, are `words`; its paragraphs are parted by newlines there."""
    parts, pieces, at = words.split("\n"), [], 0
    for part in parts:
        at = source.text.index(part, at)
        pieces.append(Span(at, at + len(part)))
        at += len(part)
    start, end = pieces[0].start - 1, pieces[-1].end + 1
    line, column = Lines(source.text).at(start)
    who = Speaker(speaker, speaker or "she", 0, 3, "cue-after", 0.9) if speaker != "" else None
    cue = Cue("said", 4, 8) if who else None
    return Quote(f"{source.id}:{start}", source.id, start, end, line, column, words, tuple(pieces), kind, speaker=who, cue=cue, **fields)  # type: ignore[arg-type]


def cluster(number: int, quotes: list[Quote], risky: str = "", parts: list[str] | None = None) -> Cluster:
    """The utterance that these quotes report, the first the fullest; only `parts` of them where given; `risky` words are at risk."""
    texts = parts or [one.text for one in quotes]
    variants = [variant(one, text, texts[0], risky) for one, text in zip(quotes, texts, strict=True)]
    speaker = quotes[0].speaker.name if quotes[0].speaker else None
    return Cluster(f"c{number}", speaker, len({one.source for one in quotes}), texts[0], tuple(variants))


def variant(quote: Quote, text: str, base: str, risky: str) -> Variant:
    """A wording; edits by words."""
    start = quote.pieces[0].start + quote.text.index(text)
    before, here = base.split(), list(re.finditer(r"\S+", text))
    matcher = SequenceMatcher(None, [word.casefold() for word in before], [word[0].casefold() for word in here], autojunk=False)
    edits = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            first = here[c].start() if c < len(here) else len(text)
            last = here[d - 1].end() if d > c else first
            gone = " ".join(before[a:b])
            kind = {"replace": "substituted", "delete": "omitted", "insert": "inserted"}[tag]
            edits.append(Edit(kind, gone, text[first:last], bool(risky) and risky in gone, start + first, start + last))
    return Variant(quote.id, quote.source, start, start + len(text), text, Held(round(matcher.ratio(), 2), tuple(edits)))


ARTICLES = {
    "post": "Ann Lee met reporters. “We will never raise taxes on working families, and we will not cut their pensions this year,” she said.\n“Any time,” she said.",
    "ledger": "At noon, Ann Lee said: “We’ll never raise taxes on working families and we will not cut pensions.”",
    "metro": "“We will not raise taxes on working families,” the governor said.\nA “carnage”, wrote Bob Roe. He reads “War and Peace”.",
}


def report() -> Report:
    """Three articles, one utterance in all of them, and what stands alone."""
    post, ledger, metro = (source(name, text) for name, text in ARTICLES.items())
    shared = [
        quote(post, "We will never raise taxes on working families, and we will not cut their pensions this year,", clusters=("c1",)),
        quote(ledger, "We’ll never raise taxes on working families and we will not cut pensions.", clusters=("c1",)),
        quote(metro, "We will not raise taxes on working families,", "Bob Roe", clusters=("c1",)),
    ]
    single = [
        quote(post, "Any time,"),
        quote(metro, "carnage", "Bob Roe", "mixed"),
        quote(metro, "War and Peace", "", "other", why="title"),
    ]
    quotes = sorted([*shared, *single], key=lambda one: (one.source, one.start))
    skipped = (Skipped("articles/x.txt", "No such file or directory"),)
    return Report(tuple(sorted((ledger, metro, post), key=lambda one: one.id)), tuple(quotes), (cluster(1, shared, "never"),), skipped)
