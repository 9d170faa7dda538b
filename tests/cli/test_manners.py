"""The manners of a good command: settings, links, pager, progress, completion, manual."""

from __future__ import annotations

import fcntl
import io
import json
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from conftest import SEEDS, UNSET, Run, pythonpath
from rich.console import Console

from quotecli.cli.app import COMMANDS
from quotecli.cli.progress import Progress
from quotecli.pipeline import extract


# ---- a terminal --------------------------------------------------------------------------------------------------------
def on_terminal(*arguments: object, columns: int = 90, **environ: str) -> tuple[int, str]:
    """Run the command on a terminal of so many columns; its status and what the terminal got."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    env = {name: value for name, value in os.environ.items() if name not in UNSET}
    env |= {"PYTHONPATH": pythonpath(), "TERM": "xterm-256color", "XDG_CONFIG_HOME": "/nowhere", **environ}
    process = subprocess.Popen(
        [sys.executable, "-m", "quotecli", *map(str, arguments)], stdin=theirs, stdout=theirs, stderr=theirs, env=env
    )
    os.close(theirs)
    got = b""
    while True:
        try:
            read = os.read(ours, 1 << 16)
        except OSError:  # how Linux says that the other end is closed
            break
        if not read:
            break
        got += read
    os.close(ours)
    return process.wait(), got.decode("utf-8").replace("\r\n", "\n")


ESCAPES = re.compile(r"\x1b\[[?0-9;]*[A-Za-z]|\x1b\]8;[^\x1b]*\x1b\\")


def test_a_terminal_gets_colour_its_own_width_and_links() -> None:
    """What a pipe does not get; marks both get."""
    status, page = on_terminal("extract", SEEDS, "--details", "all", columns=90)
    assert status == 0
    assert "\x1b[" in page
    assert "{-" in page
    assert "\x1b]8;;file://" in page
    assert max(map(len, ESCAPES.sub("", page).splitlines())) == 90


def test_a_dumb_terminal_gets_plain_text() -> None:
    """Emacs, for one."""
    status, page = on_terminal("extract", SEEDS, "--details", "shared", TERM="dumb")
    assert status == 0
    assert "\x1b" not in page
    assert "{-" in page


def test_no_path_on_a_terminal_is_the_short_help() -> None:
    """It does not wait for someone to type an article."""
    status, page = on_terminal("extract")
    assert status == 2
    assert page.startswith("Usage: quotes extract")


def test_a_pager_is_used_when_asked_for(tmp_path: Path) -> None:
    """QUOTES_PAGER or --pager; the page is coloured as on the terminal, without links."""
    log = tmp_path / "paged"
    status, page = on_terminal("extract", SEEDS, QUOTES_PAGER=f"tee {log}")
    assert status == 0
    assert "\x1b[" in page
    assert "\x1b]8;" not in page
    assert log.read_text("utf-8") in page
    on_terminal("extract", SEEDS, "--no-pager", QUOTES_PAGER=f"touch {tmp_path / 'never'}")
    assert not (tmp_path / "never").exists()


def test_leaving_the_pager_early_is_no_error() -> None:
    """Who has read enough has read enough."""
    assert on_terminal("extract", SEEDS, "--pager", QUOTES_PAGER="true") == (0, "")


@pytest.mark.parametrize("pager", ["false", "no-such-pager", 'less "-R', "/dev/null", "sh -c 'exit 127'", "./broken"])
def test_without_a_pager_that_works_it_goes_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pager: str) -> None:
    """The answer is printed, and nobody is told of a fault of ours."""
    (tmp_path / "broken").write_bytes(b"\x00no program")
    (tmp_path / "broken").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    status, page = on_terminal("extract", SEEDS, "--pager", PAGER=pager)
    assert status == 0
    assert "5 articles" in page
    assert "fault" not in page


def test_links_lead_to_the_place_and_are_the_same_each_time(quotes: Run, tmp_path: Path) -> None:
    """In the form asked for; nothing in a path or a form can break out of one."""
    name = "a b;\x07c.txt"
    (tmp_path / name).write_text("“Yes,” Ann Lee said.", encoding="utf-8")
    form = "vscode://{path}?l={line}&c={column}\x1b]0;x\x07"
    answer = quotes("extract", ".", "--hyperlinks", "always", "--hyperlink-format", form)
    assert f"\x1b]8;;vscode://{tmp_path}/a%20b%3B%07c.txt?l=1&c=1]0;x\x1b\\" in answer.out
    assert "\x07" not in answer.out
    assert quotes("extract", ".", "--hyperlinks", "always", "--hyperlink-format", form).raw == answer.raw


@pytest.mark.parametrize(
    "form", ["javascript:alert(1)", "ssh://-oProxyCommand=x/{path}", "mailto:a@b.example", "data:text/html,x", " file:x"]
)
def test_links_lead_nowhere_but_to_places(quotes: Run, article: Path, tmp_path: Path, form: str) -> None:
    """A click on one may start the program that its scheme is registered for."""
    answer = quotes("extract", article, "--hyperlink-format", form)
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "no link begins with" in answer.err
    (tmp_path / "quotes.toml").write_text(f'hyperlink_format = "{form}"\n')
    assert f"(set in {tmp_path / 'quotes.toml'})" in quotes("extract", article).err


# ---- settings ----------------------------------------------------------------------------------------------------------
def test_a_flag_wins_over_the_environment_over_the_project_over_the_user(quotes: Run, article: Path, tmp_path: Path) -> None:
    """And `quotes config` says which won."""
    user = tmp_path / ".config" / "quotes" / "config.toml"
    user.parent.mkdir(parents=True)

    def width(*arguments: str, **environ: str) -> int:
        return max(map(len, quotes("extract", article, *arguments, cwd=inner, **environ).out.splitlines()))

    inner = tmp_path / "inner" / "most"
    inner.mkdir(parents=True)
    assert width() == 100
    user.write_text("width = 60\n")
    assert width() == 60
    (tmp_path / "quotes.toml").write_text("width = 70\n")
    assert width() == 70
    assert width(QUOTES_WIDTH="80") == 80
    assert width("--width", "90", QUOTES_WIDTH="80") == 90
    shown = quotes("config", cwd=inner, QUOTES_WIDTH="80").out.splitlines()
    assert shown == [
        f"# width = 60  # {user}, overruled",
        f"# width = 70  # {tmp_path / 'quotes.toml'}, overruled",
        'width = "80"  # QUOTES_WIDTH',
    ]
    settings = json.loads(quotes("config", "--json", cwd=inner).raw)["settings"]
    assert [setting["won"] for setting in settings] == [False, True]


def test_a_table_sets_options_of_one_command(quotes: Run, article: Path, tmp_path: Path) -> None:
    """And lists and switches are what they are in TOML."""
    (tmp_path / "quotes.toml").write_text('quiet = true\nkind = ["mixed", "other"]\n[extract]\nformat = "json"\n')
    answer = quotes("extract", article, "missing.txt")
    assert (answer.status, answer.err) == (3, "")
    assert json.loads(answer.raw)["quotes"] == []
    assert quotes("speakers", article).out.startswith("Speaker")


BAD = [
    ("an unknown option", 'colour = "never"', "no option is called 'colour'; did you mean 'color'?"),
    ("no TOML", "color = never", "not TOML"),
    ("where to write", 'output = "/etc/passwd"', "'output' can be given on the command line only"),
    ("a value that is none", "width = 3", "quotes.toml)"),
]


@pytest.mark.parametrize(("label", "text", "says"), BAD, ids=[case[0] for case in BAD])
def test_a_bad_setting_is_misuse_and_names_the_file(quotes: Run, article: Path, tmp_path: Path, label: str, text: str, says: str) -> None:
    """One line; and a folder cannot make us write where it likes."""
    (tmp_path / "quotes.toml").write_text(text)
    answer = quotes("extract", article)
    assert (answer.status, answer.out) == (2, "")
    assert says in answer.err
    assert "quotes.toml" in answer.err
    assert answer.err.count("\n") == 1


# ---- the rest ----------------------------------------------------------------------------------------------------------
@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What a terminal of progress gets, which is shown from the first moment on and at every step."""
    from quotecli.cli import progress as module

    got = io.StringIO()
    monkeypatch.setattr(module, "PATIENCE", -1.0)
    monkeypatch.setattr(module, "PACE", -1.0)
    monkeypatch.setattr(module, "console", lambda: Console(file=got, force_terminal=True, width=100, _environ={}))
    return got


def test_progress_follows_an_extraction_to_its_end(screen: io.StringIO) -> None:
    """Every article is counted, what is skipped too; then the comparison, with figures; then nothing is left."""
    with Progress([str(SEEDS)]) as progress:
        progress.wanted = True
        extract([str(SEEDS), "missing.txt"], None, progress.seen, progress.compared)
    shown = ESCAPES.sub("", screen.getvalue())
    assert [int(many) for many in dict.fromkeys(re.findall(r"quotes: (\d) articles?,", shown))] == [0, 1, 2, 3, 4, 5]
    assert "5 articles, 1 skipped" in shown
    assert re.search(r"quotes: 5 articles, 1 skipped, \d+.\d MB/s [━╸╺]+ .*\d+%", shown)
    assert re.search(r"quotes: comparing \d\d quotations [━╸╺]+ .*[1-9]\d%", shown)
    assert screen.getvalue().endswith("\x1b[2K")


def test_progress_is_for_terminals_and_for_those_who_wait(screen: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    """No other stream gets any, a quiet run none, and nobody who is served within a second."""
    from quotecli.cli import progress as module

    for patient, wanted in ((-1.0, False), (1000.0, True)):
        monkeypatch.setattr(module, "PATIENCE", patient)
        with Progress([str(SEEDS)], quiet=True) as progress:
            assert not progress.wanted
            progress.wanted = wanted
            extract([str(SEEDS)], None, progress.seen, progress.compared)
    assert screen.getvalue() == ""


@pytest.mark.parametrize(("columns", "width"), [(60, 60), (90, 90), (200, 100)])
def test_a_pipe_from_a_narrow_terminal_gets_its_width(tmp_path: Path, columns: int, width: int) -> None:
    """`quotes … | head` ends on the same screen; a pipe of a wide one stays as wide as any pipe, and so does a file."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, "-m", "quotecli", "extract", str(SEEDS)]
    environ = {name: value for name, value in os.environ.items() if name not in UNSET} | {"PYTHONPATH": pythonpath()}
    piped = subprocess.run(command, stdout=subprocess.PIPE, stderr=theirs, env=environ, cwd=tmp_path, check=True).stdout.decode()
    with (tmp_path / "out.txt").open("wb") as file:
        subprocess.run(command, stdout=file, stderr=theirs, env=environ, cwd=tmp_path, check=True)
    for end in (ours, theirs):
        os.close(end)
    assert max(map(len, piped.splitlines())) == width
    assert max(map(len, (tmp_path / "out.txt").read_text("utf-8").splitlines())) == 100


@pytest.mark.parametrize(("typed", "offered"), [("quotes ex", {"extract", "explain"}), ("quotes extract --min-s", {"--min-sources"})])
def test_the_shell_completes_commands_and_options(quotes: Run, typed: str, offered: set[str]) -> None:
    """As the completion script asks for them."""
    words = typed.split()
    environ = {"_QUOTES_COMPLETE": "complete_bash", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)}
    assert set(quotes(**environ).out.split()) == offered


def test_the_manual_page_holds_every_command_and_is_sound(quotes: Run) -> None:
    """Made from the help; groff has nothing to complain of."""
    page = quotes("man").raw
    for command in COMMANDS:
        assert (f".SS quotes {command}" in page.decode()) is (command != "man")
    if shutil.which("groff"):
        done = subprocess.run(["groff", "-ww", "-man", "-Tutf8"], input=page, capture_output=True)
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"some input was skipped" in done.stdout
