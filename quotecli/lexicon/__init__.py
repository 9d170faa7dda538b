"""Words on shelves: data that the finder looks up, each list with a comment that says what membership means.

Marks are the same in every language; all else stands in a pack, a folder named by its language code.
"""

from __future__ import annotations

PACKS = frozenset({"en"})
"""The languages whose verbs, names and titles we know. In a text of another language quotations are found, and nobody is named."""


def has_pack(language: str | None) -> bool:
    """Whether there is a pack for a language tag such as "en", "en-GB" or "de"; an unknown language (None) is taken for English."""
    return language is None or language.replace("_", "-").split("-")[0].lower() in PACKS
