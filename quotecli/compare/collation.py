"""Two wordings held together, and a cluster laid out for reading: who prints which, an alignment table, and the places that differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.compare.align import Pair
from quotecli.compare.edits import Text, changes, compared, held_against, text_of
from quotecli.compare.people import known
from quotecli.compare.words import Word, keys
from quotecli.model import Cluster, Collation, Column, Edit, Place, Quote, Reading, Token, Variant, Witness


class Slot(NamedTuple):
    """A column in the making: the base's word (None for words that only others have) and each witness's."""

    base: int | None  # index of the base's word
    words: dict[int, Word]  # by witness


class Differing(NamedTuple):
    """One edit of one witness, on the columns it covers."""

    start: int
    end: int
    witness: int
    edit: Edit


def diff(a: Quote | str, b: Quote | str) -> tuple[Edit, ...]:
    """The differences of `b` from `a`, in the order of `b`; offsets are in the article of `b` (in `b` itself where it is a string)."""
    return held_against(text_of(a), text_of(b))[1]


def collate(cluster: Cluster, quotes: Sequence[Quote]) -> Collation:
    """The cluster as an alignment table against its fullest wording, the base.

    `quotes` are those that the cluster was made from. Wordings that agree to the letter share a witness; a difference of marks or case only
    makes another one, and its readings are of type typographic. Places may overlap: one witness ends early where another goes on and
    differs. Raises KeyError where a quotation of the cluster is missing from `quotes`.
    """
    by_id = {quote.id: quote for quote in quotes}
    witnesses = witnesses_of(cluster, by_id)
    texts = [text_of(by_id[w.variants[0].quote]).within(w.variants[0].start, w.variants[0].end) for w in witnesses]
    if not texts:
        return Collation(cluster, (), (), ())
    aligned = [compared(texts[0], text).places for text in texts[1:]]
    slots = table(texts, aligned)
    return Collation(cluster, witnesses, tuple(column(slot, texts) for slot in slots), places(texts, slots))


def witnesses_of(cluster: Cluster, quotes: dict[str, Quote]) -> tuple[Witness, ...]:
    """The wordings in the cluster's order, each with all that print it so."""
    groups: defaultdict[str, list[Variant]] = defaultdict(list)
    for variant in cluster.variants:
        groups[" ".join(variant.text.split())].append(variant)
    return tuple(Witness(vs[0].text, tuple(vs), tuple(known(quotes[v.quote]) for v in vs)) for vs in groups.values())


# ---- the table ---------------------------------------------------------------------------------------------------------
def table(texts: Sequence[Text], aligned: Sequence[Sequence[Pair]]) -> list[Slot]:
    """The columns: every word of the base, and between them the words that only others have."""
    extra: defaultdict[int, list[dict[int, Word]]] = defaultdict(list)  # before which word of the base
    beside: defaultdict[int, dict[int, Word]] = defaultdict(dict)
    for witness, (text, pairs) in enumerate(zip(texts[1:], aligned, strict=True), start=1):
        for (low, high), right, _ in pairs:
            own = text.words[slice(*right)]
            for index, word in zip(range(low, high), own, strict=False):
                beside[index][witness] = word
            insert(extra[high], witness, own[high - low :])
    slots: list[Slot] = []
    for index in range(len(texts[0].words) + 1):
        slots += [Slot(None, words) for words in extra[index]]
        if index < len(texts[0].words):
            slots.append(Slot(index, {0: texts[0].words[index], **beside[index]}))
    return slots


def insert(columns: list[dict[int, Word]], witness: int, own: Sequence[Word]) -> None:
    """Put words that the base lacks into columns, beside the same words of other witnesses where there are any."""
    at = next((i + 1 for i in range(len(columns) - 1, -1, -1) if witness in columns[i]), 0)
    for word in own:
        same = next((i for i in range(at, len(columns)) if form(next(iter(columns[i].values()))) == form(word)), None)
        if same is None:
            columns.insert(at, {witness: word})
            at += 1
        else:
            columns[same][witness] = word
            at = same + 1


def form(word: Word) -> tuple[str, ...]:
    """By what words that only some witnesses have are brought into one column."""
    return keys(word.text, word.kind) or (word.text,)


def column(slot: Slot, texts: Sequence[Text]) -> Column:
    """A slot with each witness's token, and whether it agrees with the base to the letter."""
    tokens = tuple(token(slot.words.get(witness)) for witness in range(len(texts)))
    base = tokens[0].text if tokens[0] else None
    return Column(tokens, tuple((t.text if t else None) == base for t in tokens))


def token(word: Word | None) -> Token | None:
    """A word as the table shows it."""
    return Token(word.text, word.start, word.end, word.spaced) if word else None


# ---- the places --------------------------------------------------------------------------------------------------------
def places(texts: Sequence[Text], slots: Sequence[Slot]) -> tuple[Place, ...]:
    """Where some witness differs from the base, in order; witnesses that read the same there share a reading."""
    at = {(witness, word.start): index for index, slot in enumerate(slots) for witness, word in slot.words.items()}
    found: defaultdict[tuple[int, int], list[Differing]] = defaultdict(list)
    bases: dict[tuple[int, int], str] = {}
    for witness, text in enumerate(texts[1:], start=1):
        for run, one in changes(texts[0], text):
            covered = columns_of(run, texts[0], text, witness, at)
            found[covered].append(Differing(*covered, witness, one))
            bases[covered] = one.before
    return tuple(Place(*span, bases[span], readings(found[span])) for span in sorted(found, key=lambda s: (s[0], -s[1])))


def columns_of(run: Sequence[Pair], base: Text, text: Text, witness: int, at: dict[tuple[int, int], int]) -> tuple[int, int]:
    """The columns that a run of differing places covers."""
    mine = [at[witness, word.start] for pair in run for word in text.words[slice(*pair.b)]]
    theirs = [at[0, word.start] for pair in run for word in base.words[slice(*pair.a)]]
    return min(mine + theirs), max(mine + theirs) + 1


def readings(differing: Sequence[Differing]) -> tuple[Reading, ...]:
    """The readings of one place, each with its witnesses."""
    groups: defaultdict[tuple[str, str, bool], list[int]] = defaultdict(list)
    for one in differing:
        groups[one.edit.after, one.edit.type, one.edit.risk].append(one.witness)
    return tuple(Reading(text, tuple(who), kind, risk) for (text, kind, risk), who in groups.items())
