"""Which words are quoted and who said them."""

from __future__ import annotations

from quotecli.find.door import Found, find_quotes
from quotecli.find.links import link_people, names_linked, read_aliases
from quotecli.find.shapes import has_marks

__all__ = ["Found", "find_quotes", "has_marks", "link_people", "names_linked", "read_aliases"]
