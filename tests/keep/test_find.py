"""Who printed these words: the same from an archive as from the files."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from quotecli import Options, extract
from quotecli.collection import add, remove
from quotecli.compare import Sought
from quotecli.find import find_quotes
from quotecli.finding import find
from quotecli.model import Source
from quotecli.read import ReadOptions

SEEDS = Path(__file__).parents[2] / "seeds"
SENTENCES = [quote.text for quote in extract([str(SEEDS)]).quotes]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An archive of the seeds."""
    path = str(tmp_path_factory.mktemp("kept") / "news.db")
    add(path, [str(SEEDS)])
    return path


@pytest.mark.parametrize("words", [*SENTENCES, *(" ".join(text.split()[1:9]) for text in SENTENCES if len(text.split()) > 1)])
def test_an_archive_finds_what_the_files_have(kept: str, words: str) -> None:
    """Every quotation of the seeds, and a piece of it: itself, and its like, in the same order."""
    got, wanted = find(words, [kept]), find(words, [str(SEEDS)])
    assert got == wanted
    assert got.found


@pytest.mark.parametrize(
    "options", [Options(speaker="trump"), Options(kinds=("direct",)), Options(min_confidence=0.9), Options(read=ReadOptions(since="2000"))]
)
def test_only_what_is_asked_for_is_found(kept: str, options: Options) -> None:
    """The same choice as everywhere."""
    got, wanted = find("I am ready for it", [kept], options), find("I am ready for it", [str(SEEDS)], options)
    assert got.found == wanted.found


def test_speakers_have_the_name_of_the_whole_archive(tmp_path: Path) -> None:
    """The surname in one article is the full name of another that shares no word with what is looked for."""
    for name, text in [("a", "“We will never stop the ferry,” Ortiz said."), ("b", "“The harbour opens in May,” Dana Ortiz said.")]:
        (tmp_path / f"{name}.txt").write_text(text)
        add(str(tmp_path / "news.db"), [str(tmp_path / f"{name}.txt")])
    (quote,) = find("stop the ferry", [str(tmp_path / "news.db")]).report.quotes
    assert quote.speaker is not None
    assert quote.speaker.name == "Dana Ortiz"


def test_the_first_to_print_it_comes_first(tmp_path: Path) -> None:
    """Of the very words, the earliest date; nearly the same words come after them whatever their date."""
    said = {
        "2024-12-03": "We will never stop the ferry",
        "2024-12-01": "We will never stop the ferry",
        "2024-11-01": "We may stop the ferry",
    }
    lines = [json.dumps({"text": f"“{words},” Dana Ortiz said.", "date": day}) for day, words in said.items()]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    found = find("we will never stop the ferry", [str(tmp_path / "a.jsonl")])
    dates = {source.id: source.published for source in found.report.sources}
    assert [dates[one.variant.source] for one in found.found] == ["2024-12-01", "2024-12-03", "2024-11-01"]


@pytest.mark.parametrize(
    "words", ['ferry" OR "x', "NEAR(ferry harbour)", "text:ferry*", "_ferry_", "AND", "ferry -stop", "'; DROP TABLE quote"]
)
def test_words_are_words_and_no_query(kept: str, words: str) -> None:
    """What SQLite's search would take for more is looked for as it stands."""
    assert find(words, [kept]).found == find(words, [str(SEEDS)]).found


@pytest.mark.parametrize(
    "words", ["we will not stop the old harbour ferry", "the enemy of the people", "ready for it at any time, of course"]
)
def test_no_quotation_that_is_near_lacks_all_of_the_telling_words(words: str) -> None:
    """By these an archive is searched: what has none of them must be too far off."""
    sought = Sought(words)
    rest = " ".join(word for word in words.split() if word not in sought.telling)
    if rest:
        (quote,) = find_quotes(Source("a", "a", f"“{rest},” Dana Ortiz said.")).quotes
        assert sought.within(quote) is None


def test_who_said_it_is_told_as_all_articles_tell(tmp_path: Path) -> None:
    """Where one article's “he” is somebody whom others name, an archive and its views say so as the files do; and no longer without them."""
    wall = "“The harbour wall failed at four in the morning and nobody was there,”"
    named = [f"{wall} Adam Okafor said at the harbour on Friday. The council met {place}." for place in ("in the hall", "at noon")]
    texts = [*named, f"Bo Hale met Okafor at the harbour. Hale was late. {wall} he said on Friday."]
    for name, text in zip("abc", texts, strict=True):
        (tmp_path / f"{name}.txt").write_text(text)
    archive, paths = str(tmp_path / "news.db"), [str(tmp_path / f"{name}.txt") for name in "abc"]
    add(archive, paths)
    assert extract([archive]) == extract(paths)
    assert [conflict.kind for cluster in extract([archive]).clusters for conflict in cluster.conflicts] == ["corrected"]
    for where in ([archive], paths):
        assert {q.speaker and q.speaker.name for q in find("the harbour wall failed", where).report.quotes} == {"Adam Okafor"}
    with sqlite3.connect(archive) as db:
        assert {name for (name,) in db.execute("SELECT speaker FROM quotations")} == {"Adam Okafor"}
    remove(archive, paths[:2])
    (alone,) = find("the harbour wall failed", [archive]).report.quotes
    assert alone.speaker is not None
    assert alone.speaker.name == "Bo Hale"


FERRY = "We will not close the ferry to the islands in winter, whatever the ministry tells us about the harbour"
PRINTED = [
    ("Wire", "2020-05-01", FERRY),
    ("Echo", "2020-05-01", FERRY),
    ("Star", None, FERRY),
    ("Post", "2020-05-02", FERRY.replace("not ", "")),
    ("Mail", "2020-05-03", FERRY.replace("not ", "").replace("ferry", "steamer")),
]


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    """A file of articles, each told in words of its own."""
    told = ("Rain fell for days", "The budget of next year was long", "Children heard it", "Fishermen shook heads", "Shops were shut again")
    lines = [
        json.dumps({"id": who, "publisher": who, "date": day, "text": f"{about}.\n\n“{words},” Mayor Dana Ortiz said on Friday."})
        for about, (who, day, words) in zip(told, PRINTED, strict=True)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    return tmp_path / "a.jsonl"


@pytest.mark.parametrize(
    "options", [Options(), Options(speaker="ortiz"), Options(read=ReadOptions(since="2020-05-02")), Options(kinds=("direct",))]
)
def test_the_chain_is_the_same_from_an_archive(dated: Path, options: Options) -> None:
    """Whatever was asked for, and whichever of the wordings was looked for."""
    archive = str(dated.with_suffix(".db"))
    add(archive, [str(dated)])
    got, wanted = (find("close the ferry", [path], options, chain=True) for path in (archive, str(dated)))
    assert got.chains == wanted.chains
    assert {quote.id for quote in got.report.quotes} == {quote.id for quote in wanted.report.quotes}
    assert len(wanted.chains) == 1


def test_the_chain_tells_of_those_that_were_not_found_too(dated: Path) -> None:
    """The Mail has no ferry any more; whoever looks for the ferry learns of it, and from whom it has the rest."""
    found = find("the ferry to the islands", [str(dated)], chain=True)
    (chain,) = found.chains
    assert [(step.variant.source[2:], step.basis) for step in chain.steps] == [
        ("Echo", "none"),
        ("Wire", "none"),
        ("Post", "own"),
        ("Mail", "descends"),
        ("Star", "none"),
    ]
    assert chain.steps[3].origins[0].quote in {quote.id for quote in found.report.quotes}
    assert find("the ferry to the islands", [str(dated)]).chains == ()


@pytest.mark.parametrize(
    ("most", "options", "dates", "later"),
    [
        (None, Options(), ["2024-01-03", "2024-01-05", "2024-02-01", "2024-02-07", None], 0),
        (5, Options(), ["2024-01-03", "2024-01-05", "2024-02-01", "2024-02-07", None], 0),
        (2, Options(), ["2024-01-03", "2024-01-05"], 3),
        (2, Options(read=ReadOptions(since="2024-02")), ["2024-02-01", "2024-02-07"], 0),
    ],
)
def test_of_a_phrase_that_many_print_the_first_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int | None, options: Options, dates: list[str | None], later: int
) -> None:
    """As many as are asked for, and the others are counted; where only some are wanted, all are looked at."""
    monkeypatch.setattr("quotecli.keep.search.MOST", 0)
    for number, day in enumerate(["2024-02-07", None, "2024-01-05", "2024-02-01", "2024-01-03"]):
        said = f"“We will never stop the ferry, neighbour {number},” Dana Ortiz said."
        (tmp_path / f"{number}.json").write_text(json.dumps({"text": said, "date": day}))
    add(str(tmp_path / "news.db"), [str(tmp_path / f"{number}.json") for number in range(5)])
    answer = find("we will never stop the ferry", [str(tmp_path / "news.db")], options, most=most)
    days = {source.id: source.published for source in answer.report.sources}
    assert [days[one.variant.source] for one in answer.found] == dates
    assert answer.later == later
