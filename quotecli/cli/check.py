"""`quotes check`: every quotation held against the record."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import OUTPUT, READ, Choice, Look, Reading, Rows, Sheet, Talk, option
from quotecli.cli.output import DIFFERS, DONE, SKIPPED, answered, chosen, document
from quotecli.cli.progress import Progress
from quotecli.cli.talk import complain, report_left_out, report_skipped
from quotecli.errors import Misuse

if TYPE_CHECKING:
    from quotecli.model import Report, Skipped, Source

app = typer.Typer(**USUAL)


@app.command(cls=Configured, short_help="Hold quotations against a transcript.")
@grouped
def check(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="RECORD PATH...", help="What was said: text or captions; then the articles. '-' reads standard input."),
    ],
    *,
    record: Annotated[
        list[str] | None, option(READ, metavar="RECORD", help="File, folder or glob of the record; then PATHs are articles.")
    ] = None,
    reading: Reading,
    choice: Choice,
    output: Sheet,
    fail_on: Annotated[str | None, option(OUTPUT, metavar="VERDICTS", help="Exit with 1 for these only: altered,trimmed; none.")] = None,
    rows: Rows,
    talk: Talk,
    look: Look,
) -> int:
    """Find every quotation of the articles in a transcript, and judge it; exit with 1 where any is altered, stitched,
    misattributed or not found. Else it is verbatim, typographic, trimmed, or out of scope.

    \b
    Examples:
      quotes check transcript.txt articles/
      quotes check captions.vtt ours.txt --speaker "Ann Lee"
      quotes check --record morning.txt --record evening.srt articles/
      quotes check transcript.txt ours.txt --fail-on misattributed,not-found
      quotes check transcript.txt articles/ --json | jq '.verdicts[].verdict'
    """
    chosen(output)
    records, articles = parted(record or [], paths)
    from quotecli.compare import check as judge
    from quotecli.pipeline import extract
    from quotecli.render.check import write_json, write_table

    faults = faults_of(fail_on)
    options = choice.options(reading)._replace(cluster=choice.min_sources > 1)
    transcripts, unread = read_record(records, reading)
    with Progress(articles, talk.quiet) as progress:
        report = extract(articles, options, progress.seen, progress.compared)
    report = report._replace(skipped=(*unread, *report.skipped))
    report_skipped(report.skipped, talk.quiet)
    if not talk.quiet:
        say_unlabelled(transcripts, report)
    verdicts = judge(transcripts, report.quotes, only_speaker(report) if choice.speaker else None)
    as_table = partial(write_table, verdicts, report, transcripts, limit=rows.limit or None)
    as_document = partial(document, "check", verdicts, report, transcripts)
    left_out = answered(output, look, partial(write_json, verdicts, report), as_table, as_document)
    report_left_out(left_out or 0, "rows", talk.quiet)
    if any(one.verdict in faults for one in verdicts):
        return DIFFERS
    return SKIPPED if report.skipped else DONE


def parted(records: list[str], paths: list[str]) -> tuple[list[str], list[str]]:
    """The paths of the record and of the articles; without --record the first path is the record."""
    if not records:
        records, paths = paths[:1], paths[1:]
    if not paths:
        raise Misuse("nothing to check. Name files, folders or globs after the record")
    if "-" in records and "-" in paths:
        raise Misuse("standard input can be read only once: '-' is the transcript or an article")
    return records, paths


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


def read_record(paths: list[str], reading: Reading) -> tuple[list[Source], list[Skipped]]:
    """The files of a record, and what of it cannot be read; raises `Misuse` when nothing can, for then nothing is held against anything."""
    from quotecli.model import Skipped, Source
    from quotecli.read import read_sources

    found = [usable(one) for one in read_sources(paths, reading._replace(since=None, until=None).options()._replace(record=True))]
    unread = [one for one in found if isinstance(one, Skipped)]
    transcripts = [one for one in found if isinstance(one, Source)]
    if not transcripts:
        raise Misuse("; ".join(f"{one.path}: {one.reason}" for one in unread) or f"{paths[0]}: has no transcript in it")
    return transcripts, unread


def usable(one: Source | Skipped) -> Source | Skipped:
    """A file of the record; passed over where it holds captions without a word."""
    from quotecli.compare.transcript import heard
    from quotecli.model import Skipped

    empty = not isinstance(one, Skipped) and not heard(one.text).text.strip()
    return Skipped(one.path, "has captions without a word") if empty else one


def say_unlabelled(transcripts: list[Source], report: Report) -> None:
    """One line for each file that does not say who speaks."""
    from quotecli.compare import names_speakers

    for one in transcripts:
        if not names_speakers(one, report.quotes):
            complain(f"{one.path}: does not say who speaks; verdicts are about the words alone")


def only_speaker(report: Report) -> str | None:
    """Whom --speaker chose, when it is one person: whoever is asked for counts as speaking in the record."""
    names = {quote.speaker.name for quote in report.quotes if quote.speaker}
    return names.pop() if len(names) == 1 else None
