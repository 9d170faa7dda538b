"""Every case of tests/cases: what is found in its text is what the case promises."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from case_files import CASES, Case, hold, lines, names, parameters

MARKS = json.loads((CASES / "marks.json").read_text("utf8"))["cases"]


@pytest.mark.parametrize("case", MARKS, ids=[case["label"] for case in MARKS])
def test_the_marks_pair_as_a_careful_reader_pairs_them(case: Case) -> None:
    """Every outermost span of the case, marks included, in order, and no other."""
    hold(case)


@pytest.mark.parametrize("case", [case for name in names() for case in parameters(name)])
def test_a_case_comes_out_as_promised(case: Case) -> None:
    """Spans, kinds, speakers, cues and refusals, each as far as the case speaks of it."""
    hold(case)


def test_labels_name_one_case_each() -> None:
    """A failing label leads to one line."""
    counts = Counter(case["label"] for name in names() for case in lines(name))
    assert [label for label, count in counts.items() if count > 1] == []
