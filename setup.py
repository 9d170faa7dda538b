"""What pyproject.toml cannot say: which parts of a wheel are compiled. "Compiled" in CONTRIBUTING.md tells the rest."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.errors import BaseError, CCompilerError

ASKED = os.environ.get("QUOTES_COMPILE", "")
"""1 for all that can be compiled, 0 for a wheel in Python alone; otherwise the C that is written as C, where there is a compiler."""
WANTED = ASKED == "1" and "bdist_wheel" in sys.argv  # never beside a source that is edited
MYPYC = ["mypy==2.4.1", "types-regex"]
HOT = ["quotecli/find/**/*.py", "quotecli/compare/*.py", "quotecli/text.py"]
"""Where an extraction and a collation spend their time."""
LEFT = [
    *("find/door.py", "find/links.py", "find/evidence/cards.py"),
    *("compare/clusters.py", "compare/collation.py", "compare/verdicts.py", "compare/extended.py"),
]
"""Not compiled: modules whose docstrings are asked for, the library's functions and the cards; and what mypyc alone reads."""
# Sums are to be those of Python: a compiler may not make one step of a product and a sum, which is more exact.
EXACT = [] if sys.platform == "win32" else ["-ffp-contract=off"]
WRITTEN = [
    Extension(path.replace("/", "."), [f"{path}.c"], extra_compile_args=EXACT, optional=True)
    for path in ("quotecli/compare/_align", "quotecli/compare/_words", "quotecli/compare/bulk/_field")
]


def compiled() -> list[Extension]:
    """The hot modules as C, made from their source; none where that cannot be made: the source itself then runs, and says the same."""
    left = {Path("quotecli", name) for name in LEFT}
    paths = [str(path) for pattern in HOT for path in sorted(Path().glob(pattern)) if path.name != "__init__.py" and path not in left]
    try:
        from mypyc.build import mypycify

        # Without our own settings for mypy, and with what is not installed left untyped: `make check` looks for faults, this does not.
        made = mypycify(["--config-file=", "--ignore-missing-imports", *paths], opt_level="2", debug_level="0", multi_file=True)
    except (ImportError, SystemExit) as fault:
        print(f"setup.py: mypyc compiles nothing ({fault}); going on in Python", file=sys.stderr)
        return []
    for one in made:
        one.extra_compile_args = [*one.extra_compile_args, *EXACT]  # they share one list
    return made


class OrElsePython(build_ext):
    """Compiles all that mypyc made, or nothing of it."""

    def build_extensions(self) -> None:
        """Build; where there is no compiler, or it fails, only what may be missing one by one is tried again."""
        try:
            super().build_extensions()
        except (BaseError, CCompilerError) as fault:
            print(f"setup.py: the C of mypyc does not compile ({fault}); going on in Python", file=sys.stderr)
            self.extensions = [one for one in self.extensions if one.optional]
            super().build_extensions()


if __name__ == "__main__":
    for left in Path("build").glob("lib*"):  # setuptools would pack what an earlier build left there, and the tree has no more
        shutil.rmtree(left)
    setup(
        ext_modules=[*(compiled() if WANTED else []), *(WRITTEN if ASKED != "0" else [])],
        cmdclass={"build_ext": OrElsePython},
        setup_requires=MYPYC if ASKED == "1" else [],
    )
