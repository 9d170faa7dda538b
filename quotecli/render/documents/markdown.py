"""A document in Markdown, to paste into an editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from quotecli.render.documents.nouns import GONE_AND_NEW, Article, Document, Grid, Item, Listing, Words
from quotecli.render.markdown import MARKS, begun, code, escaped

TAGS = {**MARKS, "lit": ("<mark>", "</mark>")}


def write_markdown(document: Document, stream: TextIO) -> None:
    """Write the document; every character of an article that Markdown or HTML would act on is escaped."""
    stream.write(f"# {escaped(document.title)}\n\n{escaped(document.totals)}\n")
    if document.against:
        gone, new = GONE_AND_NEW[document.against]
        stream.write(f"\n<del>Struck</del>: {gone}. <ins>Underlined</ins>: {new}. **!**: the meaning may be another.\n")
    for part in document.parts:
        stream.write(f"\n## {escaped(part.title)}\n\n")
        stream.writelines(listing(part) if isinstance(part, Listing) else grid(part) if isinstance(part, Grid) else article(part))
    if document.skipped:
        stream.write("\n## Skipped\n\n")
        stream.writelines(f"- {code(one.path)}: {escaped(one.reason)}\n" for one in document.skipped)


def listing(part: Listing) -> Iterator[str]:
    """A list, with a warning before it."""
    if part.warning:
        yield f"**!** {escaped(part.warning)}\n\n"
    for one in part.items:
        yield from item(one)


def item(one: Item) -> Iterator[str]:
    """A wording, with what there is to say of it as a list of its own."""
    yield f"- {'**!** ' if one.risk else ''}{begun(marked(one.words))}\n"
    yield from (f"  - {begun(escaped(line.strip()))}\n" for line in (*one.told, *one.places, *one.below))


def grid(part: Grid) -> Iterator[str]:
    """A table."""
    yield row(part.heads)
    yield row(["---"] * len(part.heads))
    yield from map(row, part.rows)


def row(cells: Iterable[str | int]) -> str:
    """One line of a table."""
    return f"| {' | '.join(escaped(str(one).strip()) if one != '---' else '---' for one in cells)} |\n"


def article(part: Article) -> Iterator[str]:
    """An article, a line a paragraph, whose words begin there in front."""
    for who, words in part.lines:
        if any(one.text.strip() for one in words):
            yield f"{f'**{escaped(who)}**: ' if who else ''}{begun(marked(words))}\n\n"


def marked(words: Iterable[Words]) -> str:
    """Words on one line, with what differs marked."""
    return "".join(f"{TAGS[role][0]}{escaped(text)}{TAGS[role][1]}" for text, role in words).replace("</del><ins>", "</del> <ins>")
