"""Records as people have them, each with an article: every verdict that a person with both in hand would give.

cases/record.jsonl: `record` and `article` are whole files, `verdicts` the beginnings of quotations with what is right, `why` tells why. A
case with a `reason` is one that we cannot do yet. Those of cases/blind.jsonl were labelled before anything was run on them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotecli import check, find_quotes
from quotecli.model import Source

FILES = [Path(__file__).parent / "cases" / name for name in ("record.jsonl", "blind.jsonl")]
CASES = [json.loads(line) for file in FILES for line in file.read_text("utf8").splitlines()]


def marked(case: dict[str, Any]) -> Any:
    """A case, under strict xfail where it is a known failure."""
    marks = [pytest.mark.xfail(reason=case["reason"], strict=True)] if "reason" in case else []
    return pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_every_verdict_of_a_record_is_right(case: dict[str, Any]) -> None:
    """Words that the record gives to another are never called right, and right ones are never accused."""
    source = Source(id="article", path="article.txt", text=case["article"])
    verdicts = check(case["record"], find_quotes(source).quotes)
    for begins, right in case["verdicts"]:
        found = next((one for one in verdicts if one.quote.text.startswith(begins)), None)
        assert found is not None, begins
        assert found.verdict in right, (case.get("why"), begins, found.edits)
