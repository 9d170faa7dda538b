"""Decides once how output looks: colour, marks, width, and which characters can be shown."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple, TextIO

if TYPE_CHECKING:
    from rich.console import Console

When = Literal["auto", "always", "never"]
PIPED_WIDTH = 100
WIDEST = 160  # a line of prose wider than this is hard to follow on any screen
NARROWEST, MOST = 20, 1000  # what any page is laid out in; a terminal may be narrower, nobody's is wider


class Look(NamedTuple):
    """How output looks; what every renderer is told."""

    color: bool = False
    marks: bool = True  # differences bracketed as {-…-}{+…+}
    width: int = PIPED_WIDTH
    height: int | None = None  # lines of the screen that it is read on; None: there is none, or a pager stands before it
    unicode: bool = True  # False: box lines, dots and raised digits from ASCII
    links: str = ""  # the form of a link to a file; empty: none
    fold: bool = True  # whether copies of one article stand on the line of the one they copy


LINKS = {
    "file": "file://{host}{path}",
    "vscode": "vscode://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
}


def decide(
    stream: TextIO,
    color: When = "auto",
    width: int | None = None,
    marks: When = "auto",
    ascii: bool = False,
    hyperlinks: When = "never",
    hyperlink_format: str = "file",
    fold: bool = True,
    terminal: TextIO | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Look:
    """The look for a stream, from what was asked, the environment and the terminal, in this order.

    `terminal` is where the stream ends when a pager stands between; old pagers know no links, so there are none then unless asked for.
    """
    tty = (terminal or stream).isatty()
    colored = colors(color, tty and heeds_codes(), environ)
    links = hyperlinks == "always" or (hyperlinks == "auto" and tty and not terminal and environ.get("TERM", "") != "dumb")
    return Look(
        color=colored,
        marks=marks != "never",
        width=width or columns(terminal or stream, tty, environ),
        height=None if terminal else lines_of(stream),
        unicode=not ascii and shows(stream, "│¹…“∅"),
        links=LINKS.get(hyperlink_format, hyperlink_format) if links else "",
        fold=fold,
    )


def link(form: str, path: str, line: int, column: int) -> str:
    """The address of a place in a file."""
    absolute = os.path.abspath(path).replace(os.sep, "/")
    drive = absolute[:2] if os.sep == "\\" and absolute[1:2] == ":" else ""
    quoted = "".join(chr(byte) if chr(byte) in UNRESERVED else f"%{byte:02X}" for byte in os.fsencode(absolute[len(drive) :]))
    quoted = f"/{drive}{quoted}" if drive else quoted  # /C:/news/post.txt
    host = os.uname().nodename if hasattr(os, "uname") else ""
    parts = {"host": host, "path": quoted, "line": str(line), "column": str(column)}
    return re.sub(r"\{(host|path|line|column)\}|[^!-~]", lambda found: parts.get(found[1], ""), form)


UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-._~")


def colors(color: When, tty: bool, environ: Mapping[str, str]) -> bool:
    """Whether to colour: --color, NO_COLOR (non-empty), FORCE_COLOR or CLICOLOR_FORCE (0 is no), then the terminal."""
    if color != "auto":
        return color == "always"
    if environ.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if forced := environ.get(name):
            return forced.lower() not in ("0", "false")
    return tty and environ.get("TERM", "") != "dumb"


def heeds_codes() -> bool:
    """Whether a terminal takes codes for colours. Windows' own must be asked to; where it is too old, it prints them."""
    if sys.platform != "win32":
        return True
    import ctypes

    kernel, mode = ctypes.windll.kernel32, ctypes.c_ulong()
    output = kernel.GetStdHandle(STANDARD_OUTPUT)
    return bool(kernel.GetConsoleMode(output, ctypes.byref(mode)) and kernel.SetConsoleMode(output, mode.value | CODES))


STANDARD_OUTPUT, CODES = -11, 4  # the names of Windows' manual: STD_OUTPUT_HANDLE, ENABLE_VIRTUAL_TERMINAL_PROCESSING


def columns(stream: TextIO, tty: bool, environ: Mapping[str, str]) -> int:
    """The width: COLUMNS, the terminal, or a fixed one for files and pipes, so that their content depends on nothing else.

    Only a pipe started from a narrower terminal gets that width: it most often ends there, in `head` or `less`.
    """
    if (given := environ.get("COLUMNS", "")).isdecimal() and int(given[:9]) > 0:
        return within(int(given[:9]), MOST)
    if tty:
        return within(terminal_width(stream) or PIPED_WIDTH, WIDEST)
    return within(terminal_width(sys.stderr) or PIPED_WIDTH, PIPED_WIDTH) if is_pipe(stream) else PIPED_WIDTH


def within(width: int, most: int) -> int:
    """The width, or the nearest that a page can be laid out in."""
    return max(NARROWEST, min(width, most))


def terminal_width(stream: TextIO) -> int | None:
    """The columns of the terminal that a stream ends in; None where it is none, or does not know."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except (OSError, ValueError):
        return None


def lines_of(stream: TextIO) -> int | None:
    """The lines of the terminal that a stream ends in; None where it is none, or does not know."""
    try:
        return os.get_terminal_size(stream.fileno()).lines or None
    except (OSError, ValueError):
        return None


def is_pipe(stream: TextIO) -> bool:
    """Whether another program reads what is written."""
    try:
        return stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return False


def shows(stream: TextIO, characters: str) -> bool:
    """Whether the stream's encoding has these characters."""
    try:
        characters.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


class Trimmed:
    """A stream whose lines lose the blanks that pad a table's cells, and whose links lose their numbers."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write the text; Rich hands over whole lines."""
        bare = "\n".join([line.rstrip(" ") for line in text.split("\n")])
        return self.stream.write(RANDOM.sub("\x1b]8;;", bare) if "\x1b]8;" in bare else bare)

    def flush(self) -> None:
        """Pass it on."""
        self.stream.flush()


RANDOM = re.compile(r"\x1b\]8;id=\d+;")  # Rich gives every link a number of chance, by which two runs would differ


def console(stream: TextIO, look: Look) -> Console:
    """A Rich console that decides nothing by itself."""
    from rich.console import Console

    class Candid(Console):
        """Rich would leave with status 1 when a pipe breaks."""

        def on_broken_pipe(self) -> None:
            """Let it be known."""
            raise  # called while a BrokenPipeError is handled

    return Candid(
        file=Trimmed(stream),  # type: ignore[arg-type]  # Rich writes and flushes, no more
        width=look.width,
        height=100,  # Rich heeds the width only when both are given
        force_terminal=look.color or bool(look.links),
        color_system=color_system() if look.color or look.links else None,
        no_color=not look.color,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        legacy_windows=False,
        safe_box=not look.unicode,
        _environ={},
    )


def color_system(environ: Mapping[str, str] = os.environ) -> Literal["standard", "256", "truecolor"]:
    """How many colours the terminal says it has."""
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "truecolor"
    return "256"
