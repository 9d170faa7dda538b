"""People of one surname: whom it means when it stands alone.

Their number is not ours to choose, so nobody is looked for one by one: each given name, its short forms and its initial lead to a person.
"""

from __future__ import annotations

from quotecli.find.persons import PERSON, Person
from quotecli.lexicon.en.names import NICKNAMES
from quotecli.lexicon.en.people import SUFFIXES

_SHORT: dict[str, set[str]] = {}
for _name, _forms in NICKNAMES.items():
    for _form in _forms:
        _SHORT.setdefault(_form, set()).add(_name)


def also(given: str) -> frozenset[str]:
    """The other forms of a given name: its short forms, and those it is short for."""
    return frozenset(NICKNAMES.get(given, frozenset()) | _SHORT.get(given, set()))


class Family:
    """The people of one surname, in the order in which they are first placed."""

    __slots__ = ("_by_given", "_by_initial", "_chosen", "members")

    def __init__(self) -> None:
        self.members: list[Person] = []
        self._by_given: dict[tuple[str, tuple[str, ...]], Person] = {}
        self._by_initial: dict[tuple[str, tuple[str, ...]], Person] = {}
        self._chosen: dict[str, Person | None] = {}

    def add(self, person: Person, suffix: tuple[str, ...]) -> None:
        """Let one more bear the surname."""
        self.members.append(person)
        given = person.words[0]
        self._by_given.setdefault((given, suffix), person)
        self._by_initial.setdefault((given[0], suffix), person)
        self._chosen.clear()

    def find(self, given: str, suffix: tuple[str, ...]) -> Person | None:
        """Whoever has that given name, in any of its forms: Donald Trump Jr. is not Donald Trump, but Don Trump Jr. may be."""
        if not self.members:
            return None
        known = self._by_given.get((given, suffix))
        if known is None and _initial(given):
            known = self._by_initial.get((given[0], suffix))
        if known is None:
            known = self._by_given.get((given[0], suffix)) or self._by_given.get((given[0] + ".", suffix))
        return known or next((p for form in sorted(also(given)) if (p := self._by_given.get((form, suffix)))), None)

    def meant(self, gender: str) -> Person | None:
        """Whom the surname alone means, with "Mr." or "Ms." before it or without; None where that could be more than one."""
        if gender not in self._chosen:
            self._chosen[gender] = self._choose(gender)
        return self._chosen[gender]

    def _choose(self, gender: str) -> Person | None:
        people = self.members
        if len(people) > 1:
            people = [p for p in people if p.placed == PERSON] or people
        if gender:
            fitting = [p for p in people if p.guess_gender() in ("", gender)]  # Mr Moss is not Ms Moss
            people = [p for p in fitting if p.guess_gender()] or fitting
        if len(people) < 2:
            return people[0] if people else None
        elders = {p.words[0] for p in people if not SUFFIXES.intersection(p.words)}
        people = [p for p in people if p.words[0] not in elders or not SUFFIXES.intersection(p.words)]  # "Trump" is not "Donald Trump Jr."
        most = max(map(_named, people))
        first = [p for p in people if _named(p) == most]
        if len(first) > 1 and most == 1:
            first = [p for p in first if not p.kin]  # the baker Tom Varley, not his cousin, Ruth
        return first[0] if len(first) == 1 else None


def _named(person: Person) -> int:
    return sum(person.forms.values())


def _initial(given: str) -> bool:
    return len(given.replace(".", "")) == 1
