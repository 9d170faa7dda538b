"""The compiled part, in C."""

from collections.abc import Sequence

from quotecli.compare.bulk.vocabulary import Numbers

class Field:
    """The wordings of a collection as arrays; what it does is told in `candidates` and `score`. IndexError for what is not there."""

    def __init__(
        self,
        ids: Numbers,
        weights: Numbers,
        cases: Numbers,
        low: Numbers,
        high: Numbers,
        ends: Numbers,
        first: Numbers,
        last: Numbers,
        words: int,
        rules: tuple[float, ...],
    ) -> None:
        """Raises ValueError where an array is not as long as it should be, or a number in it is out of bounds."""

    def candidates(
        self, start: Numbers, held: Numbers, own: Numbers, keys: Numbers, one: Numbers, two: Numbers, alone: int, paired: int
    ) -> bytes:
        """Pairs of wordings that are worth comparing, as `field.PAIR`, by the later one; `keys.Keys` tells what goes in."""

    def alignments(self, pairs: Numbers) -> tuple[bytes, bytes]:
        """Of pairs, the alignments that some bar accepts, as `field.RECORD`; and the numbers (int32) of those that are repetitive."""

    def aligned(self, a: Sequence[int], b: Sequence[int]) -> tuple[float, tuple[int, int], tuple[int, int]]:
        """The best alignment of two stretches, each its wording, its first word and the one behind its last."""

    def besides(self, a: Sequence[int], b: Sequence[int]) -> float:
        """The nats of what two stretches share that is no name."""

    def totals(self) -> bytes:
        """The weight of each wording, as doubles."""
