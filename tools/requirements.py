"""Print what pyproject.toml asks for, one requirement a line: pip before 25.1 does not know dependency groups.

Usage: python tools/requirements.py core|formats|daft|ray|GROUP
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

ENGINES = ("daft", "ray")
PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"


def requirements(group: str) -> list[str]:
    """Of "core" what the command needs, of "formats" the extra of each, of an engine its own, of another name the core and that group."""
    told = tomllib.loads(PYPROJECT.read_text("utf-8"))
    extras: dict[str, list[str]] = told["project"]["optional-dependencies"]
    if group == "formats":
        return [line for name, extra in extras.items() if name not in (*ENGINES, "all") for line in extra]
    if group in ENGINES:
        return extras[group]
    core = [*told["build-system"]["requires"], *told["project"]["dependencies"]]
    return core if group == "core" else [*core, *told["dependency-groups"][group]]


if __name__ == "__main__":
    print("\n".join(requirements(sys.argv[1])))
