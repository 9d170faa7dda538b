"""The case files: what each line of tests/cases/*.jsonl says, and how a finding is held against it.

A case is an object: `label`, `text`, `quotes` (the outermost quotations in order; all of them), and perhaps `refused` (marks that are no
quotation, with the reason) and `known` (why we cannot do it yet: the case then stands under strict xfail). A quotation is its span, marks
included, or an object with `span` and whatever else is promised of it; what is left out is not looked at.

- `kind`, `why`, `text`, `closed`, `via`: the field of that name;
- `speaker`: the name; null where nobody may be named;
- `mention`: the words that name the speaker; null where the quotation must stay unattributed;
- `never`: a name that must not be put on it;
- `cue`: the reporting words;
- `continues`: the place in `quotes` of the one it goes on from; null for none;
- `inside`: the quotations nested in it, in order, in the same form.

A case whose article is more than its fault has `want` in place of `quotes`: who says the quotations that begin so. What it can say stands
over `wrongs` in tools/gold.py. `python tools/known.py` writes `known` anew into the cases of this form.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotecli.find import Found, find_quotes
from quotecli.model import Quote, Source
from tools.gold import answers, wrongs

CASES = Path(__file__).parent.parent / "cases"

Case = dict[str, Any]


def source(text: str, name: str = "case") -> Source:
    """An article of that text and of no other property."""
    return Source(id=name, path=f"{name}.txt", text=text)


def lines(name: str) -> list[Case]:
    """The cases of one file, in order."""
    return [json.loads(line) for line in (CASES / f"{name}.jsonl").read_text("utf8").splitlines() if line.strip()]


def parameters(name: str) -> list[Any]:
    """The cases of one file for pytest: what is known to fail must fail, so that the day it works it asks for its promotion."""
    return [pytest.param(case, id=case["label"], marks=_known(case)) for case in lines(name)]


def _known(case: Case) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["known"], strict=True)] if "known" in case else []


def names() -> list[str]:
    """Every case file."""
    return sorted(path.stem for path in CASES.glob("*.jsonl"))


def hold(case: Case) -> None:
    """Assert that what is found in the case's text is what the case promises."""
    if "want" in case:
        assert wrongs(case, answers(case["text"])) == []
        return
    found = find_quotes(source(case["text"]))
    expected = [_whole(entry) for entry in case["quotes"]]
    outermost = [quote for quote in found.quotes if quote.parent is None]
    assert [case["text"][q.start : q.end] for q in outermost] == [entry["span"] for entry in expected]
    for quote, entry in zip(outermost, expected, strict=True):
        _hold_quote(found, quote, entry, outermost)
    refused = {(case["text"][r.start : r.end], r.reason) for r in found.refusals}
    for words, reason in case.get("refused", ()):
        assert (words, reason) in refused


def _whole(entry: str | Case) -> Case:
    return {"span": entry} if isinstance(entry, str) else entry


def _hold_quote(found: Found, quote: Quote, entry: Case, siblings: list[Quote]) -> None:
    speaker = quote.speaker
    name = speaker.name if speaker else None
    got: Case = {
        "span": found.source.text[quote.start : quote.end],
        "kind": quote.kind,
        "why": quote.why,
        "text": quote.text,
        "closed": quote.closed,
        "via": speaker.via if speaker else None,
        "speaker": name,
        "mention": speaker.mention if speaker else None,
        "cue": quote.cue.text if quote.cue else None,
        "continues": [q.id for q in siblings].index(quote.continues) if quote.continues else None,
    }
    promised = {key: value for key, value in entry.items() if key not in ("inside", "never")}
    assert {key: got[key] for key in promised} == promised
    if "never" in entry:
        assert entry["never"] != name
        assert not speaker or entry["never"] != speaker.mention
    if "inside" in entry:
        inside = [_whole(child) for child in entry["inside"]]
        children = [q for q in found.quotes if q.parent == quote.id]
        assert [found.source.text[q.start : q.end] for q in children] == [child["span"] for child in inside]
        for child_quote, child in zip(children, inside, strict=True):
            _hold_quote(found, child_quote, child, children)
