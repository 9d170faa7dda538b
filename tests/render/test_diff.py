"""The layouts of a diff: no word lost, none cut, for few and for many witnesses."""

import io
import json
import re

import pytest
import specimens

from quotecli.compare import cluster, collate
from quotecli.model import Collation, Report
from quotecli.render.console import Look
from quotecli.render.diff import suited, write_diff
from quotecli.render.json import write_diff as write_json

BASE = (
    "We will never raise taxes on working families, and we will not cut their pensions this year, "
    "whatever the opposition says about it in the next two weeks."
)
WORDINGS = {
    "post": BASE,
    "ledger": BASE.replace("We will never", "We’ll never").replace("their ", ""),
    "wire": BASE.replace("working", "[ordinary]"),
    "star": BASE.replace("never raise", "hardly ever raise"),
    "times": BASE.replace("cut", "slash or cut"),
    "globe": BASE.replace("two weeks", "2 weeks"),
    "herald": BASE.replace("in the next two weeks", "soon"),
    "mail": BASE.replace("We will never", "We’re never going to"),
    "sun": BASE.replace("this year", "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstellenleiterinnenkonferenz"),
}
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def collated(many: int) -> tuple[Report, Collation]:
    """The first wordings as one utterance: clustering is not what is tested here."""
    sources = [specimens.source(name, f"“{text}” Ann Lee said.") for name, text in list(WORDINGS.items())[:many]]
    quotes = [specimens.quote(source, WORDINGS[source.id]) for source in sources]
    one = specimens.cluster(1, quotes)
    return Report(tuple(sources), tuple(quotes), (one,)), collate(one, quotes)


def written(many: int, layout: str, **look: object) -> str:
    """The diff as it is written."""
    report, collation = collated(many)
    stream = io.StringIO()
    write_diff(report, [collation], stream, Look(**look), layout)  # type: ignore[arg-type]
    return ESCAPE.sub("", stream.getvalue())


def squeezed(text: str) -> str:
    """The characters without white space: wrapping must change nothing else."""
    return re.sub(r"\s", "", text)


def voices(page: str, names: list[str]) -> dict[str, str]:
    """Each witness's words read back from a score: its own where it has some, else the base's."""
    read = dict.fromkeys(names, "")
    for band in re.split(r"\n\s*\n", page):
        lines = {line.split()[0]: line for line in band.splitlines() if line.split() and line.split()[0] in names and ":" not in line}
        if list(lines) != names:
            continue
        margin = max(map(len, names)) + 2
        starts = sorted({found.start() for line in lines.values() for found in re.finditer(r"\S+", line) if found.start() >= margin})
        for name, line in lines.items():
            for start, end in zip(starts, [*starts[1:], None], strict=True):
                word, base = line[start:end].strip().removeprefix("!"), lines[names[0]][start:end].strip()
                read[name] += {"·": base, "∅": ""}.get(word, word).replace("∅", "")
    return read


@pytest.mark.parametrize("many", [2, 4, 9])
@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize("color", [True, False])
def test_a_score_gives_every_wording_back(many: int, width: int, color: bool) -> None:
    """Read a witness along its staves and it is the wording it prints, to the last letter."""
    page = written(many, "score", width=width, color=color, marks=not color)
    assert voices(page, list(WORDINGS)[:many]) == {name: squeezed(text) for name, text in list(WORDINGS.items())[:many]}


@pytest.mark.parametrize("many", [2, 4, 9])
@pytest.mark.parametrize("width", [80, 140])
def test_inline_gives_every_wording_back(many: int, width: int) -> None:
    """Without what only the base has it is the wording; without what only it has, the base."""
    page = squeezed(written(many, "inline", width=width))
    for text in list(WORDINGS.values())[1:many]:
        assert squeezed(text) in re.sub(r"{-.*?-}|{\+|\+}", "", page)
    assert re.sub(r"{\+.*?\+}|{-|-}", "", page).count(squeezed(BASE)) >= many - 1


@pytest.mark.parametrize("many", [2, 4, 9])
@pytest.mark.parametrize("width", [80, 140])
def test_side_by_side_gives_every_wording_back(many: int, width: int) -> None:
    """Each half of the page is one wording."""
    page = written(many, "side", width=width)
    halves = [line.split("│") for line in page.splitlines() if "│" in line]
    left, right = (squeezed(re.sub(r"{[-+]|[-+]}", "", "".join(half[side] for half in halves))) for side in (0, 1))
    assert left.count(squeezed(BASE)) == many - 1
    for text in list(WORDINGS.values())[1:many]:
        assert squeezed(text) in right


@pytest.mark.parametrize("many", [2, 4, 9])
@pytest.mark.parametrize("width", [80, 140])
def test_an_apparatus_holds_the_base_and_every_reading(many: int, width: int) -> None:
    """The text once, its numbers taken out, and under it each reading with its witnesses."""
    page = written(many, "apparatus", width=width)
    assert BASE in " ".join(re.sub(r"{\d+}", "", page).split())
    for place in collated(many)[1].places:
        for reading in place.readings:
            assert squeezed(reading.text) in squeezed(page)


@pytest.mark.parametrize("layout", ["score", "apparatus", "side", "inline"])
@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("many", [2, 9])
def test_no_line_is_wider_than_the_page(layout: str, width: int, many: int) -> None:
    """Whatever the layout."""
    assert max(map(len, written(many, layout, width=width).splitlines())) <= width


@pytest.mark.parametrize(
    ("many", "width", "layout"), [(2, 80, "inline"), (2, 120, "side"), (4, 140, "score"), (4, 60, "apparatus"), (9, 140, "apparatus")]
)
def test_auto_suits_the_number_of_wordings_and_the_width(many: int, width: int, layout: str) -> None:
    """The score is the one to read, while it has the room."""
    assert suited(collated(many)[1], list(WORDINGS)[:many], Look(width=width), False) == layout


def test_speaker_and_source_of_every_wording_stand_beside_it() -> None:
    """Who says it, where it is printed."""
    page = written(4, "auto", width=100)
    for name in list(WORDINGS)[:4]:
        assert re.search(rf"^{name} +articles/{name}\.txt:1:2  Ann Lee$", page, re.MULTILINE)


def test_what_only_one_source_has_comes_afterwards() -> None:
    """The other half of a comparison."""
    report = specimens.report()
    stream = io.StringIO()
    write_diff(report, [collate(report.clusters[0], report.quotes)], stream, Look())
    rest = stream.getvalue().partition("\nOnly in one article")[2]
    assert re.search(r"^ +post +Any time, +Ann Lee +articles/post.txt:2:1", rest, re.MULTILINE)
    assert re.search(r"^ +metro +carnage +Bob Roe +articles/metro.txt:2:3", rest, re.MULTILINE)


def test_quotation_marks_and_dashes_of_another_make_no_difference_unless_asked() -> None:
    """A house style is not a wording."""
    post, wire = specimens.source("post", "“We don't know – yet”, she said."), specimens.source("wire", "“We don’t know — yet”, she said.")
    quotes = [specimens.quote(post, "We don't know – yet"), specimens.quote(wire, "We don’t know — yet")]
    report = Report((post, wire), tuple(quotes), cluster(quotes))
    collation = collate(report.clusters[0], quotes)
    for strict in (False, True):
        stream = io.StringIO()
        write_diff(report, [collation], stream, Look(marks=True), "inline", strict=strict)
        assert ("{-don't-}{+don’t+}" in stream.getvalue()) is strict


def test_json_has_places_readings_and_edits() -> None:
    """The same for programs."""
    report, collation = collated(4)
    stream = io.BytesIO()
    write_json(report, [collation], stream)
    document = json.loads(stream.getvalue())
    assert list(document) == ["schema", "sources", "quotes", "utterances", "alone", "skipped"]
    utterance = document["utterances"][0]
    assert [witness["text"] for witness in utterance["witnesses"]] == list(WORDINGS.values())[:4]
    assert {"text": "[ordinary]", "witnesses": [2], "type": "editorial", "risk": False} in [
        reading for place in utterance["places"] for reading in place["readings"]
    ]
    assert utterance["witnesses"][1]["variants"][0]["edits"]
