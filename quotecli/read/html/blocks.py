"""A page as blocks of running text, each in the tree of the elements around it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from quotecli.read.html.scan import Event, Kind, attributes, events
from quotecli.read.html.tree import HEADINGS, Block, Node, Page, Run, Script, Told

MAX_ELEMENTS = 200_000
"""More than any article has: a front page has some thousands. Bounds the memory, at about 100 bytes each."""

BLOCKS = frozenset(
    """address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2
    h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul
    amp-sidebar amp-consent amp-user-notification amp-carousel amp-accordion amp-ad amp-embed""".split()
)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
LEFT_OUT = frozenset(
    """amp-ad amp-analytics amp-audio amp-embed amp-iframe amp-video applet audio canvas datalist head iframe map math noembed noframes
    noscript object optgroup option picture rp rt script select style svg template textarea video xmp""".split()
)
"""Elements whose content is no running text, wherever they stand."""
SCRIPTED = frozenset("article body div main noscript section template".split())
"""Elements that a script shows on some pages, or takes the place of."""
CLOSED_BY_ITSELF = {
    "li": ("ul", "ol", "menu"),
    "dd": ("dl",),
    "dt": ("dl",),
    "tr": ("table",),
    "td": ("tr", "table"),
    "th": ("tr", "table"),
}
"""Elements whose end tag is often left out: the next one closes them, up to the list or table around it."""
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01])", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|(?:[a-z]{1,4}-)?(?:visually-?hidden|hide-?visually)|off-?screen|screen-reader-text|a11y-hidden"
    r"|hidden(?!.*:(?:block|flex|grid|inline)))(?=\s|$)",
    re.IGNORECASE,
)
_HERE = re.compile(r"""href\s*=\s*["']?\#""", re.IGNORECASE)
"""A link of a heading to its own place in the page leads to no other article."""
_SPACES = re.compile(r"[ \t\n\r\f]{2,}")
_SPACE = " \t\n\r\f"
_FLAT = {ord(c): " " for c in "\t\n\r\f"}
_NOTE = re.compile(r"\[?(?:\d{1,3}|[*†‡a-z])\]?")
_ENDED = re.compile(r"[.!?…][\"”’')\]]*\s*\Z")
_NAMED = r"""(?:class|id)\s*=\s*["']?[^"'>]{0,200}(?<![a-z])"""
TELLING: tuple[tuple[Literal["author", "date"], re.Pattern[str]], ...] = (
    ("author", re.compile(r"""itemprop\s*=\s*["']?\s*author""", re.IGNORECASE)),
    ("author", re.compile(r"""\brel\s*=\s*["']?\s*author""", re.IGNORECASE)),
    ("date", re.compile(r"""itemprop\s*=\s*["']?\s*datePublished""", re.IGNORECASE)),
    ("author", re.compile(rf"""{_NAMED}by-?line(?![a-z])""", re.IGNORECASE)),
    ("author", re.compile(rf"""{_NAMED}(?:author|writer)(?:-?name)?(?=["'\s>]|$)""", re.IGNORECASE)),
    ("date", re.compile(rf"""{_NAMED}(?:(?:pub|post|entry)?-?date(?:-?line)?|published|timestamp|posted-on)(?![a-z])""", re.IGNORECASE)),
)
"""Names of bylines and dates, the surest first."""
DEEPEST_TOLD, MOST_TOLD, LONGEST_TOLD = 4, 60, 200
"""Bylines in one another, in a page, and characters of one: a front page has one a teaser."""
DEEPEST = 100
"""Blocks nested deeper stand beside each other instead, as in browsers, so that no way up is long."""
_REACH = 100
"""How far up an end tag of an inline element looks for its start: further is no mistake of a person."""


class TooComplex(ValueError):
    """No article has so many elements. `str(error)` is the reason."""


@dataclass(slots=True)
class _Open:
    """An element whose end has not come."""

    name: str
    node: Node | None = None  # of a block
    around: Node | None = None  # the block that it stands in
    hides: bool = False
    link: bool = False
    mark: str = ""  # what closes a <q>
    told: tuple[Literal["author", "date"], int, list[str]] | None = None  # of a byline or a date: what it is, and its words
    note: tuple[Block, int, int] | None = None  # of a <sup>: its block, and how many runs and linked characters came before


def parse(page: str, shown: bool = False) -> Page:
    """The blocks and the description of a page; `shown` takes in what a script would show. Raises `TooComplex`."""
    return _Parser(shown).run(page)


class _Parser:
    """Keeps what is open, and the block that text goes to."""

    def __init__(self, shown: bool) -> None:
        self.shown = shown
        self.page = Page()
        self.heard: list[list[str]] = []  # what the bylines and dates that are open have said
        self.node = Node("", None, "", 0, 0, 0)
        self.block = Block(self.node)
        self.stack: list[_Open] = []
        self.names: Counter[str] = Counter()
        self.hidden = self.links = self.quotes = self.elements = 0

    def run(self, page: str) -> Page:
        """Take every event; close what was left open."""
        last = ""
        for event in events(page):
            match event.kind:
                case Kind.TEXT if not self.hidden:
                    self.add_text(event)
                case Kind.ENTITY if not self.hidden:
                    self.add(event.value, event.start, event.end)
                case Kind.OPEN:
                    last = event.attributes
                    self.open(event)
                case Kind.CLOSE:
                    self.close(event)
                case Kind.RAW:
                    self.take_raw(event, last)
                case _:
                    pass
        self.flush(len(page))
        return self.page

    # -- text ------------------------------------------------------------------------------------------------------

    def add_text(self, event: Event) -> None:
        """Text as it stands, its white space as a browser shows it."""
        if self.names["pre"]:
            self.add(event.value, event.start, event.end)
            return
        at = 0
        for spaces in _SPACES.finditer(event.value):
            self.add(event.value[at : spaces.start()].translate(_FLAT), event.start + at, event.start + spaces.start())
            self.add(" ", event.start + spaces.start(), event.start + spaces.end())
            at = spaces.end()
        self.add(event.value[at:].translate(_FLAT), event.start + at, event.end)

    def add(self, text: str, raw: int, stop: int) -> None:
        """Text to the block; a space at its start, or after another, is none."""
        runs = self.block.runs
        if text[:1] == " " and not self.names["pre"] and (not runs or runs[-1].text[-1] in " \n"):
            raw, text = (raw + 1 if stop - raw == len(text) else raw), text[1:]
        if text:
            for heard in self.heard:
                heard.append(text)
            runs.append(Run(text, raw, stop))
            self.block.size += len(text)
            if self.links:
                self.block.linked += len(text)

    def line_break(self, event: Event) -> None:
        """`<br>`; two in a row part paragraphs, more do no more."""
        trim_end(self.block.runs, " ")
        if self.block.runs and [run.text for run in self.block.runs[-2:]] != ["\n", "\n"]:
            self.block.runs.append(Run("\n", event.start, event.end))

    def flush(self, at: int) -> None:
        """End the block here."""
        while self.quotes and self.stack and self.stack[-1].mark:
            self.pop(at, at)
        trim_end(self.block.runs)
        if self.block.runs:
            self.page.blocks.append(self.block)
            if self.block.node.tag == "h1" and not self.page.heading:
                self.page.heading = " ".join(self.block.text().split())
        self.block = Block(self.node)

    # -- elements --------------------------------------------------------------------------------------------------

    def open(self, event: Event) -> None:
        """A start tag."""
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise TooComplex(f"has more than {MAX_ELEMENTS:,} elements; no article does")
        name = event.value
        if self.names["head"] and (name == "body" or (name in BLOCKS and name != "head" and self.stack[-1].name == "head")):
            self.close(Event(Kind.CLOSE, "head", "", event.start, event.start))  # its end tag may be left out
        if name in BLOCKS:
            self.open_block(event)
        elif name in VOID:
            self.describe(event)
        elif name == "time":
            if len(self.page.times) < MOST_TOLD:
                self.page.times.append((attributes(event.attributes).get("datetime", ""), self.node))
            self.push(_Open(name), event)
        elif name == "template" and "shadowroot" in event.attributes.lower():
            self.open_inline(event)  # what a browser shows of an element that a script made
        elif name in LEFT_OUT or (name in ("button", "label") and not self.names["p"]):
            self.push(_Open(name, hides=True), event)
        else:
            self.open_inline(event)

    def open_block(self, event: Event) -> None:
        name = event.value
        self.close_before(name, event.start)
        self.flush(event.start)
        if name == "html":
            self.page.language = attributes(event.attributes).get("lang", "")
        if name == "hr":
            return
        around = self.node
        parent = around.parent if around.depth >= DEEPEST else around
        self.node = Node(name, parent, event.attributes, event.start, event.end, event.end, min(around.depth + 1, DEEPEST))
        self.block = Block(self.node)
        self.push(_Open(name, node=self.node, around=around, hides=name in LEFT_OUT or hidden(event.attributes)), event)

    def open_inline(self, event: Event) -> None:
        name = event.value
        link = name == "a" and "href" in event.attributes.lower() and not (self.node.tag in HEADINGS and _HERE.search(event.attributes))
        opened = _Open(name, link=link, hides=bool(event.attributes) and hidden(event.attributes))
        if name == "cite" and self.names["blockquote"] and (not self.block.runs or _ENDED.search(self.block.text())):
            self.flush(event.start)  # who said it, not the title of a work in the sentence
            self.block = Block(Node(name, self.node, event.attributes, event.start, event.end, event.end, self.node.depth))
        if name == "q" and not self.hidden:
            self.add("“‘"[self.quotes % 2], event.start, event.end)
            opened.mark = "”’"[self.quotes % 2]
        if name == "sup":
            opened.note = (self.block, len(self.block.runs), self.block.linked)
        self.push(opened, event)

    def describe(self, event: Event) -> None:
        """An element without content: a line break, or something about the page."""
        if event.value == "br":
            if not self.hidden:
                self.line_break(event)
        elif event.value in ("meta", "link"):
            self.page.meta.append(attributes(event.attributes))

    def take_raw(self, event: Event, written: str) -> None:
        """What a script or a title says."""
        name = self.stack[-1].name if self.stack else ""
        if name == "script" and (kind := _kind_of_script(written.lower())):
            self.page.scripts.append(Script(kind, event.value, event.start))
        elif name == "title" and not self.page.title and not self.names["svg"]:
            self.page.title = event.value

    def close_before(self, name: str, at: int) -> None:
        """What a start tag closes without being told: a paragraph, the list item before."""
        if self.node.tag == "p":
            self.close_node(self.node, at)
        stops = CLOSED_BY_ITSELF.get(name)
        node: Node | None = self.node
        for _ in range(_REACH if stops else 0):
            if node is None or node.tag in (stops or ()):
                return
            if node.tag == name or {node.tag, name} in ({"dt", "dd"}, {"td", "th"}):
                self.close_node(node, at)
                return
            node = node.parent

    def close(self, event: Event) -> None:
        """An end tag; one that ends nothing is passed over."""
        name = event.value
        if not self.names[name]:
            if name == "p" and self.block.runs and not self.hidden:
                self.go_on(event)
            return
        if name in BLOCKS:
            while self.stack[-1].name != name:
                self.pop(event.start, event.start)
            self.pop(event.start, event.end)
            return
        depth = next((n for n, o in enumerate(reversed(self.stack[-_REACH:])) if o.name == name or o.node), None)
        if depth is not None and self.stack[-1 - depth].name == name:
            for _ in range(depth):
                self.pop(event.start, event.start)
            self.pop(event.start, event.end)

    def go_on(self, event: Event) -> None:
        """The end of a paragraph that a block inside it, an advertisement, has cut in two: what stands behind the block belongs to it."""
        begun = next((block for block in reversed(self.page.blocks[-20:]) if block.node.tag == "p"), None)
        rest, parent = self.block, self.node
        if begun is not None and begun.node.parent is parent and not _ENDED.search(begun.text()):
            begun.runs += [Run(" ", rest.runs[0].raw, rest.runs[0].raw), *rest.runs]
            begun.size += rest.size + 1
            begun.linked += rest.linked
            self.block = Block(parent)
            return
        rest.node = Node("p", parent, "", event.start, event.start, event.start, min(parent.depth + 1, DEEPEST))
        self.flush(event.start)

    def close_node(self, node: Node, at: int) -> None:
        while self.stack[-1].node is not node:
            self.pop(at, at)
        self.pop(at, at)

    def push(self, opened: _Open, event: Event) -> None:
        opened.hides = opened.hides and not (self.shown and opened.name in SCRIPTED)
        if (
            event.attributes
            and _may_tell(event.attributes)
            and not (self.hidden or opened.hides)
            and len(self.heard) < DEEPEST_TOLD
            and len(self.page.told) < MOST_TOLD
        ):
            self.listen(opened, event.attributes)
        self.stack.append(opened)
        self.names[opened.name] += 1
        self.hidden += opened.hides
        self.links += opened.link
        self.quotes += bool(opened.mark)

    def listen(self, opened: _Open, written: str) -> None:
        """Keep the words of an element whose name says that it is a byline or a date."""
        for rank, (what, pattern) in enumerate(TELLING):
            if pattern.search(written):
                opened.told = (what, rank, [])
                self.heard.append(opened.told[2])
                return

    def pop(self, start: int, end: int) -> None:
        """Close the innermost element, whose end tag stands there; an empty place where it has none."""
        opened = self.stack.pop()
        self.names[opened.name] -= 1
        self.quotes -= bool(opened.mark)
        if opened.told:
            what, rank, words = opened.told
            self.heard = [heard for heard in self.heard if heard is not words]
            self.page.told.append(Told(what, rank, " ".join("".join(words).split())[:LONGEST_TOLD], opened.node or self.node))
        if opened.mark and not self.hidden:
            self.add(opened.mark, start, end)
        if opened.note:
            self.drop_note(opened.note)
        if opened.node:
            self.flush(start)
            opened.node.close = start
            self.node = opened.around or self.node
            self.block = Block(self.node)
        self.hidden -= opened.hides
        self.links -= opened.link

    def drop_note(self, note: tuple[Block, int, int]) -> None:
        """A raised number that links to a footnote is no part of the sentence: “fair.¹”"""
        block, first, linked = note
        raised = "".join(run.text for run in block.runs[first:]) if block is self.block else ""
        if raised and block.linked > linked and _NOTE.fullmatch(raised.strip()):
            block.size -= len(raised)
            block.linked = linked
            del block.runs[first:]


def _kind_of_script(written: str) -> Literal["ld", "data", "template"] | None:
    if "ld+json" in written:
        return "ld"
    if "application/json" in written or "__next_data__" in written:
        return "data"
    return "template" if "template" in written or "text/html" in written else None


def _may_tell(written: str) -> bool:
    """Whether attributes can name a byline or a date: one in thirty does, and the patterns take ten times as long."""
    return (
        "uthor" in written or "line" in written or "riter" in written or "ublish" in written or "date" in written or "imestamp" in written
    )


def hidden(written: str) -> bool:
    """Whether the reader of the page does not see it."""
    if not any(word in written.lower() for word in ("hid", "none", "sr-only", "screen", "clip", "tooltip")):
        return False
    found = attributes(written)
    if "hidden" in found or found.get("role") == "tooltip":
        return True
    return bool(_HIDDEN_STYLE.search(found.get("style", "")) or _HIDDEN_CLASS.search(found.get("class", "")))


def trim_end(runs: list[Run], space: str = _SPACE) -> None:
    """Take white space from the end of a block."""
    while runs:
        kept = runs[-1].text.rstrip(space)
        if kept:
            if len(kept) < len(runs[-1].text) and runs[-1].stop - runs[-1].raw == len(runs[-1].text):
                runs[-1] = Run(kept, runs[-1].raw, runs[-1].raw + len(kept))
            return
        runs.pop()
