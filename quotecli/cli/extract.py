"""`quotes extract`: the main job."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, assert_never

import typer

from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import Beyond, Choice, Cluster, Format, Look, Output, Paths, Reading, Rows, Talk, Together
from quotecli.cli.output import DONE, SKIPPED, as_text, chosen, opened
from quotecli.cli.progress import Progress
from quotecli.cli.talk import Doubts, report_left_out, report_skipped, report_unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quotecli.model import Explanation, Report, Skipped
    from quotecli.pipeline import Options
    from quotecli.render.details import Details

app = typer.Typer(**USUAL)


@app.command(cls=Configured, short_help="Find quotations, speakers and shared utterances.")
@grouped
def extract(
    paths: Paths,
    *,
    reading: Reading,
    choice: Choice,
    cluster: Cluster = True,
    together: Together,
    output: Output,
    beyond: Beyond,
    rows: Rows,
    talk: Talk,
    look: Look,
) -> int:
    """Find every quotation, who said it, and the wordings in which several sources print one utterance.

    \b
    Examples:
      quotes extract articles/
      quotes extract a.txt b.txt --speaker putin --min-sources 2
      quotes extract articles/ --json | jq -r '.quotes[] | .speaker.name'
      quotes extract articles/ -o report.html
      quotes extract archive/ --no-cluster --format jsonl > quotes.jsonl
      quotes extract "s3://bucket/*.parquet" --engine ray -o s3://bucket/quotes/
    """
    if beyond != Beyond():
        from quotecli.cli.beyond import on_engine

        return on_engine(paths, beyond, reading, choice, cluster, together, output, rows, talk)
    form = chosen(output)
    from quotecli.render.details import read_details

    details = read_details(together.details)
    options = choice.options(reading)._replace(cluster=cluster, sort=together.sort).checked()
    doubts = Doubts(talk.quiet or not choice.whole())
    if form == "jsonl" and not cluster:
        return one_by_one(paths, options, output, talk, doubts)
    from quotecli.pipeline import extract as answer

    with Progress(paths, talk.quiet) as progress:
        report = answer(paths, options, progress.seen, progress.compared)
    report_skipped(report.skipped, talk.quiet)
    said = {quote.source for quote in report.quotes}
    for source in report.sources:
        doubts.seen(source, source.id in said)
    doubts.report()
    report_unread(paths, options.read, talk.quiet)
    with opened(output, look) as stream:
        write(report, form, stream, Manner(output, look, rows, talk, together, details))
    return SKIPPED if report.skipped else DONE


def one_by_one(paths: list[str], options: Options, output: Output, talk: Talk, doubts: Doubts) -> int:
    """Write each article's quotes as soon as they are found; in memory stands one article, whatever the collection."""
    from quotecli.pipeline import explain
    from quotecli.render.lines import write_stream

    mixing = output.output in (None, "-") and sys.stdout.isatty()  # the answer on the same screen shows how far we are
    with opened(output) as stream, Progress(paths, talk.quiet or mixing) as progress:
        skipped = write_stream(watched(explain(paths, options, weighed=False), progress, doubts), stream)
    report_skipped(skipped, talk.quiet)
    doubts.report()
    report_unread(paths, options.read, talk.quiet)
    return SKIPPED if skipped else DONE


def watched(found: Iterable[Explanation | Skipped], progress: Progress, doubts: Doubts) -> Iterator[Explanation | Skipped]:
    """The same, each of them counted."""
    from quotecli.model import Skipped

    for one in found:
        yield one
        progress.seen(one if isinstance(one, Skipped) else one.source)
        if not isinstance(one, Skipped):
            doubts.seen(one.source, bool(one.quotes))


class Manner(NamedTuple):
    """All that is to be known about how a report is written."""

    output: Output
    look: Look
    rows: Rows
    talk: Talk
    together: Together
    details: Details


def write(report: Report, form: Format, stream: BinaryIO, manner: Manner) -> None:
    """Write the report in one of the formats."""
    match form:
        case "json":
            from quotecli.render.json import write_report

            write_report(report, stream)
        case "jsonl":
            from quotecli.render.lines import write_report as write_lines

            write_lines(report, stream)
        case "csv":
            from quotecli.render.csv import write_csv

            stream.write(b"\xef\xbb\xbf" if manner.output.bom else b"")
            with as_text(stream, "utf-8") as text:
                write_csv(report, text)
        case "md" | "markdown":
            from quotecli.render.markdown import write_markdown

            with as_text(stream, "utf-8") as text:
                write_markdown(report, text, manner.together.group_by)
        case "html":
            from quotecli.compare import chains, collate
            from quotecli.render.html import write_html

            collations = [collate(cluster, report.quotes) for cluster in report.clusters]
            with as_text(stream, "utf-8") as text:
                write_html(report, text, collations, manner.together.group_by, chains(report.clusters, report.sources))
        case "table":
            write_tables(report, stream, manner)
        case _:
            assert_never(form)


def write_tables(report: Report, stream: BinaryIO, manner: Manner) -> None:
    """Write tables, and say what was left out of them."""
    from quotecli.render.table import write_table

    with as_text(stream) as text:
        left_out = write_table(
            report,
            text,
            manner.look.on(text)._replace(fold=manner.together.fold),
            manner.together.verbose,
            manner.rows.limit or None,
            manner.details,
            manner.together.group_by,
        )
    report_left_out(left_out, "rows", manner.talk.quiet)
