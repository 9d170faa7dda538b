"""How quotations changed between two versions of an article: a table an article, a row a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, Literal, TextIO

from quotecli.model import Quote, Report, Revised, Revision
from quotecli.render.console import Look, console
from quotecli.render.json import Record, edit_record, quote_record, write_document
from quotecli.render.rows import NOBODY, Page, Row, Section, printed
from quotecli.render.safe import on_one_line
from quotecli.render.styles import as_text, plain, summary_of_marks
from quotecli.render.table import write_sections
from quotecli.render.told import told as in_words
from quotecli.render.wording import Run, count, differing

if TYPE_CHECKING:
    from rich.text import Text

Change = Literal["new", "gone", "reworded", "reattributed"]
GONE, NEW = "in the older version only", "in the newer version only"


def change_of(one: Revision) -> Change:
    """What became of it, in a word."""
    if one.before is None or one.after is None:
        return "new" if one.before is None else "gone"
    return "reattributed" if one.reattributed else "reworded"


def risky(one: Revision) -> bool:
    """Whether a reader of the older version was told another thing."""
    return one.reattributed or any(edit.risk for edit in one.edits)


def told(one: Revision, look: Look | None = None) -> list[str]:
    """What may change the meaning, in words."""
    found = in_words(one.edits, look)
    if one.reattributed and one.before and one.after:
        found.insert(0, f"said by {name(one.after)} now, by {name(one.before)} before")
    return found


def name(quote: Quote) -> str:
    """Whose words they are."""
    return (quote.speaker.name or quote.speaker.mention if quote.speaker else None) or NOBODY


def heading(one: Revised) -> tuple[str, str]:
    """What the article is called, and which of its versions these are."""
    older, newer = (seen[:10] for seen in one.seen)
    return on_one_line(one.newer.title or one.newer.id), f"version {one.version - 1}, seen {older}, and {one.version}, seen {newer}"


def words(one: Revision) -> list[Run]:
    """The quotation, with what differs."""
    quote = one.after or one.before
    assert quote is not None
    if one.before is None or one.after is None:
        return [Run(quote.text, "new" if one.before is None else "gone")]
    return differing(quote, one.edits)


# ---- JSON --------------------------------------------------------------------------------------------------------------
def write_json(found: Sequence[Revised], stream: BinaryIO) -> None:
    """Write one document, an entry for every two versions of an article that follow each other."""
    write_document(stream, articles=map(revised_record, found))


def revised_record(one: Revised) -> Record:
    """Two versions of an article."""
    return {
        "source": one.newer.id,
        "path": one.newer.path,
        "url": one.newer.url,
        "title": one.newer.title,
        "publisher": one.newer.publisher,
        "version": one.version,
        "seen": one.seen,
        "changes": [revision_record(each, one) for each in one.revisions],
    }


def revision_record(one: Revision, of: Revised) -> Record:
    """One quotation: offsets of `before` are in the older version."""
    return {
        "change": change_of(one),
        "risk": risky(one),
        "before": one.before and quote_record(one.before, of.older.raw),
        "after": one.after and quote_record(one.after, of.newer.raw),
        "edits": [edit_record(edit) for edit in one.edits],
    }


# ---- text --------------------------------------------------------------------------------------------------------------
def write_table(found: Sequence[Revised], stream: TextIO, look: Look, limit: int | None = None) -> int:
    """Write a line of totals and a table for every two versions; returns how many rows were left out."""
    out = console(stream, look)
    out.print(plain(totals(found), "bold", look))
    if any(one.revisions for one in found):
        out.print(summary_of_marks(GONE, NEW, look))
    left_out = 0
    for one in found:
        page = Page(Report((one.newer,), tuple(each.after for each in one.revisions if each.after)), look)
        title, aside = heading(one)
        if one.revisions:
            section = Section(title, aside, rows(one, page), len(one.revisions))
            left_out += write_sections([section], page, out, None if limit is None else max(0, limit))
            limit = None if limit is None else max(0, limit - len(one.revisions))
        else:
            out.print("", plain(f"{title}{page.dot}{aside}", "bold", look), "no quotation changed", sep="\n")
    return left_out


def totals(found: Sequence[Revised]) -> str:
    """How many there are."""
    many = len({one.newer.id for one in found})
    changes = sum(len(one.revisions) for one in found)
    return f"{count(many, 'article')} came again with another text; {count(changes, 'quotation')} changed"


def rows(one: Revised, page: Page) -> Iterator[Row]:
    """A row a quotation."""
    older = Page(Report((one.older,)), page.look)
    for each in one.revisions:
        quote, where = (each.after, page) if each.after else (each.before, older)
        assert quote is not None
        spot = where.spot(quote.source, quote.start, printed(quote.speaker, None), [change_of(each)])
        yield Row(shown(each, page.look), [spot], risky(each), told(each, page.look))


def shown(one: Revision, look: Look) -> Text:
    """The words for the terminal; those that are gone are shown whole also where no marks are wanted."""
    made = words(one)
    return as_text(made, look._replace(marks=True) if one.after is None else look)
