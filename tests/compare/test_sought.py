"""Words that are looked for: where they are found, as what, and where they are not."""

from __future__ import annotations

import pytest

from quotecli.compare import Sought
from quotecli.errors import Misuse
from quotecli.find import find_quotes
from quotecli.model import Quote, Source


def quote(words: str) -> Quote:
    """The quotation that somebody says these words in."""
    return find_quotes(Source("a", "a", f"“{words}” Dana Ortiz said on Friday.")).quotes[0]


@pytest.mark.parametrize(
    ("words", "said", "found"),
    [
        ("we will not stop the ferry", "And we will not stop the ferry in winter.", "we will not stop the ferry"),
        ("WE WON'T STOP THE FERRY", "We will not stop the ferry.", "We will not stop the ferry."),
        ("“we will not stop the ferry,”", "We won’t stop the ferry,", "We won’t stop the ferry,"),
        ("35 million people", "There are 35m people here,", "35m people"),
        ("ferry", "We will not stop the ferry in winter,", "ferry"),
        ("the ferry stays. We will not stop it", "The ferry stays. We will not stop it.", "The ferry stays. We will not stop it."),
    ],
)
def test_the_very_words_are_found_in_any_dress(words: str, said: str, found: str) -> None:
    """Capitals, marks, contractions and figures are dress; the stretch is as it is printed."""
    one = Sought(words).within(quote(said))
    assert one is not None
    assert (one.variant.text, one.exact) == (found, True)


@pytest.mark.parametrize(
    ("words", "said", "edits"),
    [
        ("we will never stop the ferry in winter", "They may stop the ferry in winter,", [("We will never", "They may")]),
        ("we will stop the ferry in winter", "We will not stop the ferry in winter,", [("", "not")]),
        ("the old harbour bridge must stay open", "The harbour bridge must stay open,", [("old", "")]),
        ("compromises were made at the harbour", "Compromise was made at the harbour,", [("compromises", "Compromise"), ("were", "was")]),
    ],
)
def test_nearly_the_same_words_are_told_from_them(words: str, said: str, edits: list[tuple[str, str]]) -> None:
    """With what differs, the words looked for first; a word more or less is never the very words."""
    one = Sought(words).within(quote(said))
    assert one is not None
    assert not one.exact
    told = [(edit.before.casefold(), edit.after) for edit in one.variant.edits if edit.type not in ("typographic", "punctuation")]
    assert told == [(before.casefold(), after) for before, after in edits]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("we will not stop the ferry", "We will not raise the tax,"),
        ("the bridge is open", "The harbour is closed and it will be so,"),
        ("ready for it at any time", "It is time for the talks, at last,"),
        ("ferry", "The bridge stays,"),
    ],
)
def test_words_that_everybody_uses_are_not_enough(words: str, said: str) -> None:
    """A quotation that shares only small words is another quotation."""
    assert Sought(words).within(quote(said)) is None


@pytest.mark.parametrize("words", ["", "  ", "…", "“—”"])
def test_there_must_be_a_word(words: str) -> None:
    """Marks alone are none."""
    with pytest.raises(Misuse, match="no word"):
        Sought(words)
