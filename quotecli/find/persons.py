"""Somebody, or something, that an article names: and from what stands around the name, which of the two.

A name's place tells, or its surname coming back alone, or a pronoun after it. A name with none of these stays open ("maybe"): it is
nobody's for a description, and a pronoun's only where nobody better is there. Few names are ever asked about, so what tells is read when
somebody asks, in the order in which the names were placed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from quotecli.find.names import Mention, opens_sentence
from quotecli.find.surroundings import ENOUGH, YES, by_words, described_as, described_by, evidence
from quotecli.lexicon.en import names as lexicon
from quotecli.lexicon.en.people import FEMALE_TITLES, KIN, MALE_TITLES, ROLES, SUFFIXES, TITLES
from quotecli.lexicon.en.places import DEMONYMS, PLACES

PERSON, BODY, OPEN = "person", "body", ""
CALLED, DESCRIBED, WEIGHED = range(3)
"""What a mention may tell: its titles; the nouns beside it as well; the nouns if what stands around it speaks for a person."""
ASKED = 12
"""Mentions of one name whose surroundings are looked at: the rest would tell nothing new."""


_NO_TITLES: Set[str] = frozenset()


class Person:
    """Somebody, or something, that the article names."""

    # Most of these stay as they are.
    deciding: Mention | None = None  # the mention of a single word that shows it to be a person's
    _gender: str | None = None
    _perhaps: bool | None = None
    _kin: bool | None = None
    _stated = ""
    _titles: set[str] | None = None

    def __init__(self, name: str, words: tuple[str, ...], kind: str, first: int, vote: Callable[[Person], str]) -> None:
        self.name = name
        self.words = words  # folded
        self.first = first  # offset of the first mention
        self.forms: dict[str, int] = {}  # spellings of the full name and how often
        self.mentions: list[Mention] = []
        self._kind = kind
        self._vote = vote  # the gender that the pronouns around tell
        self._spellings: list[tuple[tuple[str, ...], list[Mention], Set[str]]] = []  # not weighed yet
        self._unheard: list[tuple[list[Mention], int]] = []

    # ---- what is told of them ----------------------------------------------------------------------------------------
    def spell(self, words: tuple[str, ...], mentions: list[Mention], alone: Set[str]) -> None:
        """Add the mentions of one full name; `alone` are the words that are names by themselves."""
        for m in mentions:
            m.person = self
            count = self.forms[m.shown] = self.forms.get(m.shown, 0) + 1
            if count > self.forms.get(self.name, 0):
                self.name, self.words = m.shown, words
        self._unheard.append((mentions, CALLED if self._kind == BODY else DESCRIBED))
        if self._kind == OPEN:
            self._spellings.append((words, mentions, alone))

    def hear(self, m: Mention, how: int) -> None:
        """Add what one mention tells."""
        self._unheard.append(([m], how))

    def _listen(self) -> None:
        unheard, self._unheard = self._unheard, []
        for m, how in ((m, how) for mentions, how in unheard for m in mentions):
            if how == DESCRIBED:
                self._describe(m)
            elif how == WEIGHED and self._kind == OPEN and evidence(m) >= YES:
                self._kind, self.deciding = PERSON, m
                self._describe(m)
            if m.titles:
                self._call(m.titles)

    def _describe(self, m: Mention) -> None:
        """Keep the nouns that stand beside the name: "the harbourmaster, NAME", "NAME, a former diver"."""
        before, behind = described_by(m), described_as(m)
        if self._kin is None:
            self._kin = before in KIN and len(m.words) > 1
        if before or behind:
            self._call(tuple(word for word in (before, behind) if word))

    def _call(self, titles: tuple[str, ...]) -> None:
        if self._titles is None:
            self._titles = set()
        self._titles.update(titles)
        self._stated = self._stated or title_gender(titles)

    # ---- who they are ------------------------------------------------------------------------------------------------
    @property
    def titles(self) -> Set[str]:
        """Words that describe: russian, president, diver."""
        if self._unheard:
            self._listen()
        return self._titles or _NO_TITLES

    @property
    def stated(self) -> str:
        """The first gender that a title states, f or m, those before the full name before others."""
        if self._unheard:
            self._listen()
        return self._stated

    @property
    def kin(self) -> bool:
        """Whether brought in as somebody's brother, wife, cousin."""
        if self._unheard:
            self._listen()
        return bool(self._kin)

    @property
    def body(self) -> bool:
        """Whether the words say that it is no person."""
        return self._kind == BODY

    @property
    def placed(self) -> str:
        """The kind by the words and by what stands around: person, body, or "" where that does not tell."""
        while self._kind == OPEN and self._spellings:
            if _weight(*self._spellings.pop()) >= ENOUGH:
                self._kind = PERSON
        if self._kind == OPEN and self._unheard and len(self.words) == 1:
            self._listen()
        return self._kind

    @property
    def kind(self) -> str:
        """The kind, by the pronouns behind as well."""
        if self._kind == OPEN and self.placed == OPEN and self._gender is None and len(self.words) > 1:
            _ = self.gender
        return self._kind

    @property
    def gender(self) -> str:
        """The gender, f or m, by a title, the given name or pronouns; or ""."""
        if self._gender is None:
            gender = "" if self._kind == BODY else self.guess_gender()
            if not gender and self._kind != BODY:
                gender = self._vote(self)
                if gender and self.placed == OPEN and len(self.words) > 1 and self.perhaps:
                    self._kind = PERSON
            self._gender = gender
        return self._gender

    @property
    def perhaps(self) -> bool:
        """Whether a name that stays open could be a person's: nothing around its first mentions speaks against it."""
        if self._perhaps is None:
            self._perhaps = self.placed == PERSON or (self._kind == OPEN and self._doubt() >= 0)
        return self._perhaps

    def _doubt(self) -> int:
        told = by_words(self.words) if len(self.words) > 1 else _by_word(self.words[0], self.mentions)
        return told + sum(map(evidence, self.mentions[:ASKED]))

    def learn(self, gender: str = "") -> None:
        """From now on it is a person; and he or she."""
        if self.placed == OPEN:
            self._kind = PERSON
        self._gender = gender or self._gender

    @property
    def last(self) -> str:
        """The surname, folded."""
        return surname(self.words)

    def guess_gender(self) -> str:
        """The gender that a title states, or else the given name."""
        return self.stated or given_gender(self.words)

    @property
    def obvious(self) -> bool:
        """Whether a title or the given name tells the gender."""
        return given_gender(self.words) != "" or self.stated != ""


def _weight(words: tuple[str, ...], mentions: list[Mention], alone: Set[str]) -> int:
    """What speaks for a person: the words of a full name, what stands around it, and its surname coming back alone."""
    weight = by_words(words)
    if len(words) <= 4 and surname(words) in alone and words[0] not in alone:
        weight += YES
    if len(words) <= 3 and words[0] in alone and words[0] not in PLACES:
        weight += 1
    for m in mentions[:ASKED]:
        weight += evidence(m)
        if abs(weight) > YES:
            break
    return weight


def _by_word(word: str, mentions: list[Mention]) -> int:
    """The same for a name of one word."""
    if word in PLACES or word in DEMONYMS or word in TITLES or word in ROLES or mentions[0].shown.isupper():
        return -2 * YES
    return -1 if all(opens_sentence(m.text, m.start) for m in mentions[:ASKED]) else 0


def surname(words: tuple[str, ...]) -> str:
    """The last word that is no Jr."""
    last = words[-1]
    return last if last not in SUFFIXES else next((w for w in reversed(words) if w not in SUFFIXES), last)


def title_gender(titles: Sequence[str]) -> str:
    """The gender that a title states: f, m or ""."""
    for title in titles:
        if title in FEMALE_TITLES:
            return "f"
        if title in MALE_TITLES:
            return "m"
    return ""


def given_gender(words: tuple[str, ...]) -> str:
    """The gender that a full name's given names have in English-language news, or "" where they have none or are on no list."""
    for word in words[:-1]:
        if word in lexicon.ONE_GENDER_FEMALE:
            return "f"
        if word in lexicon.ONE_GENDER_MALE:
            return "m"
        if word in lexicon.EITHER:
            return ""
    return ""


def same_given(a: str, b: str) -> bool:
    """Whether two given names, folded, may be one person's: equal, an initial, a short form."""
    if a == b or (a[0] == b[0] and (len(a.replace(".", "")) == 1 or len(b.replace(".", "")) == 1)):
        return True
    return b in lexicon.NICKNAMES.get(a, ()) or a in lexicon.NICKNAMES.get(b, ())
