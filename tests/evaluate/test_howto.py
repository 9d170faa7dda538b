"""The documentation's way from articles to figures."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_commands_of_the_documentation_work_one_after_another(tmp_path: Path) -> None:
    """From a folder of articles to a page, each as it stands there."""
    text = (ROOT / "docs/pages/accuracy.md").read_text("utf-8").partition("## On your own articles")[2]
    (block,) = re.findall(r"```sh\n(.*?)```", text, re.S)
    (tmp_path / "articles").symlink_to(ROOT / "seeds")
    commands = [line.partition("#")[0].split() for line in block.splitlines()]
    commands.insert(1, ["quotes", "eval", "--init", "articles/", "-o", "gold.csv"])  # the table, which stands there in a comment
    for command in commands:
        done = subprocess.run([sys.executable, "-m", "quotecli", *command[1:]], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)})
        assert (command[0], done.returncode) == ("quotes", 0)
    assert "The right speaker is named" in (tmp_path / "figures.html").read_text("utf-8")
