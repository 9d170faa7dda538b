"""A growing collection: what `quotes add` does, on one page."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from quotecli.archived import parted
from quotecli.errors import Misuse
from quotecli.find import Found
from quotecli.growth.regroup import regroup
from quotecli.keep.door import opened
from quotecli.model import Revised, Skipped, Source
from quotecli.pipeline import Compared, Options, searched
from quotecli.read import read_sources

if TYPE_CHECKING:
    from quotecli.keep.store import Archive, Came

BATCH = 64
"""Articles that are put in at a time: they are in the archive together, or none of them is."""


class Added(NamedTuple):
    """What became of the articles that were to be added; all of it is on the disk."""

    added: int = 0
    versions: int = 0  # of articles that were there with another text
    changed: int = 0  # of which only the title, the date or the like is another than before
    known: int = 0
    quotes: int = 0  # in what is new
    skipped: tuple[Skipped, ...] = ()

    def and_one(self, came: Came, quotes: int) -> Added:
        """With one article more."""
        if came == "known":
            return self._replace(known=self.known + 1)
        if came == "version":
            return self._replace(versions=self.versions + 1, quotes=self.quotes + quotes)
        if came == "changed":
            return self._replace(changed=self.changed + 1)
        return self._replace(added=self.added + 1, quotes=self.quotes + quotes)


Kept = Callable[[Source | Skipped], None]
"""Is told of every article, when it is in the archive, on the disk, or was passed over."""


def add(
    archive: str, paths: Sequence[str], options: Options | None = None, watch: Kept | None = None, compared: Compared | None = None
) -> Added:
    """Put the articles at the paths into the archive, which is made where there is none, and compare their quotations with all the others.

    What is known already costs its reading. Whenever it is stopped, what `watch` was told of is kept, and the next `add` goes on there.
    Raises Misuse where another is writing to the archive, UnreadableSource where the file is none.
    """
    if parted(paths)[0]:
        raise Misuse("an archive cannot be added to another; add the articles that it was made from")
    options = (options or Options()).checked()
    with opened(archive, write=True) as store:
        run = Run(store)
        found = searched(run.unknown(read_sources(paths, options.read)), options.jobs)
        while batch := list(islice(found, BATCH)):
            run.put(batch)
            for one in batch:
                if watch:
                    watch(one if isinstance(one, Skipped) else one.source)
        if not store.grouped():
            regroup(store, compared)
    return run.done


class Run:
    """Articles on their way into an archive."""

    def __init__(self, store: Archive) -> None:
        self.store, self.done = store, Added()

    def unknown(self, articles: Iterable[Source | Skipped]) -> Iterator[Source | Skipped]:
        """Those of the articles that are not in the archive to the letter; the others are counted."""
        for one in articles:
            if isinstance(one, Source) and self.store.has(one):
                self.done = self.done.and_one("known", 0)
            else:
                yield one

    def put(self, batch: Sequence[Found | Skipped]) -> None:
        """Put them in, all or none."""
        done = self.done
        with self.store.batch():
            for one in batch:
                if isinstance(one, Skipped):
                    done = done._replace(skipped=(*done.skipped, one))
                else:
                    done = done.and_one(self.store.put(one.source, one.quotes), len(one.quotes))
        self.done = done


def remove(archive: str, articles: Sequence[str], compared: Compared | None = None) -> dict[str, int]:
    """Take articles out of an archive, by id, address or path; how many versions there were of each. What is left is compared anew.

    Raises Misuse where another is writing to the archive, or there is none; UnreadableSource where the file is none.
    """
    with opened(existing(archive), write=True) as store:
        with store.batch():
            gone = {name: store.remove(name) for name in dict.fromkeys(articles)}
        if not store.grouped():
            regroup(store, compared)
    return gone


def history(archive: str, article: str | None = None) -> list[Revised]:
    """How the quotations of articles changed that came again with another text: of one article, by id, address or path, or of all.

    Raises Misuse where there is no archive or no such article in it, UnreadableSource where the file is none.
    """
    from itertools import pairwise

    from quotecli.compare import revisions

    with opened(existing(archive)) as store:
        found = list(store.versions(article))
    if article is not None and not found:
        raise Misuse(f"{article}: no article in {archive} has this id, address or path")
    return [
        Revised(older.source, newer.source, newer.version, (older.added, newer.added), revisions(older.quotes, newer.quotes))
        for versions in found
        for older, newer in pairwise(versions)
    ]


def info(archive: str) -> dict[str, Any]:
    """What is in an archive, in numbers. Raises UnreadableSource where the file is none, Misuse where there is no file."""
    with opened(existing(archive)) as store:
        return store.info()


def checked(archive: str) -> list[str]:
    """What in an archive is not as it was written; empty where it is whole. Raises what `info` raises."""
    with opened(existing(archive), write=True) as store:
        return [*islice(store.faults(), MOST_FAULTS)]


MOST_FAULTS = 50
"""So many are told: of a file that is broken, everything is."""


def existing(archive: str) -> str:
    """The path of an archive that is there."""
    if not os.path.exists(archive):
        raise Misuse(f"{archive}: there is no archive; `quotes add {archive} PATH...` makes one")
    return archive
