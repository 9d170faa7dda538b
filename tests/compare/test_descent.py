"""Who has a wording from whom: evidence is a change that nobody makes by himself; everything else is order in time."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.compare.descent import chain
from quotecli.compare.edits import held_against, text_of
from quotecli.model import Held, Step, Variant

SAID = "We will not close the ferry to the islands in winter, whatever the ministry tells us about the harbour."
DROPPED = SAID.replace("not ", "")
BOAT = SAID.replace("ferry", "steamer")
BOTH = DROPPED.replace("ferry", "steamer")
ALSO = DROPPED.replace("harbour", "lighthouse")
ALL = BOTH.replace("harbour", "lighthouse")
MOST = [("Wire", "2020-05-01", SAID), ("Echo", "2020-05-01", SAID), ("Star", None, SAID)]
"""Enough who print what was said, so that what the others print are changes."""

Printed = tuple[str, str | None, str]


def told(printed: list[Printed], copies: tuple[tuple[str, str], ...] = ()) -> tuple[Step, ...]:
    """The chain of some printings, of which the first is the base; each stands in an article that is called as its outlet."""
    base = text_of(printed[0][2])
    variants = [Variant(f"{who}:0", who, 0, len(words), words, Held(*held_against(base, text_of(words)))) for who, _, words in printed]
    return chain(variants, {who: date for who, date, _ in printed}, copies)


def of(who: str, steps: tuple[Step, ...]) -> tuple[str, list[str]]:
    """On what a printing rests, and whom it goes back to."""
    (one,) = (step for step in steps if step.variant.source == who)
    return one.basis, [origin.quote.removesuffix(":0") for origin in one.origins]


CASES = [
    ("a dropped word comes again", [("Post", "2020-05-02", DROPPED), ("Mail", "2020-05-03", DROPPED)], ("descends", ["Post"])),
    ("who has it first has it from nobody", [("Mail", "2020-05-02", DROPPED), ("Post", "2020-05-03", DROPPED)], ("own", [])),
    ("from the earliest, not the nearest", [("Sun", "2020-05-03", BOAT), ("Post", "2020-05-02", BOAT), ("Mail", "2020-05-04", BOAT)], ("descends", ["Post"])),
    ("a change more than it had", [("Post", "2020-05-02", DROPPED), ("Mail", "2020-05-03", BOTH)], ("descends", ["Post"])),
    ("from whom it shares most with", [("Post", "2020-05-02", DROPPED), ("Sun", "2020-05-03", BOTH), ("Mail", "2020-05-04", ALL)], ("descends", ["Sun"])),
    ("a change of each of two", [("Post", "2020-05-02", DROPPED), ("Sun", "2020-05-03", BOAT), ("Mail", "2020-05-04", BOTH)], ("mixed", ["Post", "Sun"])),
    ("it lacks what the earlier one has besides", [("Post", "2020-05-02", BOTH), ("Mail", "2020-05-03", DROPPED)], ("kindred", ["Post"])),
    ("each has what the other lacks", [("Post", "2020-05-02", BOTH), ("Mail", "2020-05-03", ALSO)], ("kindred", ["Post"])),
    ("two of one day", [("Post", "2020-05-02", BOAT), ("Mail", "2020-05-02", BOAT)], ("unordered", ["Post"])),
    ("of one day, by the hour", [("Post", "2020-05-02T08:00:00Z", BOAT), ("Mail", "2020-05-02T10:00:00+01:00", BOAT)], ("descends", ["Post"])),
    ("an hour beside a day", [("Post", "2020-05-02T08:00:00Z", BOAT), ("Mail", "2020-05-02", BOAT)], ("unordered", ["Post"])),
    ("the hour of another zone", [("Post", "2020-05-02T23:30:00-05:00", BOAT), ("Mail", "2020-05-03T01:00:00Z", BOAT)], ("own", [])),
    ("no date", [("Post", "2020-05-02", BOAT), ("Mail", None, BOAT)], ("unordered", ["Post"])),
    ("a date that is none", [("Post", "2020-05-02", BOAT), ("Mail", "last May", BOAT)], ("unordered", ["Post"])),
    ("the other has no date", [("Post", None, BOAT), ("Mail", "2020-05-02", BOAT)], ("unordered", ["Post"])),
    ("either of two of one day", [("Post", "2020-05-02", BOAT), ("Sun", "2020-05-02", BOAT), ("Mail", "2020-05-03", BOAT)], ("descends", ["Post", "Sun"])),
    ("the old words are nobody's", [("Mail", "2020-05-03", SAID)], ("none", [])),
    ("another change", [("Post", "2020-05-02", BOAT), ("Mail", "2020-05-03", SAID.replace("ferry", "tunnel"))], ("own", [])),
    ("small words", [("Post", "2020-05-02", SAID.replace("tells us", "says to us")), ("Mail", "2020-05-03", SAID.replace(" in winter", " in the winter"))], ("none", [])),
    ("one small word of both", [("Post", "2020-05-02", SAID.replace("in winter", "in the winter")), ("Mail", "2020-05-03", SAID.replace("in winter", "in the winter"))], ("none", [])),
    ("another dress", [("Post", "2020-05-02", SAID.replace("harbour", "harbor")), ("Mail", "2020-05-03", SAID.replace("harbour", "harbor"))], ("none", [])),
    ("an early end", [("Post", "2020-05-02", SAID[: SAID.index(",")]), ("Mail", "2020-05-03", SAID[: SAID.index(",")])], ("none", [])),
    ("a late beginning", [("Post", "2020-05-02", SAID[SAID.index("the ferry") :]), ("Mail", "2020-05-03", SAID[SAID.index("the ferry") :])], ("none", [])),
    ("a cut that says so", [("Post", "2020-05-02", SAID.replace("to the islands", "…")), ("Mail", "2020-05-03", SAID.replace("to the islands", "…"))], ("none", [])),
    ("a cut that does not", [("Post", "2020-05-02", SAID.replace(" to the islands", "")), ("Mail", "2020-05-03", SAID.replace(" to the islands", ""))], ("descends", ["Post"])),
    ("it ends before what the earlier one has besides", [("Post", "2020-05-02", ALSO), ("Mail", "2020-05-03", DROPPED[: DROPPED.index(" about")])], ("descends", ["Post"])),
]  # fmt: skip


@pytest.mark.parametrize(("label", "printed", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_wording_goes_back_to_the_earliest_that_has_its_changes(
    label: str, printed: list[Printed], expected: tuple[str, list[str]]
) -> None:
    """The Mail, among others."""
    assert of("Mail", told([*MOST, *printed])) == expected


def test_what_most_print_is_no_change_of_theirs() -> None:
    """One drops a word before all others print it: these may have heard it, each by himself."""
    steps = told([("Echo", "2020-05-02", SAID), ("Star", "2020-05-03", SAID), ("Wire", "2020-05-01", DROPPED)])
    assert [(step.variant.source, step.basis) for step in steps] == [("Wire", "own"), ("Echo", "none"), ("Star", "none")]
    assert [(change.before, change.after, change.risk) for change in steps[0].changes] == [("not", "", True)]


def test_copies_of_one_article_are_one_voice() -> None:
    """Three copies do not make what they print the usual words; of one against one the earlier tells what was changed."""
    printed: list[Printed] = [("Post", "2020-05-02", DROPPED), ("Sun", "2020-05-03", DROPPED), ("Wire", "2020-05-01", SAID)]
    copies = (("Sun", "Post"),)
    steps = told(printed, copies)
    assert [of(who, steps) for who in ("Wire", "Post", "Sun")] == [("none", []), ("own", []), ("own", [])]
    assert [of(who, told(printed)) for who in ("Wire", "Post", "Sun")] == [("own", []), ("none", []), ("none", [])]


@pytest.mark.parametrize("date", [None, "2020-05-02"])
def test_of_one_against_one_without_an_order_nobody_changed_anything(date: str | None) -> None:
    """Who has the old words is not known then."""
    steps = told([("Wire", date, SAID), ("Post", "2020-05-02", DROPPED)])
    assert [(step.basis, step.changes) for step in steps] == [("none", ())] * 2


def test_shared_changes_are_told_with_whom_they_are_shared() -> None:
    """The evidence stands beside the claim, in the words of most and of these."""
    steps = told([*MOST, ("Post", "2020-05-02", DROPPED), ("Sun", "2020-05-03", BOAT), ("Mail", "2020-05-04", BOTH)])
    mail = next(step for step in steps if step.variant.source == "Mail")
    assert [[(change.before, change.after) for change in one.shared] for one in mail.origins] == [[("not", "")], [("ferry", "steamer")]]
    assert [(change.before, change.after) for change in mail.changes] == [("not", ""), ("ferry", "steamer")]


DAYS = [None, "2020", "2020-05-01", "2020-05-02", "2020-05-02T08:00:00Z", "2020-05-02T09:00:00+02:00", "2020-05-03", "soon"]
PRINTED = st.lists(st.tuples(st.sampled_from(DAYS), st.sampled_from([SAID, DROPPED, BOAT, BOTH, ALSO, ALL])), min_size=2, max_size=6)


@given(PRINTED, st.randoms(use_true_random=False))
def test_the_order_of_printings_tells_nothing(printed: list[tuple[str | None, str]], random: Random) -> None:
    """Whatever comes first in the list, the chain is the same, and nothing goes back to what is later or to itself."""
    named = [(f"a{number}", date, words) for number, (date, words) in enumerate(printed)]
    base = text_of(SAID)
    variants = [Variant(f"{who}:0", who, 0, len(words), words, Held(*held_against(base, text_of(words)))) for who, _, words in named]
    dates = {who: date for who, date, _ in named}
    steps = chain(variants, dates)
    random.shuffle(variants)
    assert chain(variants, dates) == steps
    place = {step.variant.quote: number for number, step in enumerate(steps)}
    for number, step in enumerate(steps):
        assert bool(step.origins) == (step.basis in ("descends", "mixed", "kindred", "unordered"))
        assert all(origin.shared and set(origin.shared) <= set(step.changes) for origin in step.origins)
        if step.basis != "unordered":
            assert all(place[origin.quote] < number for origin in step.origins)


def test_a_crowd_costs_no_more_than_its_number() -> None:
    """Ten thousand who print one change are not each named beside each."""
    printed = [*MOST, *((f"a{number}", None, DROPPED) for number in range(60)), ("Post", "2020-05-02", DROPPED)]
    steps = told([*printed, *((f"b{number}", "2020-05-01", SAID) for number in range(90))])
    assert max(len(step.origins) for step in steps) <= 3
