"""One person, one name, across articles: the surname that one article prints is the full name that another gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotecli.errors import Misuse
from quotecli.find.families import also
from quotecli.find.names import fold
from quotecli.find.persons import same_given
from quotecli.lexicon.en.people import SUFFIXES
from quotecli.model import Quote

Aliases = Mapping[str, str]
"""A spelling, folded → the name to show."""


LARGEST = 10 * 10**6
"""Bytes of an alias file."""


def read_aliases(path: str) -> Aliases:
    """The alias file: TOML, one name a line with its other spellings: "Donald Trump" = ["Trump", "Donald J. Trump"].

    Raises Misuse when the file cannot be read or is not of that form.
    """
    import tomllib

    try:
        with open(path, "rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise Misuse(f"{path}: is larger than {LARGEST // 10**6} MB; no list of names is")
        table = tomllib.loads(data.decode())
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
    return tuple(
        tuple(_renamed(quote, renamed) for quote in quotes) if renamed else tuple(quotes)
        for quotes, renamed in zip(articles, names_linked(named, aliases), strict=True)
    )


def names_linked(named: Sequence[frozenset[str]], aliases: Aliases | None = None) -> list[dict[str, str]]:
    """Of articles that name these speakers, which of the names becomes another, article by article: what `link_people` goes by."""
    where: dict[str, set[int]] = {}
    for i, names in enumerate(named):
        for name in names:
            where.setdefault(name, set()).add(i)
    spellings, surnames = _one_name_each({name: len(places) for name, places in where.items()})
    together: dict[tuple[str, str], bool] = {}  # two full names → whether one article quotes both

    def related(names: frozenset[str], full: str) -> bool:
        """Whether an article that quotes `full` quotes somebody else by a full name whom this article quotes too."""
        for name in names:
            if " " in name and name != full:
                if (full, name) not in together:
                    together[full, name] = not where[full].isdisjoint(where[name])
                if together[full, name]:
                    return True
        return False

    linked = []
    for names in named:
        renamed = {name: spellings[name] for name in names if name in spellings}
        for name in names & surnames.keys():
            if len(named) <= NEWSROOM or related(names, surnames[name]):
                renamed[name] = surnames[name]
        if aliases:
            renamed.update({name: aliases[_key(name)] for name in names if _key(name) in aliases})
        linked.append(renamed)
    return linked


def _renamed(quote: Quote, renamed: Mapping[str, str]) -> Quote:
    speaker = quote.speaker
    if speaker is None or speaker.name is None or speaker.name not in renamed:
        return quote
    return quote._replace(speaker=speaker._replace(name=renamed[speaker.name]))


class _Group:
    """The spellings of one person's name: the commonest, and the given names and suffixes that they have."""

    __slots__ = ("givens", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self.givens: set[tuple[str, frozenset[str]]] = set()

    def holds(self, given: str, suffix: frozenset[str]) -> bool:
        """Whether a name with that given name and suffix may be this person's: the same given name with another suffix is a Jr."""
        return all(same_given(theirs, given) and (theirs != given or its == suffix) for theirs, its in self.givens)


class _Surname:
    """The people of one surname, found by given name, so that many of one surname cost no more than many of many."""

    __slots__ = ("_at", "groups")

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        self._at: dict[str, list[int]] = {}  # a given name, or "J*" for its initial → places in `groups`

    def place(self, name: str, given: str, suffix: frozenset[str]) -> _Group:
        """The group that the name belongs to, a new one where it is nobody's so far."""
        short = len(given.replace(".", "")) == 1
        keys = (given, *also(given), given[0], f"{given[0]}*") if short else (given, *also(given), given[0])
        places = sorted({i for key in keys for i in self._at.get(key, ())[:MANY]})
        at = next((i for i in places if self.groups[i].holds(given, suffix)), None)
        if at is None:
            at = len(self.groups)
            self.groups.append(_Group(name))
        if (given, suffix) not in self.groups[at].givens:
            self.groups[at].givens.add((given, suffix))
            for key in (given if not short else given[0], f"{given[0]}*"):
                self._at.setdefault(key, []).append(at)
        return self.groups[at]


MANY = 20
"""People of one surname whom an initial is tried on."""


def _one_name_each(counts: Mapping[str, int]) -> tuple[dict[str, str], dict[str, str]]:
    """Which names are another's spelling: {spelling: name}, and {surname: the only full name with it}."""
    parts = {name: _parts(name) for name in counts if _is_name(name)}
    people: dict[str, _Surname] = {}
    spellings: dict[str, str] = {}
    for name in sorted(parts, key=lambda n: (-counts[n], -len(n), n)):
        words = parts[name]
        if len(words) > 1:
            group = people.setdefault(words[-1], _Surname()).place(name, words[0], _suffix(name))
            if group.name != name:
                spellings[name] = group.name
    surnames = {
        name: people[words[0]].groups[0].name
        for name, words in parts.items()
        if len(words) == 1 and words[0] in people and len(people[words[0]].groups) == 1
    }
    return spellings, surnames


def _suffix(name: str) -> frozenset[str]:
    return SUFFIXES.intersection(fold(word) for word in name.replace(",", "").split())


def _parts(name: str) -> list[str]:
    words = [fold(word) for word in name.replace(",", "").split()]
    return [w for w in words if w not in SUFFIXES] or words


def _is_name(name: str) -> bool:
    """Whether it reads as a person's name: two to four capitalised words, particles apart; a description does not."""
    words = name.split()
    return (
        len(words) <= 5 and words[0][0].isupper() and words[-1][0].isupper() and "’s" not in name and "'s" not in name and words[0] != "The"
    )
