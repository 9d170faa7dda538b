"""The nouns of a page: its elements, the blocks of running text in them, and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from quotecli.read.html.scan import attributes

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass(eq=False, slots=True)
class Node:
    """A block element."""

    tag: str
    parent: Node | None
    written: str  # its attributes
    start: int  # of its tag in the page
    end: int
    close: int  # where its content ends
    depth: int = 0
    told: dict[str, str] | None = None  # its attributes, once they were asked for

    def attributes(self) -> dict[str, str]:
        """Its attributes, by name."""
        if self.told is None:
            self.told = attributes(self.written) if self.written else {}
        return self.told


class Run:
    """A piece of text with its place in the page: character for character where both are as long, otherwise as a whole."""

    __slots__ = ("raw", "stop", "text")

    def __init__(self, text: str, raw: int, stop: int) -> None:
        self.text, self.raw, self.stop = text, raw, stop


@dataclass(eq=False, slots=True)
class Block:
    """Running text between two edges of block elements."""

    node: Node
    runs: list[Run] = field(default_factory=list)
    size: int = 0  # characters
    linked: int = 0  # of them, inside links

    def text(self) -> str:
        """Its text."""
        return "".join(run.text for run in self.runs)


class Script(NamedTuple):
    """What a script holds that is no program."""

    kind: Literal["ld", "data", "template"]  # JSON-LD, other JSON, markup
    text: str
    start: int  # in the page


class Told(NamedTuple):
    """What an element says whose name tells that it is a byline or a date."""

    what: Literal["author", "date"]
    rank: int  # the lower, the surer its name is
    text: str
    node: Node  # the block element that it stands in


@dataclass(slots=True)
class Page:
    """What was found in a page."""

    blocks: list[Block] = field(default_factory=list)
    meta: list[dict[str, str]] = field(default_factory=list)  # attributes of <meta> and <link>
    scripts: list[Script] = field(default_factory=list)
    times: list[tuple[str, Node]] = field(default_factory=list)  # of <time datetime>, and the block element that it stands in
    told: list[Told] = field(default_factory=list)  # bylines and dates
    title: str = ""
    heading: str = ""  # the first <h1>
    language: str = ""
