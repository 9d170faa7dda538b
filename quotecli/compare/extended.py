"""The word by which mypyc is told that a class which it compiles is extended by one that it does not; nobody else reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mypy_extensions import mypyc_attr as mypyc_attr
else:

    def mypyc_attr(**_: Any) -> Any:
        """Leave a class as it is."""
        return lambda own: own
