"""What an engine writes: a row an article, a quotation, or a wording of an utterance, with the columns of each."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, Literal, NamedTuple

from quotecli.errors import UnreadableSource
from quotecli.find import Found
from quotecli.model import Quote, Skipped, Source
from quotecli.pipeline import Options, alone
from quotecli.read import Input
from quotecli.read.single import read_record, record_id

Kind = Literal["string", "int", "float", "bool", "spans", "edits"]


class Column(NamedTuple):
    """A column of a table."""

    name: str
    kind: Kind
    told: str  # what it holds


RECORD = Column("record", "string", "`article`: one that was read; `quotation`: one of its quotations; `skipped`: a row that is no article")
ARTICLE = (
    Column(
        "source", "string", "id of the article: its file's name and its own id, as in the JSON; of what has no id, a sum over its words"
    ),
    Column("path", "string", "the file that it came from"),
    Column("title", "string", "of the article"),
    Column("publisher", "string", "of the article"),
    Column("published", "string", "date or date-time, ISO 8601, as the article states it"),
    Column("author", "string", "of the article"),
    Column("language", "string", "of the article, two letters"),
    Column("url", "string", "of the article"),
)
COUNTED = (
    Column("quotations", "int", "`article`: how many quotations of it are reported"),
    Column("reason", "string", "`skipped`: why"),
)
QUOTATION = (
    Column("id", "string", "of the quotation: `source:start`"),
    Column("start", "int", "of the quotation in the article's text, marks included; code points, from 0"),
    Column("end", "int", "likewise, exclusive"),
    Column("line", "int", "of the opening mark, from 1"),
    Column("column", "int", "likewise, in code points"),
    Column("text", "string", "the words, without outer marks; paragraphs joined by newlines"),
    Column("kind", "string", "direct, mixed or other"),
    Column("why", "string", "of kind other: title, scare, nickname, term, …"),
    Column("parent", "string", "id of the quotation that this one stands in"),
    Column("continues", "string", "id of the quotation that this one goes on from"),
    Column("closed", "bool", "false where the closing mark is missing or in doubt"),
    Column("pieces", "spans", "where the words stand, a span a paragraph"),
    Column("speaker", "string", "the fullest name that the article supports; null: nobody is named"),
    Column("mention", "string", "the words that name the speaker there"),
    Column("mention_start", "int", "of the mention, in the article's text"),
    Column("mention_end", "int", "likewise, exclusive"),
    Column("via", "string", "the kind of evidence for the speaker; null: the words are attributed to nobody"),
    Column("confidence", "float", "of the attribution, 0 to 1"),
    Column("cue", "string", "the words that report: “said”"),
    Column("cue_start", "int", "of the cue, in the article's text"),
    Column("cue_end", "int", "likewise, exclusive"),
)
SUMMARY = (
    Column("articles", "int", "that were read"),
    Column("quotations", "int", "in them, of those that were asked for"),
    Column("skipped", "int", "rows that are no articles, and files that could not be read"),
    Column("undated", "int", "articles that no window sees, for they have no date"),
    Column("doubles", "int", "articles whose id is another's, too: a window takes one of them"),
    Column("wordings", "int", "of utterances; null where nothing was brought together"),
    Column("version", "string", "of the program"),
)
QUOTATIONS = (RECORD, *ARTICLE, *COUNTED, *QUOTATION)
TABLES = ("article", "quotation", "skipped", "wording", "summary")
"""What is written, each in a folder of its own, `record=quotation/`; the summary last: an answer that is cut off has none."""

Row = dict[str, Any]


class Done(NamedTuple):
    """What became of the rows: the summary."""

    articles: int
    quotations: int
    skipped: int  # rows and files
    undated: int  # articles that no window sees
    doubles: int  # articles whose id is another's, too: a window takes one of them
    wordings: int | None  # None: nothing was brought together
    remarks: tuple[Skipped, ...]  # why, of the first


def rows_of(found: Found | Skipped, source: str | None = None) -> Iterator[Row]:
    """The article and its quotations, or why there is none; `source` is the id of what is skipped, as far as it is known."""
    if isinstance(found, Skipped):
        yield {"record": "skipped", "source": source, "path": found.path, "reason": found.reason}
        return
    article = article_row(found.source)
    yield {**article, "record": "article", "quotations": len(found.quotes)}
    for quote in found.quotes:
        yield {**article, "record": "quotation", **quote_row(quote)}


def article_row(source: Source) -> Row:
    """What is told of an article in each of its rows."""
    return {"source": source.id, **{column.name: getattr(source, column.name) for column in ARTICLE[1:]}}


def quote_row(quote: Quote) -> Row:
    """A quotation; its speaker and its cue in columns of their own."""
    who, cue = quote.speaker, quote.cue
    same = {name: getattr(quote, name) for name in ("id", "start", "end", "line", "column", "text", "kind", "why", "parent", "continues")}
    speaker = who and {
        "speaker": who.name,
        "mention": who.mention,
        "mention_start": who.start,
        "mention_end": who.end,
        "via": who.via,
        "confidence": who.confidence,
    }
    reported = cue and {"cue": cue.text, "cue_start": cue.start, "cue_end": cue.end}
    pieces = [{"start": start, "end": end} for start, end in quote.pieces]
    return {**same, "closed": quote.closed, "pieces": pieces, **(speaker or {}), **(reported or {})}


def searched(record: Row, file: Input, options: Options) -> tuple[str | None, list[Found | Skipped]]:
    """A row of a table, or a line of JSON with its place, searched: the article's id, and what is found; nothing in one of other days
    than asked for."""
    line: bytes | None = record.get("line") if isinstance(record.get("at"), int) else None
    try:
        source = named(read_record(record if line is None else line, file.path, options.read), file.id)
    except UnreadableSource as error:
        own = record_id(record, options.read) if line is None else None
        where = f"the line at byte {record['at']}: " if line is not None else f"article {own}: " if own else ""
        return own and prefixed(own, file.id), [Skipped(error.path, where + error.reason)]
    return source.id, list(alone([source], options))


def named(source: Source, file: str) -> Source:
    """The article under its id: its file's, where it has one, and its own, which for one without is made of what it says.

    No engine numbers its rows, and whatever it does again must come under the same id.
    """
    said = (source.text, source.title, source.publisher, source.published, source.url)
    own = source.key or blake2b(repr(said).encode("utf-8", "backslashreplace"), digest_size=8).hexdigest()
    return source._replace(id=prefixed(own, file))


def prefixed(own: str, file: str) -> str:
    """An article's id, with its file's."""
    return f"{file}#{own}" if file else own
