"""`quotes diff`: what differs between the sources, utterance by utterance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import Brief, Choice, ExitCode, Layout, Look, Paths, Reading, Rows, Talk, Together
from quotecli.cli.output import DIFFERS, DONE, SKIPPED, as_text, chosen, opened
from quotecli.cli.progress import Progress
from quotecli.cli.talk import complain, report_left_out, report_skipped

if TYPE_CHECKING:
    from quotecli.model import Collation

app = typer.Typer(**USUAL)


@app.command(cls=Configured, short_help="Compare wordings word by word.")
@grouped
def diff(
    paths: Paths,
    *,
    reading: Reading,
    choice: Choice,
    together: Together,
    layout: Layout = "auto",
    output: Brief,
    exit_code: ExitCode = False,
    rows: Rows,
    talk: Talk,
    look: Look,
) -> int:
    """Show word by word how sources differ in what they quote, then what only one of them has.

    \b
    Examples:
      quotes diff ours.txt theirs.txt
      quotes diff articles/ --speaker putin --layout apparatus
      quotes diff ours.txt agency.txt --exit-code > diff.txt || less diff.txt
    """
    form = chosen(output)
    from quotecli.compare import collate
    from quotecli.pipeline import extract

    with Progress(paths, talk.quiet) as progress:
        report = extract(paths, choice.options(reading)._replace(sort=together.sort), progress.seen)
    report_skipped(report.skipped, talk.quiet)
    collations = [collate(cluster, report.quotes) for cluster in report.clusters if cluster.sources >= max(2, choice.min_sources)]
    if not collations and not talk.quiet:
        complain(f"nothing to compare: {'no utterance stands in two sources' if len(report.sources) > 1 else 'name two articles'}")
    with opened(output, look) as stream:
        if form == "json":
            from quotecli.render.json import write_diff as write_json

            write_json(report, collations, stream)
        else:
            from quotecli.render.details import read_details
            from quotecli.render.diff import write_diff

            with as_text(stream) as text:
                shown = read_details(together.details)
                drawn, strict = look.on(text, together.fold), together.verbose
                left_out = write_diff(report, collations, text, drawn, layout, strict, rows.limit or None, shown, together.group_by)
            report_left_out(left_out, "rows", talk.quiet)
    if exit_code and any(differs(collation, strict=together.verbose) for collation in collations):
        return DIFFERS
    return SKIPPED if report.skipped else DONE


def differs(collation: Collation, strict: bool) -> bool:
    """Whether any witness reads otherwise than the fullest; what marks look like counts only when strict."""
    return any(strict or reading.type != "typographic" for place in collation.places for reading in place.readings)
