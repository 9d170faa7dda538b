"""The names in an article's own words: where each stands, its titles, its bounds.

A name is a run of capitalised words. What a sentence, a heading or a calendar gives a capital to is cut off at both ends; what a title is
stands before the name. Nothing here decides whose name it is.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from quotecli.find.article import Article
from quotecli.lexicon.en import mentions as small
from quotecli.lexicon.en.people import BODY_HEADS, CHIEFS, NATIONAL, OFFICES, ORGANISATION_TAILS, PARTIES, ROLES, SUFFIXES, TITLES
from quotecli.lexicon.en.words import NOT_ADVERBS, PREPOSITIONS, TIME_WORDS, WEEKDAYS_MONTHS
from quotecli.text import behind_a_blank

if TYPE_CHECKING:
    from quotecli.find.persons import Person

_PLAIN = "[A-ZÀ-ÖØ-ÞĀ-Ž]", r"[\w-]*"
_ANY = r"\p{Lu}[\p{M}\u00ad\u200b-\u200d\u2060]*", r"[\w\p{M}\u00ad\u200b-\u200d\u2060-]*"
_UNUSUAL = re.compile(r"[^\0-\u00ac\u00ae-\u017e](?<![\u2000-\u200a\u2010-\u205f])(?<![\u2070-\u2bff])(?<![\ud800-\uf8ff])")
"""Characters that `re` has no word for: combining marks, soft hyphens, capitals beyond Latin. Told by what they are not, a range or two at
a time: that is made ten times as soon, at every start, and twice as fast."""
_FORMAT = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065)])


@cache
def _name_in(unusual: bool) -> Any:
    """The pattern of a name. `regex` reads any script and is three times as slow, so it is asked only where the text needs it."""
    capital, rest = _ANY if unusual else _PLAIN
    titles = "".join(rf"|(?<={first})(?:{tails})\." for first, tails in small.ABBREVIATED.items())
    # A capital first, so that the scan stays in C; then an initial, an abbreviated title, or the rest of the word.
    word = capital + rf"(?:\.(?:[A-Z]\.){{0,3}}{titles}|{rest}(?:['’](?!s\b)\w+){{0,2}})"
    particles, joined = "|".join(small.NAME_PARTICLES), "|".join(small.JOINED_PARTICLES)
    name = rf"{word}(?:[ \u00a0]{{1,2}}(?:(?:{particles})[ \u00a0]){{0,2}}(?:(?:{joined})-)?{word}){{0,7}}"
    if not unusual:
        return re.compile(name)
    import regex

    return regex.compile(name)


LONGEST_HEADLINE = 160
_SHORT_JUNIORS = "Jr", "Sr"
_JUNIORS = tuple(f", {form}." for form in _SHORT_JUNIORS)
KEPT = 8_192
"""Words and names whose reading is kept: news says the same ones over and over, and a megabyte of it half as many."""
_PART = re.compile(r"\S+")


@lru_cache(KEPT)
def fold(word: str) -> str:
    """Lower case without accents, format characters or a final full stop: the form in which names are compared."""
    word = word.lower().rstrip(".")
    if word.isascii():
        return word
    word = unicodedata.normalize("NFD", word).translate(_FORMAT)
    return "".join(c for c in word if not unicodedata.combining(c)).replace("’", "'")


def clean(name: str) -> str:
    """A name as it is shown: as printed, without format characters."""
    return name if name.isascii() else name.translate(_FORMAT)


class Mention:
    """One mention of a name."""

    __slots__ = ("_before", "end", "name_start", "person", "shown", "start", "text", "titles", "weight", "words")

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
        self.weight: int | None = None  # what stands around it, once asked
        self._before: str | None = None

    @property
    def possessive(self) -> bool:
        """Whether 's stands behind it."""
        text, end = self.text, self.end
        return text[end : end + 2] in ("'s", "’s") or (text[end : end + 1] in ("'", "’") and self.shown.endswith("s"))

    @property
    def behind(self) -> bool:
        """Whether a preposition stands before it."""
        return self.before in PREPOSITIONS

    @property
    def before(self) -> str:
        """The word right before it, lower case, "" where a mark stands there."""
        if self._before is None:
            self._before = _word_before(self.text, self.start)
        return self._before


def _word_before(text: str, start: int) -> str:
    before = text[max(0, start - 24) : start]
    if before[-1:] not in (" ", "\u00a0"):
        return ""
    return before[:-1].rpartition(" ")[2].rpartition("\n")[2].lower()


def find_names(article: Article) -> tuple[list[Mention], list[Mention]]:
    """The mentions outside quotations, in order; and those of lines in headline dress, which name somebody only where nothing else does."""
    text = article.text
    headlines = [block for block in article.blocks if block.end - block.start <= LONGEST_HEADLINE and _headline(text[slice(*block)])]
    pattern = _name_in(not text.isascii() and _UNUSUAL.search(text) is not None)
    juniors = any(form in text for form in _JUNIORS)
    dressed = headlines[-1].end if headlines else 0  # behind it, no line is in headline dress
    found: list[Mention] = []
    spare: list[Mention] = []
    position = 0
    for start, end in [*((pair.start, pair.end) for pair in article.marked.pairs), (len(text), len(text))]:
        for match in pattern.finditer(text, position, start):
            reading = _read(match[0])
            if reading is None:
                continue
            at = match.start()
            start_of, name_start, end_of, words, shown, titles, asks = reading
            junior = juniors and text.startswith(_JUNIORS, match.end())
            if junior or (asks and (asks == _ALL or opens_sentence(text, at + start_of))):
                mention = _mention(text, match[0], at)
                if mention is None:
                    continue
            else:
                mention = Mention(at + start_of, at + name_start, at + end_of, words, shown, titles, text)
            (spare if at < dressed and _inside(headlines, at) else found).append(mention)
        position = end
    return _joined(text, found), spare


def _inside(blocks: list[Any], offset: int) -> bool:
    i = bisect_right(blocks, (offset, sys.maxsize)) - 1
    return i >= 0 and offset < blocks[i].end


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at the offset, where a capital tells nothing."""
    before = text[max(0, start - 4) : start].rstrip(" \u00a0")
    return not before or before[-1] in '.!?…:\n”"“’'


def _headline(line: str) -> bool:
    """Whether a line is in headline dress: "Elizabeth Warren Hammers Wells Fargo CEO" names nobody but Elizabeth Warren."""
    if '"' in line or "“" in line:
        return False
    initials = [word[0] for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(initials) >= 4 and len([c for c in initials if c.isupper()]) >= 0.85 * len(initials)


class _Reading(NamedTuple):
    """What a run of capitalised words says by itself: the offsets of the name in it, its words; and whether more must be asked."""

    start: int
    name_start: int
    end: int
    words: tuple[str, ...]
    shown: str
    titles: tuple[str, ...]
    asks: int


_NOTHING, _BEGINS, _ALL = range(3)
"""What the text around decides: nothing; something where a sentence begins with the name; something anywhere."""


@lru_cache(KEPT)
def _read(shown: str) -> _Reading | None:
    """The reading of a run of capitalised words as if it stood alone; None where it names nobody wherever it stands."""
    if " " not in shown and "\u00a0" not in shown:
        low = fold(shown)
        if low in small.STOPPERS or low in PARTIES:
            return None
        asks = _ALL if low in small.NAMING_MONTHS or low.endswith(small.ADVERB_ENDING) else _NOTHING
        return _Reading(0, 0, len(shown), (low,), clean(shown), (), asks)
    words = [(w[0], w.start()) for w in _PART.finditer(shown)]
    doubtful = fold(words[0][0]) in small.NAMING_MONTHS or shown.endswith(_SHORT_JUNIORS)
    m = _bounded(shown, words, len(shown))
    if m is None:
        return _Reading(0, 0, 0, (), "", (), _ALL) if doubtful else None
    bare = not m.titles and len(m.words) > 1
    if doubtful or (bare and (m.words[0] in OFFICES or f" {m.words[0]}" in shown)):
        asks = _ALL
    else:
        asks = _BEGINS if bare and len(m.words) > 2 else _NOTHING
    return _Reading(m.start, m.name_start, m.end, m.words, m.shown, m.titles, asks)


def _mention(text: str, shown: str, start: int) -> Mention | None:
    if " " not in shown and "\u00a0" not in shown:
        low = fold(shown)
        if low in small.STOPPERS or low in PARTIES or (low in small.NAMING_MONTHS and _word_before(text, start) in small.BEFORE_A_MONTH):
            return None
        if low.endswith(small.ADVERB_ENDING) and low not in NOT_ADVERBS and opens_sentence(text, start):
            return None
        return Mention(start, start, start + len(shown), (low,), clean(shown), (), text)
    words = [(w[0], start + w.start()) for w in _PART.finditer(shown)]
    return _bounded(text, words, start + len(shown))


def _bounded(text: str, words: list[tuple[str, int]], end: int) -> Mention | None:
    """A mention from the capitalised words of a match: what is not the name is cut off at both ends."""
    low = [fold(w) for w, _ in words]
    a, b = _trimmed(text, low, words[0][1])
    if a >= b or low[b - 1] in PARTIES:
        return None  # the New York Democrat: a description
    if b < len(words):
        end = words[b - 1][1] + len(words[b - 1][0])
    start = _behind_titles(text, low, a, b, words[a][1])
    if text[end : end + 5] in _JUNIORS:
        low[b:] = [text[end + 2 : end + 4].lower()]
        end, b = end + 5, b + 1
    name_start = words[start][1]
    shown = text[name_start:end]
    if text[end : end + 1] == "." and text[end - 2 : end] in _SHORT_JUNIORS:
        end += 1
        shown += "."
    return Mention(words[a][1], name_start, end, tuple(low[start:b]), clean(shown), tuple(low[a:start]), text)


def _trimmed(text: str, low: list[str], start: int) -> tuple[int, int]:
    """The words from a up to b, without those that only a sentence, a heading or a calendar gives a capital to."""
    a, b = 0, len(low)
    before = _word_before(text, start) if low[0] in small.NAMING_MONTHS else ""
    while a < b and (low[a] in small.STOPPERS or (low[a] in small.NAMING_MONTHS and before in small.BEFORE_A_MONTH)):
        before = low[a]  # In April Dorran told
        a += 1
    while b - a > 1 and (low[b - 1] in TIME_WORDS or low[b - 1] in WEEKDAYS_MONTHS) and low[b - 1] not in small.NAMING_MONTHS:
        b -= 1
    return a, b


def _behind_titles(text: str, low: list[str], a: int, b: int, offset: int) -> int:
    """Where the name begins behind its titles: the last title, or the last role of a run that leaves two words, opens it.

    Whether a word is a title or a given name ("Chase", "Dean", "Marshal") is not to be seen; a title before another word is taken for one,
    which cuts "Dean Ray" to "Ray" until "Dean Ray" comes without a place for a title.
    """
    start = a
    for k in range(b - 1, a, -1):
        if low[k] not in SUFFIXES and (low[k - 1] in TITLES or (b - k >= 2 and _role(low[k - 1]))):
            start = k  # Goalkeeper-in-chief Ade Bello
            break
    if start > a and low[start - 1] in small.SAINTS and low[b - 1] in ORGANISATION_TAILS:
        return start - 1  # Saint Brannock Hospital
    if start > a and low[start - 1] in small.CHIEF and low[start] in CHIEFS and b - start >= 2:
        start += 1  # Chief Executive Hiro Tanabe
    of_office = start == a and text[offset - 4 : offset] == small.OF and _word_before(text, offset - 3) in TITLES
    if of_office and b - start >= 2 and low[start] in OFFICES:
        start += 1 + (b - start >= 3 and low[start + 1] in OFFICES)  # Secretary of State Ann Lee, of Homeland Security Ann Lee
    if start == a and b - start >= 3 and opens_sentence(text, offset) and behind_a_blank(text, low[a]):
        start += 1  # "praised the goalkeeper. Goalkeeper Joe Hale said"
    return start


def _role(word: str) -> bool:
    return word in ROLES or word.partition("-")[0] in ROLES


def _joined(text: str, found: list[Mention]) -> list[Mention]:
    """Join the parts of one name: "Office of Management", "U.S. Fish and Wildlife Service", Karl “Shorty” Mott."""
    joined = found[:1]
    for mention in found[1:]:
        last = joined[-1]
        if not 2 < mention.start - last.end < 32:
            joined.append(mention)
            continue
        link = text[last.end : mention.start]
        heads = last.words[-1] in BODY_HEADS and link in small.OF_A_BODY and not mention.titles
        several, national = len(mention.words) > 1, last.words[0] in NATIONAL
        pair = several and national and mention.words[-1] in ORGANISATION_TAILS and link.strip() == small.AND
        nickname = link[1] in _OPENS_NICKNAME and not mention.titles and re.fullmatch(_NICKNAME, link) is not None
        if not (heads or pair or nickname):
            joined.append(mention)
            continue
        words = (*last.words, *(() if nickname else link.split()), *mention.words)
        shown = f"{last.shown} {mention.shown}" if nickname else text[last.name_start : mention.end]
        joined[-1] = Mention(last.start, last.name_start, mention.end, words, shown, last.titles, text)
    return joined


_OPENS_NICKNAME = "“\"‘'("
_NICKNAME = r" (?:[“\"‘'][^\W\d_][^“”\"‘’',.?!]{1,20}[”\"’']|\([“\"][^”\"]{1,20}[”\"]\)) "
