"""`quotes archive`: what is in an archive, and whether it is whole."""

from __future__ import annotations

from typing import Annotated, BinaryIO, Literal, TextIO

import typer

from quotecli.cli.add import ArchivePath
from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import Brief, Look, Talk
from quotecli.cli.output import DIFFERS, DONE, answered, chosen
from quotecli.render.console import Look as Drawn

app = typer.Typer(**USUAL)


@app.command(cls=Configured, short_help="Say what is in an archive, or whether it is whole.")
@grouped
def archive(
    what: Annotated[Literal["info", "check"], typer.Argument(metavar="info|check", help="What is in it; whether it is whole.")],
    archive: ArchivePath,
    *,
    output: Brief,
    talk: Talk,
    look: Look,
) -> int:
    """Say what is in an archive, in numbers; or check it: the file, its tables, and that every quotation stands in its article.

    `check` exits with 1 where something is not as it was written.

    \b
    Examples:
      quotes archive info news.db
      quotes archive check news.db
    """
    chosen(output)
    from quotecli.collection import checked, info
    from quotecli.render.archive import print_info, write_record
    from quotecli.render.safe import visible

    faults = checked(archive) if what == "check" else []
    record = {"faults": faults} if what == "check" else info(archive)

    def as_table(stream: TextIO, drawn: Drawn) -> None:
        if what == "info":
            print_info(archive, record, stream)
        else:
            stream.write("".join(visible(f"{archive}: {fault}") + "\n" for fault in faults or ["whole"]))

    def as_json(stream: BinaryIO) -> None:
        write_record(record, stream)

    answered(output, look, as_json, as_table)
    return DIFFERS if faults else DONE
