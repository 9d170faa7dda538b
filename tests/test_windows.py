"""What another system does otherwise, played here: no lock of Unix, paths with drives, open files that stay, pipes that break differently."""

from __future__ import annotations

import errno
import ntpath
import os
import signal
import sys
import threading
from pathlib import Path
from types import SimpleNamespace
from typing import BinaryIO

import pytest

from quotecli import workers
from quotecli.cli import app, whole
from quotecli.errors import Misuse
from quotecli.keep import lock
from quotecli.read import formats, inputs
from quotecli.render import console
from quotecli.render.outlets import outlets_of
from tests.render import specimens


class Elsewhere:
    """The module `os` of Windows, as far as it differs."""

    path, sep = ntpath, "\\"
    absent = frozenset({"uname", "sched_getaffinity", "getuid"})

    def __getattr__(self, name: str) -> object:
        if name in self.absent:
            raise AttributeError(name)
        return getattr(os, name)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The system that says it is Windows."""
    monkeypatch.setattr(sys, "platform", "win32")
    return monkeypatch


class Locks:
    """The module `msvcrt`: a file is locked by whoever has it open."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        self.held: dict[int, int] = {}

    def locking(self, file: int, mode: int, length: int) -> None:
        """Lock a file, or fail as Windows does."""
        assert (mode, length) == (self.LK_NBLCK, 1)
        other = self.held.get(os.fstat(file).st_ino)
        if other is not None and other != file:
            raise PermissionError(errno.EACCES, "Permission denied")
        self.held[os.fstat(file).st_ino] = file


@pytest.fixture
def locks(monkeypatch: pytest.MonkeyPatch) -> Locks:
    """A system with that module, without `fcntl`, on which no open file can be removed."""
    made = Locks()
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", made)

    def refused(name: str) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file", name)

    monkeypatch.setattr(lock.os, "unlink", refused)
    return made


def test_one_writer_at_a_time_without_the_locks_of_unix(locks: Locks, tmp_path: Path) -> None:
    """The second is refused; when the first is done, and its file still there, the next may write."""
    archive = str(tmp_path / "news.quotes")
    with lock.writing(archive):
        with pytest.raises(Misuse, match="another `quotes` is writing"), lock.writing(archive):
            pass
        assert Path(f"{archive}-writer").exists()
    locks.held.clear()  # the system lets go of what is closed
    with lock.writing(archive):
        assert len(locks.held) == 1


def test_a_file_is_closed_before_it_takes_its_name(windows: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Windows renames no file that is open."""
    begun: list[BinaryIO] = []
    rename, make = Path.replace, whole.begun

    def remembered(part: Path, target: Path) -> BinaryIO:
        begun.append(make(part, target))
        return begun[-1]

    def renamed(part: Path, target: Path) -> Path:
        if not begun[-1].closed:
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(part))
        return rename(part, target)

    windows.setattr(whole, "begun", remembered)
    windows.setattr(Path, "replace", renamed)
    for words in (b"first", b"second"):
        with whole.replaced(str(tmp_path / "report.json")) as stream:
            stream.write(words)
        assert (tmp_path / "report.json").read_bytes() == words
    assert os.listdir(tmp_path) == ["report.json"]


def test_as_many_processes_as_windows_can_wait_for(windows: pytest.MonkeyPatch) -> None:
    """More are an error there."""
    assert workers.Crew(200, str, str).workers == 61
    assert workers.Crew(8, str, str).workers == 8


def test_cores_are_counted_where_nobody_tells_which_are_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS and Windows have no `sched_getaffinity`; where nothing is known, there is one."""
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    assert workers.cores() == 6
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert workers.cores() == 1


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """The signals that are listened to, on a system without SIGHUP."""
    asked: set[int] = set()
    monkeypatch.delattr(signal, "SIGHUP", raising=False)
    monkeypatch.setattr(signal, "signal", lambda number, _: asked.add(number))
    monkeypatch.setattr(threading, "Thread", lambda **_: SimpleNamespace(start=lambda: None))
    return asked


def test_signals_that_there_are_not_are_not_listened_to(heard: set[int]) -> None:
    """Windows knows Ctrl-C and little else."""
    app.heed()
    assert heard == {signal.SIGTERM}
    workers._of_a_crew()
    assert heard == {signal.SIGTERM, signal.SIGINT}


@pytest.mark.parametrize(
    ("error", "status"),
    [(OSError(errno.EINVAL, "Invalid argument"), 141), (BrokenPipeError(), 141), (OSError(errno.EINVAL, "Invalid argument", "a.json"), 2)],
    ids=["a pipe, as Windows says it", "a pipe", "a file"],
)
def test_a_pipe_that_breaks_is_silent(windows: pytest.MonkeyPatch, error: OSError, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    """`quotes … | more`, left early; an error that names a file is told."""

    def broken(_: object) -> int:
        raise error

    windows.setattr(app, "invoke", broken)
    windows.setattr(app, "heed", lambda: None)
    windows.setattr(app, "hush", lambda: None)
    assert (app.run([]) == 141) is (status == 141)
    assert bool(capsys.readouterr().err) is (status != 141)


LINKS = [
    ("a drive", "C:\\news\\a b.txt", "file:///C:/news/a%20b.txt"),
    ("a share", "\\\\desk\\news\\post.txt", "file:////desk/news/post.txt"),
    ("what acts in an address", "C:\\a#b%\\c?.txt", "file:///C:/a%23b%25/c%3F.txt"),
]


@pytest.mark.parametrize(("path", "address"), [case[1:] for case in LINKS], ids=[case[0] for case in LINKS])
def test_a_link_to_a_file_on_a_drive(monkeypatch: pytest.MonkeyPatch, path: str, address: str) -> None:
    """As browsers and editors there open it."""
    monkeypatch.setattr(console, "os", Elsewhere())
    assert console.link(console.LINKS["file"], path, 1, 1) == address


class Kernel:
    """The console of Windows: whether it is one, and whether it learns codes."""

    def __init__(self, console: bool, learns: bool) -> None:
        self.console, self.learns, self.mode = console, learns, 0

    def GetStdHandle(self, number: int) -> int:
        """Its output."""
        assert number == -11
        return 7

    def GetConsoleMode(self, handle: int, mode: object) -> bool:
        """Fail where it is none."""
        return self.console

    def SetConsoleMode(self, handle: int, mode: int) -> bool:
        """Fail where it is too old."""
        self.mode = mode
        return self.learns


@pytest.mark.parametrize(("console_", "learns"), [(True, True), (True, False), (False, True)], ids=["new", "old", "none"])
def test_colours_where_the_console_takes_them(windows: pytest.MonkeyPatch, console_: bool, learns: bool) -> None:
    """It is asked to; one that is too old would print the codes, so it gets none."""
    import ctypes

    kernel = Kernel(console_, learns)
    windows.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    stream = SimpleNamespace(isatty=lambda: True, encoding="cp437", fileno=lambda: -1)
    look = console.decide(stream, environ={})  # type: ignore[arg-type]
    assert look.color is (console_ and learns)
    assert not look.unicode  # its code page has no ∅
    assert kernel.mode == (4 if console_ else 0)


def test_articles_of_one_name_on_two_drives(monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder holds both: the whole path tells them apart, with the strokes that ids have everywhere."""
    for module in (inputs, formats):
        monkeypatch.setattr(module, "os", Elsewhere())
    assert inputs.name_all(["C:\\news\\a.txt", "D:\\news\\a.txt"]) == {
        "C:\\news\\a.txt": "C:/news/a.txt",
        "D:\\news\\a.txt": "D:/news/a.txt",
    }
    assert inputs.name_all(["C:\\x\\a.txt", "C:\\y\\a.txt"]) == {"C:\\x\\a.txt": "x/a.txt", "C:\\y\\a.txt": "y/a.txt"}


def test_outlets_whose_ids_have_drives(monkeypatch: pytest.MonkeyPatch) -> None:
    """They get names like any others."""
    sources = [specimens.source("C:/news/a.txt", ""), specimens.source("D:/news/a.txt", ""), specimens.source("b", "")]
    with monkeypatch.context() as there:
        there.setattr(os, "path", ntpath)
        labels = [outlet.label for outlet in outlets_of(sources)]
    assert len(set(labels)) == 3
    assert all(labels)
