"""`quotes schema`: what the JSON holds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from quotecli.cli.command import USUAL

SCHEMAS = Path(__file__).parent.parent / "schema"

app = typer.Typer(**USUAL)


@app.command(short_help="Print the JSON Schema of an output.")
def schema(
    of: Annotated[
        Literal["extract", "diff", "show", "speakers", "check", "find", "history", "explain", "eval", "text"],
        typer.Argument(metavar="COMMAND", help="Of which command's output."),
    ] = "extract",
) -> int:
    """Print the JSON Schema (draft 2020-12) of what a command answers with --json.

    \b
    Examples:
      quotes schema > quotes-1.json
      quotes schema extract | jq '."$defs".quote.required'
    """
    sys.stdout.buffer.write((SCHEMAS / f"{of}.json").read_bytes())
    return 0
