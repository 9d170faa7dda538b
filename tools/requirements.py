"""Print what pyproject.toml asks for, one requirement a line: pip before 25.1 does not know dependency groups.

Usage: python tools/requirements.py core|formats|GROUP
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"


def requirements(group: str) -> list[str]:
    """Of "core" what the command needs, of "formats" every extra, of another name the core and that dependency group."""
    told = tomllib.loads(PYPROJECT.read_text("utf-8"))
    if group == "formats":
        return [line for name, extra in told["project"]["optional-dependencies"].items() if name != "all" for line in extra]
    core = [*told["build-system"]["requires"], *told["project"]["dependencies"]]
    return core if group == "core" else [*core, *told["dependency-groups"][group]]


if __name__ == "__main__":
    print("\n".join(requirements(sys.argv[1])))
