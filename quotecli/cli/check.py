"""`quotes check`: every quotation held against the record."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

from quotecli.cli.options import Choice, Look, Output, Paths, Reading, Rows, Talk, argument, option
from quotecli.cli.output import DIFFERS, DONE, SKIPPED, answered, chosen
from quotecli.cli.progress import Progress
from quotecli.cli.talk import complain, report_left_out, report_skipped
from quotecli.errors import Misuse

if TYPE_CHECKING:
    from quotecli.model import Report, Source


SUMMARY = "Hold quotations against a transcript."


def check(
    transcript: Annotated[str, argument(metavar="TRANSCRIPT", help="What was said: text with or without speaker labels, or captions.")],
    paths: Paths,
    fail_on: Annotated[
        str | None, option(metavar="VERDICTS", help="Exit with 1 only where one of these is given; separated by commas, or 'none'.")
    ] = None,
    *,
    reading: Reading,
    choice: Choice,
    output: Output,
    look: Look,
    rows: Rows,
    talk: Talk,
) -> int:
    """Find every quotation of the articles in a transcript, and judge it: verbatim, typographic, trimmed, altered,
    stitched, misattributed, not found, or out of scope. Exit with 1 where any is altered, stitched, misattributed or not found.

    \b
    Examples:
      quotes check transcript.txt articles/
      quotes check captions.vtt ours.txt --speaker "Ann Lee"
      quotes check transcript.txt ours.txt --fail-on misattributed,not-found
      quotes check transcript.txt articles/ --json | jq '.verdicts[].verdict'
    """
    form = chosen(output)
    if transcript == "-" and "-" in paths:
        raise Misuse("standard input can be read only once: '-' is the transcript or an article")
    from quotecli.compare import check as judge
    from quotecli.compare import names_speakers
    from quotecli.pipeline import extract
    from quotecli.render.check import write_json, write_table

    faults = faults_of(fail_on)
    options = choice.options(reading)._replace(cluster=choice.min_sources > 1)
    record = read_one(transcript, reading)
    with Progress(paths, talk.quiet) as progress:
        report = extract(paths, options, progress.seen)
    report_skipped(report.skipped, talk.quiet)
    if not talk.quiet and not names_speakers(record, report.quotes):
        complain(f"{record.path}: does not say who speaks; verdicts are about the words alone")
    verdicts = judge(record, report.quotes, only_speaker(report) if choice.speaker else None)
    as_table = partial(write_table, verdicts, report, record, limit=rows.limit or None)
    left_out = answered(form, output, look, partial(write_json, verdicts, report), as_table)
    report_left_out(left_out or 0, "rows", talk.quiet)
    if any(one.verdict in faults for one in verdicts):
        return DIFFERS
    return SKIPPED if report.skipped else DONE


def faults_of(fail_on: str | None) -> frozenset[str]:
    """The verdicts that make the exit status 1. Raises `Misuse` when there is no such verdict."""
    from typing import get_args

    from quotecli.model import FAULTS, VerdictName

    if fail_on is None:
        return FAULTS
    asked = {name.strip().replace(" ", "-") for name in fail_on.lower().split(",")} - {"", "none"}
    if unknown := sorted(asked - {*get_args(VerdictName)}):
        raise Misuse(f"--fail-on: there is no verdict '{unknown[0]}'; there are {', '.join(get_args(VerdictName))}")
    return frozenset(asked)


def read_one(path: str, reading: Reading) -> Source:
    """The transcript; raises `Misuse` when it cannot be read, for without it there is nothing to hold anything against."""
    from quotecli.compare.transcript import heard
    from quotecli.model import Skipped
    from quotecli.read import read_sources

    found = list(read_sources([path], reading.options()))
    if len(found) != 1:
        raise Misuse(f"{path}: a transcript is one text, and here are {len(found)}")
    if isinstance(found[0], Skipped):
        raise Misuse(f"{found[0].path}: {found[0].reason}")
    if not heard(found[0].text).text.strip():
        raise Misuse(f"{found[0].path}: has captions without a word")
    return found[0]


def only_speaker(report: Report) -> str | None:
    """Whom --speaker chose, when it is one person: whoever is asked for counts as speaking in the record."""
    names = {quote.speaker.name for quote in report.quotes if quote.speaker}
    return names.pop() if len(names) == 1 else None
