"""What strangers make to take time or memory: work grows with the input and no faster, memory with what is allowed."""

from __future__ import annotations

import json
import sys
import tracemalloc
from collections.abc import Callable
from email.policy import EmailPolicy
from io import BytesIO
from pathlib import Path
from types import FrameType

import pytest

from quotecli.find import find_quotes
from quotecli.model import Skipped, Source
from quotecli.pipeline import Options, extract, stream
from quotecli.read import ReadOptions, read_sources, records
from quotecli.read.archives.members import Names
from quotecli.read.doubts import doubt
from quotecli.read.html.scan import events
from quotecli.read.records import SAID
from quotecli.read.seen import Seen
from quotecli.render.json import write_report
from tests.read.making import STORY, as_parquet


def skipped(found: list[Source | Skipped]) -> list[str]:
    """Why what was passed over was."""
    return [one.reason for one in found if isinstance(one, Skipped)]


@pytest.mark.parametrize("sign", ["&", "<", "& ", "< ", "&<"])
def test_bare_signs_of_markup_are_not_a_piece_of_text_each(sign: str) -> None:
    """Ten thousand of them, and what stands between, are twenty events."""
    told = list(events(sign * 10_000))
    assert len(told) <= 22
    assert "".join(event.value for event in told) == sign * 10_000


def test_entities_and_tags_among_bare_signs_are_still_seen() -> None:
    """The sign before a name begins something."""
    told = [(event.kind.value, event.value) for event in events("a & b &amp; c < d <b>e</b>")]
    assert told == [("text", "a & b "), ("entity", "&"), ("text", " c < d "), ("open", "b"), ("text", "e"), ("close", "b")]


@pytest.mark.parametrize(
    ("name", "data", "last"),
    [
        ("x.json", "[" + json.dumps({"text": STORY}) + ",{}" * 5000 + "]", "4900 more articles are no articles either"),
        ("x.jsonl", json.dumps({"text": STORY}) + "\n" + "no\n" * 5000, "4900 more lines are no articles either"),
        ("x.csv", "text,title\n" + ",a\n" * 5000 + '"We go.",a\n', "4900 more rows are no articles either"),
        ("x.tsv", "text\n" + "We go.\n" + '"a"b\n' * 5000, "4900 more rows are no articles either"),
    ],
)
def test_records_that_are_none_are_said_up_to_a_number(tmp_path: Path, name: str, data: str, last: str) -> None:
    """Then they are counted; the articles among them are read."""
    (tmp_path / name).write_text(data)
    found = list(read_sources([str(tmp_path / name)]))
    assert len(skipped(found)) == SAID + 1
    assert skipped(found)[-1] == last
    assert len(found) == SAID + 2


def test_records_of_one_layout_are_understood_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two million empty objects are little to read; where nothing else comes, they are not read to their end."""
    asked: list[object] = []
    real = records.fields
    monkeypatch.setattr(records, "fields", lambda names, options: asked.append(names) or real(names, options))
    (tmp_path / "x.json").write_text("[" + json.dumps({"text": STORY}) + ",{}" * 5000 + "]")
    list(read_sources([str(tmp_path / "x.json")]))
    assert asked == [("text",), ()]
    (tmp_path / "x.json").write_text("[" + "{}," * 1_000_000)
    (*_, last) = read_sources([str(tmp_path / "x.json")])
    assert skipped([last]) == ["is left there: none of its first 1000 records is an article"]


@pytest.mark.parametrize("sign", ['"', "“", "'", "«", "’", "`"])
@pytest.mark.parametrize("name", ["x.txt", "x.csv", "x.md", "x.html"])
def test_marks_without_end_are_no_article(tmp_path: Path, name: str, sign: str) -> None:
    """Each costs as much as ten words; other articles of the file are read."""
    form = {"x.csv": 'text\n"{}"\n', "x.html": "<p>{}"}.get(name, "{}")
    cell = sign * 2 if name == "x.csv" and sign == '"' else sign
    (tmp_path / name).write_text(form.format(f"We go{cell} home. " * 100_001))
    (reason,) = skipped(list(read_sources([str(tmp_path)])))
    assert "has more than 100,000 quotation marks in 1," in reason


@pytest.mark.parametrize(
    ("sign", "many", "read"), [('"', 2000, True), ('"', 2001, False), ("‘a", 2100, False), ('"Yes," she said. ', 5000, True)]
)
def test_a_text_made_of_marks_is_no_article(tmp_path: Path, sign: str, many: int, read: bool) -> None:
    """A speech a line is one, however many."""
    (tmp_path / "x.txt").write_text(sign * many)
    (found,) = read_sources([str(tmp_path)])
    assert isinstance(found, Source) is read


PER_CHARACTER, FIXED = 250, 1_000_000
"""Bytes of memory that an article takes while it is read and quotations are looked for: for each character of its file, and at all."""
LAID_OUT = {
    "speeches.txt": "“We go,” said Ann Lee.\n\n",
    "wrapped.txt": 'He said "we go on" and left the\n',
    "words.txt": "word ",
    "names.txt": "Ann Lee and Bob Roe of Harwick said so. ",
    "cp1252.txt": "We go to the café, he said.\n",
    "ampersands.html": "& ",
    "openings.html": "< ",
    "paragraphs.html": "<p>We go on and on.",
    "entities.html": "&ldquo;We go&rdquo;, he said. ",
    "divisions.html": "<div>a ",
    "q.html": "<p><q>We go on</q> said Ann Lee of Harwick. ",
    "ticks.md": "`a` he said so and went out ",
    "rich.rtf": "\\'93We go on\\'94 she said.\\par ",
    "captions.vtt": "00:01.000 --> 00:02.000\n<v Ann Lee>We go.\n\n",
}
BEGUN = {".html": "<p>We go on. “No,” said Ann Lee. ", ".rtf": "{\\rtf1 ", ".vtt": "WEBVTT\n\n"}


def peak(path: Path) -> int:
    """The most bytes held while its articles are read and quotations looked for."""
    tracemalloc.start()
    try:
        for found in read_sources([str(path)]):
            assert isinstance(found, Source), found
            find_quotes(found)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", LAID_OUT)
def test_memory_follows_the_length_of_a_text(tmp_path: Path, name: str) -> None:
    """So that 1 GB bears what `--max-size` allows, whatever it is made of."""
    path = tmp_path / name
    text = BEGUN.get(path.suffix, "“No,” said Ann Lee. ") + LAID_OUT[name] * (16_000 // len(LAID_OUT[name]))
    path.write_text(text, encoding="cp1252" if "cp1252" in name else "utf-8")
    peak(path)
    assert peak(path) <= PER_CHARACTER * len(text) + FIXED


def calls(work: Callable[[], object]) -> int:
    """How many functions are called in it, ours and others."""
    count = 0

    def one(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(one)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def test_an_article_without_quotations_is_asked_little() -> None:
    """There may be a million of them in a table, none of which begins as a file of another format does."""
    source = Source("a", "a.csv", "a b c", format="csv")
    doubt(source)  # expressions are compiled
    assert calls(lambda: doubt(source)) <= 10


@pytest.mark.parametrize(("name", "line", "most"), [("x.csv", "a b c\n", 90), ("x.tsv", "a b c\n", 90), ("x.jsonl", '{"text":"a"}\n', 115)])
def test_a_short_row_costs_little(tmp_path: Path, name: str, line: str, most: int) -> None:
    """Two million of them fit into 10 MB: so many calls each, from the file to the record that is written."""

    def whole(rows: int) -> int:
        (tmp_path / name).write_text("text\n" * (name != "x.jsonl") + line * rows)
        return calls(lambda: write_report(extract([str(tmp_path / name)], Options(jobs=1)), BytesIO()))

    whole(1)
    assert whole(200) - whole(100) <= 100 * most


def test_headers_of_the_parts_of_a_page_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred thousand of them fit into 10 MB, and to read one takes longer than the rest of its part."""
    asked: list[str] = []
    real = EmailPolicy.header_fetch_parse
    monkeypatch.setattr(EmailPolicy, "header_fetch_parse", lambda self, name, value: asked.append(name) or real(self, name, value))
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x1"\n\n'
    part = "--x1\nContent-Type: text/html\nContent-Location: http://a.example/x1\n\n<p>We go on and on, and so do they.</p>\n"
    (tmp_path / "a.mhtml").write_text(head + part * 500 + "--x1--\n")
    assert [one.text for one in read_sources([str(tmp_path)]) if isinstance(one, Source)] == ["We go on and on, and so do they."]
    assert len(asked) <= 20


class Counted(Seen):
    """Counts how often it is asked."""

    asked = 0

    def new(self, name: str) -> bool:
        """Count, and answer."""
        self.asked += 1
        return super().new(name)


def test_members_of_one_name_are_numbered_in_a_step_each() -> None:
    """Twenty thousand files of one name in an archive: the next number is known."""
    names = Names()
    taken = names.taken = Counted()
    assert [names.own("a.txt") for _ in range(20_000)][-1] == "a.txt~20000"
    assert taken.asked <= 60_000


def test_a_column_that_says_one_long_text_often_is_not_unrolled(tmp_path: Path) -> None:
    """A few kilobytes of Parquet hold gigabytes: what is larger than allowed is told by its size alone."""
    pytest.importorskip("pyarrow")
    data = as_parquet([{"text": "word " * 300_000}] * 200 + [{"text": STORY}])
    assert len(data) < 1_000_000
    (tmp_path / "x.parquet").write_bytes(data)
    found = list(read_sources([str(tmp_path / "x.parquet")], ReadOptions(max_size=1_000_000)))
    assert skipped(found)[0] == "row 1: is larger than 1 MB; raise --max-size to read it"
    assert [one.text for one in found if isinstance(one, Source)] == [STORY]


def test_names_of_columns_that_are_no_text_are_said(tmp_path: Path) -> None:
    """Another library than ours wrote them."""
    pytest.importorskip("pyarrow")
    data = as_parquet([{"text": STORY, "titel": "x"}])
    (tmp_path / "x.parquet").write_bytes(data.replace(b"titel", b"tit\xffl"))
    (found,) = read_sources([str(tmp_path / "x.parquet")])
    assert isinstance(found, Skipped)
    assert "columns that are no UTF-8" in found.reason or "not Parquet" in found.reason


def test_the_text_of_an_article_is_bounded_whatever_it_was_packed_in(tmp_path: Path) -> None:
    """Mail with pictures may be larger than its text; its text may not."""
    (tmp_path / "x.eml").write_text("Subject: A\n\n" + "x" * 5000)
    assert skipped(list(read_sources([str(tmp_path)], ReadOptions(max_size=1000)))) == [
        "is larger than 1000 bytes; raise --max-size to read it"
    ]


def test_an_article_that_takes_too_much_memory_costs_itself_alone(tmp_path: Path) -> None:
    """The others are done."""
    from quotecli.find import Found, find_quotes

    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(STORY)

    def find(source: Source) -> Found:
        if source.id == "b":
            raise MemoryError
        return find_quotes(source)

    done = list(stream([str(tmp_path)], Options(jobs=1), find))
    assert [getattr(one, "reason", "done") for one in done] == [
        "done",
        "takes more memory than there is; a smaller --max-size passes it over at once",
        "done",
    ]


def test_reading_that_takes_too_much_memory_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever library it was in."""

    def fails(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("quotecli.read.html.parse", fails)
    (tmp_path / "a.html").write_text("<p>We go.</p>")
    (tmp_path / "b.txt").write_text(STORY)
    first, second = read_sources([str(tmp_path)])
    assert isinstance(first, Skipped)
    assert first.reason == "takes more memory than there is; a smaller --max-size passes it over at once"
    assert isinstance(second, Source)
