"""`quotes history`: how articles changed after they were printed."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from quotecli.cli.add import ArchivePath
from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import Look, Rows, Sheet, Talk
from quotecli.cli.output import DONE, answered, chosen, document
from quotecli.cli.talk import report_left_out

app = typer.Typer(**USUAL)


@app.command(cls=Configured, short_help="Show how quotations changed between versions.")
@grouped
def history(
    archive: ArchivePath,
    article: Annotated[str | None, typer.Argument(metavar="ARTICLE", help="Its id, address or path; else all that changed.")] = None,
    *,
    output: Sheet,
    rows: Rows,
    talk: Talk,
    look: Look,
) -> int:
    """Show how the quotations of articles changed that came again with another text: reworded, new, gone, or said by another.

    An article comes again when it is added under the address, the id or the path that it had before.

    \b
    Examples:
      quotes history news.db
      quotes history news.db https://paper.example/story -o changes.html
      quotes history news.db --json | jq '.articles[].changes[] | select(.risk)'
    """
    chosen(output)
    from quotecli.collection import history as changes
    from quotecli.render.history import write_json, write_table

    found = changes(archive, article)
    as_table = partial(write_table, found, limit=rows.limit or None)
    left_out = answered(output, look, partial(write_json, found), as_table, partial(document, "history", found))
    report_left_out(left_out or 0, "rows", talk.quiet)
    return DONE
