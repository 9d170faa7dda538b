"""What was put into an archive comes out of it as it would come out of the files."""

from __future__ import annotations

import json
import os
import sqlite3
from itertools import permutations
from pathlib import Path

import pytest

from quotecli import Options, explain, extract
from quotecli.collection import add, history, info
from quotecli.errors import Misuse, UnreadableSource
from quotecli.finding import find
from quotecli.keep import schema
from quotecli.keep.door import opened
from quotecli.keep.index import Index
from quotecli.keep.schema import VERSION
from quotecli.model import Explanation
from quotecli.read import ReadOptions

SEEDS = Path(__file__).parents[2] / "seeds"
PAGE = """<html><head><title>Ferry</title><meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2024-12-20"></head><body><article>
<p>The ferry stays, the council said on Friday, after months of talks about its price.</p>
<p>&ldquo;We will not stop the ferry in winter,&rdquo; Mayor Dana Ortiz said at the harbour on Friday evening.</p>
<p>&ldquo;Nobody has asked us to,&rdquo; she added.</p></article></body></html>"""


@pytest.fixture
def news(tmp_path: Path) -> str:
    """Where an archive is to be made."""
    return str(tmp_path / "news.db")


def write(folder: Path, name: str, text: str) -> str:
    """A file; its path."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_the_answer_is_that_of_the_files(news: str) -> None:
    """To the letter: articles, quotations, names, clusters with their edits."""
    add(news, [str(SEEDS)])
    assert extract([news]) == extract([str(SEEDS)])


@pytest.mark.parametrize("order", list(permutations(range(5)))[::29])
def test_the_answer_does_not_depend_on_the_order_in_which_articles_came(news: str, order: tuple[int, ...]) -> None:
    """One by one, in any order."""
    paths = sorted(map(str, SEEDS.glob("*.txt")))
    for number in order:
        add(news, [paths[number]])
    assert extract([news]) == extract(paths)


@pytest.mark.parametrize(
    "options",
    [
        Options(speaker="putin", min_sources=2),
        Options(cluster=False),
        Options(min_confidence=0.9),
        Options(aliases={"vladimir putin": "V. Putin"}),
        Options(kinds=("direct",), sort="date"),
        Options(read=ReadOptions(since="2000")),
    ],
)
def test_what_is_asked_for_is_chosen_as_from_files(news: str, options: Options) -> None:
    """Whatever the options choose or rename."""
    add(news, [str(SEEDS)])
    from_archive, from_files = extract([news], options), extract([str(SEEDS)], options)
    assert from_archive[:3] == from_files[:3]
    assert [one.reason for one in from_archive.skipped] == [one.reason for one in from_files.skipped]


def test_pages_and_records_come_out_with_all_that_is_known_of_them(news: str, tmp_path: Path) -> None:
    """Publisher, date, and where each quotation stands in the page; records in the order of their file."""
    write(tmp_path, "in/page.html", PAGE)
    lines = [
        json.dumps({"text": f"“We will build {n} new boats here,” Dana Ortiz said.", "url": f"https://a.example/{n}"}) for n in range(12)
    ]
    write(tmp_path, "in/records.jsonl", "\n".join(lines))
    add(news, [str(tmp_path / "in")])
    got, wanted = extract([news]), extract([str(tmp_path / "in")])
    assert got.sources == tuple(source._replace(key=None) for source in wanted.sources)
    assert (got.quotes, got.clusters) == (wanted.quotes, wanted.clusters)
    (page,) = [source.raw for source in got.sources if source.raw]
    assert PAGE[page.span(*got.quotes[0][2:4]).start :].startswith("&ldquo;We will not")


def test_what_is_known_is_not_added_again(news: str) -> None:
    """Nor changed: the second time nothing is new."""
    assert add(news, [str(SEEDS)])[:5] == (5, 0, 0, 0, 41)
    before = extract([news])
    assert add(news, [str(SEEDS)])[:5] == (0, 0, 0, 5, 0)
    assert extract([news]) == before


def test_another_text_at_the_same_place_is_a_new_version(news: str, tmp_path: Path) -> None:
    """The newest takes part; the older is kept."""
    path = write(tmp_path, "a.txt", "“We will never stop the ferry,” Dana Ortiz said.")
    add(news, [path])
    write(tmp_path, "a.txt", "“We will stop the ferry,” Dana Ortiz said.")
    assert add(news, [path]).versions == 1
    assert [quote.text for quote in extract([news]).quotes] == ["We will stop the ferry,"]
    with sqlite3.connect(news) as db:
        assert db.execute("SELECT version, current FROM article ORDER BY version").fetchall() == [(1, 0), (2, 1)]


def test_only_another_date_is_no_new_version(news: str, tmp_path: Path) -> None:
    """What is known of an article may change without its text."""
    record = {"text": "“We will never stop the ferry,” Dana Ortiz said.", "url": "https://a.example/1"}
    add(news, [write(tmp_path, "a.jsonl", json.dumps(record) + "\n" + json.dumps({"text": "x"}))])
    write(tmp_path, "a.jsonl", json.dumps(record | {"date": "2024-12-20"}))
    assert add(news, [str(tmp_path / "a.jsonl")])[:3] == (0, 0, 1)
    assert [source.published for source in extract([news]).sources if source.url] == ["2024-12-20"]


@pytest.mark.parametrize(
    ("record", "versions"),
    [({"url": "https://a.example/1"}, 1), ({"id": "A-1"}, 1), ({"id": 1}, 1), ({}, 0)],
    ids=["by address", "by id", "by a number that is an id", "tomorrow's first record is not today's"],
)
def test_a_record_is_known_again_by_what_it_is_called(news: str, tmp_path: Path, record: dict[str, object], versions: int) -> None:
    """Its address or its id; never by its place in the file."""
    for word in ("never", "always"):
        path = write(tmp_path, "a.jsonl", json.dumps(record | {"text": f"“We will {word} stop the ferry,” Dana Ortiz said."}) + "\n")
        done = add(news, [path])
    assert (done.versions, done.added) == (versions, 1 - versions)


def test_two_files_of_one_name_are_two_articles(news: str, tmp_path: Path) -> None:
    """The second to come gets a longer name; from the files both would have one. The words are the same."""
    monday = write(tmp_path, "mon/a.txt", "“We will never stop the ferry in winter,” Dana Ortiz said.")
    tuesday = write(tmp_path, "tue/a.txt", "“We will never stop the ferry in winter,” Dana Ortiz told us.")
    add(news, [monday])
    add(news, [tuesday])
    got = extract([news])
    assert sorted(source.path for source in got.sources) == sorted([monday, tuesday])
    assert len({source.id for source in got.sources}) == 2
    assert [cluster.sources for cluster in got.clusters] == [2]


def test_an_archive_and_files_are_read_together(news: str, tmp_path: Path) -> None:
    """What is in both is read once; another article of the same name is another article."""
    paths = sorted(map(str, SEEDS.glob("*.txt")))
    add(news, paths[:3])
    got, wanted = extract([news, *paths]), extract(paths)
    assert (set(got.quotes), got.clusters) == (set(wanted.quotes), wanted.clusters)
    other = write(tmp_path, os.path.basename(paths[0]), "“No,” Dana Ortiz said.")
    assert len({quote.id for quote in extract([news, other]).quotes}) == len(extract(paths[:3]).quotes) + 1


def test_an_article_that_says_nothing_new_costs_no_search(news: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither is it searched nor is anything compared."""
    add(news, [str(SEEDS)])
    monkeypatch.setattr("quotecli.collection.searched", lambda articles, jobs: iter([one for one in articles for _ in [1 / 0]]))
    monkeypatch.setattr("quotecli.collection.regroup", lambda *_: 1 / 0)
    assert add(news, [str(SEEDS)]).known == 5


# ---- what is refused ---------------------------------------------------------------------------------------------------
def test_a_file_that_is_no_archive_is_left_as_it_is(news: str, tmp_path: Path) -> None:
    """Text, or another program's database."""
    text, foreign = write(tmp_path, "a.txt", "“No,” she said."), str(tmp_path / "foreign.db")
    with sqlite3.connect(foreign) as db:
        db.execute("CREATE TABLE article (text)")
    for path, reason in [(text, "is no archive"), (foreign, "no archive that `quotes add` made")]:
        before = Path(path).read_bytes()
        with pytest.raises(UnreadableSource, match=reason):
            add(path, [str(SEEDS)])
        assert Path(path).read_bytes() == before
    assert "no archive" in extract([foreign]).skipped[0].reason


def test_a_newer_archive_is_refused(news: str) -> None:
    """In one line, to read and to write."""
    add(news, [str(SEEDS)])
    with sqlite3.connect(news) as db:
        db.execute("PRAGMA user_version = 1000")
    assert "newer program" in extract([news]).skipped[0].reason
    with pytest.raises(UnreadableSource, match="newer program"):
        add(news, [str(SEEDS)])


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_older_archive_is_brought_up_to_date(news: str, version: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the next that is added; until then whoever reads it is told so."""
    paths = sorted(map(str, SEEDS.glob("*.txt")))
    with monkeypatch.context() as older:
        older.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:version])
        older.setattr(schema, "VERSION", version)
        older.setattr(schema, "_EXPECTED", {})
        older.setattr(Index, "clear", lambda _: None)  # a small archive has no index; an older program's had other tables
        add(news, paths[:3])
    assert "older program" in extract([news]).skipped[0].reason
    add(news, paths[3:])
    assert extract([news]) == extract(paths)
    assert info(news)["schema"] == VERSION


def test_who_has_which_key_is_known_in_an_archive_that_was_brought_up_to_date(news: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key was a row a voice, and is one row now; of no voice it is known yet how many share enough with it."""
    with monkeypatch.context() as older, sqlite3.connect(news) as db:
        older.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:2])
        schema.migrate(db)
        voices = [(voice, 30.0 - voice, 9.0, voice) for voice in (1, 2, 70_000, 1 << 31)]
        db.executemany("INSERT INTO voice(id, heft, least, size) VALUES (?, ?, ?, ?)", voices)
        db.executemany(
            "INSERT INTO key VALUES (?, ?, ?)", [(key, heft, voice) for voice, heft, *_ in voices for key in (7, (1 << 46) + voice)]
        )
    db.close()
    with opened(news, write=True) as store:
        assert list(store.index.holders(7)) == [1, 2, 70_000, 1 << 31]
        assert list(store.index.holders((1 << 46) + 2)) == [2]
        assert list(store.index.holders(8)) == []
        assert [tuple(row) for row in store.index.traits()] == [(*voice, None, None) for voice in voices]


def test_one_writes_at_a_time(news: str) -> None:
    """The second is told at once; who reads sees what is committed."""
    add(news, [str(SEEDS)])
    before = extract([news])
    with opened(news, write=True) as store, store.batch():
        store.db.execute("DELETE FROM article")
        with pytest.raises(Misuse, match="another `quotes` is writing"):
            add(news, [str(SEEDS)])
        assert extract([news]) == before
    assert extract([news]).sources == ()


def test_an_archive_is_one_file(news: str, tmp_path: Path) -> None:
    """Nothing lies beside it when nobody is at it."""
    add(news, [str(SEEDS)])
    extract([news])
    assert os.listdir(tmp_path) == ["news.db"]


# ---- everybody's ---------------------------------------------------------------------------------------------------------
def test_the_views_tell_what_the_program_tells(news: str) -> None:
    """With nothing but SQLite."""
    add(news, [str(SEEDS)])
    report = extract([news])
    with sqlite3.connect(news) as db:
        rows = db.execute("SELECT id, source, start, text, speaker FROM quotations").fetchall()
        wanted = {(q.id, q.source, q.start, q.text, q.speaker and q.speaker.name) for q in report.quotes}
        assert set(rows) == wanted
        wordings = db.execute("SELECT utterance, quotation, text, base FROM wordings").fetchall()
        assert set(wordings) == {(c.id, v.quote, v.text, c.text) for c in report.clusters for v in c.variants}
        risky = db.execute("SELECT utterance, quotation FROM changes WHERE risk").fetchall()
        assert set(risky) == {(c.id, v.quote) for c in report.clusters for v in c.variants for e in v.edits if e.risk}
        assert db.execute("SELECT quotations, articles FROM speakers WHERE speaker = 'Vladimir Putin'").fetchone()[1] == 5
        assert len(db.execute("SELECT id FROM articles").fetchall()) == 5


def test_history_tells_of_each_version_what_changed(news: str, tmp_path: Path) -> None:
    """Of all articles that came again, or of one; by id, path or address."""
    for number, word in enumerate(["not", "never", "always"]):
        write(tmp_path, "a.txt", f"“We will {word} stop the ferry in winter,” Dana Ortiz said. Edition {number}.")
        write(tmp_path, "b.txt", "“Nobody asked us,” Tom Marsh said.")
        add(news, [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    found = history(news)
    assert [(one.newer.id, one.version, one.older.text[-2]) for one in found] == [("a", 2, "0"), ("a", 3, "1")]
    told = [[(edit.before, edit.after) for edit in change.edits] for one in found for change in one.revisions]
    assert told == [[("not", "never")], [("never", "always")]]
    assert history(news, "a") == history(news, str(tmp_path / "a.txt")) == found
    assert history(news, "b") == []
    with pytest.raises(Misuse, match="no article"):
        history(news, "c")


def test_what_came_since_is_told_with_all_who_print_it(news: str, tmp_path: Path) -> None:
    """An utterance of a new article stands with its older wordings; what only older articles print is left out."""
    ferry, wall = "“We will not stop the ferry in winter,” Dana Ortiz said.", "“The harbour wall has failed again,” Tom Marsh said."
    add(news, [write(tmp_path, "a.txt", f"{ferry} {wall}"), write(tmp_path, "b.txt", wall)])
    with sqlite3.connect(news) as db:
        db.execute("UPDATE article SET added = '2024-12-19T23:59:59+00:00'")
    add(news, [write(tmp_path, "c.txt", f"{ferry} “Fares rise in May,” she added.")])
    report = extract([news], Options(added_since="2024-12-20"))
    assert [(quote.source, quote.text) for quote in report.quotes] == [
        ("a", "We will not stop the ferry in winter,"),
        ("c", "We will not stop the ferry in winter,"),
        ("c", "Fares rise in May,"),
    ]
    assert [cluster.sources for cluster in report.clusters] == [2]
    assert [one.source.id for one in explain([news], Options(added_since="2024-12-20")) if isinstance(one, Explanation)] == ["c"]
    assert [one.variant.source for one in find("stop the ferry", [news], Options(added_since="2024-12-20")).found] == ["c"]
    assert extract([news], Options(added_since="2024-12-19")) == extract([news])


@pytest.mark.parametrize(("day", "said"), [("yesterday", "--added-since takes a date"), ("2024-12-20", "asks an archive")])
def test_only_an_archive_knows_when_an_article_came(day: str, said: str) -> None:
    """Of files nobody can tell."""
    with pytest.raises(Misuse, match=said):
        extract([str(SEEDS)], Options(added_since=day))
