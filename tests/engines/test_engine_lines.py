"""What the documentation says of engines is what they do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quotecli.engines.records import ARTICLE, COUNTED, QUOTATIONS, SUMMARY, TABLES, Done
from quotecli.engines.windows import WORDINGS, Windows
from quotecli.errors import Misuse
from quotecli.model import Quote, Source

PAGE = (Path(__file__).parents[2] / "docs/pages/scale.md").read_text("utf-8")


def test_the_tables_are_written_down_from_the_program() -> None:
    """The page asks for them, and names the folders."""
    assert "<!-- tables -->" in PAGE
    assert {"quotation", "skipped", "summary"} <= {*re.findall(r"record=(\w+)/", PAGE)} <= {*TABLES}


def test_every_column_has_one_name_and_says_what_it_holds() -> None:
    """In each table."""
    for columns in (QUOTATIONS, WORDINGS, SUMMARY):
        names = [column.name for column in columns]
        assert len(names) == len({*names})
        assert all(column.told for column in columns)
    assert {column.name for column in SUMMARY} == {*Done._fields} - {"remarks"} | {"version"}


def test_nothing_of_a_quotation_or_an_article_is_left_out() -> None:
    """A field that the nouns gain is a column, or is known to be none."""
    columns = {column.name for column in QUOTATIONS}
    assert {*Quote._fields} - columns == {"clusters"}  # which are another table
    assert {*Source._fields} - {column.name for column in (*ARTICLE, *COUNTED)} == {"id", "text", "encoding", "format", "raw", "key"}


@pytest.mark.parametrize(("days", "overlap"), [(1, 0), (1, 1), (7, 2), (7, 7), (30, 5)])
def test_every_day_is_one_windows_own_and_seen_by_all_that_reach_it(days: int, overlap: int) -> None:
    """A window sees its own days, and so many before and after."""
    windows = Windows(days, overlap).checked()
    for day in range(730_000, 730_000 + 3 * days):
        seeing = windows.seeing(day)
        assert windows.home(day) in seeing
        reach = {one for one in range(seeing.start - 2, seeing.stop + 2) if one * days - overlap <= day < (one + 1) * days + overlap}
        assert {*seeing} == reach
        assert windows.first(windows.home(day)).toordinal() in range(day - days + 1, day + 1)


@pytest.mark.parametrize(("days", "overlap"), [(0, 0), (7, -1), (7, 8)])
def test_windows_that_make_no_sense_are_refused(days: int, overlap: int) -> None:
    """With a reason."""
    with pytest.raises(Misuse, match="a window has a day or more"):
        Windows(days, overlap).checked()
