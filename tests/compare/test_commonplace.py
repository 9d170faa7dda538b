"""What no two articles are linked by: formulas, names, refrains, and a few words that each may have found alone."""

from __future__ import annotations

import pytest
from made import article, quotes_of

from quotecli.compare import cluster
from quotecli.compare.score import wording
from quotecli.model import Quote, Source

Article = tuple[str, str | None, str | None]  # the text, who says all that is quoted in it, and the date

# What the articles say; the numbers of sources of the utterances that come of it.
CASES: list[tuple[str, list[Article], list[int]]] = [
    (
        "an assurance",
        [
            ("“It is dear. I assure you it is the highest,” she said.", "Ada Okafor", None),
            ("“Is it lost? I assure you, it is not.”", "Ada Okafor", None),
        ],
        [],
    ),
    ("no doubt", [("“I have no doubt.”", "Ada Okafor", None), ("“I have no doubt,” she said.", "Ada Okafor", None)], []),
    (
        "no question",
        [("“There’s no question the boats leak.”", "Ada Okafor", None), ("“There is no question we won.”", "Ada Okafor", None)],
        [],
    ),
    (
        "three name one Act",
        [
            ("“We will repeal the Harbour Protection Act,” she said.", "Ada Okafor", None),
            ("“The Harbour Protection Act saved my boat.”", "Joan Hale", None),
            ("He voted for “the Harbour Protection Act”.", "Bo Voss", None),
        ],
        [],
    ),
    ("a title, by nobody known", [("She liked “The Drowned Wall of Saint Clement”.", None, None)] * 2, []),
    ("a name", [("“Wexcombe”", "Ada Okafor", None), ("“Nobody asked Wexcombe about the boats.”", "Ada Okafor", None)], []),
    (
        "a name first in its sentence",
        [("“Wexcombe knew.”", "Ada Okafor", None), ("“Nobody asked Wexcombe about boats.”", "Ada Okafor", None)],
        [],
    ),
    (
        "a name in what is shared",
        [("“Wexcombe sank the ferry on purpose.”", "Ada Okafor", None), ("“Wexcombe sank the ferry”", "Ada Okafor", None)],
        [2],
    ),
    ("all in capitals", [("“WEXCOMBE SANK THE FERRY”", "Ada Okafor", None), ("“WEXCOMBE SANK THE FERRY”", "Ada Okafor", None)], [2]),
    (
        "a refrain",
        [("“We will rebuild.” At night: “We will rebuild.”", "Ada Okafor", None), ("“We will rebuild.”", "Ada Okafor", None)],
        [],
    ),
    ("said once", [("“We will rebuild.” At night: “We are tired.”", "Ada Okafor", None), ("“We will rebuild.”", "Ada Okafor", None)], [2]),
    (
        "a sentence that is no refrain, in the headline too",
        [
            (
                "“The harbour wall failed at four in the morning.” She said: “The harbour wall failed at four in the morning.”",
                "Ada Okafor",
                None,
            ),
            ("“The harbour wall failed at four in the morning.”", "Ada Okafor", None),
        ],
        [2],
    ),
    (
        "two people, two words",
        [("A “monstrous swindle”, she said.", "Ada Okafor", None), ("A “monstrous swindle”, he said.", "Bo Voss", None)],
        [],
    ),
    (
        "two people, one quoting the other",
        [
            ("A “monstrous swindle”, she said.", "Ada Okafor", None),
            ("Voss would not repeat Okafor’s “monstrous swindle”.", "Bo Voss", None),
        ],
        [2],
    ),
    (
        "two people, five words",
        [("They will “take on the harbour cartel”.", "Ada Okafor", None), ("He will “take on the harbour cartel”.", "Bo Voss", None)],
        [],
    ),
    (
        "two people, five words, one named in another sentence",
        [
            ("They will “take on the harbour cartel”.", "Ada Okafor", None),
            ("Okafor was there. He will “take on the harbour cartel”. Okafor left.", "Bo Voss", None),
        ],
        [],
    ),
    (
        "two people, five words, one named in the sentence",
        [
            ("They will “take on the harbour cartel”.", "Ada Okafor", None),
            ("Asked about Okafor, Voss would not “take on the harbour cartel”.", "Bo Voss", None),
        ],
        [2],
    ),
    (
        "two people, a long line",
        [
            ("“Nobody will take on the harbour cartel before winter.”", "Ada Okafor", None),
            ("“Nobody will take on the harbour cartel before winter.”", "Bo Voss", None),
        ],
        [2],
    ),
    (
        "a line that is said again on another day",
        [
            ("“I will not be neutral here.”", "Ada Okafor", "2026-03-10"),
            ("“I will not be neutral here.”", "Ada Okafor", "2026-03-22"),
        ],
        [],
    ),
    (
        "the same line within the week",
        [
            ("“I will not be neutral here.”", "Ada Okafor", "2026-03-10"),
            ("“I will not be neutral here.”", "Ada Okafor", "2026-03-16"),
        ],
        [2],
    ),
    (
        "a line in other words on another day",
        [
            ("“We cannot afford to be polite to seagulls anymore.”", "Ada Okafor", "2026-03-10"),
            ("“We can’t afford to be so polite to seagulls anymore.”", "Ada Okafor", "2026-03-22"),
        ],
        [],
    ),
    (
        "a line in other words two days later",
        [
            ("“We cannot afford to be polite to seagulls anymore.”", "Ada Okafor", "2026-03-10"),
            ("“We can’t afford to be so polite to seagulls anymore.”", "Ada Okafor", "2026-03-12"),
        ],
        [2],
    ),
    (
        "a few telling words on another day",
        [
            ("The “highest, hardest harbour wall”.", "Ada Okafor", "2026-03-10"),
            ("A “highest, hardest harbour wall”.", "Ada Okafor", "2026-06-22"),
        ],
        [],
    ),
    (
        "a line that one says once, on another day",
        [
            ("“The harbour wall has consistently demonstrated its commitment to seagulls.”", "Ada Okafor", "2026-03-10"),
            ("“The harbour wall has consistently demonstrated its commitment to seagulls.”", "Ada Okafor", "2026-06-22"),
        ],
        [2],
    ),
    (
        "a week apart",
        [("A “monstrous swindle”.", "Ada Okafor", "2026-03-04"), ("A “monstrous swindle”.", "Ada Okafor", "2026-03-11T09:00")],
        [],
    ),
    (
        "the next day",
        [("A “monstrous swindle”.", "Ada Okafor", "2026-03-31"), ("A “monstrous swindle”.", "Ada Okafor", "2026-04-01T09:00")],
        [2],
    ),
    (
        "a week apart, but a whole sentence",
        [(f"“The harbour wall failed at four in the morning.” {day}", "Ada Okafor", f"2026-03-{day}") for day in ("04", "11")],
        [2],
    ),
]


def collection(articles: list[Article]) -> tuple[list[Quote], list[Source]]:
    """The articles and what is quoted in them."""
    sources = [article(f"a{n}", text, **({"published": date} if date else {})) for n, (text, _, date) in enumerate(articles)]
    return [quote for source, (_, who, _) in zip(sources, articles, strict=True) for quote in quotes_of(source, who)], sources


@pytest.mark.parametrize(("label", "articles", "expected"), CASES, ids=[case[0] for case in CASES])
def test_no_link_by_what_anybody_might_say(label: str, articles: list[Article], expected: list[int]) -> None:
    """And none lost that says more."""
    assert [one.sources for one in cluster(*collection(articles))] == expected, label


# Quotations of two sentences and of one, each of which another article prints alone: the parts that clusters have.
CUTS = [
    ("No.", "We wrote to No. 10 about the harbour wall. Nobody answered our letters.", 2),
    ("Inc.", "Harbour Walls Inc. Chairman Hale took the money. Nobody answered our letters.", 2),
    ("Sept.", "The harbour wall failed on Sept. 5 before sunrise. Nobody answered our letters.", 2),
    ("Capt.", "It was Capt. Hale who saw the harbour wall fail. Nobody answered our letters.", 2),
    ("a.m.", "At 4 a.m. Tuesday the harbour wall failed. Nobody answered our letters.", 2),
    ("no", "Did the harbour wall hold? The council said no. Nobody answered our letters.", 3),
    ("a sentence that ends in a company", "The harbour wall was built by Walls Inc. They took the money.", 2),
    ("art", "The harbour wall was a work of art. Nobody answered our letters.", 2),
]


@pytest.mark.parametrize(("label", "text", "sentences"), CUTS, ids=[cut[0] for cut in CUTS])
def test_a_shortened_word_ends_no_sentence(label: str, text: str, sentences: int) -> None:
    """“Capt. Hale” is one name; a sentence may still end in “no.” or in “art.”"""
    (quote,) = quotes_of(article("a", f"“{text}”"))
    assert len(wording(quote).sentences) == sentences, label
