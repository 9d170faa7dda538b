"""The command line as Typer reads it: help, mistakes, completion, and whatever else is not plain."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import wraps
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.main

from quotecli import __version__
from quotecli.cli import plain
from quotecli.cli.grammar import REQUIRED, Parameter, call, parameters
from quotecli.cli.options import BOTH, Format
from quotecli.cli.output import DONE, MISUSED
from quotecli.cli.precedence import settled
from quotecli.errors import Misuse

UNCONFIGURED = ("config", "schema", "man")
COMMANDS = (*plain.COMMANDS, *UNCONFIGURED)
"""In the order of the help; each is a module of this package with a function of its name and a SUMMARY."""

HIDDEN = frozenset({"man"})
HELP = frozenset({"-h", "--help"})

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


def invoke(arguments: Sequence[str]) -> int:
    """Parse the arguments and run the command they name; returns the exit status."""
    arguments = [*arguments[1:], "--help"] if arguments[:1] == ["help"] else list(arguments)
    if plain.COMPLETING in os.environ:
        typer.main.get_command(build(COMMANDS)).main(arguments, prog_name="quotes", complete_var=plain.COMPLETING)
    commands = wanted(arguments)
    command = typer.main.get_command(build(commands))
    try:
        with command.make_context("quotes", arguments, default_map=configured(commands, arguments)) as context:
            return command.invoke(context) or DONE
    except typer.Exit as leaving:
        return leaving.exit_code


def configured(commands: tuple[str, ...], arguments: Sequence[str]) -> dict[str, dict[str, Any]]:
    """The defaults of the command that was named, from files and the environment; help does without them where they are wrong."""
    if len(commands) > 1 or commands[0] in UNCONFIGURED:
        return {}
    from quotecli.cli.settings import defaults, settings

    try:
        return defaults(settings(), commands)
    except (Misuse, OSError):
        if HELP.isdisjoint(arguments):
            raise
        return {}


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
        context_settings={"help_option_names": sorted(HELP)},
        epilog=EPILOG,
    )
    app.callback(invoke_without_command=True)(overture)
    for name in commands:
        module = import_module(f"quotecli.cli.{name}")
        app.command(name, short_help=module.SUMMARY, hidden=name in HIDDEN)(typed(getattr(module, name), getattr(module, "FORMATS", BOTH)))
    return app


def overture(context: typer.Context, version: bool = typer.Option(False, "--version", help="Print the version and exit.")) -> None:
    """Find the quotations in news articles, who said them, and how the wordings differ between outlets."""
    if version:
        print(f"quotes {__version__}")
        raise typer.Exit(DONE)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(MISUSED)


def typed(command: Callable[..., int], formats: Collection[Format] = BOTH) -> Callable[..., int]:
    """The command as Typer wants it: every option a parameter of its own."""

    @wraps(command)
    def called(context: typer.Context, **given: Any) -> int:
        return call(command, settled(command.__name__, given, set_elsewhere(context), formats))

    context = inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    taken = [context, *map(as_typer, parameters(command))]
    called.__signature__ = inspect.Signature(taken)  # type: ignore[attr-defined]  # what Typer reads
    called.__annotations__ = {one.name: one.annotation for one in taken}
    return called


def set_elsewhere(context: typer.Context) -> set[str]:
    """The parameters whose value comes from a file or the environment."""
    return {name for name in context.params if getattr(context.get_parameter_source(name), "name", "") == "DEFAULT_MAP"}


def as_typer(one: Parameter) -> inspect.Parameter:
    """A parameter in Typer's words."""
    kind = typer.Argument if one.declared.positional else typer.Option
    hint: Any = Annotated
    hint = hint[one.type, kind(*one.declared.flags, **one.declared.more)]
    default = inspect.Parameter.empty if one.default is REQUIRED else one.default
    return inspect.Parameter(one.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hint)
