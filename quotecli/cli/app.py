"""A run of the command line, from its arguments to the exit status."""

from __future__ import annotations

import errno
import signal
import sys
from collections.abc import Sequence
from typing import Any

from quotecli.cli import plain
from quotecli.cli.grammar import call
from quotecli.cli.output import BROKEN_PIPE, INTERRUPTED, MISUSED, SKIPPED, TERMINATED
from quotecli.cli.settings import settings
from quotecli.cli.talk import complain, hush
from quotecli.errors import Misuse, QuotesError


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status and never raises, except with --debug."""
    debug = "--debug" in arguments
    signal.signal(signal.SIGTERM, terminate)
    try:
        status = invoke(arguments)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        hush()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Terminated:
        return TERMINATED
    except Exception as error:
        if debug:
            raise
        status = refuse(error)
        if isinstance(error, OSError):
            hush()  # what could not be written is not tried again
        return status


class Terminated(BaseException):
    """Somebody asked us to stop: `timeout`, a job queue, a machine that shuts down."""


def terminate(*_: object) -> None:
    """Leave as Ctrl-C does, so that no half-written file and no process of ours stays behind."""
    raise Terminated


def invoke(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name."""
    asked = plain.read(arguments)
    if asked and not settings():
        return call(*asked)
    from quotecli.cli import typed

    return typed.invoke(arguments)


NAMELESS = {
    **dict.fromkeys((errno.EBADF, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOSPC), "standard output"),
    errno.ENOENT: "the working folder",
}
"""What failed where the error names no file: a write, or the search for the folder that relative names start from."""

NO_INPUT = "Name files, folders or globs; '-' reads standard input."


def refuse(error: Exception) -> int:
    """Say in one line what went wrong; returns the exit status."""
    if hasattr(error, "format_message"):  # a usage error of Typer's, which moved its Click between versions
        context = getattr(error, "ctx", None)
        if context and type(error).__name__ == "MissingParameter":  # the short help: waiting on standard input would hang scripts
            print(f"{context.get_usage()}\n{NO_INPUT}\nTry '{context.command_path} --help'.", file=sys.stderr)
            return MISUSED
        hint = origin(error) or f"try '{context.command_path if context else 'quotes'} --help'"
        complain(shortened(lowered(error.format_message().rstrip("."))), hint)
        return MISUSED
    if isinstance(error, QuotesError):
        complain(str(error))
        return MISUSED if isinstance(error, Misuse) else SKIPPED
    if isinstance(error, OSError) and (error.filename or error.errno in NAMELESS):
        complain(f"{error.filename or NAMELESS[error.errno or 0]}: {lowered(error.strerror or str(error))}")
        return MISUSED
    if isinstance(error, MemoryError):
        complain("there is not enough memory for this", hint="fewer articles at a time, or a smaller --max-size, need less")
        return MISUSED
    complain(f"this is a fault of ours: {type(error).__name__}: {error}", hint="--debug shows where")
    return 70


def origin(error: Any) -> str:
    """Where a bad value was set, if not on the command line."""
    context, parameter = getattr(error, "ctx", None), getattr(error, "param", None)
    if not context or not parameter or getattr(context.get_parameter_source(parameter.name), "name", "") != "DEFAULT_MAP":
        return ""
    heard = (one for one in reversed(settings()) if one.name == parameter.name and one.command in (None, context.info_name))
    return next((f"set in {one.origin}" for one in heard), "")


def lowered(sentence: str) -> str:
    """The sentence as the middle of a line."""
    return sentence[:1].lower() + sentence[1:]


def shortened(line: str) -> str:
    """The line with what nobody would read to its end cut."""
    import re

    return re.sub(rf"(\S{{{LONGEST_WORD}}})\S+?('?(?:\s|$))", r"\1…\2", line)


LONGEST_WORD = 60
"""In characters; a number of thousands of digits is a slip."""
