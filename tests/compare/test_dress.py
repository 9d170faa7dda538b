"""One word or figure in two dresses is no change of words; beside each stands what looks like it and is one."""

from __future__ import annotations

import pytest

from quotecli.compare import diff

SAME = [
    ("It fell by 20 per cent.", "It fell by 20%."),
    ("It cost three billion pounds.", "It cost £3bn."),
    ("It cost $5 bn.", "It cost $5 billion."),
    ("It cost $1.5M today.", "It cost 1.5 million dollars today."),
    ("We start at 3 p.m. today.", "We start at 3pm today."),
    ("We start at 15:00 today.", "We start at 3pm today."),
    ("It rang at half past six in the evening.", "It rang at 6:30 p.m."),
    ("We left at half past nine.", "We left at 9:30."),
    ("We saw one hundred and twenty of them.", "We saw 120 of them."),
    ("It was the third time.", "It was the 3rd time."),
    ("We need two and a half million.", "We need 2.5 million."),
    ("We need half a million boats.", "We need 500,000 boats."),
    ("We saw 20 000 birds.", "We saw 20,000 birds."),
    ("Add 2½ cups.", "Add 2.5 cups."),
    ("He has a fortnight to appeal.", "He has two weeks to appeal."),
    ("in the nineties", "in the 1990s"),
    ("twenty-one men", "21 men"),
    ("We need co-operation, a pre-war e-mail.", "We need cooperation, a prewar email."),
    ("Dr. Lee came in Sept. to St. Ives.", "Doctor Lee came in September to Saint Ives."),
    ("He lives at No. 10.", "He lives at Number 10."),
    ("the cafe\u0301 stood", "the caf\u00e9 stood"),
    ("the com\u00admittee met", "the committee met"),
    ("the zero\u200bwidth sign", "the zerowidth sign"),
    ("the led-\nger was burnt", "the ledger was burnt"),
]
OTHER = [
    ("It fell by 20 per cent.", "It fell by 30%."),
    ("It fell by two percentage points.", "It fell by 2 percent."),
    ("It cost three billion pounds.", "It cost £3m."),
    ("It cost $5 bn.", "It cost €5 billion."),
    ("We start at 3 p.m. today.", "We start at 3 a.m. today."),
    ("We start at 15:00 today.", "We start at 5pm today."),
    ("We left at half past nine.", "We left at 9:15."),
    ("We saw one hundred and twenty of them.", "We saw 102 of them."),
    ("It was the third time.", "It was the 2nd time."),
    ("We need two and a half million.", "We need 2.5 billion."),
    ("He has a fortnight to appeal.", "He has three weeks to appeal."),
    ("He lives at No. 10.", "He lives at Number 11."),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_another_dress_is_no_change(a: str, b: str) -> None:
    """Both ways: every edit is one of form, none a risk, and offsets are those of the texts."""
    for one, two in ((a, b), (b, a)):
        edits = diff(one, two)
        assert edits
        assert {edit.type for edit in edits} <= {"typographic", "spelling", "number-format"}
        assert not any(edit.risk for edit in edits)
        assert all(two[edit.start : edit.end] == edit.after and one[edit.before_start : edit.before_end] == edit.before for edit in edits)


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_another_value_is_a_risk(a: str, b: str) -> None:
    """What is near to the eye and another value."""
    assert any(edit.risk for edit in diff(a, b))
    assert any(edit.risk for edit in diff(b, a))
