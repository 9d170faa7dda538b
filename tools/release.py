"""Whether the tree is what a tag says it is; prints what the changelog says of the version.

Usage: python tools/release.py [v0.1.0]; without a tag only what must agree at any time: the package, CITATION.cff and the recipe.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLACES = {
    "quotecli/__init__.py": r'^__version__ = "(.+)"$',
    "CITATION.cff": r'^version: "(.+)"$',
    "tools/conda/recipe.yaml": r'^  version: "(.+)"$',
}
"""Where the version stands."""


def versions(root: Path = ROOT) -> dict[str, str]:
    """The version in each place."""
    found = {place: re.search(pattern, (root / place).read_text("utf-8"), re.MULTILINE) for place, pattern in PLACES.items()}
    return {place: match[1] if match else "none" for place, match in found.items()}


def section(version: str, changelog: str) -> tuple[str, str]:
    """What stands behind the version in its heading, and the text below it."""
    found = re.search(rf"^## \[{re.escape(version)}\] - (.+)\n((?:(?!## ).*\n?)*)", changelog, re.MULTILINE)
    return (found[1], found[2].strip()) if found else ("", "")


def faults(tag: str | None, told: dict[str, str], changelog: str) -> list[str]:
    """What keeps this tree from being released, or from being right at all."""
    version = told["quotecli/__init__.py"]
    found = [f"{place} says {other}, the package {version}" for place, other in told.items() if other != version]
    date, text = section(version, changelog)
    if not text:
        found.append(f"CHANGELOG.md says nothing of {version}")
    if tag is not None and tag != f"v{version}":
        found.append(f"the tag is {tag}, the package {version}")
    if tag is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        found.append(f"CHANGELOG.md has no date for {version}")
    return found


if __name__ == "__main__":
    tag = sys.argv[1] if len(sys.argv) > 1 else None
    told, changelog = versions(), (ROOT / "CHANGELOG.md").read_text("utf-8")
    if found := faults(tag, told, changelog):
        sys.exit("\n".join(f"release: {fault}" for fault in found))
    print(section(told["quotecli/__init__.py"], changelog)[1])
