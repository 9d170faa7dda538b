"""Where the answer goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO, TypeVar

from quotecli.cli.options import FORMATS, SUFFIXES, AnyOutput, Format, Look, suffix_of
from quotecli.errors import Misuse

if TYPE_CHECKING:
    from quotecli.render.console import Look as Decided
    from quotecli.render.documents.nouns import Document

DONE, DIFFERS, MISUSED, SKIPPED, SIGNALLED, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 3, 128, 130, 141
"""The exit statuses; a signal's number is added to `SIGNALLED`."""


def chosen(out: AnyOutput) -> Format:
    """The format asked for: by name, by --json, by the output file's suffix, else a table; raises `Misuse` for one that is not allowed."""
    if out.output == "":
        raise Misuse("the name of the output is empty: -o takes the name of a file, or '-'")
    if out.json and out.format not in (None, "json"):
        raise Misuse(f"--json and --format {out.format} contradict each other")
    form = "json" if out.json else out.format or meant(out.output)
    if form not in (allowed := FORMATS[type(out)]):
        raise Misuse(f"this command has no format '{form}'; it has {', '.join(name for name in allowed if name != 'markdown')}")
    return "md" if form == "markdown" else form


def meant(name: str | None) -> Format:
    """The format that a file name asks for."""
    suffix = suffix_of(name)
    if suffix and suffix not in SUFFIXES:
        raise Misuse(f"{name}: no format has the suffix '{suffix}'; name one with --format")
    return SUFFIXES.get(suffix, "table")


Answer = TypeVar("Answer")


def answered(
    out: AnyOutput,
    look: Look,
    as_json: Callable[[BinaryIO], Answer],
    as_table: Callable[[TextIO, Decided], Answer],
    as_document: Callable[[], Document] | None = None,
) -> Answer | None:
    """Write the answer in the format that was asked for, where it is to go; returns what the writer does.

    CSV, Markdown and HTML are written from a document, which is made only for them; of it nothing is left out.
    """
    form = chosen(out)
    with opened(out, look) as stream:
        if form == "json":
            return as_json(stream)
        if form in ("csv", "md", "html") and as_document:
            from quotecli.render.documents import write

            with as_text(stream, "utf-8") as text:
                text.write("\ufeff" if form == "csv" and getattr(out, "bom", False) else "")
                write(as_document(), form, text)
            return None
        with as_text(stream) as text:
            return as_table(text, look.on(text))


def document(command: str, *answer: Any) -> Document:
    """What a command answers, laid out for every format that people read."""
    return import_module(f"quotecli.render.documents.{command}").document(*answer)  # type: ignore[no-any-return]


@contextmanager
def opened(out: AnyOutput, look: Look | None = None) -> Iterator[BinaryIO]:
    """The stream to write the answer to, as bytes: standard output, a file, or the pager where the look wants one."""
    if out.output in (None, "-") and look and look.paging() and (command := pager()):
        with paged(command) as stream:
            yield stream
    elif out.output in (None, "-"):
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        from quotecli.cli.whole import replaced

        with replaced(out.output) as stream:
            yield stream


def pager() -> list[str]:
    """The command of the pager; empty where there is none to run."""
    import shlex
    import shutil

    try:
        command = shlex.split(os.environ.get("QUOTES_PAGER") or os.environ.get("PAGER") or "less", posix=sys.platform != "win32")
    except ValueError:  # a quotation mark is not closed
        return []
    return command if command and shutil.which(command[0]) else []


@contextmanager
def paged(command: Sequence[str]) -> Iterator[BinaryIO]:
    """What is to be read in the pager; where that fails, it is printed."""
    answer = io.BytesIO()
    yield answer
    if not read_in(command, answer.getvalue()):
        sys.stdout.buffer.write(answer.getvalue())
        sys.stdout.buffer.flush()


def read_in(command: Sequence[str], answer: bytes) -> bool:
    """Whether the pager showed the answer; whoever leaves it early has read enough."""
    import subprocess

    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env={"LESS": "FRX", **os.environ})
    except OSError:
        return False
    assert process.stdin  # as asked for
    with suppress(OSError, KeyboardInterrupt):  # a broken pipe, which Windows calls otherwise
        process.stdin.write(answer)
    with suppress(OSError):
        process.stdin.close()
    while process.poll() is None:
        with suppress(KeyboardInterrupt):  # meant for the pager
            process.wait()
    return process.returncode <= 0  # below: a signal ended it


@contextmanager
def as_text(stream: BinaryIO, encoding: str | None = None) -> Iterator[TextIO]:
    """The stream for text: UTF-8 in files, the terminal's encoding there; what it lacks is shown in another way, never an error."""
    import codecs

    codecs.register_error("readable", readable)
    encoding = encoding or (sys.stdout.encoding if stream is sys.stdout.buffer else "utf-8")
    text = io.TextIOWrapper(stream, encoding=encoding, errors="readable", newline="\n")
    try:
        yield text
    finally:
        text.flush()
        text.detach()  # closing is the business of whoever opened it


PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "...", "·": "-", "‹": "<", "›": ">", "→": "->"})


def readable(error: UnicodeError) -> tuple[str, int]:
    """What to write for characters that an encoding lacks: the nearest ASCII, or an escape."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end].translate(PLAIN)
    return missing.encode("ascii", "backslashreplace").decode("ascii"), error.end
