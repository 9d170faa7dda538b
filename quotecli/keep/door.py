"""Opening an archive: what is one, for whom it is opened, and what is said where it cannot be."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from quotecli.errors import UnreadableSource

if TYPE_CHECKING:
    import sqlite3

    from quotecli.keep.store import Archive

MAGIC = b"SQLite format 3\0"
CACHE = 128 * 1024  # KiB of pages that a writer keeps: the keys of new quotations lie all over their table
PATIENCE = 30  # seconds to wait for whoever is in the way for a moment


def is_archive(path: str) -> bool:
    """Whether the path is a file that SQLite made; whether it is ours shows when it is opened."""
    try:
        if not os.path.isfile(path):
            return False
        with open(path, "rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except (OSError, ValueError):
        return False


@contextmanager
def opened(path: str, *, write: bool = False) -> Iterator[Archive]:
    """The archive at the path. For writing it is made where nothing is, locked, and brought to our version of the schema.

    Raises UnreadableSource for a file that is no archive, is damaged, or comes from a newer program; Misuse where another program writes.
    """
    import sqlite3

    from quotecli.keep.lock import writing
    from quotecli.keep.store import Archive, Damaged

    try:
        if not write:
            with closing(_for_reading(path)) as db:
                yield Archive(path, db)
            return
        if os.path.exists(path) and not is_archive(path) and (not os.path.isfile(path) or os.path.getsize(path)):
            raise UnreadableSource(path, "is no archive; `quotes add` takes the archive first, then the articles")
        with writing(path), closing(_for_writing(path)) as db:
            yield Archive(path, db)
    except Damaged as error:
        raise UnreadableSource(path, str(error)) from error
    except UnicodeDecodeError:  # what SQLite says of a damaged schema repeats its bytes
        raise UnreadableSource(path, "is damaged (its tables are described in no text)") from None
    except sqlite3.Error as error:
        raise UnreadableSource(path, said(error)) from error


def said(error: sqlite3.Error) -> str:
    """What SQLite found wrong, as a reason."""
    import sqlite3

    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL:
        return "no space is left for it; what was reported as added is in it"
    if isinstance(error, sqlite3.OperationalError) and getattr(error, "sqlite_errorcode", 1) != 1:
        return f"cannot be used ({error})"
    return f"is damaged ({error}); `quotes archive check` tells more"


def _for_reading(path: str) -> sqlite3.Connection:
    """A connection that changes nothing, to what is committed now.

    Where we may, it is opened as if to write: only then does SQLite take up what a killed writer left beside the file, and clear it away.
    """
    from quotecli.keep.schema import VERSION, verify

    able = os.access(path, os.W_OK) and os.access(os.path.dirname(os.path.abspath(path)), os.W_OK)
    db = _guarded(path, "mode=rw" if able else "mode=ro")
    try:
        db.execute("PRAGMA query_only = ON")
        db.execute("BEGIN")
        if verify(db, path) < VERSION:
            raise UnreadableSource(path, f"an archive of an older program; `quotes add {path}` brings it up to date")
    except BaseException:
        db.close()
        raise
    return db


def _for_writing(path: str) -> sqlite3.Connection:
    """A connection whose every commit is on the disk."""
    from quotecli.keep.schema import migrate, verify

    new = not os.path.exists(path) or not os.path.getsize(path)
    db = _guarded(path, "mode=rwc")
    try:
        if not new:
            verify(db, path)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute(f"PRAGMA cache_size = -{CACHE}")
        db.execute("BEGIN IMMEDIATE")
        migrate(db)
        db.execute("COMMIT")
    except BaseException:
        db.close()
        raise
    return db


def _guarded(path: str, mode: str) -> sqlite3.Connection:
    """A connection that runs nothing that a file may bring along."""
    import sqlite3
    from pathlib import Path

    try:
        db = sqlite3.connect(f"{Path(path).absolute().as_uri()}?{mode}", uri=True, isolation_level=None, timeout=PATIENCE)
    except sqlite3.OperationalError:
        raise UnreadableSource(path, "cannot be opened: is there such a folder, and may you write in it?") from None
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cell_size_check = ON")
    return db
