"""The table: every word of every wording, whole, at any width, with and without colour."""

import io
import re

import pytest
import specimens

from quotecli.model import Report
from quotecli.render.console import Look
from quotecli.render.table import write_table

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def table(report: Report, **look: object) -> str:
    """The table as it is written."""
    stream = io.StringIO()
    write_table(report, stream, Look(**look))  # type: ignore[arg-type]
    return stream.getvalue()


def words(text: str) -> list[str]:
    """The words on a page, whatever the lines, the rules and the marks."""
    return re.findall(r"\w+(?:[’'-]\w+)*", text)


@pytest.mark.parametrize("width", [40, 80, 100, 140, 160])
@pytest.mark.parametrize("color", [True, False])
def test_no_line_is_wider_than_the_page_and_no_word_is_broken(width: int, color: bool) -> None:
    """Wrapped at words, never cropped."""
    page = ESCAPE.sub("", table(specimens.report(), width=width, color=color, marks=not color))
    assert max(map(len, page.splitlines())) <= width
    for quote in specimens.report().quotes:
        assert set(words(quote.text)) <= set(words(page))


def test_what_differs_is_marked_and_with_colour_styled_as_well() -> None:
    """No difference is told by colour alone: marks always; with colour, what is gone is struck, what is new bold."""
    assert "We will {-never-}{+not+} raise" in table(specimens.report(), width=140)
    colored = table(specimens.report(), width=140, color=True)
    assert re.search(r"\x1b\[9;38;5;\d+m{-never-}\x1b\[0m\x1b\[1;38;5;\d+m{\+not\+}\x1b\[0m", colored)


def test_without_marks_nothing_stands_there_but_what_was_printed() -> None:
    """What is gone is told below, in words."""
    page = table(specimens.report(), width=140, color=True, marks=False)
    assert "We will not raise taxes" in ESCAPE.sub("", page)
    assert "! “never” became “not”" in ESCAPE.sub("", page)


def test_a_risk_is_pointed_out() -> None:
    """`!` stands in the margin, and what changed under the words."""
    page = table(specimens.report(), width=100)
    assert re.search(r"^!  metro +We will {-never-}{\+not\+}", page, re.MULTILINE)
    assert "! “never” became “not”" in page


def test_every_quote_tells_where_it_stands_and_who_says_it() -> None:
    """Places that terminals open, kinds, confidence, another speaker than the utterance's."""
    page = table(specimens.report(), width=140)
    for place in ("articles/post.txt:1:25", "articles/ledger.txt:1:25", "articles/metro.txt:1:2", "articles/metro.txt:2:3"):
        assert place in page
    assert re.search(r"Bob Roe +articles/metro.txt:1:2", page)
    assert re.search(r"carnage +Bob Roe +articles/metro.txt:2:3\n +mixed · confidence 0.90", page)
    assert page.index("Any time") < page.index("carnage") < page.index("War and Peace"), "what is no speech comes last"


def test_markup_and_controls_in_an_article_are_only_text() -> None:
    """Rich would eat [sic] and raise on [/said]."""
    article = specimens.source("evil", "“I am [sic] \x1b[31m very [/said] [bold]tired[/bold] :smile: \u202eok,” she said.")
    words = article.text[1 : article.text.index("”")]
    report = Report((article,), (specimens.quote(article, words, "[link=http://x]Ann[/link]\x07"),))
    page = table(report, width=140)
    assert "I am [sic] \\x1b[31m very [/said] [bold]tired[/bold] :smile: \\u202eok," in page
    assert "[link=http://x]Ann[/link" in page
    assert "\x1b" not in page


def test_ascii_is_ascii_but_for_the_article() -> None:
    """--ascii draws with nothing else."""
    page = table(specimens.report(), width=80, unicode=False)
    assert set(page) - set(map(chr, range(128))) <= {"’", "…"}


def test_paragraphs_stay_paragraphs_and_wrapped_lines_do_not() -> None:
    """A line end inside a paragraph is the typist's; one between paragraphs is the speaker's."""
    article = specimens.source("mail", "“One two\nthree four.\n\n“Five,” she said.")
    quote = specimens.quote(article, "One two\nthree four.")
    whole = quote._replace(pieces=(quote.pieces[0]._replace(end=quote.pieces[-1].end),))
    assert "One two three four." in table(Report((article,), (whole,)), width=100)


def test_what_is_beyond_the_limit_is_counted() -> None:
    """--limit cuts the table, not the truth."""
    stream = io.StringIO()
    assert write_table(specimens.report(), stream, Look(), limit=2) == 4
    assert "Any time" not in stream.getvalue()


def test_what_a_quote_says_beside_its_utterance_is_not_lost() -> None:
    """A quote that is shared in part stands among the others with the rest of its words."""
    post, ledger = (
        specimens.source("post", "“We go. Nobody asked us before.” said Ann Lee."),
        specimens.source("ledger", "“We go.” said Ann Lee."),
    )
    quotes = [specimens.quote(post, "We go. Nobody asked us before."), specimens.quote(ledger, "We go.")]
    report = Report((ledger, post), tuple(quotes), (specimens.cluster(1, quotes, parts=["We go.", "We go."]),))
    rest = " ".join(table(report, width=70).partition("Only in one article")[2].split())
    assert "post We go. Nobody asked us before. Ann Lee articles/post.txt:1:1 · direct · confidence 0.90 · partly in 1" in rest


def test_an_empty_report_says_so() -> None:
    """Nothing to find is not an error."""
    assert table(Report()).startswith("0 articles · 0 quotations")


def test_copies_of_an_article_stand_beside_it_unless_each_is_asked_for() -> None:
    """Wire copy counts once, and nobody who prints it vanishes; where sources are dated, the first is named."""
    text = "“We go.” said Ann Lee."
    sources = [
        specimens.source(name, text)._replace(published=f"2024-05-0{day}") for day, name in ((2, "post"), (1, "agency"), (3, "metro"))
    ]
    quotes = [specimens.quote(one, "We go.") for one in sources]
    copies, order = (("metro", "agency"), ("post", "agency")), ("agency", "post", "metro")
    utterance = specimens.cluster(1, quotes)._replace(independent=1, copies=copies, order=order)
    report = Report(tuple(sources), tuple(quotes), (utterance,))
    folded, unfolded = table(report, width=100), table(report, width=100, fold=False)
    assert "3 articles, 1 independent · 1 wording" in folded
    assert "first · copied by post, metro" in " ".join(folded.split())
    assert "2024-05-01" in folded
    assert (folded.count(".txt:1:2"), unfolded.count(".txt:1:2")) == (1, 3)
    assert "copy of agency" in " ".join(unfolded.split())
