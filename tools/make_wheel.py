"""Build a wheel of this tree with what is installed here; nothing is fetched.

Usage: python tools/make_wheel.py FOLDER
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from setuptools import build_meta

if __name__ == "__main__":
    folder = Path(sys.argv[1]).absolute()
    os.chdir(Path(__file__).parent.parent)
    print(folder / build_meta.build_wheel(str(folder)))
