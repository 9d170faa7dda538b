"""Tables of weights: how much each sign tells, made by tools/fit.py and tools/fit_kinds.py from annotated news."""

from __future__ import annotations

import os

HERE = os.path.dirname(__file__)


def read_weights(name: str, language: str = "en") -> dict[str, float]:
    """The weight of each sign in the table of that name; behind it in the file stands how often the sign was met."""
    with open(os.path.join(HERE, language, f"{name}.tsv"), encoding="utf8") as file:
        _, *lines = file.read().splitlines()
    fields = "\t".join(lines).split("\t")  # all lines at once: every start waits for it
    return dict(zip(fields[::3], map(float, fields[1::3]), strict=True))
