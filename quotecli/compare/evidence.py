"""What no link may hang on: a name, a fragment that others use too, a refrain, a line that is said again on another day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quotecli.compare.passages import NAME, PLAIN
from quotecli.compare.people import known
from quotecli.compare.score import Match, Wording
from quotecli.model import Quote

SHORT = 3  # words of a fragment that needs more than itself
FEW = 6  # words that two people may say without the one having them of the other
BRIEF, AGAIN = 4, 21.0  # words, and nats, up to which a line may be one that somebody says again in another speech
ANEW = 40.0  # nats up to which it may be where its words are not quite the same: who quotes an old speech copies it
WEEK, DAYS = 7, 3  # days between two articles after which it is taken for that, where the words are the same, and where they are not
REFRAIN = 6  # words of a sentence that somebody says again and again


def besides_names(a: Wording, b: Wording, match: Match) -> float:
    """The nats of what two stretches have in common that is no name: who name one Act have not said one thing about it."""
    one, two = cases_in(a, match.a), cases_in(b, match.b)
    shared = [(i, (how, two[key][1])) for key, (i, how) in one.items() if key in two]
    return sum(a.weights[i] for i, both in shared if PLAIN in both or NAME not in both)


def cases_in(wording: Wording, within: tuple[int, int]) -> dict[str, tuple[int, int]]:
    """Of each key of a stretch, where it stands and whether it is a name there; small letters anywhere count for all."""
    found: dict[str, tuple[int, int]] = {}
    for i in range(*within):
        how = wording.cases[i] if wording.cases else PLAIN
        if wording.keys[i] not in found or how == PLAIN:
            found[wording.keys[i]] = i, how
    return found


def plain_weight(wording: Wording) -> float:
    """The nats of a wording's words that are no names."""
    return sum(weight for weight, how in zip(wording.weights, wording.cases, strict=True) if how != NAME)


class Refrains:
    """Short sentences that a speaker says more than once in one article: no telling which of them another article prints."""

    def __init__(self, said: Mapping[str, frozenset[tuple[str, ...]]]) -> None:
        self.said = said  # by article: the sentences as folded forms

    @classmethod
    def of(cls, spoken: Sequence[Quote], wordings: Mapping[int, Wording]) -> Refrains:
        """Those of some articles, all of whose quotations are there; `wordings` by index."""
        return cls.counted(one for index, quote in enumerate(spoken) for one in short_sentences(quote, wordings[index]))

    @classmethod
    def counted(cls, said: Iterable[tuple[str, str | None, tuple[str, ...]]]) -> Refrains:
        """Those among short sentences, each with its article and its speaker."""
        times: defaultdict[str, Counter[tuple[str | None, tuple[str, ...]]]] = defaultdict(Counter)
        for source, speaker, keys in said:
            times[source][speaker, keys] += 1
        found = {source: frozenset(keys for (_, keys), count in own.items() if count > 1) for source, own in times.items()}
        return cls({source: keys for source, keys in found.items() if keys})

    def holds(self, sources: Sequence[str], keys: tuple[str, ...]) -> bool:
        """Whether a stretch is a refrain in one of some articles."""
        return len(keys) <= REFRAIN and any(keys in self.said.get(source, ()) for source in sources)


def short_sentences(quote: Quote, wording: Wording) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """The sentences of a quotation that may be refrains, each with its article and speaker."""
    return [(quote.source, known(quote), wording.keys[low:high]) for low, high in wording.sentences if SHORT <= high - low <= REFRAIN]
