"""The nouns: what the rooms hand each other. Every offset is a code point of the source's text as read, end exclusive.

They are named tuples, so frozen, picklable and soon made: a dataclass takes a millisecond more each time that the program starts, and half
of what they take would go into annotations kept as strings.
`quote._replace(kind="mixed")` is a changed copy.
"""

from typing import TYPE_CHECKING

from quotecli.model.article import KINDS, SPEECH, UNDATED, Cue, Kind, Quote, RawMap, Refusal, Skipped, Source, Span, Speaker
from quotecli.model.utterance import Cluster, Conflict, Edit, Held, Report, Variant

if TYPE_CHECKING:
    from quotecli.model.collation import Collation, Column, Place, Reading, Token, Witness
    from quotecli.model.evaluation import Band, Evaluation, Figure, Miss, MissName, Scored
    from quotecli.model.explanation import Contender, Explanation, Meant, Sentence, Sign, Weighing
    from quotecli.model.tracing import Basis, Chain, Change, Finding, Findings, Origin, Revised, Revision, Step
    from quotecli.model.verdict import FAULTS, Passage, Verdict, VerdictName

__all__ = [
    "FAULTS",
    "KINDS",
    "SPEECH",
    "UNDATED",
    "Band",
    "Basis",
    "Chain",
    "Change",
    "Cluster",
    "Collation",
    "Column",
    "Conflict",
    "Contender",
    "Cue",
    "Edit",
    "Evaluation",
    "Explanation",
    "Figure",
    "Finding",
    "Findings",
    "Held",
    "Kind",
    "Meant",
    "Miss",
    "MissName",
    "Origin",
    "Passage",
    "Place",
    "Quote",
    "RawMap",
    "Reading",
    "Refusal",
    "Report",
    "Revised",
    "Revision",
    "Scored",
    "Sentence",
    "Sign",
    "Skipped",
    "Source",
    "Span",
    "Speaker",
    "Step",
    "Token",
    "Variant",
    "Verdict",
    "VerdictName",
    "Weighing",
    "Witness",
]

_HOMES = {
    "tracing": "Finding Change Origin Basis Step Chain Findings Revision Revised",
    "explanation": "Sentence Sign Contender Meant Weighing Explanation",
    "evaluation": "Figure Band MissName Miss Scored Evaluation",
    "collation": "Token Witness Column Reading Place Collation",
    "verdict": "VerdictName FAULTS Passage Verdict",
}
"""What only some answers are made of: each noun takes a tenth of a millisecond to make."""


def __getattr__(name: str) -> object:
    """Import such a noun where it is first used."""
    for home, names in _HOMES.items():
        if name in names.split():
            from importlib import import_module

            found = getattr(import_module(f"quotecli.model.{home}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
