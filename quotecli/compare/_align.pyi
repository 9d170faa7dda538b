"""The compiled part of `align`, in C."""

from collections.abc import Callable, Sequence

from quotecli.compare.align import Pair, Unit
from quotecli.compare.words import Word

def read(
    found: tuple[Word, ...],
    alone: Callable[[str, str], tuple[str, ...] | None],
    figure: Callable[[Sequence[Word], int], tuple[int, tuple[str, ...]]],
    plain: Callable[[str], str],
    mark_form: Callable[[Word], str],
    unit: type[Unit],
) -> tuple[tuple[Unit, ...], frozenset[str], frozenset[str]]:
    """What `align.Read` holds of a wording.

    A word that `alone` does not know is asked of `figure`: how many it is read with, and their forms.
    """

def places(
    one: tuple[Unit, ...], two: tuple[Unit, ...], weigh: Callable[[str], float], pair: type[Pair], rules: tuple[float, ...]
) -> list[Pair] | None:
    """The places of two wordings by their units, as `align.placed` has them; None where a table would be too large."""
