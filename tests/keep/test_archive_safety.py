"""An archive loses nothing that it said it has, and nothing in it is believed that an article could not say."""

from __future__ import annotations

import os
import signal
import sqlite3
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from quotecli import extract
from quotecli.collection import add, checked, info, remove
from quotecli.errors import Misuse, QuotesError, UnreadableSource
from quotecli.finding import find
from quotecli.keep import door
from quotecli.keep.door import opened
from quotecli.model import Skipped, Source

SEEDS = Path(__file__).parents[2] / "seeds"
KILLS = 100
SAID = "“We will not stop the ferry in the winter of {0},” Dana Ortiz said. “Nobody asked {0} of us,” she added."

LONG = "\n\nThe council met at the harbour, and the meeting was long." * 100


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of small articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(SAID.format(1990 + number) + LONG, encoding="utf-8")
    return folder


# ---- killed ------------------------------------------------------------------------------------------------------------
def killed(archive: str, articles: Path, after: int) -> set[str]:
    """Add in a process that is killed when it has told of so many articles; the ids of those it told of."""
    hear, tell = os.pipe()
    child = os.fork()
    if not child:  # no test from here on: only this process's archive
        try:
            add(archive, [str(articles)], watch=lambda one: os.write(tell, f"{one.id}\n".encode()) if isinstance(one, Source) else None)
        finally:
            os._exit(0)
    os.close(tell)
    heard = b""
    while heard.count(b"\n") < after and (more := os.read(hear, 3)):
        heard += more
    os.kill(child, signal.SIGKILL)
    while more := os.read(hear, 100):  # what it told before it died
        heard += more
    os.waitpid(child, 0)
    os.close(hear)
    return {*heard.decode().split()}


def test_killed_a_hundred_times_it_loses_nothing_it_reported(tmp_path: Path, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At every point of the way; what is there is whole, and the next run goes on to what the files say."""
    monkeypatch.setattr("quotecli.collection.BATCH", 1)
    wanted = extract([str(articles)])
    for number in range(KILLS):
        archive = str(tmp_path / f"{number % 7}.db")
        if number < 7 or number % 13 == 0:
            Path(archive).unlink(missing_ok=True)
        told = killed(archive, articles, number % 13)
        if os.path.exists(archive) and os.path.getsize(archive):
            assert told <= {source.id for source in extract([archive]).sources}
            assert checked(archive) == []
        else:
            assert not told
    add(archive, [str(articles)])
    assert extract([archive]) == wanted


def test_who_helps_a_writer_holds_no_lock(tmp_path: Path) -> None:
    """A process that was started by one who is writing: when he is gone, another may write while it still lives."""
    archive = str(tmp_path / "news.db")
    add(archive, [])
    hear, tell = os.pipe()
    ready, say = os.pipe()
    writer = os.fork()
    if not writer:
        with opened(archive, write=True):
            if not os.fork():  # the helper lives until it is told that all is over
                os.write(say, b"!")
                os.read(hear, 1)
                os._exit(0)
            signal.pause()
    try:
        os.read(ready, 1)
        with pytest.raises(Misuse, match="another `quotes` is writing"):
            add(archive, [])
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        assert add(archive, [str(SEEDS)]).added == 5
    finally:
        os.write(tell, b"!")
        for end in (hear, tell, ready, say):
            os.close(end)


def test_what_is_not_compared_yet_is_compared_when_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped between the two, an archive gives the same answer; the next run makes it quick again."""
    archive = str(tmp_path / "news.db")
    with monkeypatch.context() as stopped:
        stopped.setattr("quotecli.collection.regroup", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            add(archive, [str(SEEDS)])
    assert info(archive)["uncompared"] == 5
    assert extract([archive]) == extract([str(SEEDS)])
    add(archive, [])
    assert info(archive)["uncompared"] == 0
    assert extract([archive]) == extract([str(SEEDS)])


def test_a_full_disk_loses_nothing_that_was_reported(tmp_path: Path, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run ends with one line; with room again, it goes on."""
    archive, told = str(tmp_path / "news.db"), list[Source | Skipped]()
    monkeypatch.setattr("quotecli.collection.BATCH", 1)
    add(archive, [])
    pages = os.path.getsize(archive) // 4096 + 3
    whole = door._guarded

    def small(path: str, mode: str) -> sqlite3.Connection:
        """As on a disk with room for a few pages."""
        db = whole(path, mode)
        db.execute(f"PRAGMA max_page_count = {pages}")
        return db

    with monkeypatch.context() as full:
        full.setattr(door, "_guarded", small)
        with pytest.raises(UnreadableSource, match="no space is left"):
            add(archive, [str(articles)], watch=told.append)
    assert 0 < len(told) < 12
    assert {one.id for one in told if isinstance(one, Source)} == {source.id for source in extract([archive]).sources}
    add(archive, [str(articles)])
    assert extract([archive]) == extract([str(articles)])


# ---- taken out ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("called", ["id", "path", "from here"])
def test_what_is_removed_was_never_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, called: str) -> None:
    """By id or by path, however that is written: the answers are those of the other files."""
    archive, paths = str(tmp_path / "news.db"), sorted(map(str, SEEDS.glob("*.txt")))
    add(archive, [str(SEEDS)])
    monkeypatch.chdir(SEEDS)
    name = {"id": Path(paths[2]).stem, "path": paths[2], "from here": Path(paths[2]).name}[called]
    assert remove(archive, [name, "nobody"]) == {name: 1, "nobody": 0}
    assert extract([archive]) == extract([*paths[:2], *paths[3:]])
    assert checked(archive) == []
    assert find("at any time of course I am ready", [archive]).searched == 4
    add(archive, [paths[2]])
    assert extract([archive]) == extract(paths)


# ---- hostile -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("statement", "refused"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON article BEGIN DELETE FROM quote; END", True),
        ("DROP VIEW articles; CREATE VIEW articles AS SELECT 1", True),
        ("DROP INDEX article_name", True),
        ("ALTER TABLE article ADD COLUMN mine TEXT", True),
        ("CREATE VIEW mine AS SELECT count(*) FROM articles", False),
        ("CREATE TABLE notes (note TEXT)", False),
    ],
)
def test_only_what_we_made_is_worked_with(tmp_path: Path, statement: str, refused: bool) -> None:
    """A trigger would run when we write, a view stand for a table; what others add beside them is theirs."""
    archive = str(tmp_path / "news.db")
    add(archive, [str(SEEDS)])
    with sqlite3.connect(archive) as db:
        db.executescript(statement)
    assert bool(extract([archive]).skipped) is refused
    if refused:
        with pytest.raises(UnreadableSource, match="not as `quotes add` made them"):
            add(archive, [str(SEEDS)])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE quote SET text = 'I never said that'",
        'UPDATE quote SET "end" = 1000000000',
        "UPDATE quote SET pieces = '[[-5, 5]]'",
        "UPDATE quote SET pieces = '[1, [2'",
        "UPDATE quote SET pieces = '" + "[" * 50_000 + "'",
        "UPDATE quote SET kind = 'gospel'",
        "UPDATE quote SET mention = 'The Pope' WHERE mention IS NOT NULL",
        "UPDATE article SET text = 'x'",
        "UPDATE article SET raw = x'00'",
    ],
)
def test_words_that_do_not_stand_in_the_article_are_nobodys(tmp_path: Path, statement: str) -> None:
    """Such an article is skipped with the reason; `archive check` tells of it."""
    archive = str(tmp_path / "news.db")
    add(archive, [str(SEEDS)])
    with sqlite3.connect(archive) as db:
        db.execute(statement)
    report = extract([archive])
    assert report.skipped
    assert all("damaged" in one.reason or "not what stands in the article" in one.reason for one in report.skipped)
    texts = {source.id: source.text for source in report.sources}
    assert all("\n".join(texts[q.source][start:end] for start, end in q.pieces) == q.text for q in report.quotes)
    assert checked(archive)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE wording SET text = 'I never said that'",
        "UPDATE wording SET start = start + 1",
        "UPDATE utterance SET text = 'I never said that'",
        "DELETE FROM wording WHERE id = 1",
        "UPDATE utterance SET more = '{}'",
        "UPDATE wording SET utterance = 1",
    ],
)
def test_utterances_that_are_not_of_the_quotations_are_made_anew(tmp_path: Path, statement: str) -> None:
    """Nobody's wording is changed by changing what was compared."""
    archive = str(tmp_path / "news.db")
    add(archive, [str(SEEDS)])
    with sqlite3.connect(archive) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute(statement)
    got, wanted = extract([archive]), extract([str(SEEDS)])
    assert got.quotes == wanted.quotes or statement == "UPDATE wording SET utterance = 1"
    texts = {quote.id: quote.text for quote in got.quotes}
    assert all(variant.text in texts[variant.quote] for cluster in got.clusters for variant in cluster.variants)


def test_a_damaged_file_costs_a_line(tmp_path: Path) -> None:
    """Whichever byte is another: an answer of words that stand in their articles, or a reason; never a fault of ours."""
    archive, random = str(tmp_path / "news.db"), Random(7)
    add(archive, [str(SEEDS)])
    whole = Path(archive).read_bytes()
    for _ in range(60):
        page = bytearray(whole)
        at = random.randrange(len(page) // 4096) * 4096 + random.choice([random.randrange(64), random.randrange(4096)])
        page[at : at + 8] = random.randbytes(8)
        Path(archive).write_bytes(page[: random.choice([len(page), random.randrange(len(page))])])
        for ask in (lambda: extract([archive]), lambda: find("ready at any time", [archive]), lambda: add(archive, [str(SEEDS)])):
            with suppress(QuotesError):
                ask()
