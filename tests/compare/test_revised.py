"""How quotations changed between versions of an article: what is one quotation reworded, and what is another."""

from __future__ import annotations

import pytest

from quotecli.compare import revisions
from quotecli.find import find_quotes
from quotecli.model import Quote, Source

OLD = [("We will not stop the ferry in winter", "Dana Ortiz"), ("Nobody has asked us to", "Tom Marsh"), ("The harbour is safe", "Ann Lee")]


def quotes(said: list[tuple[str, str]]) -> tuple[Quote, ...]:
    """The quotations of an article in which somebody says each."""
    return find_quotes(Source("a", "a", "\n\n".join(f"“{words},” {who} said on Friday." for words, who in said))).quotes


def told(new: list[tuple[str, str]]) -> list[tuple[str | None, str | None, bool]]:
    """What became of the quotations: the older words, the newer, and whether somebody else says them."""
    found = revisions(quotes(OLD), quotes(new))
    return [(one.before and one.before.text.rstrip(","), one.after and one.after.text.rstrip(","), one.reattributed) for one in found]


@pytest.mark.parametrize(
    ("label", "new", "expected"),
    [
        ("nothing changed", OLD, []),
        ("another order is no change", [OLD[2], OLD[0], OLD[1]], []),
        ("the surname alone is the same person", [(words, who.split()[1]) for words, who in OLD], []),
        (
            "a word gone",
            [("We will stop the ferry in winter", "Dana Ortiz"), *OLD[1:]],
            [(OLD[0][0], "We will stop the ferry in winter", False)],
        ),
        ("one gone", OLD[1:], [(OLD[0][0], None, False)]),
        ("one new", [OLD[0], ("Fares rise in May", "Dana Ortiz"), *OLD[1:]], [(None, "Fares rise in May", False)]),
        (
            "one for another",
            [("Fares rise in May", "Dana Ortiz"), *OLD[1:]],
            [(None, "Fares rise in May", False), (OLD[0][0], None, False)],
        ),
        ("said by another", [OLD[0], (OLD[1][0], "Dana Ortiz"), OLD[2]], [(OLD[1][0], OLD[1][0], True)]),
        ("printed twice", [*OLD, OLD[0]], [(None, OLD[0][0], False)]),
        ("all gone", [], [(words, None, False) for words, _ in OLD]),
    ],
)
def test_each_quotation_is_held_against_the_one_that_it_was(
    label: str, new: list[tuple[str, str]], expected: list[tuple[str | None, str | None, bool]]
) -> None:
    """What is the same is not told; what is alike is reworded; what is unlike is gone, and another is new."""
    assert sorted(told(new), key=repr) == sorted(expected, key=repr)


def test_a_change_that_may_change_the_meaning_is_marked() -> None:
    """A dropped “not” is told as what it is, at its place in the newer version."""
    new = quotes([("We will stop the ferry in winter", "Dana Ortiz"), *OLD[1:]])
    (one,) = revisions(quotes(OLD), new)
    assert [(edit.before, edit.after, edit.risk) for edit in one.edits] == [("not", "", True)]
    assert new[0].start < one.edits[0].start < new[0].end
