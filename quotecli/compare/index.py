"""By what a wording is met again in a collection that is too large to be held in memory: keys as numbers that stay.

They are the keys of `candidates.large`: a rare word by itself, a telling word with its next or next but one. Two different keys have one
number once in a million million pairs; such a pair is looked at, and refused by the score.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from quotecli.compare.candidates import ALONE, CELLS, COMMON, COMMON_ALONE, MICRO, NEAREST, bearable, first_bearable
from quotecli.compare.links import voice_of
from quotecli.compare.score import TELLING, Wording
from quotecli.model import Quote

BITS = 46


class Traits(NamedTuple):
    """What the index knows of a voice."""

    heft: float  # nats of all its words
    least: float  # nats below which nothing shared with it can make a link
    size: int  # words


@lru_cache(maxsize=1 << 17)
def number(text: str) -> int:
    """A number that stands for a text."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> (64 - BITS)


def paired(key: int) -> bool:
    """Whether a key is two words."""
    return bool(key & 1)


def most(key: int) -> int:
    """How many wordings may share the key before it is common."""
    return COMMON if paired(key) else COMMON_ALONE


def keys_of(wording: Wording) -> dict[int, int]:
    """The keys of a wording, each with its weight in millionths of a nat."""
    weight_of = {key: int(weight * MICRO) for key, weight in zip(wording.keys, wording.weights, strict=True)}
    found: dict[int, int] = {}
    for i, (key, weight) in enumerate(zip(wording.keys, wording.weights, strict=True)):
        if weight >= TELLING:
            if weight >= ALONE:
                found[number(key) << 1] = weight_of[key]
            for other in wording.keys[i + 1 : i + 3]:
                found[number(f"{key} {other}") << 1 | 1] = weight_of[key] + weight_of[other]
    return found


def traits_of(wording: Wording) -> Traits:
    """What the index is to know of a wording."""
    return Traits(wording.sums[-1], min(wording.least, 1e9), len(wording.keys))


def sign_of(quote: Quote, wording: Wording) -> bytes | None:
    """By what the quotations of one voice are known; None for one that is a voice by itself."""
    voice = voice_of(quote, wording)
    return None if voice is None else blake2b(repr(voice).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def cells(one: int, other: int) -> int:
    """What it takes to compare two voices of so many words each; those of whom all together take up to CELLS are no crowd."""
    return max(one * other, -(-CELLS // NEAREST))


def nearest(own: int, found: Sequence[int], size_of: Callable[[int], int]) -> list[int]:
    """Of voices, the nearest first, those that one of so many words is compared with: all, or the first ones of a crowd or of long ones."""
    if bearable(own, [size_of(a) for a in found]):
        return list(found)
    return first_bearable(own, ((a, size_of(a)) for a in found[:NEAREST]))
