"""Two quotations of one utterance are brought together, and two of two are not: pairs labelled before anything was run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conformance.adapters.quotes import Quotes

PAIRS = [json.loads(row) for row in (Path(__file__).parent / "cases" / "wordings.jsonl").read_text("utf8").splitlines()]


def marked(pair: dict[str, Any]) -> Any:
    """A pair, under strict xfail where it is a known failure."""
    marks = [pytest.mark.xfail(reason=pair["known"], strict=True)] if "known" in pair else []
    return pytest.param(pair, id=pair["label"], marks=marks)


@pytest.mark.parametrize("pair", [marked(pair) for pair in PAIRS])
def test_two_quotations_are_told_as_labelled(pair: dict[str, Any]) -> None:
    """Whichever comes first."""
    assert Quotes().same(pair["one"], pair["other"]) is pair["same"]
    assert Quotes().same(pair["other"], pair["one"]) is pair["same"]
