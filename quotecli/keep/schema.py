"""What is in an archive: the tables, which only this program writes, and the views, which are for everybody.

Names and meaning of the views' columns stay, as those of the JSON do. Every offset is a code point of the article's text, end exclusive.
"""

from __future__ import annotations

import sqlite3

from quotecli.errors import UnreadableSource
from quotecli.keep.postings import Packing

APPLICATION = 0x51756F74
"""Marks the file as ours, in its header: “Quot”."""

TABLES = """
CREATE TABLE article(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,                -- what the program calls it; all versions of an article have one name
  address TEXT NOT NULL,             -- its URL, or the place it was read at: by this a later text is known as a new version
  version INTEGER NOT NULL,          -- 1, 2, …
  current INTEGER NOT NULL,          -- 1: the newest version; only this one takes part in utterances
  grouped INTEGER NOT NULL,          -- 1: its quotations are compared with all the others
  added TEXT NOT NULL,               -- when it came into the archive, UTC
  hash BLOB NOT NULL,                -- of its text and of what is known of it
  path TEXT NOT NULL,
  text TEXT NOT NULL,
  title TEXT, publisher TEXT, published TEXT, author TEXT, language TEXT NOT NULL, url TEXT, encoding TEXT, format TEXT NOT NULL,
  silent INTEGER,                    -- 1: says too little to tell how near it is to another; NULL: not asked yet
  refrains TEXT,                     -- JSON: short sentences that somebody says in it more than once, folded
  raw BLOB,                          -- where the text stands in the page that it was taken from
  UNIQUE (address, version)
) STRICT;
CREATE INDEX article_name ON article(name);
CREATE INDEX article_grouped ON article(grouped) WHERE grouped = 0;
CREATE TABLE state(
  name TEXT PRIMARY KEY,             -- stale: something was taken out, and the utterances do not know it yet
  value TEXT NOT NULL
) STRICT;
CREATE TABLE person(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE quote(
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
  text TEXT NOT NULL,
  pieces TEXT,                       -- JSON: [[start, end], …], where the words are more than one stretch between the marks
  kind TEXT NOT NULL, why TEXT,
  parent INTEGER, continues INTEGER, -- where the other quotation of the article starts
  closed INTEGER NOT NULL,
  person INTEGER REFERENCES person(id), -- whose words they are, as all articles together tell; NULL: they do not
  said_by TEXT,                      -- whose they are in this article, under the name that it gives
  linked TEXT,                       -- the same person under the name that the other articles give: by this wordings are compared
  mention TEXT, mention_start INTEGER, mention_end INTEGER, via TEXT, confidence REAL,
  cue TEXT, cue_start INTEGER, cue_end INTEGER,
  voice INTEGER                      -- quotations of one voice say the same by the same speaker; NULL: not compared, or in a small archive
) STRICT;
CREATE INDEX quote_article ON quote(article);
CREATE INDEX quote_voice ON quote(voice) WHERE voice IS NOT NULL;
CREATE INDEX quote_person ON quote(person);
CREATE TABLE voice(
  id INTEGER PRIMARY KEY,
  sign BLOB UNIQUE,                  -- of the words and the speaker; NULL: a short one, which is one quotation
  heft REAL NOT NULL, least REAL NOT NULL, size INTEGER NOT NULL
) STRICT;
CREATE TABLE key(
  number INTEGER NOT NULL,           -- of a rare word, or of two words (odd)
  heft REAL NOT NULL, voice INTEGER NOT NULL,
  PRIMARY KEY (number, heft, voice)
) STRICT, WITHOUT ROWID;
CREATE TABLE link(                   -- two voices of which stretches, counted in words, report one utterance
  a INTEGER NOT NULL, a_low INTEGER NOT NULL, a_high INTEGER NOT NULL,
  b INTEGER NOT NULL, b_low INTEGER NOT NULL, b_high INTEGER NOT NULL,
  strength REAL NOT NULL,
  PRIMARY KEY (a, b, a_low, a_high, b_low, b_high)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_b ON link(b);
CREATE TABLE gone(                   -- quotations that were taken out, of which their voices do not know yet
  quote INTEGER PRIMARY KEY, voice INTEGER NOT NULL, text TEXT NOT NULL, pieces TEXT NOT NULL
) STRICT;
CREATE TABLE utterance(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,                -- what the program calls it
  speaker TEXT, text TEXT NOT NULL,
  sources INTEGER NOT NULL, independent INTEGER NOT NULL,
  more TEXT NOT NULL                 -- JSON: copies and conflicts
) STRICT;
CREATE TABLE wording(
  id INTEGER PRIMARY KEY,
  utterance INTEGER NOT NULL REFERENCES utterance(id) ON DELETE CASCADE,
  quote INTEGER NOT NULL REFERENCES quote(id) ON DELETE CASCADE,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL, similarity REAL NOT NULL
) STRICT;
CREATE INDEX wording_utterance ON wording(utterance);
CREATE INDEX wording_quote ON wording(quote);
CREATE TABLE edit(
  id INTEGER PRIMARY KEY,
  wording INTEGER NOT NULL REFERENCES wording(id) ON DELETE CASCADE,
  type TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT NOT NULL, risk INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, from_start INTEGER NOT NULL, from_end INTEGER NOT NULL
) STRICT;
CREATE INDEX edit_wording ON edit(wording);
CREATE VIRTUAL TABLE quote_words USING fts5(text, content=quote, content_rowid=id, tokenize='porter unicode61 remove_diacritics 2');
CREATE VIEW articles AS
  SELECT name AS id, path, title, publisher, published, author, language, url, format, version, added, text
  FROM article WHERE current;
CREATE VIEW quotations AS
  SELECT a.name || ':' || q.start AS id, a.name AS source, a.publisher, a.published, a.title, a.url, q.line, q."column", q.start, q."end",
    q.kind, q.text, p.name AS speaker, q.said_by, q.mention, q.via, q.confidence, q.cue, q.why, a.added
  FROM quote q JOIN article a ON a.id = q.article LEFT JOIN person p ON p.id = q.person WHERE a.current;
CREATE VIEW wordings AS
  SELECT u.name AS utterance, u.speaker AS utterance_speaker, u.sources, a.name || ':' || q.start AS quotation, a.name AS source,
    a.publisher, a.published, p.name AS speaker, w.text, w.similarity, w.start, w."end", u.text AS base
  FROM wording w JOIN utterance u ON u.id = w.utterance JOIN quote q ON q.id = w.quote JOIN article a ON a.id = q.article
  LEFT JOIN person p ON p.id = q.person;
CREATE VIEW changes AS
  SELECT u.name AS utterance, a.name || ':' || q.start AS quotation, a.publisher, a.published, e.type, e."from", e."to",
    e.risk, e.start, e."end"
  FROM edit e JOIN wording w ON w.id = e.wording JOIN utterance u ON u.id = w.utterance JOIN quote q ON q.id = w.quote
  JOIN article a ON a.id = q.article;
CREATE VIEW speakers AS
  SELECT p.name AS speaker, count(*) AS quotations, count(DISTINCT q.article) AS articles, count(DISTINCT a.publisher) AS publishers,
    min(a.published) AS first, max(a.published) AS last
  FROM quote q JOIN person p ON p.id = q.person JOIN article a ON a.id = q.article WHERE a.current AND q.kind <> 'other' GROUP BY p.id;
"""

INDEX = """
CREATE INDEX article_current ON article(name, current) WHERE current = 1;
CREATE INDEX article_silent ON article(silent, current) WHERE silent = 1;
CREATE INDEX article_refrains ON article(name, refrains, current) WHERE refrains IS NOT NULL;
"""
"""By these what is asked of all articles is told without a look at their texts, which would be read page by page."""

POSTINGS = """
CREATE TABLE posting(
  key INTEGER PRIMARY KEY,           -- of a rare word, or of two words (odd)
  voices BLOB NOT NULL               -- who has it, in the order in which they came, four bytes each, the lowest first
) STRICT;
INSERT INTO posting SELECT number, packed(voice) FROM key GROUP BY number;
DROP TABLE key;
ALTER TABLE voice ADD COLUMN taken INTEGER;
ALTER TABLE voice ADD COLUMN bar INTEGER;
DROP INDEX quote_voice;
CREATE INDEX quote_voice ON quote(voice, article, start) WHERE voice IS NOT NULL;
"""
"""A key is one row, not one a voice: that takes a third of the room. The row of a word that many use is written anew with each of them.

`taken` is how many cells of comparing a voice takes at most with the earlier ones that share enough with it, NULL where nobody has
counted; where these are a crowd, who shares less with it than `bar`, in millionths of a nat, changes nothing.
"""

MIGRATIONS: tuple[str, ...] = (TABLES, INDEX, POSTINGS)
"""By what each version of the schema becomes the next, from an empty file on: a later program adds to the end of it."""

VERSION = len(MIGRATIONS)


def migrate(db: sqlite3.Connection) -> None:
    """Bring the file, empty or of an earlier version, to ours, inside the transaction that is open."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    db.create_aggregate("packed", 1, Packing)  # type: ignore[arg-type]
    for number, statements in enumerate(MIGRATIONS[version:], version + 1):
        for statement in statements.split(";\n"):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {number}")
    db.execute(f"PRAGMA application_id = {APPLICATION}")


def verify(db: sqlite3.Connection, path: str) -> int:
    """The version of the schema; raises UnreadableSource unless the file is an archive that this program can read.

    Anybody may hand us a file: a view may be called what we call a table, and a trigger would run when we write.
    """
    (application,), (version,) = db.execute("PRAGMA application_id").fetchone(), db.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        raise UnreadableSource(path, "an SQLite file, but no archive that `quotes add` made")
    if version > VERSION:
        raise UnreadableSource(path, f"an archive of a newer program (schema {version}, ours is {VERSION}): install a newer `quotes`")
    if version == VERSION and ours(db) != expected():
        raise UnreadableSource(path, "its tables are not as `quotes add` made them; make it anew from the articles")
    return int(version)


def ours(db: sqlite3.Connection) -> dict[str, str]:
    """The definitions, by name, of all that we make, and of every trigger; others may add tables, views and indexes of their own."""
    rows = db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: sql for kind, name, sql in rows if name in expected() or kind == "trigger"}


def made_by_us(db: sqlite3.Connection) -> dict[str, str]:
    """Every definition by name, but for the tables behind the full-text search, which each version of SQLite lays out as it likes."""
    rows = db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'quote!_words!_%' ESCAPE '!'")
    return dict(rows.fetchall())


_EXPECTED: dict[str, str] = {}


def expected() -> dict[str, str]:
    """What `ours` is in an archive that nobody touched."""
    if not _EXPECTED:
        with sqlite3.connect(":memory:") as db:
            migrate(db)
            _EXPECTED.update(made_by_us(db))
        db.close()
    return _EXPECTED
