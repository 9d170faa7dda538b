"""Every format of the README's table through the command: a file of it in, its quotation out."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from conftest import Run

from quotecli.read.formats import FORMATS
from tests.read.making import (
    STORY,
    as_csv,
    as_docx,
    as_epub,
    as_feed,
    as_jsonl,
    as_mbox,
    as_odt,
    as_parquet,
    as_pdf,
    as_rtf,
    as_warc,
    html,
)

WORDS = "We have waited far too long,"
CAPTIONS = f"WEBVTT\n\n00:01.000 --> 00:02.000\n“{WORDS[:15]}\n\n00:02.000 --> 00:03.000\n{WORDS[15:].strip()}” said Ann Lee.\n"


def as_zip() -> bytes:
    """An archive of one text."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("a.txt", STORY)
    return out.getvalue()


def as_tar() -> bytes:
    """Likewise."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo("a.txt")
        member.size = len(STORY.encode())
        archive.addfile(member, io.BytesIO(STORY.encode()))
    return out.getvalue()


def as_zst() -> bytes:
    """A text made small."""
    import zstandard

    return zstandard.ZstdCompressor().compress(STORY.encode())


MADE: dict[str, tuple[str, Callable[[], bytes], str | None]] = {
    "text": ("a.txt", STORY.encode, None),
    "markdown": ("a.md", STORY.encode, None),
    "captions": ("a.vtt", CAPTIONS.encode, None),
    "html": ("a.html", html, None),
    "jsonl": ("a.jsonl", as_jsonl, None),
    "json": ("a.json", as_jsonl, None),
    "csv": ("a.csv", as_csv, None),
    "mbox": ("a.mbox", as_mbox, None),
    "rtf": ("a.rtf", as_rtf, None),
    "feed": ("a.rss", as_feed, None),
    "odt": ("a.odt", as_odt, None),
    "epub": ("a.epub", as_epub, None),
    "parquet": ("a.parquet", as_parquet, "pyarrow"),
    "warc": ("a.warc", as_warc, "fastwarc"),
    "docx": ("a.docx", as_docx, "docx"),
    "pdf": ("a.pdf", as_pdf, "pypdfium2"),
    "zip": ("a.zip", as_zip, None),
    "tar": ("a.tar", as_tar, None),
    "gz": ("a.txt.gz", lambda: gzip.compress(STORY.encode()), None),
    "bz2": ("a.txt.bz2", lambda: bz2.compress(STORY.encode()), None),
    "xz": ("a.txt.xz", lambda: lzma.compress(STORY.encode()), None),
    "zst": ("a.txt.zst", as_zst, "zstandard"),
}


@pytest.mark.parametrize("name", [format.name for format in FORMATS])
def test_a_file_of_every_format_gives_its_quotation(quotes: Run, tmp_path: Path, name: str) -> None:
    """And its speaker; JSON tells what it was read as."""
    file, make, library = MADE[name]
    if library:
        pytest.importorskip(library)
    (tmp_path / file).write_bytes(make())
    answer = quotes("extract", file, "--json")
    assert (answer.status, answer.err) == (0, "")
    told = json.loads(answer.raw)
    assert WORDS in [one["text"] for one in told["quotes"]]
    assert "Ann Lee" in [one["speaker"]["name"] for one in told["quotes"]]
    held = "text" if next(one for one in FORMATS if one.name == name).holds else {"warc": "html"}.get(name, name)
    assert [one["format"] for one in told["sources"]] == [held]
