"""Who is said to have said it: the name that most sources support, and where others differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from quotecli.compare.people import known, name_words, named, same_name
from quotecli.model import Conflict, Quote


def speaker_of(quotes: Sequence[Quote]) -> str | None:
    """The name that most of the quotations support, the fullest form of it."""
    groups = people(quotes)
    if not groups:
        return None
    best = max(groups, key=len)  # the first of those that are as large
    forms = Counter(name for quote in best if (name := known(quote)))
    return min(forms, key=lambda name: (-forms[name], -len(name), name))


def people(quotes: Sequence[Quote]) -> list[list[Quote]]:
    """The quotations whose speaker has a name, by person."""
    groups: list[list[Quote]] = []
    home: dict[str, int] = {}  # by name: the group
    sharing: defaultdict[str, list[str]] = defaultdict(list)  # by word of a name: the names that have it, each once
    for quote in quotes:
        name = known(quote)
        if name is None:
            continue
        if name not in home:
            near = dict.fromkeys(other for word in name_words(name) for other in sharing[word])
            home[name] = min((home[other] for other in near if same_name(name, other)), default=len(groups))
            for word in set(name_words(name)):
                sharing[word].append(name)
        if home[name] == len(groups):
            groups.append([])
        groups[home[name]].append(quote)
    return groups


def conflicts_of(quotes: Sequence[Quote], speaker: str | None) -> tuple[Conflict, ...]:
    """Where some quotations of a cluster attribute it otherwise: to somebody else, or to a source without a name."""
    found = []
    for group in people(quotes):
        names = [known(quote) or "" for quote in group]
        if speaker is not None and not any(same_name(speaker, name) for name in names):
            found.append(Conflict("speaker", max(names, key=lambda name: (len(name), name)), tuple(quote.id for quote in group)))
    unnamed: dict[str, list[str]] = {}
    for quote in quotes:
        said_by = quote.speaker.name if quote.speaker else None
        if speaker is not None and said_by is not None and not named(said_by):
            unnamed.setdefault(said_by, []).append(quote.id)
    return (*found, *(Conflict("unnamed", words, tuple(ids)) for words, ids in unnamed.items()))
