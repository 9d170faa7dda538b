"""The notebook in examples/ runs from top to bottom on the seeds, and shows what its text says it shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

nbclient = pytest.importorskip("nbclient")
nbformat = pytest.importorskip("nbformat")
pytest.importorskip("ipykernel")
pytest.importorskip("pandas")
NOTEBOOK = Path(__file__).parents[1] / "examples" / "who-printed-what.ipynb"
SHOWN = {
    "report": "5 articles · 41 quotations",
    "report.clusters[1]": "<del>because</del>",
    "report.sentence(unsure)": "<mark>",
    'diff("We will open the line in May.", "We won\'t open the line in June.")[0]': "<ins>",
    'edits[edits.risk][["source", "from", "to", "type"]]': "<table",
}
"""By the last line of a cell, a part of what it shows as HTML."""


@pytest.fixture(scope="module")
def shown() -> dict[str, dict[str, Any]]:
    """What each cell shows, by its last line, once the whole has run; an error in a cell fails here."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return {cell.source.splitlines()[-1]: output["data"] for cell in cells for output in cell.outputs if "data" in output}


def test_the_notebook_runs_and_shows_what_it_says(shown: dict[str, dict[str, Any]]) -> None:
    """Overview, differences, a quotation in its sentence, a table; and a report that comes back out of JSON is the same."""
    for line, part in SHOWN.items():
        assert part in shown[line]["text/html"], line
    assert [data["text/plain"] for line, data in shown.items() if line.startswith("again.to_json() ==")] == ["True"]


def test_the_notebook_is_kept_without_what_it_shows() -> None:
    """What is computed is never out of date; and no run leaves a difference."""
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in cells if cell["cell_type"] == "code")
