"""One article looked at closely: a quotation in its sentence, and why it was read so."""

from typing import NamedTuple

from quotecli.model.article import Quote, Refusal, Source
from quotecli.model.shown import on_a_page


@on_a_page
class Sentence(NamedTuple):
    """A quotation in its sentence."""

    quote: Quote
    start: int  # of the sentence, in the article
    end: int
    before: str  # what stands before the quotation in the sentence
    words: str  # the quotation as printed, marks included
    after: str


class Sign(NamedTuple):
    """What speaks for or against a candidate: a row of the table of weights."""

    name: str  # "before say fin": in the words of the table
    weight: float  # added to the candidate's sum; below 0 it speaks against


class Contender(NamedTuple):
    """A mention that may name the speaker, and what was weighed for it."""

    mention: str
    start: int  # of the mention
    end: int
    via: str  # the strongest kind of evidence for it
    share: float  # 0 to 1: of the belief; all contenders and nobody together make 1
    signs: tuple[Sign, ...]  # of the strongest evidence, by the size of their weights


class Meant(NamedTuple):
    """Who the mention of a speaker means."""

    name: str | None  # None where the text does not tell
    why: str  # surname, apposition, speaker-above, …
    certainty: float  # 0 to 1: how often such a step is right, where the mention is
    instead: str | None = None  # who else it might have been


class Weighing(NamedTuple):
    """Everybody who may have said a quotation."""

    quote: str  # the quote's id
    contenders: tuple[Contender, ...]  # the strongest first; none where nothing in the text tells
    nobody: float  # 0 to 1: the share of belief that none of them said it
    meant: Meant | None  # who the strongest mention means; None where no mention was chosen


@on_a_page
class Explanation(NamedTuple):
    """Why one source's quotations were read as they were: what `quotes explain` shows."""

    source: Source
    quotes: tuple[Quote, ...]
    refusals: tuple[Refusal, ...]
    reasons: dict[str, str]  # by kind of evidence (Speaker.via): what in the world it rests on
    weighings: tuple[Weighing, ...] = ()  # one a quote, where they were asked for
