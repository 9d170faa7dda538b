"""`quotes show`: an article with its quotations lit."""

from __future__ import annotations

from functools import partial

import typer

from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import Brief, Choice, Look, Paths, Reading, Talk
from quotecli.cli.output import DONE, SKIPPED, answered, chosen
from quotecli.cli.talk import report_skipped

app = typer.Typer(**USUAL)


@app.command(cls=Configured, short_help="Show an article with its quotations lit.")
@grouped
def show(paths: Paths, *, reading: Reading, choice: Choice, output: Brief, talk: Talk, look: Look) -> int:
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

    found = answer(paths, choice.options(reading), weighed=False)
    skipped = answered(output, look, partial(write_json, found), partial(write_text, found))
    report_skipped(skipped, talk.quiet)
    return SKIPPED if skipped else DONE
