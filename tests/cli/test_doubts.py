"""An article without quotations that shows why is said to, with what to try; silence would look like an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run

DOUBTFUL = [
    ("entities", "a.txt", "She was blunt. &ldquo;We go,&rdquo; she said.", "has no quotations and shows markup; try --input-format html"),
    ("tags", "a.txt", "<p>We go.</p><p>She left.</p><p>It rained.</p>", "has no quotations and shows markup; try --input-format html"),
    ("rich text by another name", "a.txt", "{\\rtf1 We go.}", "has no quotations and looks like rtf; try --input-format rtf"),
    ("a feed by another name", "a.txt", "<rss><channel/></rss>", "has no quotations and looks like feed; try --input-format feed"),
    ("places that could not be decoded", "a.txt", "\ufffdWe go,\ufffd she said.", "has no quotations, and signs that were decoded wrongly; try --encoding windows-1252, or utf-8"),
]  # fmt: skip
CLEAR = [
    ("nothing was said", "a.txt", "She left the hall, and it rained until the evening."),
    ("a quotation beside a tag", "a.txt", "<p>“We go,” she said.</p><p>A.</p><p>B.</p>"),
    ("one tag", "a.txt", "He wrote </b> on the wall."),
    ("less than", "a.txt", "If a < b & c > d, we go."),
]


@pytest.mark.parametrize(("label", "name", "text", "said"), DOUBTFUL, ids=[case[0] for case in DOUBTFUL])
@pytest.mark.parametrize("form", [["--json"], ["-f", "jsonl", "--no-cluster"]], ids=["json", "streamed"])
def test_what_to_try_is_said(quotes: Run, tmp_path: Path, label: str, name: str, text: str, said: str, form: list[str]) -> None:
    """In one line on standard error; the status is that of an answer."""
    (tmp_path / name).write_text(text)
    done = quotes("extract", tmp_path / name, *form)
    assert done.err.strip() == f"quotes: {tmp_path / name}: {said}"
    assert quotes("extract", tmp_path / name, *form, "--quiet").err == ""


@pytest.mark.parametrize(("label", "name", "text"), CLEAR, ids=[case[0] for case in CLEAR])
def test_nothing_is_said_of_the_others(quotes: Run, tmp_path: Path, label: str, name: str, text: str) -> None:
    """Most articles without quotations have none."""
    (tmp_path / name).write_text(text)
    assert quotes("extract", tmp_path / name, "--json").err == ""


def test_one_who_chooses_is_not_told(quotes: Run, tmp_path: Path) -> None:
    """Without a quotation of that speaker an article may have others."""
    (tmp_path / "a.txt").write_text("&ldquo;We go,&rdquo; she said.")
    assert quotes("extract", tmp_path / "a.txt", "--json", "--speaker", "lee").err == ""


def test_files_that_are_not_read_are_counted(quotes: Run, tmp_path: Path) -> None:
    """In one line, by kind; hidden ones are nobody's articles."""
    for name in ("a.txt", "b.jpg", "c.jpg", "d.doc", ".hidden.png"):
        (tmp_path / name).write_text("She left the hall.")
    done = quotes("extract", tmp_path, "--json")
    assert done.err.strip() == "quotes: 3 files of kinds that are not read were passed over (2 .jpg, 1 .doc)"
    assert quotes("extract", tmp_path, "--json", "--glob", "*.txt").err == ""
