"""Print what pyproject.toml asks for, one requirement a line: pip before 25.1 does not know dependency groups.

Usage: python tools/requirements.py core|dev|GROUP
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).parent.parent / "pyproject.toml"


def requirements(group: str) -> list[str]:
    """The run-time requirements and the build backend, and for any other name than "core" that dependency group too."""
    told = tomllib.loads(PYPROJECT.read_text("utf-8"))
    core = [*told["build-system"]["requires"], *told["project"]["dependencies"]]
    return core if group == "core" else [*core, *told["dependency-groups"][group]]


if __name__ == "__main__":
    print("\n".join(requirements(sys.argv[1])))
