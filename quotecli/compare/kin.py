"""How near two articles are: whether they may report one event, and whether one is a copy of the other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from math import log, sqrt
from typing import Any, NamedTuple

from quotecli.compare.people import name_words
from quotecli.compare.score import FAR, NEAR
from quotecli.compare.words import keys, plain
from quotecli.lexicon.en.frequency import weight
from quotecli.model import Quote, Source, Speaker

try:
    from quotecli.compare._words import telling
except ImportError:  # it was not built

    def telling(text: str, least: int) -> tuple[frozenset[str], frozenset[str]]:
        """As plain Python tells it."""
        return in_python(text, least)


LIKE, UNLIKE = 0.36, 0.31  # likeness from which articles are near, up to which they are far
LONG = 6  # small letters of a word that is long enough to tell what an article is about
REACH = 250  # characters before and after a quotation that tell what it is about
ENOUGH = 4  # words that two quotations should have around them both
LITTLE = 10  # words around a quotation below which they tell nothing
LONELY = 4.0  # nats more where they have none
SILENT = 20  # long words below which an article says too little to tell
AT_HAND = 1 << 13  # articles, and places in them, of which it is known what is compared: some hundred megabytes at most
PAIRS = 1 << 17  # of articles, of which it is known how near they are


@cache
def capitalised() -> re.Pattern[str]:
    """Words that begin with a capital letter: names, mostly."""
    return re.compile(r"\b[A-Z][A-Za-zÀ-ÿ]+")


@cache
def plain_word() -> re.Pattern[str]:
    """Words of five letters and more."""
    return re.compile(r"[^\W\d_]{5,}")


def in_python(text: str, least: int) -> tuple[frozenset[str], frozenset[str]]:
    """The words that begin with a capital letter, and those in so many small letters and more."""
    return frozenset(capitalised().findall(text)), frozenset(re.findall(f"[a-z]{{{least},}}", text))


@cache
def sentence_end() -> re.Pattern[str]:
    """Where a sentence ends, or a paragraph."""
    return re.compile(r"[.!?][”’\"']*\s|\n")


def day_of(published: str | None) -> date | None:
    """The day of an ISO 8601 date; None where there is none."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


class Profile(NamedTuple):
    """What is compared of an article."""

    names: dict[str, float]  # weights by folded form
    size: float  # the root of the sum of the squared weights
    words: frozenset[str]


class Kin:
    """The likeness of articles, computed when asked for.

    Likeness is the cosine of the names, weighed by rarity, plus the cosine of the long words. Of 103 pairs of articles on one event 95 %
    come out above 0.37; of pairs written more than a month apart in one election campaign 0.4 %. So what is wanted of a link does not
    depend on the size of the collection, and adding articles changes nothing between others.
    """

    def __init__(self, sources: Sequence[Source], quotes: int) -> None:
        self.texts: Mapping[str, str] = {source.id: source.text for source in sources}
        self.unknown = unknown(quotes)
        self.dates = {source.id: day for source in sources if (day := day_of(source.published))}
        self.profiles: dict[str, Profile] = {}
        self.near: dict[str, frozenset[str]] = {}
        self.needs: dict[tuple[str, str], float] = {}

    def need(self, a: str, b: str) -> float:
        """The evidence, in nats, wanted of a link between quotations of two articles."""
        pair = (a, b) if a < b else (b, a)
        if pair not in self.needs:
            if self.silent(a) or self.silent(b):
                return self.unknown
            one, two = self.profile(a), self.profile(b)
            share = min(1.0, max(0.0, (likeness(one, two) - UNLIKE) / (LIKE - UNLIKE)))
            make_room(self.needs, PAIRS)
            self.needs[pair] = FAR + share * (NEAR - FAR)
        return self.needs[pair]

    def silent(self, source: str) -> bool:
        """Whether an article says too little to tell how near it is to another."""
        return len(self.profile(source).words) < SILENT

    def apart(self, a: Quote, b: Quote, untold: float = 0.0) -> float:
        """The evidence, in nats, wanted besides where two quotations stand among other words: 0 to LONELY; `untold` where there are few."""
        one, two = self.around(a), self.around(b)
        if min(len(one), len(two)) < LITTLE:
            return untold
        own = frozenset(plain_word().findall(f"{a.text} {b.text}".lower()))
        return LONELY * max(0.0, 1 - len((one & two) - own) / ENOUGH)

    def within(self, a: Quote, b: Quote, days: int) -> bool:
        """Whether the articles of two quotations are so many days apart at most, as far as their dates are known."""
        one, two = self.dates.get(a.source), self.dates.get(b.source)
        return one is None or two is None or abs((one - two).days) <= days

    def quotes(self, a: Quote, b: Quote) -> bool:
        """Whether the sentence in which one of two quotations stands names the speaker of the other, so that one may quote the other."""
        return self.names(a, b.speaker) or self.names(b, a.speaker)

    def names(self, quote: Quote, speaker: Speaker | None) -> bool:
        """Whether a speaker's last name stands in a quotation or in the rest of its sentence."""
        last = name_words(speaker.name)[-1:] if speaker and speaker.name else ()
        text = self.texts.get(quote.source, "")
        before = sentence_end().split(text[max(0, quote.start - REACH) : quote.start])[-1]
        after = sentence_end().split(text[quote.end : quote.end + REACH])[0]
        return bool(last) and last[0] in re.findall(r"\w+", plain(f"{before} {quote.text} {after}"))

    def around(self, quote: Quote) -> frozenset[str]:
        """The words before and after a quotation."""
        if quote.id not in self.near:
            text = self.texts.get(quote.source, "")
            part = f"{text[max(0, quote.start - REACH) : quote.start]} {text[quote.end : quote.end + REACH]}"
            make_room(self.near, AT_HAND)
            self.near[quote.id] = frozenset(plain_word().findall(part.lower()))
        return self.near[quote.id]

    def profile(self, source: str) -> Profile:
        """The names and long words of an article."""
        if source not in self.profiles:
            text = self.texts.get(source, "")
            capitals, words = telling(text, LONG)
            names = {key: weight(key) for word in sorted(capitals) for key in keys(word)}
            make_room(self.profiles, AT_HAND)
            self.profiles[source] = Profile(names, sqrt(sum(w * w for w in names.values())), words)
        return self.profiles[source]


def make_room(known: dict[Any, Any], most: int) -> None:
    """Forget everything where as much is known as may be; what is asked for again is worked out again."""
    if len(known) >= most:
        known.clear()


def unknown(quotes: int) -> float:
    """The evidence, in nats, wanted where nothing is known of two articles: chance grows with the quotations that are drawn from.

    It grows each time that these have doubled: so a collection that grows is not compared anew with every article.
    """
    return max(NEAR, log(1 << (quotes - 1).bit_length()) if quotes > 1 else 0.0)


def likeness(a: Profile, b: Profile) -> float:
    """0 to 2: the cosine of the names plus the cosine of the long words."""
    names = sum(w * w for name, w in a.names.items() if name in b.names) / (a.size * b.size) if a.size and b.size else 0.0
    words = len(a.words & b.words) / sqrt(len(a.words) * len(b.words)) if a.words and b.words else 0.0
    return names + words
