"""Where a quotation's parts stand, what could not be heard, what only fills a pause."""

from __future__ import annotations

import pytest
from made import said

from quotecli.compare import check
from quotecli.model import Verdict

REFRAIN = """\
MAYOR ORTIZ: We will rebuild. The pier is gone, and the boats are gone. We will rebuild. The school is gone. We will rebuild.

Q: When will you rebuild?

MAYOR ORTIZ: Give us a year. We will rebuild. No. No, I did not take the money. I never said that we would close the pier before the summer.

VOS: We will rebuild. I do not think that the pier can be saved. The tram is dead.
"""
PLACES = [
    ("the refrain beside its neighbour", "Give us a year. We will rebuild.", "verbatim"),
    ("the refrain before its neighbour", "We will rebuild. The school is gone.", "verbatim"),
    ("the refrain on both sides", "We will rebuild. The school is gone. We will rebuild.", "verbatim"),
    ("the refrain alone", "We will rebuild.", "verbatim"),
    ("a word said twice", "No. No, I did not take the money.", "verbatim"),
    ("an open cut to a word that comes again", "The pier is gone … the boats are gone.", "trimmed"),
    ("parts in another order", "The school is gone. The pier is gone, and the boats are gone.", "stitched"),
    ("parts of two answers", "The school is gone. Give us a year.", "stitched"),
    ("an open cut that takes the negation", "I … said that we would close the pier before the summer.", "altered"),
    ("brackets that take the negation", "I [once] said that we would close the pier before the summer.", "altered"),
]


def verdict(record: str, quotation: str, by: str = "Dana Ortiz") -> Verdict:
    """The verdict on one quotation."""
    (found,) = check(record, said(f"“{quotation}”", by=by))
    return found


@pytest.mark.parametrize(("label", "quotation", "expected"), PLACES, ids=[one[0] for one in PLACES])
def test_parts_are_placed_together(label: str, quotation: str, expected: str) -> None:
    """A refrain is no stitch, a stitch is one; what an open cut hides is weighed."""
    found = verdict(REFRAIN, quotation)
    assert found.verdict == expected, (label, found.edits)


def test_an_open_cut_of_whole_sentences_may_take_a_negation() -> None:
    """What was denied in a sentence of its own stands beside what is quoted, and turns nothing of it."""
    assert verdict(REFRAIN, "We will rebuild. … The tram is dead.", by="Piet Vos").verdict == "trimmed"


def test_both_places_of_a_stitch_are_shown() -> None:
    """In the quotation's order, each with its words."""
    found = verdict(REFRAIN, "The school is gone. Give us a year.")
    assert [place.text for place in found.places] == ["The school is gone", "Give us a year"]
    assert all(REFRAIN[place.start : place.end] == place.text for place in found.places)


UNHEARD = [
    ("[inaudible]", "altered"),
    ("(inaudible)", "altered"),
    ("[INAUDIBLE 00:12:03]", "altered"),
    ("[unintelligible]", "altered"),
    ("[unintelligible 00:12:03]", "altered"),
    ("[crosstalk]", "altered"),
    ("(cross talk)", "altered"),
    ("[indistinct]", "altered"),
    ("[?]", "altered"),
    ("---", "altered"),
    ("— —", "altered"),
    ("____", "altered"),
    ("[laughter]", "verbatim"),
    ("(Applause.)", "verbatim"),
    ("[00:12:03]", "verbatim"),
    ("(music)", "verbatim"),
]


@pytest.mark.parametrize(("sign", "expected"), UNHEARD, ids=[one[0] for one in UNHEARD])
def test_what_nobody_heard_is_told(sign: str, expected: str) -> None:
    """It may have been “not”; laughter was heard, and is nothing."""
    found = verdict(f"MAYOR ORTIZ: The bridge is {sign} safe for lorries this winter.", "The bridge is safe for lorries this winter")
    assert found.verdict == expected
    assert [(edit.type, edit.before, edit.risk) for edit in found.edits] == ([("unheard", sign, True)] if expected == "altered" else [])


@pytest.mark.parametrize(
    ("record", "quotation", "expected"),
    [
        ("[inaudible] The bridge is safe for lorries. It is.", "The bridge is safe for lorries.", "altered"),
        ("The bridge is safe for lorries [inaudible]. It is.", "The bridge is safe for lorries.", "altered"),
        ("The bridge is safe for lorries. [inaudible] It is.", "The bridge is safe for lorries.", "verbatim"),
        ("The bridge is [inaudible] safe for lorries.", "The bridge is … safe for lorries.", "altered"),
        ("The bridge is [inaudible] safe for lorries.", "The bridge is [inaudible] safe for lorries.", "trimmed"),
        ("The bridge is [inaudible] old. It is safe for lorries.", "It is safe for lorries", "verbatim"),
        ("The bridge is [inaudible] old, and it is safe for lorries.", "It is safe for lorries", "altered"),
    ],
)
def test_where_words_are_missing(record: str, quotation: str, expected: str) -> None:
    """Only inside the words that the quotation gives; nothing is hidden by one that says so itself."""
    assert verdict(f"MAYOR ORTIZ: {record}", quotation).verdict == expected


FILLERS = [
    ("only fillers go", "We are, um, done with the, uh, old plan.", "typographic"),
    ("phrases go", "We are kind of, you know, done with the old plan.", "typographic"),
    ("a false start goes too", "We are kind of, um, done with the, uh, the old plan, right?", "trimmed"),
    ("a word goes with them", "We are, um, almost done with the, uh, old plan.", "altered"),
    ("a negation goes with them", "We are, uh, not, um, done with the old plan.", "altered"),
]


@pytest.mark.parametrize(("label", "record", "expected"), FILLERS, ids=[one[0] for one in FILLERS])
def test_fillers(label: str, record: str, expected: str) -> None:
    """A quotation cleaned of um and uh has the same words, and is found however short."""
    found = verdict(f"MAYOR ORTIZ: {record}", "We are done with the old plan")
    assert found.verdict == expected, (label, found.edits)


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("We will open the line on the third of May, with eleven boats.", {"typographic", "verbatim"}),
        ("No one will pay more than they pay today.", {"typographic", "verbatim"}),
        ("We will open the line on the third of June, with eleven boats.", {"altered"}),
        ("We will not open the line on the third of May.", {"altered"}),
        ("We will close the harbour to every boat.", {"not-found"}),
    ],
)
def test_speech_without_full_stops(quotation: str, expected: set[str]) -> None:
    """Nothing is cut from the ends of a sentence that has none; the words count as ever."""
    record = (
        "the mayor here thank you we will open the line on the third of may with eleven boats and no one will pay more than they pay today"
    )
    assert verdict(record, quotation).verdict in expected


def test_one_voice_without_labels() -> None:
    """What a speech does not have its speaker did not say there; who is quoted less is out of scope."""
    speech = "Good evening. We will open the new pool in June. It cost nine million."
    quotes = [*said("“The old pool will be sold to a hotel.” “Every child will swim.”", by="Lena Brandt")]
    assert [one.verdict for one in check(speech, quotes)] == ["not-found", "not-found"]
