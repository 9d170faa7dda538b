"""What is found, held against what was annotated: counts for the figures, and each miss."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from quotecli.compare import cluster, with_clusters
from quotecli.evaluate.agree import jaccard, names_source, overlap, same_name
from quotecli.evaluate.gold import Annotated, Article, Event
from quotecli.find import find_quotes, link_people
from quotecli.model import SPEECH, Miss, MissName, Quote, Source, Span

COVERED, SHARED = 0.8, 0.5
"""Where names are annotated by their places: the share of an annotated quotation that one found must cover. Elsewhere: the share that both
have in common of what they cover together."""

BINS = (0.9, 0.8, 0.7, 0.6, 0.0)
"""Where the bands of confidence begin."""


class Ratio(NamedTuple):
    """A figure: some counts over others."""

    name: str
    part: tuple[str, ...]
    whole: tuple[str, ...]


RATIOS = (
    Ratio("detection-precision", ("found",), ("said",)),
    Ratio("detection-recall", ("found",), ("speech",)),
    Ratio("detection-f1", ("found", "found"), ("said", "speech")),
    Ratio("exact", ("exact",), ("found",)),
    Ratio("attribution", ("right",), ("sourced",)),
    Ratio("attribution-precision", ("right",), ("given",)),
    Ratio("kept-out", ("kept_out",), ("other",)),
    Ratio("links-f1", ("pairs_right", "pairs_right"), ("pairs_said", "pairs")),
)
"""Every figure. Of quotations that are speech: which are found, and with which bounds; whose speaker is right, of all that are annotated
and of those that are given. Of marks around anything else: which are kept out. Of quotations of two articles: which are brought
together."""


class Tally:
    """Counts, and for each band of confidence and each kind of evidence how many attributions were right of how many given."""

    def __init__(self) -> None:
        self.n: Counter[str] = Counter()
        self.bands: dict[float, list[int]] = {low: [0, 0] for low in BINS}
        self.evidence: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])

    def judged(self, quote: Quote, right: bool) -> None:
        """Count an attribution."""
        assert quote.speaker
        band = next(low for low in BINS if quote.speaker.confidence >= low)
        for counts in (self.bands[band], self.evidence[quote.speaker.via]):
            counts[0] += right
            counts[1] += 1

    def counts(self, ratio: Ratio) -> tuple[int, int]:
        """A figure's two numbers."""
        return sum(self.n[name] for name in ratio.part), sum(self.n[name] for name in ratio.whole)

    def value(self, name: str) -> float:
        """A figure, to four places; 1 where there is nothing to count."""
        part, whole = self.counts(next(ratio for ratio in RATIOS if ratio.name == name))
        return round(part / whole, 4) if whole else 1.0

    def __add__(self, other: Tally) -> Tally:
        """The counts of both."""
        both = Tally()
        both.n = self.n + other.n
        both.bands = {low: [a + b for a, b in zip(self.bands[low], other.bands[low], strict=True)] for low in BINS}
        for name, (right, given) in [*self.evidence.items(), *other.evidence.items()]:
            both.evidence[name][0] += right
            both.evidence[name][1] += given
        return both


def answers(event: Event) -> list[list[Quote]]:
    """What the program finds in the articles of an event, linked where there are several."""
    found = [find_quotes(Source(article.name, article.name, article.text)) for article in event.articles]
    linked = link_people([one.quotes for one in found])
    if len(event.articles) == 1:
        return [list(linked[0])]
    quotes = [quote for article in linked for quote in article]
    quotes = list(with_clusters(quotes, cluster(quotes, [one.source for one in found])))
    return [[quote for quote in quotes if quote.source == article.name] for article in event.articles]


def score(event: Event, found: Sequence[Sequence[Quote]] | None = None) -> tuple[Tally, list[Miss]]:
    """The counts and the misses of an event; `found` are the quotations of each article, else what the program finds."""
    tally, misses = Tally(), list[Miss]()
    matched: dict[str, Quote | None] = {}
    for article, quotes in zip(event.articles, answers(event) if found is None else found, strict=True):
        for gold in article.quotes:
            best = match(article, gold, quotes)
            if gold.speech:
                matched[gold.id] = best
            misses += one(tally, article, gold, best)
        misses += invented(tally, article, quotes)
    if len(event.articles) > 1:
        links(tally, event, matched)
    return tally, misses


def of(quote: Quote) -> Span:
    """The span of a found quotation."""
    return Span(quote.start, quote.end)


def match(article: Article, gold: Annotated, quotes: Sequence[Quote]) -> Quote | None:
    """The quotation that was found for an annotated one."""

    def share(quote: Quote) -> float:
        return overlap(of(quote), gold.span) / (gold.end - gold.start) if article.double else jaccard(of(quote), gold.span)

    best = max(quotes, key=share, default=None)
    return best if best is not None and share(best) >= (COVERED if article.double else SHARED) else None


def one(tally: Tally, article: Article, gold: Annotated, best: Quote | None) -> Iterator[Miss]:
    """Count one annotated quotation; gives the miss, if it is one."""
    if gold.speech is None:
        return
    hit = best is not None and best.kind in SPEECH
    tally.n["said"] += hit
    if not gold.speech:
        tally.n["other"] += 1
        tally.n["kept_out"] += not hit
        if hit:
            yield miss("not kept out", article, gold.span, best=best)
        return
    tally.n["speech"] += 1
    tally.n["found"] += hit
    tally.n["exact"] += hit and best is not None and of(best) == gold.span
    if not hit:
        yield miss("not found", article, gold.span, gold)
    if gold.sourced:
        yield from attributed(tally, article, gold, best if hit else None)


def attributed(tally: Tally, article: Article, gold: Annotated, best: Quote | None) -> Iterator[Miss]:
    """Count whether the right speaker is given; `best` is what was found, if it was."""
    tally.n["sourced"] += 1
    if best is None:
        return
    if best.speaker is None or not (best.speaker.name or gold.source):
        yield miss("nobody named", article, gold.span, gold, best)
        return
    right = is_right(article, gold, best)
    tally.n["given"] += 1
    tally.n["right"] += right
    tally.judged(best, right)
    if not right:
        yield miss("wrong speaker", article, gold.span, gold, best)


def is_right(article: Article, gold: Annotated, best: Quote) -> bool:
    """Whether the speaker is the annotated one: by a name, or by a place."""
    assert best.speaker
    mention = Span(best.speaker.start or 0, best.speaker.end or 0)
    if gold.source and names_source(article.text, gold.span, gold.source, mention, best.speaker.name):
        return True
    return any(same_name(name, best.speaker.name) for name in gold.names)


def invented(tally: Tally, article: Article, quotes: Sequence[Quote]) -> Iterator[Miss]:
    """Count what is found where nothing was annotated."""
    known = [gold.span for gold in article.quotes] + list(article.ignore)
    for quote in quotes:
        looked_at = quote.kind in SPEECH and (not article.double or article.text[quote.start] in '“"')
        if looked_at and not any(overlap(of(quote), span) for span in known):
            tally.n["said"] += 1
            yield miss("not annotated", article, of(quote), best=quote)


def miss(what: MissName, article: Article, span: Span, gold: Annotated | None = None, best: Quote | None = None) -> Miss:
    """What went wrong, to be looked at."""
    expected = gold.names[:1] or [" ".join(article.text[start:end] for start, end in gold.source) or None] if gold else [None]
    speaker = best.speaker if best else None
    said = (speaker.name or speaker.mention, speaker.confidence) if speaker else (None, None)
    return Miss(what, article.name, *span, article.text[span.start : span.end], expected[0], *said)


def links(tally: Tally, event: Event, matched: Mapping[str, Quote | None]) -> None:
    """Count which quotations of two articles are brought together."""
    where = {gold.id: article.name for article in event.articles for gold in article.quotes}
    optional = {name for utterance in event.utterances for name in utterance.optional}
    shared = {pair for utterance in event.utterances for pair in combinations(sorted(set(utterance.quotes)), 2)}
    for a, b in combinations(sorted(matched.keys() - optional), 2):
        if where[a] == where[b]:
            continue
        one, two = matched[a], matched[b]
        linked = bool(one and two and one.id != two.id and set(one.clusters) & set(two.clusters))
        tally.n["pairs"] += (a, b) in shared
        tally.n["pairs_said"] += linked
        tally.n["pairs_right"] += linked and (a, b) in shared
