"""How right the program is: annotations (`gold.py`, read by `rows.py`, `tables.py`, `brat.py`), when an answer agrees with one
(`agree.py`), the counts (`score.py`), their intervals (`intervals.py`), and a file to annotate (`template.py`). `door.py` is the page that
puts them together.
"""

from __future__ import annotations

from quotecli.evaluate.door import evaluate

__all__ = ["evaluate"]
