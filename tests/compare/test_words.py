"""Words are told by compiled code where that is there: the answers are those of the pattern."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotecli.compare import copies, kin
from quotecli.compare.words import Word, in_python, odd

compiled = pytest.importorskip("quotecli.compare._words", reason="the compiled part is not built")

PARTS = """Mr. St. vs. Gov no. don't O’X f-- f---k no!! no! a. U.S. ... …. .. 1,000 35 million 3rd it’s ’tis x_y B2 2B we’ ship’49 A— ab— ab–cd J. Roe
    x\u00adyz cafe\u0301 naïve ½ 東京 ﬁre don't, “yes,” (no) * f*** p.m. a-b -- — - ; : ? " ” # @ $5 5% & / _ ʼ ‘so’""".split(" ")
TEXTS = st.lists(st.sampled_from(PARTS) | st.sampled_from("we Harbour I . , ! ’ \u00a0 \n".split(" ")) | st.text(max_size=4), max_size=20)


@given(TEXTS, st.sampled_from(["", " "]), st.data())
@example(["Mr", ".", "Roe"], "", None)
@settings(max_examples=600, deadline=None)
def test_words_are_told_alike(parts: list[str], between: str, data: st.DataObject | None) -> None:
    """Wherever a piece begins and ends, its words and marks are those of the pattern."""
    text = between.join(parts).replace("[", "")
    low = data.draw(st.integers(0, len(text))) if data else 0
    stop = data.draw(st.integers(low, len(text))) if data else len(text)
    for at, end in ((0, len(text)), (low, stop)):
        found = compiled.tokens(text, at, end, 7, Word, odd)
        assert found == in_python(text, at, end, 7)
        assert all(type(word) is Word for word in found)


@given(TEXTS, st.integers(1, 6), st.sampled_from([1, copies.KEEP]))
@settings(max_examples=300, deadline=None)
def test_runs_have_the_same_fingerprints(parts: list[str], many: int, keep: int) -> None:
    """What an article's own prose is known by does not depend on who reads it."""
    text = " ".join(parts).lower()
    assert compiled.runs(text, many, keep) == copies.in_python(text, many, keep)


@given(TEXTS, st.sampled_from(["", " ", "."]), st.integers(1, 7))
@settings(max_examples=300, deadline=None)
def test_articles_tell_the_same(parts: list[str], between: str, least: int) -> None:
    """How near two articles are does not depend on who reads them."""
    text = between.join(parts)
    assert compiled.telling(text, least) == kin.in_python(text, least)


@pytest.mark.parametrize("answer", [(0, "word"), (9, "word"), ("1", "word"), (1,), None, 1])
def test_a_word_ends_inside_its_text(answer: object) -> None:
    """What the pattern is said to tell is not taken on trust."""
    with pytest.raises((TypeError, ValueError)):
        compiled.tokens("# b", 0, 3, 0, Word, lambda *_: answer)


def test_what_makes_no_sense_is_refused() -> None:
    """A place before the text, a type that is no tuple, a run of no words."""
    assert compiled.tokens("a b", 2, 99, 0, Word, odd) == in_python("a b", 2, 99, 0)
    with pytest.raises(IndexError):
        compiled.tokens("a", -1, 1, 0, Word, odd)
    with pytest.raises(TypeError):
        compiled.tokens("a", 0, 1, 0, dict, odd)
    for many, keep in ((0, 4), (5, 0)):
        with pytest.raises(ValueError, match="a run has words"):
            compiled.runs("a", many, keep)
