"""One person, one name, across articles: the surname that one article prints is the full name that another gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from quotecli.errors import Misuse
from quotecli.find.bearers import Mentions, Told, fitting, mentions_of, told_by, untitled
from quotecli.find.families import also
from quotecli.find.names import fold
from quotecli.find.persons import same_given
from quotecli.lexicon.en.people import ROLES, SUFFIXES, TITLES
from quotecli.lexicon.en.words import PREPOSITIONS
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

EVERYWHERE = 25
"""Whoever is quoted in one article of so many of a larger collection needs no introduction there."""

FAR_AHEAD = 10
"""By so many times more articles than all others of that surname together."""


def link_people(articles: Sequence[Sequence[Quote]], aliases: Aliases | None = None) -> tuple[tuple[Quote, ...], ...]:
    """The quotes of each article with their speakers' names made one across all articles; the order of articles does not matter.

    A surname alone, or with a title before it, takes the full name that the other articles give, when they give only one against whom
    nothing speaks; in a collection of more than NEWSROOM articles, only where an article that gives it quotes somebody else whom this
    one quotes too, or where everybody knows who it is. Spellings of one name (an initial more, a short form, a title before it) take
    the commonest. `aliases` wins over both.
    """
    renamings = names_linked([mentions_of(quotes) for quotes in articles], aliases)
    return tuple(
        tuple(_renamed(quote, renamed) for quote in quotes) if renamed else tuple(quotes)
        for quotes, renamed in zip(articles, renamings, strict=True)
    )


def names_linked(articles: Sequence[Mentions], aliases: Aliases | None = None) -> list[dict[str, str]]:
    """Of articles that call their speakers so, which of the names becomes another, article by article: what `link_people` goes by."""
    people = _People(articles)
    linked = []
    for names in articles:
        renamed = {name: people.spellings[name] for name in names if name in people.spellings}
        renamed.update(people.completed(names))
        if aliases:
            renamed.update({name: aliases[_key(name)] for name in names if _key(name) in aliases})
        linked.append(renamed)
    return linked


class _People:
    """Everybody whom the articles of a collection name."""

    def __init__(self, articles: Sequence[Mentions]) -> None:
        self._size = len(articles)
        self._where: dict[str, set[int]] = {}
        for i, names in enumerate(articles):
            for name in names:
                self._where.setdefault(name, set()).add(i)
        self.spellings, self._bearers = _one_name_each({name: len(places) for name, places in self._where.items()})
        self._told = self._offices(articles) if self._bearers else {}
        self._together: dict[tuple[str, str], bool] = {}  # two full names → whether one article quotes both

    def _offices(self, articles: Sequence[Mentions]) -> dict[str, Told]:
        """What the articles tell of those whose surname stands alone somewhere."""
        asked = {name for people in self._bearers.values() for name in people}
        full = {name: name for name in asked} | {name: other for name, other in self.spellings.items() if other in asked}
        mentions: dict[str, list[str]] = {name: [] for name in asked}
        for name in sorted(full.keys() & self._where.keys()):
            for i in sorted(self._where[name]):
                mentions[full[name]] += articles[i][name]
        return {name: told_by(words) for name, words in mentions.items()}

    def completed(self, names: Mentions) -> dict[str, str]:
        """The surnames of one article with the full names that they mean there.

        Whom the article itself quotes by the full name it does not mean: whoever read it alone had both before them and kept them apart.
        """
        found = {}
        here = {self.spellings.get(name, name) for name in names}
        for bare in names.keys() & self._bearers.keys():
            people = self._bearers[bare]
            left = sorted(fitting(people, told_by([bare, *names[bare]]), self._told), key=lambda name: -len(self._where[name]))
            if left and left[0] not in here and (self._only(left, people, names) or self._known(left, bare)):
                found[bare] = left[0]
        return found

    def _only(self, left: Sequence[str], people: Sequence[str], names: Iterable[str]) -> bool:
        """Whether one is left, and at hand in the article that quotes these: in a small collection everybody is."""
        return len(left) == 1 and (self._size <= NEWSROOM or (len(people) == 1 and self._related(names, left[0])))

    def _known(self, left: Sequence[str], bare: str) -> bool:
        """Whether the first of these people of one surname needs no introduction in a large collection, and is the first of all of them."""
        if any(len(self._where[name]) > len(self._where[left[0]]) for name in self._bearers[bare]):
            return False
        first = len(self._where[left[0]].union(*(self._where[name] for name in self._bearers if _parts(name) == _parts(bare))))
        others = sum(len(self._where[name]) for name in left[1:])
        return self._size > NEWSROOM and first * EVERYWHERE >= self._size and first >= FAR_AHEAD * others

    def _related(self, names: Iterable[str], full: str) -> bool:
        """Whether an article that quotes `full` quotes somebody else by a full name whom this article quotes too."""
        for name in names:
            if " " in name and name != full:
                if (full, name) not in self._together:
                    self._together[full, name] = not self._where[full].isdisjoint(self._where[name])
                if self._together[full, name]:
                    return True
        return False


def _renamed(quote: Quote, renamed: Mapping[str, str]) -> Quote:
    speaker = quote.speaker
    if speaker is None or speaker.name is None or speaker.name not in renamed:
        return quote
    return quote._replace(speaker=speaker._replace(name=renamed[speaker.name]))


class _Group:
    """The spellings of one person's name: the commonest, and the given names, middle names and suffixes that they have."""

    __slots__ = ("forms", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self.forms: list[tuple[str, tuple[str, ...], frozenset[str]]] = []

    def holds(self, given: str, middle: tuple[str, ...], suffix: frozenset[str]) -> bool:
        """Whether a name with these may be this person's: the same given name with another suffix is a Jr., and the American Bar
        Association is no American Bankers Association."""
        return all(
            same_given(theirs, given) and (theirs != given or its == suffix) and _agree(between, middle)
            for theirs, between, its in self.forms
        )


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one of two names has nothing between given name and surname, or both have something alike."""
    return not a or not b or any(same_given(x, y) for x in a for y in b)


class _Surname:
    """The people of one surname, found by given name, so that many of one surname cost no more than many of many."""

    __slots__ = ("_at", "groups")

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        self._at: dict[str, list[int]] = {}  # a given name, or "J*" for its initial → places in `groups`

    def place(self, name: str, given: str, middle: tuple[str, ...], suffix: frozenset[str]) -> _Group:
        """The group that the name belongs to, a new one where it is nobody's so far."""
        short = len(given.replace(".", "")) == 1
        keys = (given, *also(given), given[0], f"{given[0]}*") if short else (given, *also(given), given[0])
        places = sorted({i for key in keys for i in self._at.get(key, ())})
        at = next((i for i in places if self.groups[i].holds(given, middle, suffix)), None)
        if at is None:
            at = len(self.groups)
            self.groups.append(_Group(name))
        forms = self.groups[at].forms
        if len(forms) < MANY and (given, middle, suffix) not in forms:
            forms.append((given, middle, suffix))
            for key in (given if not short else given[0], f"{given[0]}*"):
                held = self._at.setdefault(key, [])
                if len(held) < MANY and at not in held:
                    held.append(at)
        return self.groups[at]


MANY = 20
"""People of one surname whom an initial is tried on, and forms of one name that another is held against."""


def _one_name_each(counts: Mapping[str, int]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Which names are another's spelling: {spelling: name}, and whose surname stands alone: {surname, as printed: full names}."""
    described = {name: tail for name in counts if (tail := _described(name, counts))}
    parts = {name: _parts(name) for name in counts if name not in described and _is_name(name)}
    people: dict[str, _Surname] = {}
    spellings: dict[str, str] = {}
    for name in sorted(parts, key=lambda n: (-counts[n], -len(n), n)):
        words = parts[name]
        if len(words) > 1:
            group = people.setdefault(words[-1], _Surname()).place(name, words[0], tuple(words[1:-1]), _suffix(name))
            if group.name != name:
                spellings[name] = group.name
    spellings.update({name: spellings.get(tail, tail) for name, tail in described.items()})
    bearers = {
        name: [group.name for group in people[words[0]].groups] for name, words in parts.items() if len(words) == 1 and words[0] in people
    }
    return spellings, bearers


def _suffix(name: str) -> frozenset[str]:
    return SUFFIXES.intersection(fold(word) for word in name.replace(",", "").split())


def _described(name: str, counts: Mapping[str, int]) -> str | None:
    """The full name at the end of one that begins with an office: “Secretary of the Interior Ann Lee”; not “Governor of Lee Hill”."""
    words = name.split()
    if fold(words[0]) not in TITLES and fold(words[0]) not in ROLES:
        return None
    tails = (i for i in range(2, len(words) - 1) if " ".join(words[i:]) in counts and words[i - 1].lower() not in PREPOSITIONS)
    return next((" ".join(words[i:]) for i in tails), None)


def _parts(name: str) -> list[str]:
    words = [fold(word) for word in untitled(name.replace(",", "")).split()]
    return [w for w in words if w not in SUFFIXES] or words


def _is_name(name: str) -> bool:
    """Whether it reads as a person's name: two to four capitalised words, particles apart; a description does not."""
    words = name.split()
    return (
        len(words) <= 5 and words[0][0].isupper() and words[-1][0].isupper() and "’s" not in name and "'s" not in name and words[0] != "The"
    )
