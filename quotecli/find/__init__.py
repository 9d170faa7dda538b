"""Which words are quoted and who said them."""

from __future__ import annotations

from quotecli.find.door import Found, find_quotes
from quotecli.find.links import link_people, names_linked, read_aliases

__all__ = ["Found", "find_quotes", "link_people", "names_linked", "read_aliases"]
