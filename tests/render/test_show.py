"""The article with its quotations lit, and who is quoted."""

import io
import json
import re

import specimens

from quotecli.model import Explanation, Report
from quotecli.render import show, speakers
from quotecli.render.console import Look


def explained() -> Explanation:
    """An article of four lines with a quotation over two paragraphs, one of another kind, and hostile words."""
    text = "Ann Lee said: “One [sic] \x1b[1mtwo.\r\n\r\n“Three,” and left.\nHe reads “War and Peace” and [/b]."
    source = specimens.source("post", text)
    long = specimens.quote(source, "One [sic] \x1b[1mtwo.\nThree,")
    return Explanation(source, (long, specimens.quote(source, "War and Peace", "", "other", why="title")), (), {})


def test_the_article_stands_there_line_by_line_with_speakers_in_the_margin() -> None:
    """Every line with its number, every quotation between brackets where there is no colour, harmless."""
    stream = io.StringIO()
    assert show.write_text([explained()], stream, Look(width=100)) == []
    lines = [line for line in stream.getvalue().splitlines() if "│" in line]
    assert [line.split("│")[0].strip() for line in lines] == ["1", "2", "3", "4"]
    assert re.fullmatch(r"1 │ Ann Lee +│ Ann Lee said: ⟦“One \[sic\] \\x1b\[1mtwo.⟧", lines[0])
    assert re.fullmatch(r"3 │ +│ ⟦“Three,”⟧ and left.", lines[2])
    assert re.fullmatch(r"4 │ \(title\) +│ He reads “War and Peace” and \[/b\].", lines[3])


def test_its_json_holds_the_text_that_offsets_count_in() -> None:
    """To check them."""
    stream = io.BytesIO()
    show.write_json([explained()], stream)
    (article,) = json.loads(stream.getvalue())["articles"]
    assert article["text"] == explained().source.text
    assert [article["text"][quote["start"] : quote["end"]] for quote in article["quotations"]][1] == "“War and Peace”"


def test_speakers_are_counted_once_under_their_fullest_name() -> None:
    """Quotations, words, sources, mentions; what is not speech does not count."""
    first, second = speakers.tallies(specimens.report())
    assert (first.name, first.quotes, first.words, first.sources) == ("Ann Lee", 3, 32, ("ledger", "post"))
    assert (second.name, second.quotes, second.sources) == ("Bob Roe", 2, ("metro",))
    stream = io.StringIO()
    assert speakers.write_table(specimens.report(), stream, Look(width=80), limit=1) == 1
    assert re.search(r"^Ann Lee +3 +32 +2 +2 +Ann Lee \(3\)$", stream.getvalue(), re.MULTILINE)
    assert "2 named, 0 not; 5 quotations in 3 articles" in stream.getvalue()


def test_who_is_not_named_is_told_apart() -> None:
    """A description is not a name; the unknown come last."""
    source = specimens.source("post", "“One,” “Two,” “Three,” “Four,”")
    names = {"One,": "a White House official", "Two,": None, "Three,": "the Kremlin", "Four,": "Ann Lee"}
    quotes = [specimens.quote(source, words, name) for words, name in names.items()]
    found = {one.name: one.named for one in speakers.tallies(Report((source,), tuple(quotes)))}
    assert found == {"a White House official": False, "the Kremlin": True, "Ann Lee": True, None: False}
    assert list(found)[-1] is None
