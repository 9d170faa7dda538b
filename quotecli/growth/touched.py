"""What new, changed and removed articles touch, compared anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from quotecli import __version__
from quotecli.compare import index as keyed
from quotecli.compare.candidates import SMALL
from quotecli.compare.clusters import clusters_of, field_of, spoken_of
from quotecli.compare.evidence import Refrains
from quotecli.compare.kin import Kin, day_of, make_room, unknown
from quotecli.compare.links import Compared, Link, Links, Stretch
from quotecli.compare.score import Wording, wording
from quotecli.growth.neighbours import Neighbours, Pairs
from quotecli.growth.whole import compare_all, put_utterances, stored
from quotecli.keep import rows
from quotecli.keep.index import StoredLink
from quotecli.model import Quote, Span

if TYPE_CHECKING:
    from quotecli.keep.store import Archive


class Growth:
    """One change of an archive: voices that are new or other than before, and what they touch."""

    def __init__(self, store: Archive, spoken: int, compared: Compared | None) -> None:
        self.store, self.index, self.spoken, self.compared = store, store.index, spoken, compared
        self.kin = Kin((), spoken)
        self.kin.texts = self.texts = Texts(store)
        self.refrains = Refrains({})
        self.new: set[int] = set()  # voices that nobody had before
        self.keys: list[tuple[int, int]] = []  # of these; put in at a time
        self.touched: set[int] = set()  # voices whose links are to be made anew
        self.dirty: set[int] = set()  # voices whose families are to be made anew
        self.quotes: dict[int, list[Quote]] = {}  # by voice, once they were asked for: nothing changes them after `let_go`
        self.read: dict[str, Wording] = {}  # by quotation

    def run(self) -> None:
        """From articles to utterances."""
        for article in self.index.ungrouped():
            self.take_in(article)
        self.add_keys()
        self.let_go()
        if unknown(self.index.compared_of()) != unknown(self.spoken):
            self.touched.update(self.index.silent())
        if self.index.voices() <= SMALL:
            compare_all(self.store, self.spoken, self.compared)
            return
        self.refrains = Refrains(self.index.refrains())
        self.touched = {voice for voice in self.touched if voice in self.near.traits}
        self.link(self.near.pairs(self.touched, self.compared))
        self.bring_together()
        self.index.done(__version__, self.spoken)

    def take_in(self, article: int) -> None:
        """Give the quotations of one article their voices, and keep what is to be known of it."""
        kept = self.store.article(article, "linked")
        self.texts.learn(kept.source.id, kept.source.text)
        spoken = spoken_of(kept.quotes)
        wordings = {index: self.reading(quote) for index, quote in enumerate(spoken)}
        for index, quote in enumerate(spoken):
            self.give_voice(quote, wordings[index], self.store.number(quote.id))
        if len(self.keys) > MOST_KEYS:
            self.add_keys()
        refrains = Refrains.of(spoken, wordings).said.get(kept.source.id, ())
        self.index.tell(article, self.kin.silent(kept.source.id), sorted(refrains))

    def give_voice(self, quote: Quote, own: Wording, number: int) -> None:
        """Find or make the voice of a quotation; the one it had before may be nobody's now."""
        sign, traits, before = keyed.sign_of(quote, own), keyed.traits_of(own), self.index.voice_of(number)
        if before is not None and sign is None and not self.index.signed(before):
            voice, new = before, False  # a short one is a voice by itself, whatever its speaker is called
        else:
            voice, new = self.index.voice(sign, traits)
        if voice != before:
            if before is not None:
                self.index.leaves(number)
            self.index.speaks(number, voice)
        if new:
            self.new.add(voice)
            self.keys += [(key, voice) for key in keyed.keys_of(own)]
        self.touched.add(voice)

    def add_keys(self) -> None:
        """Put in the keys of new voices: in order, for those of ten thousand lie on as many pages as there are."""
        self.index.add_keys(sorted(self.keys))
        self.keys = []

    def let_go(self) -> None:
        """Take out the voices that nobody has any more; whatever such a one kept from being compared, or was held against, is touched."""
        self.near = Neighbours(self.index, self.new, self.words)
        for voice, text, pieces in self.index.gone():
            if self.index.sources_of(voice):
                self.touched |= {voice, *self.near.sharing(voice).weights}
            elif voice in self.near.traits:
                left = wording(words_only(text, pieces))
                self.touched.update(self.near.sharing(voice, left).weights)
                self.dirty |= self.index.linked(voice)
                self.index.unlink(voice)
                keys = keyed.keys_of(left)
                self.index.let_go(voice, keys)
                self.near.traits.forget(voice)
                for key in keys:
                    self.touched.update(self.near.closed_up(key, self.near.traits.hefts[voice]))
        self.index.nobody_gone()

    def words(self, voice: int) -> Wording:
        """The wording of a voice."""
        return self.reading(self.members(voice)[0])

    def reading(self, quote: Quote) -> Wording:
        """The wording of a quotation, which several steps ask for."""
        if quote.id not in self.read:
            make_room(self.read, REMEMBERED)
            self.read[quote.id] = wording(quote)
        return self.read[quote.id]

    def members(self, voice: int) -> list[Quote]:
        """The quotations of a voice."""
        if voice not in self.quotes:
            make_room(self.quotes, REMEMBERED)
            self.quotes[voice] = [rows.unchecked(row, row["source"], "linked") for row in self.index.members(voice)]
        return self.quotes[voice]

    # ---- links ---------------------------------------------------------------------------------------------------------
    def link(self, pairs: Pairs) -> None:
        """Make the links of the touched voices anew."""
        for one, other in pairs.parted:
            self.dirty |= {one, other}
            self.index.part(one, other)
        for voice in self.touched:
            self.dirty |= {voice, *self.index.linked(voice)}
            self.index.unlink(voice)
        compared = sorted(pairs.compared, key=lambda both: (max(both), min(both)))
        for start in range(0, len(compared), PAIRS):
            self.compare(compared[start : start + PAIRS])

    def compare(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Make the links of some pairs; they hang on the two alone, so not all wordings need be there at once."""
        field, numbers = self.field({voice for both in pairs for voice in both})
        at = {number: index for index, number in enumerate(numbers)}
        found = [stored(link, numbers) for link in field.among([(min(at[a], at[b]), max(at[a], at[b])) for a, b in pairs])]
        self.index.link(found)
        self.dirty.update(voice for link in found for voice in (link.a, link.b))

    def field(self, voices: Iterable[int]) -> tuple[Links, list[int]]:
        """Some voices made ready for comparing, and the number of each in the archive."""
        members = {voice: self.members(voice) for voice in voices}
        number_of = {quote.id: voice for voice, quotes in members.items() for quote in quotes}
        spoken = spoken_of(quote for quotes in members.values() for quote in quotes)
        self.kin.dates |= {name: day for name, said in self.index.dates({quote.source for quote in spoken}) if (day := day_of(said))}
        field = field_of(spoken, self.kin, refrains=self.refrains, read=self.reading)
        return field, [number_of[spoken[quotes[0]].id] for quotes in field.members()]

    # ---- utterances ----------------------------------------------------------------------------------------------------
    def bring_together(self) -> None:
        """Make the utterances of all families anew that are touched, or that fell apart."""
        families = self.families(voice for voice in self.dirty if voice in self.near.traits)
        old = self.index.utterances_of(families)
        links = [link for voice in families for link in self.index.links_from(voice)]
        tied = {voice for link in links for voice in (link.a, link.b)}
        field, numbers = self.field(voice for voice in families if voice in tied or self.index.sources_of(voice) > 1)
        at = {number: index for index, number in enumerate(numbers)}
        several = [index for index, quotes in enumerate(field.members()) if len({field.spoken[quote].source for quote in quotes}) > 1]
        own = [link for index in several for link in field.own(index)]
        both = [*own, *(restored(link, at) for link in links)]
        kept = [self.store.article(self.index.article(name), "linked") for name in sorted({quote.source for quote in field.spoken})]
        quotes = [quote for one in kept for quote in one.quotes]
        sources = [one.source for one in kept]
        self.store.reset_speakers(families)
        put_utterances(self.store, old, clusters_of([both], field, sources, quotes), sources, quotes)

    def families(self, voices: Iterable[int]) -> set[int]:
        """Some voices with all that hang together with them by links."""
        found, waiting = set[int](), list(voices)
        while waiting:
            voice = waiting.pop()
            if voice not in found:
                found.add(voice)
                waiting += self.index.linked(voice)
        return found


def restored(link: StoredLink, at: Mapping[int, int]) -> Link:
    """A link between voices as they are numbered in a field."""
    one, two = sorted([Stretch(at[link.a], link.a_low, link.a_high), Stretch(at[link.b], link.b_low, link.b_high)])
    return Link(link.strength, one, two)


def words_only(text: str, pieces: str) -> Quote:
    """A quotation of which only the words are left."""
    spans = tuple(Span(*piece) for piece in json.loads(pieces))
    return Quote("", "", 0, len(text), 1, 1, text, spans, "direct")


class Texts(Mapping[str, str]):
    """The articles' texts by name, read from the archive when they are asked for; the last ones are kept at hand."""

    def __init__(self, store: Archive) -> None:
        self.store = store
        self.at_hand: dict[str, str] = {}

    def learn(self, name: str, text: str) -> None:
        """Keep one at hand."""
        while len(self.at_hand) >= AT_HAND:
            del self.at_hand[next(iter(self.at_hand))]
        self.at_hand[name] = text

    def __getitem__(self, name: str) -> str:
        if name not in self.at_hand:
            self.learn(name, self.store.index.text(name))
        return self.at_hand[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.store.names())

    def __len__(self) -> int:
        return self.store.size()


MOST_KEYS = 1 << 19
"""Keys that wait to be put in, sixty megabytes."""
PAIRS = 64_000
"""Pairs that are compared at a time, with their wordings in memory: two hundred megabytes."""
REMEMBERED = 1 << 14
"""Quotations that are read only once: as many megabytes again."""
AT_HAND = 256
"""Texts: as many as a few events have articles."""
