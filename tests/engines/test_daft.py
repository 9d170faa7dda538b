"""Beyond one machine: the engine finds what one process finds, and accounts for every row."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from quotecli.engines.records import ARTICLE, QUOTATION, Row, article_row, quote_row
from quotecli.model import Quote, Skipped, Source
from quotecli.pipeline import Options, stream
from quotecli.pipeline import extract as in_one_process

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
needs_daft = pytest.mark.skipif(not find_spec("daft"), reason="Daft is not installed: pip install 'newsquotes[daft]'")
ENGINES = [
    pytest.param("daft", marks=needs_daft),
    pytest.param("ray", marks=pytest.mark.skipif(not find_spec("ray"), reason="Ray is not installed: pip install 'newsquotes[ray]'")),
]


def articles() -> list[dict[str, Any]]:
    """The seeds, twice: in December and, as others print them, a day later."""
    seeds = [(path.stem, path.read_text("utf-8")) for path in SEEDS]
    first = [{"id": name, "text": text, "date": "2016-12-20", "publisher": "A"} for name, text in seeds]
    return first + [{"id": f"{name}-b", "text": text, "date": "2016-12-21", "publisher": "B"} for name, text in seeds]


def jsonl(path: Path, records: list[dict[str, Any]]) -> Path:
    """A file of them."""
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def parquet(path: Path, records: list[dict[str, Any]]) -> Path:
    """Likewise."""
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.Table.from_pylist(records), path)
    return path


def run(*arguments: object, status: int = 0, path: Path = ROOT) -> str:
    """What the command says; an engine is started once a process."""
    command = [sys.executable, "-m", "quotecli", "extract", *map(str, arguments)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(path), str(ROOT)))},
    )
    assert done.stdout == ""
    assert done.returncode == status, done.stderr
    return done.stderr


def table(out: Path, record: str) -> list[Row]:
    """The rows of a table, as any program reads them."""
    pq = pytest.importorskip("pyarrow.parquet")
    return [row for file in sorted((out / f"record={record}").glob("*.parquet")) for row in pq.ParquetFile(file).read().to_pylist()]


def alone(path: Path) -> tuple[list[Row], list[Row]]:
    """The articles and the quotations of a file as one process finds them, as rows."""
    found = [one for one in stream([str(path)], Options(jobs=1)) if not isinstance(one, Skipped)]
    names = [column.name for column in (*ARTICLE, *QUOTATION)]

    def rows(source: Source, quote: Quote) -> Row:
        return dict.fromkeys(names) | article_row(source) | quote_row(quote)

    return [article_row(one.source) for one in found], [rows(one.source, quote) for one in found for quote in one.quotes]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("write", [parquet, jsonl])
def test_the_quotations_are_those_of_one_process_field_by_field(engine: str, write: Any, tmp_path: Path) -> None:
    """Every column of every quotation, and every article, whatever file it came from."""
    file = write(tmp_path / f"news.{write.__name__}", articles())
    run(file, "--engine", engine, "--jobs", 2, "-o", tmp_path / "out", "--quiet")
    read, quotations = alone(file)
    found = [
        {name: value for name, value in row.items() if name not in ("quotations", "reason")} for row in table(tmp_path / "out", "quotation")
    ]
    assert sorted(found, key=lambda row: row["id"]) == sorted(quotations, key=lambda row: row["id"])
    assert {row["source"] for row in table(tmp_path / "out", "article")} == {row["source"] for row in read}
    (summary,) = table(tmp_path / "out", "summary")
    assert (summary["articles"], summary["quotations"], summary["skipped"]) == (len(read), len(quotations), 0)


@needs_daft
def test_the_utterances_of_one_window_are_those_of_one_process(tmp_path: Path) -> None:
    """Where a window sees all articles, its wordings are those of a run that compares all."""
    file = parquet(tmp_path / "news.parquet", articles())
    run(file, "--engine", "daft", "--cluster", "--window", 30, "--overlap", 5, "-o", tmp_path / "out", "--quiet")
    report = in_one_process([str(file)])
    wanted = {(v.quote, v.start, v.end, v.text, len(v.edits), c.text, c.sources) for c in report.clusters for v in c.variants}
    rows = table(tmp_path / "out", "wording")
    assert {(r["quote"], r["start"], r["end"], r["text"], len(r["edits"]), r["utterance"], r["sources"]) for r in rows} == wanted
    assert len({row["cluster"] for row in rows}) == len(report.clusters)


BAD = [
    ('{"id": "null", "text": null}', "its field 'text' is empty"),
    ('{"id": "list", "text": []}', "its field 'text' is empty"),
    ('{"id": "large", "text": "' + "x" * 3000 + '"}', "is longer than 2000 bytes; raise --max-size to read it"),
    ("nothing", "is not JSON (Expecting value at character 1)"),
    ('["a list"]', "is no object with fields"),
    ('{"id": "other", "name": "x"}', "has no field that is named like an article's text; it has id, name: choose with --text-field"),
]


@needs_daft
def test_a_line_that_is_no_article_is_told_with_its_place_and_loses_nothing_else(tmp_path: Path) -> None:
    """Nulls, lists, what is too large, no JSON, no UTF-8: a row each in the table of what was skipped, a line each, and status 3."""
    good = '{"id": "good", "text": "“We open in May,” Dana Ortiz said.", "date": "2016-12-20"}'
    lines = [good, *(line for line, _ in BAD), good.replace('"good"', '"last"')]
    (tmp_path / "news.jsonl").write_bytes("\n".join(lines).encode() + b'\n{"text": "\xff\xfe\xff"')
    said = run(tmp_path / "news.jsonl", "--engine", "daft", "--max-size", 2000, "-o", tmp_path / "out", status=3)
    assert {row["source"] for row in table(tmp_path / "out", "article")} == {"news#good", "news#last"}
    skipped = table(tmp_path / "out", "skipped")
    at = [sum(len(line.encode()) + 1 for line in lines[:number]) for number in range(len(lines) + 1)]
    wanted = {f"the line at byte {place}: {reason}" for place, (_, reason) in zip(at[1:], BAD, strict=False)}
    assert wanted < {row["reason"] for row in skipped}
    assert len(skipped) == len(BAD) + 1
    assert all(row["reason"] in said for row in skipped)
    assert "2 articles, 2 quotations in" in said


@needs_daft
def test_files_that_cannot_be_read_lose_nothing_else(tmp_path: Path) -> None:
    """No file, no Parquet, damaged in the middle, a column of numbers, another format: each told, the others done."""
    good, number = parquet(tmp_path / "good.parquet", articles()), parquet(tmp_path / "number.parquet", [{"text": 7}])
    other = parquet(tmp_path / "other.parquet", [{"id": 7, "body": "“We open in May,” Dana Ortiz said."}])
    bytes_ = bytearray(good.read_bytes())
    bytes_[1000:1400] = b"x" * 400
    (tmp_path / "hurt.parquet").write_bytes(bytes_)
    (tmp_path / "none.parquet").write_bytes(b"hello")
    (tmp_path / "story.txt").write_text("“We open in May,” Dana Ortiz said.", "utf-8")
    said = run(tmp_path, tmp_path / "missing.parquet", "--engine", "daft", "-o", tmp_path / "out", status=3)
    assert {Path(row["path"]).name for row in table(tmp_path / "out", "article")} == {good.name, other.name}
    assert len(table(tmp_path / "out", "quotation")) == len(alone(good)[1]) + 1
    assert {Path(row["path"]).name for row in table(tmp_path / "out", "skipped")} == {
        *("hurt.parquet", "missing.parquet", "none.parquet", number.name, "story.txt")
    }
    assert len([line for line in said.splitlines() if line.startswith("quotes: ")]) == len(said.splitlines()) == 6


@needs_daft
def test_an_answer_is_written_over_only_when_asked_and_nothing_else_is(tmp_path: Path) -> None:
    """Not over what is there; with --overwrite over our own tables; never over anything else."""
    file, out = jsonl(tmp_path / "a.jsonl", articles()[:2]), tmp_path / "out"
    run(file, "--engine", "daft", "-o", out)
    assert "is not empty" in run(file, "--engine", "daft", "-o", out, status=2)
    run(file, "--engine", "daft", "-o", out, "--overwrite", "--cluster")
    assert len(table(out, "article")) == 2
    assert len(table(out, "summary")) == 1
    (out / "mine.txt").write_text("mine", "utf-8")
    assert "mine.txt: is none of our tables" in run(file, "--engine", "daft", "-o", out, "--overwrite", status=2)
    assert len(table(out, "article")) == 2


@needs_daft
def test_a_place_that_nothing_can_be_written_to_is_told_in_a_line(tmp_path: Path) -> None:
    """Below a file, and at an address of an unknown kind."""
    file = jsonl(tmp_path / "a.jsonl", articles()[:1])
    for out in (file / "out", "gopher://example/out"):
        said = run(file, "--engine", "daft", "-o", out, status=2)
        assert said.startswith(f"quotes: {out}: cannot be written to (")
        assert len(said.splitlines()) == 1


@needs_daft
def test_articles_that_no_window_can_take_are_counted(tmp_path: Path) -> None:
    """Without a date, or under another's id: in the table of quotations, and told."""
    some = articles()
    undated = [{**some[0], "id": "undated", "date": None}, {**some[0], "text": "“We open in May,” Dana Ortiz said."}]
    said = run(jsonl(tmp_path / "a.jsonl", [*some, *undated]), "--engine", "daft", "--cluster", "-o", tmp_path / "out")
    assert "1 articles have no date" in said
    assert "1 articles have the id of another" in said
    assert len(table(tmp_path / "out", "article")) == len(some) + 2


@needs_daft
def test_what_was_asked_for_is_chosen_as_everywhere(tmp_path: Path) -> None:
    """Days, kinds and speakers, as `--no-cluster` has them."""
    file = parquet(tmp_path / "news.parquet", articles())
    chosen = ("--since", "2016-12-21", "--kind", "direct", "--speaker", "putin")
    run(file, "--engine", "daft", *chosen, "-o", tmp_path / "out")
    found = table(tmp_path / "out", "quotation")
    assert found
    assert all(row["published"] == "2016-12-21" and row["kind"] == "direct" and "Putin" in row["speaker"] for row in found)


REFUSED = [
    (("--engine", "daft"), "--engine daft writes a folder of Parquet files: name it with -o"),
    (("--engine", "daft", "-o", "out", "--json"), "--json is nothing to --engine"),
    (("--engine", "daft", "-o", "out", "--min-sources", "2"), "--min-sources is nothing to --engine"),
    (("--engine", "daft", "-o", "out", "--window", "3"), "only --cluster compares: add it"),
    (("--engine", "daft", "-o", "out", "--cluster", "--window", "1", "--overlap", "2"), "overlaps by no more than it has"),
    (("--overwrite",), "are for --engine: name one, daft or ray"),
    (("--engine", "spark"), "'spark'"),
]


@pytest.mark.parametrize(("arguments", "reason"), REFUSED)
def test_what_no_engine_can_do_is_refused_in_a_line(arguments: tuple[str, ...], reason: str) -> None:
    """Before anything is read."""
    said = run("seeds", *arguments, status=2)
    assert reason in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("engine", ["daft", "ray"])
def test_an_engine_that_is_not_installed_is_named_with_its_extra(engine: str, tmp_path: Path) -> None:
    """In a line, as of any library that is missing."""
    for name in ("daft", "ray"):
        (tmp_path / f"{name}.py").write_text(f"raise ModuleNotFoundError('no', name='{name}')\n", "utf-8")
    said = run("seeds", "--engine", engine, "-o", tmp_path / "out", status=2, path=tmp_path)
    takes = {"daft": "Daft", "ray": "Daft and Ray"}[engine]
    assert said == f"quotes: --engine {engine} takes {takes}: pip install 'newsquotes[{engine}]'\n"


def test_a_setting_for_other_runs_is_no_reason_to_refuse(tmp_path: Path) -> None:
    """A file may set what an engine does not heed, and what only an engine does."""
    (tmp_path / "quotes.toml").write_text("window = 3\nformat = 'json'\nlimit = 3\n", "utf-8")
    (tmp_path / "a.txt").write_text("“We open in May,” Dana Ortiz said.", "utf-8")
    command = [sys.executable, "-m", "quotecli", "extract", "a.txt"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert subprocess.run(command, capture_output=True, cwd=tmp_path, env=environment).returncode == 0
    said = subprocess.run([*command, "--engine", "daft"], capture_output=True, text=True, cwd=tmp_path, env=environment).stderr
    assert "name it with -o" in said


@needs_daft
def test_a_frame_gives_the_same_as_the_command(tmp_path: Path) -> None:
    """`quotecli.engines.daft.quotations` on a frame of one's own, whose ids are the rows' own."""
    code = """
import json, sys, daft
from quotecli.engines.daft import quotations, utterances
frame = daft.read_parquet(sys.argv[1])
found = quotations(frame, jobs=2).where(daft.col("record") == "quotation").select("id", "speaker").to_pydict()
shared = utterances(frame, window=30, jobs=2).select("quote").to_pydict()
print(json.dumps([sorted(zip(*found.values())), sorted(set(shared["quote"]))]))
"""
    file = parquet(tmp_path / "news.parquet", articles())
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    found, shared = json.loads(done.stdout)
    _, quotations = alone(file)
    assert found == sorted([row["id"].removeprefix("news#"), row["speaker"]] for row in quotations)
    assert set(shared) == {v.quote.removeprefix("news#") for c in in_one_process([str(file)]).clusters for v in c.variants}
