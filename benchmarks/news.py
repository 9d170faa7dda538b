"""Made-up news, always the same: articles with quotations in the shapes that newspapers print, for measuring speed, not accuracy."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

FIRST = [
    "Anna",
    "Peter",
    "Maria",
    "Tom",
    "Grace",
    "Samuel",
    "Ruth",
    "Omar",
    "Elena",
    "Victor",
    "Irene",
    "Hugh",
    "Nadia",
    "Carl",
    "Joan",
    "Felix",
    "Paula",
    "Simon",
    "Edith",
    "Martin",
]
LAST = [
    "Holloway",
    "Brandt",
    "Okafor",
    "Lindgren",
    "Castell",
    "Moreau",
    "Petrenko",
    "Whitlock",
    "Sato",
    "Farouk",
    "Keane",
    "Duarte",
    "Novak",
    "Ashby",
    "Tremain",
    "Volkov",
    "Greer",
]
ROLES = [
    "the mayor",
    "a spokesman for the ministry",
    "the committee’s chairwoman",
    "a resident of the old town",
    "the union’s leader",
    "chief economist at the bank",
    "who has run the station since it opened",
    "the harbour master",
]
TITLES = ["Mr ", "Ms ", "Dr ", "Senator ", "Professor ", "", "", ""]
VERBS = ["said", "said", "said", "said", "told reporters", "added", "warned", "argued", "wrote", "insisted", "recalled"]
THINGS = [
    "the bridge",
    "the harbour",
    "the new budget",
    "the school",
    "the river path",
    "the evening train",
    "the hospital",
    "the vote",
    "the report",
    "the market",
]
SPEECH = [
    "we have waited for {0} far longer than anyone promised us",
    "nobody who lives here believes that {0} will be finished this year",
    "I don’t know when we will see {0} again, and I am not going to guess",
    "it’s not about money; it’s about whether {0} belongs to everybody",
    "if {0} closes, {1} will be next, and then there is nothing left to argue about",
    "we will pay for {0}, of course, at any time they ask",
    "there were at least {2} people at {0} when the lights went out",
    "my father worked at {0} for {2} years and never once complained",
    "{0} cost us £{2}m, which is more than {1} ever did",
]
PLAIN = [
    "The decision on {0} came after {2} months of talks that few had expected to succeed.",
    "Officials have not yet published the figures for {0}, which were due on Monday.",
    "More than {2} people signed a letter asking the council to keep {0} open through the winter.",
    "In {3}, the last time that {0} was in the news, the council spent £{2}m on repairs.",
    "The plan still needs the approval of the regional government, and {1} may yet change that.",
    "It was raining, and the crowd at {0} was smaller than the organisers had hoped.",
    "A draft seen by this newspaper says that {0} “will remain under review” until the spring.",
    "The row over {0} – known in the town as “the long wait” – began in {3}.",
]


class Reporter:
    """Writes articles from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def fill(self, template: str) -> str:
        """A sentence about something."""
        one, other = self.random.sample(THINGS, 2)
        return template.format(one, other, self.random.randrange(3, 900), self.random.randrange(1961, 2024))

    def speech(self) -> str:
        """Words that somebody says, as a sentence without its stop."""
        said = self.fill(self.random.choice(SPEECH))
        return said[0].upper() + said[1:]

    def paragraph(self, cast: list[tuple[str, str, str]]) -> str:
        """One paragraph: a report, or words of one of the cast."""
        pick = self.random.random()
        title, first, last = self.random.choice(cast)
        full, verb = f"{first} {last}", self.random.choice(VERBS)
        if pick < 0.45:
            return " ".join(self.fill(self.random.choice(PLAIN)) for _ in range(self.random.randrange(1, 4)))
        if pick < 0.6:
            return f"“{self.speech()},” {verb} {full}, {self.random.choice(ROLES)}. “{self.speech()}.”"
        if pick < 0.75:
            return f"{title}{last} {verb}: “{self.speech()}. {self.speech()}.”"
        if pick < 0.85:
            return f"“{self.speech()},” {self.random.choice(['he', 'she'])} said. {self.fill(self.random.choice(PLAIN))}"
        if pick < 0.93:
            return f"“{self.speech()}.\n\n“{self.speech()},” {title}{last} {verb}."
        verdict = self.random.choice(["a slow mistake", "fair", "not what we voted for"])
        return f"According to {full}, {self.random.choice(ROLES)}, the outcome is “{verdict}”."

    def article(self) -> str:
        """Some twenty paragraphs with four people."""
        cast = [(self.random.choice(TITLES), self.random.choice(FIRST), self.random.choice(LAST)) for _ in range(4)]
        return "\n\n".join(self.paragraph(cast) for _ in range(self.random.randrange(12, 28))) + "\n"


def articles(size: int, seed: int = 1) -> Iterator[str]:
    """Articles of about `size` bytes in all."""
    reporter = Reporter(seed)
    while size > 0:
        text = reporter.article()
        size -= len(text.encode())
        yield text
