"""How right the answers are."""

from typing import Literal, NamedTuple

from quotecli.model.article import Skipped


class Figure(NamedTuple):
    """A share, of which it is told of how many, and between which bounds 95 of 100 collections of the same sort would have it."""

    name: str
    part: int
    whole: int  # above 0
    low: float | None = None  # None: there is too little to tell
    high: float | None = None

    @property
    def value(self) -> float:
        """0 to 1."""
        return self.part / self.whole


class Band(NamedTuple):
    """How many of the attributions of some confidence are right."""

    low: float
    high: float
    right: int
    given: int


MissName = Literal["not found", "not annotated", "not kept out", "nobody named", "wrong speaker"]


class Miss(NamedTuple):
    """Where the answer is another than the annotation."""

    what: MissName
    source: str  # the article's name
    start: int
    end: int
    text: str
    expected: str | None = None  # whoever was annotated
    said: str | None = None  # whoever is given
    confidence: float | None = None


class Scored(NamedTuple):
    """An annotated article."""

    name: str
    quotes: int  # that were annotated


class Evaluation(NamedTuple):
    """What `quotes eval` answers."""

    articles: tuple[Scored, ...]
    figures: tuple[Figure, ...]
    bands: tuple[Band, ...]
    misses: tuple[Miss, ...]
    skipped: tuple[Skipped, ...] = ()
