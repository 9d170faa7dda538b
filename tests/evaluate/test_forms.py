"""Annotations in every form, and what is said of those that do not fit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotecli.errors import Misuse
from quotecli.evaluate import evaluate
from quotecli.model import Evaluation

TEXT = "“We will open in May,” Dana Ortiz said.\n\nThe “soft opening” is on Friday.\n\n“Nobody asked us,” said Tom Marsh.\n"
MAY, SOFT, ASKED = "“We will open in May,”", "“soft opening”", "“Nobody asked us,”"


def at(words: str) -> tuple[int, int]:
    """Where words stand."""
    return TEXT.index(words), TEXT.index(words) + len(words)


def row(words: str, **more: object) -> dict[str, object]:
    """A quotation of a row."""
    start, end = at(words)
    return {"start": start, "end": end, **more}


def line(*quotes: dict[str, object], **more: object) -> str:
    """An article as a line."""
    return json.dumps({"name": "a", "text": TEXT, "quotes": quotes, **more}) + "\n"


NAMES = line(row(MAY, speaker="Dana Ortiz"), row(SOFT, kind="other"), row(ASKED, speaker="Ann Lee"))
PLACES = line(
    row(MAY, attributed=True, source=[at("Dana Ortiz")]),
    row(SOFT, attributed=False),
    row(ASKED, attributed=True, source=[at("Friday")]),
    ignore=[],
)
WORDS = line({"text": MAY, "speaker": "Ortiz"}, {"text": SOFT, "kind": "other"}, {"text": ASKED, "speaker": "X", "accept": ["Ann Lee"]})
EVENT = json.dumps({"articles": [json.loads(NAMES)], "utterances": []})
TABLE = f'source,start,end,kind,speaker,accept,text\na,,,direct,Dana Ortiz,,"{MAY}"\na,,,other,,,{SOFT}\na,,,,X,Ann Lee; Lee,"{ASKED}"\n'


def stretch(number: int, type: str, words: str) -> str:
    """A line of brat's."""
    return "T{}\t{} {} {}\t{}\n".format(number, type, *at(words), words)


BRAT = (
    stretch(1, "Quotation", MAY)
    + stretch(2, "Other", SOFT)
    + stretch(3, "quote", ASKED)
    + stretch(4, "Person", "Dana Ortiz")
    + "R1\tSaid Arg1:T4 Arg2:T1\n#1\tAnnotatorNotes T3\tAnn Lee\n"
)
FORMS = {"names.jsonl": NAMES, "places.jsonl": PLACES, "words.jsonl": WORDS, "event.jsonl": EVENT, "table.csv": TABLE, "a.ann": BRAT}


def scored(folder: Path, name: str, annotations: str) -> Evaluation:
    """The score of annotations of the article."""
    (folder / "a.txt").write_bytes(TEXT.encode())
    (folder / name).write_bytes(annotations.encode())
    return evaluate(str(folder / name), [str(folder / "a.txt")])


@pytest.mark.parametrize("name", FORMS)
def test_every_form_says_the_same(tmp_path: Path, name: str) -> None:
    """Two quotations are found, one speaker of two is right, and the term is kept out."""
    answer = scored(tmp_path, name, FORMS[name])
    figures = {one.name: (one.part, one.whole) for one in answer.figures}
    assert figures == {
        "detection-precision": (2, 2),
        "detection-recall": (2, 2),
        "detection-f1": (4, 4),
        "exact": (2, 2),
        "attribution": (1, 2),
        "attribution-precision": (1, 2),
        "kept-out": (1, 1),
    }
    assert [(one.what, one.start, one.end, one.said) for one in answer.misses] == [("wrong speaker", *at(ASKED), "Tom Marsh")]
    assert sum(band.given for band in answer.bands) == 2


MISSES = [
    ("one that is not found", line({"text": MAY}, {"text": ASKED}, {"text": "The “soft opening” is on Friday."}), {"not found"}),
    ("one that was not annotated", line({"text": MAY}), {"not annotated"}),
    ("one in a stretch that is not looked at", line({"text": MAY}, ignore=[[at(SOFT)[0], len(TEXT)]]), set()),
    ("one that is no speech", line({"text": MAY}, {"text": ASKED, "kind": "other"}), {"not kept out"}),
    ("one inside another", line({"text": MAY}, {"text": ASKED}, {"text": "Nobody", "kind": "nested"}), set()),
    ("a speaker who is not annotated", line({"text": MAY, "speaker": None}, {"text": ASKED, "speaker": ""}), set()),
]


@pytest.mark.parametrize(("label", "annotations", "misses"), MISSES, ids=[case[0] for case in MISSES])
def test_a_miss_says_what_it_is(tmp_path: Path, label: str, annotations: str, misses: set[str]) -> None:
    """And what is right is none."""
    assert {one.what for one in scored(tmp_path, "gold.jsonl", annotations).misses} == misses


WRONG = [
    ("no JSON", "gold.jsonl", NAMES + "{'a': 1}\n", r"gold\.jsonl:2: is no JSON"),
    ("no object", "gold.jsonl", "[1]\n", r"gold\.jsonl:1: is no object"),
    ("no quotations", "gold.jsonl", '{"text": "x"}\n', r"gold\.jsonl:1: is not of the form"),
    ("offsets that are none", "gold.jsonl", line({"start": "x", "end": 2}), r"gold\.jsonl:1: is not of the form"),
    ("an offset outside", "gold.jsonl", line({"start": 5, "end": 5000}), r"gold\.jsonl:1, a, quotation 1: 5–5000 is no stretch"),
    ("an end before its start", "gold.jsonl", line({"start": 9, "end": 5}), "9–5 is no stretch"),
    ("a source outside", "gold.jsonl", line(row(MAY, attributed=True, source=[[0, 9999]])), "0–9999 is no stretch"),
    ("other words there", "gold.jsonl", line(row(MAY, text="We opened in May")), "the article has ““We will open.*not “We opened"),
    ("words that are not there", "gold.jsonl", line({"text": "We opened"}), "“We opened” does not stand in the article"),
    ("words that are there twice", "gold.jsonl", line({"text": "said"}), "more than once; give start and end"),
    ("another text", "gold.jsonl", json.dumps({"name": "a", "text": TEXT + "!", "quotes": []}), "not the one that is at the paths"),
    ("two of one name", "gold.jsonl", json.dumps({"articles": [json.loads(NAMES)] * 2}), "have the name 'a'"),
    ("an article that is not here", "gold.jsonl", '{"name": "b", "quotes": []}', "the text of 'b' is not here"),
    ("a table without articles", "gold.csv", "start,end\n1,2\n", "has no column 'source'"),
    ("a table with words for numbers", "gold.csv", "source,start,end\na,one,2\n", r"gold\.csv:2: start and end are whole numbers"),
    ("a table with an offset outside", "gold.csv", "source,start,end\na,1,2000\n", r"gold\.csv:2.*1–2000 is no stretch"),
    ("an article that a table names", "gold.csv", "source,start,end\nb,1,2\n", "the text of 'b' is not here"),
    ("no line of brat's", "a.ann", "T1\tQuotation x y\n", r"a\.ann:1: is no line of brat's"),
    ("an offset of brat's outside", "a.ann", "T1\tQuotation 1 2000\tx\n", "1–2000 is no stretch"),
    ("nothing", "gold.jsonl", "\n", "has no annotated article"),
    ("another format", "gold.xml", "<a/>", r"annotations are \.jsonl, \.csv"),
]


@pytest.mark.parametrize(("label", "name", "annotations", "said"), WRONG, ids=[case[0] for case in WRONG])
def test_annotations_that_do_not_fit_are_refused(tmp_path: Path, label: str, name: str, annotations: str, said: str) -> None:
    """In one line that names the place: a figure of the half that fits would be another figure."""
    with pytest.raises(Misuse, match=said) as refused:
        scored(tmp_path, name, annotations)
    assert "\n" not in str(refused.value)
