"""Only articles of some days, and utterances by date."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

from quotecli.model import UNDATED, Skipped, Source
from quotecli.read.period import within

DAYS = {"old": "2016-02-01", "new": "2016-12-20T09:30:00Z", "year": "2016", "late": "2017-01-02", "none": None}
ARTICLES = [Source(name, f"{name}.txt", "", published=day) for name, day in DAYS.items()]

PERIODS = [
    ("from a day", "2016-12-20", None, ["new", "year", "late"]),
    ("to a day", None, "2016-12-20", ["old", "new", "year"]),
    ("of a month", "2016-12", "2016-12", ["new", "year"]),
    ("of a year", "2016", "2016", ["old", "new", "year"]),
    ("from a later year", "2017", None, ["late"]),
    ("of no day", "2017", "2016", []),
]


@pytest.mark.parametrize(("label", "since", "until", "kept"), PERIODS, ids=[case[0] for case in PERIODS])
def test_both_ends_belong_to_the_period(label: str, since: str | None, until: str | None, kept: Sequence[str]) -> None:
    """As far as an article's date tells; one without is passed over with a reason, and what was skipped stays so."""
    unread = Skipped("x.txt", "is empty")
    found = list(within([*ARTICLES, unread], since, until))
    assert [one.id for one in found if isinstance(one, Source)] == kept
    assert [one for one in found if isinstance(one, Skipped)] == [Skipped("none.txt", UNDATED), unread]


@pytest.mark.parametrize("day", ["yesterday", "2016-13", "2016-02-30", "16", "2016-1-1", "", "٢٠١٦", "2016-12-20T10:00"])
@pytest.mark.parametrize("option", ["--since", "--until"])
def test_what_is_no_day_is_misuse(quotes: Run, article: Path, option: str, day: str) -> None:
    """With what would be one, before anything is read."""
    answer = quotes("extract", article, option, day)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == f"quotes: {option} takes a date such as 2016-12-20, a month such as 2016-12, or a year, not '{day}'\n"


def records(folder: Path) -> Path:
    """Three dated records and two without a date."""
    said = ["The bridge over the Orle will open in May, whatever the weather", "Nobody asked the fishermen about the boats that they lost"]
    rows: list[dict[str, Any]] = [
        {"id": "a", "date": "2016-03-01", "text": f"“{said[0]},” Ann Lee said. “{said[1]},” Ben Roe said."},
        {"id": "b", "date": "2016-02-01", "text": f"“{said[1]},” Ben Roe said."},
        {"id": "c", "date": "2016-04-01", "text": f"“{said[0]},” Ann Lee said."},
        {"id": "d", "date": "2016-05-01", "text": f"“{said[0]},” Ann Lee said."},
        *({"id": name, "text": f"“{said[0]},” Ann Lee said."} for name in "ef"),
    ]
    path = folder / "archive.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.mark.parametrize("command", [["extract"], ["diff"], ["show"], ["speakers"], ["explain"], ["text"], ["check", "record.txt"]])
def test_every_command_knows_the_days_and_counts_the_undated(quotes: Run, tmp_path: Path, command: list[str]) -> None:
    """One line for all that have no date, and the status of what is skipped; a transcript has no day."""
    path = records(tmp_path)
    (tmp_path / "record.txt").write_text("LEE: The bridge over the Orle will open in May, whatever the weather.\n")
    answer = (
        quotes(*command, path, "--since", "2016-03", "--json", "--fail-on", "none")
        if command[0] == "check"
        else quotes(*command, path, "--since", "2016-03", "--json")
    )
    assert answer.status == 3
    assert answer.err == "quotes: 2 articles have no date, and --since and --until ask for one: left out\n"
    assert [one["reason"] for one in json.loads(answer.raw)["skipped"]] == [UNDATED] * 2
    assert "-02-01" not in answer.out


def test_utterances_come_by_the_number_of_sources_or_by_date(quotes: Run, tmp_path: Path) -> None:
    """The earliest first, in every form."""
    path = records(tmp_path)
    usual, dated = (json.loads(quotes("extract", path, "--json", "--sort", key).raw)["clusters"] for key in ("sources", "date"))
    assert [one["text"][:6] for one in usual] == ["The br", "Nobody"]
    assert [one["text"][:6] for one in dated] == ["Nobody", "The br"]
    assert quotes("extract", path, "--json").raw == quotes("extract", path, "--json", "--sort", "sources").raw
