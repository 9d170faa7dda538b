"""Which voices share a key, and which are linked: tables in which a quotation finds those that may report the same utterance."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from quotecli.keep.postings import packed, unpacked

SPOKEN = "q.kind <> 'other' AND q.parent IS NULL"
"""Quotations that take part in utterances."""


class Gone(NamedTuple):
    """A quotation that was taken out, with what is left to find the keys of its voice by."""

    voice: int
    text: str
    pieces: str


class StoredLink(NamedTuple):
    """A link of two voices: stretches as indices of keys, the voice of the smaller number first."""

    a: int
    a_low: int
    a_high: int
    b: int
    b_low: int
    b_high: int
    strength: float


class Index:
    """The index of one archive."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    # ---- as a whole ----------------------------------------------------------------------------------------------------
    def made_by(self) -> str | None:
        """The program that made it; None where there is no index."""
        row = self.db.execute("SELECT value FROM state WHERE name = 'indexed'").fetchone()
        return row and str(row[0])

    def compared_of(self) -> int:
        """Of how many quotations the links are."""
        row = self.db.execute("SELECT value FROM state WHERE name = 'spoken'").fetchone()
        return int(row[0]) if row else 0

    def done(self, made_by: str, spoken: int) -> None:
        """Say that it is whole."""
        self.db.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", [("indexed", made_by), ("spoken", str(spoken))])

    def clear(self) -> None:
        """Forget all of it."""
        for table in ("posting", "link", "voice", "gone"):
            self.db.execute(f"DELETE FROM {table}")
        self.db.execute("UPDATE quote SET voice = NULL WHERE voice IS NOT NULL")
        self.db.execute("DELETE FROM state WHERE name IN ('indexed', 'spoken')")

    def spoken(self) -> int:
        """How many quotations take part."""
        query = f"SELECT count(*) FROM quote q JOIN article a ON a.id = q.article WHERE a.current = 1 AND {SPOKEN}"
        return int(self.db.execute(query).fetchone()[0])

    def waiting(self) -> int:
        """How many of these are in articles that are not compared yet."""
        query = f"SELECT count(*) FROM article a JOIN quote q ON q.article = a.id WHERE a.grouped = 0 AND a.current = 1 AND {SPOKEN}"
        return int(self.db.execute(query).fetchone()[0])

    def voices(self) -> int:
        """How many voices there are."""
        return int(self.db.execute("SELECT count(*) FROM voice").fetchone()[0])

    # ---- voices --------------------------------------------------------------------------------------------------------
    def voice(self, sign: bytes | None, traits: Sequence[float]) -> tuple[int, bool]:
        """The voice of that sign, and whether it is new."""
        known = sign and self.db.execute("SELECT id FROM voice WHERE sign = ?", (sign,)).fetchone()
        if known:
            return int(known[0]), False
        done = self.db.execute("INSERT INTO voice(sign, heft, least, size) VALUES (?, ?, ?, ?)", (sign, *traits))
        assert done.lastrowid is not None
        return done.lastrowid, True

    def speaks(self, quote: int, voice: int) -> None:
        """Say whose voice a quotation is."""
        self.db.execute("UPDATE quote SET voice = ? WHERE id = ?", (voice, quote))

    def members(self, voice: int) -> list[Any]:
        """The rows of a voice's quotations, with the names of their articles."""
        return self.db.execute(
            "SELECT q.*, a.name AS source FROM quote q JOIN article a ON a.id = q.article WHERE q.voice = ?", (voice,)
        ).fetchall()

    def order(self) -> dict[int, int]:
        """Of every current article, by its number, which one by name it is."""
        rows = self.db.execute("SELECT id FROM article INDEXED BY article_current WHERE current = 1 ORDER BY name")
        return {number: at for at, (number,) in enumerate(rows)}

    def places(self, voice: int) -> list[tuple[int, int]]:
        """The numbers of the articles in which a voice is heard, and where its quotations start there."""
        return [(article, start) for article, start in self.db.execute("SELECT article, start FROM quote WHERE voice = ?", (voice,))]

    def traits(self) -> Iterator[tuple[int, float, float, int, int | None, int | None]]:
        """Of every voice, in order: its number, heft, least and size, cells taken and bar."""
        return iter(self.db.execute("SELECT id, heft, least, size, taken, bar FROM voice ORDER BY id"))

    def voice_of(self, quote: int) -> int | None:
        """The voice of a quotation, where it has one."""
        found = self.db.execute("SELECT voice FROM quote WHERE id = ?", (quote,)).fetchone()[0]
        return None if found is None else int(found)

    def signed(self, voice: int) -> bool:
        """Whether a voice may have several quotations."""
        return self.db.execute("SELECT 1 FROM voice WHERE id = ? AND sign IS NOT NULL", (voice,)).fetchone() is not None

    def heft(self, voice: int) -> float | None:
        """The nats of a voice; None where there is no such voice."""
        row = self.db.execute("SELECT heft FROM voice WHERE id = ?", (voice,)).fetchone()
        return row and float(row[0])

    def leaves(self, quote: int) -> None:
        """Say that a quotation is of its voice no longer."""
        self.db.execute("INSERT OR REPLACE INTO gone SELECT id, voice, text, pieces FROM quote WHERE id = ?", (quote,))

    def sources_of(self, voice: int) -> int:
        """In how many articles a voice is heard."""
        return int(self.db.execute("SELECT count(DISTINCT article) FROM quote WHERE voice = ?", (voice,)).fetchone()[0])

    def nobody_gone(self) -> None:
        """Say that every voice knows what was taken out."""
        self.db.execute("DELETE FROM gone")

    def dates(self, names: Iterable[str]) -> Iterator[tuple[str, str | None]]:
        """The dates of articles."""
        for name in names:
            yield name, self.db.execute("SELECT published FROM article WHERE name = ? AND current = 1", (name,)).fetchone()[0]

    def gone(self) -> list[Gone]:
        """Quotations that were taken out since."""
        return [Gone(*row) for row in self.db.execute("SELECT voice, text, pieces FROM gone")]

    def let_go(self, voice: int, keys: Iterable[int]) -> None:
        """Take a voice out that nobody has any more."""
        for key in keys:
            left = [other for other in self.holders(key) if other != voice]
            self.db.execute("DELETE FROM posting WHERE key = ?", (key,)) if not left else self._hold(key, left)
        self.db.execute("DELETE FROM voice WHERE id = ?", (voice,))

    def keep_rooms(self, rooms: Iterable[tuple[int, int, int]]) -> None:
        """Keep what is known of the rooms of voices: cells taken, bar, and the voice."""
        self.db.executemany("UPDATE voice SET taken = ?, bar = ? WHERE id = ?", rooms)

    # ---- keys ----------------------------------------------------------------------------------------------------------
    def add_keys(self, rows: Iterable[tuple[int, int]]) -> None:
        """Put keys in, each with a voice that has it, in order: those of ten thousand voices lie on as many pages as there are."""
        for key, found in groupby(rows, key=itemgetter(0)):
            self._hold(key, [*self.holders(key), *(voice for _, voice in found)])

    def _hold(self, key: int, voices: Iterable[int]) -> None:
        self.db.execute("INSERT OR REPLACE INTO posting VALUES (?, ?)", (key, packed(voices)))

    def holders(self, key: int) -> Sequence[int]:
        """The voices that have a key, in the order in which they came."""
        row = self.db.execute("SELECT voices FROM posting WHERE key = ?", (key,)).fetchone()
        return unpacked(row[0]) if row else ()

    # ---- links ---------------------------------------------------------------------------------------------------------
    def linked(self, voice: int) -> set[int]:
        """The voices that are linked with one."""
        rows = self.db.execute("SELECT b FROM link WHERE a = :voice UNION SELECT a FROM link WHERE b = :voice", {"voice": voice})
        return {number for (number,) in rows}

    def unlink(self, voice: int) -> None:
        """Forget a voice's links."""
        self.db.execute("DELETE FROM link WHERE a = :voice OR b = :voice", {"voice": voice})

    def part(self, one: int, other: int) -> None:
        """Forget the links of two voices."""
        self.db.execute("DELETE FROM link WHERE a = ? AND b = ?", (min(one, other), max(one, other)))

    def link(self, links: Iterable[StoredLink]) -> None:
        """Keep links."""
        self.db.executemany("INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?, ?, ?, ?)", links)

    def links_from(self, voice: int) -> list[StoredLink]:
        """The links in which a voice stands first."""
        return [StoredLink(*row) for row in self.db.execute("SELECT * FROM link WHERE a = ?", (voice,))]

    # ---- articles ------------------------------------------------------------------------------------------------------
    def ungrouped(self) -> list[int]:
        """The current articles that are not compared yet."""
        return [number for (number,) in self.db.execute("SELECT id FROM article WHERE grouped = 0 AND current = 1 ORDER BY id")]

    def tell(self, article: int, silent: bool, refrains: Sequence[Sequence[str]]) -> None:
        """Keep what is known of an article for comparing."""
        said = json.dumps([list(one) for one in refrains]) if refrains else None
        self.db.execute("UPDATE article SET silent = ?, refrains = ? WHERE id = ?", (int(silent), said, article))

    def silent(self) -> Iterator[int]:
        """The voices of articles that say too little."""
        query = (
            "SELECT DISTINCT q.voice FROM article a INDEXED BY article_silent CROSS JOIN quote q ON q.article = a.id"
            " WHERE a.silent = 1 AND a.current = 1 AND q.voice > 0"
        )
        return (voice for (voice,) in self.db.execute(query))

    def refrains(self) -> Mapping[str, frozenset[tuple[str, ...]]]:
        """The refrains of all articles that have some."""
        rows = self.db.execute("SELECT name, refrains FROM article INDEXED BY article_refrains WHERE current = 1 AND refrains IS NOT NULL")
        return {name: frozenset(tuple(map(str, one)) for one in json.loads(said)) for name, said in rows}

    def article(self, name: str) -> int:
        """An article's number."""
        return int(self.db.execute("SELECT id FROM article WHERE name = ? AND current = 1", (name,)).fetchone()[0])

    def text(self, name: str) -> str:
        """An article's text."""
        return str(self.db.execute("SELECT text FROM article WHERE name = ? AND current = 1", (name,)).fetchone()[0])

    # ---- utterances ----------------------------------------------------------------------------------------------------
    def utterances(self) -> list[int]:
        """The rows of all utterances."""
        return [number for (number,) in self.db.execute("SELECT id FROM utterance")]

    def utterances_of(self, voices: Iterable[int]) -> set[int]:
        """The rows of the utterances that quotations of these voices take part in."""
        query = "SELECT w.utterance FROM wording w JOIN quote q ON q.id = w.quote WHERE q.voice = ?"
        return {number for voice in voices for (number,) in self.db.execute(query, (voice,))}
