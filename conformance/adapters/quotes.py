"""The program of this repository."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from conformance.tool import Said, Tool
from quotecli import check, find_quotes
from quotecli.compare import cluster, diff
from quotecli.find import link_people
from quotecli.model import SPEECH, Quote, Source
from quotecli.read import read_sources


def quotes_of(text: str, name: str = "article") -> tuple[Quote, ...]:
    """The quotations of an article that stands alone."""
    return link_people([find_quotes(Source(name, f"{name}.txt", text)).quotes])[0]


class Quotes(Tool):
    """All that is asked."""

    def quotations(self, text: str) -> Iterable[Said]:
        """Everything between marks."""
        for one in quotes_of(text):
            name, mention = (one.speaker.name, one.speaker.mention) if one.speaker else (None, None)
            yield Said(one.start, one.end, name, mention, one.kind in SPEECH)

    def same(self, one: str, other: str) -> bool:
        """Whether two articles in which a person says them have an utterance in common."""
        sources = [Source(name, f"{name}.txt", f"“{said},” said Dana Ortiz on Monday.\n") for name, said in (("a", one), ("b", other))]
        return bool(cluster([quote for source in sources for quote in find_quotes(source).quotes], sources))

    def risk(self, full: str, other: str) -> bool:
        """Whether any difference is marked."""
        return any(edit.risk for edit in diff(full, other))

    def verdicts(self, record: str, article: str) -> Iterable[tuple[str, str]]:
        """As `quotes check` gives them."""
        found = find_quotes(Source("article", "article.txt", article)).quotes
        return [(one.quote.text, one.verdict) for one in check(record, found)]

    def page(self, html: bytes) -> str:
        """As `quotes text` gives it."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "page.html"
            path.write_bytes(html)
            return "".join(one.text for one in read_sources([str(path)]) if isinstance(one, Source))


tool = Quotes
