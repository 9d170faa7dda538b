"""Who is said to have said it: a name that is printed comes before one that “he” is taken for, and may show that it is another."""

from __future__ import annotations

import pytest
from made import article, quotes_of

from quotecli.compare import cluster, corrected
from quotecli.compare.people import clash
from quotecli.model import Conflict, Quote, Source, Speaker

WALL = "The harbour wall failed at four in the morning."
Read = tuple[str, str, str | None]  # the article, where “…” is what is said, whom that is attributed to, and the words that name them there

# The articles; who leads the cluster; whom each quotation is given to in the end; the conflicts, as kind, name, words and quotations.
CASES: list[tuple[str, list[Read], str | None, list[str | None], list[tuple[str, str, str | None, str]]]] = [
    (
        "he, of somebody who is named elsewhere in the article",
        [
            (f"“{WALL}” said Ada Okafor.", "Ada Okafor", "Ada Okafor"),
            (f"Okafor met Hale. “{WALL}” he said.", "Bo Hale", "he"),
        ],
        "Ada Okafor",
        ["Ada Okafor", "Ada Okafor"],
        [("corrected", "Bo Hale", "he", "1")],
    ),
    (
        "he, where the article knows nobody of that name",
        [(f"“{WALL}” said Ada Okafor.", "Ada Okafor", "Ada Okafor"), (f"Hale was there. “{WALL}” he said.", "Bo Hale", "he")],
        "Ada Okafor",
        ["Ada Okafor", None],
        [("corrected", "Bo Hale", "he", "1")],
    ),
    (
        "two readings against one name",
        [
            (f"“{WALL}” said Ada Okafor.", "Ada Okafor", "Okafor"),
            (f"Okafor met Hale. “{WALL}” he said.", "Bo Hale", "he"),
            (f"Okafor met Hale. “{WALL}” said the candidate.", "Bo Hale", "the candidate"),
        ],
        "Ada Okafor",
        ["Ada Okafor"] * 3,
        [("corrected", "Bo Hale", "he", "1"), ("corrected", "Bo Hale", "the candidate", "2")],
    ),
    (
        "a description that was taken for nobody",
        [
            (f"“{WALL}” said Ada Okafor.", "Ada Okafor", "Okafor"),
            (f"Okafor came. “{WALL}” she said.", "the engineer", "she"),
        ],
        "Ada Okafor",
        ["Ada Okafor", "Ada Okafor"],
        [("corrected", "the engineer", "she", "1")],
    ),
    (
        "two names that are printed",
        [(f"“{WALL}” said Ada Okafor.", "Ada Okafor", "Okafor"), (f"Okafor met Hale. “{WALL}” said Mr. Hale.", "Bo Hale", "Mr. Hale")],
        "Ada Okafor",
        ["Ada Okafor", "Bo Hale"],
        [("speaker", "Bo Hale", None, "1")],
    ),
    (
        "two names that are printed, and a third who is read",
        [
            (f"“{WALL}” said Ada Okafor.", "Ada Okafor", "Okafor"),
            (f"“{WALL}” said Mr. Hale.", "Bo Hale", "Mr. Hale"),
            (f"Okafor, Hale and Voss. “{WALL}” he said.", "Cy Voss", "he"),
        ],
        "Ada Okafor",
        ["Ada Okafor", "Bo Hale", "Cy Voss"],
        [("speaker", "Bo Hale", None, "1"), ("speaker", "Cy Voss", "he", "2")],
    ),
    (
        "nobody is named, and the readings differ",
        [(f"Okafor! “{WALL}” he said.", "Ada Okafor", "he"), (f"Hale! “{WALL}” said the mayor.", "Bo Hale", "the mayor")],
        None,
        ["Ada Okafor", "Bo Hale"],
        [("speaker", "Ada Okafor", "he", "0"), ("speaker", "Bo Hale", "the mayor", "1")],
    ),
    (
        "nobody is named, and the readings agree",
        [(f"Okafor! “{WALL}” he said.", "Ada Okafor", "he"), (f"Okafor! “{WALL}” said the mayor.", "Ada Okafor", "the mayor")],
        "Ada Okafor",
        ["Ada Okafor", "Ada Okafor"],
        [],
    ),
    (
        "a surname that was taken for the son's",
        [
            (f"“{WALL}” said Mr. Okafor.", "Bo Okafor", "Mr. Okafor"),
            (f"Bo Okafor and his son, Bo Okafor Jr. “{WALL}” Mr. Okafor said.", "Bo Okafor Jr.", "Mr. Okafor"),
        ],
        "Bo Okafor",
        ["Bo Okafor", "Bo Okafor"],
        [("corrected", "Bo Okafor Jr.", "Mr. Okafor", "1")],
    ),
    (
        "the son, whom the article names without his Jr.",
        [
            (f"“{WALL}” said Bo Okafor Jr.", "Bo Okafor Jr.", "Bo Okafor Jr."),
            (f"Okafor met Hale. “{WALL}” he said.", "Cy Hale", "he"),
        ],
        "Bo Okafor Jr.",
        ["Bo Okafor Jr.", "Bo Okafor Jr."],
        [("corrected", "Cy Hale", "he", "1")],
    ),
    (
        "a surname and a full name",
        [(f"“{WALL}” said Okafor.", "Okafor", "Okafor"), (f"“{WALL}” she said.", "Ada Okafor", "she")],
        "Ada Okafor",
        ["Okafor", "Ada Okafor"],
        [],
    ),
    (
        "a name that is printed in doubt",
        [(f"Okafor and Hale. “{WALL}”", "Ada Okafor", "Okafor?"), (f"Okafor met Hale. “{WALL}” he said.", "Bo Hale", "he")],
        "Ada Okafor",
        ["Ada Okafor", "Bo Hale"],
        [("speaker", "Bo Hale", "he", "1")],
    ),
    (
        "two who said it together",
        [
            (f"“{WALL}” said Okafor and Hale.", "Ada Okafor and Bo Hale", "Okafor and Hale"),
            (f"“{WALL}” said Mr. Hale.", "Bo Hale", "Mr. Hale"),
        ],
        "Ada Okafor and Bo Hale",
        ["Ada Okafor and Bo Hale", "Bo Hale"],
        [],
    ),
    (
        "a few words, which one may have of the other",
        [
            ("Okafor’s “monstrous swindle”.", "Ada Okafor", "Okafor"),
            ("Okafor met Hale, who called it a “monstrous swindle”.", "Bo Hale", "who"),
        ],
        "Ada Okafor",
        ["Ada Okafor", "Bo Hale"],
        [("speaker", "Bo Hale", "who", "1")],
    ),
]


SAME = [
    ("Ada Okafor", "Okafor", True),
    ("Ada Okafor", "A. Okafor", True),
    ("Ada Okafor", "Bo Okafor", False),
    ("Joseph R. Hale Jr.", "Joe Hale", True),
    ("Joe Hale Jr.", "Joe Hale", False),
    ("Hale Jr.", "Joe Hale", True),
    ("Ada Okafor and Bo Hale", "Bo Hale", True),
    ("Ada Okafor, Cy Voss and Bo Hale", "Cy Voss", True),
    ("Ada Okafor and Bo Hale", "Cy Voss", False),
]


@pytest.mark.parametrize(("one", "other", "same"), SAME, ids=[f"{one} - {other}" for one, other, _ in SAME])
def test_who_may_be_whom(one: str, other: str, same: bool) -> None:
    """Two attributions clash where they have nobody in common."""
    assert clash(one, other) is clash(other, one) is not same


def collection(articles: list[Read]) -> tuple[list[Quote], list[Source]]:
    """The articles and what is quoted in them; a mention with a question mark is in doubt."""
    sources = [article(str(n), text) for n, (text, _, _) in enumerate(articles)]
    quotes = []
    for source, (_, name, mention) in zip(sources, articles, strict=True):
        (quote,) = quotes_of(source)
        sure = 0.5 if mention and mention.endswith("?") else 0.97
        quotes.append(quote._replace(speaker=Speaker(name, mention and mention.rstrip("?"), None, None, "made", sure)))
    return quotes, sources


def told(conflicts: tuple[Conflict, ...]) -> list[tuple[str, str, str | None, str]]:
    """The conflicts as the cases have them."""
    return [(one.kind, one.speaker, one.mention, " ".join(quote.partition(":")[0] for quote in one.quotes)) for one in conflicts]


@pytest.mark.parametrize(("label", "articles", "head", "names", "conflicts"), CASES, ids=[case[0] for case in CASES])
def test_the_cluster_checks_the_speaker(
    label: str,
    articles: list[Read],
    head: str | None,
    names: list[str | None],
    conflicts: list[tuple[str, str, str | None, str]],
) -> None:
    """Nobody who is only guessed leads it or stays against a name that is printed; nobody's name is changed who is named."""
    quotes, sources = collection(articles)
    after, (found,) = corrected(quotes, cluster(quotes, sources), sources)
    assert (found.speaker, [quote.speaker.name for quote in after if quote.speaker]) == (head, names), label
    assert told(found.conflicts) == conflicts, label


@pytest.mark.parametrize(("label", "articles", "head", "names", "conflicts"), CASES, ids=[case[0] for case in CASES])
def test_the_mention_and_its_place_stay(
    label: str,
    articles: list[Read],
    head: str | None,
    names: list[str | None],
    conflicts: list[tuple[str, str, str | None, str]],
) -> None:
    """What is printed in the article is not changed, and nobody is made surer than before."""
    quotes, sources = collection(articles)
    after, _ = corrected(quotes, cluster(quotes, sources), sources)
    for one, other in zip(quotes, after, strict=True):
        assert one.speaker
        assert other.speaker
        assert other.speaker._replace(name=one.speaker.name, confidence=one.speaker.confidence) == one.speaker
        assert other.speaker.confidence <= one.speaker.confidence
        assert other._replace(speaker=one.speaker) == one


@pytest.mark.parametrize("articles", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_the_order_of_the_articles_changes_no_speaker(articles: list[Read]) -> None:
    """Nor does asking again: what is corrected stays so."""
    quotes, sources = collection(articles)
    after, clusters = corrected(quotes, cluster(quotes, sources), sources)
    assert corrected(quotes[::-1], cluster(quotes[::-1], sources[::-1]), sources[::-1]) == (after[::-1], clusters)
    again, _ = corrected(after, cluster(after, sources), sources)
    assert again == after
