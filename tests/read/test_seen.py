"""Names that have come already, told from those that have not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotecli.read.seen import FIRST, Seen


@given(st.lists(st.text(max_size=3)))
def test_it_answers_as_a_set_would(names: list[str]) -> None:
    """Whatever comes, in whatever order, halves of characters too."""
    seen, told = Seen(), set[str]()
    for name in names:
        assert seen.new(name) == (name not in told)
        told.add(name)


def test_it_grows() -> None:
    """Past the places that it begins with nothing is forgotten, and a name takes no more than 32 bytes."""
    seen, names = Seen(), [f"news#{number}" for number in range(9 * FIRST)]
    assert all(map(seen.new, names))
    assert not any(map(seen.new, names))
    assert len(seen.places) * seen.places.itemsize <= 32 * len(names)
