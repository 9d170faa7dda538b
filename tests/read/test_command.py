"""The real command on a real file of every format."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quotecli.read.formats import FORMATS
from tests.read.making import STORY, as_csv, as_docx, as_epub, as_feed, as_jsonl, as_mbox, as_odt, as_parquet, as_pdf, as_rtf, as_warc, html
from tests.read.test_archives import METHODS, tarred, zipped

FILES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "text": ("x.txt", STORY.encode),
    "captions": ("x.vtt", lambda: f"WEBVTT\n\n00:01.000 --> 00:09.000\n{' '.join(STORY.split())}\n".encode()),
    "markdown": ("x.md", lambda: b"# Bridge\n\n" + STORY.encode()),
    "html": ("x.html", html),
    "jsonl": ("x.jsonl", as_jsonl),
    "json": ("x.json", lambda: b"[" + as_jsonl() + b"]"),
    "csv": ("x.csv", as_csv),
    "mbox": ("x.mbox", as_mbox),
    "rtf": ("x.rtf", as_rtf),
    "feed": ("x.xml", as_feed),
    "odt": ("x.odt", as_odt),
    "epub": ("x.epub", as_epub),
    "parquet": ("x.parquet", as_parquet),
    "warc": ("x.warc.gz", lambda: as_warc(packed=True)),
    "docx": ("x.docx", as_docx),
    "pdf": ("x.pdf", as_pdf),
    "zip": ("x.zip", lambda: zipped({"a.txt": STORY.encode()})),
    "tar": ("x.tar.gz", lambda: tarred({"a.txt": STORY.encode()}, "w:gz")),
    **{suffix: (f"x.txt.{suffix}", lambda pack=pack: pack(STORY.encode())) for suffix, pack in METHODS},  # type: ignore[misc]
}
LIBRARIES = {"parquet": "pyarrow", "warc": "fastwarc", "docx": "docx", "pdf": "pypdfium2", "zst": "zstandard"}


def extract(*arguments: str, data: bytes = b"") -> dict[str, list[dict[str, object]]]:
    """What `quotes extract --json` answers."""
    done = subprocess.run([sys.executable, "-m", "quotecli", "extract", "--json", *arguments], input=data, capture_output=True, check=True)
    answer: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return answer


def test_every_format_has_its_file_here() -> None:
    """A format without a test is a format nobody has tried."""
    assert set(FILES) == {format.name for format in FORMATS}


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_command_reads_it(tmp_path: Path, name: str) -> None:
    """As a file, and through a pipe, where nothing tells but the content."""
    if name in LIBRARIES:
        pytest.importorskip(LIBRARIES[name])
    file, make = FILES[name]
    path = tmp_path / file
    path.write_bytes(make())
    for answer in (extract(str(path)), extract("-", data=path.read_bytes())):
        assert str(answer["quotes"][0]["text"]).rstrip(",") == "We have waited far too long"
        assert not answer["skipped"]


def test_the_same_article_in_every_format_is_quoted_alike(tmp_path: Path) -> None:
    """The words and their speakers do not depend on the wrapping."""
    said = set()
    for name in ("text", "html", "jsonl", "json", "csv"):
        file, make = FILES[name]
        (tmp_path / file).write_bytes(make())
        said.add(
            json.dumps(
                [(quote["text"], quote["speaker"] and quote["speaker"]["name"]) for quote in extract(str(tmp_path / file))["quotes"]]
            )
        )  # type: ignore[index]
    assert len(said) == 1


def test_a_file_cut_short_is_status_three(tmp_path: Path) -> None:
    """Done, but something was passed over."""
    (tmp_path / "x.txt.gz").write_bytes(gzip.compress(STORY.encode() * 50)[:60])
    (tmp_path / "y.txt").write_text(STORY)
    done = subprocess.run([sys.executable, "-m", "quotecli", "extract", "--json", str(tmp_path)], capture_output=True)
    assert done.returncode == 3
    assert done.stderr.decode().strip() == f"quotes: {tmp_path}/x.txt.gz: is cut short"
    assert len(json.loads(done.stdout)["sources"]) == 1
