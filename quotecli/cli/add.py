"""`quotes add`: articles into an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, BinaryIO, TextIO

import typer

from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import Brief, Look, Reading, Talk
from quotecli.cli.output import DONE, SKIPPED, answered, chosen
from quotecli.cli.progress import Progress
from quotecli.cli.talk import report_skipped

if TYPE_CHECKING:
    from quotecli.render.console import Look as Drawn

app = typer.Typer(**USUAL)

ArchivePath = Annotated[str, typer.Argument(metavar="ARCHIVE", help="A file; `quotes add` makes it where there is none.")]


@app.command(cls=Configured, short_help="Keep articles and their quotations in an archive.")
@grouped
def add(
    archive: ArchivePath,
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders, globs; '-' reads standard input.")] = None,
    *,
    reading: Reading,
    output: Brief,
    talk: Talk,
    look: Look,
) -> int:
    """Put articles into an archive, one SQLite file, with their quotations, and compare these with all that is in it.

    What is in it already costs only its reading. An article that comes again with another text, under the same address, is a new
    version: `quotes history` tells what changed. Stopped at any moment, the archive holds what was added so far; add again to go on.

    \b
    Examples:
      quotes add news.db articles/
      quotes add news.db 'dumps/*.jsonl' --jobs 4
      quotes extract news.db --speaker putin --since 2024-12
    """
    chosen(output)
    from quotecli.collection import add as keep
    from quotecli.pipeline import Options

    options = Options(read=reading.options(), jobs=reading.jobs)
    with Progress(paths or [], talk.quiet) as progress:
        done = keep(archive, paths or [], options, progress.seen, progress.compared)
    report_skipped(done.skipped, talk.quiet)

    def as_json(stream: BinaryIO) -> None:
        from quotecli.render.archive import write_added

        write_added(done._asdict(), stream)

    def as_table(stream: TextIO, drawn: Drawn) -> None:
        from quotecli.render.archive import print_added

        print_added(archive, done._asdict(), stream)

    answered(output, look, as_json, as_table)
    return SKIPPED if done.skipped else DONE
