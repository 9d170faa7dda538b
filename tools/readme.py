"""Hold the README and the documentation to the program: what stands under a command there is what the command prints.

A marker names the command; the console block after it is written by this script:

    <!-- run: quotes extract seeds/ -->
    ```console
    $ quotes extract seeds/
    …
    ```

`<!-- run 20 lines: … -->` keeps the first twenty lines and says how many follow.
Without arguments the blocks are written; with --check they are compared, and the exit status is 1 where one differs.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs/pages").glob("*.md"))]
BLOCK = re.compile(
    r"<!-- run(?: (?P<lines>\d+) lines)?: (?P<command>[^\n]+) -->\n(?P<fence>`{3,})console\n(?P<body>.*?)(?P=fence)$", re.M | re.S
)
FAILED = {2, 126, 127}
"""Exit statuses of a command that is wrong, not one that has something to tell: 0, 1 and 3 are answers."""


class Broken(Exception):
    """A command in the README does not run."""


def run(command: str) -> str:
    """What a reader sees in a terminal of eighty columns without colour."""
    environment = {
        "PATH": f"{ROOT / '.venv/bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": "/nonexistent",
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    text = done.stdout.decode("utf-8")
    if done.returncode in FAILED or "Traceback (most recent call last)" in text:
        raise Broken(f"`{command}` exits with {done.returncode}:\n{text}")
    return text


def fresh(block: re.Match[str]) -> str:
    """The block with what its command prints now."""
    lines = [line.rstrip() for line in run(block["command"]).splitlines()]
    keep = int(block["lines"]) if block["lines"] else len(lines)
    rest = len(lines) - keep
    shown = lines[:keep] + ([f"… ({rest} more lines)"] if rest > 0 else [])
    start = block.start("body") - block.start()
    return "\n".join([block[0][:start] + f"$ {block['command']}", *shown, block["fence"]])


def main(arguments: list[str]) -> int:
    """Write the blocks, or with --check compare them."""
    return max(held(path, arguments == ["--check"]) for path in PAGES)


def held(path: Path, check: bool) -> int:
    """One page; 1 where it shows what its commands do not print."""
    old, name = path.read_text("utf-8"), str(path.relative_to(ROOT))
    try:
        new = BLOCK.sub(fresh, old)
    except Broken as error:
        print(f"{name}: {error}", file=sys.stderr)
        return 1
    if not check:
        path.write_text(new, "utf-8")
        return 0
    sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), name, "what the commands print"))
    if old != new:
        print(f"{name} is not what its commands print; run `make readme` and read what changes", file=sys.stderr)
    return int(old != new)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
