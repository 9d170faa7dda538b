"""OpenDocument text."""

from __future__ import annotations

from quotecli.read.packed import opendocument as read

__all__ = ["read"]
