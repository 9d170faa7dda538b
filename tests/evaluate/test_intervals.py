"""The bootstrap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotecli.evaluate.intervals import intervals

Counts = list[list[tuple[int, int]]]
COUNTS = st.lists(st.integers(0, 9).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))), min_size=2, max_size=12)


@given(COUNTS)
def test_an_interval_is_a_share_and_always_the_same(counts: list[tuple[int, int]]) -> None:
    """Between the worst article and the best, the lower bound first; none where nothing can vary."""
    articles = [[one] for one in counts]
    (found,) = intervals(articles, 60)
    assert intervals(articles, 60) == [found]
    shares = [part / whole for part, whole in counts if whole]
    if found is None:
        assert len(set(shares)) < 2 or len(shares) < 2
    else:
        assert min(shares) <= found[0] < found[1] <= max(shares)


def test_more_articles_of_the_same_sort_make_an_interval_narrower() -> None:
    """Ten times as many, and it is less than half as wide."""
    few: Counts = [[(9, 10)], [(5, 10)], [(7, 10)], [(10, 10)], [(4, 10)]]
    (wide,), (narrow,) = intervals(few), intervals(few * 10)
    assert wide
    assert narrow
    assert wide[0] < 0.7 < wide[1]
    assert (narrow[1] - narrow[0]) < (wide[1] - wide[0]) / 2


def test_one_article_has_no_interval() -> None:
    """Nor has what was never missed, or where none was asked for."""
    assert intervals([[(1, 2)]]) == [None]
    assert intervals([[(2, 2)], [(3, 3)]]) == [None]
    assert intervals([[(1, 2)], [(3, 3)]], 0) == [None]
    assert intervals([]) == []
