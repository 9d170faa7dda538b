"""`quotes find`: who printed these words."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import WHICH, Choice, Look, Paths, Reading, Rows, Sheet, Talk, option
from quotecli.cli.output import DONE, SKIPPED, answered, chosen, document
from quotecli.cli.progress import Progress
from quotecli.cli.talk import report_left_out, report_skipped

app = typer.Typer(**USUAL)


@app.command(cls=Configured, short_help="Find who printed some words.")
@grouped
def find(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What may have been said, in one argument.")],
    paths: Paths,
    *,
    chain: Annotated[
        bool, option(WHICH, "--chain", help="Also who has the wording from whom: by shared changes; the rest is order in time.")
    ] = False,
    reading: Reading,
    choice: Choice,
    output: Sheet,
    rows: Rows,
    talk: Talk,
    look: Look,
) -> int:
    """Find the quotations that have these words, or nearly these: which outlets print them, in which wording, as whose.

    The very words come first, whatever their quotation marks, capitals and contractions, the earliest printed first; then nearly the
    same words, with what differs. --chain adds who has the wording from whom, as far as shared changes tell.

    \b
    Examples:
      quotes find "we will not stop the ferry" articles/ --chain
      quotes find "ready for it at any time" news.db --since 2024-12 -f csv
      quotes find "enemy of the people" news.db --json | jq -r '.found[].quote.source'
    """
    most = rows.limit or None if chosen(output) == "table" else None
    from quotecli.finding import find as search
    from quotecli.render.find import write_json, write_table

    with Progress(paths, talk.quiet) as progress:
        findings = search(words, paths, choice.options(reading), progress.seen, progress.compared, chain=chain, most=most)
    report_skipped(findings.report.skipped, talk.quiet)
    as_table = partial(write_table, findings, limit=rows.limit or None)
    left_out = answered(output, look, partial(write_json, findings), as_table, partial(document, "find", findings))
    report_left_out(left_out or 0, "rows", talk.quiet)
    return SKIPPED if findings.report.skipped else DONE
