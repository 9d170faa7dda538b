"""Every rule keeps the promises of its card: it finds its examples, and leaves what it says it leaves."""

from __future__ import annotations

from typing import Any

import pytest
from case_files import source

from quotecli.find import find_quotes
from quotecli.find.confidence import CONFIDENCE
from quotecli.find.rules import CARDS

LEAVES = [(card.name, text) for card in CARDS for text in card.leaves]


# Examples that another rule takes first today: the card or the order is wrong.
TAKEN = {
    "Calling the plan “a mess,” Dana Ortiz left the room.": "the after-rules come first where a comma leads on, and find the same subject",
    "Dana Ortiz dreams of “one great park” for the town.": "'dream' stands on the shelf of weak verbs",
}


def examples() -> list[Any]:
    """Each example of each card."""
    found = []
    for card in CARDS:
        for text, mention in card.finds:
            taken = [pytest.mark.xfail(reason=TAKEN[text], strict=True)] if text in TAKEN else []
            found.append(pytest.param(card.name, text, mention, marks=taken, id=f"{card.name}: {text[:40]}"))
    return found


@pytest.mark.parametrize(("name", "text", "mention"), examples())
def test_a_rule_finds_its_examples(name: str, text: str, mention: str) -> None:
    """A quotation of the example is attributed by the rule on whose card it stands, to the mention named there."""
    speakers = [q.speaker for q in find_quotes(source(text)).quotes if q.speaker]
    assert (name, mention) in [(speaker.via, speaker.mention) for speaker in speakers]


@pytest.mark.parametrize(("name", "text"), LEAVES)
def test_a_rule_leaves_what_is_not_its_own(name: str, text: str) -> None:
    """Negatives of equal rank: no quotation of the text may be attributed by this rule."""
    found = find_quotes(source(text)).quotes
    assert [q.speaker.via for q in found if q.speaker and q.speaker.via == name] == []


def test_every_rule_has_a_name_of_its_own_and_a_reason() -> None:
    """`quotes explain` prints the reason; two rules of one name could not be told apart."""
    names = [card.name for card in CARDS]
    assert len(set(names)) == len(names)
    assert [card.name for card in CARDS if not card.reason.endswith((".", "%)."))] == []


def test_every_rule_has_a_measured_confidence() -> None:
    """A rule without a figure would speak with the confidence of a coin."""
    assert {card.name for card in CARDS} <= CONFIDENCE.keys()
    assert all(0 < value <= 1 for value in CONFIDENCE.values())
