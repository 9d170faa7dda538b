"""What differs is told in plain words, and where three outlets or more print it, of how many."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
import specimens

from quotecli.compare import cluster
from quotecli.model import Report
from quotecli.render.told import told, votes
from quotecli.render.wording import Atlas

CASES = [
    ("one of four adds", ["", "", "not ", ""], [], ["adds “not” (1 of 4)"]),
    ("two of five in one way", ["", "", "", "not ", "not "], [], ["adds “not” (2 of 5)"]),
    ("copies of one publisher count once", ["", "", "", "not ", "not "], [3, 4], ["adds “not” (1 of 4)"]),
    ("of two nothing is counted", ["", "not "], [], ["drops “not”"]),
    ("what puts nothing at risk is not told", ["", "", "", "really "], [], []),
]


@pytest.mark.parametrize(("label", "words", "alike", "lines"), CASES, ids=[case[0] for case in CASES])
def test_a_change_is_told_with_how_many_have_it(label: str, words: Sequence[str], alike: Sequence[int], lines: Sequence[str]) -> None:
    """The lines of all wordings, each once."""
    texts = [f"“We will {word}raise the fare on boats before winter comes.” Ann Lee said." for word in words]
    sources = [specimens.source("abcde"[i], text)._replace(publisher="Post" if i in alike else None) for i, text in enumerate(texts)]
    quotes = [specimens.quote(one, one.text[1 : one.text.index("”")]) for one in sources]
    report = Report(tuple(sources), tuple(quotes), cluster(quotes, sources))
    (utterance,) = report.clusters
    counted = votes(utterance, Atlas(report))
    found = [line for variant in utterance.variants for line in told(variant.edits, counted=counted)]
    assert list(dict.fromkeys(found)) == lines
