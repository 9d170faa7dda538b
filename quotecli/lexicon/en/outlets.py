"""What belongs to the name of an outlet and says nothing of which one it is."""

from __future__ import annotations

# Before the name, or behind it after a comma, as catalogues have it: the Guardian; Evening Star, The.
ARTICLES: frozenset[str] = frozenset({"the", "a", "an"})
