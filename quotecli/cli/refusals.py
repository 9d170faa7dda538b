"""What is said of an error, and the exit status that it makes."""

from __future__ import annotations

import errno
import re
import sys
from typing import Any

from quotecli.cli.output import MISUSED, SKIPPED
from quotecli.cli.settings import origin_of
from quotecli.cli.talk import complain
from quotecli.errors import EngineFailed, MissingLibrary, Misuse, QuotesError

NAMELESS = {
    **dict.fromkeys((errno.EBADF, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOSPC), "standard output"),
    errno.ENOENT: "the working folder",
}
"""What failed where the error names no file: a write, or the search for the folder that relative names start from."""

NO_INPUT = "Name files, folders or globs; '-' reads standard input."
LONGEST_WORD = 60
"""In characters; a number of thousands of digits is a slip."""


def refuse(error: Exception) -> int:
    """Say in one line what went wrong; returns the exit status."""
    if hasattr(error, "format_message"):  # a usage error of Typer's, which moved its Click between versions
        return misread(error)
    if isinstance(error, QuotesError):
        complain(str(error))
        return MISUSED if isinstance(error, (EngineFailed, MissingLibrary, Misuse)) else SKIPPED
    if isinstance(error, OSError) and (error.filename or error.errno in NAMELESS):
        complain(f"{error.filename or NAMELESS[error.errno or 0]}: {lowered(error.strerror or str(error))}")
        return MISUSED
    if isinstance(error, MemoryError):
        complain("there is not enough memory for this", hint="fewer articles at a time, or a smaller --max-size, need less")
        return MISUSED
    complain(f"this is a fault of ours: {type(error).__name__}: {error}", hint="--debug shows where")
    return 70


def misread(error: Any) -> int:
    """Say what is wrong with the command line, and what to try; returns the exit status."""
    context = getattr(error, "ctx", None)
    if context and type(error).__name__ == "MissingParameter":  # the short help: waiting on standard input would hang scripts
        print(f"{context.get_usage()}\n{NO_INPUT}\nTry '{context.command_path} --help'.", file=sys.stderr)
        return MISUSED
    hint = origin_of(context, getattr(error, "param", None)) or f"try '{context.command_path if context else 'quotes'} --help'"
    complain(shortened(lowered(error.format_message().rstrip("."))), hint)
    return MISUSED


def lowered(sentence: str) -> str:
    """The sentence as the middle of a line."""
    return sentence[:1].lower() + sentence[1:]


def shortened(line: str) -> str:
    """The line with what nobody would read to its end cut."""
    return re.sub(rf"(\S{{{LONGEST_WORD}}})\S+?('?(?:\s|$))", r"\1…\2", line)
