"""Which quotations are one utterance, and what changed between its wordings.

What a caller does not ask for is not loaded: clustering five articles takes less time than importing the check of a transcript.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quotecli.compare.clusters import cluster, with_clusters
    from quotecli.compare.collation import collate, diff
    from quotecli.compare.corrections import corrected
    from quotecli.compare.descent import chains
    from quotecli.compare.outlets import ranked, with_absent, with_outlets
    from quotecli.compare.revised import revisions
    from quotecli.compare.sought import Sought
    from quotecli.compare.verdicts import check, names_speakers

__all__ = [
    "Sought",
    "chains",
    "check",
    "cluster",
    "collate",
    "corrected",
    "diff",
    "names_speakers",
    "ranked",
    "revisions",
    "with_absent",
    "with_clusters",
    "with_outlets",
]

HOMES = {
    "chains": "descent",
    "check": "verdicts",
    "names_speakers": "verdicts",
    "cluster": "clusters",
    "with_clusters": "clusters",
    "Sought": "sought",
    "revisions": "revised",
    "collate": "collation",
    "corrected": "corrections",
    "diff": "collation",
    "with_absent": "outlets",
    "ranked": "outlets",
    "with_outlets": "outlets",
}


def __getattr__(name: str) -> Any:
    """Load the module that a name lives in when it is first asked for."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
    globals()[name] = found
    return found
