"""JSON is the contract, and a report comes back out of it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotecli
from quotecli.errors import UnreadableReport
from quotecli.model import Cluster, Conflict, Cue, Edit, Held, Quote, RawMap, Report, Skipped, Source, Span, Speaker, Variant
from quotecli.render.json import write_report
from tests.render import specimens

SCHEMA = json.loads((Path(quotecli.__file__).parent / "schema" / "extract.json").read_text("utf-8"))

text = st.text(max_size=8)  # any characters, lone surrogates left out; of file names those come below
perhaps = st.none() | text
offset = st.integers(0, 10**6)
share = st.floats(0, 1).map(lambda number: round(number, 3))
spans = st.builds(Span, offset, offset)
untold = st.just((-1, -1))
edits = st.builds(
    lambda words, risk, here, there: Edit(*words, risk, *here, *there), st.tuples(text, text, text), st.booleans(), spans, spans | untold
)
sources = st.builds(
    Source,
    id=text,
    path=text | st.just("\udce9.txt"),
    text=text,
    title=perhaps,
    publisher=perhaps,
    published=perhaps,
    author=perhaps,
    language=text,
    url=perhaps,
    encoding=perhaps,
    format=text,
    raw=st.none() | st.just(RawMap([0], [0], [10**7], 10**7)),
    key=perhaps,
)
speakers = st.builds(Speaker, perhaps, perhaps, st.none() | offset, st.none() | offset, text, share)
quotes = st.builds(
    Quote,
    id=text,
    source=text,
    start=offset,
    end=offset,
    line=st.integers(1, 99),
    column=st.integers(1, 99),
    text=text,
    pieces=st.lists(spans, max_size=2).map(tuple),
    kind=st.sampled_from(("direct", "mixed", "other")),
    why=perhaps,
    parent=perhaps,
    continues=perhaps,
    speaker=st.none() | speakers,
    cue=st.none() | st.builds(Cue, text, offset, offset),
    clusters=st.lists(text, max_size=2).map(tuple),
    closed=st.booleans(),
)
variants = st.builds(Variant, text, text, offset, offset, text, st.builds(Held, share, st.lists(edits, max_size=2).map(tuple)))
clusters = st.builds(
    Cluster,
    id=text,
    speaker=perhaps,
    sources=st.integers(1, 9),
    text=text,
    variants=st.lists(variants, min_size=1, max_size=2).map(tuple),
    independent=st.integers(0, 9),
    copies=st.lists(st.tuples(text, text), max_size=2).map(tuple),
    conflicts=st.lists(
        st.builds(Conflict, st.sampled_from(("speaker", "unnamed", "corrected")), text, st.lists(text, max_size=2).map(tuple), perhaps),
        max_size=2,
    ).map(tuple),
    order=st.lists(text, max_size=2).map(tuple),
    outlets=st.integers(0, 9),
    absent=st.none() | st.lists(text, max_size=2).map(tuple),
)
reports = st.builds(
    Report,
    *(st.lists(noun, max_size=2).map(tuple) for noun in (sources, quotes, clusters, st.builds(Skipped, text, text))),
)


def held(report: Report) -> Report:
    """What JSON holds of a report: everything but the articles' texts, the maps of pages and the keys of records."""
    return report._replace(sources=tuple(source._replace(text="", raw=None, key=None) for source in report.sources))


@settings(max_examples=60)
@given(reports)
def test_a_report_comes_back_out_of_json(report: Report) -> None:
    """Every field that JSON holds, with its type; and what came back is written as before, but for places in pages."""
    again = Report.from_json(report.to_json())
    assert again == held(report)
    assert Report.from_json(again.to_json().encode()) == again


def test_to_json_is_what_the_command_prints() -> None:
    """One document, whether a shell or a program asks; to_dict is the same, and satisfies the schema that we ship."""
    report = specimens.report()
    stream = io.BytesIO()
    write_report(report, stream)
    assert report.to_json().encode() == stream.getvalue()
    assert report.to_dict() == json.loads(stream.getvalue())
    jsonschema.validate(report.to_dict(), SCHEMA, jsonschema.Draft202012Validator)


def test_a_report_out_of_json_can_be_worked_with() -> None:
    """Its quotations are brought together and compared as those of the report that was written."""
    report = specimens.report()
    again = Report.from_json(report.to_json())
    assert quotecli.cluster(again.quotes) == quotecli.cluster(report.quotes)
    assert quotecli.collate(again.clusters[0], again.quotes) == quotecli.collate(report.clusters[0], report.quotes)


NEW = {"schema": "quotes/1", "sources": [], "quotes": [], "clusters": [], "skipped": [], "added": [{"later": 1}]}


def test_fields_that_are_new_are_passed_over() -> None:
    """The contract may gain fields: an older program reads a newer document."""
    document = specimens.report().to_dict()
    document["quotes"][0]["added"] = 1
    assert Report.from_json(json.dumps(document)) == held(specimens.report())
    assert Report.from_json(json.dumps(NEW)) == Report()


def spoilt(place: list[str | int], value: object) -> str:
    """A document with something else at a place."""
    document = specimens.report().to_dict()
    inner = document
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return json.dumps(document)


BAD = [
    ("no JSON", "{", "no JSON"),
    ("bytes that are no text", b"\xff\xfe\xfd", "no JSON"),
    ("deep", "[" * 100_000, "no JSON"),
    ("a list", "[]", "schema"),
    ("another contract", '{"schema": "quotes/2"}', "schema"),
    ("no quotes", '{"schema": "quotes/1", "sources": []}', "quotes is missing"),
    ("an offset in words", spoilt(["quotes", 1, "start"], "12"), r"quotes\[1\].start is not a whole number"),
    ("a truth for a number", spoilt(["quotes", 0, "line"], True), r"quotes\[0\].line is not a whole number"),
    ("no such kind", spoilt(["quotes", 0, "kind"], "said"), r"quotes\[0\].kind is not one of direct, mixed, other"),
    ("a speaker in words", spoilt(["quotes", 0, "speaker"], "Ann"), r"quotes\[0\].speaker is not an object or null"),
    ("a speaker without evidence", spoilt(["quotes", 0, "speaker"], {}), r"quotes\[0\].speaker.name is missing"),
    ("a piece in words", spoilt(["quotes", 0, "pieces"], ["1-2"]), r"quotes\[0\].pieces\[0\] is not an object"),
    ("numbers for ids", spoilt(["clusters", 0, "order"], [1]), r"clusters\[0\].order holds something that is not a string"),
    ("an edit of no type", spoilt(["clusters", 0, "variants", 1, "edits", 0, "type"], None), r"edits\[0\].type is not a string"),
]


@pytest.mark.parametrize(("document", "said"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_is_no_report_is_refused_with_the_place(document: str | bytes, said: str) -> None:
    """In one line, as an error of ours that is a ValueError as well."""
    with pytest.raises(UnreadableReport, match=said) as caught:
        Report.from_json(document)
    assert isinstance(caught.value, ValueError)
    assert "\n" not in str(caught.value)
