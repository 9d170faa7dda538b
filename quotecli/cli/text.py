"""`quotes text`: an article's text as it was read, in which all offsets count."""

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING

import typer

from quotecli.cli.command import USUAL, Configured, grouped
from quotecli.cli.options import Brief, Paths, Reading, Talk
from quotecli.cli.output import DONE, SKIPPED, chosen, opened
from quotecli.cli.talk import complain, report_skipped
from quotecli.errors import Misuse

if TYPE_CHECKING:
    from quotecli.model import Source

app = typer.Typer(**USUAL)


@app.command(cls=Configured, short_help="Print an article's text as it was read.")
@grouped
def text(paths: Paths, *, reading: Reading, output: Brief, talk: Talk) -> int:
    """Print the text of an article as it was read: what every offset counts in, whatever the format of the file.

    \b
    Examples:
      quotes text page.html
      quotes text page.html > page.txt
      quotes text archive.jsonl --json | jq '.articles[] | {id, encoding, text}'
    """
    form = chosen(output)
    from quotecli.archived import articles
    from quotecli.model import Skipped, Source

    found = articles(paths, reading.options())
    skipped: list[Skipped] = []
    with opened(output) as stream:
        if form == "json":
            from quotecli.render.show import write_texts

            skipped = write_texts(found, stream)
        else:
            first = list(islice(found, 2))
            sources = [one for one in first if isinstance(one, Source)]
            skipped = [one for one in first if isinstance(one, Skipped)]
            if len(sources) > 1:
                raise Misuse("there are several articles, and offsets count in each by itself: --json prints them all")
            for source in sources:
                stream.write(shown(source, terminal=stream is sys.stdout.buffer and sys.stdout.isatty()))
                if source.encoding not in (None, "utf-8") and not talk.quiet:
                    complain(f"{source.path}: read as {source.encoding}")
    report_skipped(skipped, talk.quiet)
    return SKIPPED if skipped else DONE


def shown(source: Source, terminal: bool) -> bytes:
    """The text to the letter; on a terminal, harmless."""
    from quotecli.render.safe import visible

    return (visible(source.text) + "\n" if terminal else source.text).encode("utf-8", "surrogatepass")
