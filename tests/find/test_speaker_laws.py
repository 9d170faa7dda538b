"""Laws of who said it, for articles made up at random: belief adds up, what stands elsewhere has no say, and no small word is anybody."""

from __future__ import annotations

import re

import pytest
from case_files import lines, names, source
from hypothesis import given
from hypothesis import strategies as st

from quotecli.find import find_quotes, link_people
from quotecli.find.explained import find_explained
from quotecli.lexicon.en import words
from quotecli.model import Quote

SMALL_WORDS = (
    words.DETERMINERS | words.COORDINATORS | words.PREPOSITIONS | words.AUXILIARIES | words.SUBJECT_PRONOUNS | words.OBJECT_PRONOUNS
) | {"there", "then", "here", "not", "so", "if", "when", "while", "because", "although", "that"}

OPENERS = ["", "", "", "And ", "But ", "There ", "Then ", "So ", "When ", "If ", "While ", "In May, ", "On Monday ", "Not ", "A ", "The "]
PEOPLE = [
    "Dana Ortiz",
    "Ortiz",
    "Mr. Kim",
    "Łukasz Ek",
    "ÉMILE ROUX",
    "the mayor",
    "a spokesman for the port",
    "The report",
    "he",
    "She",
    "they",
]
VERBS = ["said", "says", "told reporters", "called it", "added that it was", "never said", "wrote of", "denied", "left the", "and"]
SPOKEN = [
    "We open in May",
    "No",
    "The Long Winter",
    "a slow mistake",
    "STOP",
    "You and I know why",
    "I am",
    "There is nothing",
    "and so on",
]
QUOTED = st.builds("“{}{}”".format, st.sampled_from(SPOKEN), st.sampled_from(["", ",", ".", "?"]))
SENTENCES = st.one_of(
    st.builds("{}{} {} {}.".format, st.sampled_from(OPENERS), st.sampled_from(PEOPLE), st.sampled_from(VERBS), QUOTED),
    st.builds("{} {} {}.".format, QUOTED, st.sampled_from(PEOPLE), st.sampled_from(VERBS)),
    st.builds("{} {} {}, {}.".format, QUOTED, st.sampled_from(VERBS), st.sampled_from(PEOPLE), QUOTED),
    st.builds("{}: {}".format, st.sampled_from([*PEOPLE, "And", "There", "But", "The", "Q"]), QUOTED),
    st.builds("{}{} met {} in the hall.".format, st.sampled_from(OPENERS), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)),
    QUOTED,
)
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join)
ARTICLES = st.lists(PARAGRAPHS, min_size=1, max_size=5).map("\n\n".join)

PLAIN = "The bridge has been shut since the flood and the council has no date for its repair."


def quotes(text: str) -> tuple[Quote, ...]:
    """What is found in an article of that text."""
    return find_quotes(source(text)).quotes


@given(ARTICLES)
def test_belief_adds_up(text: str) -> None:
    """The shares of all candidates and of nobody make one, for every quotation, nested ones too."""
    for weighing in find_explained(source(text)).weighings:
        shares = [one.share for one in weighing.contenders]
        assert sum(shares) + weighing.nobody == pytest.approx(1, abs=0.001 * (len(shares) + 1))
        assert all(0 <= share <= 1 for share in (*shares, weighing.nobody))


@given(ARTICLES)
def test_a_plain_paragraph_at_the_end_changes_no_answer(text: str) -> None:
    """Speakers, their confidence, kinds and reasons: nothing in the paragraph is about anybody."""
    assert quotes(f"{text}\n\n{PLAIN}") == quotes(text)


@given(st.lists(ARTICLES, min_size=2, max_size=4), st.data())
def test_the_order_of_the_articles_changes_no_answer(texts: list[str], data: st.DataObject) -> None:
    """What one article has is neither kept for the next one nor decided by who came first."""
    order = data.draw(st.permutations(range(len(texts))))
    straight = link_people([find_quotes(source(text, f"a{n}")).quotes for n, text in enumerate(texts)])
    shuffled = link_people([find_quotes(source(texts[n], f"a{n}")).quotes for n in order])
    assert [shuffled[order.index(n)] for n in range(len(texts))] == list(straight)


def check_names(text: str) -> None:
    """No name is made of small words, nor begins with one that joins."""
    for quote in quotes(text):
        name = quote.speaker.name if quote.speaker else None
        if name:
            parts = re.findall(r"[^\W_]+", name.lower())
            assert not SMALL_WORDS.issuperset(parts), name
            assert parts[0] not in words.COORDINATORS | {"there"}, name


@given(ARTICLES)
def test_a_small_word_is_never_a_name(text: str) -> None:
    """“And”, “There”, “the”: capitals at the start of a sentence make nobody of them."""
    check_names(text)


@pytest.mark.parametrize("name", names())
def test_no_case_has_a_small_word_for_a_name(name: str) -> None:
    """Nor in any text of ours."""
    for case in lines(name):
        if "known" not in case:
            check_names(case["text"])


@given(ARTICLES)
def test_what_is_no_speech_has_no_speaker(text: str) -> None:
    """Kind other: a title, a term, a name; nobody said it, whoever stands beside it."""
    assert [quote.text for quote in quotes(text) if quote.kind == "other" and (quote.speaker or quote.cue)] == []


@pytest.mark.parametrize("name", names())
def test_no_case_has_a_speaker_for_what_is_no_speech(name: str) -> None:
    """Nor in any text of ours."""
    for case in lines(name):
        assert [quote.text for quote in quotes(case["text"]) if quote.kind == "other" and quote.speaker] == []
