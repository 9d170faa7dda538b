"""What was weighed for each quotation: everybody who may have said it, what speaks for each, and who is meant."""

from __future__ import annotations

from quotecli.find.article import Article
from quotecli.find.door import NESTED_CERTAINTY, Found, find_in
from quotecli.find.meant import Answer
from quotecli.find.site import Candidate
from quotecli.find.weigh import shares, weights
from quotecli.model import Contender, Meant, Quote, Sign, Source, Weighing

NESTED = "nested"
"""Why somebody is meant inside a quotation: the words are taken as they stand, and "I" is whoever says the outer one."""


def find_explained(source: Source) -> Found:
    """The quotations of `source` as `find_quotes` has them, with what was weighed for each."""
    article, found = find_in(source)
    return found._replace(weighings=tuple(_weighing(article, quote) for quote in found.quotes))


def _weighing(article: Article, quote: Quote) -> Weighing:
    candidates = article.candidates.get(quote.start, [])
    ranked, none = shares(article.sites[quote.start], candidates)
    contenders = tuple(_contender(article.text, *one) for one in ranked)
    return Weighing(quote.id, contenders, round(none, 3), _meant(article, quote))


def _contender(text: str, one: Candidate, share: float) -> Contender:
    table = weights()
    signs = sorted((Sign(name, table.get(name, 0.0)) for name in one.signs), key=lambda sign: -abs(sign.weight))
    return Contender(text[one.start : one.end], one.start, one.end, one.via, round(share, 3), tuple(signs))


def _meant(article: Article, quote: Quote) -> Meant | None:
    if quote.speaker is None:
        return None
    answer: Answer | None = article.answers.get(quote.start)
    if answer is None:
        return Meant(quote.speaker.name, NESTED, NESTED_CERTAINTY)
    other = answer.instead()
    return Meant(answer.name, answer.why.value, answer.certainty, other.name if other is not None else None)
