"""`quotes extract --engine`: what an engine can be asked, and what is said of its answer."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from quotecli.cli.options import Beyond, Choice, Output, Reading, Rows, Talk, Together
from quotecli.cli.output import DONE, MISUSED, SKIPPED
from quotecli.cli.talk import complain, report_skipped
from quotecli.errors import EngineFailed, Misuse

if TYPE_CHECKING:
    from quotecli.engines.records import Done

UNHEARD = frozenset(
    """encoding reader min_sources added_since sort details group_by fold verbose format json bom limit""".split(),
)
"""Options that would change nothing in tables of every quotation."""


def on_engine(
    paths: list[str],
    beyond: Beyond,
    reading: Reading,
    choice: Choice,
    cluster: bool,
    together: Together,
    output: Output,
    rows: Rows,
    talk: Talk,
) -> int:
    """Write the tables; returns the exit status. Raises Misuse for what an engine cannot do."""
    check(beyond, cluster, output.output, (reading, choice, together, output, rows))
    from quotecli.engines.run import extract
    from quotecli.engines.windows import Windows

    if talk.quiet or not sys.stderr.isatty():
        os.environ["DAFT_PROGRESS_BAR"] = "0"
    windows = Windows(beyond.window, beyond.overlap).checked() if cluster else None
    assert beyond.engine  # as checked
    try:
        done = extract(paths, output.output or "", beyond.engine, choice.options(reading), windows, beyond.overwrite)
    except EngineFailed as error:
        complain(str(error))
        os._exit(MISUSED)  # what a failed engine has left running would abort the process at its end
    report(done, output.output or "", talk.quiet)
    return SKIPPED if done.skipped else DONE


def check(beyond: Beyond, cluster: bool, output: str | None, groups: tuple[Any, ...]) -> None:
    """Raises Misuse for options without an engine, or that no engine can honour."""
    if not beyond.engine:
        raise Misuse("--window, --overlap and --overwrite are for --engine: name one, daft or ray")
    if output in (None, "", "-"):
        raise Misuse(f"--engine {beyond.engine} writes a folder of Parquet files: name it with -o")
    given = next((name for group in groups for name in group._fields if name in UNHEARD and _set(group, name)), None)
    if given:
        raise Misuse(f"--{given.replace('_', '-')} is nothing to --engine, which writes tables of all quotations: leave one of them out")
    if not cluster and (beyond.window, beyond.overlap) != (Beyond().window, Beyond().overlap):
        raise Misuse("--window and --overlap say what is compared, and only --cluster compares: add it")


def _set(group: Any, name: str) -> bool:
    return bool(getattr(group, name) != group._field_defaults[name])


def report(done: Done, out: str, quiet: bool) -> None:
    """What there is now, and what is not."""
    if quiet:
        return
    report_skipped(done.remarks)
    if done.skipped > len(done.remarks):
        complain(f"{done.skipped - len(done.remarks):,} more rows are no articles either; {out}/record=skipped has them")
    if done.undated:
        complain(f"{done.undated:,} articles have no date, and are compared with none")
    if done.doubles:
        complain(
            f"{done.doubles:,} articles have the id of another, and are not compared; --id-field names the field of one that is unique"
        )
    brought = f", {done.wordings:,} wordings of utterances" if done.wordings is not None else ""
    complain(f"{done.articles:,} articles, {done.quotations:,} quotations{brought} in {out}")
