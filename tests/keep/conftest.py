"""Articles to keep."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def news(tmp_path: Path) -> str:
    """Where an archive is to be made."""
    return str(tmp_path / "news.db")
