"""`quotes show`: an article with its quotations lit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import typer

from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import Choice, Look, Paths, Reading, Sheet, Talk
from quotecli.cli.output import DONE, SKIPPED, answered, chosen, document
from quotecli.cli.talk import report_skipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quotecli.model import Explanation, Skipped

app = typer.Typer(**USUAL)


@app.command(cls=Configured, short_help="Show an article with its quotations lit.")
@grouped
def show(paths: Paths, *, reading: Reading, choice: Choice, output: Sheet, talk: Talk, look: Look) -> int:
    """Show an article with its quotations highlighted, the speakers in the margin, and line numbers.

    \b
    Examples:
      quotes show article.txt
      quotes show article.txt --speaker putin --width 120
      quotes show article.txt --json | jq -r '.articles[].text'
    """
    chosen(output)
    from quotecli.pipeline import explain as answer
    from quotecli.render.show import write_json, write_text

    skipped: list[Skipped] = []
    found = noting(answer(paths, choice.options(reading), weighed=False), skipped)
    answered(output, look, partial(write_json, found), partial(write_text, found), partial(document, "show", found))
    report_skipped(skipped, talk.quiet)
    return SKIPPED if skipped else DONE


def noting(found: Iterable[Explanation | Skipped], skipped: list[Skipped]) -> Iterator[Explanation | Skipped]:
    """The same; what was skipped is in the list as well."""
    from quotecli.model import Skipped

    for one in found:
        if isinstance(one, Skipped):
            skipped.append(one)
        yield one
