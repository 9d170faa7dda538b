"""What a member of an archive is called, and whether it is read."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import IO

from quotecli.errors import Misuse, UnreadableSource
from quotecli.model import Skipped, Source
from quotecli.read.archives.compressed import damage_is_reported
from quotecli.read.blob import Blob, Through, blob
from quotecli.read.door import read_blob
from quotecli.read.formats import known
from quotecli.read.inputs import shown, why
from quotecli.read.options import ReadOptions
from quotecli.read.seen import Seen


def wanted(name: str, options: ReadOptions) -> bool:
    """As inside a folder: known suffixes, nothing hidden; macOS packs its own notes beside the files."""
    parts = name.split("/")
    if "__MACOSX" in parts or (not options.hidden and any(part.startswith(".") and part not in (".", "..") for part in parts)):
        return False
    chosen = [pattern for pattern in options.glob if not pattern.startswith("!")]
    if any(fnmatchcase(parts[-1], pattern[1:]) for pattern in options.glob if pattern.startswith("!")):
        return False
    return any(fnmatchcase(parts[-1], pattern) for pattern in chosen) if chosen else known(parts[-1])


class Names:
    """What the members are called, each by a name of its own: an archive may hold two files of one name."""

    def __init__(self) -> None:
        self.taken = Seen()
        self.last: dict[str, int] = {}  # the number that a name had last, of those that came again

    def own(self, name: str) -> str:
        """The name; from the second of that name on with a number."""
        if self.taken.new(name):
            return name
        number = self.last.get(name, 1) + 1
        while not self.taken.new(f"{name}~{number}"):
            number += 1
        self.last[name] = number
        return f"{name}~{number}"


def read_member(archive: Blob, name: str, stream: IO[bytes] | Through, options: ReadOptions) -> Iterator[Source | Skipped]:
    """The articles of one member. What cannot be read of it is passed over."""
    name = shown(name)
    path = f"{archive.path}/{name}"
    try:
        with damage_is_reported(path):
            yield from read_blob(blob(f"{archive.id}/{name}", path, stream, depth=archive.depth + 1), options)
    except UnreadableSource as error:
        yield Skipped(error.path, error.reason)
    except Misuse:
        raise
    except Exception as error:  # as at the door: it costs this member only
        yield Skipped(path, why(error))


def none_wanted(archive: Blob) -> UnreadableSource:
    """What to say of an archive of something else."""
    return UnreadableSource(archive.path, "holds no articles")
