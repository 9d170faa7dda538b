"""The compiled part of `words`, `copies` and `kin`, in C."""

from collections.abc import Callable

from quotecli.compare.words import Word

def tokens(text: str, at: int, stop: int, shift: int, make: type[Word], odd: Callable[[str, int, int], tuple[int, str]]) -> list[Word]:
    """The words and marks of a piece of a text that has no square bracket, as `words.in_python` tells them.

    What is not plain is asked of `odd`: where it ends, and its kind.
    """

def runs(text: str, many: int, keep: int) -> list[int]:
    """CRC-32 of every `many` words of a text that follow one another, of one in `keep`, as `copies.runs` tells them."""

def telling(text: str, least: int) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a text that begin with a capital, and those of so many small letters and more, as `kin.in_python` tells them."""
