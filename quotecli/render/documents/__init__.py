"""Answers laid out once, as documents, and written as CSV, Markdown or HTML: `nouns.py`, a writer a format, a maker a command."""

from __future__ import annotations

from typing import Literal, TextIO

from quotecli.render.documents.nouns import Document


def write(document: Document, form: Literal["csv", "md", "html"], stream: TextIO) -> None:
    """Write a document in a format."""
    if form == "csv":
        from quotecli.render.documents.csv import write_csv as writer
    elif form == "md":
        from quotecli.render.documents.markdown import write_markdown as writer
    else:
        from quotecli.render.documents.html import write_html as writer
    writer(document, stream)
