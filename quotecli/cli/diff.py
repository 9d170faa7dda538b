"""`quotes diff`: what differs between the sources, utterance by utterance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from quotecli.cli.options import Choice, Look, Output, Paths, Reading, Rows, Talk, option, switch
from quotecli.cli.output import DIFFERS, DONE, SKIPPED, as_text, chosen, opened
from quotecli.cli.progress import Progress
from quotecli.cli.talk import complain, report_left_out, report_skipped
from quotecli.errors import Misuse

if TYPE_CHECKING:
    from quotecli.model import Collation


SUMMARY = "Compare wordings word by word."


def diff(
    paths: Paths,
    layout: Annotated[
        Literal["auto", "score", "apparatus", "side", "inline"], option(help="auto: by the number of wordings and the width.")
    ] = "auto",
    exit_code: Annotated[bool, switch("--exit-code/--no-exit-code", help="Exit with 1 where an utterance is worded differently.")] = False,
    *,
    reading: Reading,
    choice: Choice,
    output: Output,
    look: Look,
    rows: Rows,
    talk: Talk,
) -> int:
    """Show word by word how sources differ in what they quote, then what only one of them has.

    \b
    Examples:
      quotes diff ours.txt theirs.txt
      quotes diff articles/ --speaker putin --layout apparatus
      quotes diff ours.txt agency.txt --exit-code > diff.txt || less diff.txt
    """
    form = chosen(output)
    if not choice.cluster:
        raise Misuse("diff compares the wordings of utterances: --no-cluster leaves it nothing to do")
    from quotecli.compare import collate
    from quotecli.pipeline import extract

    with Progress(paths, talk.quiet) as progress:
        report = extract(paths, choice.options(reading), progress.seen)
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
                shown = read_details(rows.details)
                left_out = write_diff(
                    report, collations, text, look.on(text), layout, talk.verbose, rows.limit or None, shown, rows.group_by
                )
            report_left_out(left_out, "rows", talk.quiet)
    if exit_code and any(differs(collation, strict=talk.verbose) for collation in collations):
        return DIFFERS
    return SKIPPED if report.skipped else DONE


def differs(collation: Collation, strict: bool) -> bool:
    """Whether any witness reads otherwise than the fullest; what marks look like counts only when strict."""
    return any(strict or reading.type != "typographic" for place in collation.places for reading in place.readings)
