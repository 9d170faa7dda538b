"""`quotes explain`: why each quotation was taken, and why its speaker is named."""

from __future__ import annotations

from quotecli.cli.options import Choice, Look, Output, Paths, Reading, Talk
from quotecli.cli.output import DONE, SKIPPED, as_text, chosen, opened
from quotecli.cli.talk import report_skipped

SUMMARY = "Give the reason for every attribution."


def explain(paths: Paths, *, reading: Reading, choice: Choice, output: Output, look: Look, talk: Talk) -> int:
    """Show for each quotation the rule, its evidence and its confidence, and what was refused and why.

    \b
    Examples:
      quotes explain article.txt
      quotes explain article.txt --json | jq '.explanations[].refusals'
    """
    form = chosen(output)
    from quotecli.pipeline import explain as answer
    from quotecli.render.explain import write_json, write_text

    found = answer(paths, choice.options(reading))
    with opened(output, look) as stream:
        if form == "json":
            skipped = write_json(found, stream)
        else:
            with as_text(stream) as text:
                skipped = write_text(found, text, look.on(text))
    report_skipped(skipped, talk.quiet)
    return SKIPPED if skipped else DONE
