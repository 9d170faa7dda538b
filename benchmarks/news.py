"""Made-up news, always the same: articles with quotations in the shapes that newspapers print, for measuring speed, not accuracy.

Sentences are ours; their nouns and names come from a made-up vocabulary that is used as unevenly as words are (Zipf's law),
so that a cache of words helps about as much as it does on real text: some 25,000 different words in a megabyte.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from random import Random

ROLES = [
    "the mayor",
    "a spokesman for the {n}",
    "the {n}’s chairwoman",
    "a resident of the old town",
    "the union’s leader",
    "chief economist at the {n}",
    "who has run the {n} since it opened",
    "the harbour master",
]
TITLES = ["Mr ", "Ms ", "Dr ", "Senator ", "Professor ", "", "", ""]
VERBS = ["said", "said", "said", "said", "told reporters", "added", "warned", "argued", "wrote", "insisted", "recalled"]
SPEECH = [
    "we have waited for the {n} far longer than anyone promised us",
    "nobody who lives in {N} believes that the {n} will be finished this year",
    "I don’t know when we will see the {n} again, and I am not going to guess",
    "it’s not about {n}; it’s about whether the {n} of {N} belongs to everybody",
    "if the {n} closes, the {n} will be next, and then there is nothing left to argue about",
    "we will pay for {n} and {n}, of course, at any time they ask",
    "there were at least {d} people at the {n} when the lights went out",
    "my father worked at the {N} {n} for {d} years and never once complained about the {n}",
    "a {n} costs us £{d}m, which is more than the {n} ever did",
]
PLAIN = [
    "The {n} decision on the {n} of {N} came after {d} {n} months of {n} {n} that few in {N} had expected to succeed.",
    "Officials from {N} have not yet published {n} figures for {n}, {n} and {n}, which were due on Monday.",
    "More than {d} {n} people {n} a letter asking the {N} {n} to keep its {n} {n} open through the winter.",
    "In {y}, when {N} {N} was the {n} of {N}, the {n} {n} spent £{d}m on {n} repairs.",
    "The {n} plan still needs the approval of the {N} government, and {N} {N}, a {n} {n}, may yet {n} that.",
    "It was {n}, and the {n} crowd at the {N} {n} was {n} than the {n} had hoped.",
    "A {n} draft seen by this newspaper says that the {n} “will remain under {n}” until {N}’s {n} {n}.",
    "The {n} over the {n} – {n} in {N} since {y} – began with the {n} of {N} {N}, {n} and {n}.",
]
VERDICTS = ["a slow {n}", "fair", "not what we voted for", "the {n} nobody asked for"]


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Words, and how often each is used, added up."""
    random = Random("words")
    parts = [first + second for first in (*"bcdfghlmnprstv", "st", "tr", "pl") for second in (*"aeiou", "ea", "ou")]
    words = sorted(
        {"".join(random.choices(parts, k=random.choice((2, 2, 3, 4)))) + random.choice(("n", "r", "t", "s", "ng")) for _ in range(40_000)}
    )
    random.shuffle(words)
    return words, list(accumulate(rank**-0.8 for rank in range(10, len(words) + 10)))


class Reporter:
    """Writes articles from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def word(self) -> str:
        """A noun that English does not have."""
        words, weights = vocabulary()
        return self.random.choices(words, cum_weights=weights)[0]

    def fill(self, templates: list[str]) -> str:
        """One of the sentences, about something."""
        template = self.random.choice(templates)
        for slot, fill in (("{n}", self.word), ("{N}", lambda: self.word().capitalize())):
            while slot in template:
                template = template.replace(slot, fill(), 1)
        return template.replace("{d}", str(self.random.randrange(3, 900))).replace("{y}", str(self.random.randrange(1961, 2024)))

    def speech(self) -> str:
        """Words that somebody says, as a sentence without its stop."""
        said = self.fill(SPEECH)
        return said[0].upper() + said[1:]

    def paragraph(self, cast: list[tuple[str, str, str]]) -> str:
        """One paragraph: a report, or words of one of the cast."""
        pick = self.random.random()
        title, first, last = self.random.choice(cast)
        full, verb = f"{first} {last}", self.random.choice(VERBS)
        if pick < 0.6:
            return " ".join(self.fill(PLAIN) for _ in range(self.random.randrange(2, 5)))
        if pick < 0.71:
            return f"“{self.speech()},” {verb} {full}, {self.fill(ROLES)}. “{self.speech()}.”"
        if pick < 0.82:
            return f"{title}{last} {verb}: “{self.speech()}. {self.speech()}.”"
        if pick < 0.88:
            return f"“{self.speech()},” {self.random.choice(['he', 'she'])} said. {self.fill(PLAIN)}"
        if pick < 0.95:
            return f"“{self.speech()}.\n\n“{self.speech()},” {title}{last} {verb}."
        return f"According to {full}, {self.fill(ROLES)}, the outcome is “{self.fill(VERDICTS)}”."

    def article(self) -> str:
        """Some twenty paragraphs with four people."""
        cast = [(self.random.choice(TITLES), self.word().capitalize(), self.word().capitalize()) for _ in range(4)]
        return "\n\n".join(self.paragraph(cast) for _ in range(self.random.randrange(12, 28))) + "\n"


def articles(size: int, seed: int = 1) -> Iterator[str]:
    """Articles of about `size` bytes in all."""
    reporter = Reporter(seed)
    while size > 0:
        text = reporter.article()
        size -= len(text.encode())
        yield text
