"""Bringing an archive up to date: what came is named and compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotecli import __version__
from quotecli.collector import collector_at_rest
from quotecli.compare.candidates import SMALL
from quotecli.compare.links import Compared
from quotecli.find import names_linked
from quotecli.growth.touched import Growth
from quotecli.growth.whole import compare_all

if TYPE_CHECKING:
    from quotecli.keep.store import Archive


def regroup(store: Archive, compared: Compared | None = None) -> None:
    """Bring together what is not compared yet with all the others; all of it, or nothing."""
    with collector_at_rest(), store.batch():
        name_people(store)
        spoken = store.index.spoken()
        current = store.index.made_by() == __version__
        if spoken <= SMALL or not current or MOSTLY * store.index.waiting() > spoken:
            compare_all(store, spoken, compared, store.index.utterances() if current else None)
        else:
            Growth(store, spoken, compared).run()
        store.forget_people()
        store.all_grouped()


MOSTLY = 2
"""Where more than one quotation of so many is new, comparing all of them takes less time than what these touch."""


def name_people(store: Archive) -> None:
    """Give every speaker the name that all articles together support; articles in which one changes are to be compared again."""
    stated = store.stated_names()
    articles = sorted(stated)
    silent: list[dict[str, list[str]]] = [{}] * (store.size() - len(articles))
    linked = names_linked([*({name: mentions for name, (_, mentions) in stated[one].items()} for one in articles), *silent])
    for article, renamed in zip(articles, linked, strict=False):
        for name, (now, _) in stated[article].items():
            if renamed.get(name, name) != now:
                store.name_speaker(article, name, renamed.get(name, name))
