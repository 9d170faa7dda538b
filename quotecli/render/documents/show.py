"""Articles with their quotations lit, as a document; a row a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotecli.model import SPEECH, Explanation, Skipped, Source
from quotecli.render.documents.nouns import Article, Document, Words
from quotecli.render.show import Line, lines_of
from quotecli.render.wording import count

HEADS = ("source", "path", "publisher", "published", "line", "speakers", "text")


def document(found: Iterable[Explanation | Skipped]) -> Document:
    """What `quotes show` answers."""
    every = list(found)
    shown = [one for one in every if isinstance(one, Explanation)]
    skipped = [one for one in every if isinstance(one, Skipped)]
    quotations = sum(quote.kind in SPEECH for one in shown for quote in one.quotes)
    return Document(
        title="Quotations in their articles",
        totals=f"{count(len(shown), 'article')} · {count(quotations, 'quotation')}",
        parts=(article(one) for one in shown),
        heads=HEADS,
        rows=(row for one in shown for row in rows(one)),
        skipped=skipped,
    )


def article(one: Explanation) -> Article:
    """One article."""
    lines = lines_of(one.source, one.quotes)
    return Article(heading(one.source), [("; ".join(line.who), lit(one.source, line)) for line in lines])


def heading(source: Source) -> str:
    """What is known of an article."""
    return " · ".join(filter(None, (source.publisher, source.title, source.published, source.path)))


def lit(source: Source, line: Line) -> list[Words]:
    """The words of a line, those of quotations lit."""
    text = source.text
    made: list[Words] = []
    at = line.span.start
    for span, quote in line.lit:
        if span.start >= at:
            made += [Words(text[at : span.start], "same"), Words(text[span.start : span.end], "lit" if quote.kind in SPEECH else "same")]
            at = span.end
    return [one for one in (*made, Words(text[at : line.span.end], "same")) if one.text]


def rows(one: Explanation) -> Iterator[tuple[object, ...]]:
    """The lines that hold anything."""
    source = one.source
    for number, line in enumerate(lines_of(one.source, one.quotes), 1):
        if text := source.text[line.span.start : line.span.end].strip():
            yield (source.id, source.path, source.publisher, source.published, number, "; ".join(line.who), text)
