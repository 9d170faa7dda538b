"""The report for the terminal: utterances with their wordings, then the quotes that stand alone."""

from __future__ import annotations

from typing import TextIO

from quotecli.model import Report
from quotecli.render.console import Look
from quotecli.render.safe import visible


def write_table(report: Report, stream: TextIO, look: Look, verbose: bool = False) -> None:
    """Write the tables."""
    for quote in report.quotes:
        name = quote.speaker.name if quote.speaker else None
        stream.write(visible(f"{quote.source}:{quote.line}:{quote.column}\t{name}\t{quote.text}\n"))
