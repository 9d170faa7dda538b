"""A quotation in its sentence."""

from __future__ import annotations

from quotecli.errors import Misuse
from quotecli.find.sentence_around import sentence_around
from quotecli.model import Quote, Report, Sentence


def sentence_of(report: Report, quote: Quote | str) -> Sentence:
    """The sentence in which a quotation of the report, or the one of this id, stands.

    Raises Misuse where the report has no such quotation, or not the text of its article.
    """
    name = quote if isinstance(quote, str) else quote.id
    found = next((one for one in report.quotes if one.id == name), None)
    source = next((one for one in report.sources if found and one.id == found.source), None)
    if found is None or source is None:
        raise Misuse(f"the report has no quotation {name}")
    if len(source.text) < found.end:
        raise Misuse(f"the report has no text of {source.id}: JSON keeps none, nor does keep_text=False; read the article again")
    start, end = sentence_around(source, found.start, found.end)
    text = source.text
    return Sentence(found, start, end, text[start : found.start], text[found.start : found.end], text[found.end : end])
