"""What a record says, apart from how its file writes it: the readable text, and where each of its characters stands in the file."""

from __future__ import annotations

from typing import NamedTuple


class Voice(NamedTuple):
    """Where a caption's voice begins to speak."""

    at: int  # offset in the readable text
    name: str | None


class Heard(NamedTuple):
    """A record's readable text with the way back into the file."""

    text: str
    starts: tuple[int, ...] | None = None  # of each character: where it starts in the file; None where the text is the file's
    ends: tuple[int, ...] = ()  # of each character: where it ends there, which is further on for "&amp;"
    voices: tuple[Voice, ...] = ()  # where captions name them by a tag

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text stands in the file."""
        if self.starts is None:
            return start, end
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else self.ends[-1] if self.ends else 0
            return at, at
        return self.starts[start], self.ends[end - 1]
