"""Every JSON document is described by a schema that we ship."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from conftest import SEEDS, Run

import quotecli
from quotecli.cli.app import COMMANDS

SCHEMAS = {path.stem: json.loads(path.read_text("utf-8")) for path in (Path(quotecli.__file__).parent / "schema").glob("*.json")}


@pytest.mark.parametrize("command", sorted(set(SCHEMAS) & set(COMMANDS) - {"history", "eval"}))
def test_what_a_command_prints_satisfies_its_schema(quotes: Run, command: str) -> None:
    """On real articles, with something missing; and the schema knows every key."""
    schema = json.loads(quotes("schema", command).raw)
    jsonschema.Draft202012Validator.check_schema(schema)
    first = {"check": sorted(SEEDS.iterdir())[:1], "find": ["I am ready for it", "--chain"]}.get(command, [])
    document = json.loads(quotes(command, *first, SEEDS, "missing.txt", "--json").raw)
    jsonschema.validate(document, schema, jsonschema.Draft202012Validator)
    assert list(document) == list(schema["properties"])


def test_what_changed_satisfies_its_schema(quotes: Run, tmp_path: Path) -> None:
    """Of an article that came again: a quotation reworded, one gone, one new, one said by another."""
    said = "“We will not stop the ferry,” {0} said.\n\n“{1},” Tom Marsh said.\n\n“It has been a long winter for us,” {2} said."
    for words in (("Dana Ortiz", "Nobody asked us", "Ann Lee"), ("Dana Ortiz", "The old bridge stays", "Tom Marsh")):
        (tmp_path / "a.txt").write_text(said.format(*words).replace("not" if words[2] == "Ann Lee" else "☐", "never"), encoding="utf-8")
        assert quotes("add", "news.db", "a.txt").status == 0
    schema = json.loads(quotes("schema", "history").raw)
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(quotes("history", "news.db", "--json").raw)
    jsonschema.validate(document, schema, jsonschema.Draft202012Validator)
    assert list(document) == list(schema["properties"])
    assert [one["change"] for one in document["articles"][0]["changes"]] == ["reworded", "gone", "new", "reattributed"]


def test_shared_parts_of_the_schemas_are_the_same() -> None:
    """A quote is a quote, but where a command says more of it."""
    shared = SCHEMAS["extract"]["$defs"]
    for name, schema in SCHEMAS.items():
        for part in ("speaker", "cue", "variant", "edit", "skipped", *(("quote",) if name != "explain" else ())):
            assert schema["$defs"].get(part, shared[part]) == shared[part], (name, part)


def test_every_schema_says_what_each_key_holds() -> None:
    """A description at every key, all required: additions are the only change."""
    for schema in SCHEMAS.values():
        for part in schema["$defs"].values():
            assert part["required"] == list(part["properties"])
            assert all("description" in value or "$ref" in value or "oneOf" in value for value in part["properties"].values())
