"""Whatever is put in: a clear line or an answer, and nothing of it acts on the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Run

HOSTILE = "“I am [sic] \x1b[31m\x9b1m very\x07 [/said] [bold]tired[/bold] \u202eok,” Ann Lee said.\n"

FILES: list[tuple[str, bytes, str | None]] = [
    ("markup and escape sequences", HOSTILE.encode(), None),
    ("CRLF", "“Yes,” Ann Lee said.\r\n\r\n“No,” she said.\r\n".encode(), None),
    ("a byte order mark", "\ufeff“Yes,” Ann Lee said.\n".encode(), None),
    ("Latin-1", '"C\'est déjà vu," Zoé Lee said.\n'.encode("latin-1"), None),
    ("a line of 4 MB", b"word " * 800_000 + "“Yes,” Ann Lee said.".encode(), None),
    ("marks without end", "“ ".encode() * 2_000, None),
    ("empty", b"", "empty"),
    ("NUL bytes", b"MZ\x00\x00\x01\x02\x00" * 100, "binary"),
]


@pytest.mark.parametrize(("label", "content", "refused"), FILES, ids=[case[0] for case in FILES])
def test_hostile_files_are_answered_or_refused(quotes: Run, tmp_path: Path, label: str, content: bytes, refused: str | None) -> None:
    """An answer, or status 3 with the reason; the verbatim promise holds; no traceback, no control character."""
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    for arguments in (["extract", "--json"], ["extract"], ["explain"])[: 3 if len(content) < 1_000_000 else 1]:
        answer = quotes(*arguments, "article.txt")
        assert answer.status == (3 if refused else 0), answer.err
        assert "Traceback" not in answer.err
        assert not any((ord(c) < 32 and c not in "\n\t") or 0x7F <= ord(c) <= 0x9F for c in answer.out + answer.err)
    if refused:
        assert refused in answer.err


def test_the_words_come_through_exactly(quotes: Run, tmp_path: Path) -> None:
    """JSON keeps the places; the table shows the words, brackets and all."""
    (tmp_path / "article.txt").write_text(HOSTILE, encoding="utf-8")
    (quote,) = json.loads(quotes("extract", "article.txt", "--json").raw)["quotes"]
    assert HOSTILE[quote["start"] : quote["end"]] == HOSTILE[: HOSTILE.index("”") + 1]
    assert (
        "[sic] \\x1b[31m\\x9b1m very\\x07 [/said] [bold]tired[/bold] \\u202eok," in quotes("extract", "article.txt", "--width", "160").out
    )


def test_a_hostile_file_name_is_shown_and_not_obeyed(quotes: Run, tmp_path: Path) -> None:
    """File names come from strangers too."""
    name = "a\x1b]0;owned\x07[red].txt"
    (tmp_path / name).write_text("“Yes,” Ann Lee said.", encoding="utf-8")
    for arguments in (["extract"], ["diff"], ["explain"]):
        answer = quotes(*arguments, ".", "no\x1b[1mwhere")
        assert "\x1b" not in answer.out + answer.err
        assert "a\\x1b]0;owned\\x07[red].txt" in answer.out
