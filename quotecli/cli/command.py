"""A command as Typer takes it: with options in groups, and with defaults from files and the environment."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from copy import copy
from functools import wraps
from typing import Any, get_args, get_type_hints

import typer
import typer.main
from typer.core import TyperCommand

from quotecli.cli.options import LOOK, SUFFIXES, Format, suffix_of
from quotecli.cli.settings import defaults, settings

HELP = ["--help", "-h"]
USUAL: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": "rich",
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": HELP},
}
"""What every command's `typer.Typer` is made with."""


OFTEN = {"speaker", "kind", "min_sources", "sort", "details", "layout", "fail_on", "format", "output"}
"""The options that `-h` shows; `--help` has all."""


COMPARING = frozenset({"window", "overlap"})
"""Options that only an engine heeds, and only where it compares."""


def grouped(command: Callable[..., int]) -> Callable[..., int]:
    """The command with every option a parameter of its own, as Typer reads them.

    A parameter whose type is a group (`options.Reading`) becomes one parameter for each option of it, and is put together again.
    """
    hints = get_type_hints(command, include_extras=True)
    groups: dict[str, Any] = {name: hint for name, hint in hints.items() if hasattr(hint, "_fields")}

    @wraps(command)
    def called(**given: Any) -> int:
        made = {name: group(*(given.pop(field) for field in group._fields)) for name, group in groups.items()}
        return command(**given, **made)

    parameters = []
    for name, one in inspect.signature(command).parameters.items():
        if group := groups.get(name):
            fields = group.__annotations__  # evaluated already
            parameters += [one.replace(name=f, annotation=fields[f], default=group._field_defaults[f]) for f in group._fields]
        else:
            parameters.append(one.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY))
    called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # what Typer reads
    called.__annotations__ = {one.name: one.annotation for one in parameters}
    return called


class Configured(TyperCommand):
    """A command whose options may be set in files and variables, and whose help shows what a screen has room for."""

    brief = False
    """Whether the help is the short one."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; what is set elsewhere are the defaults. Help does without: it may be what tells how to mend a file."""
        self.brief = "-h" in args and "--help" not in args
        if not {*HELP} & {*args}:
            ctx.default_map = {name: value for name, value in defaults(settings(), str(ctx.info_name)).items() if self.has(name, value)}
        rest = super().parse_args(ctx, args)
        give_way(ctx)
        return rest

    def has(self, name: str, value: Any) -> bool:
        """Whether the command has an option, and the format if it is that: what is set for other commands is nothing to it."""
        one: Any = next((one for one in self.params if one.name == name), None)
        return bool(one) and (name != "format" or value in one.type.choices or value not in get_args(Format))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help; of the options, as one would type them: no ranges, and no `--no-` where that is what happens anyway.

        `-h` fits on a screen: it leaves out what few people need.
        """
        nameless: Any = copy(typer.main.get_click_type(annotation=str, parameter_info=typer.models.ParameterInfo()))
        nameless.get_metavar = lambda **_: " "
        one: Any
        for one in self.params:
            one.hidden = one.hidden or (self.brief and one.name not in OFTEN)
            one.required = False  # which the usage tells
            one.type = nameless  # the help says what it takes, in words
            if getattr(one, "secondary_opts", None):
                one.opts, one.secondary_opts = one.secondary_opts if one.default else one.opts, []
        if self.brief:
            self.epilog = f"{ctx.command_path} --help lists every option."
        super().format_help(ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """The option `--help`, in a panel with others."""
        option: Any = super().get_help_option(ctx)
        if option:
            option.rich_help_panel, option.hidden = LOOK, self.brief
        return option


def give_way(ctx: Any) -> None:
    """Let what a file or a variable sets give way to what the command line says otherwise."""
    given = ctx.params
    elsewhere = {name for name in given if getattr(ctx.get_parameter_source(name), "name", "") == "DEFAULT_MAP"}
    if "format" in elsewhere and (given["json"] or suffix_of(given["output"]) in SUFFIXES):
        given["format"] = None
    if "cluster" in elsewhere and given["min_sources"] > 1:
        given["cluster"] = True
    if "min_sources" in elsewhere and not given.get("cluster", True):
        given["min_sources"] = 1
    if "engine" in given:
        give_way_to_engine(ctx, elsewhere)


def give_way_to_engine(ctx: Any, elsewhere: set[str]) -> None:
    """Likewise of what an engine can do, and what only an engine can; it brings wordings together where the command line says so."""
    given, unheard = ctx.params, COMPARING
    if given["engine"]:
        from quotecli.cli.beyond import UNHEARD

        given["cluster"] &= getattr(ctx.get_parameter_source("cluster"), "name", "") == "COMMANDLINE"
        unheard = UNHEARD | (frozenset() if given["cluster"] else COMPARING)
    given.update({one.name: one.default for one in ctx.command.params if one.name in elsewhere & unheard})
