"""Run the cases: python -m conformance --tool quotes --tool baseline.

A tool is a module of conformance/adapters, or any importable one, that has a function or class `tool`. Prints a table, how many answers
are right of how many; with --misses the labels of those that are not, too, and with --readme puts the table into README.md. With --floors
it exits 1 where a tool is below what the file says of it: [conformance.TOOL], and a section = a share, 0 to 1, a line.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from conformance.sections import SECTIONS, Case, Section
from conformance.tool import Tool

OURS = ("quotes", "baseline", "textacy")
README = Path(__file__).parent / "README.md"


class Score(NamedTuple):
    """How a tool does in a section."""

    right: int
    of: int
    misses: tuple[str, ...]  # labels
    failed: int  # of the misses: those at which it raised an error


Scores = dict[str, Score | None]  # by section; None where it has no answer


def named(name: str) -> Tool:
    """A tool by its name. Raises ImportError where it, or what it needs, is not installed."""
    inside = f"conformance.adapters.{name}"
    made: Tool = import_module(inside if "." not in name and find_spec(inside) else name).tool()
    return made


def scores(tool: Tool) -> Scores:
    """How a tool does in every section."""
    return {section.name: score(tool, section) for section in SECTIONS}


def score(tool: Tool, section: Section) -> Score | None:
    """How it does in one."""
    cases = section.cases()
    try:
        answers = [answer(tool, section, case) for case in cases]
    except NotImplementedError:
        return None
    misses = tuple(label(case) for case, right in zip(cases, answers, strict=True) if not right)
    return Score(len(cases) - len(misses), len(cases), misses, answers.count(None))


def answer(tool: Tool, section: Section, case: Case) -> bool | None:
    """Whether it is right; None where it raises an error: what a tool cannot read costs it that case."""
    try:
        return section.right(tool, case)
    except NotImplementedError:
        raise
    except Exception:
        return None


def label(case: Case) -> str:
    """What a case is called."""
    return str(case.get("label") or case.get("kind"))


def table(found: Mapping[str, Scores]) -> str:
    """The table in Markdown."""
    rows = [["section", "a right answer is", "cases", *found], ["---"] * (3 + len(found))]
    for section in SECTIONS:
        of = next((str(one.of) for every in found.values() if (one := every[section.name])), "")
        rows.append([section.name, section.about, of, *(cell(every[section.name]) for every in found.values())])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def cell(one: Score | None) -> str:
    """How many are right."""
    if one is None:
        return "–"
    return f"{one.right / one.of:.1%}" + (f" ({one.failed} errors)" if one.failed else "")


def below(found: Mapping[str, Scores], floors: Path) -> Iterator[str]:
    """The sections in which a tool is below its floor."""
    for name, least in tomllib.loads(floors.read_text("utf8"))["conformance"].items():
        for section, floor in least.items() if name in found else ():
            one = found[name][section]
            if one is None or one.right < floor * one.of:
                yield f"conformance: {name}: {section}: {cell(one)} is below its floor, {floor:.1%}"


def main(arguments: Sequence[str]) -> int:
    """Run the tools that are named, or all of ours that are installed."""
    parser = argparse.ArgumentParser(prog="python -m conformance", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--tool", action="append", help="quotes, baseline, textacy, or a module that has `tool`; may be repeated")
    parser.add_argument("--misses", action="store_true", help="list the cases that are not right")
    parser.add_argument("--readme", action="store_true", help="put the table into conformance/README.md")
    parser.add_argument("--floors", type=Path, metavar="FILE", help="fail where a tool is below its floor in this file")
    given = parser.parse_args(arguments)
    found: dict[str, Scores] = {}
    for name in given.tool or OURS:
        try:
            found[name] = scores(named(name))
        except ImportError as error:
            print(f"conformance: {name} is left out: {error}", file=sys.stderr)
    if not found:
        return 2
    print(table(found))
    for name, every in found.items() if given.misses else ():
        print(*(f"{name}: {section}: {one}" for section, got in every.items() if got for one in got.misses), sep="\n")
    if given.readme:
        put = re.sub(r"(?s)(<!-- table -->\n).*?(<!-- /table -->)", lambda m: f"{m[1]}{table(found)}\n{m[2]}", README.read_text("utf8"))
        README.write_text(put, "utf8")
    short = list(below(found, given.floors)) if given.floors else []
    print(*short, sep="\n", file=sys.stderr, end="\n" if short else "")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
