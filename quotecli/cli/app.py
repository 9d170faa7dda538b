"""The command line: which commands there are, and how a run ends."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

import typer

from quotecli import __version__
from quotecli.cli.output import BROKEN_PIPE, DONE, INTERRUPTED, MISUSED, SKIPPED, TERMINATED
from quotecli.cli.shared import NoInput
from quotecli.cli.talk import complain, hush
from quotecli.errors import Misuse, QuotesError

COMMANDS = ("extract", "diff", "check", "show", "speakers", "explain", "text", "config", "schema", "man")
"""In the order of the help; each is a module of this package with `register(app)`."""

UNCONFIGURED = frozenset({"schema", "config", "man"})
COMPLETING = "_QUOTES_COMPLETE"  # set by the shell's completion script


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
        return refuse(error)


class Terminated(BaseException):
    """Somebody asked us to stop: `timeout`, a job queue, a machine that shuts down."""


def terminate(*_: object) -> None:
    """Leave as Ctrl-C does, so that no half-written file and no process of ours stays behind."""
    raise Terminated


def invoke(arguments: Sequence[str]) -> int:
    """Parse the arguments and run the command they name."""
    import typer.main

    arguments = [*arguments[1:], "--help"] if arguments[:1] == ["help"] else list(arguments)
    if COMPLETING in os.environ:
        typer.main.get_command(build(COMMANDS)).main(arguments, prog_name="quotes", complete_var=COMPLETING)
    commands = wanted(arguments)
    command = typer.main.get_command(build(commands))
    try:
        with command.make_context("quotes", arguments, default_map=configured(commands)) as context:
            return command.invoke(context) or DONE
    except typer.Exit as leaving:
        return leaving.exit_code


def configured(commands: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """The defaults of the command that was named, from files and the environment."""
    if len(commands) > 1 or commands[0] in UNCONFIGURED:
        return {}
    from quotecli.cli.settings import defaults, settings

    return defaults(settings(), commands)


def wanted(arguments: Iterable[str]) -> tuple[str, ...]:
    """The commands that must be loaded to serve these arguments: the one they name, else all."""
    named = next((word for word in arguments if not word.startswith("-")), None)
    return (named,) if named in COMMANDS else COMMANDS


def build(commands: Iterable[str]) -> typer.Typer:
    """The Typer application with these commands."""
    # Rich draws prettier help at twice the start-up time.
    app = typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog=EPILOG,
    )
    app.callback(invoke_without_command=True)(overture)
    for name in commands:
        import_module(f"quotecli.cli.{name}").register(app)
    return app


EPILOG = """\b
Exit status:
  0    done, also when there was nothing to find
  1    something differs (only `check`, and `diff --exit-code`)
  2    the call was wrong
  3    done, but some input was skipped
  130  interrupted
  141  the reader of the output went away

\b
Start with:
  quotes extract articles/
"""


def overture(context: typer.Context, version: bool = typer.Option(False, "--version", help="Print the version and exit.")) -> None:
    """Find the quotations in news articles, who said them, and how the wordings differ between outlets."""
    if version:
        print(f"quotes {__version__}")
        raise typer.Exit(DONE)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(MISUSED)


def refuse(error: Exception) -> int:
    """Say in one line what went wrong; returns the exit status."""
    if hasattr(error, "format_message"):  # a usage error of Typer's, which moved its Click between versions
        context = getattr(error, "ctx", None)
        hint = origin(error) or f"try '{context.command_path if context else 'quotes'} --help'"
        complain(lowered(error.format_message().rstrip(".")), hint)
        return MISUSED
    if isinstance(error, NoInput):
        print(error, file=sys.stderr)
        return MISUSED
    if isinstance(error, QuotesError):
        complain(str(error))
        return MISUSED if isinstance(error, Misuse) else SKIPPED
    if isinstance(error, OSError) and error.filename:
        complain(f"{error.filename}: {lowered(error.strerror or str(error))}")
        return MISUSED
    complain(f"this is a fault of ours: {type(error).__name__}: {error}", hint="--debug shows where")
    return 70


def origin(error: Any) -> str:
    """Where a bad value was set, if not on the command line."""
    context, parameter = getattr(error, "ctx", None), getattr(error, "param", None)
    if not context or not parameter or getattr(context.get_parameter_source(parameter.name), "name", "") != "DEFAULT_MAP":
        return ""
    from quotecli.cli.settings import settings

    return next((f"set in {one.origin}" for one in reversed(settings()) if one.name == parameter.name), "")


def lowered(sentence: str) -> str:
    """The sentence as the middle of a line."""
    return sentence[:1].lower() + sentence[1:]
