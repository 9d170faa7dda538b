"""Which quotations are one utterance, and what changed between its wordings."""

from __future__ import annotations

from quotecli.compare.clusters import cluster, with_clusters
from quotecli.compare.collate import collate
from quotecli.compare.edits import diff

__all__ = ["cluster", "collate", "diff", "with_clusters"]
