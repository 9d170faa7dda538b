"""What is shown below the overview."""

from __future__ import annotations

from typing import Literal, NamedTuple

from quotecli.errors import Misuse


class Details(NamedTuple):
    """Which utterances are laid out, and whether what only one article has is shown as well."""

    shown: Literal["auto", "none", "shared", "all"] = "auto"  # auto: everything, or nothing where it does not fit the screen
    numbers: frozenset[int] = frozenset()  # where there are any: these utterances only, by their number in the overview

    def utterance(self, number: int) -> bool:
        """Whether this one is laid out."""
        return number in self.numbers if self.numbers else self.shown != "none"

    def alone(self) -> bool:
        """Whether what only one article has is shown."""
        return not self.numbers and self.shown in ("auto", "all")


def read_details(text: str | None) -> Details:
    """What `--details` asks for: none, shared, all, or numbers between commas. Raises `Misuse` for anything else."""
    if text is None:
        return Details()
    if text in ("none", "shared", "all", "auto"):
        return Details(text)  # type: ignore[arg-type]  # one of them
    numbers = [part.strip() for part in text.split(",")]
    if not all(part.isascii() and part.isdigit() and 0 < len(part) < 10 and int(part) for part in numbers):
        raise Misuse(f"--details is none, shared, all, or the numbers of utterances such as 2,5, not '{text}'")
    return Details("shared", frozenset(map(int, numbers)))
