"""A document's rows for spreadsheets, in which nothing of an article may run."""

from __future__ import annotations

import csv
from typing import TextIO

from quotecli.render.csv import cell
from quotecli.render.documents.nouns import Document


def write_csv(document: Document, stream: TextIO) -> None:
    """Write a heading and the rows, every field between quotation marks."""
    rows = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
    rows.writerow(document.heads)
    rows.writerows(map(cell, row) for row in document.rows)
