"""Labels: short, and never two alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.model import Source
from quotecli.render.outlets import outlets_of, without_folder

PUBLISHERS = [
    ("articles go", ["The New York Times", "The Guardian", "Evening Star, The"], ["New York Times", "Guardian", "Evening Star"]),
    ("two of one beginning", ["The Harbour Post", "Harbour Post Sunday Edition"], ["Harbour Post", "Harbour Post Sunday Edition"]),
    ("cut at words", ["Washington Examiner and Herald"], ["Washington"]),
    ("nothing but the article", ["The"], ["The"]),
    ("a word that is no article", ["Les Échos", "Theatre News"], ["Les Échos", "Theatre News"]),
]


@pytest.mark.parametrize(("label", "names", "labels"), PUBLISHERS, ids=[case[0] for case in PUBLISHERS])
def test_a_publisher_is_called_by_its_name(label: str, names: list[str], labels: list[str]) -> None:
    """Without the article in front or behind, cut between words where it is long."""
    assert [one.label for one in outlets_of(Source(name, "", "", publisher=name) for name in names)] == labels


FILES = [
    ("as they are", ["post", "wire"], ["post", "wire"]),
    ("the number before a fingerprint", ["000_b1548ccc2d9fb00c", "001_ef4d75b903f5939e"], ["000", "001"]),
    ("names of outlets", ["The New York Times", "The Guardian", "Evening Star, The"], ["New York Times", "Guardian", "Evening Star"]),
    ("records", ["real#t00-1", "real#t00-2"], ["real#t00-1", "real#t00-2"]),
    ("long and alike", [f"a-very-long-name-{n}" for n in range(3)], [f"a-very-long-name-{n}" for n in range(3)]),
    ("alike to the end", ["x" * 80 + "1", "x" * 80 + "2"], ["x" * 29 + "… 1", "x" * 29 + "… 2"]),
    ("folders", ["news/mon/post", "news/tue/post"], ["mon/post", "tue/post"]),
]


@pytest.mark.parametrize(("label", "ids", "labels"), FILES, ids=[case[0] for case in FILES])
def test_where_no_publisher_is_known_a_file_is_called_by_its_name(label: str, ids: list[str], labels: list[str]) -> None:
    """Cut at words."""
    assert [one.label for one in outlets_of(Source(name, "", "") for name in ids)] == labels


def test_a_title_comes_before_the_name_of_the_file() -> None:
    """It is what people know the article by."""
    assert [one.label for one in outlets_of([Source("x", "", "", title="Bridge to close")])] == ["Bridge to close"]


def test_the_articles_of_a_publisher_are_one_outlet_unless_each_is_asked_for() -> None:
    """By source, they are numbered."""
    sources = [Source(name, "", "", publisher="The Post") for name in "ab"] + [Source("c", "", "")]
    assert [(one.label, one.sources) for one in outlets_of(sources)] == [("Post", ("a", "b")), ("c", ("c",))]
    assert [one.label for one in outlets_of(sources, "source")] == ["Post 1", "Post 2", "c"]


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=12, unique=True))
def test_labels_are_short_and_tell_every_outlet_apart(names: list[str]) -> None:
    """Whatever files and publishers are called."""
    labels = [one.label for one in outlets_of(Source(name, "", "") for name in names)]
    assert len(set(labels)) == len(names)
    assert all(label and "\n" not in label for label in labels)
    assert max(map(len, labels)) <= 34


class Compared(str):
    """Counts how often it is held against another."""

    __slots__ = ()
    times = 0
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Compared.times += 1
        return super().__eq__(other)


def test_articles_in_folders_are_not_looked_for_one_by_one() -> None:
    """Two thousand of them: each is found at once."""
    names = without_folder(Compared(f"a/{number}.txt") for number in range(2000))
    assert names["a/7.txt"] == "7.txt"
    assert Compared.times <= 10_000
