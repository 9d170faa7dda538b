"""Many articles in a file: fields found by their usual names, bad records passed over, the others done."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest

from quotecli.model import Skipped, Source
from quotecli.read import ReadOptions, read_sources
from tests.read.making import ROW, STORY, TITLE, as_csv, as_jsonl, as_parquet


def read(path: Path, data: bytes | str, **options: object) -> list[Source | Skipped]:
    """What a file of this content gives."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read_sources([str(path)], ReadOptions(**options)))  # type: ignore[arg-type]


def told(found: list[Source | Skipped]) -> list[str]:
    """The texts, and the complaints."""
    return [s.text if isinstance(s, Source) else s.reason for s in found]


FILES = [
    ("x.jsonl", as_jsonl()),
    ("x.ndjson", as_jsonl()),
    ("x.json", json.dumps([ROW])),
    ("x.json", json.dumps(ROW)),
    ("x.json", json.dumps({"status": "ok", "totalResults": 1, "articles": [ROW]})),
    ("x.json", json.dumps({"response": {"docs": [ROW]}})),
    ("x.csv", as_csv()),
    ("x.csv", as_csv(delimiter=";")),
    ("x.csv", b"sep=;\r\n" + as_csv(delimiter=";")),
    ("x.tsv", as_csv(delimiter="\t")),
    ("x.csv", "\ufeff" + as_csv().decode()),
    ("x.csv", as_csv().decode().encode("utf-16")),
    ("x.csv", as_csv().decode().encode("windows-1252")),
    ("x.jsonl", as_jsonl().decode().encode("utf-16")),
    ("x.jsonl", as_jsonl().decode().encode("windows-1252")),
    ("x.json", json.dumps([ROW], ensure_ascii=False).encode("utf-8-sig")),
    ("x.json", json.dumps([ROW], ensure_ascii=False).encode("utf-16")),
    ("x.json", json.dumps([ROW], ensure_ascii=False).encode("windows-1252")),
    ("nameless-jsonl", as_jsonl([ROW, ROW])),
    ("nameless-json", json.dumps([ROW], indent=2)),
    ("nameless-csv", as_csv()),
]


@pytest.mark.parametrize(("name", "data"), FILES)
def test_a_record_is_an_article(tmp_path: Path, name: str, data: bytes | str) -> None:
    """With everything that its usual fields tell, in every usual shape and encoding."""
    first = read(tmp_path / name, data)[0]
    assert isinstance(first, Source), first
    assert first.text == STORY
    known = (first.id, first.title, first.publisher, first.published, first.author, first.url)
    assert known == (f"{Path(name).stem}#a7", TITLE, "The Post", "2024-05-01", "Jo Hart", "https://post.example/1")


def test_parquet(tmp_path: Path) -> None:
    """Like any other table."""
    pytest.importorskip("pyarrow")
    rows = [{**ROW, "id": f"a{n}", "text": f"{n}. {STORY}"} for n in range(200)]
    found = read(tmp_path / "x.parquet", as_parquet(rows))
    assert told(found) == [row["text"] for row in rows]
    assert [s.id for s in found if isinstance(s, Source)] == [f"x#a{n}" for n in range(200)]


FIELDS = [
    ("the usual name", {"text": "A."}, {}, "A."),
    ("in capitals", {"Article_Text": "A."}, {}, "A."),
    ("the likelier of two", {"content": "No.", "body": "A."}, {}, "A."),
    ("asked for", {"text": "No.", "words": "A."}, {"text_field": "words"}, "A."),
    ("inside an object", {"article": {"body": "A."}}, {"text_field": "article.body"}, "A."),
    ("a name with a dot", {"a.b": "A."}, {"text_field": "a.b"}, "A."),
    ("paragraphs in a list", {"text": ["A.", "B."]}, {}, "A.\n\nB."),
    ("no such field", {"text": "A."}, {"text_field": "words"}, "line 1: has no field 'words'; it has text: choose with --text-field"),
    (
        "none of the usual",
        {"x": "A.", "y": 1},
        {},
        "line 1: has no field that is named like an article's text; it has x, y: choose with --text-field",
    ),
    ("empty", {"text": " "}, {}, "line 1: its field 'text' is empty"),
    ("nothing", {"text": None}, {}, "line 1: its field 'text' is empty"),
    ("half a character", {"text": "A \ud83d."}, {}, "A \ufffd."),
    ("a NUL and an escape", {"text": "A\0\x1b[31m."}, {}, "A\0\x1b[31m."),
]


@pytest.mark.parametrize(("label", "record", "options", "text"), FIELDS, ids=[case[0] for case in FIELDS])
def test_the_field_with_the_article(tmp_path: Path, label: str, record: dict[str, object], options: dict[str, object], text: str) -> None:
    """Guessed, or as told; the complaint names the fields there are."""
    assert told(read(tmp_path / "x.jsonl", json.dumps(record), **options)) == [text]


COLUMNS = [
    ("the title", {"title_field": "headline"}, "has no column 'headline'; it has id, text: choose with --title-field"),
    ("the publisher", {"source_field": "paper"}, "has no column 'paper'; it has id, text: choose with --source-field"),
    ("the id", {"id_field": "key"}, "has no column 'key'; it has id, text: choose with --id-field"),
]


@pytest.mark.parametrize("name", ["x.csv", "x.parquet"])
@pytest.mark.parametrize(("label", "options", "said"), COLUMNS, ids=[case[0] for case in COLUMNS])
def test_a_column_that_was_asked_for_must_be_there(tmp_path: Path, label: str, options: dict[str, str], said: str, name: str) -> None:
    """In a table a name that is not there is a slip; in JSON a record may lack what another has."""
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    data = "id,text\n1,A.\n" if name.endswith("csv") else as_parquet([{"id": "1", "text": "A."}])
    assert told(read(tmp_path / name, data, **options)) == [said]
    assert told(read(tmp_path / "x.jsonl", '{"id": "1", "text": "A."}', **options)) == ["A."]


ABOUT = [
    ({"source": {"id": None, "name": "The Post"}}, "publisher", "The Post"),
    ({"publisher": "A", "source": "B"}, "publisher", "A"),
    ({"authors": ["Jo Hart", {"name": "Al Roe"}]}, "author", "Jo Hart, Al Roe"),
    ({"publishedAt": "2024-05-01T10:00:00Z"}, "published", "2024-05-01T10:00:00Z"),
    ({"date": "May 1, 2024"}, "published", "2024-05-01"),
    ({"date": "20240501"}, "published", "2024-05-01"),
    ({"date": "3/4/24"}, "published", None),
    ({"date": "2024-99-01"}, "published", None),
    ({"headline": "A\n  B"}, "title", "A B"),
    ({"language": "en_GB"}, "language", "en"),
    ({"title": 7}, "title", "7"),
]


@pytest.mark.parametrize(("record", "name", "expected"), ABOUT)
def test_what_a_record_tells_about_its_article(tmp_path: Path, record: dict[str, object], name: str, expected: str | None) -> None:
    """In whatever shape data sets have it; nothing is guessed."""
    (source,) = read(tmp_path / "x.jsonl", json.dumps({"text": "A.", **record}))
    assert getattr(source, name) == expected


def test_ids_are_the_records_own_or_numbers(tmp_path: Path) -> None:
    """Always different, and no one's order of reading matters."""
    lines = [{"id": "a", "text": "A."}, {"id": "b", "key": 7, "text": "B."}, {"id": "a", "text": "C."}, {"text": "D."}]
    data = "\n".join(map(json.dumps, lines))
    assert [s.id for s in read(tmp_path / "x.jsonl", data) if isinstance(s, Source)] == ["x#a", "x#b", "x#a~3", "x#4"]
    assert [s.id for s in read(tmp_path / "x.jsonl", data, id_field="key") if isinstance(s, Source)] == ["x#1", "x#7", "x#3", "x#4"]


BAD = [
    ("one bad line", "x.jsonl", '{"text": "A."}\n{"text": \n\n{"text": "B."}\n', ["A.", "line 2: is not JSON (Expecting value at character 9)", "B."]),
    ("no object", "x.jsonl", '[1]\n{"text": "B."}', ["line 1: is no object with fields", "B."]),
    ("too deep", "x.jsonl", "[" * 200_000 + '\n{"text": "B."}', ["line 1: is nested too deeply", "B."]),
    ("too long a line", "x.jsonl", '{"text": "' + "A" * 5000 + '"}\n{"text": "B."}', ["line 1: is longer than 1000 bytes; raise --max-size to read it", "B."]),
    ("no JSON at all", "x.jsonl", "word\n" * 100, ["line 1: is not JSON (Expecting value at character 1)"]),
    ("empty", "x.jsonl", "\n\n", ["is empty"]),
    ("cut short", "x.json", '[{"text": "A."}, {"text": "B', ["A.", "is not JSON (Unterminated string starting at at line 1)"]),
    ("bad in the middle", "x.json", '[{"text": "A."},\n{text: "B."}]', ["A.", "is not JSON (Expecting property name enclosed in double quotes at line 2)"]),
    ("one without text", "x.json", '[{"text": "A."}, {"text": ""}, {"text": "C."}]', ["A.", "article 2: its field 'text' is empty", "C."]),
    ("too deep", "x.json", "[" * 200_000, ["is nested too deeply"]),
    ("two lists", "x.json", '[{"text": "A."}]\n[{"text": "B."}]', ["A.", "B."]),
    ("more behind the list", "x.json", '[{"text": "A."}]\nthe end', ["A.", "is not JSON (Expecting value at line 2)"]),
    ("cut after an article", "x.json", '[{"text": "A."},', ["A.", "is cut short: its list does not end"]),
    ("lists in lists in a field", "x.json", '[{"text": ' + "[" * 600 + "]" * 600 + '}, {"text": "B."}]', ["article 1: is nested too deeply", "B."]),
    ("lists in lists", "x.json", "[" * 700 + "]" * 700, ["holds no articles"]),
    ("no number", "x.json", '[{"text": NaN, "title": Infinity}, {"text": "B."}]', ["article 1: its field 'text' is empty", "B."]),
    ("a number of 5000 digits", "x.json", '[{"text": "A.", "id": ' + "9" * 5000 + "}]", ["A."]),
    ("a number of 5000 digits", "x.jsonl", '{"text": "A.", "id": ' + "9" * 5000 + "}", ["A."]),
    ("no articles", "x.json", "[]", ["holds no articles"]),
    ("numbers", "x.json", "[1, 2]", ["holds no articles"]),
    ("empty", "x.json", " ", ["is empty"]),
    ("too large an article", "x.json", json.dumps([{"text": "A" * 200_000}]), ["has an article larger than 1000 bytes, or is not JSON"]),
    ("no column", "x.csv", "id,words\n1,A.\n", ["has no column that is named like an article's text; it has id, words: choose with --text-field"]),
    ("no table", "x.csv", "A" * 50_000 + "\n", [f"has no column that is named like an article's text; it has {'A' * 60}…: choose with --text-field"]),
    ("binary", "x.csv", "id,text\0é\n", ["is a binary file (it has NUL bytes)"]),
    ("cells missing", "x.csv", "id,text\n1,A.\n2\n3,C.\n", ["A.", "row 2: has 1 cells, and there are 2 columns", "C."]),
    ("marks that do not match", "x.csv", 'id,text\n1,"A," he said\n2,B.\n', ["row 1: its quotation marks do not match", "B."]),
    ("a mark never closed", "x.csv", 'id,text\n1,A.\n2,"' + "B\n" * 2000, ["A.", "row 2: is larger than 1000 bytes, or has a quotation mark that is not closed"]),
    ("a line that is too long", "x.csv", "id,text\n1,A.\n" + "2," * 2000, ["A.", "row 2: is larger than 1000 bytes, or has a quotation mark that is not closed"]),
    ("blank lines first", "x.csv", "\n \r\n\ntext\nA.\n", ["A."]),
    ("two columns of one name", "x.csv", "text,text\nA.,B.\n", ["A."]),
    ("an empty cell", "x.csv", "id,text\n1,\n2,B.\n", ["row 1: its field 'text' is empty", "B."]),
    ("empty", "x.csv", "", ["is empty"]),
    ("not parquet", "x.parquet", "PAR1 not", ["is not Parquet, or damaged"]),
]  # fmt: skip


@pytest.mark.parametrize(("label", "name", "data", "expected"), BAD, ids=[f"{case[1]} {case[0]}" for case in BAD])
def test_bad_records_are_passed_over(tmp_path: Path, label: str, name: str, data: str, expected: list[str]) -> None:
    """Each with its number and what is wrong; the others are done."""
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    found = told(read(tmp_path / name, data, max_size=1000 if "large" in label or "long" in label or "never" in label else 10_000_000))
    assert len(found) >= len(expected)
    for said, wanted in zip(found, expected, strict=False):
        assert said.startswith(wanted)


def test_a_file_without_json_is_left_after_a_while(tmp_path: Path) -> None:
    """A million complaints would help nobody."""
    assert len(read(tmp_path / "x.jsonl", "word\n" * 1_000_000)) == 21


def test_a_tab_separated_file_without_quoting_keeps_its_quotation_marks(tmp_path: Path) -> None:
    """A cell that starts with a quotation is no quoted cell there."""
    (source,) = read(tmp_path / "x.tsv", 'id\ttext\n1\t"We go," he said. "Now."\n')
    assert isinstance(source, Source)
    assert source.text == '"We go," he said. "Now."'


def test_text_in_a_cell_is_kept_as_it_came(tmp_path: Path) -> None:
    """Line ends and doubled marks too."""
    (source,) = read(tmp_path / "x.csv", 'text\r\n"A ""b"" c\r\nD\n\rE,"\r\n')
    assert isinstance(source, Source)
    assert source.text == 'A "b" c\r\nD\n\rE,'


def test_a_line_that_is_too_long_is_one_line(tmp_path: Path) -> None:
    """Reported once, with its number; the lines after it keep theirs, in every encoding."""
    lines = '{"text": "' + "A" * 3_000_000 + '"}\n{"text": "B."}\n'
    for encoding in (None, "utf-16"):
        skipped, source = read(tmp_path / "x.jsonl", lines.encode(encoding or "utf-8"), max_size=2_000_000, encoding=encoding)
        assert isinstance(skipped, Skipped)
        assert skipped.reason == "line 1: is longer than 2 MB; raise --max-size to read it"
        assert isinstance(source, Source)
        assert (source.id, source.text, source.encoding) == ("x#2", "B.", encoding or "utf-8")


def parquet(names: list[str], columns: list[object]) -> bytes:
    """A table of these columns."""
    import pyarrow
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(pyarrow.table([pyarrow.array(column) for column in columns], names=names), out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("column", "kind"), [([1], "int64"), ([1.5], "double"), ([True], "bool"), ([b"A."], "binary"), ([date(2024, 1, 1)], "date32[day]")]
)
def test_a_column_without_text_is_named(tmp_path: Path, column: list[object], kind: str) -> None:
    """With what it holds."""
    pytest.importorskip("pyarrow")
    said = f"its column 'text' holds no text but {kind}: choose another with --text-field"
    assert told(read(tmp_path / "x.parquet", parquet(["text"], [column]))) == [said]


def test_of_two_columns_of_one_name_the_first_counts(tmp_path: Path) -> None:
    """As in any other table."""
    pytest.importorskip("pyarrow")
    assert told(read(tmp_path / "x.parquet", parquet(["text", "title", "text"], [["A."], ["T"], ["B."]]))) == ["A."]


TIMES = [
    ("date32", [19844, 2_000_000_000], "2024-05-01"),
    ("timestamp[ms]", [1714557600_000, 1 << 60], "2024-05-01T10:00:00"),
    ("timestamp[ns]", [1714557600_000_000_123, 0], "2024-05-01T10:00:00"),
]


@pytest.mark.parametrize(("kind", "values", "expected"), TIMES, ids=[case[0] for case in TIMES])
def test_a_date_that_no_calendar_has_is_left_out(tmp_path: Path, kind: str, values: list[int], expected: str) -> None:
    """And its article kept; nanoseconds are cut."""
    pyarrow = pytest.importorskip("pyarrow")
    dates = pyarrow.array(values, pyarrow.int32() if kind == "date32" else pyarrow.int64()).cast(kind)
    first, second = read(tmp_path / "x.parquet", parquet(["text", "date"], [["A.", "B."], dates]))
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert first.published == expected
    assert second.published in (None, "1970-01-01T00:00:00")
