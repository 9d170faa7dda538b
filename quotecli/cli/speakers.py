"""`quotes speakers`: who is quoted."""

from __future__ import annotations

from functools import partial

import typer

from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import Choice, Look, Paths, Reading, Rows, Sheet, Talk
from quotecli.cli.output import DONE, SKIPPED, answered, chosen, document
from quotecli.cli.progress import Progress
from quotecli.cli.talk import report_left_out, report_skipped

app = typer.Typer(**USUAL)


@app.command(cls=Configured, short_help="Count who is quoted, where and how often.")
@grouped
def speakers(paths: Paths, *, reading: Reading, choice: Choice, output: Sheet, rows: Rows, talk: Talk, look: Look) -> int:
    """List who is quoted: in how many sources, how often, how many words, under which mentions.

    \b
    Examples:
      quotes speakers articles/
      quotes speakers articles/ --json | jq '.speakers[] | select(.named | not)'
    """
    chosen(output)
    from quotecli.pipeline import extract
    from quotecli.render.speakers import write_json, write_table

    with Progress(paths, talk.quiet) as progress:
        report = extract(paths, choice.options(reading)._replace(cluster=choice.min_sources > 1), progress.seen, progress.compared)
    report_skipped(report.skipped, talk.quiet)
    as_table = partial(write_table, report, limit=rows.limit or None)
    left_out = answered(output, look, partial(write_json, report), as_table, partial(document, "speakers", report))
    report_left_out(left_out or 0, "speakers", talk.quiet)
    return SKIPPED if report.skipped else DONE
