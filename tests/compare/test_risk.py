"""What a careful editor would look at is marked, and little else: pairs labelled before anything was run, and the neighbours of each kind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotecli.compare import diff

PAIRS = [json.loads(row) for row in (Path(__file__).parent / "risk.jsonl").read_text("utf8").splitlines()]


@pytest.mark.parametrize(
    "pair",
    [
        pytest.param(pair, id=pair["kind"], marks=pytest.mark.xfail(reason=pair["known"], strict=True) if "known" in pair else ())
        for pair in PAIRS
    ],
)
def test_pairs_are_told_as_labelled(pair: dict[str, str | bool]) -> None:
    """An edit with risk where the label says so, none where it does not."""
    assert any(edit.risk for edit in diff(str(pair["full"]), str(pair["other"]))) == pair["risk"]
