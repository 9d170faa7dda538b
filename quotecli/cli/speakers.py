"""`quotes speakers`: who is quoted."""

from __future__ import annotations

import typer

from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import Brief, Choice, Look, Paths, Reading, Rows, Talk
from quotecli.cli.output import DONE, SKIPPED, as_text, chosen, opened
from quotecli.cli.progress import Progress
from quotecli.cli.talk import report_left_out, report_skipped

app = typer.Typer(**USUAL)


@app.command(cls=Configured, short_help="Count who is quoted, where and how often.")
@grouped
def speakers(paths: Paths, *, reading: Reading, choice: Choice, output: Brief, rows: Rows, talk: Talk, look: Look) -> int:
    """List who is quoted: in how many sources, how often, how many words, under which mentions.

    \b
    Examples:
      quotes speakers articles/
      quotes speakers articles/ --json | jq '.speakers[] | select(.named | not)'
    """
    form = chosen(output)
    from quotecli.pipeline import extract
    from quotecli.render.speakers import write_json, write_table

    with Progress(paths, talk.quiet) as progress:
        report = extract(paths, choice.options(reading)._replace(cluster=choice.min_sources > 1), progress.seen)
    report_skipped(report.skipped, talk.quiet)
    with opened(output, look) as stream:
        if form == "json":
            write_json(report, stream)
        else:
            with as_text(stream) as text:
                left_out = write_table(report, text, look.on(text), rows.limit or None)
            report_left_out(left_out, "speakers", talk.quiet)
    return SKIPPED if report.skipped else DONE
