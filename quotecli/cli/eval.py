"""`quotes eval`: how right the program is on one's own articles."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import OUTPUT, READ, Look, Output, Reading, Rows, Talk, option
from quotecli.cli.output import DONE, SKIPPED, answered, as_text, chosen, document, opened
from quotecli.cli.progress import Progress
from quotecli.cli.talk import report_left_out, report_skipped
from quotecli.errors import Misuse

if TYPE_CHECKING:
    from quotecli.model import Report

app = typer.Typer(**USUAL)


@app.command("eval", cls=Configured, short_help="Score the answers on your own annotations.")
@grouped
def evaluate(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="GOLD [PATH...]", help="Annotations: .jsonl, .csv, .ann, a folder of .ann; the articles, if not in it."),
    ],
    *,
    init: Annotated[bool, option(OUTPUT, "--init", help="Write the answers for PATHs as a file to annotate.")] = False,
    blind: Annotated[bool, option(OUTPUT, "--blind", help="With --init: leave out who said it.")] = False,
    misses: Annotated[bool, option(OUTPUT, "--misses", help="List every wrong answer.")] = False,
    resamples: Annotated[int, option(READ, min=0, max=100_000, metavar="N", help="Draws for the intervals; 0: none.")] = 1000,
    reading: Reading,
    output: Output,
    rows: Rows,
    talk: Talk,
    look: Look,
) -> int:
    """Hold the answers against what you annotated: how many quotations are found, how many speakers are right, and how sure that is.

    --init writes a file to begin with, with or without the articles in it (.jsonl, .csv): correct it, take out rows, add some.
    A quotation has start and end, or its text alone; kind other where nobody said it; and who said it, as speaker and accept.

    \b
    Examples:
      quotes eval --init articles/ --blind -o gold.jsonl
      quotes eval gold.jsonl --misses
      quotes eval gold.csv articles/ -o figures.html
      quotes eval brat/ --json | jq '.misses[] | select(.what == "wrong speaker")'
    """
    if init:
        return begun(paths, blind, reading, output, talk)
    if blind:
        raise Misuse("--blind leaves the speaker out of a file to annotate, which --init writes")
    if chosen(output) == "jsonl":
        raise Misuse("this command has no format 'jsonl'; it has table, json, csv, md, html")
    from quotecli.evaluate import evaluate as score
    from quotecli.render.evaluate import write_json, write_table

    with Progress(paths[1:], talk.quiet) as progress:
        evaluation = score(paths[0], paths[1:], reading.options(), resamples, progress.seen)
    report_skipped(evaluation.skipped, talk.quiet)
    as_table = partial(write_table, evaluation, misses=misses, limit=rows.limit or None)
    left_out = answered(output, look, partial(write_json, evaluation), as_table, partial(document, "evaluate", evaluation, misses))
    report_left_out(left_out or 0, "misses", talk.quiet)
    return SKIPPED if evaluation.skipped else DONE


def begun(paths: list[str], blind: bool, reading: Reading, output: Output, talk: Talk) -> int:
    """Write a file to annotate."""
    form = "jsonl" if chosen(output) == "table" else chosen(output)
    if form not in ("jsonl", "csv"):
        raise Misuse(f"a file to annotate has no format '{form}'; it has jsonl, csv")
    report = answers(paths, reading, talk)
    from quotecli.evaluate.template import write_rows, write_table

    with opened(output) as stream, as_text(stream, "utf-8") as text:
        text.write("\ufeff" if form == "csv" and output.bom else "")
        (write_table if form == "csv" else write_rows)(report, text, blind)
    return SKIPPED if report.skipped else DONE


def answers(paths: list[str], reading: Reading, talk: Talk) -> Report:
    """What there is to correct: the quotations and who said them."""
    from quotecli.pipeline import Options, extract

    with Progress(paths, talk.quiet) as progress:
        report = extract(paths, Options(read=reading.options(), cluster=False, jobs=reading.jobs), progress.seen)
    report_skipped(report.skipped, talk.quiet)
    return report
