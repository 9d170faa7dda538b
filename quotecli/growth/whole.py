"""Comparing all quotations of an archive, and keeping by what the next ones find those that they touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from quotecli import __version__
from quotecli.compare import index as keyed
from quotecli.compare.candidates import SMALL
from quotecli.compare.clusters import clusters_of, field_of, spoken_of
from quotecli.compare.corrections import corrected
from quotecli.compare.evidence import Refrains, short_sentences
from quotecli.compare.kin import Kin
from quotecli.compare.links import Compared, Link, Links
from quotecli.compare.score import wording
from quotecli.keep.index import StoredLink
from quotecli.model import Cluster, Quote, Skipped, Source

if TYPE_CHECKING:
    from quotecli.keep.store import Archive


def compare_all(store: Archive, number: int, compared: Compared | None, old: Iterable[int] | None = None) -> None:
    """Compare everything with everything; of a large collection keep keys and links, by which the next articles find what they touch.

    `old` are the rows of utterances that need not be worked out again where they come out the same.
    """
    kept = [one for one in store.articles("linked") if not isinstance(one, Skipped)]
    sources, quotes = [one.source for one in kept], [quote for one in kept for quote in one.quotes]
    spoken = spoken_of(quotes)
    field, links = field_of(spoken, Kin(sources, len(spoken))), list[Link]()

    def parts() -> Iterator[list[Link]]:
        for part in field.parts(compared):
            links.extend(part)
            yield part

    found = clusters_of(parts(), field, sources, quotes)
    store.reset_speakers()
    put_utterances(store, old, found, sources, quotes)
    store.index.clear()
    members = list(field.members())
    if len(members) > SMALL:
        keep_index(store, field, members, links)
        store.index.done(__version__, number)


def put_utterances(
    store: Archive, old: Iterable[int] | None, found: Sequence[Cluster], sources: Sequence[Source], quotes: Sequence[Quote]
) -> None:
    """Keep utterances in the place of old ones, and who said them where other articles tell better than the one that prints it."""
    read_again, clusters = corrected(quotes, found, sources)
    store.replace_utterances(old, clusters)
    for before, after in zip(quotes, read_again, strict=True):
        if before is not after:
            store.known_as(after.id, after.speaker and after.speaker.name)


def keep_index(store: Archive, field: Links, members: Sequence[tuple[int, ...]], links: Iterable[Link]) -> None:
    """Keep what the links were made by: of each voice its keys, of each article what it says again and again."""
    numbers, found = [], []
    said: list[tuple[str, str | None, tuple[str, ...]]] = []
    for quotes in members:
        first = field.spoken[quotes[0]]
        own = wording(first)
        traits = keyed.traits_of(own)
        voice, _ = store.index.voice(keyed.sign_of(first, own), traits)
        numbers.append(voice)
        found += [(key, voice) for key in keyed.keys_of(own)]
        for quote in (field.spoken[index] for index in quotes):
            store.index.speaks(store.number(quote.id), voice)
            said += short_sentences(quote, own)
    store.index.add_keys(sorted(found))
    store.index.keep_rooms((taken, 0, voice) for taken, voice in zip(field.taken(), numbers, strict=True))
    store.index.link(stored(link, numbers) for link in links if link.a.voice != link.b.voice)
    refrains = Refrains.counted(said)
    for name in sorted({quote.source for quote in field.spoken}):
        store.index.tell(store.index.article(name), field.kin.silent(name), sorted(refrains.said.get(name, ())))


def stored(link: Link, numbers: Sequence[int] | Mapping[int, int]) -> StoredLink:
    """A link between the numbers that voices have in the archive."""
    ends = sorted((numbers[end.voice], int(end.low), int(end.high)) for end in (link.a, link.b))  # of arrays they are numpy's numbers
    return StoredLink(*ends[0], *ends[1], link.strength)
