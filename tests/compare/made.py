"""Quotations cut out of short articles, as the finder would hand them over."""

from __future__ import annotations

import re

from quotecli.model import Kind, Quote, Source, Span, Speaker


def quotes_of(source: Source, *speakers: str | None, kind: Kind = "direct") -> list[Quote]:
    """Every “…” of an article; the speakers in order, the last for all that follow."""
    found = []
    for number, match in enumerate(re.finditer("“([^”]*)”", source.text)):
        name = speakers[min(number, len(speakers) - 1)] if speakers else None
        pieces = tuple(Span(match.start(1) + m.start(), match.start(1) + m.end()) for m in re.finditer(r"[^\n“ ][^\n]*", match[1]))
        found.append(
            Quote(
                id=f"{source.id}:{match.start()}",
                source=source.id,
                start=match.start(),
                end=match.end(),
                line=1 + source.text.count("\n", 0, match.start()),
                column=match.start() - source.text.rfind("\n", 0, match.start()),
                text="\n".join(source.text[low:high] for low, high in pieces),
                pieces=pieces,
                kind=kind,
                speaker=Speaker(name, name, None, None, "made", 1.0) if name else None,
            )
        )
    return found


def article(id: str, text: str, **known: str) -> Source:
    """An article."""
    return Source(id=id, path=f"{id}.txt", text=text, **known)


def said(*articles: str, by: str | None = "Jane Smith") -> list[Quote]:
    """The quotations of some articles, all by one person."""
    return [quote for number, text in enumerate(articles) for quote in quotes_of(article(f"a{number}", text), by)]
