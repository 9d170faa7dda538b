"""The cases that any tool can be held to, and who runs them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import jsonschema
import pytest

from conformance.__main__ import OURS, README, Scores, main, named, score, scores, table
from conformance.sections import SECTIONS, TESTS, Section, articles, lines
from conformance.tool import Said, Tool

SCHEMA = json.loads((README.parent / "cases.schema.json").read_text("utf8"))
LINES = [*sorted(TESTS.glob("cases/*.jsonl")), *sorted(TESTS.glob("compare/**/*.jsonl"))]


@cache
def found(name: str) -> Scores:
    """How an adapter does."""
    return scores(named(name))


@pytest.mark.parametrize("path", LINES, ids=lambda path: path.stem)
def test_every_case_has_the_form_that_is_documented(path: Path) -> None:
    """Line by line."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    judge = jsonschema.Draft202012Validator(SCHEMA)
    for case in lines(str(path.relative_to(TESTS))):
        judge.validate(case)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)
def test_quotes_answers_everything_and_better_than_the_baseline(section: Section) -> None:
    """Without an error; what it gets wrong is known to be so, but for what only this page asks."""
    ours, theirs = found("quotes")[section.name], found("baseline")[section.name]
    assert ours
    assert ours.of > 10
    assert ours.failed == 0
    assert ours.right > ours.of * 0.85
    assert theirs is None or (theirs.failed == 0 and theirs.right < ours.right)


def test_the_readme_has_a_table_of_every_section_and_tool() -> None:
    """As it was when it was last made."""
    text = README.read_text("utf8")
    row = next(line for line in text.splitlines() if line.startswith("| section | a right answer"))
    assert row.split(" | ")[3:] == [*OURS[:-1], f"{OURS[-1]} |"]
    assert all(f"\n| {section.name} | {section.about} | " in text for section in SECTIONS)


class Silent(Tool):
    """Finds nothing."""

    def quotations(self, text: str) -> Iterable[Said]:
        """None."""
        return []


class Broken(Tool):
    """Fails at every second article."""

    def quotations(self, text: str) -> Iterable[Said]:
        """None, or an error."""
        if len(text) % 2:
            raise ValueError("an odd number of characters")
        return []


def test_who_says_nothing_keeps_everything_out_and_finds_nothing() -> None:
    """And has no answer to what it was not made for."""
    every = scores(Silent())
    assert every["kept out"]
    assert every["kept out"].right == every["kept out"].of
    assert every["names"]
    assert every["names"].right == 0
    assert every["risks"] is None


def test_an_error_costs_the_case_and_no_other() -> None:
    """And is told."""
    spans = next(section for section in SECTIONS if section.name == "kept out")
    got = score(Broken(), spans)
    assert got
    assert 0 < got.failed == got.of - got.right
    assert f"({got.failed} errors)" in table({"broken": {**dict.fromkeys(one.name for one in SECTIONS), spans.name: got}})


def test_a_tool_that_is_not_installed_is_left_out_with_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """The others are run."""
    assert main(["--tool", "conformance.nothing"]) == 2
    assert "conformance.nothing is left out" in capsys.readouterr().err


def test_a_label_names_one_case() -> None:
    """Or a miss could not be found."""
    assert len({(case["label"], case["text"]) for case in articles()}) == len(articles())


@pytest.mark.parametrize(
    ("floor", "status", "said"), [(0.5, 0, ""), (0.999, 1, "conformance: baseline: wordings: 80.0% is below its floor, 99.9%\n")]
)
def test_a_tool_below_its_floor_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], floor: float, status: int, said: str) -> None:
    """In a line, and by the exit status; a floor of a tool that did not run says nothing."""
    floors = tmp_path / "floors.toml"
    floors.write_text(f"[conformance.baseline]\nwordings = {floor}\n[conformance.quotes]\nspans = 1.1\n", "utf8")
    assert main(["--tool", "baseline", "--floors", str(floors)]) == status
    assert capsys.readouterr().err == said
