"""Tables of weights: how much each sign tells, made by tools/fit.py and tools/fit_kinds.py from annotated news."""

from __future__ import annotations

import os

HERE = os.path.dirname(__file__)


def read_weights(name: str, language: str = "en") -> dict[str, float]:
    """The weight of each sign in the table of that name; behind it in the file stands how often the sign was met."""
    table = {}
    with open(os.path.join(HERE, language, f"{name}.tsv"), encoding="utf8") as lines:
        for line in lines:
            if not line.startswith("#"):
                sign, weight, _ = line.split("\t")
                table[sign] = float(weight)
    return table
