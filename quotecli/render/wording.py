"""The words of a variant, run by run, with what differs from the fullest wording; every format marks the runs in its own way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from quotecli.model import Cluster, Edit, Quote, Report, Span, Variant
from quotecli.render.safe import on_one_line
from quotecli.text import Lines

UNSEEN = frozenset({"typographic", "punctuation"})
"""Edit types that are not worth an eye in a summary; `quotes diff` shows them."""

LONGEST_CUT = 8
"""A longer cut is counted, not quoted: the fullest wording stands beside it. In words."""


class Run(NamedTuple):
    """A stretch of words: as in the fullest wording, only there (gone), or only here (new)."""

    text: str
    role: Literal["same", "gone", "new"]


class Atlas:
    """Where things stand: sources and quotes by id, lines and columns by offset."""

    def __init__(self, report: Report) -> None:
        self.sources = {source.id: source for source in report.sources}
        self.quotes = {quote.id: quote for quote in report.quotes}
        self._lines: dict[str, Lines] = {}
        paths = Counter(source.path for source in report.sources)
        self.names = {source.id: source.path if paths[source.path] == 1 else source.id for source in report.sources}

    def place(self, source: str, offset: int) -> tuple[str, int, int]:
        """Path, line and column of an offset."""
        if source not in self._lines:
            self._lines[source] = Lines(self.sources[source].text)
        return (self.sources[source].path, *self._lines[source].at(offset))

    def where(self, source: str, offset: int) -> str:
        """`path:line:column`, which terminals and editors open, or the id of an article that shares its file; harmless."""
        _, line, column = self.place(source, offset)
        return on_one_line(f"{self.names[source]}:{line}:{column}")


def count(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def spread(cluster: Cluster) -> str:
    """How many print it, and how many of these by themselves: `5 sources, 3 independent`."""
    independent = f", {cluster.independent} independent" if 0 < cluster.independent < cluster.sources else ""
    return count(cluster.sources, "source") + independent


def disputed(cluster: Cluster, atlas: Atlas) -> str:
    """Who else is said to have said it, and where: `Tom Marsh, according to b`; empty where nobody is."""
    others = (
        f"{conflict.speaker}, according to {listed(dict.fromkeys(atlas.quotes[quote].source for quote in conflict.quotes))}"
        for conflict in cluster.conflicts
        if conflict.kind == "speaker"
    )
    return on_one_line("; ".join(others))


MOST_NAMES = 3
"""So many articles are named where many could be."""


def listed(names: Iterable[str]) -> str:
    """The first names, the others counted."""
    several = list(names)
    more = len(several) - MOST_NAMES
    return ", ".join(several if more <= 1 else [*several[:MOST_NAMES], f"{more} more"])


class Wording(NamedTuple):
    """One wording and everyone who prints it so, apart from quotation marks, dashes and the like."""

    variants: tuple[Variant, ...]


def wordings(variants: Sequence[Variant]) -> tuple[Wording, ...]:
    """The variants with those put together that differ in typography and punctuation only, the fullest first."""
    groups: dict[object, list[Variant]] = defaultdict(list)
    for variant in variants:
        groups[tuple((edit.before, edit.after) for edit in seen(variant.edits))].append(variant)
    return tuple(Wording(tuple(group)) for group in groups.values())


def seen(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits that a summary shows."""
    return (edit for edit in edits if edit.type not in UNSEEN)


def pieces(quote: Quote, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The quote's words between two offsets of the article: offset and text of each paragraph, hard line ends as spaces."""
    begun = 0
    for piece in quote.pieces:
        text = quote.text[begun : begun + piece.end - piece.start]
        begun += len(text) + 1
        clipped = Span(max(piece.start, start), min(piece.end, end))
        if clipped.start < clipped.end:
            yield clipped.start, unwrapped(text[clipped.start - piece.start : clipped.end - piece.start])


def unwrapped(paragraph: str) -> str:
    """The paragraph on one line, every offset kept."""
    return paragraph.replace("\r", " ").replace("\n", " ")


def runs(variant: Variant, quote: Quote) -> list[Run]:
    """The words of a variant with its visible edits in their places; paragraphs are parted by a newline."""
    made: list[Run] = []
    edits = merged(variant.edits)
    for offset, text in pieces(quote, variant.start, variant.end):
        if made:
            made.append(Run("\n", "same"))
        here = [edit for edit in edits if edit.start <= offset + len(text)]
        edits = edits[len(here) :]
        made += edited(text, offset, here)
    return joined([*made, *(Run(" " + cut(edit.before), "gone") for edit in edits)])


def merged(edits: Iterable[Edit]) -> list[Edit]:
    """The visible edits in the order of the text, cuts that follow each other made one."""
    made: list[Edit] = []
    for edit in sorted(seen(edits), key=lambda edit: (edit.start, edit.end)):
        if made and not edit.after and not made[-1].after and made[-1].start == edit.start:
            last = made.pop()
            gap = " " if edit.before[:1].isalnum() and not last.before.endswith("-") else ""
            edit = edit._replace(before=last.before + gap + edit.before, risk=last.risk or edit.risk)
        made.append(edit)
    return made


def edited(text: str, offset: int, edits: Iterable[Edit]) -> Iterator[Run]:
    """One paragraph, its edits in their places."""
    at = 0
    for edit in edits:
        start, end = (min(max(bound - offset, at), len(text)) for bound in (edit.start, edit.end))
        yield Run(text[at:start], "same")
        if edit.before:
            gone = cut(edit.before)
            parted = not (text[:start][-1:].isspace() or text[:start][-1:] in OPENING or is_mark(gone[0]))
            yield Run(" " * parted + gone + " " * (end == start and text[start : start + 1].isalnum()), "gone")
        yield Run(text[start:end], "new")
        at = end
    yield Run(text[at:], "same")


OPENING = "([{“‘\"'—–"  # and the start of the text


def is_mark(character: str) -> bool:
    """Whether it is written close to the word before it."""
    return character in ",.;:!?)]”’"


def telling(edit: Edit) -> bool:
    """Whether an edit says more in a line of its own than the runs do: not a cut that is only counted."""
    return bool(edit.after) or len(edit.before.split()) <= LONGEST_CUT


def cut(words: str) -> str:
    """Words that are gone, counted when they are many."""
    count = len(words.split())
    return f"… {count} words …" if count > LONGEST_CUT else " ".join(words.split())


def joined(made: Iterable[Run]) -> list[Run]:
    """The runs with the white space at the edges of a change outside it, and no empty ones."""
    parted: list[Run] = []
    for text, role in made:
        bare = text if role == "same" else text.strip()
        head, _, tail = text.partition(bare) if bare else ("", "", text)
        parted += [run for run in (Run(head, "same"), Run(bare, role), Run(tail, "same")) if run.text]
    return parted
