"""An article prints an utterance once: of several quotations there that are like a stretch of another article, the one that it is."""

from __future__ import annotations

import pytest
from made import article, quotes_of

from quotecli.compare import cluster
from quotecli.model import Quote, Source

Said = tuple[str, str]  # who, and the words

# What each article quotes; the quotations that come together, as article and number.
CASES: list[tuple[str, list[list[Said]], list[str]]] = [
    (
        "a phrase of one's own in two sentences",
        [
            [
                ("Hale", "The boy who mended nets on the quay is now the harbourmaster of the northern islands."),
                ("Hale", "I am the harbourmaster of the northern islands, and I am afraid."),
            ],
            [("Hale", "I am the harbourmaster of the northern islands.")],
        ],
        ["0.1 1.0"],
    ),
    (
        "two posts that begin alike",
        [
            [
                ("Hale", "Harbour wall contract on hold until I have reviewed all the figures myself."),
                ("Hale", "Harbour wall contract will be announced on Thursday, and nobody will change my mind."),
            ],
            [("Hale", "Put harbour wall contract on hold until I review all figures")],
        ],
        ["0.0 1.0"],
    ),
    (
        "an answer that takes up the question",
        [
            [
                ("Voss", "Last night you said the council was the founder of the smuggling ring."),
                ("Hale", "No, I meant the council is the founder of the smuggling ring."),
            ],
            [("Hale", "I meant it: the council is the founder of the smuggling ring.")],
        ],
        ["0.1 1.0"],
    ),
    (
        "a daughter who echoes her father",
        [
            [
                ("Ann Cray", "Shelter means shelter for every family on the island,"),
                ("Tom Cray", "I think that shelter means shelter for every family on the island,"),
            ],
            [("Ann Cray", "Shelter means shelter for every family on the island.")],
        ],
        ["0.0 1.0"],
    ),
    (
        "words turned against whoever said them",
        [
            [
                ("Steele", "The ferry was a folly of the council’s choosing and nobody else’s."),
                ("Crane", "Needless to say, the ferry was not a folly of the council’s choosing; the whole town voted for it."),
            ],
            [("Steele", "a folly of the council’s choosing")],
        ],
        ["0.0 1.0"],
    ),
    (
        "the same whole sentence under two names",
        [[("Hale", "The harbour wall failed at four in the morning.")], [("Voss", "The harbour wall failed at four in the morning.")]],
        ["0.0 1.0"],
    ),
    (
        "a headline and the sentence it is cut from",
        [
            [("Hale", "a monstrous swindle"), ("Hale", "What the council did was a monstrous swindle and nothing else.")],
            [("Hale", "What the council did was a monstrous swindle and nothing else.")],
        ],
        ["0.0 0.1 1.0"],
    ),
    (
        "a fragment that may be cut from either",
        [
            [("Hale", "monstrous swindle"), ("Hale", "If it is a monstrous swindle, the town has ways to shut it down.")],
            [("Hale", "monstrous swindle")],
        ],
        ["0.0 0.1 1.0"],
    ),
    (
        "a sentence in two halves",
        [
            [("Hale", "The harbour wall failed at four in the morning,"), ("Hale", "and every fisherman shall have his money by Easter.")],
            [("Hale", "The harbour wall failed at four in the morning, and every fisherman shall have his money by Easter.")],
        ],
        ["0.0 1.0", "0.1 1.0"],
    ),
]


def collection(articles: list[list[Said]]) -> tuple[list[Quote], list[Source], dict[str, str]]:
    """The articles, what is quoted in them, and a short name for each quotation."""
    sources = [article(f"a{n}", " ".join(f"“{words}” said {who}." for who, words in said)) for n, said in enumerate(articles)]
    found = [quotes_of(source, *(who for who, _ in said)) for source, said in zip(sources, articles, strict=True)]
    names = {quote.id: f"{n}.{m}" for n, quotes in enumerate(found) for m, quote in enumerate(quotes)}
    return [quote for quotes in found for quote in quotes], sources, names


@pytest.mark.parametrize(("label", "articles", "expected"), CASES, ids=[case[0] for case in CASES])
def test_an_article_prints_an_utterance_once(label: str, articles: list[list[Said]], expected: list[str]) -> None:
    """The likest of its quotations is it, and one that repeats that or is cut from it; not what somebody says elsewhere in like words."""
    quotes, sources, names = collection(articles)
    found = [" ".join(sorted({names[v.quote] for v in one.variants})) for one in cluster(quotes, sources)]
    assert found == expected, label
