"""The archive as the program sees it: articles with their quotations, and the utterances they make, put in and taken out."""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from sys import intern
from typing import Any, Literal

from quotecli.keep import rows
from quotecli.keep.index import Index
from quotecli.keep.names import free_name, place_in_order
from quotecli.keep.rows import Damaged, Kept
from quotecli.keep.search import Clues, Hits, hits
from quotecli.model import Cluster, Held, Quote, Skipped, Source, Variant

Came = Literal["known", "added", "changed", "version"]
"""How an article came: it was there, it is new, only what is known of it is new, its text is another than before."""


class Archive:
    """An open archive. What changes it stands inside `with archive.batch():`, which keeps all of it or nothing."""

    def __init__(self, path: str, db: sqlite3.Connection) -> None:
        self.path, self.db, self.index = path, db, Index(db)
        db.row_factory = sqlite3.Row

    @contextmanager
    def batch(self) -> Iterator[None]:
        """A transaction: on the disk when it ends, undone when anything is raised."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.db.execute("COMMIT")
        except BaseException:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise

    # ---- articles in ---------------------------------------------------------------------------------------------------
    def has(self, source: Source) -> bool:
        """Whether the newest version of the article is this very one: then there is nothing to do."""
        row = self.newest(source)
        return row is not None and row["hash"] == rows.hash_of(source)

    def newest(self, source: Source) -> Any:
        """The row of the article's newest version; None where there is none."""
        return self.db.execute("SELECT * FROM article WHERE address = ? AND current = 1", (address_of(source),)).fetchone()

    def put(self, source: Source, quotes: Sequence[Quote]) -> Came:
        """Take an article in with its quotations: as a new one, or as a new version of the one at the same address."""
        before = self.newest(source)
        if before is None:
            self._insert(source, quotes, free_name(self.db, source), 1)
            return "added"
        if before["hash"] == rows.hash_of(source):
            return "known"
        self._leave(before["id"])
        if before["text"] == source.text:
            self._forget(before["id"])
            self._insert(source, quotes, before["name"], before["version"])
            return "changed"
        self.db.execute("UPDATE article SET current = 0, grouped = 1 WHERE id = ?", (before["id"],))
        self._insert(source, quotes, before["name"], before["version"] + 1)
        return "version"

    def _insert(self, source: Source, quotes: Sequence[Quote], name: str, version: int) -> None:
        row = rows.article_row(source) | {
            "name": name,
            "address": address_of(source),
            "version": version,
            "current": 1,
            "grouped": 0,
            "added": datetime.now(UTC).isoformat(timespec="seconds"),
            "hash": rows.hash_of(source),
        }
        number = self._put("article", row)
        for quote in quotes:
            row = rows.quote_row(quote)
            at = self._put("quote", row | {"article": number, "person": self._person(row["said_by"])})
            self.db.execute("INSERT INTO quote_words(rowid, text) VALUES (?, ?)", (at, quote.text))

    def _put(self, table: str, row: Mapping[str, Any]) -> int:
        """Insert a row; the number that it gets. Names of columns are ours, never a file's."""
        names = ", ".join(f'"{name}"' for name in row)
        done = self.db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
        assert done.lastrowid is not None
        return done.lastrowid

    def _person(self, name: str | None) -> int | None:
        """The number of the person of that name, who is made where there is none."""
        if name is None:
            return None
        self.db.execute("INSERT OR IGNORE INTO person(name) VALUES (?)", (name,))
        return int(self.db.execute("SELECT id FROM person WHERE name = ?", (name,)).fetchone()[0])

    def remove(self, called: str) -> int:
        """Take an article out in all its versions, by what it is called, its address or its path; how many versions that were."""
        found = self.db.execute(
            "SELECT id, current FROM article WHERE name = :it OR address = :it OR url = :it OR path = :it OR address = :path",
            {"it": called, "path": os.path.abspath(called)},
        ).fetchall()
        for number, current in found:
            if current:
                self._leave(number)
            self._forget(number)
        return len(found)

    def _leave(self, article: int) -> None:
        """Let an article take part in nothing: utterances that it shares are gone, and who else shares them is to be compared again."""
        shared = "SELECT w.utterance FROM wording w JOIN quote q ON q.id = w.quote WHERE q.article = ?"
        self.db.execute(
            "UPDATE article SET grouped = 0 WHERE current = 1 AND id IN"
            f" (SELECT q.article FROM wording w JOIN quote q ON q.id = w.quote WHERE w.utterance IN ({shared}))",
            (article,),
        )
        self.db.execute(f"DELETE FROM utterance WHERE id IN ({shared})", (article,))
        self.db.execute("INSERT INTO gone SELECT id, voice, text, pieces FROM quote WHERE article = ? AND voice IS NOT NULL", (article,))
        self.db.execute("UPDATE quote SET voice = NULL WHERE article = ?", (article,))
        self.db.execute("INSERT OR REPLACE INTO state VALUES ('stale', '1')")

    def _forget(self, article: int) -> None:
        """Take one version of an article out, with its quotations."""
        self.db.execute(
            "INSERT INTO quote_words(quote_words, rowid, text) SELECT 'delete', id, text FROM quote WHERE article = ?", (article,)
        )
        self.db.execute("DELETE FROM article WHERE id = ?", (article,))

    # ---- articles out --------------------------------------------------------------------------------------------------
    def articles(self, name_of: rows.Name = "said_by") -> Iterator[Kept | Skipped]:
        """The newest version of every article, in the order in which they would be read from files; what is damaged is skipped."""
        found = self.db.execute("SELECT id, name FROM article WHERE current = 1").fetchall()
        for number, name in sorted(found, key=lambda row: place_in_order(row["name"])):
            try:
                yield self.article(number, name_of)
            except Damaged as error:
                yield Skipped(f"{self.path}: {name}", str(error))

    def names(self) -> set[str]:
        """What all articles are called."""
        return {name for (name,) in self.db.execute("SELECT name FROM article WHERE current = 1")}

    def article(self, number: int, name_of: rows.Name = "said_by") -> Kept:
        """One article by its row's number, its speakers under the names that it gives, or that hold in the whole archive (`linked`)."""
        row = self.db.execute("SELECT * FROM article WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise Damaged(f"article {number} is damaged: it is listed and not there")
        kept = rows.article_of(row)
        return kept._replace(quotes=tuple(rows.quote_of(row, kept.source, name_of) for row in self._quotes(number)))

    def dates_added(self) -> Iterator[tuple[str, str]]:
        """What every article is called, and when it came, ISO 8601, UTC."""
        return iter(self.db.execute("SELECT name, added FROM article WHERE current = 1").fetchall())

    def size(self) -> int:
        """How many articles there are."""
        return int(self.db.execute("SELECT count(*) FROM article WHERE current = 1").fetchone()[0])

    def hits(self, phrase: str, clues: Clues, most: int | None = None) -> Hits:
        """Where the words lead; of quotations that have them one after another only the `most` that were printed first."""
        return hits(self.db, phrase, clues, most)

    def with_quotes(self, numbers: Iterable[int], wanted: Callable[[Quote], bool]) -> Iterator[Kept | Skipped]:
        """The articles of which quotations are wanted, among those of some rows.

        Each has these quotations only, their speakers under the names that are known now.
        """
        found: defaultdict[int, list[Any]] = defaultdict(list)
        query = (
            "SELECT q.*, a.name, p.name AS known_as FROM quote q JOIN article a ON a.id = q.article LEFT JOIN person p ON p.id = q.person"
            " WHERE q.id = ? AND a.current = 1"
        )
        for number in numbers:
            row = self.db.execute(query, (number,)).fetchone()
            if row and wanted(rows.unchecked(row, row["name"], "known_as")):
                found[row["article"]].append(row)
        for article, quotes in sorted(found.items(), key=lambda item: place_in_order(item[1][0]["name"])):
            row = self.db.execute("SELECT * FROM article WHERE id = ?", (article,)).fetchone()
            try:
                kept = rows.article_of(row)
                yield kept._replace(quotes=tuple(rows.quote_of(quote, kept.source, "known_as") for quote in quotes))
            except Damaged as error:
                yield Skipped(f"{self.path}: {row['name']}", str(error))

    def _quotes(self, article: int) -> list[Any]:
        query = "SELECT q.*, p.name AS known_as FROM quote q LEFT JOIN person p ON p.id = q.person WHERE q.article = ? ORDER BY q.id"
        return self.db.execute(query, (article,)).fetchall()

    def versions(self, called: str | None = None) -> Iterator[list[Kept]]:
        """The articles of which there are several versions, each with all of them; or the one of that id, address or path."""
        query = "SELECT address FROM article GROUP BY address HAVING count(*) > 1 ORDER BY max(added), address"
        names: dict[str, str] = {}
        if called is not None:
            query = "SELECT DISTINCT address FROM article WHERE name = :it OR address IN (:it, :path) OR path = :it"
            names = {"it": called, "path": os.path.abspath(called)}
        for (address,) in self.db.execute(query, names).fetchall():
            numbers = self.db.execute("SELECT id FROM article WHERE address = ? ORDER BY version", (address,)).fetchall()
            yield [self.article(number) for (number,) in numbers]

    def info(self) -> dict[str, Any]:
        """What is in the archive, in numbers."""
        counts = {
            "articles": "SELECT count(*) FROM article WHERE current = 1",
            "versions": "SELECT count(*) FROM article WHERE current = 0",
            "publishers": "SELECT count(DISTINCT publisher) FROM article WHERE current = 1",
            "first": "SELECT min(published) FROM article WHERE current = 1",
            "last": "SELECT max(published) FROM article WHERE current = 1",
            "added": "SELECT max(added) FROM article",
            "quotations": "SELECT count(*) FROM quote q JOIN article a ON a.id = q.article WHERE a.current = 1",
            "people": "SELECT count(DISTINCT person) FROM quote q JOIN article a ON a.id = q.article WHERE a.current = 1",
            "utterances": "SELECT count(*) FROM utterance",
            "wordings": "SELECT count(*) FROM wording",
            "uncompared": "SELECT count(*) FROM article WHERE grouped = 0",
            "schema": "PRAGMA user_version",
        }
        return {name: self.db.execute(query).fetchone()[0] for name, query in counts.items()} | {"bytes": os.path.getsize(self.path)}

    def faults(self) -> Iterator[str]:
        """What is not as it was written: SQLite's own findings, then articles that their quotations do not stand in."""
        for (said,) in self.db.execute("PRAGMA integrity_check(20)").fetchall():
            if said != "ok":
                yield str(said)
        for table, row, other, _ in self.db.execute("PRAGMA foreign_key_check").fetchmany(20):
            yield f"row {row} of {table} belongs to no {other}"
        try:
            self.db.execute("INSERT INTO quote_words(quote_words, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            yield "the full-text search has other words than the quotations"
        for number, name in self.db.execute("SELECT id, name FROM article").fetchall():
            try:
                self.article(number)
            except Damaged as error:
                yield f"{name}: {error}"

    # ---- people --------------------------------------------------------------------------------------------------------
    def stated_names(self) -> dict[int, dict[str, tuple[str, list[str]]]]:
        """By article, the names that it gives to speakers: each with the name that stands for it in the archive, and its mentions."""
        found: defaultdict[int, dict[str, tuple[str, list[str]]]] = defaultdict(dict)
        for article, stated, name, mention in self.db.execute(
            "SELECT DISTINCT q.article, q.said_by, q.linked, q.mention FROM quote q JOIN article a ON a.id = q.article"
            " WHERE a.current = 1 AND q.said_by IS NOT NULL"
        ):
            _, mentions = found[article].setdefault(intern(stated), (intern(name), []))
            mentions += [intern(mention)] if mention else []
        return found

    def name_speaker(self, article: int, stated: str, name: str) -> None:
        """Let a speaker of one article be known under a name in the whole archive; it is to be compared anew."""
        change = "UPDATE quote SET linked = ?, person = ? WHERE article = ? AND said_by = ?"
        self.db.execute(change, (name, self._person(name), article, stated))
        self.db.execute("UPDATE article SET grouped = 0 WHERE id = ?", (article,))

    def reset_speakers(self, voices: Iterable[int] | None = None) -> None:
        """Forget what other articles told of who speaks, of some voices or of all."""
        whose = "linked IS NOT NULL" if voices is None else "linked IS NOT NULL AND voice = ?"
        for of in ((),) if voices is None else ((voice,) for voice in voices):
            self.db.execute(f"INSERT OR IGNORE INTO person(name) SELECT DISTINCT linked FROM quote WHERE {whose}", of)
            self.db.execute(f"UPDATE quote SET person = (SELECT id FROM person WHERE name = linked) WHERE {whose}", of)

    def known_as(self, quote: str, name: str | None) -> None:
        """Keep what other articles tell of who speaks: another name, or that nobody is known."""
        self.db.execute("UPDATE quote SET person = ? WHERE id = ?", (self._person(name), self.number(quote)))

    def forget_people(self) -> None:
        """Take out the people of whom there is no quotation any more."""
        self.db.execute("DELETE FROM person WHERE id NOT IN (SELECT person FROM quote WHERE person IS NOT NULL)")

    def number(self, quote: str) -> int:
        """The row of a quotation of an article's newest version, by its id."""
        name, _, start = quote.rpartition(":")
        query = "SELECT q.id FROM quote q JOIN article a ON a.id = q.article WHERE a.name = ? AND a.current = 1 AND q.start = ?"
        return int(self.db.execute(query, (name, int(start))).fetchone()[0])

    # ---- utterances ----------------------------------------------------------------------------------------------------
    def grouped(self) -> bool:
        """Whether the utterances are those of all the articles: not so when `add` was stopped before it had compared them."""
        return self.db.execute("SELECT 1 FROM article WHERE grouped = 0 UNION SELECT 1 FROM state WHERE name = 'stale'").fetchone() is None

    def replace_utterances(self, old: Iterable[int] | None, clusters: Iterable[Cluster]) -> None:
        """Put utterances in the place of others, given by their rows, or of all.

        One that is there already, with the same wordings and the same base, stays: what differs in it need not be worked out again.
        """
        if old is None:
            self.db.execute("DELETE FROM utterance")
        known: dict[tuple[str, str], int] = {}
        for number in old or ():
            name, text = self.db.execute("SELECT name, text FROM utterance WHERE id = ?", (number,)).fetchone()
            known[name, text] = number
        for cluster in clusters:
            if (cluster.id, cluster.text) not in known:
                self._put_utterance(cluster)
                continue
            values = rows.utterance_row(cluster)
            names = ", ".join(f"{name} = ?" for name in values)
            self.db.execute(f"UPDATE utterance SET {names} WHERE id = ?", (*values.values(), known.pop((cluster.id, cluster.text))))
        self.db.executemany("DELETE FROM utterance WHERE id = ?", ((number,) for number in known.values()))

    def all_grouped(self) -> None:
        """Say that the utterances are those of all articles."""
        self.db.execute("UPDATE article SET grouped = 1 WHERE grouped = 0")
        self.db.execute("DELETE FROM state WHERE name = 'stale'")

    def _put_utterance(self, cluster: Cluster) -> None:
        number = self._put("utterance", rows.utterance_row(cluster))
        for v in cluster.variants:
            quote = self.number(v.quote)
            row = {"utterance": number, "quote": quote, "start": v.start, "end": v.end, "text": v.text, "similarity": v.similarity}
            wording = self._put("wording", row)
            self.db.executemany(
                "INSERT INTO edit VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)", ((wording, *rows.edit_row(edit)) for edit in v.edits)
            )

    def utterances(self, quotes: Iterable[str] | None = None) -> tuple[Cluster, ...]:
        """All utterances, or those that some quotations report, in the order in which comparing gives them."""
        if quotes is None:
            return self._utterances("")
        numbers = [self.number(quote) for quote in sorted(quotes)]
        some = f"SELECT utterance FROM wording WHERE quote IN ({', '.join(map(str, numbers))})"
        return self._utterances(some)

    def _utterances(self, some: str) -> tuple[Cluster, ...]:
        """Those whose rows a query gives; without one all."""
        edits: defaultdict[int, list[Any]] = defaultdict(list)
        columns = 'e.type, e."from", e."to", e.risk, e.start, e."end", e.from_start, e.from_end'
        chosen = f" WHERE w.utterance IN ({some})" if some else ""
        for wording, *row in self.db.execute(
            f"SELECT w.id, {columns} FROM edit e JOIN wording w ON w.id = e.wording{chosen} ORDER BY e.id"
        ):
            edits[wording].append(rows.edit_of(row))
        variants: defaultdict[int, list[Variant]] = defaultdict(list)
        for row in self.db.execute(
            "SELECT w.*, a.name AS source, q.start AS quote_start FROM wording w JOIN quote q ON q.id = w.quote"
            f" JOIN article a ON a.id = q.article{chosen} ORDER BY w.id"
        ):
            quote = f"{row['source']}:{row['quote_start']}"
            variants[row["utterance"]].append(
                Variant(quote, row["source"], row["start"], row["end"], row["text"], Held(row["similarity"], tuple(edits[row["id"]])))
            )
        rest = f" WHERE id IN ({some})" if some else ""
        found = [rows.utterance_of(row, variants[row["id"]]) for row in self.db.execute(f"SELECT * FROM utterance{rest}")]
        return tuple(sorted(found, key=Cluster.rank))


def address_of(source: Source) -> str:
    """By what an article is known again when its text is another: its URL, its record's id in its file, or the place of its file.

    The number of a record is no id: tomorrow's file has other articles under the same numbers. Nor is "-", the standard input.
    """
    if source.url:
        return source.url
    place = os.path.abspath(source.path) if source.path != "-" else source.path
    if source.key:
        return f"{place}#{source.key}"
    if source.path == "-" or "#" in os.path.basename(source.id):
        return f"{place}#{rows.hash_of(source).hex()}"
    return place


__all__ = ["Archive", "Came", "Damaged", "Kept", "address_of"]
