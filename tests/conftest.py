"""How the laws are tried: no test looks at the clock, and in CI the same examples come up every time."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("case_files")  # what a case asserts is told as if it stood in the test

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
