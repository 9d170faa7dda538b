"""The compiled part of `align`, in C."""

from collections.abc import Callable

from quotecli.compare.align import Pair, Unit

def places(
    one: tuple[Unit, ...], two: tuple[Unit, ...], weigh: Callable[[str], float], pair: type[Pair], rules: tuple[float, ...]
) -> list[Pair] | None:
    """The places of two wordings by their units, as `align.placed` has them; None where a table would be too large."""
