"""Who is said to have said it: the name that most sources print, and where others differ.

A source that prints a name is a witness; one that prints “he” is read by us, and we may err. So whoever is named outright comes before
whoever is only meant, however often; and where nobody is named and we read two people, the utterance is nobody's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from quotecli.compare.people import clash, guessed, known, name_words, named, same_name
from quotecli.model import Conflict, Quote


def speaker_of(quotes: Sequence[Quote]) -> str | None:
    """The name that most sources print, else the one that most are read to mean, in its commonest and then fullest form."""
    groups = people(quotes)
    if not groups:
        return None
    support = [(len({q.source for q in group if not guessed(q)}), len({q.source for q in group})) for group in groups]
    first = max(support)
    if not first[0] and support.count(first) > 1:
        return None
    best = groups[support.index(first)]
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
    """Where some quotations of a cluster attribute it otherwise: to somebody else, or to a source without a name.

    Those that do not print the name of whom they are read to mean stand by themselves, with the words that they print.
    """
    found = []
    for group in people(quotes):
        names = [known(quote) or "" for quote in group]
        if speaker is None or all(clash(speaker, name) for name in names):
            fullest = max(names, key=lambda name: (len(name), name))
            said: dict[str | None, list[str]] = {}
            for quote in group:
                said.setdefault(quote.speaker.mention if quote.speaker and guessed(quote) else None, []).append(quote.id)
            found += [Conflict("speaker", fullest, tuple(ids), mention) for mention, ids in said.items()]
    unnamed: dict[str, list[str]] = {}
    for quote in quotes:
        said_by = quote.speaker.name if quote.speaker else None
        if speaker is not None and said_by is not None and not named(said_by):
            unnamed.setdefault(said_by, []).append(quote.id)
    return (*found, *(Conflict("unnamed", words, tuple(ids)) for words, ids in unnamed.items()))
