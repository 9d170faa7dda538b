"""The cast of an article: every name outside its quotations, gathered into people and bodies.

News names a person in full once and by surname after that; so a surname belongs to the full name printed with it, and a full name is
told from a street or a show by a given name that we know, a title before it, or its surname coming back alone.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from quotecli.find.article import Article
from quotecli.lexicon.en import names as lexicon
from quotecli.lexicon.en.people import ORGANISATION_TAILS, ROLES, SUFFIXES, TITLES
from quotecli.lexicon.en.places import DEMONYMS, PLACES
from quotecli.lexicon.en.words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    INDEFINITE,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
    WEEKDAYS_MONTHS,
)

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
# A capital first, so that the scan stays in C; then an initial, an abbreviated title, or the rest of the word.
_WORD = (
    _CAPITAL + r"(?:\.(?:[A-Z]\.){0,3}|(?<=M)(?:rs?|s|aj)\.|(?<=D)r\.|(?<=S)(?:ens?|gt|t|r|upt)\.|(?<=R)(?:eps?|ev)\.|(?<=G)(?:ov|en)\."
    r"|(?<=L)t\.|(?<=C)(?:ol|apt|mdr)\.|(?<=A)(?:dm|tty)\.|(?<=P)(?:rof|res)\.|(?<=H)on\.|(?<=J)r\.|[\w-]*(?:['’](?!s\b)\w+){0,2})"
)
_NAME = re.compile(
    rf"{_WORD}(?:[ \u00a0]{{1,2}}(?:(?:de|la|le|du|da|dos|del|di|van|von|der|den|ter|bin|ibn|el|al)[ \u00a0]){{0,2}}"
    rf"(?:(?:al|el|ad|as|an)-)?{_WORD}){{0,7}}"
)
_STOPPERS = (
    DETERMINERS | PREPOSITIONS | SUBORDINATORS | COORDINATORS | ADVERBS | SUBJECT_PRONOUNS | RELATIVES | TIME_WORDS | WEEKDAYS_MONTHS
    | AUXILIARIES | INDEFINITE | frozenset("""
    if what why how yes no asked mr's according speaking citing photo image video watch read more getty source related advertisement
    updated correction editor's
""".split())
) - frozenset({"will", "may", "mark", "april", "june", "august"})  # fmt: skip

_OPENERS = frozenset(word.capitalize() for word in _STOPPERS)
"""Words that begin a sentence and name nobody, as they stand there: half of what looks like a name."""

_FEMALE_TITLES = frozenset("""
    mrs ms miss madam dame lady queen princess sister actress congresswoman spokeswoman chairwoman councilwoman assemblywoman
    businesswoman mother woman girl wife daughter niece aunt grandmother heroine waitress hostess
""".split())  # fmt: skip
_MALE_TITLES = frozenset("""
    mr sir lord king prince father brother actor congressman spokesman chairman councilman assemblyman businessman pope man
    boy husband son nephew uncle grandfather
""".split())  # fmt: skip


def fold(word: str) -> str:
    """Lower case without accents or a final full stop: the form in which names are compared."""
    word = word.lower().rstrip(".")
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).replace("’", "'")


class Person:
    """Somebody, or something, that the article names."""

    __slots__ = ("count", "first", "forms", "gender", "kind", "name", "stated", "titles", "words")

    def __init__(self, name: str, words: tuple[str, ...], kind: str, first: int = 0) -> None:
        self.name = name
        self.words = words  # folded
        self.kind = kind  # person, body, or "" where the text does not tell
        self.gender = ""  # f, m or "" where the text does not tell
        self.titles: set[str] = set()  # words before the name: russian, president
        self.stated = ""  # f or m: the first gender that a title states, those before the full name before others
        self.forms: dict[str, int] = {}  # spellings of the full name and how often
        self.first = first  # offset of the first mention
        self.count = 0

    def call(self, titles: tuple[str, ...]) -> None:
        """Add the titles of a mention."""
        self.titles.update(titles)
        self.stated = self.stated or title_gender(titles)

    @property
    def last(self) -> str:
        """The surname, folded."""
        words = [w for w in self.words if w not in SUFFIXES]
        return words[-1] if words else self.words[-1]


class Occurrence:
    """One mention of a name."""

    __slots__ = ("end", "name_start", "person", "shown", "start", "text", "titles", "words")

    def __init__(
        self, start: int, name_start: int, end: int, words: tuple[str, ...], shown: str, titles: tuple[str, ...], text: str
    ) -> None:
        self.start, self.end = start, end  # titles included
        self.name_start = name_start
        self.words = words  # folded, titles not included
        self.shown = shown
        self.titles = titles
        self.text = text  # the article's
        self.person: Person | None = None

    @property
    def possessive(self) -> bool:
        """Whether 's stands behind it."""
        text, end = self.text, self.end
        return text[end : end + 2] in ("'s", "’s") or (text[end : end + 1] in ("'", "’") and self.shown.endswith("s"))

    @property
    def behind(self) -> bool:
        """Whether a preposition stands before it."""
        before = self.text[max(0, self.start - 14) : self.start]
        words = before.split()
        return bool(words) and before[-1] in " \u00a0" and words[-1].lower() in PREPOSITIONS


FAR = 400
"""Mentions that a description is followed back over."""


class Cast:
    """The people and bodies of one article and where each is named."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.occurrences: list[Occurrence] = []
        self._collect()
        self._join()
        self.people: list[Person] = []
        self._by_last: dict[str, list[Person]] = {}
        self._by_initials: dict[str, Person] = {}
        self._by_first: dict[str, list[Person]] = {}
        self._gather()
        self._starts = [o.start for o in self.occurrences]

    # ---- gathering ---------------------------------------------------------------------------------------------------
    def _collect(self) -> None:
        article, text = self.article, self.article.text
        self._headlines = [block for block in article.blocks if _headline(text[block.start : min(block.end, block.start + 161)])]
        position = 0
        for pair in article.marked.pairs:
            self._scan(text, position, pair.start)
            position = pair.end
        self._scan(text, position, len(text))

    def _scan(self, text: str, start: int, end: int) -> None:
        add = self.occurrences.append
        for match in _NAME.finditer(text, start, end):
            shown = match[0]
            if shown in _OPENERS:
                continue
            a, b = match.span()
            if "\n" in shown or (self._headlines and self._in_headline(a)):
                continue
            if " " not in shown and "\u00a0" not in shown:
                low = fold(shown)
                if low not in _STOPPERS and low not in _PARTIES:
                    add(Occurrence(a, a, b, (low,), shown, (), text))
                continue
            occurrence = _occurrence(text, [(w[0], a + w.start()) for w in _PART.finditer(shown)], b)
            if occurrence:
                add(occurrence)

    def _in_headline(self, offset: int) -> bool:
        i = bisect_right(self._headlines, (offset, sys.maxsize)) - 1
        return i >= 0 and offset < self._headlines[i].end

    def _join(self) -> None:
        """Join the parts of a body's name: "Office of Management", "U.S. Fish and Wildlife Service"."""
        text, joined = self.article.text, self.occurrences[:1]
        for o in self.occurrences[1:]:
            last = joined[-1]
            link = text[last.end : o.start]
            heads = link in (" of ", " of the ", " for ") and last.words[-1] in _HEADS and not o.titles
            pair = link == " and " and last.words[0] in _NATIONAL and len(o.words) > 1 and o.words[-1] in ORGANISATION_TAILS
            if not (heads or pair):
                joined.append(o)
                continue
            shown = text[last.name_start : o.end]
            words = (*last.words, *link.split(), *o.words)
            joined[-1] = Occurrence(last.start, last.name_start, o.end, words, shown, last.titles, text)
        self.occurrences = joined

    def _gather(self) -> None:
        singles: dict[str, int] = {}
        for o in self.occurrences:
            if len(o.words) == 1:
                singles[o.words[0]] = singles.get(o.words[0], 0) + 1
        groups: dict[tuple[str, ...], Person] = {}
        full = sorted((o for o in self.occurrences if len(o.words) >= 2), key=lambda o: len(o.words))  # stable: shorter names first
        for o in full:
            self._place_full(o, groups, singles)
            if o.person and o.titles:
                o.person.call(o.titles)
        for person in groups.values():
            if person.kind == "person":
                self._by_first.setdefault(person.words[0], []).append(person)
        bare: dict[str, Person] = {}  # whom a surname without a title means, where nothing else decides
        for o in self.occurrences:
            known = o.person or (None if o.titles else bare.get(o.shown))
            person = o.person = known or self._place_single(o, groups)
            if known is None and not o.titles and len(self._by_last.get(o.words[-1], ())) < 2:
                bare[o.shown] = person
            person.count += 1
            if o.titles:
                person.call(o.titles)
        self.people = sorted(groups.values(), key=lambda p: p.first)
        for person in self.people:
            if person.kind == "person":
                person.gender = person.gender or _gender(person)

    def _apposed(self, o: Occurrence) -> bool:
        """Whether an age, an apposition or a relative clause stands beside a name of two or three words: that is a person."""
        if not 2 <= len(o.words) <= 3 or o.words[0] in DEMONYMS or any(w in PLACES for w in o.words):
            return False
        text = self.article.text
        match = _APPOSED.match(text, o.end, o.end + 30)
        if match and (match["words"] is None or any(_role(word) for word in match["words"].split(" "))):
            return True
        before = text[max(0, o.start - 24) : o.start].rstrip()
        return before.endswith(",") and before[:-1].rpartition(" ")[2].lower() in ROLES

    def _place_full(self, o: Occurrence, groups: dict[tuple[str, ...], Person], singles: dict[str, int]) -> None:
        kind = _kind(o, singles) or ("person" if self._apposed(o) else "")
        words = tuple(w for w in o.words if w not in SUFFIXES) if kind == "person" else o.words
        suffix = tuple(w for w in o.words if w in SUFFIXES)
        key = (words[0], words[-1], *suffix) if kind == "person" else o.words
        person = groups.get(key)
        if person is None and kind == "person":
            person = next((p for p in self._by_last.get(words[-1], ()) if self._same(p, words[0], suffix)), None)
        if person is None and len(words) >= 3 and not singles.get(words[-1]):
            caption = groups.get((words[0], words[1]))  # "Vladimir Putin Twitter": a credit runs into the name
            if caption is not None and caption.kind == "person":
                o.person = caption
                return
        if kind == "person" and (role := self.role_before(o)):
            o.titles = (*o.titles, role)
        if person is None:
            person = groups[key] = Person(o.shown, o.words, kind, first=o.start)
            self._by_last.setdefault(person.last, []).append(person)
            if kind == "body":
                self._by_initials.setdefault(_initials(o.words), person)
        person.forms[o.shown] = person.forms.get(o.shown, 0) + 1
        if person.forms[o.shown] > person.forms[person.name]:
            person.name, person.words = o.shown, o.words
        o.person = person

    def role_before(self, o: Occurrence) -> str:
        """The role in "the chairman, Ray Moss", or "" where none stands before the name."""
        text = self.article.text
        if text[o.start - 2 : o.start] != ", ":
            return ""
        word = text[max(0, o.start - 24) : o.start - 2].rpartition(" ")[2].lower()
        return word if word in ROLES else ""

    @staticmethod
    def _same(person: Person, given: str, suffix: tuple[str, ...]) -> bool:
        """Whether a full name with this given name and suffix is that person: Donald Trump Jr. is not Donald Trump."""
        if person.kind != "person" or not same_given(person.words[0], given):
            return False
        theirs = tuple(w for w in person.words if w in SUFFIXES)
        return theirs == suffix or person.words[0] != given

    def _place_single(self, o: Occurrence, groups: dict[tuple[str, ...], Person]) -> Person:
        word = o.words[-1]
        found = [p for p in self._by_last.get(word, ()) if p.kind == "person"]
        gender = title_gender(o.titles[-1:])
        if gender and found:
            found = [p for p in found if _gender(p) in ("", gender)]  # Mr Moss is not Ms Moss
        if len(found) > 1:
            found = _narrowed(found, o)
        if not found and word in lexicon.GIVEN:
            found = self._by_first.get(word, [])
            if len(found) > 1:
                found = []
        if not found and o.shown.isupper() and len(word) > 1:
            found = [self._by_initials[word]] if word in self._by_initials else []
        if found:
            return found[0]
        person = groups.get((word,))
        if person is None:
            personal = (o.titles and _personal(o.titles)) or (word in lexicon.GIVEN and self.role_before(o))  # his sister, Ann
            person = groups[word,] = Person(o.shown, o.words, "person" if personal else "", first=o.start)
        elif o.titles and _personal(o.titles):
            person.kind = "person"
        return person

    # ---- asking ------------------------------------------------------------------------------------------------------
    def between(self, start: int, end: int) -> list[Occurrence]:
        """The mentions that begin at start <= offset < end."""
        return self.occurrences[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def above(self, offset: int) -> Iterator[Occurrence]:
        """The mentions before the offset, nearest first; at most FAR."""
        last = bisect_left(self._starts, offset)
        for i in range(last - 1, max(-1, last - FAR), -1):
            yield self.occurrences[i]

    def covering(self, offset: int) -> Occurrence | None:
        """The mention that the code point at `offset` belongs to."""
        i = bisect_left(self._starts, offset + 1) - 1
        if i >= 0 and self.occurrences[i].end > offset:
            return self.occurrences[i]
        return None


_APPOSED = re.compile(r",? \(?\d\d\b|, (?:who|whose)\b|, (?:an?|the|his|her) (?P<words>(?:[\w-]+ ){0,2}[\w-]+)")
_PART = re.compile(r"\S+")


def _role(word: str) -> bool:
    """Whether the word is a role, also with more behind a hyphen: president-elect."""
    return word in ROLES or ("-" in word and any(word[:i] in ROLES for i, c in enumerate(word) if c == "-"))


def _headline(line: str) -> bool:
    """Whether a line is in headline dress: "Elizabeth Warren Hammers Wells Fargo CEO" names nobody but Elizabeth Warren."""
    if len(line) > 160:
        return False
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.85 * len(words) and '"' not in line and "“" not in line


_CHIEFS = frozenset("executive financial operating technology marketing medical legal information".split())


def _occurrence(text: str, words: list[tuple[str, int]], end: int) -> Occurrence | None:
    """A mention from the capitalised words of a match: what is not the name is cut off at both ends."""
    low = [fold(w) for w, _ in words]
    a, b = 0, len(words)
    while a < b and low[a] in _STOPPERS and not (low[a] in lexicon.GIVEN and b - a > 1):
        a += 1
    while (
        b > a
        and (low[b - 1] in TIME_WORDS or low[b - 1] in WEEKDAYS_MONTHS)
        and b - a > 1
        and low[b - 1] not in ("april", "june", "august", "may")
    ):
        b -= 1
    if a >= b:
        return None
    if b < len(words):
        end = words[b - 1][1] + len(words[b - 1][0])
    start = a
    for k in range(b - 1, a, -1):  # the last title, or the first given name, begins the name
        if low[k - 1] in TITLES and low[k] not in SUFFIXES and not (low[k - 1] in lexicon.GIVEN and k - 1 > a and low[k - 2] not in TITLES):
            start = k
            break
    if start > a and low[start - 1] == "chief" and low[start] in _CHIEFS and b - start >= 2:
        start += 1  # Chief Executive Hiro Tanabe
    if b - start >= 3 and low[start] not in lexicon.GIVEN and low[start + 1] in lexicon.GIVEN and low[start] in ROLES:
        start += 1  # Commuter Ade Bello
    for k in range(start + 1, b - 1):
        if low[k] in lexicon.GIVEN and not any(low[x] in lexicon.GIVEN or len(low[x].replace(".", "")) <= 2 for x in range(start, k)):
            start = k
            break
    if low[b - 1] in _PARTIES:
        return None  # the New York Democrat: a description
    if text[end : end + 5] in (", Jr.", ", Sr."):
        low.append(text[end + 2 : end + 4].lower())
        end, b = end + 5, b + 1
    name_start = words[start][1]
    shown = text[name_start:end]
    if text[end : end + 1] == "." and text[end - 2 : end] in ("Jr", "Sr"):
        end += 1
        shown += "."
    return Occurrence(words[a][1], name_start, end, tuple(low[start:b]), shown, tuple(low[a:start]), text)


def _kind(o: Occurrence, singles: dict[str, int]) -> str:
    words = o.words
    tail = words[-1] if words[-1] not in SUFFIXES or len(words) < 3 else words[-2]
    if (tail in ORGANISATION_TAILS and not (words[0] in lexicon.GIVEN and len(words) == 2)) or "the" in words or "of" in words:
        return "body"
    if words[0] in lexicon.GIVEN or (o.titles and _personal(o.titles)):
        return "person"
    if "." in o.shown.split()[0] and len(words[0].replace(".", "")) <= 2 and words[0] not in ("u.s", "u.k", "u.n", "d.c"):
        return "person"
    if words[0] in DEMONYMS or words[0] in PLACES or tail in PLACES or tail in DEMONYMS:
        return ""
    if len(words) <= 3 and singles.get(tail) and not singles.get(words[0]):
        return "person"
    return ""


_HEADS = frozenset("office department center centers centre bureau university ministry institute bank association federation".split())
_NATIONAL = frozenset("u.s national american federal royal united".split())
_PARTIES = frozenset("democrat republican democrats republicans libertarian conservatives liberals".split())
_PERSONAL = frozenset(
    """
    mr mrs ms miss dr prof professor sen senator rep representative congressman congresswoman gov governor mayor president judge
    justice king queen prince princess pope gen general lt sgt capt officer detective sheriff spokesman spokeswoman secretary
    minister chancellor ambassador chairman chairwoman director sir strategist adviser advisor candidate nominee president-elect
    speaker rev pastor bishop cardinal rabbi attorney manager ceo coach republican democrat democratic libertarian actor actress
    singer author journalist reporter col maj adm commissioner deputy premier leader
""".split()
)


def _personal(titles: tuple[str, ...]) -> bool:
    return titles[-1] in _PERSONAL


def _initials(words: tuple[str, ...]) -> str:
    return "".join(w[0] for w in words if w not in ("of", "the", "and", "for", "de"))


def same_given(a: str, b: str) -> bool:
    """Whether two given names, folded, may be one person's: equal, an initial, a short form."""
    if a == b or (a[0] == b[0] and (len(a.replace(".", "")) == 1 or len(b.replace(".", "")) == 1)):
        return True
    return b in lexicon.NICKNAMES.get(a, ()) or a in lexicon.NICKNAMES.get(b, ())


def _narrowed(found: list[Person], o: Occurrence) -> list[Person]:
    """Of several people of one surname the one meant: by a title's gender, else the one named most, and first among equals."""
    gender = title_gender(o.titles)
    if gender:
        fitting = [p for p in found if _gender(p) == gender]
        found = fitting or found
    plain = [p for p in found if not SUFFIXES & set(p.words)]  # "Trump" is the father, as long as the son is "Trump Jr."
    return [max(plain or found, key=lambda p: (sum(p.forms.values()), -p.first))]


def title_gender(titles: tuple[str, ...]) -> str:
    """The gender that a title states: f, m or ""."""
    for title in titles:
        if title in _FEMALE_TITLES:
            return "f"
        if title in _MALE_TITLES:
            return "m"
    return ""


def _gender(person: Person) -> str:
    if person.stated:
        return person.stated
    for word in person.words[:-1]:
        if word in lexicon.ONE_GENDER_FEMALE:
            return "f"
        if word in lexicon.ONE_GENDER_MALE:
            return "m"
        if word in lexicon.EITHER:
            return ""
    return ""
