"""How often each rule is right: its accuracy on the half of the annotated news that it was not written from.

Measured by `make accuracy CORPORA=…` on 3,311 sourced quotations of PolNeAR news; rules met fewer than ten times there carry the figure of
their nearest kin. A name that had to be inferred (a pronoun, a description) lowers the figure further, see `people.Answer`.
"""

from __future__ import annotations

CONFIDENCE: dict[str, float] = {
    "after-pronoun": 0.99,
    "after-inverted": 0.98,
    "paragraph": 0.98,
    "after-subject": 0.97,
    "label-before": 0.95,
    "trailing": 0.94,
    "colon-above": 0.93,
    "before": 0.92,
    "before-according": 0.92,
    "label-inside": 0.92,
    "after-according": 0.91,
    "after-came": 0.91,
    "after-dash": 0.9,
    "following-clause": 0.9,
    "gapped": 0.9,
    "colon": 0.89,
    "plain-sentence": 0.89,
    "previous-paragraph": 0.88,
    "before-participle": 0.87,
    "signature-below": 0.86,
    "goes-on": 0.8,
    "opens-again": 0.8,
    "before-infinitive": 0.77,
    "weak-verb": 0.76,
    "passive-agent": 0.75,
    "possessor": 0.72,
    "any-verb": 0.7,
    "first-phrase": 0.7,
    "reported-above": 0.7,
    "same-sentence": 0.7,
    "in-the-eyes": 0.6,
    "opening-participle": 0.55,
}
