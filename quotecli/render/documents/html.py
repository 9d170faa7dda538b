"""A document as one page that needs no network and runs no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from quotecli.render.documents.markdown import TAGS
from quotecli.render.documents.nouns import GONE_AND_NEW, Article, Document, Grid, Item, Listing, Words
from quotecli.render.html import asset, safe


def write_html(document: Document, stream: TextIO) -> None:
    """Write the page; article text is text there, whatever it looks like, and a Content-Security-Policy lets no script run."""
    stream.writelines(page(document))


def page(document: Document) -> Iterator[str]:
    """The page from top to bottom."""
    style, digest = asset("report.css")
    policy = f"default-src 'none'; style-src {digest}; base-uri 'none'; form-action 'none'"
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
    yield f"<title>{safe(document.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    yield f'<header>\n<h1>{safe(document.title)}</h1>\n<p class="quiet">{safe(document.totals)}</p>\n</header>\n'
    yield f'<main id="main" class="document {document.against or "alone"}">\n'
    if document.against:
        gone, new = GONE_AND_NEW[document.against]
        yield f'<p class="quiet"><del>Struck</del>: {gone}. <ins>Marked</ins>: {new}. !: the meaning may be another.</p>\n'
    for part in document.parts:
        yield f"<section><h2>{safe(part.title)}</h2>\n"
        yield from listing(part) if isinstance(part, Listing) else grid(part) if isinstance(part, Grid) else article(part)
        yield "</section>\n"
    if document.skipped:
        yield "<section><h2>Skipped</h2><ul>\n"
        yield from (f"<li>{safe(one.path)}: {safe(one.reason)}</li>\n" for one in document.skipped)
        yield "</ul></section>\n"
    yield "</main>\n</body>\n</html>\n"


def listing(part: Listing) -> Iterator[str]:
    """A list, with a warning before it."""
    yield f'<p class="risk">! {safe(part.warning)}</p>\n' if part.warning else ""
    yield '<ul class="items">\n'
    for one in part.items:
        yield from item(one)
    yield "</ul>\n"


def item(one: Item) -> Iterator[str]:
    """A wording, with what there is to say of it under it."""
    flag = '<b class="risk">! <span class="spoken">meaning at risk</span></b> ' if one.risk else ""
    yield f'<li><div class="words">{flag}{marked(one.words)}</div>'
    for kind, lines in (("risk", one.told), ("quiet", one.places), ("quiet", one.below)):
        yield f'<div class="{kind}">{"<br>".join(map(safe, lines))}</div>' if lines else ""
    yield "</li>\n"


def grid(part: Grid) -> Iterator[str]:
    """A table, its numbers to the right."""
    heads = "".join(f'<th scope="col">{safe(head)}</th>' for head in part.heads)
    yield f'<div class="scroll" tabindex="0"><table><thead><tr>{heads}</tr></thead><tbody>\n'
    for first, *rest in part.rows:
        cells = "".join(f'<td class="number">{one}</td>' if isinstance(one, int) else f"<td>{safe(one)}</td>" for one in rest)
        yield f'<tr><th scope="row">{safe(first)}</th>{cells}</tr>\n'
    yield "</tbody></table></div>\n"


def article(part: Article) -> Iterator[str]:
    """An article, its lines numbered, whose words begin there beside them."""
    yield '<div class="scroll" tabindex="0"><table><tbody>\n'
    for number, (who, words) in enumerate(part.lines, 1):
        if any(one.text.strip() for one in words):
            yield f'<tr><td class="number">{number}</td><th scope="row">{safe(who)}</th><td>{marked(words)}</td></tr>\n'
    yield "</tbody></table></div>\n"


def marked(words: Iterable[Words]) -> str:
    """Words with what differs marked."""
    made = "".join(f"{TAGS[role][0]}{safe(text)}{TAGS[role][1]}" for text, role in words)
    return made.replace("\n", "<br>").replace("</del><ins>", "</del> <ins>")
