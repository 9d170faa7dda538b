"""Outlets: which articles are whose, and a short name for each, by which a reader tells them apart."""

from __future__ import annotations

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple

from quotecli.lexicon.en.outlets import ARTICLES
from quotecli.model import Source
from quotecli.render.safe import on_one_line
from quotecli.text import has_word

GroupBy = Literal["publisher", "source"]
Key = tuple[str, str]
"""What an outlet is known by: that it is a publisher or an article, and its name or id."""
SHORT, LONG = 15, 30
"""Characters of a name: as a label, and where so much does not tell two apart."""
WORD_END = re.compile(r"(?<=\w)(?!\w)|(?<=[^\W_])(?=_)")


class Outlet(NamedTuple):
    """Whoever printed these articles: a publisher, or one article whose publisher is not known."""

    label: str  # short, and no other outlet's
    sources: tuple[str, ...]  # ids


def outlets_of(sources: Iterable[Source], group_by: GroupBy = "publisher") -> tuple[Outlet, ...]:
    """The outlets in the order of their labels' articles; by source, every article is one of its own."""
    groups: dict[Key, list[str]] = defaultdict(list)
    names: dict[Key, str] = {}
    every = list(sources)
    ids = without_folder(source.id for source in every)
    for source in every:
        key = source.outlet if group_by == "publisher" else ("source", source.id)
        groups[key].append(source.id)
        names[key] = bare(on_one_line(source.publisher or source.title or ids[source.id]))
    labels = told_apart(names)
    return tuple(Outlet(labels[key], tuple(group)) for key, group in groups.items())


def labels_of(outlets: Iterable[Outlet]) -> dict[str, str]:
    """By a source's id, the label of its outlet."""
    return {source: outlet.label for outlet in outlets for source in outlet.sources}


def without_folder(ids: Iterable[str]) -> dict[str, str]:
    """The ids without the folder that all those share which are paths."""
    every = list(ids)
    paths = {name for name in every if "/" in name}
    shared = len(posixpath.commonpath([posixpath.dirname(path) for path in paths])) if paths and not any(p[0] == "/" for p in paths) else 0
    return {name: (name[shared:].lstrip("/") or name) if name in paths else name for name in every}


def bare(name: str) -> str:
    """The name without an article before or behind it: `Guardian` of “The Guardian”, `Evening Star` of “Evening Star, The”."""
    first, _, rest = name.partition(" ")
    if rest and first.casefold() in ARTICLES:
        return rest
    head, comma, last = name.rpartition(", ")
    return head if comma and last.casefold() in ARTICLES else name


def told_apart(names: Mapping[Key, str]) -> dict[Key, str]:
    """A label for each name, all of them different: its first words, more of them where others begin alike, else a number as well."""
    ways: tuple[Callable[[str], str], ...] = (lambda name: first_words(name, SHORT), lambda name: first_words(name, LONG))
    labels = {key: ways[0](name) for key, name in names.items()}
    for way in ways[1:]:
        uses = Counter(labels.values())
        labels = {key: label if uses[label] == 1 else way(names[key]) for key, label in labels.items()}
    return numbered(labels)


def numbered(labels: Mapping[Key, str]) -> dict[Key, str]:
    """Those that are still alike, numbered."""
    uses, taken = Counter(labels.values()), set(labels.values())
    made: dict[Key, str] = {}
    counts: Counter[str] = Counter()
    for key, label in labels.items():
        made[key] = label
        while uses[label] > 1 and made[key] in taken:
            counts[label] += 1
            made[key] = f"{label} {counts[label]}"
        taken.add(made[key])
    return made


def first_words(name: str, most: int) -> str:
    """As many whole words from its start as take no more than so many characters; of a longer first word, its start."""
    if len(name) <= most:
        return name
    ends = [found.start() for found in WORD_END.finditer(name[: most + 1]) if found.start() <= most]
    whole = name[: ends[-1]] if ends else ""
    return whole if has_word(whole) else f"{name[: most - 1]}…"
