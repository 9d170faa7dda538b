"""JSON keeps the contract: names, order, meaning."""

import io
import json
from pathlib import Path

import jsonschema
import specimens

import quotecli
from quotecli.model import Report
from quotecli.render.json import write_report

SCHEMA = json.loads((Path(quotecli.__file__).parent / "schema" / "extract.json").read_text("utf-8"))
KEYS = {
    "sources": ["id", "path", "title", "publisher", "published", "quotes"],
    "quotes": [
        "id",
        "source",
        "start",
        "end",
        "line",
        "column",
        "text",
        "kind",
        "why",
        "parent",
        "continues",
        "speaker",
        "cue",
        "clusters",
    ],
    "clusters": ["id", "speaker", "sources", "outlets", "absent", "text", "variants"],
    "skipped": ["path", "reason"],
}


def written(report: Report) -> bytes:
    """The document."""
    stream = io.BytesIO()
    write_report(report, stream)
    return stream.getvalue()


def test_the_document_satisfies_the_schema_we_ship() -> None:
    """`quotes schema` describes what `--json` prints, and lists every key of it."""
    document = json.loads(written(specimens.report()))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(document, SCHEMA, jsonschema.Draft202012Validator)
    for name, record in (("source", document["sources"][0]), ("quote", document["quotes"][0]), ("cluster", document["clusters"][0])):
        assert list(SCHEMA["$defs"][name]["properties"]) == list(record)
    assert list(SCHEMA["$defs"]["edit"]["properties"]) == list(document["clusters"][0]["variants"][1]["edits"][0])


def test_keys_stand_in_the_order_of_the_contract() -> None:
    """Who reads it with their eyes finds things where they were."""
    document = json.loads(written(specimens.report()))
    assert list(document) == ["schema", "sources", "quotes", "clusters", "skipped"]
    assert document["schema"] == "quotes/1"
    for name, keys in KEYS.items():
        assert list(document[name][0])[: len(keys)] == keys


def test_an_empty_report_is_a_document() -> None:
    """Nothing found is an answer."""
    assert json.loads(written(Report())) == {"schema": "quotes/1", "sources": [], "quotes": [], "clusters": [], "skipped": []}


def test_a_record_stands_on_its_own_line() -> None:
    """`grep` and `diff` are of use on the document."""
    report = specimens.report()
    lines = written(report).decode().splitlines()
    assert sum(line.startswith('  {"id"') for line in lines) == len(report.sources) + len(report.quotes) + len(report.clusters)


def test_hostile_text_comes_through_exactly_and_acts_on_nothing() -> None:
    """The decoded text is the article's; the bytes hold no control character, no mark that reorders text, no broken UTF-8."""
    hostile = "[sic] [/said] \x1b[31m \x9b \x00 \u202e \u2028 \udce9 é"
    report = specimens.report()
    report = report._replace(quotes=(report.quotes[0]._replace(text=hostile), *report.quotes[1:]))
    answer = written(report)
    assert json.loads(answer)["quotes"][0]["text"] == hostile
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) <= 0x9F or c in "\u202e\u2028" for c in answer.decode("utf-8"))
    assert "é".encode() in answer
