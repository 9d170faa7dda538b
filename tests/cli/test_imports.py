"""A command loads what it needs and nothing else: names are exact, milliseconds are not."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from conftest import SEEDS, pythonpath

HEAVY = {"asyncio", "importlib.metadata", "jsonschema", "pydantic", "pyarrow", "sqlite3", "urllib.request", "xml.dom", "multiprocessing"}
RICH = {"rich"}
SLOW = {
    "dataclasses",
    "hashlib",
    "tomllib",
    "regex",
    "rapidfuzz",
    "chardet",
    "importlib.resources",
}  # what five plain files never need
WORK = {"regex", "rapidfuzz", "chardet", "quotecli.find", "quotecli.compare", "quotecli.read"}

BUDGETS = [
    ("--version", ["--version"], HEAVY | RICH | WORK | {"typer", "dataclasses", "json", "re", "typing"}),
    ("--help", ["--help"], HEAVY | WORK | {"quotecli.model"}),
    ("extract --help", ["extract", "--help"], HEAVY | WORK | {"quotecli.model", "quotecli.cli.diff"}),
    ("schema", ["schema"], HEAVY | RICH | WORK | {"quotecli.cli.extract", "quotecli.model"}),
    ("extract as JSON", ["extract", str(SEEDS), "--json"], HEAVY | RICH | SLOW | {"quotecli.render.table", "quotecli.cli.diff"}),
    ("extract without clusters", ["extract", str(SEEDS), "--json", "--no-cluster"], HEAVY | RICH | SLOW | {"quotecli.compare"}),
    ("extract as a table", ["extract", str(SEEDS)], HEAVY | {"chardet", "rich.markdown", "rich.syntax", "rich.traceback", "pygments"}),
]


@pytest.mark.parametrize(("label", "arguments", "unwanted"), BUDGETS, ids=[case[0] for case in BUDGETS])
def test_a_command_loads_only_what_it_needs(label: str, arguments: list[str], unwanted: set[str]) -> None:
    """Nothing of the unwanted list, nor below it."""
    command = [sys.executable, "-X", "importtime", "-m", "quotecli", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": pythonpath()})
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert "quotecli" in loaded
    assert sorted(name for name in loaded if any(name == one or name.startswith(one + ".") for one in unwanted)) == []
