"""Which words are quoted and who said them."""

from __future__ import annotations

from quotecli.find.door import Found, find_quotes

__all__ = ["Found", "find_quotes"]
