"""A report as a frame: a row a quotation, a wording, an edit, in the types that offsets and shares have."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from quotecli.errors import MissingLibrary, Misuse
from quotecli.model import Report
from tests.render import specimens

LIBRARIES = ["pandas", "polars"]


def frame(report: Report, rows: Any, library: Any) -> Any:
    """The frame, where the library is installed."""
    pytest.importorskip(library)
    return report.to_dataframe(rows, library)


def cells(made: Any, column: str) -> list[object]:
    """The values of a column, whatever stands for a missing one being None."""
    return [None if str(value) in ("<NA>", "nan") else value for value in made[column].to_list()]


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_row_is_a_quotation(library: str) -> None:
    """With the words as printed: a frame runs nothing, so that nothing in it is altered."""
    report = specimens.report()
    quotes = [quote._replace(text="=1+1") for quote in report.quotes]
    made = frame(report._replace(quotes=tuple(quotes)), "quotations", library)
    assert cells(made, "id") == [quote.id for quote in quotes]
    assert set(cells(made, "text")) == {"=1+1"}
    assert cells(made, "start") == [quote.start for quote in quotes]
    assert cells(made, "confidence") == [quote.speaker and quote.speaker.confidence for quote in quotes]
    assert None in cells(made, "speaker")


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_row_is_a_wording(library: str) -> None:
    """The base is marked, and whose words it is there."""
    report = specimens.report()
    made = frame(report, "wordings", library)
    variants = report.clusters[0].variants
    assert cells(made, "text") == [variant.text for variant in variants]
    assert cells(made, "base") == [True, False, False]
    assert cells(made, "speaker") == ["Ann Lee", "Ann Lee", "Bob Roe"]
    assert cells(made, "risk") == [any(edit.risk for edit in variant.edits) for variant in variants]


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_row_is_an_edit(library: str) -> None:
    """What the base has and what stands in its place; an offset that is not told is missing, and makes no fractions of others."""
    report = specimens.report()
    edits = [edit for variant in report.clusters[0].variants for edit in variant.edits]
    made = frame(report, "edits", library)
    assert cells(made, "from") == [edit.before for edit in edits]
    assert cells(made, "to") == [edit.after for edit in edits]
    assert cells(made, "risk") == [edit.risk for edit in edits]
    assert set(cells(made, "from_start")) == {None}
    assert str(made["from_start"].dtype) == "Int64"


@pytest.mark.parametrize("rows", ["quotations", "wordings", "edits"])
@pytest.mark.parametrize("library", LIBRARIES)
def test_an_empty_report_is_an_empty_frame_of_the_same_columns(library: str, rows: str) -> None:
    """A program that goes on with it meets the types that it knows."""
    full, empty = (frame(report, rows, library) for report in (specimens.report(), Report()))
    assert len(empty) == 0
    assert [str(kind) for kind in empty.dtypes] == [str(kind) for kind in full.dtypes]
    assert list(empty.columns) == list(full.columns)


class Maker:
    """What stands for a library that is installed."""

    Int64, Float64, Boolean, String = "whole", "part", "truth", "words"

    @staticmethod
    def DataFrame(columns: Any, schema: Any) -> Any:
        """What was asked of it."""
        return columns, schema


def test_the_library_that_is_installed_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """polars where there is no pandas; where there is neither, an error of ours says how to install one."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", Maker)
    columns, schema = specimens.report().to_dataframe()
    assert schema["line"] == "whole"
    assert len(columns["id"]) == 6
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingLibrary, match="pip install pandas") as caught:
        specimens.report().to_dataframe()
    assert isinstance(caught.value, ImportError)


@pytest.mark.parametrize("asked", [{"rows": "verdicts"}, {"library": "excel"}])
def test_what_there_is_not_is_a_misuse(asked: dict[str, Any]) -> None:
    """The message names what there is."""
    with pytest.raises(Misuse, match=r"quotations, wordings, edits|pandas, polars"):
        specimens.report().to_dataframe(**asked)
