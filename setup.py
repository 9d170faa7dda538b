"""What pyproject.toml cannot say: which parts of a wheel are compiled. See "Compiled" in CONTRIBUTING.md."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from setuptools import Extension, setup

# Sums are to be those of Python: a compiler may not make one step of a product and a sum, which is more exact.
EXACT = [] if sys.platform == "win32" else ["-ffp-contract=off"]
EXTENSIONS: list[Extension] = [
    Extension("quotecli.compare.bulk._field", ["quotecli/compare/bulk/_field.c"], extra_compile_args=EXACT, optional=True),
]

for left in Path("build").glob("lib*"):  # setuptools would pack what an earlier build left there, and the tree has no more
    shutil.rmtree(left)

setup(ext_modules=EXTENSIONS)
