"""One person, one name, across articles: the surname that one article prints is the full name that another gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotecli.errors import Misuse
from quotecli.find.cast import fold, same_given
from quotecli.lexicon.en.people import SUFFIXES
from quotecli.model import Quote

Aliases = Mapping[str, str]
"""A spelling, folded → the name to show."""


def read_aliases(path: str) -> Aliases:
    """The alias file: TOML, one name a line with its other spellings: "Donald Trump" = ["Trump", "Donald J. Trump"].

    Raises Misuse when the file cannot be read or is not of that form.
    """
    import tomllib

    try:
        with open(path, "rb") as stream:
            table = tomllib.load(stream)
    except OSError as error:
        raise Misuse(f"{path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Misuse(f"{path}: not a TOML file: {error}") from error
    found: dict[str, str] = {}
    for name, spellings in table.items():
        if not isinstance(spellings, list) or not all(isinstance(s, str) for s in spellings):
            raise Misuse(f'{path}: \'{name}\' needs a list of spellings: "{name}" = ["…", "…"]')
        for spelling in (name, *spellings):
            if found.setdefault(_key(spelling), name) != name:
                raise Misuse(f"{path}: '{spelling}' stands under '{found[_key(spelling)]}' and under '{name}'")
    return found


def _key(name: str) -> str:
    return " ".join(fold(word) for word in name.split())


NEWSROOM = 40
"""Articles that are taken to be about one matter; in a larger collection a surname is completed only by a related article."""


def link_people(articles: Sequence[Sequence[Quote]], aliases: Aliases | None = None) -> tuple[tuple[Quote, ...], ...]:
    """The quotes of each article with their speakers' names made one across all articles; the order of articles does not matter.

    A surname alone takes the full name that the other articles give, when they give only one; in a collection of more than NEWSROOM
    articles, only where an article that gives it quotes somebody else whom this one quotes too. Spellings of one name (an initial
    more, a short form) take the commonest. `aliases` wins over both.
    """
    named = [frozenset(q.speaker.name for q in quotes if q.speaker and q.speaker.name) for quotes in articles]
    counts: dict[str, int] = {}
    for names in named:
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    spellings, surnames = _one_name_each(counts)
    linked = []
    for quotes, names in zip(articles, named, strict=True):
        renamed = {name: spellings[name] for name in names if name in spellings}
        for name in names & surnames.keys():
            full = surnames[name]
            if len(articles) <= NEWSROOM or _related(names, full, named):
                renamed[name] = full
        if aliases:
            renamed.update({name: aliases[_key(name)] for name in names if _key(name) in aliases})
        linked.append(tuple(_renamed(quote, renamed) for quote in quotes) if renamed else tuple(quotes))
    return tuple(linked)


def _related(names: frozenset[str], full: str, named: Sequence[frozenset[str]]) -> bool:
    """Whether an article that quotes `full` quotes somebody else by a full name whom this article quotes too."""
    shared = {name for name in names if " " in name and name != full}
    return bool(shared) and any(full in others and shared & others for others in named)


def _renamed(quote: Quote, renamed: Mapping[str, str]) -> Quote:
    speaker = quote.speaker
    if speaker is None or speaker.name is None or speaker.name not in renamed:
        return quote
    return quote._replace(speaker=speaker._replace(name=renamed[speaker.name]))


def _one_name_each(counts: Mapping[str, int]) -> tuple[dict[str, str], dict[str, str]]:
    """Which names are another's spelling: {spelling: name}, and {surname: the only full name with it}."""
    parts = {name: _parts(name) for name in counts}
    full: dict[str, list[list[str]]] = {}  # surname → groups of spellings of one person
    for name in sorted(counts, key=lambda n: (-counts[n], -len(n), n)):
        words = parts[name]
        if len(words) < 2 or not _is_name(name):
            continue
        groups = full.setdefault(words[-1], [])
        for group in groups:
            if all(same_given(parts[other][0], words[0]) and not _junior(name, other) for other in group):
                group.append(name)
                break
        else:
            groups.append([name])
    spellings = {name: group[0] for groups in full.values() for group in groups for name in group[1:]}
    surnames = {
        name: full[words[0]][0][0]
        for name, words in parts.items()
        if len(words) == 1 and _is_name(name) and len(full.get(words[0], ())) == 1
    }
    return spellings, surnames


def _junior(a: str, b: str) -> bool:
    """Whether one is the other's Jr.: the same given name, and a suffix that only one of them has."""
    (one, two) = ({fold(word) for word in name.replace(",", "").split()} for name in (a, b))
    return one & SUFFIXES != two & SUFFIXES and _parts(a)[0] == _parts(b)[0]


def _parts(name: str) -> list[str]:
    words = [fold(word) for word in name.replace(",", "").split()]
    return [w for w in words if w not in SUFFIXES] or words


def _is_name(name: str) -> bool:
    """Whether it reads as a person's name: two to four capitalised words, particles apart; a description does not."""
    words = name.split()
    return (
        len(words) <= 5 and words[0][0].isupper() and words[-1][0].isupper() and "’s" not in name and "'s" not in name and words[0] != "The"
    )
