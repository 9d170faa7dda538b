"""Who said it: the rules, tried in order for each quotation; the first that finds its evidence decides.

Each rule says what in the world it rests on, what it finds and what it leaves alone; a test harvests the examples.
In an example the first quotation is meant, and `finds` pairs a text with the mention that the rule must return.
"""

from __future__ import annotations

from quotecli.find.rules.order import CARDS, REASONS, attribute, attribute_nested
from quotecli.find.rules.site import Card, Site

__all__ = ["CARDS", "REASONS", "Card", "Site", "attribute", "attribute_nested"]
