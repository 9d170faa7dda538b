"""A file that is written whole or not at all: beside it, under a name of ours, until everything is in it."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

WRITABLE = 0o222


@contextmanager
def replaced(name: str) -> Iterator[BinaryIO]:
    """A file that takes the name only when everything is in it."""
    path = Path(name)
    if path.exists() and not path.is_file():  # /dev/null, a named pipe: nothing to replace
        with written(path), path.open("wb") as device:
            yield device
        return
    with named(path):
        target = replaceable(path)
        part = beside(target)
        stream = begun(part, target)
    try:
        with written(path), stream:
            yield stream
            stream.flush()
            if sys.platform == "win32":
                stream.close()  # no open file can be renamed there, and no lock is lost by it
            with named(path):
                part.replace(target)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def beside(target: Path) -> Path:
    """The name until then: short, for the other may be as long as a name can be. What ended runs left for this target is removed."""
    ours = f".quotes-{crc32(os.fsencode(target.name)):08x}"
    for old in target.parent.glob(f"{ours}-*.tmp"):
        with suppress(OSError), old.open("rb") as stream:
            if held(stream):
                old.unlink()
    return target.with_name(f"{ours}-{os.getpid()}.tmp")


def held(stream: BinaryIO) -> bool:
    """Whether we hold the file's lock now. It ends with the process that held it, however that ended."""
    if sys.platform == "win32":
        return False
    from fcntl import LOCK_EX, LOCK_NB, flock

    try:
        flock(stream, LOCK_EX | LOCK_NB)
    except OSError:
        return False
    return True


def begun(part: Path, target: Path) -> BinaryIO:
    """The new file, open; from the start it may be read by nobody who may not read what it replaces."""
    made = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    stream: BinaryIO = os.fdopen(made, "wb")
    held(stream)
    part.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~mask())
    return stream


def mask() -> int:
    """What a new file's mode lacks; it can be read only by setting it."""
    old = os.umask(0o077)
    os.umask(old)
    return old


def replaceable(path: Path) -> Path:
    """The file that the name leads to, for a link stays a link; raises `OSError` where it may not be written."""
    with suppress(FileNotFoundError):
        mode = path.stat().st_mode  # a link to itself fails here
        if not mode & WRITABLE or not os.access(path, os.W_OK):  # to replace it, the folder's leave would be enough
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    return path.resolve()


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Blame what fails here on the file the user named, not on our temporary one."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


@contextmanager
def written(path: Path) -> Iterator[None]:
    """Blame on this file whatever fails without naming one."""
    try:
        yield
    except OSError as error:
        if error.filename or isinstance(error, BrokenPipeError):
            raise
        raise OSError(error.errno, error.strerror, str(path)) from None
