"""One writer at a time: a file beside the archive that whoever writes holds locked, and that the system lets go when he dies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from quotecli.errors import Misuse


@contextmanager
def writing(path: str) -> Iterator[None]:
    """Be the only writer of the archive; raises `Misuse` where another is at it. Who reads is not kept out."""
    name = f"{path}-writer"
    file = os.open(name, os.O_RDWR | os.O_CREAT, 0o644)
    HELD.add(file)
    try:
        if not (_locked(file) and _there(name, file)):
            raise Misuse(f"{path}: another `quotes` is writing to it; try again when that is done")
        try:
            yield
        finally:
            with suppress(OSError):  # Windows removes no open file
                os.unlink(name)
    finally:
        HELD.discard(file)
        os.close(file)


HELD: set[int] = set()
"""Locked files. A process that was started to help shares them, and would keep the archive locked if the writer were killed."""


def _let_go() -> None:
    """In a process that was started to help: leave the locks to the writer."""
    for file in HELD:
        os.close(file)
    HELD.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


def _there(name: str, file: int) -> bool:
    """Whether the file that we have locked is still the one of that name: whoever had it before us may have removed it."""
    try:
        return os.path.samestat(os.stat(name), os.fstat(file))
    except FileNotFoundError:
        return False


def _locked(file: int) -> bool:
    try:
        try:
            from fcntl import LOCK_EX, LOCK_NB, flock
        except ImportError:  # Windows
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
        else:
            flock(file, LOCK_EX | LOCK_NB)
    except OSError:
        return False
    return True
