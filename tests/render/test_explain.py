"""Every answer carries its reason."""

import io
import json

import specimens

from quotecli.model import Explanation, Refusal, Skipped
from quotecli.render.console import Look
from quotecli.render.explain import write_json, write_text


def found() -> Explanation:
    """One quotation, one inch mark."""
    text = 'Ann said: “It is a 5" [sic] \x1b[1mpipe,” and left.'
    source = specimens.source("post", text)
    quote = specimens.quote(source, text[11 : text.index("”")])
    return Explanation(source, (quote,), (Refusal(20, 21, "inch mark"),), {"cue-after": "“…,” said Smith."})


def test_the_text_names_the_rule_its_evidence_and_what_was_refused() -> None:
    """Rule, reason, the words it rests on with their place, the confidence; harmless."""
    stream = io.StringIO()
    assert write_text([Skipped("x", "empty"), found()], stream, Look(width=80)) == [Skipped("x", "empty")]
    page = stream.getvalue()
    for words in (
        "1:11",
        "“Ann” at 1:1 (0-3)",
        "“said” at 1:5 (4-8)",
        "cue-after: “…,” said Smith.",
        "confidence 0.90",
        "inch mark",
        "1:21",
    ):
        assert words in page
    assert "[sic]" in page
    assert "\x1b" not in page


def test_the_json_holds_the_same() -> None:
    """One record a source: the quotation as in `extract`, with its rule and evidence."""
    stream = io.BytesIO()
    write_json([found()], stream)
    (one,) = json.loads(stream.getvalue())["explanations"]
    quote, refusal = one["quotes"][0], one["refusals"][0]
    assert (quote["rule"], quote["reason"]) == ("cue-after", "“…,” said Smith.")
    assert [(e["what"], e["text"], e["start"], e["end"], e["line"], e["column"]) for e in quote["evidence"]] == [
        ("mention", "Ann", 0, 3, 1, 1),
        ("cue", "said", 4, 8, 1, 5),
    ]
    assert refusal == {"start": 20, "end": 21, "line": 1, "column": 21, "text": '"', "reason": "inch mark"}
