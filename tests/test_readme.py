"""What the documentation shows runs as it stands there: the library's code, and a file of every format; `make check` holds commands to their output."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.read.making import ROW, STORY, as_csv, as_docx, as_epub, as_feed, as_jsonl, as_mbox, as_parquet, as_pdf, as_rtf, as_warc, html
from tests.read.test_archives import METHODS, zipped

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs/pages"
EXPORT = """Page 1

The Post

May 1, 2024 Wednesday

Bridge to close

BYLINE: Jo Hart

LENGTH: 40 words

“We have waited far too long,” said Ann Lee, the council’s leader.

LOAD-DATE: May 1, 2024
"""
CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ann Lee>We have waited far too long\n\n00:05.000 --> 00:06.000\n<v Ann Lee>No.\n"
FILES: dict[str, Callable[[], bytes]] = {
    "ours.txt": STORY.encode,
    "notes.md": STORY.encode,
    "page.html": html,
    "archive.jsonl": lambda: as_jsonl([{"body": STORY}]),
    "articles.csv": lambda: as_csv([{**ROW, "headline": ROW["title"]}]),
    "articles.parquet": as_parquet,
    "crawl.warc.gz": lambda: as_warc(packed=True),
    "newsletter.mbox": as_mbox,
    "interview.docx": as_docx,
    "export.txt": EXPORT.encode,
    "interview.rtf": as_rtf,
    "book.epub": as_epub,
    "feed.xml": as_feed,
    "speech.vtt": CAPTIONS.encode,
    "articles/a.txt": STORY.encode,
    "briefing.pdf": as_pdf,
    "archive.jsonl.zst": lambda: dict(METHODS)["zst"](as_jsonl()),
    "pages.zip": lambda: zipped({"a.html": html()}),
    "seeds/a.txt": STORY.encode,
    "archive/a.txt": STORY.encode,
}
LIBRARIES = {"parquet": "pyarrow", "warc": "fastwarc", "docx": "docx", "pdf": "pypdfium2", "zst": "zstandard", "trafilatura": "trafilatura"}
FORMATS = (PAGES / "formats.md").read_text("utf-8")
EXAMPLES = re.findall(r"^\|[^|]+\| `(quotes [^`]+)` \|", FORMATS, re.MULTILINE)


def test_every_format_has_an_example() -> None:
    """A row of the tables without one would not be tried."""
    assert len(EXAMPLES) == len(re.findall(r"^\| ", FORMATS, re.MULTILINE)) - 2


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_format_s_example_runs_on_such_a_file(tmp_path: Path, example: str) -> None:
    """It finds the words, wherever it writes them."""
    for library in (library for word, library in LIBRARIES.items() if word in example):
        if not find_spec(library):
            pytest.skip(f"{library} is not here")
    for name, make in FILES.items():
        if name.split("/")[0] in example:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(make())
    command = [sys.executable, "-m", "quotecli", *shlex.split(example)[1:]]
    ran = subprocess.run(command, capture_output=True, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"})
    assert ran.returncode == 0, ran.stderr.decode()
    written = [tmp_path / word for word in command[3:] if (tmp_path / word).is_file() and word not in FILES]
    assert "We have waited far too long" in (ran.stdout + b"".join(map(Path.read_bytes, written))).decode()


def test_the_python_of_the_library_s_page_runs() -> None:
    """Copied into a file, it answers; every public step that it imports is used."""
    (code,) = re.findall(r"^```python\n(.*?)^```", (PAGES / "library.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert (ran.returncode, ran.stderr) == (0, "")
    for shown in ("Vladimir Putin", "5 Vladimir Putin", "substituted will → won't !", "verbatim "):
        assert shown in ran.stdout


JOBS = re.findall(
    r"^```sh\n(.*?)^```",
    (ROOT / "README.md").read_text("utf-8").split("## I have an archive")[1].split("\n## ")[0],
    re.MULTILINE | re.DOTALL,
)


@pytest.mark.parametrize("job", JOBS)
def test_the_jobs_of_an_archive_run(tmp_path: Path, job: str) -> None:
    """Line by line, on such articles: each has an answer, and no remark."""
    said = "“I am ready for it, of course, at any time,” Vladimir Putin said on Monday. Edition {0}."
    (tmp_path / "articles").mkdir()
    for line in job.splitlines():
        records = [{"text": said.format(len(line)), "url": f"https://{name}.example/1", "date": "2016-12-20"} for name in "ab"]
        (tmp_path / "articles" / "a.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        command = line.replace("quotes ", f"{shlex.quote(sys.executable)} -m quotecli ", 1)
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
        ran = subprocess.run(["bash", "-c", command], capture_output=True, cwd=tmp_path, env=environment)
        written = [tmp_path / line.rpartition("> ")[2]] if "> " in line else []
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert (ran.stdout + b"".join(map(Path.read_bytes, written))).strip()


def test_there_are_three_jobs_of_three_lines() -> None:
    """What came since, one speaker over time, who printed this."""
    assert [len(job.splitlines()) for job in JOBS] == [3, 3, 3]
