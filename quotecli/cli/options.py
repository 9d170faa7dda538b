"""The options of the commands, in groups; they say what Typer is told, but do not load it."""

# Annotations are evaluated as they stand here: as strings, each of the options' would be compiled when the program starts.

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TextIO

if TYPE_CHECKING:
    from quotecli.pipeline import Options
    from quotecli.read.options import ReadOptions
    from quotecli.render.console import Look as Decided


class Declared(NamedTuple):
    """A parameter of the command line, as Typer's Option and Argument take it."""

    flags: tuple[str, ...]  # none: made of the name
    more: dict[str, Any]
    positional: bool = False


def option(*flags: str, **more: Any) -> Declared:
    """What `typer.Option` takes."""
    return Declared(flags, more)


def switch(*flags: str, **more: Any) -> Declared:
    """An option that is off unless asked for, which its help need not say."""
    return option(*flags, show_default=False, **more)


def argument(**more: Any) -> Declared:
    """What `typer.Argument` takes."""
    return Declared((), more, positional=True)


Paths = Annotated[
    list[str],
    argument(metavar="PATH...", help="Files, folders (every article in them), globs; '-' reads standard input."),
]
Format = Literal["table", "json", "jsonl", "csv", "markdown", "html"]
SUFFIXES: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "table",
}
BOTH: tuple[Format, ...] = ("table", "json")


class KindName(StrEnum):
    """A kind of quotation; Typer takes no list of literals."""

    direct = "direct"
    mixed = "mixed"
    other = "other"


class Reading(NamedTuple):
    """How articles get in."""

    encoding: Annotated[str | None, option(metavar="NAME", help="Of every input; else found out and reported.")] = None
    input_format: Annotated[str | None, option(metavar="NAME", help="Of every input; else by suffix or content.")] = None
    max_size: Annotated[int | None, option(metavar="BYTES", min=1, max=10**12, help="Skip larger articles.", show_default="100 MB")] = None
    hidden: Annotated[bool, switch("--hidden/--no-hidden", help="Hidden files inside folders too.")] = False
    glob: Annotated[list[str] | None, option(metavar="GLOB", help="Which names inside folders; '!NAME' leaves out.")] = None
    text_field: Annotated[str | None, option(metavar="NAME", help="Of records (JSON, CSV, Parquet): the article.")] = None
    title_field: Annotated[str | None, option(metavar="NAME", help="Likewise the title.")] = None
    date_field: Annotated[str | None, option(metavar="NAME", help="Likewise the date.")] = None
    source_field: Annotated[str | None, option(metavar="NAME", help="Likewise the publisher.")] = None
    url_field: Annotated[str | None, option(metavar="NAME", help="Likewise the address.")] = None
    author_field: Annotated[str | None, option(metavar="NAME", help="Likewise the author.")] = None
    id_field: Annotated[str | None, option(metavar="NAME", help="Likewise the id.")] = None
    reader: Annotated[Literal["own", "trafilatura"] | None, option(help="What chooses the paragraphs of HTML.")] = None
    jobs: Annotated[int | None, option("--jobs", "-j", metavar="N", min=1, help="Processes; else as suits the work.")] = None

    def options(self) -> "ReadOptions":
        """As the reader takes them."""
        from quotecli.read.options import MAX_SIZE, ReadOptions

        return ReadOptions(
            encoding=self.encoding,
            input_format=self.input_format,
            max_size=self.max_size or MAX_SIZE,
            hidden=self.hidden,
            glob=tuple(self.glob or ()),
            text_field=self.text_field,
            title_field=self.title_field,
            date_field=self.date_field,
            source_field=self.source_field,
            url_field=self.url_field,
            author_field=self.author_field,
            id_field=self.id_field,
            reader=self.reader,
        )


class Talk(NamedTuple):
    """How much is said on standard error."""

    quiet: Annotated[bool, switch("--quiet/--no-quiet", "-q", help="No notes, no warnings: the answer and the exit status only.")] = False
    verbose: Annotated[bool, switch("--verbose/--no-verbose", "-v", help="Show the kind of evidence behind every attribution.")] = False
    debug: Annotated[bool, option("--debug", help="On a fault, show where it happened.")] = False


class Output(NamedTuple):
    """In which form, and where to."""

    format: Annotated[Format | None, option("--format", "-f", help="Table by default, or what the suffix of -o says.")] = None
    json: Annotated[bool, option("--json", help="Short for --format json.")] = False
    output: Annotated[str | None, option("--output", "-o", metavar="FILE", help="Write here, whole or not at all.")] = None
    bom: Annotated[bool, switch("--bom/--no-bom", help="Begin CSV with a byte order mark, as some spreadsheets need.")] = False


class Look(NamedTuple):
    """What it looks like on a terminal."""

    color: Annotated[Literal["auto", "always", "never"], option(help="NO_COLOR and FORCE_COLOR are heard.")] = "auto"
    width: Annotated[int | None, option(min=40, max=1000, help="Columns; else COLUMNS, the terminal, or 100.")] = None
    marks: Annotated[
        Literal["auto", "always", "never"], option(help="{-gone-}{+new+} where words differ; never: only what each prints.")
    ] = "auto"
    ascii: Annotated[bool, switch("--ascii/--no-ascii", help="Draw with ASCII characters only.")] = False
    fold: Annotated[bool, option("--fold/--no-fold", help="List copies of one article beside it, not by themselves.")] = True
    hyperlinks: Annotated[Literal["auto", "always", "never"], option(help="Make places links; auto: on a terminal.")] = "auto"
    hyperlink_format: Annotated[
        str, option(metavar="FORM", help="file, vscode, zed, or an address with {host} {path} {line} {column}.")
    ] = "file"
    pager: Annotated[bool | None, option("--pager/--no-pager", help="Page through QUOTES_PAGER, PAGER or less.", show_default=False)] = None

    def on(self, stream: TextIO) -> "Decided":
        """What was decided for this stream, or for the terminal behind the pager."""
        from quotecli.render.console import decide

        terminal = sys.stdout if self.paging() and not stream.isatty() else None
        return decide(stream, self.color, self.width, self.marks, self.ascii, self.hyperlinks, self.hyperlink_format, self.fold, terminal)

    def paging(self) -> bool:
        """Whether a pager stands between us and the terminal."""
        asked = self.pager if self.pager is not None else bool(os.environ.get("QUOTES_PAGER"))
        return asked and sys.stdout.isatty()


class Rows(NamedTuple):
    """How much of the tables is shown."""

    details: Annotated[
        str | None, option(metavar="WHICH", help="none, shared, all, or numbers such as 2,5; else what the screen has room for.")
    ] = None
    group_by: Annotated[Literal["publisher", "source"], option(help="Whether the articles of one publisher are one outlet.")] = "publisher"
    limit: Annotated[int, option(min=0, metavar="ROWS", help="Of tables; 0: all.")] = 200


class Choice(NamedTuple):
    """Which quotations to report."""

    speaker: Annotated[str | None, option(metavar="NAME", help="Only this speaker: the name or a part of it, in any case.")] = None
    kind: Annotated[list[KindName] | None, option(help="Only this kind; may be repeated.")] = None
    min_sources: Annotated[int, option(min=1, help="Only utterances that at least so many sources print.")] = 1
    min_confidence: Annotated[float, option(min=0, max=1, help="A less certain speaker is left unnamed.")] = 0.0
    cluster: Annotated[bool, option(help="Bring together the wordings of one utterance.")] = True
    aliases: Annotated[str | None, option(metavar="FILE", help="Names that belong to one speaker.")] = None

    def options(self, reading: Reading) -> "Options":
        """As the pipeline takes them; checked before any input is read."""
        from quotecli.model import KINDS
        from quotecli.pipeline import Options

        return Options(
            read=reading.options(),
            cluster=self.cluster,
            speaker=self.speaker,
            kinds=tuple(kind for kind in KINDS if kind in (self.kind or KINDS)),
            min_sources=self.min_sources,
            min_confidence=self.min_confidence,
            aliases=self.aliases,
            jobs=reading.jobs,
        ).checked()


GROUPS = (Reading, Talk, Output, Look, Rows, Choice)
