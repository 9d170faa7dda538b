"""`quotes config`: which setting won, and where it comes from."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from quotecli.cli.command import USUAL
from quotecli.cli.output import DONE
from quotecli.cli.settings import Setting, settable, settings, winners
from quotecli.render.safe import visible

app = typer.Typer(**USUAL)


@app.command(short_help="Show which settings win.")
def config(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    names: Annotated[bool, typer.Option("--names", help="List the options that can be set.")] = False,
) -> int:
    """Show what is set in the environment and in files, and which setting wins.

    A flag wins over QUOTES_COLOR and its like, these over the nearest quotes.toml,
    that over config.toml in ~/.config/quotes. A table sets options of one command.

    \b
    Examples:
      quotes config
      printf 'color = "never"\\n\\[diff]\\nlayout = "score"\\n' > quotes.toml
    """
    if names:
        print("\n".join(sorted(settable())))
        return DONE
    found = settings()
    won = winners(found)
    if as_json:
        records = [{**setting._asdict(), "won": number in won} for number, setting in enumerate(found)]
        print(json.dumps({"schema": "quotes/1", "settings": records}, indent=1))
        return DONE
    if not found:
        print("# nothing is set: every option has its default")
    for number, setting in enumerate(found):
        print(visible(line(setting, number in won)))
    return DONE


def line(setting: Setting, won: bool) -> str:
    """One setting, as a file would have it; one that lost as a comment."""
    name = f"{setting.command}.{setting.name}" if setting.command else setting.name
    return (
        f"{'' if won else '# '}{name} = {json.dumps(setting.value, ensure_ascii=False)}  # {setting.origin}{'' if won else ', overruled'}"
    )
