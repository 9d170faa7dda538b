"""The overview: who printed what, and who left it out."""

from __future__ import annotations

import io
import re

import pytest
import specimens

from quotecli.compare import with_absent, with_outlets
from quotecli.model import Conflict, Report
from quotecli.pipeline import extract
from quotecli.render.console import Look
from quotecli.render.details import Details, read_details
from quotecli.render.overview import overview_of
from quotecli.render.table import MORE, write_table
from quotecli.render.wording import Atlas, disputed

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def event(*wordings: str, publishers: str = "") -> Report:
    """Articles a, b, c, … that report one utterance, each in its wording; an empty one does not print it, and quotes something else."""
    sources, quotes = [], []
    for index, words in enumerate(wordings):
        name = "abcdefghij"[index]
        text = f"“{words or f'Nobody asked {name} about it.'}” Ann Lee said."
        source = specimens.source(name, text)
        sources.append(source._replace(publisher=publishers.split(",")[index]) if publishers else source)
        quotes.append(specimens.quote(source, text[1 : text.index("”")]))
    shared = [quote for quote, words in zip(quotes, wordings, strict=True) if words]
    clusters = with_outlets(with_absent((specimens.cluster(1, shared, "not"),), sources), sources)
    return Report(tuple(sources), tuple(quotes), clusters)


def marks(report: Report, **how: str) -> list[str]:
    """The cells of the first line: a letter a mark, `!` and `≠`."""
    cells = overview_of(report, **how).lines[0].cells  # type: ignore[arg-type]
    return [cell.mark[0] + "!" * cell.risk + "≠" * cell.speaker for cell in cells]


SAYS = "The fare will not stay as it is."
CASES = [
    ("all alike", [SAYS, SAYS], ["b", "b"]),
    ("one drops not", [SAYS, SAYS, SAYS.replace(" not", "")], ["b", "b", "o!"]),
    ("two of five omit it", [SAYS, SAYS, "", SAYS, ""], ["b", "b", "a", "b", "a"]),
    ("the end is gone", [SAYS, "The fare will not stay"], ["b", "p"]),
    ("the beginning is gone", [SAYS, "not stay as it is."], ["b", "p"]),
    ("other words", [SAYS, SAYS.replace("stay", "remain")], ["b", "o"]),
]


@pytest.mark.parametrize(("label", "wordings", "expected"), CASES, ids=[case[0] for case in CASES])
def test_every_outlet_has_a_mark_for_every_utterance(label: str, wordings: list[str], expected: list[str]) -> None:
    """As the base, in other words, in part, with a risk, or not at all."""
    assert marks(event(*wordings)) == expected


def test_two_publishers_with_one_article_twice_are_two_outlets() -> None:
    """Articles are counted beside outlets, and by source each has a column."""
    report = event(SAYS, SAYS, SAYS, SAYS, publishers="The Post,The Post,Evening Star,Evening Star")
    assert (report.clusters[0].sources, report.clusters[0].outlets) == (4, 2)
    assert (marks(report), marks(report, group_by="source")) == (["b", "b"], ["b"] * 4)
    assert "4 articles · 2 outlets · 4 quotations" in written(report)
    assert "Ann Lee · 4 articles of 2 outlets · 1 wording" in written(report)


def test_who_names_another_speaker_is_marked() -> None:
    """Words in another's mouth weigh more than other words."""
    report = event(SAYS, SAYS, SAYS)
    conflict = Conflict("speaker", "Bob Roe", (report.quotes[2].id,))
    assert marks(report._replace(clusters=(report.clusters[0]._replace(conflicts=(conflict,)),))) == ["b", "b", "b≠"]


@pytest.mark.parametrize(
    ("mention", "said"),
    [(None, "Bob Roe, according to {}"), ("the candidate", "“the candidate”, taken for Bob Roe, in {}")],
    ids=["a name", "other words"],
)
def test_an_outlet_is_not_accused_of_a_name_that_it_does_not_print(mention: str | None, said: str) -> None:
    """Where it prints other words, those stand there, and that we took them for somebody."""
    report = event(SAYS, SAYS, SAYS)
    cluster = report.clusters[0]._replace(conflicts=(Conflict("speaker", "Bob Roe", (report.quotes[2].id,), mention),))
    atlas = Atlas(report)
    assert disputed(cluster, atlas) == said.format(atlas.label(report.quotes[2].source))


def written(report: Report, details: str | None = None, **look: object) -> str:
    """The table as it is written, without its colours."""
    stream = io.StringIO()
    write_table(report, stream, Look(**look), details=read_details(details))  # type: ignore[arg-type]
    return ESCAPE.sub("", stream.getvalue())


@pytest.fixture(scope="module")
def seeds() -> Report:
    """The five articles."""
    return extract(["seeds/"])


@pytest.mark.parametrize("color", [True, False])
@pytest.mark.parametrize("unicode", [True, False])
@pytest.mark.parametrize(("width", "height"), [(80, 24), (140, 40)])
def test_the_first_screen_is_the_overview(seeds: Report, width: int, height: int, color: bool, unicode: bool) -> None:
    """Every shared utterance and what became of it in each outlet, on one screen, and how to see more."""
    page = written(seeds, width=width, height=height, color=color, unicode=unicode)
    lines = page.splitlines()
    assert len(lines) < height
    assert max(map(len, lines)) <= width
    assert lines[-1] == MORE
    assert re.search(r"^# +utterance +speaker +000 +001 +002 +003 +004$", page, re.MULTILINE)
    mark = "[●◐◔·]!?" if unicode else "[@oc.]!?"
    assert len(re.findall(rf"^\d .* {mark} +{mark} +{mark} +{mark} +{mark}$", page, re.MULTILINE)) == len(seeds.clusters)
    assert unicode or not set(page) & set("●◐◔·─≠…")


@pytest.mark.parametrize(
    ("details", "first", "second", "alone"),
    [
        (None, True, True, True),
        ("all", True, True, True),
        ("shared", True, True, False),
        ("2", False, True, False),
        ("none", False, False, False),
    ],
)
def test_details_are_what_was_asked_for(seeds: Report, details: str | None, first: bool, second: bool, alone: bool) -> None:
    """Piped, everything; else every row, some, or none."""
    page = written(seeds, details)
    assert "5 articles · 41 quotations" in page
    assert (("\n1  Vladimir Putin ·" in page), ("\n2  Vladimir Putin ·" in page), ("\nOnly in one article" in page)) == (
        first,
        second,
        alone,
    )


def test_what_fits_the_screen_is_shown_at_once() -> None:
    """One utterance of three short articles needs no second command."""
    page = written(event(SAYS, SAYS, SAYS), height=24, width=80)
    assert "\n1  Ann Lee ·" in page
    assert MORE not in page


@pytest.mark.parametrize("text", ["2,x", "0", "some", "", "-1", "1" * 30])
def test_other_details_are_refused_in_one_line(text: str) -> None:
    """And what there is is said."""
    with pytest.raises(Exception, match="--details is none, shared, all, or the numbers"):
        read_details(text)


def test_numbers_of_utterances_may_stand_together() -> None:
    """As in the first column of the overview."""
    assert read_details("5, 2") == Details("shared", frozenset({2, 5}))


@pytest.mark.parametrize("many", [13, 30, 1000])
def test_many_articles_of_many_events_are_counted(many: int) -> None:
    """A matrix would say nothing: the utterances that most print, on a page."""
    sources = [specimens.source(f"s{n:04}", f"“We shall go to town {n // 3} tomorrow.” Ann Lee said.") for n in range(many)]
    quotes = [specimens.quote(one, one.text[1 : one.text.index("”")]) for one in sources]
    clusters = [specimens.cluster(n, quotes[3 * n : 3 * n + 3]) for n in range(many // 3)]
    report = Report(tuple(sources), tuple(quotes), with_outlets(with_absent(clusters, sources), sources))
    page = written(report, "none", width=80)
    assert re.search(r"^ *# +utterance +speaker +outlets +wordings$", page, re.MULTILINE)
    assert len(page.splitlines()) < 60
    assert max(map(len, page.splitlines())) <= 80


def test_many_outlets_of_one_event_stand_in_blocks() -> None:
    """Each with every utterance, none wider than the page."""
    sources = [specimens.source(f"outlet-{n:02}", f"“{SAYS}” Ann Lee said.") for n in range(30)]
    quotes = [specimens.quote(one, SAYS) for one in sources]
    report = Report(tuple(sources), tuple(quotes), with_absent((specimens.cluster(1, quotes),), sources))
    page = written(report, "none", width=80)
    assert max(map(len, page.splitlines())) <= 80
    assert page.count("utterance  ") > 1
    assert sum(line.count("●") for line in page.splitlines() if line.startswith("1")) == 30
