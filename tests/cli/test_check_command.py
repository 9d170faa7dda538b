"""`quotes check`: every quotation held against a transcript, each with its verdict, and an exit status for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT, Run

EXAMPLES = ROOT / "examples"

TRANSCRIPT = """DORAN: The hearing is open. Ms Holt, you have the floor.

HOLT: Thank you. We lost the records in the flood, and we did not tell the council for two weeks. I regret that. \
Nobody in my office destroyed anything on purpose. The backups are kept in another town, and they are complete.

DORAN: When will the council have them?

HOLT: By the end of the month. I cannot promise an earlier day.
"""
VERDICTS = [
    ("verbatim", "“We lost the records in the flood,” Marta Holt said.", "verbatim", 0),
    ("another dress", "“I can't promise an earlier day,” Marta Holt said.", "typographic", 0),
    ("cut, and said so", "“We lost the records … and we did not tell the council for two weeks,” Marta Holt said.", "trimmed", 0),
    ("a negation gone", "“I can promise an earlier day,” Marta Holt said.", "altered", 1),
    ("a number changed", "“We did not tell the council for three weeks,” Marta Holt said.", "altered", 1),
    ("never said", "“The mayor signed the order himself at midnight,” Marta Holt said.", "not-found", 1),
    ("another's words", "“When will the council have them?” Marta Holt said. “I regret that,” Holt said.", "misattributed", 1),
    ("not in the room", "“Our cellar was full of water for days,” Ben Adler, a grocer, said.", "out-of-scope", 0),
]


def article(tmp_path: Path, text: str, name: str = "article.txt") -> Path:
    """A file with that text."""
    path = tmp_path / name
    path.write_text(text + "\n", encoding="utf-8")
    return path


@pytest.fixture
def transcript(tmp_path: Path) -> Path:
    """The record."""
    return article(tmp_path, TRANSCRIPT, "transcript.txt")


@pytest.mark.parametrize(("label", "text", "verdict", "status"), VERDICTS, ids=[case[0] for case in VERDICTS])
def test_each_verdict_and_its_status(
    quotes: Run, tmp_path: Path, transcript: Path, label: str, text: str, verdict: str, status: int
) -> None:
    """The first quotation of the article gets the verdict; the status tells a script whether anybody must look."""
    answer = quotes("check", transcript, article(tmp_path, text), "--json")
    assert (json.loads(answer.raw)["verdicts"][0]["verdict"], answer.status, answer.err) == (verdict, status, "")


def test_offsets_point_into_both_texts(quotes: Run, tmp_path: Path, transcript: Path) -> None:
    """The record's passage and the changed words stand where the JSON says."""
    path = article(tmp_path, "“We did not tell the council for three weeks,” Marta Holt said.")
    (found,) = json.loads(quotes("check", transcript, path, "--json").raw)["verdicts"]
    record, text = found["record"], path.read_text("utf-8")
    assert TRANSCRIPT[record["start"] : record["end"]] == record["text"]
    assert record["speaker"] == "HOLT"
    assert record["after"] == "I regret that."
    (edit,) = [edit for edit in found["edits"] if edit["risk"]]
    assert (edit["from"], edit["to"], text[edit["start"] : edit["end"]]) == ("two", "three", "three")


def test_every_verdict_stands_in_the_table_with_the_record(quotes: Run) -> None:
    """The faults first, each with what the record says and who says it there; nothing cropped."""
    answer = quotes("check", "transcript.txt", "courier.txt", "herald.txt", "--width", "80", cwd=EXAMPLES)
    assert answer.status == 1
    assert all(len(line) <= 80 for line in answer.out.splitlines())
    titles = ["Altered", "Stitched from", "Said by another", "Not in the record", "Verbatim", "Speakers who are not"]
    places = [answer.out.index(f"\n{title}") for title in titles]
    assert places == sorted(places)
    assert "{-not-}" in answer.out
    assert "{-eleven-}{+twelve+}" in answer.out
    assert "«CHIEF ENGINEER LINDQVIST: The deck is safe»" in " ".join(answer.out.split())


def test_a_transcript_comes_from_standard_input_too(quotes: Run, tmp_path: Path) -> None:
    """`-` is read once, as the record."""
    path = article(tmp_path, "“I regret that,” Marta Holt said.")
    answer = quotes("check", "-", path, input=TRANSCRIPT.encode())
    assert (answer.status, answer.err) == (0, "")
    assert "Verbatim" in answer.out


def test_without_labels_whoever_is_asked_for_speaks(quotes: Run, tmp_path: Path) -> None:
    """A bare text names nobody; with --speaker, words that are not in it are a fault of that speaker's quotation."""
    bare = article(tmp_path, "We lost the records in the flood, and we did not tell the council for two weeks.", "bare.txt")
    text = "“The mayor signed the order himself at midnight,” Marta Holt said. “It rained for nine days,” Ben Adler said."
    answer = quotes("check", bare, article(tmp_path, text), "--speaker", "holt", "--json")
    (found,) = json.loads(answer.raw)["verdicts"]
    assert (found["verdict"], found["quote"]["speaker"]["name"], answer.status) == ("not-found", "Marta Holt", 1)


BAD = [
    ("no transcript", ["missing.txt", "article.txt"], "missing.txt"),
    ("an empty folder", ["empty", "article.txt"], "empty"),
    ("nothing to check", ["transcript.txt"], "quotes: nothing to check. Name files, folders or globs"),
]


@pytest.mark.parametrize(("label", "arguments", "says"), BAD, ids=[case[0] for case in BAD])
def test_without_a_record_there_is_nothing_to_hold_against(
    quotes: Run, tmp_path: Path, transcript: Path, label: str, arguments: list[str], says: str
) -> None:
    """Misuse, not a skipped input: no verdict can be given."""
    article(tmp_path, "“I regret that,” Marta Holt said.")
    (tmp_path / "empty").mkdir()
    answer = quotes("check", *arguments)
    assert (answer.status, answer.out) == (2, "")
    assert says in answer.err


@pytest.mark.parametrize(("text", "status"), [("“I regret that,” Marta Holt said.", 3), ("“I regret nothing at all,” Marta Holt said.", 1)])
def test_a_skipped_article_shows_unless_there_is_worse(quotes: Run, tmp_path: Path, transcript: Path, text: str, status: int) -> None:
    """3 where an article was skipped; 1 where a quotation is wrong, skipped or not."""
    answer = quotes("check", transcript, article(tmp_path, text), "missing.txt")
    assert answer.status == status
    assert answer.err.startswith("quotes: missing.txt: ")


def test_a_record_without_labels_is_said(quotes: Run, tmp_path: Path, transcript: Path) -> None:
    """One line, for then "verbatim" says nothing of who spoke; none where there are labels, or with --quiet."""
    bare = article(tmp_path, "We lost the records in the flood. We did not tell the council.", "bare.txt")
    path = article(tmp_path, "“We lost the records in the flood,” Marta Holt said.")
    answer = quotes("check", bare, path)
    assert answer.err == f"quotes: {bare}: does not say who speaks; verdicts are about the words alone\n"
    assert quotes("check", bare, path, "--quiet").err == ""
    assert quotes("check", transcript, path).err == ""


def test_captions_without_words(quotes: Run, tmp_path: Path) -> None:
    """A caption file without a cue is no record."""
    answer = quotes("check", article(tmp_path, "WEBVTT", "empty.vtt"), article(tmp_path, "“We lost it,” Marta Holt said."))
    assert (answer.status, answer.out) == (2, "")
    assert "has captions without a word" in answer.err


@pytest.mark.parametrize(
    ("asked", "status"), [("altered", 1), ("not-found,misattributed", 0), ("none", 0), ("not found, Altered", 1), ("trimmed", 0)]
)
def test_fail_on_chooses_the_verdicts(quotes: Run, tmp_path: Path, transcript: Path, asked: str, status: int) -> None:
    """A script that asks only for wrong speakers is not stopped by a word."""
    path = article(tmp_path, "“I can promise an earlier day,” Marta Holt said.")
    assert quotes("check", transcript, path, "--fail-on", asked).status == status


def test_fail_on_knows_its_verdicts(quotes: Run, tmp_path: Path, transcript: Path) -> None:
    """A slip of the pen is told before anything is read."""
    answer = quotes("check", transcript, article(tmp_path, "“I regret that,” Marta Holt said."), "--fail-on", "altred")
    assert (answer.status, answer.out) == (2, "")
    assert "there is no verdict 'altred'" in answer.err
