"""Markdown, to paste into an editor: who printed what, the wordings, then the quotes by speaker."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TextIO

from quotecli.model import SPEECH, Cluster, Quote, Report, Source, Variant
from quotecli.render.matrix import MOST_LINES, UNICODE, meanings_of
from quotecli.render.outlets import GroupBy
from quotecli.render.overview import Line, Overview, overview_of
from quotecli.render.rows import UNKNOWN, printed
from quotecli.render.safe import visible
from quotecli.render.told import told, votes
from quotecli.render.wording import Atlas, Run, count, disputed, runs, spread, whole, wordings

SPECIAL = re.compile(r"[\\`*_\[\]|~$<>&]")
BLANK = re.compile(r"\s+")
AT_START = re.compile(r"^(\d*)([#+=.)-])")
# Not ~~ and **: beside a comma Markdown does not take them for marks.
MARKS = {"same": ("", ""), "gone": ("<del>", "</del>"), "new": ("<ins>", "</ins>")}


def write_markdown(report: Report, stream: TextIO, group_by: GroupBy = "publisher") -> None:
    """Write the report; every character of an article that Markdown or HTML would act on is escaped."""
    atlas = Atlas(report, group_by)
    stream.write("# Quotations\n\n")
    spoken = sum(quote.kind in SPEECH for quote in report.quotes)
    stream.write(f"{count(len(report.sources), 'article')}, {count(spoken, 'quotation')}.\n")
    stream.writelines(matrix(overview_of(report, group_by)))
    stream.writelines(articles(report.sources, atlas))
    if report.clusters:
        stream.write(
            "\n## What several articles print\n\n"
            "<del>Struck</del>: not here, but in the base. <ins>Underlined</ins>: only here. **!**: the meaning may be another.\n"
        )
    for number, cluster in enumerate(report.clusters, 1):
        stream.writelines(utterance(number, cluster, atlas))
    stream.write("\n## Every quotation, by speaker\n")
    groups: dict[str, list[Quote]] = defaultdict(list)
    for quote in report.quotes:
        if quote.kind in SPEECH:
            groups[(quote.speaker and quote.speaker.name) or UNKNOWN].append(quote)
    for name, quotes in sorted(groups.items(), key=lambda group: (group[0] == UNKNOWN, -len(group[1]), group[0].casefold())):
        stream.write(f"\n### {escaped(name)}\n\n")
        stream.writelines(f"- “{in_line(quote)}”  \n  {stands(quote.source, quote.start, atlas)}\n" for quote in quotes)
    if report.skipped:
        stream.write("\n## Skipped\n\n")
        stream.writelines(f"- {code(one.path)}: {escaped(one.reason)}\n" for one in report.skipped)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table, a line at a time."""
    yield "\n" + line_of(heads)
    yield line_of("---" for _ in heads)
    yield from map(line_of, rows)


def line_of(cells: Iterable[str]) -> str:
    """One line of a table."""
    return f"| {' | '.join(cells)} |\n"


def matrix(overview: Overview) -> Iterator[str]:
    """Who printed what, and who left it out; where outlets are many, how many printed it."""
    if not overview.lines:
        return
    yield "\n## Who printed what\n"
    yield from table(map(escaped, matrix_heads(overview)), (map(escaped, matrix_row(one)) for one in overview.lines[:MOST_LINES]))
    if (more := len(overview.lines) - MOST_LINES) > 0:
        yield f"\nAnd {count(more, 'utterance')} more.\n"
    meanings = meanings_of(overview)
    yield f"\n{', '.join([*meanings, '! the meaning may be another', '≠ another speaker'])}.\n"


def matrix_heads(overview: Overview) -> list[str]:
    """What stands over the columns."""
    return ["#", "utterance", "speaker", *([one.label for one in overview.outlets] or ["outlets", "articles", "wordings", "first"])]


def matrix_row(one: Line) -> list[str]:
    """One utterance."""
    begun = [str(one.number), one.cluster.text, one.cluster.speaker or UNKNOWN]
    if one.cells:
        return [*begun, *(f"{UNICODE[cell.mark]}{'!' * cell.risk}{'≠' * cell.speaker}" for cell in one.cells)]
    marks = f"{one.wordings}{'!' * one.risk}{'≠' * one.disputed}"
    return [*begun, str(one.cluster.outlets), str(one.cluster.sources), marks, one.first]


def articles(sources: Iterable[Source], atlas: Atlas) -> Iterator[str]:
    """What is known of the articles."""
    yield "\n## Articles\n"
    rows = ((atlas.label(one.id), (one.published or "")[:10], one.title or "") for one in sources)
    places = (code(atlas.names[one.id]).replace("|", "\\|") for one in sources)
    yield from table(
        ("outlet", "published", "title", "article"), ([*map(escaped, row), place] for row, place in zip(rows, places, strict=True))
    )


def utterance(number: int, cluster: Cluster, atlas: Atlas) -> Iterator[str]:
    """One utterance: the base as a block, the other wordings as a list."""
    yield f"\n### {number}. {escaped(cluster.speaker or UNKNOWN)} ({spread(cluster)})\n\n"
    if warning := disputed(cluster, atlas):
        yield f"**!** {escaped(warning)}\n\n"
    counted = votes(cluster, atlas)
    for position, wording in enumerate(wordings(cluster.variants)):
        first = wording.variants[0]
        words = marked(runs(first, atlas.quotes[first.quote]))
        risky = told(first.edits, counted=counted)
        yield f"- {'**!** ' if risky else ''}{words}\n" if position else f"> {words}\n\n"
        yield from (f"  - {begun(escaped(line))}\n" for line in risky)
        places = "; ".join(place(variant, cluster, atlas) for variant in wording.variants)
        yield f"  - {places}\n" if position else f"{places}\n\n"


def place(variant: Variant, cluster: Cluster, atlas: Atlas) -> str:
    """Where a wording stands, and who is said there to have said it."""
    who = printed(atlas.quotes[variant.quote].speaker, cluster.speaker)
    return f"{stands(variant.source, variant.start, atlas)}, said by {escaped(who)}"


def stands(source: str, offset: int, atlas: Atlas) -> str:
    """Outlet, date and place."""
    return ", ".join(
        filter(None, (begun(escaped(atlas.label(source))), (atlas.sources[source].published or "")[:10], code(atlas.where(source, offset))))
    )


def marked(made: list[Run]) -> str:
    """The runs on one line."""
    return begun("".join(f"{MARKS[role][0]}{escaped(text)}{MARKS[role][1]}" for text, role in made)).replace("</del><ins>", "</del> <ins>")


def in_line(quote: Quote) -> str:
    """A quotation on one line."""
    return escaped(whole(quote, " "))


def escaped(text: str) -> str:
    """The text as Markdown and HTML print it, on one line: what ends a line there may begin anything on the next."""
    return SPECIAL.sub(lambda found: {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(found[0], "\\" + found[0]), BLANK.sub(" ", visible(text)))


def begun(line: str) -> str:
    """The line, which would else begin a heading or a list, or by its blanks end one."""
    return AT_START.sub(r"\1\\\2", line.lstrip())


def code(text: str) -> str:
    """The text as it is, between enough backticks."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{BLANK.sub(' ', visible(text))}{pad}{fence}"
