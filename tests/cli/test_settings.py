"""What is set in files and in the environment: refused in one clear line where it is wrong, shown by `quotes config` as it counts."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from conftest import Run

from quotecli.cli.settings import BARRED, from_environment, settings, trusted

WRONG = [
    ("limit = inf", "'limit' takes a whole number, not inf"),
    ("limit = [1, 2]", "'limit' takes a whole number, not [1, 2]"),
    ("limit = 2024-05-09", "'limit' takes a whole number, not \"2024-05-09\""),
    ("limit = true", "'limit' takes a whole number, not true"),
    ("limit = 3.7", "'limit' takes a whole number, not 3.7"),
    ("limit = {rows = 3}", "no command with settings is called 'limit'"),
    (f"limit = {'9' * 5000}", "not TOML: "),
    ("quiet = 7", "'quiet' takes true or false, not 7"),
    ('exit_code = "yes"', "'exit_code' takes true or false, not \"yes\""),
    ("min_confidence = true", "'min_confidence' takes a number, not true"),
    ("min-confidence = nan", "'min_confidence' takes a number, not nan"),
    ('speaker = ["Ann"]', '\'speaker\' takes a text in quotation marks: "…", not ["Ann"]'),
    ('kind = "direct"', '\'kind\' takes a list of texts: ["…"], not "direct"'),
    ("glob = [1]", "'glob' takes a list of texts: [\"…\"], not [1]"),
    ("color = true", "'color' takes one of auto, always, never, not true"),
    ('[diff]\nlayout = "sideways"', "'layout' takes one of auto, score, apparatus, side, inline, not \"sideways\""),
    ("[extrct]\nlimit = 3", "no command with settings is called 'extrct'; did you mean 'extract'?"),
    ("[config]\nlimit = 3", "no command with settings is called 'config'"),
    ("[extract.table]\nlimit = 3", "no option is called 'table'"),
    (f"glob = {'[' * 5000}", "not TOML: "),
]


@pytest.mark.parametrize(("text", "says"), WRONG, ids=[case[0][:30] for case in WRONG])
def test_a_setting_that_is_wrong_is_named_with_what_is_expected(quotes: Run, article: Path, tmp_path: Path, text: str, says: str) -> None:
    """File, option, what it takes, what stands there; in one line, whichever command comes across it."""
    (tmp_path / "quotes.toml").write_text(text + "\n")
    for arguments in (["extract", article], ["config"]):
        answer = quotes(*arguments)
        assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert answer.err.startswith(f"quotes: {tmp_path / 'quotes.toml'}: {says}")
        assert len(answer.err) < 300


@pytest.mark.parametrize("arguments", [["extract", "--help"], ["diff", "-h"], ["help", "check"], ["--version"], ["--help"]])
@pytest.mark.parametrize("text", ["limit = true", "no TOML", "[extrct]"])
def test_help_is_there_whatever_the_file_says(quotes: Run, tmp_path: Path, arguments: list[str], text: str) -> None:
    """It may be what tells how to mend the file."""
    usual = quotes(*arguments)
    (tmp_path / "quotes.toml").write_text(text + "\n")
    assert quotes(*arguments) == usual


@pytest.mark.parametrize("value", ["direct,mixed", "direct, mixed", " direct ,mixed,"])
def test_blanks_in_a_list_are_no_part_of_it(quotes: Run, article: Path, value: str) -> None:
    """As people write lists."""
    assert [one.value for one in from_environment({"QUOTES_KIND": value})] == [["direct", "mixed"]]
    assert quotes("extract", article, QUOTES_KIND=value).raw == quotes("extract", article, "--kind", "direct", "--kind", "mixed").raw


def test_the_names_are_those_that_may_be_set(quotes: Run) -> None:
    """One a line; what only the command line may say is not among them."""
    names = quotes("config", "--names").out.splitlines()
    assert {"color", "layout", "exit_code", "min_sources"} <= {*names}
    assert BARRED.isdisjoint(names)


WON = [
    ("a variable over a table", '[diff]\nlayout = "side"', {"QUOTES_LAYOUT": "score"}, [False, True]),
    ("a table over what stands above it", 'layout = "side"\n[diff]\nlayout = "score"', {}, [False, True]),
    ("a variable over every command's", "width = 60\n[diff]\nwidth = 70", {"QUOTES_WIDTH": "80"}, [False, False, True]),
    ("a table beside the others' value", "width = 60\n[diff]\nwidth = 70", {}, [True, True]),
    ("another option", "width = 60", {"QUOTES_LIMIT": "5"}, [True, True]),
]


@pytest.mark.parametrize(("label", "text", "environ", "won"), WON, ids=[case[0] for case in WON])
def test_config_shows_what_counts(quotes: Run, tmp_path: Path, label: str, text: str, environ: dict[str, str], won: list[bool]) -> None:
    """As a run hears it: the variable over every table, the table over what is of all commands."""
    (tmp_path / "quotes.toml").write_text(text + "\n")
    assert [one["won"] for one in json.loads(quotes("config", "--json", **environ).raw)["settings"]] == won
    assert [not line.startswith("#") for line in quotes("config", **environ).out.splitlines()] == won


def test_a_bad_value_is_blamed_on_the_file_that_it_stands_in(quotes: Run, article: Path, tmp_path: Path) -> None:
    """Not on a stronger one that speaks of another command."""
    user = tmp_path / ".config" / "quotes" / "config.toml"
    user.parent.mkdir(parents=True)
    user.write_text("width = 3\n")
    (tmp_path / "quotes.toml").write_text("[diff]\nwidth = 80\n")
    answer = quotes("extract", article)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert f"(set in {user})" in answer.err
    assert quotes("diff", article).status == 0


def test_a_file_of_another_user_is_ignored_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It lies in a folder that others write to, and would change answers; said once, however often it is come across."""
    path = tmp_path / "quotes.toml"
    path.write_text('kind = ["direct"]\n')
    real = os.lstat
    monkeypatch.setattr(os, "lstat", lambda path: os.stat_result((*real(path)[:4], 4321, *real(path)[5:])))
    trusted.cache_clear()
    for _ in range(2):
        assert settings({"HOME": str(tmp_path)}, str(tmp_path)) == []
    assert capsys.readouterr().err == f"quotes: {path}: ignored, for it is another user's\n"
    trusted.cache_clear()


@pytest.mark.parametrize("name", ["/etc/passwd", "/dev/zero", "../names.toml", "link.toml", ""])
def test_a_folder_names_no_file_outside_it(quotes: Run, article: Path, tmp_path: Path, name: str) -> None:
    """Whoever made the folder learns nothing of other files, nor makes us read one without end."""
    (tmp_path / "names.toml").write_text('"Cruel Minister" = ["Ann Lee"]\n')
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.toml").symlink_to("../names.toml")
    (folder / "quotes.toml").write_text(f'aliases = "{name}"\n')
    answer = quotes("extract", article, cwd=folder)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == f"quotes: {folder / 'quotes.toml'}: 'aliases' names a file that lies not below its folder: {name}\n"
    (folder / "quotes.toml").write_text('aliases = "own.toml"\n')
    (folder / "own.toml").write_text('"Mayor" = ["Ann Lee"]\n')
    assert "Mayor" in quotes("extract", article, cwd=folder).out


def test_an_endless_list_of_names_is_not_read_to_its_end(quotes: Run, article: Path) -> None:
    """Nor is one that no memory holds."""
    answer = quotes("extract", article, "--aliases", "/dev/zero")
    assert (answer.status, answer.err) == (2, "quotes: /dev/zero: is larger than 10 MB; no list of names is\n")
