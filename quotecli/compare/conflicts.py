"""Who is said to have said it: the name that most sources support, and where others differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotecli.compare.people import known, named, same_name
from quotecli.model import Conflict, Quote


def speaker_of(quotes: Sequence[Quote]) -> str | None:
    """The name that most of the quotations support, the fullest form of it."""
    groups = people(quotes)
    if not groups:
        return None
    best = max(groups, key=lambda group: (len(group), -min(quotes.index(quote) for quote in group)))
    forms = Counter(name for quote in best if (name := known(quote)))
    return min(forms, key=lambda name: (-forms[name], -len(name), name))


def people(quotes: Sequence[Quote]) -> list[list[Quote]]:
    """The quotations whose speaker has a name, by person."""
    groups: list[list[Quote]] = []
    for quote in quotes:
        name = known(quote)
        if name is None:
            continue
        home = next((group for group in groups if any(same_name(name, known(other) or "") for other in group)), None)
        if home is None:
            groups.append([quote])
        else:
            home.append(quote)
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
