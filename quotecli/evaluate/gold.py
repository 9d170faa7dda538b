"""What somebody annotated, as nouns, and that it fits the text it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quotecli.errors import Misuse
from quotecli.model import Span


class Annotated(NamedTuple):
    """A quotation as it was annotated, marks included."""

    start: int
    end: int
    speech: bool | None = True  # False: marks around what nobody said; None: stands in another quotation, and is not judged
    names: tuple[str, ...] = ()  # of whoever said it: each of them is right
    source: tuple[Span, ...] = ()  # the words that name whoever said it, which may be in several pieces
    id: str = ""
    quoted: str = ""  # the words, where the annotation repeats them

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def sourced(self) -> bool:
        """Whether it was annotated who said it."""
        return bool(self.names or self.source)


class Article(NamedTuple):
    """An annotated article."""

    name: str
    text: str
    quotes: tuple[Annotated, ...]
    ignore: tuple[Span, ...] = ()  # stretches where nothing that is found counts for or against
    # Only what stands between double marks was annotated, with or without the words around it: as in news whose sources are spans.
    double: bool = False


class Utterance(NamedTuple):
    """Quotations that report the same words, by their ids."""

    quotes: tuple[str, ...]
    optional: tuple[str, ...] = ()  # those of them that may be linked or left alone


class Event(NamedTuple):
    """Articles that are read together: names are linked across them, and wordings."""

    articles: tuple[Article, ...]
    utterances: tuple[Utterance, ...] = ()


Texts = Mapping[str, str]
"""The texts of articles by every name that they may be called by."""


def fitted(article: Article, where: str) -> Article:
    """The article, whose annotations are where they say; one without a place is put where its words stand.

    Raises `Misuse` for an offset outside the text, words that stand elsewhere or twice, and an id that two have.
    """
    quotes = tuple(placed(one, article.text, f"{where}, quotation {number}") for number, one in enumerate(article.quotes, 1))
    for span in (*article.ignore, *(span for one in quotes for span in one.source)):
        within(span, article.text, where)
    return article._replace(quotes=quotes)


def placed(one: Annotated, text: str, where: str) -> Annotated:
    """An annotation at its place."""
    if one.start < 0 and one.quoted:
        return located(one, text, where)
    within(one.span, text, where)
    if one.quoted and letters(one.quoted) != letters(text[one.start : one.end]):
        raise Misuse(f"{where}: at {one.start}–{one.end} the article has “{short(text[one.start : one.end])}”, not “{short(one.quoted)}”")
    return one


def located(one: Annotated, text: str, where: str) -> Annotated:
    """An annotation of which only the words are told."""
    start = text.find(one.quoted)
    if start < 0:
        raise Misuse(f"{where}: “{short(one.quoted)}” does not stand in the article")
    if text.find(one.quoted, start + 1) >= 0:
        raise Misuse(f"{where}: “{short(one.quoted)}” stands in the article more than once; give start and end")
    return one._replace(start=start, end=start + len(one.quoted))


def within(span: Span, text: str, where: str) -> None:
    """Raises `Misuse` unless the span is a stretch of the text."""
    if not 0 <= span.start < span.end <= len(text):
        raise Misuse(f"{where}: {span.start}–{span.end} is no stretch of the article, which has {len(text):,} characters")


def letters(words: str) -> str:
    """What of some words survives a spreadsheet: letters and digits."""
    return "".join(filter(str.isalnum, words))


LONGEST = 60
"""Characters of an article's words that an error repeats."""


def short(words: str) -> str:
    """The words on one line, cut."""
    line = " ".join(words[: 2 * LONGEST].split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def known(name: str, texts: Texts, where: str) -> str:
    """The text of an article that the annotations only name. Raises `Misuse` where it is not among those that were read."""
    if name not in texts:
        raise Misuse(f"{where}: the text of '{short(name)}' is not here; name its file or folder after the annotations")
    return texts[name]


def by_name(articles: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    """Texts of articles, given as (id, path, text), by id, and by path and file name where no other article has the same."""
    found = {id: text for id, _, text in articles}
    others = [(name, text) for _, path, text in articles for name in {path, path.replace("\\", "/").rsplit("/", 1)[-1]}]
    shared = Counter(name for name, _ in others)
    return {name: text for name, text in others if shared[name] == 1} | found
