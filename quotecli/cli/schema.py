"""`quotes schema`: what the JSON holds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

from quotecli.cli.options import argument

SCHEMAS = Path(__file__).parent.parent / "schema"
SUMMARY = "Print the JSON Schema of an output."


def schema(
    of: Annotated[
        Literal["extract", "diff", "show", "speakers", "check", "explain", "text"],
        argument(metavar="COMMAND", help="Of which command's output."),
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
