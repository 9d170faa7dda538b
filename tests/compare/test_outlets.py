"""How many outlets print an utterance, and who leaves it out."""

from __future__ import annotations

import pytest

from quotecli.compare import with_absent, with_outlets
from quotecli.model import Cluster, Source, Variant

NAMES = "abcdefghij"


def sources(many: int, **publishers: str) -> list[Source]:
    """So many articles, some with a publisher."""
    return [Source(name, f"{name}.txt", "", publisher=publishers.get(name)) for name in NAMES[:many]]


def clusters(*printed: str) -> list[Cluster]:
    """An utterance each, printed by the articles whose letters are given."""
    return [
        Cluster(f"c{i}", None, len(set(p)), "Yes.", tuple(Variant(f"{s}:0", s, 0, 4, "Yes.") for s in p)) for i, p in enumerate(printed)
    ]


EVENTS = [
    ("two articles that share a sentence", 2, ["ab"], [""]),
    ("five outlets, of which two omit it", 5, ["abc"], ["de"]),
    ("linked by way of others", 5, ["ab", "bc", "cd"], ["cde", "ade", "abe"]),
    ("one prints it twice", 3, ["aab"], ["c"]),
    ("half of them are no event", 4, ["ab"], None),
    ("pairs out of an archive", 10, ["ab", "cd", "ef", "gh"], None),
    ("two events of five articles each", 10, ["abcde", "fghij"], None),
    ("one article", 1, [], None),
]


@pytest.mark.parametrize(("label", "many", "printed", "absent"), EVENTS, ids=[case[0] for case in EVENTS])
def test_who_leaves_an_utterance_out_is_told_of_one_event_only(label: str, many: int, printed: list[str], absent: list[str] | None) -> None:
    """More than half of the articles hang together by what they share; in an archive, silence says nothing."""
    found = [cluster.absent for cluster in with_absent(clusters(*printed), sources(many))]
    assert found == ([None] * len(printed) if absent is None else [tuple(names) for names in absent])


def test_of_more_than_a_hundred_articles_nobody_is_called_silent() -> None:
    """The lists would grow with the square of the collection."""
    many = [Source(f"s{i:03}", "", "") for i in range(101)]
    (one,) = clusters("ab")
    every = one._replace(variants=tuple(one.variants[0]._replace(source=source.id) for source in many))
    assert with_absent([every], many)[0].absent is None
    assert with_absent([every._replace(variants=every.variants[:99])], many[:100])[0].absent == ("s099",)


OUTLETS = [
    ("nobody knows the publisher", {}, 3),
    ("one publisher twice", {"a": "Post", "b": "Post", "c": "Star"}, 2),
    ("one publisher throughout", {"a": "Post", "b": "Post", "c": "Post"}, 1),
    ("known of some", {"a": "Post", "b": "Post"}, 2),
]


@pytest.mark.parametrize(("label", "publishers", "expected"), OUTLETS, ids=[case[0] for case in OUTLETS])
def test_outlets_are_publishers_where_they_are_known(label: str, publishers: dict[str, str], expected: int) -> None:
    """Two articles of one publisher are one outlet."""
    (one,) = with_outlets(clusters("abc"), sources(3, **publishers))
    assert (one.sources, one.outlets) == (3, expected)
