"""The options of the commands as Typer takes them, in groups: a group is a named tuple, and each field of it is an option."""

# Annotations are evaluated as they stand here: as strings, each of the options' would be compiled when the program starts.

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TextIO, get_args

from typer import Argument, BadParameter, Option

if TYPE_CHECKING:
    from quotecli.pipeline import Options
    from quotecli.read.options import ReadOptions
    from quotecli.render.console import Look as Decided

READ, WHICH, OUTPUT, BEYOND, LOOK = "What to read", "Which quotations", "Output", "Beyond one machine", "Look"
"""The panels of the help."""


def option(panel: str, *flags: str, **more: Any) -> Any:
    """An option in a panel of the help, which need not tell that it is off or empty unless asked for."""
    return Option(*flags, rich_help_panel=panel, **{"show_default": False, **more})


Paths = Annotated[list[str], Argument(metavar="PATH...", help="Files, folders, globs; '-' reads standard input.")]
When = Literal["auto", "always", "never"]
Format = Literal["table", "json", "jsonl", "csv", "md", "markdown", "html"]
SheetFormat = Literal["table", "json", "csv", "md", "markdown", "html"]
BriefFormat = Literal["table", "json"]
SUFFIXES: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".txt": "table",
}


def suffix_of(name: str | None) -> str:
    """The suffix of a file name in lower case, with its point; empty where there is none."""
    return os.path.splitext(name or "")[1].lower()


SCHEMES = frozenset(
    """file http https vscode vscode-insiders vscodium cursor windsurf zed idea pycharm jetbrains txmt mvim subl atom nova x-bbedit emacs
    gedit kate""".split()
)
"""What a link may begin with: what shows a file. A program may be registered for any other, with a command in the rest of the link."""


def linking(form: str) -> str:
    """The form of links, if they show a place in a file. Raises BadParameter for one that may do anything else."""
    scheme, colon, _ = form.partition(":")
    if colon and scheme.lower() not in SCHEMES:
        raise BadParameter(f"no link begins with '{scheme[:40]}:' here, but with {', '.join(sorted(SCHEMES))}")
    return form


class KindName(StrEnum):
    """A kind of quotation; Typer takes no list of literals."""

    direct = "direct"
    mixed = "mixed"
    other = "other"


class Reading(NamedTuple):
    """How articles get in."""

    encoding: Annotated[str | None, option(READ, metavar="NAME", help="Of every input; else found out and reported.")] = None
    input_format: Annotated[str | None, option(READ, metavar="NAME", help="Of every input; else by suffix or content.")] = None
    glob: Annotated[list[str] | None, option(READ, metavar="GLOB", help="Which names inside folders; '!NAME' leaves out.")] = None
    hidden: Annotated[bool, option(READ, "--hidden/--no-hidden", help="Hidden files inside folders too.")] = False
    since: Annotated[str | None, option(READ, metavar="DATE", help="Only articles of this day or later: 2016-12-20, 2016.")] = None
    until: Annotated[str | None, option(READ, metavar="DATE", help="Only articles of this day or earlier.")] = None
    max_size: Annotated[int | None, option(READ, metavar="BYTES", min=1, max=10**12, help="Skip larger articles; else 5 MB.")] = None
    text_field: Annotated[str | None, option(READ, metavar="NAME", help="Of records (JSON, CSV, Parquet): the article.")] = None
    title_field: Annotated[str | None, option(READ, metavar="NAME", help="Likewise the title.")] = None
    date_field: Annotated[str | None, option(READ, metavar="NAME", help="Likewise the date.")] = None
    source_field: Annotated[str | None, option(READ, metavar="NAME", help="Likewise the publisher.")] = None
    url_field: Annotated[str | None, option(READ, metavar="NAME", help="Likewise the address.")] = None
    author_field: Annotated[str | None, option(READ, metavar="NAME", help="Likewise the author.")] = None
    id_field: Annotated[str | None, option(READ, metavar="NAME", help="Likewise the id.")] = None
    reader: Annotated[
        Literal["own", "trafilatura"] | None, option(READ, metavar="NAME", help="Of HTML: own, or trafilatura for messy pages.")
    ] = None
    jobs: Annotated[int | None, option(READ, "--jobs", "-j", metavar="N", min=1, help="Processes; else as suits the work.")] = None

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
            since=self.since,
            until=self.until,
        )


class Choice(NamedTuple):
    """Which quotations to report."""

    speaker: Annotated[str | None, option(WHICH, metavar="NAME", help="Only this speaker: the name or a part of it.")] = None
    kind: Annotated[list[KindName] | None, option(WHICH, metavar="KIND", help="direct, mixed or other; may be repeated.")] = None
    min_sources: Annotated[int, option(WHICH, min=1, metavar="N", help="Only utterances that so many articles print.")] = 1
    min_confidence: Annotated[float, option(WHICH, min=0, max=1, metavar="SHARE", help="A less certain speaker stays unnamed: 0.9.")] = 0.0
    aliases: Annotated[str | None, option(WHICH, metavar="FILE", help="Names that belong to one speaker.")] = None
    added_since: Annotated[
        str | None, option(WHICH, metavar="DATE", help="Of an archive: what came since, and who else prints it: 2016-12-20.")
    ] = None

    def whole(self) -> bool:
        """Whether every quotation was asked for: then an article without one has none."""
        return not self.speaker and not self.kind and self.min_sources == 1 and not self.added_since

    def options(self, reading: Reading) -> "Options":
        """As the pipeline takes them; checked before any input is read."""
        from quotecli.model import KINDS
        from quotecli.pipeline import Options

        return Options(
            read=reading.options(),
            speaker=self.speaker,
            kinds=tuple(kind for kind in KINDS if kind in (self.kind or KINDS)),
            min_sources=self.min_sources,
            min_confidence=self.min_confidence,
            aliases=self.aliases,
            added_since=self.added_since,
            jobs=reading.jobs,
        ).checked()


class Together(NamedTuple):
    """How the utterances that are brought together are shown."""

    sort: Annotated[Literal["sources", "date"], option(WHICH, metavar="KEY", help="Utterances by sources, or by date.")] = "sources"
    details: Annotated[str | None, option(OUTPUT, metavar="WHICH", help="none, shared, all, or 2,5; else what fits the screen.")] = None
    group_by: Annotated[
        Literal["publisher", "source"], option(OUTPUT, metavar="KEY", help="What is one outlet: publisher, else every source.")
    ] = "publisher"
    fold: Annotated[bool, option(LOOK, "--fold/--no-fold", help="List copies of an article by themselves.")] = True
    verbose: Annotated[bool, option(OUTPUT, "--verbose/--no-verbose", "-v", help="The evidence, and differences of dress.")] = False


def format_option(names: str) -> Any:
    """The option that takes the name of a format."""
    return option(OUTPUT, "--format", "-f", metavar="NAME", help=f"{names}; else by the suffix of -o.")


Json = Annotated[bool, option(OUTPUT, "--json", help="Short for --format json.")]
File = Annotated[str | None, option(OUTPUT, "--output", "-o", metavar="FILE", help="Write here, whole or not at all.")]
Bom = Annotated[bool, option(OUTPUT, "--bom/--no-bom", help="Begin CSV as some spreadsheets need it.")]


class Output(NamedTuple):
    """In which form, and where to."""

    format: Annotated[Format | None, format_option("table, json, jsonl, csv, md, html")] = None
    json: Json = False
    output: File = None
    bom: Bom = False


class Sheet(NamedTuple):
    """Likewise, of an answer that is not written record by record."""

    format: Annotated[SheetFormat | None, format_option("table, json, csv, md, html")] = None
    json: Json = False
    output: File = None
    bom: Bom = False


class Brief(NamedTuple):
    """Likewise, of an answer for the screen or for programs."""

    format: Annotated[BriefFormat | None, format_option("table or json")] = None
    json: Json = False
    output: File = None


AnyOutput = Output | Sheet | Brief
FORMATS: dict[type[AnyOutput], tuple[Format, ...]] = {
    Output: get_args(Format),
    Sheet: get_args(SheetFormat),
    Brief: get_args(BriefFormat),
}


class Beyond(NamedTuple):
    """On which engine, and what it needs to know."""

    engine: Annotated[
        Literal["daft", "ray"] | None, option(BEYOND, metavar="NAME", help="daft: this machine; ray: many. Writes Parquet below -o.")
    ] = None
    window: Annotated[int, option(BEYOND, min=1, metavar="DAYS", help="With --cluster, compare so many days at a time; else 7.")] = 7
    overlap: Annotated[int, option(BEYOND, min=0, metavar="DAYS", help="And as many before and after; else 2.")] = 2
    overwrite: Annotated[bool, option(BEYOND, "--overwrite", help="Take away a former answer below -o.")] = False


class Rows(NamedTuple):
    """How much of the tables is shown."""

    limit: Annotated[int, option(OUTPUT, min=0, metavar="ROWS", show_default=True, help="Of tables; 0: all.")] = 200


class Talk(NamedTuple):
    """How much is said on standard error."""

    quiet: Annotated[bool, option(OUTPUT, "--quiet/--no-quiet", "-q", help="The answer only: no notes, no warnings.")] = False
    debug: Annotated[bool, option(OUTPUT, "--debug", help="On a fault, show where it happened.")] = False


class Look(NamedTuple):
    """What it looks like on a terminal."""

    color: Annotated[When, option(LOOK, metavar="WHEN", help="auto, always, never; NO_COLOR is heard.")] = "auto"
    width: Annotated[int | None, option(LOOK, min=40, max=1000, metavar="N", help="Columns; else as the terminal has, or 100.")] = None
    marks: Annotated[When, option(LOOK, metavar="WHEN", help="{-gone-}{+new+} where words differ; never: as printed.")] = "auto"
    ascii: Annotated[bool, option(LOOK, "--ascii/--no-ascii", help="Draw with ASCII characters only.")] = False
    hyperlinks: Annotated[When, option(LOOK, metavar="WHEN", help="Make places links; auto: on a terminal.")] = "auto"
    hyperlink_format: Annotated[
        str, option(LOOK, metavar="FORM", callback=linking, help="file, vscode, zed, or an address with {path} {line}.")
    ] = "file"
    pager: Annotated[bool | None, option(LOOK, "--pager/--no-pager", help="Page through QUOTES_PAGER, PAGER or less.")] = None

    def on(self, stream: TextIO) -> "Decided":
        """What was decided for this stream, or for the terminal behind the pager."""
        from quotecli.render.console import decide

        terminal = sys.stdout if self.paging() and not stream.isatty() else None
        return decide(stream, self.color, self.width, self.marks, self.ascii, self.hyperlinks, self.hyperlink_format, terminal=terminal)

    def paging(self) -> bool:
        """Whether a pager stands between us and the terminal."""
        asked = self.pager if self.pager is not None else bool(os.environ.get("QUOTES_PAGER"))
        return asked and sys.stdout.isatty()


Cluster = Annotated[bool, option(WHICH, "--cluster/--no-cluster", help="Bring no wordings together: faster, and names stay apart.")]
Layout = Annotated[
    Literal["auto", "score", "apparatus", "side", "inline"],
    option(OUTPUT, metavar="NAME", help="score, apparatus, side or inline; else what suits wordings and width."),
]
ExitCode = Annotated[bool, option(OUTPUT, "--exit-code/--no-exit-code", help="Exit with 1 where an utterance is worded differently.")]

GROUPS = (Reading, Choice, Together, Output, Beyond, Rows, Talk, Look)
SINGLE: dict[str, Any] = {"cluster": Cluster, "layout": Layout, "exit_code": ExitCode}
"""Options of one command each."""
