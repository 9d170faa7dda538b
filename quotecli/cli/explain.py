"""`quotes explain`: why each quotation was taken, and why it is this speaker's and not another's."""

from __future__ import annotations

from functools import partial

import typer

from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import Brief, Choice, Look, Paths, Reading, Talk
from quotecli.cli.output import DONE, SKIPPED, answered, chosen
from quotecli.cli.talk import report_skipped

app = typer.Typer(**USUAL)


@app.command(cls=Configured, short_help="Give the reason for every attribution.")
@grouped
def explain(paths: Paths, *, reading: Reading, choice: Choice, output: Brief, talk: Talk, look: Look) -> int:
    """Show for each quotation the evidence and its weight, who came next, who is meant and why, and what was refused.

    \b
    Examples:
      quotes explain article.txt
      quotes explain article.txt --json | jq '.explanations[].refusals'
      quotes explain article.txt --json | jq '.explanations[].quotes[].meant'
    """
    chosen(output)
    from quotecli.pipeline import explain as answer
    from quotecli.render.explain import write_json, write_text

    found = answer(paths, choice.options(reading))
    skipped = answered(output, look, partial(write_json, found), partial(write_text, found)) or []
    report_skipped(skipped, talk.quiet)
    return SKIPPED if skipped else DONE
