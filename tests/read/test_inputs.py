"""Which files the caller means: each once, always in one order, under one name."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest

from quotecli.model import Skipped, Source
from quotecli.read import Input, ReadOptions, list_inputs, read_sources


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles, which is the working folder."""
    for name in ("b.txt", "a.txt", "city/fire.md", "city/deep/flood.txt", ".draft.txt", ".cache/old.txt", "photo.jpg"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"This is {name}.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(*paths: str, **options: object) -> list[Source | Skipped]:
    """Everything at the paths."""
    return list(read_sources(paths, ReadOptions(**options)))  # type: ignore[arg-type]


def ids(*paths: str, **options: object) -> list[str]:
    """The ids of the articles, and the complaints."""
    return [s.id if isinstance(s, Source) else f"{s.path}: {s.reason}" for s in read(*paths, **options)]


def test_a_folder_is_read_to_its_depth(news: Path) -> None:
    """Known suffixes at every depth, hidden files left out, ordered by id; the path goes on from the folder as named."""
    assert [(s.id, s.path) for s in read(".") if isinstance(s, Source)] == [
        ("a", "./a.txt"),
        ("b", "./b.txt"),
        ("fire", "./city/fire.md"),
        ("flood", "./city/deep/flood.txt"),
    ]


def test_hidden_files_are_read_when_asked_for(news: Path) -> None:
    """--hidden brings them in; naming one does too."""
    assert ids(".", hidden=True) == [".draft", "a", "b", "fire", "flood", "old"]
    assert ids(".draft.txt") == [".draft"]
    assert ids(".cache") == ["old"]


@pytest.mark.parametrize(
    ("glob", "expected"),
    [
        (("*.jpg",), ["photo"]),
        (("f*",), ["fire", "flood"]),
        (("city/*",), ["fire", "flood"]),
        (("!f*",), ["a", "b"]),
        (("*.txt", "!a*"), ["b", "flood"]),
        (("*.pdf",), [".: nothing in this folder matches --glob"]),
    ],
)
def test_glob_chooses_inside_folders(news: Path, glob: tuple[str, ...], expected: list[str]) -> None:
    """A pattern stands instead of the known suffixes; with "!" it leaves out; with a slash it means the way from the folder."""
    assert ids(".", glob=glob) == expected


def test_a_named_file_needs_no_known_suffix(news: Path) -> None:
    """The caller knows what it is."""
    assert ids("photo.jpg") == ["photo"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a", "b"]),
        ("**/*.txt", ["a", "b", "flood"]),
        ("[ab].txt", ["a", "b"]),
        ("cit?", ["fire", "flood"]),
        ("*.none", ["*.none: no file matches this pattern"]),
    ],
)
def test_patterns_that_the_shell_left_are_expanded(news: Path, pattern: str, expected: list[str]) -> None:
    """As Windows leaves them, and quotes in any shell."""
    assert ids(pattern) == expected


def test_a_file_named_like_a_pattern_is_that_file(news: Path) -> None:
    """What exists is never taken for a pattern."""
    Path("[ab].txt").write_text("Square brackets.")
    assert [s.text for s in read("[ab].txt") if isinstance(s, Source)] == ["Square brackets."]


WAYS = ["a.txt", "./a.txt", "city/../a.txt", ".", "*.txt", "link.txt", "here/a.txt"]


def test_a_file_named_in_several_ways_is_read_once(news: Path) -> None:
    """Under its plainest name: not through a link, and the shortest."""
    os.symlink("a.txt", "link.txt")
    os.symlink(".", "here")
    found = [s for s in read(*WAYS, str(news / "a.txt")) if isinstance(s, Source)]
    assert [(s.id, s.path) for s in found if s.text == "This is a.txt."] == [("a", "a.txt")]


def test_the_order_of_the_paths_never_matters(news: Path) -> None:
    """Every order of arguments gives the same articles in the same order, and the same complaints."""
    paths = ["b.txt", "city", "./b.txt", "missing", "city/fire.md"]
    outcomes = {tuple(read(*order)) for order in permutations(paths)}
    assert len(outcomes) == 1


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["x.txt", "y.txt"], ["x", "y"]),
        (["a/x.txt", "b/x.txt", "y.txt"], ["a/x.txt", "b/x.txt", "y"]),
        (["a/x.txt", "a/x.md"], ["x.md", "x.txt"]),
        (["p/q/x.txt", "p/x.txt", "p/r/x.txt"], ["q/x.txt", "r/x.txt", "x.txt"]),
        (["2024.05.01.txt", "2024.05.02.txt"], ["2024.05.01", "2024.05.02"]),
    ],
)
def test_an_id_is_the_stem_or_where_stems_collide_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: list[str], expected: list[str]
) -> None:
    """The same from every working folder and for every way of naming the files."""
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(tmp_path)
    assert ids(*files) == expected
    assert ids(*(str(tmp_path / name) for name in files)) == expected
    monkeypatch.chdir(elsewhere)
    assert ids("..") == expected


def test_ids_differ_even_where_a_path_is_a_stem(tmp_path: Path) -> None:
    """`x.txt` and `x.md` are told apart by their paths, one of which is the stem of `x.txt.md`."""
    for name in ("x.txt", "x.md", "x.txt.md"):
        (tmp_path / name).write_text(name)
    found = ids(str(tmp_path))
    assert len(set(found)) == 3


def test_links_that_go_in_a_circle_end(news: Path) -> None:
    """A folder linked into itself is read once, under its own name."""
    os.symlink("..", "city/up")
    os.symlink("city", "all")
    os.symlink("loop.txt", "loop.txt")
    found = read(".")
    assert [s.path for s in found if isinstance(s, Source)] == ["./a.txt", "./b.txt", "./city/fire.md", "./city/deep/flood.txt"]
    assert [s.path for s in found if isinstance(s, Skipped)] == ["./loop.txt"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing.txt", "no such file or folder"),
        ("a.txt/b.txt", "no such file or folder"),
        ("nul\0l.txt", "no such file or folder"),
        ("", "no such file or folder"),
        ("empty", "nothing in this folder is an article (.txt"),
        ("broken.txt", "no such file or folder"),
        ("socket", "no such device or address"),
    ],
)
def test_what_cannot_be_read_is_passed_over(news: Path, path: str, reason: str) -> None:
    """One line says why, and the other paths are done."""
    Path("empty").mkdir()
    os.symlink("nowhere", "broken.txt")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket")
        skipped, article = sorted(read(path, "a.txt"), key=lambda found: isinstance(found, Source))
    assert isinstance(skipped, Skipped)
    assert skipped.path == path
    assert skipped.reason.startswith(reason)
    assert isinstance(article, Source)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_or_folder_is_passed_over(news: Path) -> None:
    """What may not be read is named, wherever it stands; the rest of the folder is done."""
    Path("a.txt").chmod(0)
    Path("city/deep").chmod(0)
    found = ids(".")
    Path("city/deep").chmod(0o700)
    assert found == ["./city/deep: permission denied", "./a.txt: permission denied", "b", "fire"]


def test_a_pipe_in_a_folder_is_not_waited_for(news: Path) -> None:
    """Only files are read inside folders; a named pipe would wait for its writer."""
    os.mkfifo("pipe.txt")
    assert "pipe" not in ids(".")


def test_a_name_that_is_no_text_can_be_printed(tmp_path: Path) -> None:
    """File names are bytes; one that is not UTF-8 is shown escaped, and is read."""
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("Fine.")
    (article,) = read(str(tmp_path))
    assert isinstance(article, Source)
    assert article.id == "caf\\xe9"
    article.path.encode("utf-8")


def test_standard_input_is_read_when_asked_for(news: Path) -> None:
    """Its id is "stdin", its path "-", however often it is named; a file of that name gets its path for an id."""
    Path("stdin.txt").write_text("A file.")
    code = "from quotecli.read import read_sources as r; print([(s.id, s.path, s.text) for s in r(['-', 'stdin.txt', '-'])])"
    done = subprocess.run([sys.executable, "-c", code], input=b"From a pipe.\r\n", capture_output=True, check=True)
    assert done.stdout.decode().strip() == str([("stdin", "-", "From a pipe.\r\n"), ("stdin.txt", "stdin.txt", "A file.")])


def test_closed_standard_input_is_no_error() -> None:
    """As when a daemon runs the program."""
    code = "from quotecli.read import read_sources as r; print([s.reason for s in r(['-'])])"
    done = subprocess.run(f'"{sys.executable}" -c "{code}" <&-', shell=True, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "['standard input is closed']"


def test_nothing_named_is_nothing_read() -> None:
    """Standard input is never guessed."""
    assert ids() == []


def test_inputs_can_be_listed_and_read_apart(news: Path) -> None:
    """So that workers can share them."""
    assert list_inputs(["b.txt", "a.txt"], ReadOptions()) == [Input("a", "a.txt"), Input("b", "b.txt")]


def test_what_the_system_says_of_a_path_is_told(tmp_path: Path) -> None:
    """Not everything that cannot be found is not there."""
    assert ids(str(tmp_path / ("x" * 300)))[0].endswith("file name too long")
