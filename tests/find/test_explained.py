"""What is explained is what was decided: the weighings agree with the quotations."""

from __future__ import annotations

import pytest
from case_files import lines, names, source

from quotecli.find import Found, find_quotes
from quotecli.find.explained import find_explained


@pytest.fixture(scope="module")
def explained() -> list[Found]:
    """Every case, explained."""
    return [find_explained(source(case["text"])) for name in names() for case in lines(name)]


def test_explaining_changes_nothing(explained: list[Found]) -> None:
    """The same quotations, with a weighing each."""
    for found in explained:
        assert found.quotes == find_quotes(found.source).quotes
        assert [one.quote for one in found.weighings] == [quote.id for quote in found.quotes]


def test_the_shares_of_all_make_one(explained: list[Found]) -> None:
    """Nobody among them, the strongest first."""
    for weighing in (one for found in explained for one in found.weighings):
        shares = [one.share for one in weighing.contenders]
        assert sum(shares) + weighing.nobody == pytest.approx(1, abs=0.01)
        assert shares == sorted(shares, reverse=True)


def test_the_speaker_is_the_strongest_and_the_confidence_follows(explained: list[Found]) -> None:
    """The mention's share times the certainty of who is meant; where somebody is named, they outweigh nobody."""
    for found in explained:
        for quote, weighing in zip(found.quotes, found.weighings, strict=True):
            if quote.speaker is None:
                assert weighing.meant is None
                continue
            best = weighing.contenders[0]
            assert weighing.meant is not None
            assert best.via == quote.speaker.via
            assert best.share >= weighing.nobody
            assert quote.speaker.name == weighing.meant.name
            assert quote.speaker.confidence == pytest.approx(best.share * weighing.meant.certainty, abs=0.011)


def test_the_mention_stands_where_it_is_said_to_stand(explained: list[Found]) -> None:
    """Verbatim, here too; and the signs by the size of their weights."""
    for found in explained:
        for one in (one for weighing in found.weighings for one in weighing.contenders):
            assert found.source.text[one.start : one.end] == one.mention
            sizes = [abs(sign.weight) for sign in one.signs]
            assert sizes == sorted(sizes, reverse=True)
