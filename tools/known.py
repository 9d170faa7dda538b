"""Takes the mark `known` from small cases that work now, and marks those in the form of `want` that do not.

    python tools/known.py [FILE.jsonl…]     by default every file of tests/cases

A marked case stands under strict xfail, so that the suite asks for the mark to go on the day it works; `known` says what comes out instead,
unless somebody wrote the reason. A case that lists its `quotes` fixes an answer: it loses its mark here, and gets one only by hand.
Whatever changes sides is listed: a case that worked before is a step back, and to be read before it is committed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from gold import ROOT, Row, answers, rows, wrongs

CASES = ROOT / "tests" / "cases"


def holds() -> Callable[[Row], None]:
    """What the tests ask of a case; raises AssertionError."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "find")]
    from case_files import hold  # type: ignore[import-not-found]

    return hold  # type: ignore[no-any-return]


def marked(case: Row, hold: Callable[[Row], None]) -> Row:
    """The case with or without its mark, as it stands today."""
    unmarked = {key: value for key, value in case.items() if key != "known"}
    if "want" in case:
        wrong, told = wrongs(case, answers(case["text"])), case.get("known", "")
        return {**unmarked, "known": told if told and not told.startswith("“") else "; ".join(wrong)} if wrong else unmarked
    try:
        hold(unmarked)
    except AssertionError:
        if "known" not in case:
            print(f"{case['label']}: fails, and is not marked")
        return case
    return unmarked


def main(arguments: Sequence[str]) -> int:
    """Rewrite each file whose cases have changed sides, and tell which."""
    hold = holds()
    for path in [Path(argument) for argument in arguments] or sorted(CASES.glob("*.jsonl")):
        old = rows(path)
        new = [marked(case, hold) for case in old]
        if new != old:
            path.write_text("".join(json.dumps(case, ensure_ascii=False) + "\n" for case in new), "utf8")
        for before, after in zip(old, new, strict=True):
            if ("known" in before) != ("known" in after):
                print(f"{after['label']}: {after.get('known', 'works now')}")
        known = sum("known" in case for case in new)
        print(f"{path.name}: {len(new)} cases, {known} known to fail")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
