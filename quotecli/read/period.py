"""Which articles are of the days that were asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from quotecli.errors import Misuse
from quotecli.model import UNDATED, Skipped, Source

DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def check(option: str, day: str | None) -> None:
    """Raises `Misuse` where a day is none: neither a date, nor a month or a year."""
    found = DAY.fullmatch(day) if day is not None else None
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found else None
    except ValueError:
        found = None
    if day is not None and not found:
        raise Misuse(f"{option} takes a date such as 2016-12-20, a month such as 2016-12, or a year, not '{day}'")


def within(articles: Iterable[Source | Skipped], since: str | None, until: str | None) -> Iterator[Source | Skipped]:
    """The articles from the first day to the last, both included; one without a date is skipped. What comes as skipped stays so.

    A year stands for all of its days, on either side: an article of 2016 may be one of 2016-12-20.
    """
    for one in articles:
        if isinstance(one, Source) and not one.published:
            yield Skipped(one.path, UNDATED)
        elif isinstance(one, Skipped) or (not before(one.published, since) and not before(until, one.published)):
            yield one


def before(one: str | None, other: str | None) -> bool:
    """Whether a date is certainly earlier than another; as far as both tell it. No date is not."""
    shorter = min(len(one or ""), len(other or ""), len("2016-12-20"))
    return (one or "")[:shorter] < (other or "")[:shorter]
