"""The cluster checks the speaker: where others print who said it, “he” and “the candidate” are read again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quotecli.compare.conflicts import conflicts_of, people, speaker_of
from quotecli.compare.evidence import SHORT
from quotecli.compare.people import clash, elder, guessed, known, name_words, same_name
from quotecli.compare.words import folded, plain, words
from quotecli.model import Cluster, Conflict, Quote, Source, Speaker

SURE = 0.9  # confidence from which a name that an article prints is a witness
ALIKE = 0.8  # of the shorter of two wordings that must be the same words, in whatever order


class Witness(NamedTuple):
    """Somebody whom other articles name outright for the words of a quotation."""

    name: str
    confidence: float


def corrected(
    quotes: Sequence[Quote], clusters: Sequence[Cluster], sources: Iterable[Source]
) -> tuple[tuple[Quote, ...], tuple[Cluster, ...]]:
    """The quotations and clusters, with the speakers read again that an article does not name and others do.

    Only where all others that print a name print one, for the same words. Where the article names that person anywhere, “he” is that
    person; where it does not, whom “he” means is no longer told. The cluster keeps whom it was taken for.
    """
    by_id, texts = {quote.id: quote for quote in quotes}, {source.id: source.text for source in sources}
    told: defaultdict[str, list[Witness]] = defaultdict(list)
    for cluster in clusters:
        for quote, witness in testimony(cluster, by_id):
            told[quote].append(witness)
    changed = {
        quote: new for quote, witnesses in told.items() if (new := read_again(by_id[quote], witnesses, texts)) != by_id[quote].speaker
    }
    if not changed:
        return tuple(quotes), tuple(clusters)
    now = {**by_id, **{quote: by_id[quote]._replace(speaker=speaker) for quote, speaker in changed.items()}}
    return tuple(now[quote.id] for quote in quotes), tuple(retold(cluster, by_id, now, changed) for cluster in clusters)


def testimony(cluster: Cluster, by_id: Mapping[str, Quote]) -> Iterator[tuple[str, Witness]]:
    """The quotations of a cluster whose reading its other articles contradict, each with whom they name."""
    printed = {variant.quote: variant.text for variant in cluster.variants}
    quotes = [by_id[quote] for quote in printed]
    groups = people([q for q in quotes if q.speaker and q.speaker.confidence >= SURE and not guessed(q)])
    if len(groups) != 1:
        return
    (witnesses,) = groups
    name = speaker_of(witnesses) or ""
    for quote in quotes:
        if guessed(quote) and quote.speaker and clash(quote.speaker.name, name):
            near = [w for w in witnesses if w.source != quote.source and alike(printed[w.id], printed[quote.id])]
            if near:
                yield quote.id, Witness(name, max(w.speaker.confidence for w in near if w.speaker))


def alike(a: str, b: str) -> bool:
    """Whether two wordings are the same words, or one is a part of the other, and not just a few words that anybody may say."""
    one, two = sorted(({key for _, key in folded(words(text))} for text in (a, b)), key=len)
    return len(one) > SHORT and len(one & two) >= ALIKE * len(one)


def read_again(quote: Quote, witnesses: Sequence[Witness], texts: Mapping[str, str]) -> Speaker | None:
    """The speaker of a quotation whom others contradict: the person whom they name, if the article knows one of that name, else nobody."""
    speaker = quote.speaker
    if speaker is None:
        return None
    fullest = max(witnesses, key=lambda witness: (len(witness.name), witness.name))
    if all(same_name(fullest.name, one.name) for one in witnesses) and mentioned(fullest.name, texts.get(quote.source, "")):
        return speaker._replace(name=fullest.name, confidence=min(speaker.confidence, fullest.confidence))
    return speaker._replace(name=None) if known(quote) else speaker


def mentioned(name: str, text: str) -> bool:
    """Whether the last name stands in a text."""
    return re.search(rf"\b{re.escape(elder(name_words(name))[-1])}\b", plain(text)) is not None


def retold(cluster: Cluster, before: Mapping[str, Quote], now: Mapping[str, Quote], changed: Mapping[str, Speaker | None]) -> Cluster:
    """The cluster with the conflicts that are left, and those that were settled."""
    ids = dict.fromkeys(variant.quote for variant in cluster.variants)
    if ids.keys().isdisjoint(changed):
        return cluster
    quotes = sorted((now[quote] for quote in ids), key=lambda q: (q.source, q.start, q.end))
    speaker = speaker_of(quotes)
    settled = [
        Conflict("corrected", spk.name or "", (quote,), spk.mention) for quote in ids if quote in changed and (spk := before[quote].speaker)
    ]
    return cluster._replace(speaker=speaker, conflicts=(*conflicts_of(quotes, speaker), *settled))
