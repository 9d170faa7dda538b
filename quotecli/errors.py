"""What can go wrong, in our words: raised low, caught once in the command line, each saying what to try."""

from __future__ import annotations


class QuotesError(Exception):
    """The root of every error this package raises on purpose. `str(error)` is one clear line."""


class UnreadableSource(QuotesError):
    """One input cannot be used: the others are done. Carries `path` and `reason`."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class Misuse(QuotesError):
    """The call does not make sense: an unknown format, an option without its partner. Exit status 2."""


class UnreadableReport(QuotesError, ValueError):
    """`Report.from_json` was given something else than what `--json` and `to_json` make; the message names the place."""


class MissingLibrary(QuotesError, ImportError):
    """What was asked for takes a library that is not installed; the message says how to install it."""


class EngineFailed(QuotesError):
    """An engine could not go on with what it was given; the message has its last words."""
