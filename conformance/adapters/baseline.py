"""What one writes in an afternoon: pairs of double marks, and a name beside a verb of saying. And words that are the same, or not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from conformance.tool import Said, Tool

QUOTED = re.compile(r"“[^“”]{1,2000}”|\"[^\"]{1,2000}\"")
NAME = r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}|[Hh]e|[Ss]he|[Tt]hey)"
VERB = r"(?:said|says|told|added|asked|wrote|according to)"
AFTER = re.compile(rf"[,.]?\s{{0,3}}(?:{VERB} {NAME}|{NAME} {VERB})")
BEFORE = re.compile(rf"{NAME} {VERB}[,:]? ?$")
AS_MUCH = 0.6
"""Of their characters in common, in order, and two quotations are taken for one utterance."""


class Baseline(Tool):
    """Everything but records and pages."""

    def quotations(self, text: str) -> Iterable[Said]:
        """Whatever stands between double marks."""
        for found in QUOTED.finditer(text):
            named = AFTER.match(text, found.end()) or BEFORE.search(text[max(0, found.start() - 80) : found.start()])
            yield Said(found.start(), found.end(), next(filter(None, named.groups()), None) if named else None)

    def same(self, one: str, other: str) -> bool:
        """Alike enough."""
        return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio() >= AS_MUCH

    def risk(self, full: str, other: str) -> bool:
        """Any word that differs."""
        return re.findall(r"\w+", full.casefold()) != re.findall(r"\w+", other.casefold())


tool = Baseline
