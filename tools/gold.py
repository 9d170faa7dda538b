"""What annotated news and small cases say, and what is wrong with the answer to a case: the one place that the tools and the tests ask.
When an answer agrees with annotated news is told in `quotecli/evaluate/agree.py`.

Three forms, a JSON object a line. News: {"text", "quotes": [{"start", "end", "attributed", "source": [[start, end]]}], "ignore"}, with the
spans that name the source. Events: {"articles": [{"name", "text", "quotes": [{"id", "start", "end", "kind", "speaker", "accept"}]}],
"utterances"}, with full names. Small cases, as in tests/cases: `quotes`, told at the head of tests/find/case_files.py, or `want`, told at
`wrongs`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from quotecli.find import find_quotes, link_people
from quotecli.model import SPEECH, Quote, Source, Span

ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]
ARTICLES_AND_TITLES = frozenset("the a an mr. ms. mrs. dr.".split())


def rows(path: Path) -> list[Row]:
    """The lines of a file."""
    return [json.loads(line) for line in path.read_text("utf8").splitlines() if line.strip()]


def half(found: list[Row], letter: str) -> list[Row]:
    """Every second line: rules and weights are made on A and looked at on B."""
    return found[0 if letter == "A" else 1 :: 2]


def article(text: str) -> Source:
    """An article of that text and of no other property."""
    return Source("x", "x", text)


def span(item: Row) -> Span:
    """The span of an annotated quotation."""
    return Span(item["start"], item["end"])


def sources(item: Row) -> list[Span]:
    """The spans that name whoever said an annotated quotation."""
    return [Span(*place) for place in item["source"]]


# ---- small cases -----------------------------------------------------------------------------------------------------------
def folded(text: str) -> str:
    """The text with single blanks."""
    return " ".join(text.split())


def begins(quotes: Iterable[Quote], beginning: str) -> Quote | None:
    """The first quotation whose words begin so."""
    return next((quote for quote in quotes if folded(quote.text).startswith(folded(beginning))), None)


def answers(text: str) -> list[Quote]:
    """The quotations of an article that stands alone."""
    return list(link_people([find_quotes(article(text)).quotes])[0])


def wrongs(case: Row, quotes: Sequence[Quote]) -> list[str]:
    """What is wrong with the quotations of a case in the form of `want`; nothing where it is wholly right.

    - `want`: the beginnings of quotations, each with the names of which one is right; null among them: nobody may be named; "other" among
      them, or in their place: it is no reported speech. A quotation that is not listed is not looked at;
    - `only`: nothing else is speech, and the beginnings are the whole quotations;
    - `never`: words that may stand in none.
    """
    found = [_wrong(begins(quotes, beginning), beginning, names) for beginning, names in case["want"]]
    spoken = [folded(quote.text) for quote in quotes if quote.kind in SPEECH and quote.parent is None]
    if case.get("only"):
        listed = {folded(beginning) for beginning, _ in case["want"]}
        found += [f"“{text}” is one quotation too many" for text in spoken if text not in listed]
    found += [f"“{words}” stands in a quotation" for words in case.get("never", ()) if any(words in text for text in spoken)]
    return [one for one in found if one]


def _wrong(quote: Quote | None, beginning: str, names: list[str | None] | str) -> str | None:
    shown = f"“{beginning}”"
    if quote is None or quote.kind not in SPEECH:
        lost = f"{shown} is not found" if quote is None else f"{shown} passes for no speech"
        return None if "other" in names else lost
    name = quote.speaker.name if quote.speaker else None
    if names == "other":
        return f"{shown} passes for speech" + (f" of {name}" if name else "")
    if plain(name) in {plain(one) for one in names if one != "other"}:
        return None
    return f"{shown} is given to {name or 'nobody'}"


def plain(name: str | None) -> str | None:
    """The name without article and title."""
    return name and " ".join(word for word in name.casefold().replace("’", "'").split() if word not in ARTICLES_AND_TITLES)
