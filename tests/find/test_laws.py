"""Laws that hold for any text: spans are verbatim, what is said of one place does not depend on another far away, nothing raises."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from case_files import lines, names, source
from hypothesis import given
from hypothesis import strategies as st

from quotecli.find import Found, find_quotes, link_people
from quotecli.model import Quote

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

# Everything that opens or closes speech somewhere, and what only looks so.
MARKS = [*'"“”„‟‘’‚`«»‹›「」『』＂', "'", "''", "``", "″", "′"]
SIGNS = tuple(MARKS[:-2])
WORDS = """we will open the plant in May and nobody knows why it's '90s rock 'n' roll Jones' don’t 6" 5' U.S. Mr. a.m. No. voters’
    café naïve Ｆｕｌｌ 🙂 e\u0301 [sic] (R-Ky.) 1,300 … -- — - : ; , . ? !""".split()
NAMES = [
    "Dana Ortiz",
    "Ortiz",
    "Mr. Kim",
    "Valérie Roux",
    "she",
    "He",
    "the mayor",
    "The report",
    "a spokesman",
    "I",
    "Smith and Jones",
    "who",
]
VERBS = ["said", "says", "told reporters", "called it", "was asked", "according to", "added", "saying", "claims", "to say", "thinks"]
ODD = ["\u00a0", "\u200b", "\ufeff", "\u2028", "\x00", "\x1b[31m", "\u202e", "\t", "\r", "\x0b", "\x85", "\ufffd", "\ud7ff", "\U0010ffff"]

quoted = st.builds(
    lambda opening, words, final, closing: opening + " ".join(words) + final + closing,
    st.sampled_from(SIGNS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=8),
    st.sampled_from(["", ",", ".", "?", "!", "…", "—"]),
    st.sampled_from(SIGNS),
)
clean = st.builds(
    lambda marks, words, final: marks[0] + " ".join(words) + final + marks[1],
    st.sampled_from([("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("「", "」")]),
    st.lists(st.sampled_from([w for w in WORDS if not set(w) & set("'’\"")]), min_size=1, max_size=8),
    st.sampled_from(["", ",", ".", "?", "!"]),
)
part = st.one_of(
    clean, quoted, st.sampled_from(WORDS), st.sampled_from(NAMES), st.sampled_from(VERBS), st.sampled_from(MARKS), st.sampled_from(ODD)
)
sentences = st.lists(part, min_size=1, max_size=14).map(" ".join)
breaks = st.sampled_from(["\n", "\n\n", "\r\n\r\n", "\n \n", "\n\n\n"])
articles = st.lists(st.tuples(sentences, breaks), max_size=7).map(lambda parts: "".join(s + b for s, b in parts))


def find(text: str) -> Found:
    """What is found in an article of that text."""
    return find_quotes(source(text))


def place(text: str, offset: int) -> tuple[int, int]:
    """Line and column, counted the slow way."""
    lines_before = text[:offset].replace("\r\n", "\r\u0000").replace("\r", "\n").replace("\u0000", "").split("\n")
    head = text[:offset]
    start = max(head.rfind("\n"), head.rfind("\r")) + 1
    return len(lines_before), offset - start + 1


def check(found: Found) -> None:
    """Every law that one article's quotations obey."""
    text = found.source.text
    by_id = {q.id: q for q in found.quotes}
    assert len(by_id) == len(found.quotes)
    for q in found.quotes:
        _check_span(text, q)
        _check_evidence(text, q)
        if q.parent is not None:
            parent = by_id[q.parent]
            assert any(s <= q.start and q.end <= e for s, e in parent.pieces)
        if q.continues is not None:
            assert by_id[q.continues].end <= q.start
    outer = [q for q in found.quotes if q.parent is None]
    assert [q.start for q in outer] == sorted(q.start for q in outer)
    assert all(a.end <= b.start for a, b in pairwise(outer))
    assert all(0 <= r.start < r.end <= len(text) for r in found.refusals)


def _check_span(text: str, q: Quote) -> None:
    printed = text[q.start : q.end]
    assert printed.startswith(SIGNS)
    assert not q.closed or printed.endswith(SIGNS)
    assert q.id == f"case:{q.start}"
    assert q.text == "\n".join(text[s:e] for s, e in q.pieces)
    assert q.start < q.pieces[0].start <= q.pieces[-1].end < q.end or not q.closed
    assert all(a.end < b.start for a, b in pairwise(q.pieces))
    assert (q.line, q.column) == place(text, q.start)


def _check_evidence(text: str, q: Quote) -> None:
    if q.cue is not None:
        assert text[q.cue.start : q.cue.end] == q.cue.text
        assert q.cue.text.strip() == q.cue.text != ""
        assert q.speaker is not None
    if q.speaker is None:
        return
    assert q.speaker.mention
    assert q.speaker.mention.strip() == q.speaker.mention
    assert any(c.isalnum() for c in q.speaker.mention)
    assert text[q.speaker.start : q.speaker.end] == q.speaker.mention
    assert 0 < q.speaker.confidence <= 1
    assert q.speaker.name is None or q.speaker.name.strip()


@given(st.text())
def test_any_text_obeys(text: str) -> None:
    """Nothing that can be written down raises, and all that is found is verbatim."""
    check(find(text))


@given(st.text(st.sampled_from("\"“”‘’'`«»„ \n,.?!—aAbs09")))
def test_any_heap_of_marks_obeys(text: str) -> None:
    """Marks in any order, glued or loose."""
    check(find(text))


@given(articles)
def test_any_article_obeys(text: str) -> None:
    """The same for what looks like news."""
    check(find(text))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_seeds_obey(path: Path) -> None:
    """And for real news."""
    check(find(path.read_text("utf8")))


@pytest.mark.parametrize("name", names())
def test_the_cases_obey(name: str) -> None:
    """And for every text of the cases, those we cannot do yet included."""
    for case in lines(name):
        check(find(case["text"]))


@given(articles)
def test_what_is_found_can_be_sent_to_another_process(text: str) -> None:
    """Pickled and back, the same."""
    found = find(text)
    assert pickle.loads(pickle.dumps(found)) == found


@given(articles)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    """No state is kept between articles."""
    assert find(text) == find(text)


@given(articles, st.sampled_from(["de", "fr-FR", "ru"]))
def test_in_a_language_without_words_nobody_is_named(text: str, language: str) -> None:
    """Marks are marks everywhere; English rules over French words would put words in a mouth."""
    found = find_quotes(source(text)._replace(language=language))
    check(found)
    assert [(q.start, q.end) for q in found.quotes] == [(q.start, q.end) for q in find(text).quotes]
    assert all(q.speaker is None for q in found.quotes)


def spans(text: str) -> list[tuple[int, int]]:
    """The spans of the outermost quotations."""
    return [(q.start, q.end) for q in find(text).quotes if q.parent is None]


PLAIN = "The bridge has been shut since the flood and the council has no date for its repair."
# A quotation left open may run over two paragraphs, not over three; and a line of this length says that lines are not wrapped by hand.
FAR = f"\n\n{PLAIN}\n\n{PLAIN}\n\n{' '.join([PLAIN] * 6)}\n\n"


@given(articles, sentences)
def test_a_paragraph_at_the_end_moves_no_mark_above(text: str, last: str) -> None:
    """An editor who adds a paragraph below plain ones changes nothing above them."""
    above = text + FAR
    assert [s for s in spans(above + last) if s[1] <= len(above)] == spans(above)


@given(articles, st.sampled_from(SIGNS), st.data())
def test_an_odd_mark_stays_in_its_own_paragraph(text: str, mark: str, data: st.DataObject) -> None:
    """One mark more between plain paragraphs leaves the quotations above and below where they are."""
    words = PLAIN.split(" ")
    at = data.draw(st.integers(0, len(words)))
    glued = data.draw(st.sampled_from([mark + "{}", "{}" + mark, mark + " {}"]))
    odd = " ".join([*words[:at], glued.format(words[at] if at < len(words) else ""), *words[at + 1 :]])
    above, below = text + FAR, FAR + text
    grown = len(odd) - len(PLAIN)
    middle = (len(above), len(above) + len(odd))
    before = spans(above + PLAIN + below)
    after = [s for s in spans(above + odd + below) if s[1] <= middle[0] or s[0] >= middle[1]]
    assert after == [s if s[1] <= middle[0] else (s[0] + grown, s[1] + grown) for s in before]


PEOPLE = [
    "Ann Lee",
    "Anne Lee",
    "A. Lee",
    "Lee",
    "Ann Lee Jr.",
    "Valérie Roux",
    "Valerie Roux",
    "Roux",
    "Bill Hay",
    "William Hay",
    "Mary Hay",
    "Hay",
]
said = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["We open.", "No."])), min_size=1, max_size=3)


@given(st.lists(said, min_size=1, max_size=6), st.data())
def test_names_are_linked_in_any_order(told: list[list[tuple[str, str]]], data: st.DataObject) -> None:
    """Who stands for whom across articles depends on the articles, not on their order."""
    texts = ["\n\n".join(f"{name} said: “{words}”" for name, words in article) for article in told]
    articles = [find_quotes(source(text, f"a{n}")).quotes for n, text in enumerate(texts)]
    order = data.draw(st.permutations(range(len(articles))))
    straight = link_people(articles)
    shuffled = link_people([articles[n] for n in order])
    assert [shuffled[order.index(n)] for n in range(len(articles))] == list(straight)


@given(st.lists(said, min_size=1, max_size=6))
def test_linking_names_changes_nothing_else(told: list[list[tuple[str, str]]]) -> None:
    """A link gives a fuller name; mention, rule, cue and words stay, and a second link changes nothing."""
    texts = ["\n\n".join(f"{name} said: “{words}”" for name, words in article) for article in told]
    articles = [find_quotes(source(text, f"a{n}")).quotes for n, text in enumerate(texts)]
    linked = link_people(articles)
    for before, after in zip((q for a in articles for q in a), (q for a in linked for q in a), strict=True):
        assert before.speaker is not None
        assert after.speaker is not None
        kept = ("mention", "start", "end", "via", "confidence")
        assert [getattr(after.speaker, name) for name in kept] == [getattr(before.speaker, name) for name in kept]
        assert (after.id, after.text, after.pieces, after.kind, after.cue) == (
            before.id,
            before.text,
            before.pieces,
            before.kind,
            before.cue,
        )
    assert link_people(linked) == linked


# ---- the same article, printed otherwise ---------------------------------------------------------------------------
SHAPED = re.compile(r" ”\w[^”]*[\n“]|“[^”]*\. \"")  # its shape is all that tells what such a mark does


def straight(text: str) -> str:
    """The text with straight double marks."""
    return text.replace("“", '"').replace("”", '"')


AS_PRINTED: dict[str, tuple[Callable[[str], str], Callable[[str], str]]] = {  # how it is changed, and what makes both wordings one
    "straight double marks": (lambda t: t if SHAPED.search(t) else straight(t), straight),
    "straight apostrophes": (lambda t: t if "‘" in t else t.replace("’", "'"), lambda t: t.replace("’", "'")),
    "Windows line ends": (lambda t: t.replace("\n", "\r\n"), lambda t: t.replace("\r\n", "\n")),
    "no blank lines": (lambda t: t.replace("\n\n", "\n"), lambda t: t.replace("\n\n", "\n")),
    "two blank lines": (lambda t: t.replace("\n\n", "\n\n\n"), lambda t: t.replace("\n\n\n", "\n\n")),
    "indented": (lambda t: "    " + t.replace("\n", "\n    "), lambda t: t.replace("\n    ", "\n")),
    "a no-break space behind a mark": (lambda t: t.replace("” ", "”\u00a0"), lambda t: t.replace("\u00a0", " ")),
    "a plain paragraph above": (lambda t: f"{PLAIN}\n\n{t}", str),
    "a plain paragraph below": (lambda t: f"{t}\n\n{PLAIN}", str),
    "a line end at the end": (lambda t: f"{t}\n", str),
    "a byte order mark": (lambda t: f"\ufeff{t}", str),
    "zero-width spaces around marks": (lambda t: t.replace("“", "\u200b“").replace("”", "”\u200b"), lambda t: t.replace("\u200b", "")),
}

ZERO_WIDTH = {"zero-width spaces around marks"}


def told(text: str, same: Callable[[str], str]) -> list[tuple[object, ...]]:
    """What is said of each quotation, without its place."""
    return [
        (same(text[q.start : q.end]), q.kind, same(q.speaker.mention or "") if q.speaker else None, q.cue.text if q.cue else None)
        for q in find(text).quotes
    ]


@pytest.mark.parametrize(
    "print_",
    [
        pytest.param(name, marks=[pytest.mark.xfail(reason="a zero-width space is no white space", strict=True)] * (name in ZERO_WIDTH))
        for name in AS_PRINTED
    ],
)
def test_how_it_is_printed_changes_no_answer(print_: str) -> None:
    """Every case of the case files again, in other marks and other white space: the same quotations, speakers and cues."""
    change, same = AS_PRINTED[print_]
    for case in (case for name in names() for case in lines(name)):
        text = case["text"]
        if change(text) != text:
            assert told(change(text), same) == told(text, same), case["label"]
