"""The article of a page that shows it only by a script: in JSON-LD, in the data of the program, in a template, in a hidden part."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence

from quotecli.read.html.blocks import parse
from quotecli.read.html.choose import chosen
from quotecli.read.html.scan import Kind, events
from quotecli.read.html.tree import Block, Node, Page, Run, Script

BODIES = ("articlebody", "bodyhtml", "body", "content", "html", "text", "value")
"""Names that programs give to the text of an article, or to each of its paragraphs."""
FULLER = 4
"""So many times more text in JSON-LD than in the page: then the page shows a beginning of it."""
LEAST = 80
"""Characters of an article, or of a paragraph that has sentences: other strings are labels."""
_FIELD = re.compile(r'"(?P<name>\w{1,40})"\s{0,9}:\s{0,9}"(?P<value>(?:[^"\\]|\\.)*+)"', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_TAG = re.compile(r"</?(?:p|div|br|a|em|i|b|strong|h[1-6]|ul|li|blockquote|figure|span)\b[^<>]{0,2000}>", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]+")


def scripted(markup: str, page: Page, found: Sequence[Block]) -> list[Block]:
    """The blocks of the article, where the page shows none, or only the beginning of what its JSON-LD holds; else those that were found."""
    size = sum(block.size for block in found)
    told = _longest(page.scripts, "ld", ("articlebody",))
    if sum(block.size for block in told) > max(FULLER * size, LEAST):
        return told
    if found:
        return list(found)
    return (
        [block for script in page.scripts if script.kind == "template" for block in _inside(script.text, _places(script))]
        or _longest(page.scripts, "data", BODIES)
        or chosen(parse(markup, shown=True))
    )


def _longest(scripts: Sequence[Script], kind: str, names: Sequence[str]) -> list[Block]:
    """The blocks of the fields of one name that together hold the most text."""
    fields: dict[str, dict[str, list[Block]]] = {}
    for script in scripts:
        for field in _FIELD.finditer(script.text) if script.kind == kind else ():
            name = field["name"].lower()
            if name in names and len(field["value"]) >= LEAST and field["value"] not in fields.setdefault(name, {}):
                text, places = _decoded(field["value"], script.start + field.start("value"))
                fields[name][field["value"]] = _inside(text, places)
    found = [[block for blocks in field.values() for block in blocks] for field in fields.values()]
    return max(found, key=lambda blocks: sum(block.size for block in blocks), default=[])


def _places(script: Script) -> Sequence[int]:
    return range(script.start, script.start + len(script.text) + 1)


def _decoded(value: str, start: int) -> tuple[str, Sequence[int]]:
    """What a string of JSON says, and where each character stands in the page; one more place, where it ends."""
    text: list[str] = []
    places = array("I")
    at = 0
    for escape in _ESCAPE.finditer(value):
        text.append(value[at : escape.start()])
        places.extend(range(start + at, start + escape.start()))
        text.append(_character(escape[0]))
        places.append(start + escape.start())
        at = escape.end()
    text.append(value[at:])
    places.extend(range(start + at, start + len(value) + 1))
    return "".join(text), places


def _character(escape: str) -> str:
    if escape[1] != "u" or len(escape) < 6:
        return _LETTERS.get(escape[1], escape[1])
    points = bytes.fromhex(escape.replace("\\u", ""))
    return points.decode("utf-16-be", "replace")[:1]


def _inside(text: str, places: Sequence[int]) -> list[Block]:
    """The paragraphs of a text that may be markup, each with its place in the page."""
    blocks = chosen(parse(text)) if _TAG.search(text) else list(_lines(text))
    for block in blocks:
        block.runs = [part for run in block.runs for part in _moved(run, places)]
    return blocks


def _lines(text: str) -> Iterator[Block]:
    for line in _LINE.finditer(text):
        block = Block(Node("p", None, "", line.start(), line.start(), line.end()))
        for event in events(line[0]):
            if event.kind in (Kind.TEXT, Kind.ENTITY):
                block.runs.append(Run(event.value, line.start() + event.start, line.start() + event.end))
        block.size = sum(len(run.text) for run in block.runs)
        if block.text().strip():
            yield block


def _moved(run: Run, places: Sequence[int]) -> Iterator[Run]:
    """A run with its places in the page: in parts, where a character was written in several."""
    if run.stop - run.raw != len(run.text):
        yield Run(run.text, places[run.raw], places[run.stop])
        return
    first = run.raw
    for at in range(run.raw, run.stop):
        alone = places[at + 1] - places[at] > 1
        if alone or at + 1 == run.stop:
            end = at if alone else at + 1
            if end > first:
                yield Run(run.text[first - run.raw : end - run.raw], places[first], places[end - 1] + 1)
            if alone:
                yield Run(run.text[at - run.raw], places[at], places[at + 1])
            first = at + 1
