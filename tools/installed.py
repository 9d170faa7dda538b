"""Whether the requirements on standard input, one a line, are installed here: exit status 0, or 1 and what is missing on stderr.

For a machine whose only source of packages is the system's own, so it needs nothing that is not in the standard library.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from importlib import metadata

BUILD_ONLY = "setuptools"  # nothing is built where nothing can be installed


def missing(requirements: Iterable[str]) -> list[str]:
    """Those that are absent, or outside the bounds asked for."""
    return [line.strip() for line in requirements if line.strip() and not line.startswith(BUILD_ONLY) and not _fits(line.strip())]


def _fits(requirement: str) -> bool:
    name, bounds = re.fullmatch(r"([\w.-]+)(.*)", requirement.split(";")[0].strip()).groups()  # type: ignore[union-attr]
    try:
        version = _numbers(metadata.version(name))
    except metadata.PackageNotFoundError:
        return False
    return all(_within(version, bound.strip()) for bound in bounds.split(",") if bound.strip())


def _within(version: tuple[int, ...], bound: str) -> bool:
    operator, wanted = re.fullmatch(r"(>=|<|==|~=)\s*(.+)", bound).groups()  # type: ignore[union-attr]
    if operator == "<":
        return version < _numbers(wanted)
    return version >= _numbers(wanted)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])


if __name__ == "__main__":
    lacking = missing(sys.stdin)
    if lacking:
        print(f"setup: this machine's own packages lack {', '.join(lacking)}", file=sys.stderr)
    sys.exit(bool(lacking))
