"""Read news articles; find the direct quotations and who said them; compare the wordings in which outlets print one utterance.

    from quotecli import extract
    report = extract(["articles/"])
    for quote in report.quotes:
        print(quote.speaker and quote.speaker.name, quote.text)

`extract` runs the whole program over paths; `find_quotes`, `link_people`, `cluster`, `collate`, `diff` and `check` are its steps, for texts
that are in memory already. Everything they take and give is a frozen, picklable noun of `quotecli.model`.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, whose import would take half the time of `quotes --version`
if TYPE_CHECKING:
    from quotecli.compare import check, cluster, collate, diff
    from quotecli.find import find_quotes, link_people
    from quotecli.pipeline import Options, explain, extract, stream

__version__ = "0.1.0"
__all__ = ["Options", "check", "cluster", "collate", "diff", "explain", "extract", "find_quotes", "link_people", "stream"]

_HOMES = {
    "check": "quotecli.compare", "cluster": "quotecli.compare", "collate": "quotecli.compare", "diff": "quotecli.compare",
    "find_quotes": "quotecli.find", "link_people": "quotecli.find",
    "Options": "quotecli.pipeline", "explain": "quotecli.pipeline", "extract": "quotecli.pipeline", "stream": "quotecli.pipeline",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """Import a public name where it is first used, so that `import quotecli` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names, loaded or not."""
    return sorted({*globals(), *__all__})
