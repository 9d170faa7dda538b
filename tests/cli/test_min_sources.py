"""Only what several sources print: every command that is asked for it makes the clusters that tell."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

SHARED = "“The bridge over the Orle will open on the ninth of May, whatever the weather,” Ann Lee said.\n"
ALONE = "“Nobody asked the fishermen about their boats,” Ben Roe said.\n"
FLAG, VARIABLE, FILE = "a flag", "a variable", "a file"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A transcript, and two articles that have one utterance in common."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(SHARED + ALONE, encoding="utf-8")
    (folder / "b.txt").write_text(SHARED, encoding="utf-8")
    (tmp_path / "record.txt").write_text("LEE: The bridge over the Orle will open on the ninth of June.\n", encoding="utf-8")
    return folder


Words = Callable[[Any], list[str]]
COMMANDS: list[tuple[str, list[str], Words]] = [
    ("extract", ["extract", "articles"], lambda page: [quote["text"] for quote in page["quotes"]]),
    ("check", ["check", "record.txt", "articles"], lambda page: [one["quote"]["text"] for one in page["verdicts"]]),
    ("show", ["show", "articles"], lambda page: [quote["text"] for one in page["articles"] for quote in one["quotations"]]),
    ("explain", ["explain", "articles"], lambda page: [quote["text"] for one in page["explanations"] for quote in one["quotes"]]),
]


@pytest.mark.parametrize("said_by", [FLAG, VARIABLE, FILE])
@pytest.mark.parametrize(("label", "arguments", "words"), COMMANDS, ids=[case[0] for case in COMMANDS])
def test_what_several_sources_print(quotes: Run, articles: Path, label: str, arguments: list[str], words: Words, said_by: str) -> None:
    """The shared utterance from both articles, and nothing else; however the option is set."""
    if said_by == FILE:
        (articles.parent / "quotes.toml").write_text("min-sources = 2\n")
    more, environ = (["--min-sources", "2"] if said_by == FLAG else []), ({"QUOTES_MIN_SOURCES": "2"} if said_by == VARIABLE else {})
    answer = quotes(*arguments, "--json", *more, **environ)
    assert answer.status == (1 if label == "check" else 0), answer.err
    assert [text[:10] for text in words(json.loads(answer.raw))] == ["The bridge"] * 2


@pytest.mark.parametrize("command", [["extract"], ["extract", "-f", "jsonl"]])
def test_without_clusters_nobody_can_tell(quotes: Run, articles: Path, command: list[str]) -> None:
    """A contradiction is misuse, not an empty answer."""
    answer = quotes(*command, articles, "--no-cluster", "--min-sources", "2")
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "--min-sources" in answer.err
    assert "--no-cluster" in answer.err


@pytest.mark.parametrize("command", [["extract"], ["show"], ["explain"], ["speakers"], ["diff"], ["check", "-"]])
def test_a_bad_alias_file_is_refused_before_anything_is_read(quotes: Run, articles: Path, command: list[str]) -> None:
    """Nobody waits for an archive, or for standard input, to learn that a name is wrong."""
    answer = quotes(*command, "missing.txt", "--aliases", "nowhere.toml")
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert answer.err.startswith("quotes: nowhere.toml: ")
