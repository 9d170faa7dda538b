"""Who is meant, why, and how sure that is: the answer to every mention of a speaker."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from quotecli.find.article import Article
from quotecli.find.cast import Cast
from quotecli.find.names import Mention
from quotecli.find.persons import PERSON, Person
from quotecli.find.surroundings import attributive
from quotecli.find.tokens import Tokens
from quotecli.lexicon.en.mentions import THE
from quotecli.lexicon.en.people import SAME_OFFICE


class Why(StrEnum):
    """Why a mention means whom we say it means."""

    FULL_NAME = "full-name"  # the words are the name
    SURNAME = "surname"  # a part of the only full name that has it, or of the one named most
    ONE_OF_SEVERAL = "one-of-several"  # a surname that several people bear: it stays a surname
    JOINT = "joint"  # several names for one "said"
    WORDS = "words"  # a description that the text gives no name to
    APPOSITION = "apposition"  # a name stands beside the description
    SAME_WORDS = "same-words"  # the same description had a name beside it
    TITLE = "title"  # whoever bears the title or role
    BODY = "body"  # the organisation that the noun means
    OWNER = "owner"  # whose document, whose words: in the same phrase
    ISSUER = "issuer"  # the subject of the sentence above that brings the document up
    SAME_SENTENCE = "same-sentence"  # a pronoun, and a subject before it in its own sentence
    SPEAKER_ABOVE = "speaker-above"  # a pronoun, and whoever was quoted above
    SUBJECT_ABOVE = "subject-above"  # a pronoun, and the subject of a sentence above
    OBJECT_ABOVE = "object-above"  # a pronoun, and a name above that is no subject
    ONLY_CANDIDATE = "only-candidate"  # nobody else in the article can be meant
    TOPIC = "topic"  # whom the article is about
    STRANGER = "stranger"  # a pronoun that goes back to somebody described, not named
    NOBODY = "nobody"  # nothing in the text tells


CERTAINTY = {
    Why.FULL_NAME: 1.0,
    Why.SURNAME: 1.0,
    Why.ONE_OF_SEVERAL: 0.7,
    Why.JOINT: 0.95,
    Why.WORDS: 0.97,
    Why.APPOSITION: 0.97,
    Why.SAME_WORDS: 0.95,
    Why.TITLE: 0.94,
    Why.BODY: 0.9,
    Why.OWNER: 0.95,
    Why.ISSUER: 0.75,
    Why.SAME_SENTENCE: 0.98,
    Why.SPEAKER_ABOVE: 0.98,
    Why.SUBJECT_ABOVE: 0.97,
    Why.OBJECT_ABOVE: 0.85,
    Why.ONLY_CANDIDATE: 0.8,
    Why.TOPIC: 0.8,
    Why.STRANGER: 0.8,
    Why.NOBODY: 1.0,
}
"""How often each was right on annotated news, of those whose mention was right; those met fewer than ten times are set by hand, lower."""


class Answer(NamedTuple):
    """Who a mention means, how sure that step is, why, and who else it might have been."""

    name: str | None
    certainty: float
    person: Person | None = None
    why: Why = Why.NOBODY
    instead: Callable[[], Person | None] = lambda: None  # asked only where somebody explains


NOBODY = Answer(None, CERTAINTY[Why.NOBODY])


def meaning(person: Person, why: Why, instead: Callable[[], Person | None] = lambda: None) -> Answer:
    """A person, for that reason; `instead` tells who else it might have been."""
    return Answer(person.name, CERTAINTY[why], person, why, instead)


def words(shown: str, why: Why = Why.WORDS) -> Answer:
    """Words of the text that stand for a speaker without a name."""
    return Answer(shown, CERTAINTY[why], None, why)


class Scene:
    """One article with its cast, and who has spoken so far."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.cast = Cast(article)
        self.spoken: dict[int, Person] = {}  # start of a quotation → who said it
        self.strangers: dict[int, tuple[str, str]] = {}  # start of a quotation whose speaker has no name → gender, words
        self.described: dict[str, str] = {}  # head noun of an unnamed speaker → the words that described them first
        self._block_starts = [block.start for block in article.blocks]
        self._order: list[int] = []
        self.depth = 0  # names within names that are being looked up

    def remember(self, quote_start: int, person: Person) -> None:
        """Keep who said a quotation, for what follows."""
        self.spoken[quote_start] = person
        insort(self._order, quote_start)

    def last_speaker(self, before: int) -> Person | None:
        """Who was quoted last above."""
        i = bisect_right(self._order, before - 1)
        return self.spoken[self._order[i - 1]] if i else None

    def name(self, start: int, end: int) -> Answer:
        """Who the words from `start` to `end` mean."""
        raise NotImplementedError

    def bearer(self, noun: str, before: int) -> Person | None:
        """Whoever bears the title and was named last before the offset."""
        return next(self.cast.bearers(SAME_OFFICE.get(noun, frozenset({noun})), before), None)

    def block_at(self, offset: int) -> int:
        """The paragraph that holds an offset."""
        return bisect_right(self._block_starts, offset) - 1

    def tokens_of(self, start: int, end: int) -> tuple[Tokens, int, int]:
        """The paragraph's tokens and the range of those from offset `start` to `end`."""
        t = self.article.tokens(self.block_at(start))
        a = bisect_right(t.starts, start) - 1
        b = a + 1
        while b < len(t) and t.starts[b] < end:
            b += 1
        return t, a, b

    def fits(self, person: Person | None, gender: str) -> bool:
        """Whether somebody is a person whose gender does not clash."""
        return person is not None and person.kind == PERSON and (not gender or not person.gender or person.gender == gender)

    def may_fit(self, person: Person | None, gender: str) -> bool:
        """Likewise, where a name that stays open is let pass."""
        return self.fits(person, gender) or (
            person is not None and self.cast.perhaps(person) and (not gender or not person.gender or person.gender == gender)
        )

    def subjects(self, start: int, end: int) -> list[Mention]:
        """The mentions between two offsets that no preposition stands before and no 's behind."""
        return [m for m in self.cast.between(start, end) if not m.possessive and not m.behind and not (m.before == THE and attributive(m))]
