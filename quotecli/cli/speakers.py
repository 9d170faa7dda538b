"""`quotes speakers`: who is quoted."""

from __future__ import annotations

import typer

from quotecli.cli.output import DONE, SKIPPED, as_text, chosen, opened
from quotecli.cli.progress import Progress
from quotecli.cli.shared import Choice, Look, Output, Paths, Reading, Talk, grouped, required
from quotecli.cli.talk import complain, report_skipped


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("speakers", short_help="Count who is quoted, where and how often.")(speakers)


@grouped
def speakers(
    context: typer.Context, paths: Paths = None, *, reading: Reading, choice: Choice, output: Output, look: Look, talk: Talk
) -> int:
    """List who is quoted: in how many sources, how often, how many words, under which mentions.

    \b
    Examples:
      quotes speakers articles/
      quotes speakers articles/ --json | jq '.speakers[] | select(.named | not)'
    """
    form = chosen(output)
    given = required(paths, context)
    from quotecli.pipeline import extract
    from quotecli.render.speakers import write_json, write_table

    with Progress(given, talk.quiet) as progress:
        report = extract(given, choice.options(reading)._replace(cluster=choice.min_sources > 1), progress.seen)
    report_skipped(report.skipped, talk.quiet)
    with opened(output, look) as stream:
        if form == "json":
            write_json(report, stream)
        else:
            with as_text(stream) as text:
                left_out = write_table(report, text, look.on(text), look.limit or None)
            if left_out and not talk.quiet:
                complain(f"{left_out} more speakers; --limit 0 shows all")
    return SKIPPED if report.skipped else DONE
