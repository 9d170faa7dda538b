"""One person, one name, across articles: where nothing speaks against it, and only there."""

from __future__ import annotations

import pytest

from quotecli.find import link_people
from quotecli.find.links import NEWSROOM
from quotecli.model import Quote, Speaker

Named = tuple[str, str]  # the name that one article supports, and the words that stand for it there

# The articles, each with whom it quotes; the names that they have in the end. “…” stands for a crowd of articles that quote others.
CASES: list[tuple[str, list[list[Named]], list[str]]] = [
    (
        "a surname, a full name, a title",
        [[("Okafor", "Okafor")], [("Ada Okafor", "Ada Okafor")], [("President Okafor", "President Okafor")]],
        ["Ada Okafor"] * 3,
    ),
    ("kept apart by the article itself", [[("Ray Moss", "Ray Moss"), ("Moss", "Ms Moss of the union")]], ["Ray Moss", "Moss"]),
    (
        "kept apart in one article, meant in another",
        [[("Ray Moss", "he"), ("Moss", "Ms Moss")], [("Moss", "Moss")]],
        ["Ray Moss", "Moss", "Ray Moss"],
    ),
    (
        "kept apart under another spelling",
        [[("Ray B. Moss", "he"), ("Moss", "Moss")], [("Ray Moss", "he")], [("Ray Moss", "he")]],
        ["Ray Moss", "Moss", "Ray Moss", "Ray Moss"],
    ),
    ("a surname that one woman has", [[("Vance", "Vance")], [("Ann Vance", "Vance")]], ["Ann Vance"] * 2),
    (
        "a surname that two have",
        [[("Vance", "Vance")], [("Ann Vance", "Vance")], [("Mary Vance", "Mary Vance")]],
        ["Vance", "Ann Vance", "Mary Vance"],
    ),
    (
        "two of one surname, and he",
        [[("Vance", "he")], [("Tom Vance", "Vance")], [("Mary Vance", "Mary Vance")]],
        ["Tom Vance", "Tom Vance", "Mary Vance"],
    ),
    (
        "two of one surname, and Ms.",
        [[("Vance", "Ms. Vance")], [("Tom Vance", "Vance")], [("Mary Vance", "Mary Vance")]],
        ["Mary Vance", "Tom Vance", "Mary Vance"],
    ),
    ("one of the surname, and she is none", [[("Vance", "she")], [("Tom Vance", "Vance")]], ["Vance", "Tom Vance"]),
    (
        "a son does not take his father's name",
        [[("Vance", "Vance")], [("Tom Vance", "Vance")], [("Tom Vance Jr.", "Tom Vance Jr.")]],
        ["Tom Vance", "Tom Vance", "Tom Vance Jr."],
    ),
    ("a judge and a governor", [[("Vance", "Judge Vance")], [("Tom Vance", "Gov. Tom Vance")]], ["Vance", "Tom Vance"]),
    ("a senator and a Sen.", [[("Vance", "the senator Vance")], [("Tom Vance", "Sen. Tom Vance")]], ["Tom Vance"] * 2),
    ("a candidate and a governor", [[("Vance", "Republican candidate Vance")], [("Tom Vance", "Gov. Tom Vance")]], ["Tom Vance"] * 2),
    ("an office before the name", [[("Secretary of the Interior Tom Vance", "Vance")], [("Tom Vance", "Vance")]], ["Tom Vance"] * 2),
    (
        "an office that is somebody else's",
        [[("Secretary of Tom Vance", "he")], [("Tom Vance", "Vance")]],
        ["Secretary of Tom Vance", "Tom Vance"],
    ),
    ("somebody's mouth", [[("the mouth of Tom Vance", "the mouth")], [("Tom Vance", "Vance")]], ["the mouth of Tom Vance", "Tom Vance"]),
    ("an initial more", [[("Tom B. Vance", "Vance")], [("Tom Vance", "Vance")], [("Tom Vance", "Vance")]], ["Tom Vance"] * 3),
    ("another initial", [[("Tom B. Vance", "Vance")], [("Tom K. Vance", "Vance")]], ["Tom B. Vance", "Tom K. Vance"]),
    (
        "bodies that begin and end alike",
        [[("Harbour Bar Association", "it")], [("Harbour Bankers Association", "it")]],
        ["Harbour Bar Association", "Harbour Bankers Association"],
    ),
]

# The same in a large collection: besides these articles there are as many as it takes, each of which quotes others.
FAR = NEWSROOM + 10
CROWDED: list[tuple[str, list[list[Named]], list[str]]] = [
    ("the same surname in another event", [[("Vance", "Vance")], [("Tom Vance", "Vance")]], ["Vance", "Tom Vance"]),
    (
        "the same surname in the same event",
        [[("Vance", "Vance"), ("Ada Okafor", "Okafor")], [("Tom Vance", "Vance"), ("Ada Okafor", "Okafor")]],
        ["Tom Vance", "Ada Okafor", "Tom Vance", "Ada Okafor"],
    ),
    ("whom everybody knows", [[("Vance", "Vance")], *[[("Tom Vance", "Vance")]] * 20], ["Tom Vance"] * 21),
    (
        "whom everybody knows, and somebody of that name",
        [[("Vance", "Vance")], *[[("Tom Vance", "Vance")]] * 20, [("Mary Vance", "Mary Vance")]],
        [*["Tom Vance"] * 21, "Mary Vance"],
    ),
    (
        "two whom everybody knows",
        [[("Vance", "Vance")], *[[("Tom Vance", "Vance")]] * 20, *[[("Mary Vance", "Mary Vance")]] * 5],
        ["Vance", *["Tom Vance"] * 20, *["Mary Vance"] * 5],
    ),
    (
        "she, beside him whom everybody knows",
        [[("Vance", "she")], *[[("Tom Vance", "Vance")]] * 20, [("Mary Vance", "Mary Vance")]],
        ["Vance", *["Tom Vance"] * 20, "Mary Vance"],
    ),
]


def quotes(number: int, people: list[Named]) -> tuple[Quote, ...]:
    """One article's quotations, one of each of these."""
    return tuple(
        Quote(f"a{number}:{i}", f"a{number}", i, i + 4, 1, 1, "No.", (), "direct", speaker=Speaker(name, mention, None, None, "made", 0.97))
        for i, (name, mention) in enumerate(people)
    )


def names(articles: list[list[Named]]) -> list[str]:
    """The names after linking, in order."""
    linked = link_people([quotes(number, people) for number, people in enumerate(articles)])
    return [quote.speaker.name or "" for found in linked for quote in found if quote.speaker]


@pytest.mark.parametrize(("label", "articles", "expected"), CASES, ids=[case[0] for case in CASES])
def test_one_person_has_one_name(label: str, articles: list[list[Named]], expected: list[str]) -> None:
    """In articles on one matter a surname is whoever bears it there, if only one is left."""
    assert names(articles) == expected, label


@pytest.mark.parametrize(("label", "articles", "expected"), CROWDED, ids=[case[0] for case in CROWDED])
def test_in_a_crowd_a_surname_alone_tells_less(label: str, articles: list[list[Named]], expected: list[str]) -> None:
    """It is completed by a related article, or where everybody knows who is meant."""
    others = [[(f"Per{chr(97 + n % 26)} Q{n}uill", "Quill")] for n in range(FAR)]
    assert names([*articles, *others])[: len(expected)] == expected, label
