"""What differs and may change the meaning, in plain words: drops “not”; and of how many outlets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quotecli.model import Cluster, Edit
from quotecli.render.console import Look
from quotecli.render.styles import change
from quotecli.render.wording import Atlas, risks

FEWEST = 3
"""Of fewer outlets nothing is counted: of two, one has it."""


class Votes(NamedTuple):
    """How many outlets of one utterance have which change."""

    outlets: int
    of: Mapping[tuple[str, str], int]  # by what went and what came, capitals aside


def votes(cluster: Cluster, atlas: Atlas) -> Votes:
    """For each change that may change the meaning, the outlets that print it."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for variant in cluster.variants:
        for edit in risks(variant.edits):
            found[key(edit)].add(atlas.label(variant.source))
    return Votes(len({atlas.label(variant.source) for variant in cluster.variants}), {what: len(who) for what, who in found.items()})


def key(edit: Edit) -> tuple[str, str]:
    """What a change is known by."""
    return edit.before.casefold(), edit.after.casefold()


def told(edits: Iterable[Edit], look: Look | None = None, counted: Votes | None = None) -> list[str]:
    """A line a change: `drops “not”`; where outlets are counted, `drops “not” (1 of 4)`."""
    return [change(edit.before, edit.after, look) + (share(edit, counted) if counted else "") for edit in risks(edits)]


def share(edit: Edit, counted: Votes) -> str:
    """How many have it, where there are enough to count."""
    return f" ({counted.of[key(edit)]} of {counted.outlets})" if counted.outlets >= FEWEST else ""
