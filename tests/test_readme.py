"""What the README shows of the library runs as it stands there; its commands are held to their output by `make check`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_the_python_of_the_readme_runs() -> None:
    """Copied into a file, it answers; every public step that it imports is used."""
    (code,) = re.findall(r"^```python\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert (ran.returncode, ran.stderr) == (0, "")
    for shown in ("Vladimir Putin", "5 Vladimir Putin", "substituted will → won't !", "verbatim "):
        assert shown in ran.stdout
