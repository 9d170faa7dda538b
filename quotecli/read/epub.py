"""EPUB books."""

from __future__ import annotations

from quotecli.read.packed import epub as read

__all__ = ["read"]
