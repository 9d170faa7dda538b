"""`quotes remove`: articles out of an archive."""

from __future__ import annotations

from typing import Annotated, BinaryIO, TextIO

import typer

from quotecli.cli.add import ArchivePath
from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import Brief, Look, Talk
from quotecli.cli.output import DONE, SKIPPED, answered, chosen
from quotecli.cli.progress import Progress
from quotecli.cli.talk import complain
from quotecli.render.console import Look as Drawn

app = typer.Typer(**USUAL)


@app.command(cls=Configured, short_help="Take articles out of an archive.")
@grouped
def remove(
    archive: ArchivePath,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE...", help="Their ids, addresses or paths.")],
    *,
    output: Brief,
    talk: Talk,
    look: Look,
) -> int:
    """Take articles out of an archive, with all their versions and quotations, and compare what is left.

    \b
    Examples:
      quotes remove news.db https://paper.example/story
      quotes remove news.db articles/ours.txt
    """
    chosen(output)
    from quotecli.collection import remove as take_out
    from quotecli.render.archive import write_record
    from quotecli.render.safe import visible
    from quotecli.render.wording import count

    with Progress([], talk.quiet) as progress:
        gone = take_out(archive, articles, progress.compared)
    missing = [name for name, versions in gone.items() if not versions]
    for name in missing if not talk.quiet else ():
        complain(f"{name}: no article in {archive} has this id, address or path")

    def as_table(stream: TextIO, drawn: Drawn) -> None:
        several = sum(gone.values()) - (len(gone) - len(missing))
        also = f", and {count(several, 'older version')}" if several else ""
        stream.write(visible(f"{archive}: {count(len(gone) - len(missing), 'article')} taken out{also}") + "\n")

    def as_json(stream: BinaryIO) -> None:
        write_record({"removed": gone}, stream)

    answered(output, look, as_json, as_table)
    return SKIPPED if missing else DONE
