"""A mark that cannot open costs at most its own paragraph, wherever in an article it stands."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from case_files import source
from hypothesis import given
from hypothesis import strategies as st

from quotecli.find import find_quotes
from quotecli.model import Quote

# Paragraphs as news prints them; a speech of several paragraphs is one entry. Each stands in curly, straight and single marks.
SPEECHES = [
    ["“We had no choice,” said Ann Oss, the harbour master."],
    ["The mayor called the plan “a slow and costly mistake” on Monday."],
    ["“We looked at the costs,” Dana Ortiz said, “and we chose to wait.” She would not say for how long."],
    ["Ortiz added: “Nobody asked us.” Piet Vos of the union said: “They never do.”"],
    ["“We start in March with a small crew.", "“Then we hire forty people, and we’ll need more.", "“Then we open,” Ortiz said."],
    ["“It is late,” Vos said. “The ropes were cut by five.", "“By six the boats had gone.”"],
    ["“He told them ‘never again’ and left the room,” Oss said."],
    ["The film “Tramway” was shown before the vote."],
]
PLAIN = [
    ["The bridge has been shut since the flood and the council has no date for its repair."],
    ["Some 400 people came to the meeting, which began at seven and went on until ten."],
    ["The union’s lawyers didn’t comment. The owners’ agents were not at the meeting."],
]
DRESSED: dict[str, Callable[[str], str]] = {
    "curly": str,
    "straight": lambda t: t.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'"),
    "single": lambda t: t.replace("‘", "<").replace(" again’", " again>").translate(str.maketrans("“”<>", "‘’“”")),
}

articles = st.tuples(st.sampled_from(sorted(DRESSED)), st.lists(st.sampled_from(SPEECHES + PLAIN), min_size=2, max_size=7)).map(
    lambda made: [DRESSED[made[0]](paragraph) for entry in made[1] for paragraph in entry]
)
INSIDE = ["“", "”", '"', "„", "’", "'"]
LOOSE = ["“", "”", '"', "’", "'"]
AT_START = ["”", "’"]


def places(paragraph: str) -> list[tuple[int, str]]:
    """Every place in a paragraph where a mark cannot open, with the text that goes in there ("M" for the mark)."""
    inside = [(i, "I") for i, (a, b) in enumerate(pairwise(paragraph), 1) if a.isalpha() and b.isalpha()]
    blanks = [i for i, c in enumerate(paragraph) if c == " "]
    return inside + [(i, "L") for i in [*blanks, len(paragraph)]] + [(0, "F")] + [(i, "W") for i in blanks if paragraph[i + 1].isalpha()]


def spoilt(paragraph: str, data: st.DataObject) -> str:
    """The paragraph with one more mark in it, one that cannot open."""
    place, how = data.draw(st.sampled_from(places(paragraph)))
    mark = data.draw(st.sampled_from({"I": INSIDE, "L": LOOSE, "F": LOOSE, "W": AT_START}[how]))
    odd = {"I": mark, "L": f" {mark}", "F": f"{mark} ", "W": f" {mark}"}[how]
    return paragraph[:place] + odd + paragraph[place + (how == "W") :]


def elsewhere(quotes: list[Quote], start: int, end: int, grown: int) -> list[tuple[int, int, str]]:
    """The outermost quotations outside start:end, in order; those behind it as if it were `grown` shorter."""
    outer = [q for q in quotes if q.parent is None and (q.end <= start or q.start >= end)]
    return [(q.start - grown * (q.start >= end), q.end - grown * (q.start >= end), q.text) for q in outer]


@given(articles, st.data())
def test_a_mark_that_cannot_open_changes_no_quotation_of_another_paragraph(paragraphs: list[str], data: st.DataObject) -> None:
    """Inside a word, loose between blanks or facing away from its word: every quotation that has no part in that paragraph stays."""
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    odd = spoilt(paragraphs[number], data)
    text, worse = "\n\n".join(paragraphs), "\n\n".join([*paragraphs[:number], odd, *paragraphs[number + 1 :]])
    start = len("\n\n".join([*paragraphs[:number], ""]))
    end, grown = start + len(paragraphs[number]), len(odd) - len(paragraphs[number])
    before = list(find_quotes(source(text)).quotes)
    for q in before:  # what a quotation of this paragraph holds is its own affair
        if q.parent is None and q.start < end and q.end > start:
            start, end = min(start, q.start), max(end, q.end)
    after = list(find_quotes(source(worse)).quotes)
    assert elsewhere(after, start, end + grown, grown) == elsewhere(before, start, end, 0)
