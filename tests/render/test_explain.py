"""Every answer carries its reason."""

import io
import json

import specimens

from quotecli.find.meant import Why
from quotecli.find.weigh import weights
from quotecli.model import Contender, Explanation, Meant, Refusal, Sign, Skipped, Weighing
from quotecli.render.console import Look
from quotecli.render.explain import WHYS, write_json, write_text
from quotecli.render.signs import in_words


def found() -> Explanation:
    """One quotation, one inch mark."""
    text = 'Ann said: “It is a 5" [sic] \x1b[1mpipe,” and left.'
    source = specimens.source("post", text)
    quote = specimens.quote(source, text[11 : text.index("”")])
    signs = (Sign("before say fin", 1.5), Sign("before say rank 0", 0.75), Sign("before rests", 0.001))
    ann = Contender("Ann", 0, 3, "cue-after", 0.93, signs)
    it = Contender("It", 11, 13, "first-phrase", 0.05, ())
    meant = Meant("Ann Lee", "surname", 0.97, "Ann Roe")
    weighing = Weighing(quote.id, (ann, it), 0.02, meant)
    return Explanation(source, (quote,), (Refusal(20, 21, "inch mark"),), {"cue-after": "“…,” said Smith."}, (weighing,))


def test_the_text_names_the_evidence_and_what_was_refused() -> None:
    """Kind of evidence, reason, the words it rests on with their place, the confidence; harmless."""
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
    """One record a source: the quotation as in `extract`, with its evidence."""
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


def test_the_text_tells_the_weights_the_runner_up_and_who_is_meant() -> None:
    """What speaks for the speaker, what for the next, and who else the mention might have been."""
    stream = io.StringIO()
    write_text([found()], stream, Look(width=140))
    rows = [line.split(None, 1) for line in stream.getvalue().splitlines() if line.strip()]
    for row in (
        ["belief", "0.93"],
        ["+1.50", "a verb of saying before the words, a finite verb"],
        ["+0.75", "a verb of saying before the words, the nearest"],
        ["runner-up", "0.05   “It” at 1:12, first-phrase"],
        ["nobody", "0.02"],
        ["meant", f"Ann Lee: {WHYS['surname']}; certainty 0.97"],
        ["instead", "Ann Roe"],
    ):
        assert row in [[part.strip() for part in line] for line in rows]
    assert "+0.00" not in stream.getvalue()


def test_the_text_tells_why_nobody_is_named() -> None:
    """No speech, no evidence, or nothing that outweighs nobody: three answers."""
    one = found()
    (quote,), (weighing,) = one.quotes, one.weighings
    unnamed = quote._replace(speaker=None, cue=None)
    for changed, weighed, words in (
        (unnamed._replace(kind="other", why="title"), weighing._replace(meant=None), "nobody: this is no reported speech"),
        (unnamed, weighing._replace(meant=None), "unknown: that none of these said it outweighs each of them"),
        (unnamed, weighing._replace(meant=None, contenders=()), "unknown: no evidence"),
        (unnamed, weighing, "unknown: the speaker is less certain than --min-confidence asks"),
    ):
        stream = io.StringIO()
        write_text([one._replace(quotes=(changed,), weighings=(weighed,))], stream, Look(width=100))
        assert words in stream.getvalue()


def test_the_json_holds_every_candidate_with_every_sign() -> None:
    """And nobody's share, and who is meant."""
    stream = io.BytesIO()
    write_json([found()], stream)
    quote = json.loads(stream.getvalue())["explanations"][0]["quotes"][0]
    assert [(c["mention"], c["line"], c["column"], c["via"], c["share"], len(c["signs"])) for c in quote["candidates"]] == [
        ("Ann", 1, 1, "cue-after", 0.93, 3),
        ("It", 1, 12, "first-phrase", 0.05, 0),
    ]
    assert quote["candidates"][0]["signs"][0] == {
        "sign": "before say fin",
        "words": "a verb of saying before the words, a finite verb",
        "weight": 1.5,
    }
    assert quote["nobody"] == 0.02
    assert quote["meant"] == {"name": "Ann Lee", "why": "surname", "reason": WHYS["surname"], "certainty": 0.97, "instead": "Ann Roe"}


def test_every_reason_and_every_sign_has_plain_words() -> None:
    """A new row of the table of weights wants a form in `render/signs.py`, a new reason a line in `WHYS`."""
    assert {why.value for why in Why} <= WHYS.keys()
    assert [sign for sign in weights() if in_words(sign) == sign] == []
