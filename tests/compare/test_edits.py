"""What a reader is told of two wordings: which words differ, of what kind the difference is, and whether the meaning is at risk."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made import said

from quotecli.compare import diff

PLEDGE = "We will never raise taxes on working families, and we will not cut their pensions this year."

CASES: list[tuple[str, str, str, list[tuple[str, str, str, bool]]]] = [
    ("nothing differs", PLEDGE, PLEDGE, []),
    ("curly for straight", "It's \"ours\" - all of it", "It’s “ours” — all of it", [("typographic", "It's", "It’s", False), ("typographic", '"', "“", False), ("typographic", '"', "”", False), ("typographic", "-", "—", False)]),
    ("three dots for one sign", "I wonder... perhaps", "I wonder… perhaps", [("typographic", "...", "…", False)]),
    ("capital letter", "but We shall see", "but we shall see", [("typographic", "We", "we", False)]),
    ("the outlet's comma closes", "We shall see.", "We shall see,", [("typographic", ".", ",", False)]),
    ("comma inside", "Slowly but surely we win", "Slowly, but surely, we win", [("punctuation", "", ",", False), ("punctuation", "", ",", False)]),
    ("question made statement", "You are sure? Then go", "You are sure. Then go", [("punctuation", "?", ".", True)]),
    ("hyphen", "a long-term plan", "a long term plan", [("typographic", "-", "", False)]),
    ("British and American", "We realise the colour of the defence", "We realize the color of the defense", [("spelling", "realise", "realize", False), ("spelling", "colour", "color", False), ("spelling", "defence", "defense", False)]),
    ("no British ending", "They promised to advise him", "They promised to advise him", []),
    ("a name in two transliterations", "Zelensky knows", "Zelenskyy knows", [("spelling", "Zelensky", "Zelenskyy", False)]),
    ("contraction closed", "I do not know what it is", "I don’t know what it’s", [("contraction", "do not", "don’t", False), ("contraction", "it is", "it’s", False)]),
    ("contraction opened", "They won't, and we can't", "They will not, and we cannot", [("contraction", "won't", "will not", False), ("contraction", "can't", "cannot", False)]),
    ("figures", "35 million people and 1,300 boats", "35m people and 1300 boats", [("number-format", "35 million", "35m", False), ("number-format", "1,300", "1300", False)]),
    ("number words", "four times in ten years", "4 times in 10 years", [("number-format", "four", "4", False), ("number-format", "ten", "10", False)]),
    ("currency and percent", "$35 million, or 40 percent", "35 million dollars, or 40%", [("number-format", "$35 million", "35 million dollars", False), ("number-format", "percent", "%", False)]),
    ("another number", "There were 30 dead", "There were 13 dead", [("substituted", "30", "13", True)]),
    ("another number word", "two ships", "three ships", [("substituted", "two", "three", True)]),
    ("bracket for a word", "on working families", "on [ordinary] families", [("editorial", "working", "[ordinary]", False)]),
    ("bracket put in", "He told me so", "He [Mr Lee] told me so", [("editorial", "", "[Mr Lee]", False)]),
    ("bracket for a pronoun", "I met him on Tuesday", "I met [the president] on Tuesday", [("editorial", "him", "[the president]", False)]),
    ("bracketed letter", "And we go", "[W]e go", [("omitted", "And", "", False), ("editorial", "we", "[W]e", False)]),
    ("bracket over a negation", "I do not want it", "I do [want] it", [("omitted", "not", "", True), ("editorial", "want", "[want]", False)]),
    ("masked", "never pay for that fucking wall", "never pay for that f—ing wall", [("editorial", "fucking", "f—ing", False)]),
    ("word put in", "We will win", "We will surely win", [("inserted", "", "surely", False)]),
    ("negation put in", "We will go", "We will not go", [("inserted", "", "not", True)]),
    ("negation gone", "We will not go", "We will go", [("omitted", "not", "", True)]),
    ("never is not not", "We will never go", "We will not go", [("substituted", "never", "not", True)]),
    ("modal", "He will resign", "He would resign", [("substituted", "will", "would", True)]),
    ("quantifier", "Most people agree", "Some people agree", [("substituted", "Most", "Some", True)]),
    ("name", "I met him in Paris", "I met him in London", [("substituted", "Paris", "London", True)]),
    ("a plain word", "a slow decline", "a slow decay", [("substituted", "decline", "decay", False)]),
    ("another form of a word is another word", "they promise", "they promised", [("substituted", "promise", "promised", False)]),
    ("open cut in the middle", PLEDGE, "We will never raise taxes … and we will not cut their pensions this year.", [("omitted-ellipsis", "on working families,", "…", False)]),
    ("open cut that hides a negation is a risk all the same", "We shall go, though not today, by sea", "We shall go … by sea", [("omitted-ellipsis", ", though not today,", "…", True)]),
    ("silent cut", PLEDGE, "We will never raise taxes on families, and we will not cut their pensions this year.", [("omitted", "working", "", False)]),
    ("silent cut of a limit", "We will stay if they pay us and feed us", "We will stay", [("omitted", "if they pay us and feed us", "", True)]),
    ("head cut", "I think that the wall will hold", "the wall will hold", [("omitted", "I think that", "", True)]),
    ("the fragment keeps together", "the dog and the cat sat", "the cat sat", [("omitted", "the dog and", "", False)]),
    ("ellipsis where nothing is cut", "the dog, and the cat", "the dog … and the cat", [("punctuation", ",", "…", False)]),
    ("moved", "This year we will pay the boats what they are owed", "we will pay the boats what they are owed this year", [("moved", "This year", "", False), ("moved", "", "this year", False)]),
    ("emptied", "Yes", "", [("omitted", "Yes", "", False)]),
    ("from nothing", "", "Yes", [("inserted", "", "Yes", False)]),
]  # fmt: skip


@pytest.mark.parametrize(("label", "a", "b", "expected"), CASES, ids=[case[0] for case in CASES])
def test_each_difference_has_its_name(label: str, a: str, b: str, expected: list[tuple[str, str, str, bool]]) -> None:
    """The edits of `b` against `a`, in order, with type and risk."""
    assert [(edit.type, edit.before, edit.after, edit.risk) for edit in diff(a, b)] == expected, label


def test_offsets_are_those_of_the_articles() -> None:
    """An edit of two quotations points into both articles, over paragraphs too."""
    one = "He said: “We will never go.\n“We will stay at home.” That was all."
    two = "“We will not go. We will stay in the house,” he said."
    a, b = said(one)[0], said(two)[0]
    found = diff(a, b)
    assert [(e.before, e.after) for e in found if e.type == "substituted"] == [("never", "not"), ("at home", "in the house")]
    for edit in found:
        assert two[edit.start : edit.end] == edit.after
        assert "\n" in edit.before or one[edit.before_start : edit.before_end] == edit.before


# ---- laws ----------------------------------------------------------------------------------------------------------------
WORDS = st.sampled_from(
    "we will not never go stay home [home] 35 million 35m four 4 — … , . “ ” don’t do realise realize Paris f—ing".split()
)
WORDING = st.lists(WORDS, max_size=14).map(" ".join)


@given(WORDING)
def test_no_wording_differs_from_itself(text: str) -> None:
    """Nothing changed, nothing reported."""
    assert diff(text, text) == ()


@given(WORDING, WORDING)
def test_edits_stand_in_order_and_verbatim(a: str, b: str) -> None:
    """Each edit's words are the texts' own at its offsets; edits do not overlap."""
    at = 0
    for edit in diff(a, b):
        assert b[edit.start : edit.end] == edit.after
        assert a[edit.before_start : edit.before_end] == edit.before
        assert edit.before or edit.after
        assert edit.start >= at
        at = edit.end


@given(WORDING, WORDING)
def test_the_edits_make_one_wording_of_the_other(a: str, b: str) -> None:
    """Outside the edits both wordings are the same words: nothing that differs goes unreported."""
    kept_a, kept_b, at_a, at_b = [], [], 0, 0
    for edit in diff(a, b):
        kept_a.append(a[at_a : edit.before_start])
        kept_b.append(b[at_b : edit.start])
        at_a, at_b = edit.before_end, edit.end
    kept_a.append(a[at_a:])
    kept_b.append(b[at_b:])
    assert "".join(kept_a).split() == "".join(kept_b).split()


@example("", "²¼")  # a raised figure is a digit and no number
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_can_be_compared(a: str, b: str) -> None:
    """Control characters, lone surrogates aside, half brackets: nothing raises."""
    for edit in diff(a, b):
        assert b[edit.start : edit.end] == edit.after


def test_chapters_are_compared_too() -> None:
    """Two texts of a thousand words, one of them without every tenth: what is gone is told, and nothing else."""
    words = [f"{a}{b}" for a in "the of harbour wall boat council night".split() for b in ("", "yard", "master")] * 48
    kept = [word for number, word in enumerate(words) if number % 10]
    found = diff(" ".join(words), " ".join(kept))
    assert {edit.type for edit in found} == {"omitted"}
    assert sum(len(edit.before.split()) for edit in found) == len(words) - len(kept)
