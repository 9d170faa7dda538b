"""Markdown, to paste into an editor: utterances with their wordings, then the quotes by speaker."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TextIO

from quotecli.model import SPEECH, Cluster, Quote, Report
from quotecli.render.safe import visible
from quotecli.render.styles import change
from quotecli.render.wording import Atlas, Run, disputed, pieces, risks, runs, spread, wordings

UNKNOWN = "Speaker unknown"
SPECIAL = re.compile(r"[\\`*_\[\]|~$<>&]")
AT_START = re.compile(r"^(\s*)(\d*)([#+=.)-])")
# Not ~~ and **: beside a comma Markdown does not take them for marks.
MARKS = {"same": ("", ""), "gone": ("<del>", "</del>"), "new": ("<ins>", "</ins>")}


def write_markdown(report: Report, stream: TextIO) -> None:
    """Write the report; every character of an article that Markdown or HTML would act on is escaped."""
    atlas = Atlas(report)
    stream.write("# Quotations\n\n")
    stream.write(f"{len(report.sources)} articles, {sum(quote.kind in SPEECH for quote in report.quotes)} quotations.\n")
    if report.clusters:
        stream.write(
            "\n## What several sources print\n\n"
            "<del>Struck</del>: only in the fullest wording. <ins>Underlined</ins>: only there. **!**: the meaning may be another.\n"
        )
    for cluster in report.clusters:
        stream.writelines(utterance(cluster, atlas))
    stream.write("\n## Every quotation, by speaker\n")
    groups: dict[str, list[Quote]] = defaultdict(list)
    for quote in report.quotes:
        if quote.kind in SPEECH:
            groups[(quote.speaker and quote.speaker.name) or UNKNOWN].append(quote)
    for name, quotes in sorted(groups.items(), key=lambda group: (group[0] == UNKNOWN, -len(group[1]), group[0].casefold())):
        stream.write(f"\n### {escaped(name)}\n\n")
        stream.writelines(f"- “{in_line(quote)}”  \n  {code(atlas.where(quote.source, quote.start))}\n" for quote in quotes)
    if report.skipped:
        stream.write("\n## Skipped\n\n")
        stream.writelines(f"- {code(one.path)}: {escaped(one.reason)}\n" for one in report.skipped)


def utterance(cluster: Cluster, atlas: Atlas) -> Iterator[str]:
    """One utterance: the fullest wording as a block, the others as a list."""
    yield f"\n### {escaped(cluster.speaker or UNKNOWN)} ({spread(cluster)})\n\n"
    if warning := disputed(cluster, atlas):
        yield f"**!** {escaped(warning)}\n\n"
    for number, wording in enumerate(wordings(cluster.variants)):
        first = wording.variants[0]
        words = marked(runs(first, atlas.quotes[first.quote]))
        risk = "**!** " if any(edit.risk for edit in first.edits) else ""
        yield f"> {words}\n\n" if number == 0 else f"- {risk}{words}\n"
        yield from (f"  - {escaped(change(edit.before, edit.after))}\n" for edit in risks(first.edits))
        places = ", ".join(code(atlas.where(variant.source, variant.start)) for variant in wording.variants)
        yield f"{places}\n\n" if number == 0 else f"  - {places}\n"


def marked(made: list[Run]) -> str:
    """The runs on one line."""
    return (
        begun("".join(f"{MARKS[role][0]}{escaped(text)}{MARKS[role][1]}" for text, role in made))
        .replace("\n", " ")
        .replace("</del><ins>", "</del> <ins>")
    )


def in_line(quote: Quote) -> str:
    """A quotation on one line."""
    return escaped(" ".join(text for _, text in pieces(quote, quote.start, quote.end)))


def escaped(text: str) -> str:
    """The text as Markdown and HTML print it."""
    return SPECIAL.sub(lambda found: {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(found[0], "\\" + found[0]), visible(text))


def begun(line: str) -> str:
    """The line, which would else begin a heading or a list."""
    return AT_START.sub(r"\1\2\\\3", line)


def code(text: str) -> str:
    """The text as it is, between enough backticks."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{visible(text)}{pad}{fence}".replace("\n", " ")
