"""The words of a variant, run by run, with what differs from the base; every format marks the runs in its own way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from quotecli.model import Cluster, Edit, Held, Quote, Report, Span, Variant
from quotecli.render.outlets import GroupBy, labels_of, outlets_of
from quotecli.render.safe import on_one_line
from quotecli.text import Lines, has_word

UNSEEN = frozenset({"typographic", "punctuation"})
"""Edit types that are not worth an eye in a summary; `quotes diff` shows them."""


class Run(NamedTuple):
    """A stretch of words: as in the base, only there (gone), or only here (new). All but what is gone is what was printed, in its order."""

    text: str
    role: Literal["same", "gone", "new"]


class Atlas:
    """Where things stand: sources and quotes by id, lines and columns by offset."""

    def __init__(self, report: Report, group_by: GroupBy = "publisher") -> None:
        self.sources = {source.id: source for source in report.sources}
        self.quotes = {quote.id: quote for quote in report.quotes}
        self._labels = labels_of(outlets_of(report.sources, group_by))
        self._lines: dict[str, Lines] = {}
        paths = Counter(source.path for source in report.sources)
        self.names = {source.id: source.path if paths[source.path] == 1 else source.id for source in report.sources}

    def label(self, source: str) -> str:
        """What its outlet is called, in a word or two."""
        return self._labels[source]

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
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def spread(cluster: Cluster) -> str:
    """How many print it, how many outlets that are, and how many of them are no copies: `5 articles of 4 outlets, 3 independent`."""
    independent = f", {cluster.independent} independent" if 0 < cluster.independent < cluster.sources else ""
    outlets = f" of {count(cluster.outlets, 'outlet')}" if 0 < cluster.outlets < cluster.sources else ""
    return count(cluster.sources, "article") + outlets + independent


def disputed(cluster: Cluster, atlas: Atlas) -> str:
    """Who else is said to have said it, and where: `Tom Marsh, according to Post`, or `“he”, taken for Tom Marsh, in Post`, for an outlet
    is not accused of a name that it does not print; empty where nobody is."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for conflict in cluster.conflicts:
        said = f"“{conflict.mention}”, taken for {conflict.speaker}, in" if conflict.mention else f"{conflict.speaker}, according to"
        for quote in conflict.quotes if conflict.kind == "speaker" else ():
            found[said][atlas.label(atlas.quotes[quote].source)] = None
    return on_one_line("; ".join(f"{said} {listed(names)}" for said, names in found.items()))


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


def runs(variant: Variant, quote: Quote, strict: bool = False) -> list[Run]:
    """The words of a variant with its edits in their places, those of marks only when `strict`; paragraphs are parted by a newline."""
    made: list[Run] = []
    edits = blocks(merged(variant.edits, strict), list(pieces(quote, variant.start, variant.end)))
    for offset, text in pieces(quote, variant.start, variant.end):
        if made:
            made.append(Run("\n", "same"))
        here = [edit for edit in edits if edit.start <= offset + len(text)]
        edits = edits[len(here) :]
        made += edited(text, offset, here)
    return joined([*made, *(Run(" " + flat(edit.before), "gone") for edit in edits)])


def blocks(edits: Sequence[Edit], words: Sequence[tuple[int, str]]) -> list[Edit]:
    """The edits with those made one between which no word stands: `I will meet → I’m going to see`, and not word by word."""
    made: list[Edit] = []
    for edit in edits:
        if made and (between := gap(words, made[-1].end, edit.start)) is not None:
            last = made.pop()
            after = (
                " ".join(filter(None, (last.after + between.rstrip(), edit.after)))
                if between.strip()
                else last.after + between + edit.after
            )
            before = spliced(last.before, edit.before)
            edit = edit._replace(before=before, after=after, risk=last.risk or edit.risk, start=last.start, end=max(last.end, edit.end))
        made.append(edit)
    return made


def gap(words: Sequence[tuple[int, str]], start: int, end: int) -> str | None:
    """What stands between two offsets of one paragraph; None where a word does, or the end of a paragraph."""
    for offset, text in words:
        if offset <= start <= end <= offset + len(text):
            between = text[start - offset : end - offset]
            return None if has_word(between) else between
    return None


def spliced(first: str, second: str) -> str:
    """Two stretches of the base that follow each other; what parted them is told by how the second begins."""
    parted = bool(first and second) and not is_mark(second[0]) and not first.endswith("-")
    return first + " " * parted + second


def merged(edits: Iterable[Edit], strict: bool = False) -> list[Edit]:
    """The edits that show in the order of the text, cuts that follow each other made one."""
    made: list[Edit] = []
    for edit in sorted(edits if strict else seen(edits), key=lambda edit: (edit.start, edit.end)):
        if made and not edit.after and not made[-1].after and made[-1].start == edit.start:
            last = made.pop()
            edit = edit._replace(before=spliced(last.before, edit.before), risk=last.risk or edit.risk)
        made.append(edit)
    return made


def edited(text: str, offset: int, edits: Iterable[Edit]) -> Iterator[Run]:
    """One paragraph, its edits in their places."""
    at = 0
    for edit in edits:
        start, end = (min(max(bound - offset, at), len(text)) for bound in (edit.start, edit.end))
        yield Run(text[at:start], "same")
        if edit.before:
            gone = flat(edit.before)
            parted = not (text[:start][-1:].isspace() or text[:start][-1:] in OPENING or is_mark(gone[0]))
            yield Run(" " * parted + gone + " " * (end == start and text[start : start + 1].isalnum()), "gone")
        yield Run(text[start:end], "new")
        at = end
    yield Run(text[at:], "same")


OPENING = "([{“‘\"'—–"  # and the start of the text


def is_mark(character: str) -> bool:
    """Whether it is written close to the word before it."""
    return character in ",.;:!?)]”’"


def whole(quote: Quote, between: str = "\n") -> str:
    """All the words of a quotation, its paragraphs parted by this."""
    return between.join(text for _, text in pieces(quote, quote.start, quote.end))


def differing(quote: Quote, edits: tuple[Edit, ...]) -> list[Run]:
    """A whole quotation with what differs from something that it was held against."""
    variant = Variant(quote.id, quote.source, quote.pieces[0].start, quote.pieces[-1].end, quote.text, Held(edits=edits))
    return runs(variant, quote)


def risks(edits: Iterable[Edit]) -> list[Edit]:
    """The edits that may change the meaning, in the order of the text."""
    return [edit for edit in merged(edits) if edit.risk]


def flat(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


def joined(made: Iterable[Run]) -> list[Run]:
    """The runs with the white space at the edges of a change outside it, and no empty ones."""
    parted: list[Run] = []
    for text, role in made:
        bare = text if role == "same" else text.strip()
        head, _, tail = text.partition(bare) if bare else ("", "", text)
        parted += [run for run in (Run(head, "same"), Run(bare, role), Run(tail, "same")) if run.text]
    return parted
