"""Every attribution can be explained: each rule name that it may carry has a confidence and a reason."""

from __future__ import annotations

from quotecli.find.confidence import CONFIDENCE
from quotecli.find.rules import REASONS


def test_every_rule_has_a_measured_confidence_and_a_reason() -> None:
    """No attribution carries a figure without a reason, or a rule that nobody measured."""
    assert CONFIDENCE.keys() == REASONS.keys()
    assert all(0 < figure < 1 for figure in CONFIDENCE.values())
