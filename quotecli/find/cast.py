"""The cast of an article: every name outside its quotations, gathered into people and bodies.

News names a person in full once and by surname after that; so a surname belongs to the full name printed with it. Who of several people
of one surname a bare one means is told by a title's gender, else by how often each is named; where that does not tell, it is nobody's.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from heapq import merge
from operator import itemgetter

from quotecli.find.article import Article
from quotecli.find.families import Family
from quotecli.find.genders import Votes
from quotecli.find.names import Mention, find_names
from quotecli.find.persons import BODY, CALLED, DESCRIBED, OPEN, PERSON, WEIGHED, Person, surname, title_gender
from quotecli.find.surroundings import YES, by_words, described_by
from quotecli.lexicon.en.mentions import NOT_IN_INITIALS
from quotecli.lexicon.en.people import NATIONAL, ROLES, SUFFIXES
from quotecli.lexicon.en.places import PLACES

FAR = 400
"""Mentions that a description is followed back over."""
BEARERS = 60
"""Mentions of those who bear a title that are looked at for the one that fits."""

Words = tuple[str, ...]


class Cast:
    """The people and bodies of one article and where each is named."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.mentions, self._spare = find_names(article)
        self._starts = [m.start for m in self.mentions]
        self._votes = Votes(self)
        self._vote = self._votes.gender
        self._families: dict[str, Family] = {}
        self._groups: dict[Words, Person] = {}
        self._full: list[list[Mention]] = []  # the mentions of each full name that may be a person's, in the order of placing
        self._place_full_names()
        self._whole = list(self._groups.values())
        self._by_first: dict[str, list[Person]] | None = None
        self._by_initials: dict[str, Person] | None = None
        self._place_single_names()
        self._described: dict[str, Person] | None = None
        self._bearing: dict[str, list[Person]] | None = None  # a title → whoever bears it
        self._borne: dict[str, list[tuple[int, Person]]] = {}  # a title → where they are named

    # ---- gathering ---------------------------------------------------------------------------------------------------
    def _place_full_names(self) -> None:
        spellings: dict[Words, list[Mention]] = {}
        alone: set[str] = set()
        for m in self.mentions:
            if len(m.words) > 1:
                spellings.setdefault(m.words, []).append(m)
            else:
                alone.add(m.words[0])
        for words in sorted(spellings, key=len):  # stable: shorter names first
            self._place_full(words, spellings[words], alone)

    def _place_full(self, words: Words, mentions: list[Mention], alone: set[str]) -> None:
        person: Person | None
        if by_words(words) <= 2 * -YES:
            person = self._groups[words] = Person(mentions[0].shown, words, BODY, mentions[0].start, self._vote)
            person.spell(words, mentions, alone)
            return
        last, suffix = surname(words), () if SUFFIXES.isdisjoint(words) else tuple(w for w in words if w in SUFFIXES)
        family = self._families.get(last)
        if family is None:  # most are: made only then, for each costs as much as all the rest of this
            family = self._families[last] = Family()
        person = family.find(words[0], suffix)
        if person is None and len(words) >= 3 and last not in alone:
            caption = self._groups.get(words[:2])  # "Vladimir Putin Twitter": a credit runs into the name
            if caption is not None and caption.placed == PERSON:
                for m in mentions:
                    m.person = caption
                return
        if person is None:
            person = self._groups[words] = Person(mentions[0].shown, words, OPEN, mentions[0].start, self._vote)
            family.add(person, suffix)
        person.spell(words, mentions, alone)
        self._full.append(mentions)

    def _place_single_names(self) -> None:
        known: dict[str, Person] = {}  # whom a word without a title means, where nothing else decides
        for m in self.mentions:
            person = m.person
            if person is not None:
                if m.titles:
                    person.hear(m, CALLED)
            elif m.titles:
                person = self._place_single(m)
            else:
                person = known.get(m.shown)
                if person is None:
                    person = known[m.shown] = self._place_single(m)
            m.person = person
            person.mentions.append(m)

    def _place_single(self, m: Mention) -> Person:
        word, gender = m.words[-1], title_gender(m.titles[-1:]) if m.titles else ""
        family = self._families.get(word)
        found = family.meant(gender) if family is not None else None
        if family is None and word not in PLACES:
            found = self._by_given(word, gender)
        if found is None and len(word) > 1 and m.shown.isupper():
            found = self._of_initials(word)
        if found is None:
            return self._alone(m, word)
        if m.titles:
            found.hear(m, CALLED)
        return found

    def _by_given(self, word: str, gender: str) -> Person | None:
        """The one person whose name begins with the word: Chris; or Ms. Zhao, whose people put the surname first."""
        if self._by_first is None:
            self._by_first = {}
            for person in self._whole:
                if not person.body:
                    self._by_first.setdefault(person.words[0], []).append(person)
        named = self._by_first.get(word)
        if named is None:
            return None
        fitting = [p for p in named if by_words(p.words) >= 0 and (not gender or p.guess_gender() in ("", gender))]
        return fitting[0] if len(fitting) == 1 else None

    def _of_initials(self, word: str) -> Person | None:
        """The body whose words have these initials."""
        if self._by_initials is None:
            self._by_initials = {}
            for person in self._whole:
                for initials in _initials(person.words) if person.body else ():
                    self._by_initials.setdefault(initials, person)
        return self._by_initials.get(word)

    def _alone(self, m: Mention, word: str) -> Person:
        """Whoever is named by one word throughout: by the headline's full name, where it gives one."""
        person = self._groups.get((word,))
        if person is None:
            person = self._groups[word,] = self._named_once(m, word)
        person.hear(m, WEIGHED if word not in ROLES else CALLED)
        return person

    def _named_once(self, m: Mention, word: str) -> Person:
        family = word in self._families
        full = self._in_headlines(word) if self._spare and not family else None
        if full is not None:
            return Person(full.shown, full.words, PERSON, m.start, self._vote)
        person = Person(m.shown, m.words, PERSON if family and word not in ROLES else OPEN, m.start, self._vote)
        if family and word not in ROLES:
            person.deciding = m
            person.hear(m, DESCRIBED)
        return person

    def _in_headlines(self, word: str) -> Mention | None:
        """The full name of two words that a headline gives for a surname, when it gives only one."""
        full = {m.words[:2]: m for m in self._spare if len(m.words) >= 2 and m.words[1] == word and (len(m.words) == 2)}
        return next(iter(full.values())) if len(full) == 1 else None

    def close(self) -> None:
        """Part the people from their mentions, once nobody asks any more."""
        self._votes.close()
        for m in self.mentions:
            m.person = None

    # ---- asking ------------------------------------------------------------------------------------------------------
    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin at start <= offset < end."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def above(self, offset: int) -> Iterator[Mention]:
        """The mentions before the offset, nearest first; at most FAR."""
        last = bisect_left(self._starts, offset)
        for i in range(last - 1, max(-1, last - FAR), -1):
            yield self.mentions[i]

    def covering(self, offset: int) -> Mention | None:
        """The mention that the code point at `offset` belongs to."""
        i = bisect_left(self._starts, offset + 1) - 1
        if i >= 0 and self.mentions[i].end > offset:
            return self.mentions[i]
        return None

    def last_before(self, offset: int) -> Mention | None:
        """The mention nearest before the offset."""
        i = bisect_left(self._starts, offset)
        return self.mentions[i - 1] if i else None

    def starting(self, offset: int) -> Mention | None:
        """The mention that begins at `offset`, titles included."""
        i = bisect_left(self._starts, offset)
        return self.mentions[i] if i < len(self.mentions) and self._starts[i] == offset else None

    def first(self) -> list[Mention]:
        """The first mentions of the article; at most FAR."""
        return self.mentions[:FAR]

    def bearers(self, titles: frozenset[str], before: int) -> Iterator[Person]:
        """Those who bear one of the titles, the one named last before the offset first; at most BEARERS mentions."""
        limit = (before,)
        places = (
            reversed(found[max(0, end - BEARERS) : end])
            for t in titles
            if (found := self._of_title(t)) and (end := bisect_left(found, limit))
        )
        for _, person in merge(*places, key=itemgetter(0), reverse=True):
            yield person

    def _of_title(self, title: str) -> list[tuple[int, Person]]:
        """Where those are named who bear the title, in order."""
        if self._bearing is None:
            self._bearing = {}
            for person in self._groups.values():
                for each in person.titles:
                    self._bearing.setdefault(each, []).append(person)
        if title not in self._borne:
            bearers = (p for p in self._bearing.get(title, ()) if p.perhaps)
            self._borne[title] = sorted(((m.start, p) for p in bearers for m in p.mentions), key=itemgetter(0))
        return self._borne[title]

    def family_of(self, person: Person) -> Family | None:
        """The people of the same surname."""
        return self._families.get(person.last)

    @staticmethod
    def perhaps(person: Person | None) -> bool:
        """Whether a name that stays open could be a person's."""
        return person is not None and person.perhaps

    def people(self) -> Collection[Person]:
        """All whom the article names, people or not."""
        return self._groups.values()

    @property
    def described(self) -> dict[str, Person]:
        """The descriptions that have an owner: "mr. ode’s lawyer" → whoever is named beside these words."""
        if self._described is None:
            self._described = {}
            deciding = sorted((p.deciding for p in self._groups.values() if p.titles is not None and p.deciding), key=lambda m: m.start)
            for m in (*(m for mentions in self._full for m in mentions), *deciding):
                before = self.article.text[max(0, m.start - 60) : m.start]
                phrase = owned_phrase(before.rstrip(", ")) if "’" in before or "'" in before else ""
                if phrase and m.person is not None and described_by(m):
                    self._described.setdefault(phrase, m.person)
        return self._described


def owned_phrase(words: str) -> str:
    """The end of the words from an owner on, folded: "ode’s lawyer"; or ""."""
    said = words.lower().replace("’", "'")
    at = said.rfind("'s ")
    return said[max(said.rfind(mark, 0, at) for mark in ' \n“"') + 1 :] if at > 0 else ""


def _initials(words: Words) -> Words:
    whole = [w for w in words if w not in NOT_IN_INITIALS]
    return "".join(w[0] for w in whole), "".join(w[0] for w in (whole[1:] if whole[:1] and whole[0] in NATIONAL else whole))
