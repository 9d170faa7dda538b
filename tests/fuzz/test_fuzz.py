"""The promises of `targets`, kept for the inputs that once broke one and for some made by chance; `make fuzz` tries more of these."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from random import Random

import pytest

from tests.fuzz.campaign import SEEDS, inputs
from tests.fuzz.targets import TARGETS

QUICK = {"render": 40, "archive": 20}
MANY = 200
"""Inputs a target."""


@pytest.mark.parametrize("path", sorted(SEEDS.iterdir()), ids=lambda path: path.name)
def test_what_was_broken_once_holds(path: Path) -> None:
    """A file is named after its target."""
    TARGETS[path.name.partition("-")[0]][1](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_promises_hold_whatever_is_put_in(name: str) -> None:
    """The same inputs each time."""
    for data in islice(inputs(Random(0)), QUICK.get(name, MANY)):
        TARGETS[name][1](data)
