"""The command line: `quotes COMMAND`, from the arguments to the exit status."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.main
from typer.core import TyperGroup

from quotecli import __version__
from quotecli.cli.command import HELP
from quotecli.cli.output import BROKEN_PIPE, DONE, INTERRUPTED, MISUSED, SIGNALLED
from quotecli.cli.refusals import refuse
from quotecli.cli.settings import CONFIGURED
from quotecli.cli.talk import hush

COMMANDS = (*CONFIGURED, "history", "remove", "archive", "config", "schema", "man")
"""In the order of the help; each is a module of this package with a Typer application called `app`, which has one command."""

COMPLETING = "_QUOTES_COMPLETE"
"""Set by the shell's completion script."""

EPILOG = """\b
Exit status:
  0    done, also when there was nothing to find
  1    something differs (only `check`, and `diff --exit-code`)
  2    the call was wrong
  3    done, but some input was skipped
  130  interrupted
  141  the reader of the output went away
"""


class Commands(TyperGroup):
    """A group whose commands are loaded when they are asked for: each costs as much as an article to read."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]  # the names; `get_command` has what they name

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read `quotes help COMMAND` as `quotes COMMAND --help`."""
        return super().parse_args(ctx, [*args[1:], "--help"] if args[:1] == ["help"] else args)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        return typer.main.get_command(import_module(f"quotecli.cli.{cmd_name}").app)


app = typer.Typer(
    cls=Commands,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": HELP},
    epilog=EPILOG,
)


@app.callback(invoke_without_command=True)
def quotes(context: typer.Context, version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False) -> None:
    """Find the quotations in news articles, who said them, and how the wordings differ between outlets.

    \b
    Start with:
      quotes extract articles/
    """
    if version:
        print(f"quotes {__version__}")
        raise typer.Exit(DONE)
    if context.invoked_subcommand is None:
        print(f"{context.get_usage()}\nTry 'quotes --help'.", file=sys.stderr)
        raise typer.Exit(MISUSED)


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit status and never raises, except with --debug."""
    heed()
    try:
        status = invoke(arguments)
        sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except Terminated as stopped:
        return SIGNALLED + stopped.signal
    except Exception as error:
        if broken_pipe(error):
            hush()
            return BROKEN_PIPE
        if "--debug" in arguments:
            raise
        status = refuse(error)
        if isinstance(error, OSError):
            hush()  # what could not be written is not tried again
        return status


def broken_pipe(error: Exception) -> bool:
    """Whether the reader of the output went away; Windows calls that an invalid argument, and names no file."""
    if sys.platform == "win32" and isinstance(error, OSError) and error.errno == errno.EINVAL and not error.filename:
        return True
    return isinstance(error, BrokenPipeError)


class Terminated(BaseException):
    """Somebody asked us to stop: `timeout`, a job queue, a terminal that is closed, a machine that shuts down."""

    def __init__(self, signal: int) -> None:
        super().__init__(signal)
        self.signal = signal


def heed() -> None:
    """Listen to who asks us to stop, but for a closed terminal under `nohup`."""
    signal.signal(signal.SIGTERM, terminate)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        signal.signal(signal.SIGHUP, terminate)


def terminate(signal: int, *_: object) -> None:
    """Leave as Ctrl-C does, so that no half-written file and no process of ours stays behind."""
    raise Terminated(signal)


def invoke(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name; returns its exit status. Errors come out as they are: `main` would print and exit."""
    command = typer.main.get_command(app)
    if COMPLETING in os.environ:
        command.main(list(arguments), prog_name="quotes", complete_var=COMPLETING)
    try:
        with command.make_context("quotes", list(arguments)) as context:
            return command.invoke(context) or DONE
    except typer.Exit as leaving:
        return leaving.exit_code
    except SystemExit:  # how Rich, which writes the help, takes a broken pipe
        raise BrokenPipeError from None
