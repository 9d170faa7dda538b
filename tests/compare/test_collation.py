"""A cluster laid out for reading: who prints which wording, what stands in each column, where they differ."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import article, quotes_of

from quotecli.compare import cluster, collate
from quotecli.model import Collation, Quote

POST = "We will never raise taxes on working families, and we will not cut their pensions this year."
WORDINGS = [
    POST,
    "We’ll never raise taxes on working families and we will not cut pensions",
    "We will never raise taxes on [ordinary] families… and we will not cut their pensions this year.",
    "We will not raise taxes on working families",
    POST,
]


def laid_out(*texts: str) -> tuple[Collation, list[Quote]]:
    """One cluster of the texts, each in an article of its own."""
    quotes = [quote for number, text in enumerate(texts) for quote in quotes_of(article(f"a{number}", f"“{text}”"), "Ada Okafor")]
    (found,) = cluster(quotes)
    return collate(found, quotes), quotes


def test_identical_wordings_share_a_witness() -> None:
    """Five articles, four wordings; the base first, with both that print it."""
    found, _ = laid_out(*WORDINGS)
    assert [[v.source for v in witness.variants] for witness in found.witnesses] == [["a0", "a4"], ["a2"], ["a1"], ["a3"]]
    assert found.witnesses[0].text == POST
    assert all(witness.speakers == ("Ada Okafor",) * len(witness.variants) for witness in found.witnesses)


def test_every_witness_can_be_read_down_the_columns() -> None:
    """No word is lost, none is added, and none is out of order."""
    found, _ = laid_out(*WORDINGS)
    for number, witness in enumerate(found.witnesses):
        tokens = [column.tokens[number] for column in found.columns]
        assert "".join(token.text for token in tokens if token) == "".join(witness.text.split())


def test_columns_tell_who_agrees() -> None:
    """The base agrees with itself everywhere; the others where they have the same token to the letter."""
    found, _ = laid_out(*WORDINGS)
    for column in found.columns:
        assert column.same[0]
        for token, same in zip(column.tokens, column.same, strict=True):
            assert same == ((token and token.text) == (column.tokens[0] and column.tokens[0].text))


def test_places_name_what_differs() -> None:
    """Each place with the base's words, and the readings of those that have others."""
    found, _ = laid_out(*WORDINGS)
    readings = [(place.base, r.text, r.witnesses, r.type, r.risk) for place in found.places for r in place.readings]
    assert readings == [
        ("We will", "We’ll", (2,), "contraction", False),
        ("never", "not", (3,), "substituted", True),
        ("working", "[ordinary]", (1,), "editorial", False),
        (", and we will not cut their pensions this year.", "", (3,), "omitted", True),
        (",", "…", (1,), "punctuation", False),
        (",", "", (2,), "punctuation", False),
        ("their", "", (2,), "omitted", False),
        ("this year.", "", (2,), "omitted", False),
    ]


def test_witnesses_that_read_the_same_share_a_reading() -> None:
    """Two that put the same word in the same place are told together."""
    found, _ = laid_out(
        "The old wall failed at four in the cold night",
        "The old wall failed at four in the cold night",
        "The old dam failed at four in the cold night",
        "The old dam failed at four in the night",
    )
    assert [(r.text, r.witnesses) for place in found.places for r in place.readings] == [("dam", (1, 2)), ("", (2,))]
    found, _ = laid_out(
        "Sadly the old wall failed at four in the night",
        "Sadly the old wall failed at four in the night",
        "The old dam failed at four in the night",
        "And the old dam failed at four in the night",
    )
    assert ("dam", (1, 2)) in [(r.text, r.witnesses) for place in found.places for r in place.readings]


def test_a_typographic_difference_is_a_wording_of_its_own() -> None:
    """Curly or straight, it is printed otherwise, and marked so."""
    found, _ = laid_out("The harbour’s wall failed at four", "The harbour's wall failed at four")
    assert len(found.witnesses) == 2
    assert {r.type for place in found.places for r in place.readings} == {"typographic"}


def test_a_quotation_that_is_missing_is_told() -> None:
    """A cluster can only be laid out with the quotations it was made from."""
    found, quotes = laid_out(*WORDINGS)
    with pytest.raises(KeyError):
        collate(found.cluster, quotes[:1])


TOKENS = st.lists(st.sampled_from("the harbour wall failed at four in morning , not will … [old] we’ll".split()), min_size=6, max_size=18)


@settings(deadline=None)
@given(TOKENS, st.randoms(use_true_random=False))
def test_nothing_is_lost_in_any_layout(tokens: list[str], shuffler: random.Random) -> None:
    """Whatever the wordings, the columns hold every word of every witness once and in order, and places lie inside the table."""
    texts = [" ".join(tokens), " ".join(t for t in tokens if shuffler.random() > 0.2), " ".join(shuffler.sample(tokens, len(tokens)))]
    quotes = [quote for number, text in enumerate(texts) for quote in quotes_of(article(f"a{number}", f"“{text}”"), "Ada Okafor")]
    for one in cluster(quotes):
        found = collate(one, quotes)
        for number, witness in enumerate(found.witnesses):
            read = [column.tokens[number] for column in found.columns]
            starts = [token.start for token in read if token]
            assert starts == sorted(starts)
            assert "".join(token.text for token in read if token) == "".join(witness.text.split())
        assert all(0 <= place.start < place.end <= len(found.columns) for place in found.places)
