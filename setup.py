"""What pyproject.toml cannot say: which parts of a wheel are compiled. See "Compiled" in CONTRIBUTING.md."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import Extension, setup

EXTENSIONS: list[Extension] = []

for left in Path("build").glob("lib*"):  # setuptools would pack what an earlier build left there, and the tree has no more
    shutil.rmtree(left)

setup(ext_modules=EXTENSIONS)
