"""What a tool is asked. An adapter is a class with those of the methods that the tool has an answer to; for the others it has a dash."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Said(NamedTuple):
    """What stands between quotation marks, or goes on from there."""

    start: int  # in code points of the text, marks included
    end: int  # exclusive
    speaker: str | None = None  # the fullest name of whoever said it; None: nobody is named
    mention: str | None = None  # the words of the text that name the speaker: "she", "the minister"; None: as `speaker`
    speech: bool = True  # False: a title, a term, a nickname, which a tool may as well leave out


class Tool:
    """A tool that answers nothing yet."""

    def quotations(self, text: str) -> Iterable[Said]:
        """The direct quotations of an article, those that stand in others too."""
        raise NotImplementedError

    def same(self, one: str, other: str) -> bool:
        """Whether two quotations, without their marks, report the same utterance."""
        raise NotImplementedError

    def risk(self, full: str, other: str) -> bool:
        """Whether what differs between two wordings of an utterance may change its meaning."""
        raise NotImplementedError

    def verdicts(self, record: str, article: str) -> Iterable[tuple[str, str]]:
        """Each quotation of an article, without its marks, and its verdict against a record."""
        raise NotImplementedError

    def page(self, html: bytes) -> str:
        """The text of the article on a page; white space does not count."""
        raise NotImplementedError
