"""`quotes diff`: what differs between the sources, utterance by utterance."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, BinaryIO, TextIO

import typer

from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import Choice, ExitCode, Layout, Look, Paths, Reading, Rows, Sheet, Talk, Together
from quotecli.cli.output import DIFFERS, DONE, SKIPPED, answered, chosen, document
from quotecli.cli.progress import Progress
from quotecli.cli.talk import complain, report_left_out, report_skipped

if TYPE_CHECKING:
    from quotecli.model import Collation
    from quotecli.render.console import Look as Drawn

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
    output: Sheet,
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
    chosen(output)
    from quotecli.compare import collate
    from quotecli.pipeline import extract
    from quotecli.render.details import read_details

    details, strict = read_details(together.details), together.verbose

    with Progress(paths, talk.quiet) as progress:
        report = extract(paths, choice.options(reading)._replace(sort=together.sort), progress.seen, progress.compared)
    report_skipped(report.skipped, talk.quiet)
    collations = [collate(cluster, report.quotes) for cluster in report.clusters if cluster.sources >= max(2, choice.min_sources)]
    if not collations and not talk.quiet:
        complain(f"nothing to compare: {'no utterance stands in two sources' if len(report.sources) > 1 else 'name two articles'}")

    def as_json(stream: BinaryIO) -> int:
        from quotecli.render.json import write_diff

        write_diff(report, collations, stream)
        return 0

    def as_table(stream: TextIO, drawn: Drawn) -> int:
        from quotecli.render.diff import write_diff

        drawn = drawn._replace(fold=together.fold)
        return write_diff(report, collations, stream, drawn, layout, strict, rows.limit or None, details, together.group_by)

    left_out = answered(output, look, as_json, as_table, partial(document, "diff", report, collations, strict))
    report_left_out(left_out or 0, "rows", talk.quiet)
    if exit_code and any(differs(collation, strict=strict) for collation in collations):
        return DIFFERS
    return SKIPPED if report.skipped else DONE


def differs(collation: Collation, strict: bool) -> bool:
    """Whether any witness reads otherwise than the fullest; what marks look like counts only when strict."""
    return any(strict or reading.type != "typographic" for place in collation.places for reading in place.readings)
