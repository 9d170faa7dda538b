"""`quotes explain`: why each quotation was taken, and why it is this speaker's and not another's."""

from __future__ import annotations

from functools import partial

from quotecli.cli.options import Choice, Look, Output, Paths, Reading, Talk
from quotecli.cli.output import DONE, SKIPPED, answered, chosen
from quotecli.cli.talk import report_skipped

SUMMARY = "Give the reason for every attribution."


def explain(paths: Paths, *, reading: Reading, choice: Choice, output: Output, look: Look, talk: Talk) -> int:
    """Show for each quotation the evidence and its weight, who came next, who is meant and why, and what was refused.

    \b
    Examples:
      quotes explain article.txt
      quotes explain article.txt --json | jq '.explanations[].refusals'
      quotes explain article.txt --json | jq '.explanations[].quotes[].meant'
    """
    form = chosen(output)
    from quotecli.pipeline import explain as answer
    from quotecli.render.explain import write_json, write_text

    found = answer(paths, choice.options(reading))
    skipped = answered(form, output, look, partial(write_json, found), partial(write_text, found))
    report_skipped(skipped, talk.quiet)
    return SKIPPED if skipped else DONE
