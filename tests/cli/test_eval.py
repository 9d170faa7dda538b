"""`quotes eval`: a file to annotate, and the score of one."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from conftest import SEEDS, Run

HOSTILE = "“=SUM(A1) <script>x</script> \x1b[31m|,” said =Dana **Ortiz**.\n"


@pytest.mark.parametrize("name", ["gold.jsonl", "gold.csv"])
def test_what_is_written_to_annotate_scores_as_right(quotes: Run, tmp_path: Path, name: str) -> None:
    """Each answer agrees with itself: in both forms, with the articles in the file or beside it."""
    assert quotes("eval", "--init", SEEDS, "-o", name).status == 0
    answer = quotes("eval", name, *([SEEDS] if name.endswith("csv") else []), "--json")
    assert (answer.status, answer.err) == (0, "")
    document = json.loads(answer.raw)
    assert {one["value"] for one in document["figures"]} == {1.0}
    assert document["misses"] == []
    assert len(document["articles"]) == 5


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_blind_leaves_out_who_said_it(quotes: Run, article: Path, form: str) -> None:
    """The words are in it, and no name."""
    assert b'"Ann Lee"' in quotes("eval", "--init", article, "-f", form).raw
    answer = quotes("eval", "--init", article, "--blind", "-f", form)
    assert b"We will never raise taxes" in answer.raw
    assert b'"Ann Lee"' not in answer.raw


def test_an_article_without_quotations_counts_as_read(quotes: Run, tmp_path: Path) -> None:
    """In the table it has a row of its own."""
    (tmp_path / "a.txt").write_text("Nothing was said.\n")
    table = quotes("eval", "--init", "a.txt", "-f", "csv", "-o", "gold.csv")
    assert table.status == 0
    assert json.loads(quotes("eval", "gold.csv", "a.txt", "--json").raw)["articles"] == [{"name": "a", "quotes": 0}]


def test_the_answer_satisfies_its_schema(quotes: Run, tmp_path: Path, article: Path) -> None:
    """With a miss, and with something missing."""
    gold = {"name": "article", "quotes": [{"text": "“We will never raise taxes,”", "speaker": "Tom Marsh"}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold))
    answer = quotes("eval", "gold.jsonl", article, "missing.txt", "--json")
    assert answer.status == 3
    schema, document = json.loads(quotes("schema", "eval").raw), json.loads(answer.raw)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema, jsonschema.Draft202012Validator)
    assert list(document) == list(schema["properties"])
    assert [one["what"] for one in document["misses"]] == ["wrong speaker", "not annotated"]


def test_misses_are_listed_when_asked_for(quotes: Run, tmp_path: Path, article: Path) -> None:
    """Who was annotated, and who is given; so many as are wanted."""
    gold = {"name": "article", "quotes": [{"text": "“We will never raise taxes,”", "speaker": "Tom Marsh"}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold))
    assert "Tom Marsh" not in quotes("eval", "gold.jsonl", article).out
    answer = quotes("eval", "gold.jsonl", article, "--misses", "--limit", "1", "--width", "200")
    assert "Tom Marsh" in answer.out
    assert "Ann Lee (0." in answer.out
    assert "1 more misses; --limit 0" in answer.err


@pytest.mark.parametrize("form", ["csv", "md", "html", "table"])
def test_nothing_of_an_article_acts(quotes: Run, tmp_path: Path, form: str) -> None:
    """In no format, although the misses quote it."""
    (tmp_path / "=a.txt").write_text(HOSTILE)
    assert quotes("eval", "--init", "=a.txt", "-o", "gold.csv").status == 0
    for row in csv.reader(io.StringIO((tmp_path / "gold.csv").read_text())):
        assert not any(cell.startswith("=") for cell in row)
    (tmp_path / "gold.csv").write_text("source\n=a.txt\n")
    answer = quotes("eval", "gold.csv", "=a.txt", "--misses", "-f", form)
    assert "SUM" in answer.out
    assert "\x1b" not in answer.out
    assert not (form in ("md", "html") and "<script" in answer.out)
    assert not (form == "csv" and '"=' in answer.out)


MISUSED = [
    (["gold.jsonl", "--blind"], "--blind leaves the speaker out of a file to annotate"),
    (["gold.jsonl", "-f", "jsonl"], "this command has no format 'jsonl'"),
    (["--init", ".", "-f", "html"], "a file to annotate has no format 'html'"),
    (["missing.jsonl"], "missing.jsonl: no such file"),
]


@pytest.mark.parametrize(("arguments", "said"), MISUSED)
def test_a_wrong_call_is_told_in_a_line(quotes: Run, arguments: list[str], said: str) -> None:
    """Status 2, and nothing on standard output."""
    answer = quotes("eval", *arguments)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"quotes: {said}")
    assert answer.err.count("\n") == 1
