"""Words that stand for each other are found by compiled code where that is there: the answers are those of plain Python."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecli.compare import align
from quotecli.compare.align import Pair, Unit, align_units, placed, read, read_in_python, units
from quotecli.compare.figures import alone, figured
from quotecli.compare.words import Word, words
from quotecli.lexicon.en.frequency import weight

made = pytest.importorskip("quotecli.compare._align", reason="the compiled part is not built")
compiled, read_compiled = made.places, made.read

PARTS = """we We will keep the bridge open that Bridge, harbour. no No. 10 Sept. U.S. don't do not we'll cannot can not “this (that) it.” 35 million
    100,000 $3.5 3rd half-open half open halfopen thousand — - … ... ?! & * f—ing [sic] [W]e , . budgets budgetary quixotic 20 000 per cent %
    percent it’s its they're they are x\u00adyz cafe\u0301 café""".split(" ")
PART = st.sampled_from(PARTS) | st.text(max_size=5)
TEXTS = st.lists(PART, max_size=40) | st.lists(st.sampled_from(PARTS[:6]), max_size=30)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Two wordings: one made of the other as outlets do, by words left out, put in and moved; or two that have nothing to do with each other."""
    one = draw(TEXTS)
    if draw(st.booleans()):
        return tuple(words(" ".join(one))), tuple(words(" ".join(draw(TEXTS))))
    two = [part for part in one if draw(st.integers(0, 7))]
    for place, part in draw(st.lists(st.tuples(st.integers(0, 40), PART), max_size=4)):
        two.insert(place, part)
    cut = draw(st.integers(0, len(two)))
    return tuple(words(" ".join(one))), tuple(words(" ".join(two[cut:] + two[:cut] if draw(st.booleans()) else two)))


@given(pairs(), st.sampled_from([1, 30, align.SMALL]), st.sampled_from([20, align.LARGE]), st.sampled_from([0, align.MARGIN]))
@settings(max_examples=600, deadline=None)
def test_wordings_are_aligned_alike(wordings: tuple[tuple[Word, ...], tuple[Word, ...]], small: int, large: int, margin: int) -> None:
    """Every word has the same place, whatever the tables are; what is too large a table is left to Python."""
    a, b = wordings
    one, two = units(a, read(b).plain), units(b, read(a).plain)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("SMALL", small), ("LARGE", large), ("MARGIN", margin)):
            patch.setattr(align, name, value)
        found = compiled(one, two, weight, Pair, (*align.RULES[:-3], small, large, margin))
        assert found == placed(one, two, align_units(one, two)) if found is not None else len(one) * len(two) > large
    assert all(type(place) is Pair for place in found or ())


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_a_wording_is_read_alike(parts: list[str]) -> None:
    """Its units, its words, and the words that two of its words would make."""
    found = tuple(words(" ".join(parts)))
    told = read.__wrapped__(found)
    assert told == read_in_python(found)
    assert all(type(unit) is Unit for unit in told.units)


@pytest.mark.parametrize("wrong", ["word", ("we",), (1, 0, 1, "word", False, False), ("we", 0, 2, None, False, False)])
def test_what_is_no_word_is_refused(wrong: object) -> None:
    """Nor are words taken on trust."""
    with pytest.raises(TypeError):
        read_compiled((wrong,), alone, figured, align.plainly, align.mark_form, Unit)


@pytest.mark.parametrize("answer", [None, 1, (1,), ("1", ()), (0, ()), (2, ()), (1, ["we"])])
def test_a_figure_is_made_of_words_that_are_there(answer: object) -> None:
    """Nor what several words are said to make."""
    with pytest.raises((TypeError, IndexError)):
        read_compiled(tuple(words("we")), lambda *_: None, lambda *_: answer, align.plainly, align.mark_form, Unit)


def test_a_chapter_is_left_to_python() -> None:
    """A table of more cells than may be filled is not tried."""
    one, two = units(tuple(words("no yes " * 400))), units(tuple(words("yes no " * 400)))
    assert compiled(one, two, weight, Pair, align.RULES) is None
    assert align.align_words(words("no yes " * 400), words("yes no " * 400))


@pytest.mark.parametrize("wrong", [(1, 2), (0, b"key", False, 1), ("0", "key", False, 1), (0, "key", False, None), None])
def test_what_is_no_unit_is_refused(wrong: object) -> None:
    """The compiled part takes nothing on trust."""
    with pytest.raises(TypeError):
        compiled((Unit(0, "key", False, 1), wrong), (), weight, Pair, align.RULES)


def test_a_fault_of_the_weights_comes_through() -> None:
    """Whoever weighs may fail."""

    def failing(_: str) -> float:
        raise LookupError

    for weigh, fault in ((failing, LookupError), (str, TypeError)):
        with pytest.raises(fault):
            compiled((Unit(0, "key", False, 1),), (), weigh, Pair, align.RULES)


def test_places_are_pairs() -> None:
    """A type that is no tuple makes no places."""
    weigh: Callable[[str], float] = weight
    with pytest.raises(TypeError):
        compiled((), (), weigh, dict, align.RULES)
