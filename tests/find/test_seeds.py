"""The five articles on one press conference: their hard parts come out right."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_files import source

from quotecli.find import find_quotes, link_people
from quotecli.model import Quote

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TEXTS = {path.stem[:3]: path.read_text("utf8") for path in SEEDS}
FOUND = dict(zip(TEXTS, link_people([find_quotes(source(text, seed)).quotes for seed, text in TEXTS.items()]), strict=True))


def quote(seed: str, words: str) -> Quote:
    """The quotation whose words begin so."""
    (found,) = [q for q in FOUND[seed] if q.text.startswith(words)]
    return found


SPEAKERS = [  # seed, the quotation's first words, the words that name its speaker, the name
    ("000", "ready", "the Russian president", "Vladimir Putin"),
    ("000", "I don’t know when we will meet", "He", "Vladimir Putin"),
    ("000", "I am sure we will have plenty", "He", "Vladimir Putin"),
    ("000", "We maintain relations", "he", "Vladimir Putin"),
    ("001", "I don't know when I will meet", "the Russian president", "Vladimir Putin"),
    ("001", "And I will be ready", "he", "Vladimir Putin"),
    ("002", "I’m ready for it", "he", "Vladimir Putin"),
    ("003", "I don't know when we will meet", "the 72-year-old Russian leader", "Vladimir Putin"),
    ("003", "I have not talked to him", "Putin", "Vladimir Putin"),
    ("003", "President Putin said that he wants", "Trump", "Donald Trump"),
    ("003", "So we have to wait", "Trump", "Donald Trump"),
    ("003", "It's a tough one", "Trump", "Donald Trump"),
    ("004", "I don’t know when I’m going to see him", "Putin", "Vladimir Putin"),
    ("004", "If we ever have a meeting", "he", "Vladimir Putin"),
]


@pytest.mark.parametrize(("seed", "words", "mention", "name"), SPEAKERS)
def test_the_speakers(seed: str, words: str, mention: str, name: str) -> None:
    """He, the Russian leader, the Russian president: one man; and Trump is Donald Trump."""
    speaker = quote(seed, words).speaker
    assert speaker is not None
    assert (speaker.mention, speaker.name) == (mention, name)


PARAGRAPHS = [
    ("000", "I don’t know when", 2),
    ("000", "I am sure", 4),
    ("000", "We maintain", 2),
    ("003", "I believe", 1),
    ("003", "Why?", 2),
]


@pytest.mark.parametrize(("seed", "words", "paragraphs"), PARAGRAPHS)
def test_a_quotation_over_several_paragraphs_is_one(seed: str, words: str, paragraphs: int) -> None:
    """Reopened marks, curly and straight, are not part of the words."""
    found = quote(seed, words)
    assert len(found.pieces) == paragraphs
    assert not set(found.text) & set("“”") or seed != "000"
    assert found.text.count("\n") == paragraphs - 1


def test_marks_that_face_the_wrong_way() -> None:
    """“… if he wishes“ and “… of course. "Any time," are one quotation each."""
    assert quote("001", "And I will be ready").text == "And I will be ready to meet with him if he wishes"
    assert quote("001", "I don't know when I will meet").text.endswith('of course. "Any time,')


def test_the_nested_quotation_has_its_parent() -> None:
    """What Putin recalls a writer to have said stands inside what Putin said."""
    assert quote("000", "rumours of my death").parent == quote("000", "Whoever would like").id


def test_the_nested_quotation_is_not_the_outer_speaker_s() -> None:
    """The writer is not named, only described; so is the speaker."""
    speaker = quote("000", "rumours of my death").speaker
    assert speaker is not None
    assert speaker.name == "a famous person and writer"


SPLIT = [
    ("003", "Of course, I'm ready", "I have not talked"),
    ("004", "And you, and those people", "You said that this"),
]


@pytest.mark.parametrize(("seed", "second", "first"), SPLIT)
def test_the_second_half_of_a_split_quotation_continues_the_first(seed: str, second: str, first: str) -> None:
    """“…,” Putin continued. “…”"""
    assert quote(seed, second).continues == quote(seed, first).id


def test_a_post_and_the_furniture_of_a_page_say_nothing() -> None:
    """Related links, credit lines and the account of an embedded post are nobody's words; what the post quotes, Putin said."""
    assert [q.speaker.name for q in FOUND["004"] if q.speaker and q.text in ("serious blunders", "any time")] == ["Vladimir Putin"] * 2
    assert [q.text[:20] for q in FOUND["002"]] == ["I’m ready for it, of"]
