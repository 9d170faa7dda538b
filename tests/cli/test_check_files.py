"""`quotes check` against a record of several files: which of them the words stand in, and the tally under the tables."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from conftest import Run

MORNING = "DORAN: The hearing is open.\n\nHOLT: We lost the records of the harbour office in the flood. I regret that, and I said so.\n"
EVENING = "We will never sell the archive to anybody.\n\nADLER: The cellar was full of water. Nobody warned the shops.\n"
ARTICLE = (
    "“We lost the records of the harbour office in the flood,” Marta Holt said. “Nobody warned the shops,” Ben Adler said.\n\n"
    "“We lost the records of the harbour office in the fire,” Marta Holt said. “Nobody warned the shops,” Marta Holt said.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two files of a record, and an article."""
    (tmp_path / "record").mkdir()
    (tmp_path / "record" / "1.txt").write_text(MORNING, "utf8")
    (tmp_path / "record" / "2.txt").write_text(EVENING, "utf8")
    (tmp_path / "ours.txt").write_text(ARTICLE, "utf8")
    return tmp_path


def judged(quotes: Run, folder: Path, *arguments: str) -> list[dict[str, Any]]:
    """The verdicts."""
    answer = quotes("check", *arguments, "--json", cwd=folder)
    assert answer.err == "", answer.err
    verdicts: list[dict[str, Any]] = json.loads(answer.raw)["verdicts"]
    return verdicts


@pytest.mark.parametrize(
    "arguments",
    [
        ["record", "ours.txt"],
        ["record/*.txt", "ours.txt"],
        ["--record", "record/1.txt", "--record", "record/2.txt", "ours.txt"],
        ["--record", "record/2.txt", "--record", "record/1.txt", "ours.txt"],
        ["ours.txt", "--record", "record"],
    ],
    ids=["folder", "glob", "two", "two, the other way round", "behind the articles"],
)
def test_several_files_are_one_record(quotes: Run, folder: Path, arguments: list[str]) -> None:
    """However they are named; offsets are those of the file that the verdict names."""
    verdicts = judged(quotes, folder, *arguments)
    assert [one["verdict"] for one in verdicts] == ["verbatim", "verbatim", "altered", "misattributed"]
    assert [Path(one["record"]["path"]).name for one in verdicts] == ["1.txt", "2.txt", "1.txt", "2.txt"]
    for one in verdicts:
        text = (folder / one["record"]["path"]).read_text("utf8")
        assert text[one["record"]["start"] : one["record"]["end"]] == one["record"]["text"]
    (edit,) = [edit for edit in verdicts[2]["edits"] if edit["type"] == "substituted"]
    assert MORNING[edit["from_start"] : edit["from_end"]] == "flood"


def test_a_label_ends_with_its_file(quotes: Run, folder: Path) -> None:
    """What stands before the first label of the second file is not Holt's, who spoke last in the first."""
    (folder / "ours.txt").write_text("“We will never sell the archive to anybody,” Marta Holt said.\n", "utf8")
    (one,) = judged(quotes, folder, "record", "ours.txt")
    assert one["record"]["speaker"] is None


def test_words_that_one_file_gives_to_another_are_not_right_because_a_second_names_nobody(quotes: Run, folder: Path) -> None:
    """Captions without labels beside a transcript with them: the one that tells more is believed."""
    for order in permutations(("0", "9")):
        (folder / "ours.txt").write_text("“Nobody warned the shops,” Marta Holt said.\n", "utf8")
        (folder / "record" / f"{order[0]}.txt").write_text("The cellar was full of water. Nobody warned the shops.\n", "utf8")
        answer = quotes("check", "record", "ours.txt", "--json", cwd=folder)
        assert json.loads(answer.raw)["verdicts"][0]["verdict"] == "misattributed"
        assert answer.err == f"quotes: record/{order[0]}.txt: does not say who speaks; verdicts are about the words alone\n"
        (folder / "record" / f"{order[0]}.txt").unlink()


def test_a_part_that_cannot_be_read_is_told_and_the_rest_is_the_record(quotes: Run, folder: Path) -> None:
    """One line, an entry, exit status 3; nothing else is lost."""
    (folder / "ours.txt").write_text("“I regret that,” Marta Holt said.\n", "utf8")
    answer = quotes("check", "--record", "record/1.txt", "--record", "gone.vtt", "ours.txt", "--json", cwd=folder)
    assert (answer.status, answer.err) == (3, "quotes: gone.vtt: no such file or folder\n")
    document = json.loads(answer.raw)
    assert [one["verdict"] for one in document["verdicts"]] == ["verbatim"]
    assert document["skipped"] == [{"path": "gone.vtt", "reason": "no such file or folder"}]


def test_with_a_record_named_there_must_be_articles(quotes: Run, folder: Path) -> None:
    """A record alone holds nothing against anything."""
    answer = quotes("check", "record", cwd=folder)
    assert (answer.status, answer.out) == (2, "")
    assert "after the record" in answer.err


def test_the_table_says_which_file(quotes: Run, folder: Path) -> None:
    """Only where there are several; one needs no name."""
    assert "record/1.txt:3:7" in quotes("check", "record", "ours.txt", cwd=folder).out
    assert "record 3:7" in quotes("check", "record/1.txt", "ours.txt", cwd=folder).out


# ---- the tally ---------------------------------------------------------------------------------------------------------
def test_a_tally_counts_every_verdict_once_by_outlet_and_by_speaker(quotes: Run, folder: Path) -> None:
    """An article without a publisher is an outlet of its own; who has most faults comes first; nobody last."""
    (folder / "theirs.txt").write_text("“I regret that,” Marta Holt said.\n", "utf8")
    (folder / "third.txt").write_text("“Nobody warned the shops.”\n", "utf8")
    tally = json.loads(quotes("check", "record", "ours.txt", "theirs.txt", "third.txt", "--json", cwd=folder).raw)
    some = [
        {name: many for name, many in one["verdicts"].items() if many}
        | {"of": one.get("outlet", one.get("speaker")), "all": one["quotations"]}
        for one in [*tally["outlets"], *tally["speakers"]]
    ]
    assert some[0] == {"of": "ours", "all": 4, "altered": 1, "misattributed": 1, "verbatim": 2}
    assert some[3] == {"of": "Marta Holt", "all": 4, "altered": 1, "misattributed": 1, "verbatim": 2}
    assert sum(one["quotations"] for one in tally["outlets"]) == sum(one["quotations"] for one in tally["speakers"]) == 6
    assert tally["speakers"][-1]["speaker"] is None


def test_the_tally_stands_under_the_tables_and_fits(quotes: Run, folder: Path) -> None:
    """In 80 columns, with a long name; hostile names do not act."""
    name = "Anastasia \x1b[31mPapadopoulou-Featherstonehaugh"
    (folder / "theirs.txt").write_text(f"“I regret that,” Marta Holt said. “It is [bold]here,” {name} said.\n", "utf8")
    answer = quotes("check", "record", "ours.txt", "theirs.txt", "--width", "80", cwd=folder)
    assert all(len(line) <= 80 for line in answer.out.splitlines())
    assert "\x1b" not in answer.out
    assert answer.out.index("Verbatim") < answer.out.index("Outlet") < answer.out.index("Speaker  ")
    row = next(line for line in answer.out.splitlines() if line.startswith("ours"))
    assert row.split() == ["ours", "1", "1", "2"]


def test_one_outlet_needs_no_tally(quotes: Run, folder: Path) -> None:
    """It would say again what the first line says."""
    assert "Outlet" not in quotes("check", "record", "ours.txt", cwd=folder).out
