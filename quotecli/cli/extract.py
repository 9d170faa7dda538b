"""`quotes extract`: the main job."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, assert_never

import typer

from quotecli.cli.output import as_text, chosen, opened
from quotecli.cli.shared import Choice, Format, Look, Output, Paths, Reading, Talk, grouped, required
from quotecli.cli.talk import complain, report_skipped

if TYPE_CHECKING:
    from quotecli.model import Report


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("extract")(extract)


@grouped
def extract(
    context: typer.Context, paths: Paths = None, *, reading: Reading, choice: Choice, output: Output, look: Look, talk: Talk
) -> int:
    """Find every quotation, who said it, and the wordings in which several sources print one utterance.

    \b
    Examples:
      quotes extract articles/
      quotes extract a.txt b.txt --speaker putin --min-sources 2
      quotes extract articles/ --json | jq -r '.quotes[] | .speaker.name'
      quotes extract articles/ -o report.json
    """
    form = chosen(output)
    given = required(paths, context)
    from quotecli.pipeline import extract as answer

    report = answer(given, choice.options(reading))
    report_skipped(report.skipped, talk.quiet)
    with opened(output) as stream:
        write(report, form, stream, look, talk)
    return 3 if report.skipped else 0


def write(report: Report, form: Format, stream: BinaryIO, look: Look, talk: Talk) -> None:
    """Write the report in one of the formats."""
    match form:
        case "json":
            from quotecli.render.json import write_report

            write_report(report, stream)
        case "table":
            from quotecli.render.table import write_table

            with as_text(stream) as text:
                left_out = write_table(report, text, look.on(text), talk.verbose, look.limit or None)
            if left_out and not talk.quiet:
                complain(f"{left_out} more rows; --limit 0 shows all")
        case _:
            assert_never(form)
