"""What a fact-checker is told: every quotation of three articles against the transcript of one briefing, and why."""

from __future__ import annotations

import pytest
from made import article, quotes_of

from quotecli.compare import check
from quotecli.model import FAULTS, Quote, Verdict

TRANSCRIPT = """\
Briefing on the harbour, 4 March

MAYOR OKAFOR: Good morning, everyone. Thank you for coming out in this weather. I will keep this short, because the tide will not wait.
The harbour wall failed at four in the morning. Nobody was hurt, and I want to thank the night crew for that. We have closed the quay and the
lower market. We will not reopen either until the engineers tell us that they are safe. I don't believe we should sell the harbour. I never
have. The council has set aside 35 million pounds for the repair, and the first stones will be laid in April. If the government pays its share,
we will finish before winter. (Laughter.) Yes, I said before winter.

Q: Did the council ignore the warning of 2019?

MAYOR OKAFOR: No. We read the report, we paid for a second one, and we began to save. You can argue that we were slow. You cannot argue that we
were asleep. The crane, however, was another matter, and I regret what we did about the crane. It should have been moved in the summer.

Q: Will the fishermen be paid?

DR. LINDQVIST: Perhaps I can answer that. The boats lost eleven days last year and they will lose more this year. We have counted two hundred
and six families who live from the lower market. Every one of them has had a letter from us. The money is not a loan. It is not charity either.
It is what the insurance owes them. I realise that a letter does not fill a freezer.

Q: Minister Hale says that you are exaggerating the damage.

MAYOR OKAFOR: The minister has not been here. She is welcome to come, and I will lend her my boots. When she has seen the hole in the wall we can
talk about exaggeration. Until then I would ask her to read the report. It has pictures.

DR. LINDQVIST: It is a good report. I wrote most of it. The sea does not exaggerate. We measured a gap of nine metres on Tuesday and of eleven
on Wednesday.

MAYOR OKAFOR: Thank you, all. Mind the ropes on your way out.
"""

POST = """\
“We have closed the quay and the lower market,” Mayor Ada Okafor said. She added: “We will not reopen until the engineers tell us … You can argue that we were
slow.” Asked about money, she said: “The council has set aside £35m for the repair.” “We should sell the harbour,” she said.
"""
LEDGER = """\
“The money is not a loan. It is not charity,” said Karin Lindqvist, who wrote the report. “I realize that a letter doesn’t fill a freezer.”
“The sea does not exaggerate,” said Mayor Okafor. “The damage is the government’s fault alone and everybody knows it,” the mayor said.
"""
WIRE = """\
“We will reopen it when the engineers tell us that it is safe,” Okafor said. “She is welcome to come … When she has seen the hole in the wall we
can talk about exaggeration,” she said of the minister. “Nonsense from start to finish,” Minister Joan Hale told this paper. The gap was “nine
metres” wide, Lindqvist said.
"""

QUOTES = [
    *quotes_of(article("ledger", LEDGER), "Karin Lindqvist", "Karin Lindqvist", "Ada Okafor"),
    *quotes_of(article("post", POST), "Ada Okafor"),
    *quotes_of(article("wire", WIRE), "Ada Okafor", "Ada Okafor", "Joan Hale", "Karin Lindqvist"),
]

EXPECTED = [
    ("two sentences, the second left off where a comma says that it goes on", "The money is not a loan", "verbatim"),
    ("another spelling and a contraction", "I realize that a letter", "typographic"),
    ("the other speaker's words", "The sea does not exaggerate", "misattributed"),
    ("never said", "The damage is the government", "not-found"),
    ("word for word; the comma is the newspaper's", "We have closed the quay", "verbatim"),
    ("two answers made one, with nothing but an ellipsis between", "We will not reopen until", "stitched"),
    ("figures for words, cut before the next clause", "The council has set aside", "trimmed"),
    ("the head of the sentence, which denied it, is gone", "We should sell the harbour", "altered"),
    ("a negation is gone", "We will reopen it", "altered"),
    ("an open cut inside one answer", "She is welcome to come", "trimmed"),
    ("the minister does not speak here", "Nonsense from start to finish", "out-of-scope"),
    ("two words, but his own", "nine\nmetres", "verbatim"),
]


def verdicts() -> list[Verdict]:
    """The verdicts on all of them."""
    return list(check(TRANSCRIPT, QUOTES))


@pytest.mark.parametrize(("label", "begins", "expected"), EXPECTED, ids=[label for label, _, _ in EXPECTED])
def test_every_verdict_is_right(label: str, begins: str, expected: str) -> None:
    """Three articles, twelve quotations: each gets the verdict that a person with the transcript in hand would give."""
    found = next(one for one in verdicts() if one.quote.text.startswith(begins))
    assert found.verdict == expected, (label, found.edits)


def test_every_quotation_is_judged_once() -> None:
    """Nothing vanishes, and the order is that of the articles."""
    assert [one.quote.id for one in verdicts()] == [quote.id for quote in sorted(QUOTES, key=lambda quote: (quote.source, quote.start))]


def test_the_record_is_verbatim() -> None:
    """What is shown of the transcript stands there, at those offsets, with the sentences around it."""
    for one in verdicts():
        if one.record:
            assert TRANSCRIPT[one.record.start : one.record.end] == one.record.text
            assert one.record.before in TRANSCRIPT
            assert one.record.after in TRANSCRIPT


def test_edits_point_into_both_texts() -> None:
    """An edit's words stand at its offsets, in the article and in the transcript."""
    articles = {"post": POST, "ledger": LEDGER, "wire": WIRE}
    for one in verdicts():
        for edit in one.edits:
            assert TRANSCRIPT[edit.before_start : edit.before_end] == edit.before
            if "\n" not in one.quote.text:
                assert articles[one.quote.source][edit.start : edit.end] == edit.after


def test_faults_are_those_that_misquote() -> None:
    """Out of scope is no fault; neither is an open cut."""
    assert [one.quote.text[:8] for one in verdicts() if one.verdict in FAULTS] == [
        "The sea ",
        "The dama",
        "We will ",
        "We shoul",
        "We will ",
    ]


def test_one_speaker_alone() -> None:
    """With a speaker given, nobody else is judged."""
    found = check(TRANSCRIPT, QUOTES, speaker="Lindqvist")
    assert [one.verdict for one in found] == ["verbatim", "typographic", "verbatim"]


def test_without_labels() -> None:
    """A plain speech has no labels: whoever is found in it speaks in it."""
    speech = "The harbour is ours and it will stay ours. We have closed the quay and the lower market. Thank you."
    quotes = [
        *quotes_of(
            article("a", "“We have closed the quay and the lower market,” she said. “Nobody will pay a penny for this wall,” she said."),
            "Ada Okafor",
        ),
        *quotes_of(article("b", "“Nonsense from start to finish, all of it,” he said."), "Joan Hale"),
    ]
    assert [one.verdict for one in check(speech, quotes)] == ["verbatim", "not-found", "out-of-scope"]


@pytest.mark.parametrize("transcript", ["", "\n\n", "Q:", "A: \nQ: ", "(Laughter.)", "NOTE: nothing\x00here"])
def test_an_empty_record_finds_nothing(transcript: str) -> None:
    """No transcript, no verdict but that nothing was found."""
    assert {one.verdict for one in check(transcript, QUOTES)} <= {"not-found", "out-of-scope"}


def test_no_quotations() -> None:
    """Nothing to judge is no error."""
    nothing: list[Quote] = []
    assert check(TRANSCRIPT, nothing) == ()
