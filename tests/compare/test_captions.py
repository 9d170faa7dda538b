"""Captions as a record: what was said, once, by whom, and where in the file."""

from __future__ import annotations

import pytest
from made import article, quotes_of

from quotecli.captions import heard_captions, is_captions
from quotecli.compare import check
from quotecli.compare.transcript import heard, turns

SRT = """1\r
00:00:01,000 --> 00:00:04,000\r
<i>We were given numbers</i>\r
in 2019\r
\r
2\r
00:00:04,000 --> 00:00:07,000\r
that nobody has touched &amp; never will.\r
"""
VOICES = """WEBVTT

NOTE made by hand
We never sold it.

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.000 align:start
<v.loud Dana Ortiz>We were given <b>numbers</b>

00:04.000 --> 00:07.000
<v Dana Ortiz>in 2019.</v> <v Piet Vos>The clerk knew it.</v>
"""
CHANT = "WEBVTT\n\n" + "".join(f"00:0{n}.000 --> 00:0{n + 1}.000\nWe will rebuild.\n\n" for n in range(5))
GROWING = """WEBVTT

00:01.000 --> 00:02.000
we will

00:02.000 --> 00:03.000
we will open

00:03.000 --> 00:04.000
we will open the line

00:04.000 --> 00:05.000
in may
"""
TEXTS = [
    ("SubRip, tags and entities", SRT, "We were given numbers\nin 2019\nthat nobody has touched & never will.\n"),
    ("WebVTT, notes and styles are nobody's", VOICES, "We were given numbers\nin 2019. The clerk knew it.\n"),
    ("a refrain is said as often as it is shown", CHANT, "We will rebuild.\n" * 5),
    ("a line that grows", GROWING, "we will\n open\n the line\nin may\n"),
    (
        "without numbers between the cues",
        "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:02,000 --> 00:00:03,000\nTwo.\n",
        "One.\nTwo.\n",
    ),
    ("times by a comma", "0:00:01.000,0:00:02.000\nOne.\n\n0:00:02.000,0:00:03.000\nTwo.\n", "One.\nTwo.\n"),
    ("no cue", "WEBVTT\n", ""),
    ("an empty cue", "WEBVTT\n\n00:01.000 --> 00:02.000\n\n", ""),
]


@pytest.mark.parametrize(("label", "text", "said"), TEXTS, ids=[one[0] for one in TEXTS])
def test_words_of_captions(label: str, text: str, said: str) -> None:
    """The words alone, a line a line, each once."""
    assert is_captions(text), label
    assert heard_captions(text).text == said


@pytest.mark.parametrize("text", ["WEBVTTX", "One --> two.", "At 00:01.000 we left.\n", "Q: When?\n", ""])
def test_what_is_no_captions(text: str) -> None:
    """Text with a time in it is text."""
    assert not is_captions(text)


def test_voices_are_speakers() -> None:
    """A voice tag is a label; the same voice in the next cue goes on."""
    assert [turn.label for turn in turns(heard(VOICES))] == ["Dana Ortiz", "Piet Vos"]


@pytest.mark.parametrize("form", ["{name}: {words}", ">> {NAME}: {words}", "[{name}] {words}"])
def test_labels_in_captions(form: str) -> None:
    """Captions without voice tags name their speakers as transcripts do, in every cue."""
    said = [("Dana Ortiz", "We were given numbers"), ("Dana Ortiz", "in 2019."), ("Piet Vos", "The clerk knew it.")]
    cues = [
        f"00:0{n}.000 --> 00:0{n + 1}.000\n{form.format(name=name, NAME=name.upper(), words=words)}\n"
        for n, (name, words) in enumerate(said)
    ]
    quotes = quotes_of(article("a", "“We were given numbers in 2019.” “The clerk knew it.”"), "Dana Ortiz")
    assert [one.verdict for one in check("WEBVTT\n\n" + "\n".join(cues), quotes)] == ["verbatim", "misattributed"]


@pytest.mark.parametrize("text", [SRT, VOICES])
def test_a_passage_stands_in_the_file(text: str) -> None:
    """What is shown is what was said; its offsets are those of the file, tags and all."""
    quotes = quotes_of(article("a", "“We were given numbers by the harbour clerk in 2018.”"), "Dana Ortiz")
    text = text.replace("numbers<", "numbers by the harbour clerk<")
    (found,) = check(text, quotes)
    assert found.record
    assert found.record.text.replace("\n", " ").startswith("We were given numbers by the harbour clerk in 2019")
    assert text[found.record.start :].startswith("We were given")
    assert text[: found.record.end].endswith("2019")
    (edit,) = [edit for edit in found.edits if edit.after]
    assert (edit.before, text[edit.before_start : edit.before_end], edit.risk) == ("2019", "2019", True)
