"""Every command on inputs that are no plain text; and where a quotation stands in the page that it was taken from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run

from tests.read.making import as_csv, as_jsonl, as_pdf, html

INPUTS: dict[str, tuple[str, Callable[[], bytes], str | None]] = {
    "html": ("page.html", html, None),
    "csv": ("rows.csv", as_csv, None),
    "jsonl": ("rows.jsonl", as_jsonl, None),
    "pdf": ("paper.pdf", as_pdf, "pypdfium2"),
}
WORDS = "We have waited far too long,"


@pytest.fixture(params=sorted(INPUTS))
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """One article in one format."""
    name, make, library = INPUTS[request.param]
    if library:
        pytest.importorskip(library)
    path = tmp_path / name
    path.write_bytes(make())
    return path


@pytest.mark.parametrize("command", ["extract", "show", "explain", "text", "speakers"])
def test_a_command_reads_it(quotes: Run, file: Path, command: str) -> None:
    """The words, or who said them, stand in the answer for readers and in the one for programs."""
    for more in ((), ("--json",)):
        answer = quotes(command, file, *more)
        assert (answer.status, answer.err) == (0, "")
        assert ("Ann Lee" if command == "speakers" else WORDS) in " ".join(answer.out.split())


def test_offsets_count_in_what_quotes_text_prints(quotes: Run, file: Path) -> None:
    """Whatever the format: the quotation, the mention and the cue stand there, marks included."""
    text = quotes("text", file).raw.decode()
    (found, *_) = json.loads(quotes("extract", file, "--json").raw)["quotes"]
    assert text[found["start"] + 1 : found["end"] - 1] == found["text"] == WORDS
    for part, words in ((found["speaker"], "mention"), (found["cue"], "text")):
        assert text[part["start"] : part["end"]] == part[words]


def test_only_a_page_has_raw_places(quotes: Run, file: Path) -> None:
    """Null, never a guess, where there is no page behind the text; `format` says what was read."""
    answer = json.loads(quotes("extract", file, "--json").raw)
    assert answer["sources"][0]["format"] == {"page": "html", "rows": file.suffix[1:], "paper": "pdf"}[file.stem]
    places = [one[key] for quote in answer["quotes"] for one in (quote, quote["speaker"]) if one for key in ("raw_start", "raw_end")]
    assert places
    assert all((place is not None) is (file.suffix == ".html") for place in [*places, *(quote["raw_pieces"] for quote in answer["quotes"])])


PAGE = """<!doctype html><html><head><title>Bridge</title></head><body><nav>“Home,” said nobody.</nav><article>
<p>The council met for three hours on Tuesday, and then it voted to close the old bridge for good.</p>
<p>&ldquo;We have <em>waited</em> far&nbsp;too long &amp; we <a href="/x">know it</a>,&rdquo; said <b>Ann</b> Lee, the council&rsquo;s leader, after the vote.</p>
<p>&#8220;Any time,&#8221; she added, and left the hall by the door through which she had come.</p>
</article></body></html>"""
RAW = [
    ('&ldquo;We have <em>waited</em> far&nbsp;too long &amp; we <a href="/x">know it</a>,&rdquo;', "Ann</b> Lee"),
    ("&#8220;Any time,&#8221;", "she"),
]


@pytest.mark.parametrize("command", ["extract", "show", "explain", "check", "diff", "jsonl", "streamed jsonl"])
def test_json_tells_where_it_stands_in_the_page(quotes: Run, tmp_path: Path, command: str) -> None:
    """From the first character of the opening mark's entity to the last of the closing one; the mention likewise."""
    page, record = tmp_path / "page.html", tmp_path / "record.txt"
    page.write_text(PAGE, encoding="utf-8")
    record.write_text("LEE: We have waited far too long and we know it. Any time.", encoding="utf-8")
    jsonl = {"jsonl": ("extract", page, "-f", "jsonl"), "streamed jsonl": ("extract", page, "-f", "jsonl", "--no-cluster")}
    arguments = jsonl.get(command, (command, *([record] if command == "check" else []), page, "--json"))
    raw = quotes(*arguments).raw
    found = [line for line in map(json.loads, raw.splitlines()) if line["type"] == "quote"] if command in jsonl else taken(json.loads(raw))
    assert [(PAGE[q["raw_start"] : q["raw_end"]], PAGE[q["speaker"]["raw_start"] : q["speaker"]["raw_end"]]) for q in found] == RAW


DECLARED = [
    (
        "page.html",
        "<meta charset=utf-8><p>The council met on Tuesday.</p><p>\x93We go, and Don\x92t stay,\x94 said Ann Lee on the pier.</p>",
    ),
    ("a.txt", "\ufeff\x93We go, and Don\x92t stay,\x94 said Ann Lee on the pier."),
    ("a.jsonl", '{"text": "\\u0093We go, and Don\\u0092t stay,\\u0094 said Ann Lee on the pier."}'),
]


@pytest.mark.parametrize(("name", "text"), DECLARED, ids=[case[0] for case in DECLARED])
def test_marks_of_windows_in_what_says_that_it_is_utf8(quotes: Run, tmp_path: Path, name: str, text: str) -> None:
    """No text means a control character: they are marks, of one character each; places in a page stay true, and `quotes schema` tells it."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    answer = json.loads(quotes("extract", name, "--json").raw)
    ((found, *_), (source,)) = answer["quotes"], answer["sources"]
    assert (found["text"], found["speaker"]["name"]) == ("We go, and Don’t stay,", "Ann Lee")
    if name == "page.html":
        assert text[found["raw_start"] : found["raw_end"]] == "\x93We go, and Don\x92t stay,\x94"
    assert source["encoding"].endswith("(control characters read as the marks of windows-1252)")
    assert "U+0080 to U+009F" in quotes("schema").out


ACROSS = """<html><body><article><p>The council met for three hours on Tuesday, and voted to close the bridge for good.</p>
<p>Ann Lee said: “We have waited for too long to go on like this.</p><div class=ad><p>Buy two mattresses.</p></div>
<p>“And we know it.”</p><p>She then left the hall by the door through which she had come.</p></article></body></html>"""


def test_the_parts_of_a_quotation_take_in_nothing_else(quotes: Run, tmp_path: Path) -> None:
    """Over several paragraphs, what stands between them in the page is no part of it."""
    page = tmp_path / "page.html"
    page.write_text(ACROSS, encoding="utf-8")
    (found,) = json.loads(quotes("extract", page, "--json").raw)["quotes"]
    parts = [ACROSS[part["start"] : part["end"]] for part in found["raw_pieces"]]
    assert parts == found["text"].split("\n") == ["We have waited for too long to go on like this.", "And we know it."]
    assert "mattresses" in ACROSS[found["raw_start"] : found["raw_end"]]


def taken(document: dict[str, list[dict[str, object]]]) -> list[dict[str, object]]:
    """The quotations of a document, wherever its command puts them."""
    inner = document.get("articles") or document.get("explanations")
    if inner:
        return [quote for one in inner for quote in one.get("quotations") or one.get("quotes")]  # type: ignore[attr-defined, misc]
    return document.get("quotes") or [verdict["quote"] for verdict in document["verdicts"]]  # type: ignore[misc]
