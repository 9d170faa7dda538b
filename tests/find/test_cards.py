"""Every kind of evidence keeps the promises of its card: it finds its examples, and leaves what it says it leaves."""

from __future__ import annotations

import pytest
from case_files import lines, names, source

from quotecli.find import find_quotes
from quotecli.find.door import find_in
from quotecli.find.evidence.cards import CARDS, REASONS

FINDS = [(card.name, text, mention) for card in CARDS for text, mention in card.finds]
LEAVES = [(card.name, text) for card in CARDS for text in card.leaves]


@pytest.mark.parametrize(("name", "text", "mention"), FINDS)
def test_evidence_finds_its_examples(name: str, text: str, mention: str) -> None:
    """A quotation of the example is attributed on the evidence on whose card it stands, to the mention named there."""
    speakers = [q.speaker for q in find_quotes(source(text)).quotes if q.speaker]
    assert (name, mention) in [(speaker.via, speaker.mention) for speaker in speakers]


@pytest.mark.parametrize(("name", "text"), LEAVES)
def test_evidence_leaves_what_is_not_its_own(name: str, text: str) -> None:
    """Negatives of equal rank: no quotation of the text may be attributed on this evidence."""
    found = find_quotes(source(text)).quotes
    assert [q.speaker.via for q in found if q.speaker and q.speaker.via == name] == []


def test_every_card_has_a_name_of_its_own_a_reason_and_examples_of_both_kinds() -> None:
    """`quotes explain` prints the reason; two kinds of evidence with one name could not be told apart."""
    assert len(REASONS) == len(CARDS)
    assert [card.name for card in CARDS if not (card.reason.endswith(".") and card.finds and card.leaves)] == []


def test_no_candidate_is_proposed_on_evidence_without_a_card() -> None:
    """Every attribution can be explained: all that any case of ours, or any example, brings up has a reason."""
    texts = [case["text"] for name in names() for case in lines(name)]
    texts += [text for _, text, _ in FINDS] + [text for _, text in LEAVES]
    articles = [find_in(source(text))[0] for text in texts]
    assert {one.via for article in articles for found in article.candidates.values() for one in found} <= REASONS.keys()
