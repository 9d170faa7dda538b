"""Which quotations are one utterance and which are not, whatever the order of the articles and whatever else is read with them."""

from __future__ import annotations

import pickle
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import article, quotes_of

from quotecli.compare import candidates, cluster, clusters, with_clusters
from quotecli.lexicon.en.people import is_name
from quotecli.model import Cluster, Held, Quote, Source

SEEDS = Path(__file__).parents[2] / "seeds"

# What is said in two articles, by whom; whether it is one utterance. The articles say no more than this.
TOGETHER = [
    ("identical", "The harbour wall failed at four in the morning.", "The harbour wall failed at four in the morning."),
    ("other marks and case", "The harbour wall - “ours” - failed, at four!", "THE HARBOUR WALL — 'ours' — failed at four"),
    ("another spelling", "We apologise for the colour of the harbour wall", "We apologize for the color of the harbor wall"),
    ("contractions", "We don't know why the harbour wall failed", "We do not know why the harbour wall's failed"),
    ("head cut", "Last night, to our shame, the harbour wall failed at four", "the harbour wall failed at four"),
    ("middle cut", "The harbour wall, which we built in 1904, failed at four", "The harbour wall … failed at four"),
    ("tail cut", "The harbour wall failed at four while we slept in our beds", "The harbour wall failed at four"),
    ("a fragment", "What the council did was a monstrous swindle and nothing else", "monstrous swindle"),
    (
        "two sentences made one",
        "The harbour wall failed. It failed at four in the morning.",
        "The harbour wall failed, it failed at four in the morning",
    ),
    ("bracketed", "They built the harbour wall in a fortnight", "[The council] built the harbour wall in a fortnight"),
    ("order moved", "At four in the morning the harbour wall failed", "The harbour wall failed at four in the morning"),
    ("masked", "He is a lying bastard and his wall is bullshit", "He is a lying bastard and his wall is b------t"),
    ("figures", "The wall cost 35 million pounds in four months", "The wall cost £35m in 4 months"),
    ("translated", "I hardly depend on anybody for the defence of my harbour", "I barely depend on anyone in defending my harbour"),
]
APART = [
    ("a stock phrase", "At the end of the day we did our best", "At the end of the day nobody won"),
    ("one light word", "Yes", "Yes, of course"),
    ("one opening, another claim", "I can tell you that the boats are sold", "I can tell you that the school will close"),
    ("one topic", "The harbour needs a new wall", "Our harbour was never this busy"),
    ("two answers to one question", "I would vote for it", "I would not even read it"),
]


def collection(*texts: str, by: str | None = "Ada Okafor") -> tuple[list[Quote], list[Source]]:
    """Articles of one quotation each."""
    sources = [article(f"a{number}", f"{'“' + re.sub('[“”]', chr(34), text) + '”'}, she said.") for number, text in enumerate(texts)]
    return [quote for source in sources for quote in quotes_of(source, by)], sources


@pytest.mark.parametrize(("label", "a", "b"), TOGETHER, ids=[label for label, _, _ in TOGETHER])
def test_wordings_of_one_utterance_come_together(label: str, a: str, b: str) -> None:
    """However an outlet cuts or dresses it."""
    quotes, sources = collection(a, b)
    assert [one.sources for one in cluster(quotes, sources)] == [2], label


@pytest.mark.parametrize(("label", "a", "b"), APART, ids=[label for label, _, _ in APART])
def test_two_utterances_stay_apart(label: str, a: str, b: str) -> None:
    """Whatever words they share, and by one speaker too."""
    quotes, sources = collection(a, b)
    assert cluster(quotes, sources) == (), label


def test_another_speaker_needs_more_but_is_not_shut_out() -> None:
    """A whole sentence printed under two names is one utterance and a conflict; a phrase that two people use is not."""
    whole = "The harbour wall failed at four in the morning."
    first, second = article("a", f"“{whole}” said one."), article("b", f"“{whole}” said another.")
    (found,) = cluster(quotes_of(first, "Ada Okafor") + quotes_of(second, "Joan Hale"))
    assert {found.speaker} | {conflict.speaker for conflict in found.conflicts} == {"Ada Okafor", "Joan Hale"}
    first, second = article("a", "“We saw the harbour wall fail and ran.”"), article("b", "“The harbour wall is a disgrace to this town.”")
    assert cluster(quotes_of(first, "Ada Okafor") + quotes_of(second, "Joan Hale")) == ()


@pytest.mark.parametrize("other", ["Joan Hale", None])
def test_no_comment_is_nobodys_utterance(other: str | None) -> None:
    """What two people answer alike, or nobody knows who, is not one utterance; nor is a chant that half of the town shouts."""
    for text in ("“No comment.”", "“Thank you very much.”", "“This is not who we are.”"):
        assert cluster(quotes_of(article("a", text), "Ada Okafor") + quotes_of(article("b", text), other)) == (), text


def test_clusters_travel() -> None:
    """They can be sent to another process and are the same there."""
    quotes, sources = collection("The harbour wall failed at four", "The harbour wall failed")
    found = cluster(quotes, sources)
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.skipif(not clusters.__file__.endswith(".py"), reason="compiled, a function cannot be put in another's place")
def test_what_differs_is_worked_out_for_those_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, and not for a million clusters that nobody prints; it is then the same as if told at once."""
    asked: list[str] = []
    work_out = clusters.held_against
    monkeypatch.setattr(clusters, "held_against", lambda a, b: asked.append(b.text) or work_out(a, b))
    (found,) = cluster(*collection("The harbour wall failed at four", "The harbour wall held at four"))
    assert not asked
    told = [(v.similarity, v.edits, hash(v)) for v in found.variants]
    assert asked == ["The harbour wall failed at four", "The harbour wall held at four"]
    assert found.variants[1].held == Held(told[1][0], told[1][1])
    assert [(e.before, e.after) for e in told[1][1]] == [("failed", "held")]


def test_named_here_and_unnamed_there_is_a_conflict() -> None:
    """The same words by "a senior official" in another paper."""
    text = "“The harbour wall failed at four in the morning.”"
    quotes = [*quotes_of(article("a", text), "Ada Okafor"), *quotes_of(article("b", text), "a senior official")]
    (found,) = cluster(quotes)
    assert [(one.kind, one.speaker, one.quotes) for one in found.conflicts] == [("unnamed", "a senior official", ("b:0",))]
    assert found.speaker == "Ada Okafor"


def test_repeats_inside_one_article_are_not_shared() -> None:
    """A cluster is what two sources print; a headline that repeats the text is not."""
    source = article("a", "“The harbour wall failed at four.” She said: “The harbour wall failed at four.”")
    assert cluster(quotes_of(source, "Ada Okafor"), [source]) == ()


def test_only_speech_that_stands_by_itself_takes_part() -> None:
    """Titles and nested quotations are left out."""
    text = "“The Harbour Wall of Saint Clement”"
    quotes = [*quotes_of(article("a", text), kind="other"), *quotes_of(article("b", text), kind="other")]
    assert cluster(quotes) == ()


def test_parts_of_a_quotation_cluster_by_themselves() -> None:
    """One article prints two sentences together, two others one each: two utterances, and the first article's quotation carries both."""
    quotes, sources = collection(
        "The harbour wall failed at four. Every fisherman shall have his money.",
        "The harbour wall failed at four.",
        "Every fisherman shall have his money.",
    )
    found = cluster(quotes, sources)
    assert sorted(sorted(v.source for v in one.variants) for one in found) == [["a0", "a1"], ["a0", "a2"]]
    assert {v.text for one in found for v in one.variants} == {"The harbour wall failed at four.", "Every fisherman shall have his money."}
    assert [len(quote.clusters) for quote in with_clusters(quotes, found)] == [2, 1, 1]


def test_an_ellipsis_may_hide_the_end_of_a_sentence() -> None:
    """What one article runs together over it, another prints as two utterances: each is found."""
    quotes, sources = collection(
        "We both believe that fishermen and seagulls are critical...the giving of leases is put on hold...",
        "The mayor and I have talked, and both believe that fishermen and seagulls are critical.",
        "As a result, in a manner compliant with all applicable laws and customs, the giving of leases is being put on hold as the decision falls.",
    )
    assert sorted(sorted(v.source for v in one.variants) for one in cluster(quotes, sources)) == [["a0", "a1"], ["a0", "a2"]]


def test_a_passage_that_both_print_is_one_utterance() -> None:
    """Three sentences in two papers are shown once, not three times; what one of them left out in the middle is an edit."""
    quotes, sources = collection(
        "The harbour wall failed at four. It was dark. Every fisherman shall have his money.",
        "The harbour wall failed at four. Every fisherman shall have his money.",
    )
    (found,) = cluster(quotes, sources)
    assert [(e.type, e.before) for v in found.variants for e in v.edits] == [("omitted", "It was dark.")]


def test_the_fullest_wording_comes_first() -> None:
    """And is the cluster's text; the others tell how far they are from it."""
    quotes, sources = collection(
        "harbour wall failed at four", "Sadly the harbour wall failed at four in the dark", "the harbour wall failed at four in the dark"
    )
    (found,) = cluster(quotes, sources)
    assert found.text == found.variants[0].text == "Sadly the harbour wall failed at four in the dark"
    assert [v.similarity for v in found.variants] == sorted((v.similarity for v in found.variants), reverse=True)


BASES = [
    ("one of four inserts a word", ["The fare will not stay at four pounds", *["The fare will stay at four pounds"] * 3], 1),
    ("one of two does", ["The fare will not stay at four pounds", "The fare will stay at four pounds"], 0),
    ("one of four drops a word", ["The fare will stay at four pounds", *["The fare will not stay at four pounds"] * 3], 1),
    (
        "three of four cut an end",
        ["The fare will stay at four pounds until the wall is built", *["The fare will stay at four pounds"] * 3],
        0,
    ),
    (
        "three of four mark a cut",
        ["The fare, I tell the whole harbour, will stay at four pounds", *["The fare … will stay at four pounds"] * 3],
        0,
    ),
    ("one of four has another word", ["The monstrous fare will stay at four pounds", *["The famous fare will stay at four pounds"] * 3], 1),
]


@pytest.mark.parametrize(("label", "texts", "expected"), BASES, ids=[label for label, _, _ in BASES])
def test_the_base_agrees_with_most(label: str, texts: list[str], expected: int) -> None:
    """The outlier is told as such, not the three that agree."""
    (found,) = cluster(*collection(*texts))
    assert found.text == texts[expected], label


# ---- sources -------------------------------------------------------------------------------------------------------------
STORY = (
    "The old wall of the harbour gave way in the night, and the lower market stood a metre deep in water by the time the baker came to work. {} "
    "Engineers from three towns were on the quay by noon, measuring the gap and drinking the baker's coffee, which he handed out for nothing. "
    "The council met in the school because its own hall was wet."
)


def test_copies_of_one_article_count_once() -> None:
    """Wire copy in two papers and a report of one's own: three sources, two of them independent, and it is told which copies which."""
    said = "“The harbour wall failed at four in the morning,” the mayor said."
    sources = [
        article("c", STORY.format(said), published="2026-03-05"),
        article("b", STORY.format(said) + " More on page four.", published="2026-03-04"),
        article(
            "a",
            f"Our reporter was there when the mayor spoke. {said} Then everybody went home for dinner, the mayor included, by the upper road.",
            published="2026-03-06",
        ),
    ]
    (found,) = cluster([quote for source in sources for quote in quotes_of(source, "Ada Okafor")], sources)
    assert (found.sources, found.independent, found.copies) == (3, 2, (("c", "b"),))
    assert found.order == ("b", "c", "a")


# ---- laws ----------------------------------------------------------------------------------------------------------------
CHUNKS = st.sampled_from(
    [
        "the harbour wall failed",
        "at four in the morning",
        "we will never sell the boats",
        "every fisherman",
        "shall have his money",
        "to be honest with you",
        "in April",
    ]
)
SAID = st.lists(st.lists(CHUNKS, min_size=1, max_size=4).map(". ".join), min_size=1, max_size=3)
PEOPLE = st.sampled_from(["Ada Okafor", "Joan Hale", None])
ARTICLES = st.lists(st.tuples(SAID, PEOPLE), min_size=1, max_size=5)


def made(articles: list[tuple[list[str], str | None]]) -> tuple[list[Quote], list[Source]]:
    """Articles with some quotations each, by one person."""
    sources = [article(f"a{n}", "\n".join(f"“{text}”" for text in texts)) for n, (texts, _) in enumerate(articles)]
    return [quote for source, (_, name) in zip(sources, articles, strict=True) for quote in quotes_of(source, name)], sources


@settings(deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_order_changes_nothing(articles: list[tuple[list[str], str | None]], shuffler: random.Random) -> None:
    """Any order of quotations and sources gives the same clusters with the same ids, to the byte."""
    quotes, sources = made(articles)
    before = cluster(quotes, sources)
    shuffler.shuffle(quotes)
    shuffler.shuffle(sources)
    assert cluster(quotes, sources) == before


@settings(deadline=None)
@given(ARTICLES)
def test_clusters_keep_their_promises(articles: list[tuple[list[str], str | None]]) -> None:
    """Two sources at least; variants verbatim in the article and inside their quotation; ids distinct; the fullest wording first."""
    quotes, sources = made(articles)
    texts, by_id = {source.id: source.text for source in sources}, {quote.id: quote for quote in quotes}
    found = cluster(quotes, sources)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.sources == len({v.source for v in one.variants}) >= 2
        assert one.independent + len(one.copies) == one.sources
        assert one.text == one.variants[0].text
        for v in one.variants:
            assert texts[v.source][v.start : v.end] == v.text
            assert by_id[v.quote].start <= v.start < v.end <= by_id[v.quote].end
            assert 0 <= v.similarity <= 1


STRANGER = article(
    "z",
    "Rain is forecast for Thursday, Professor Quill warned farmers. “Thunderstorms may flatten the barley before anybody has sharpened a scythe,” "
    "the meteorologist predicted yesterday, pointing towards darkening mountains beyond Wexcombe, Tolland, Marsh Green and Upper Clatford.",
)


@settings(deadline=None)
@given(ARTICLES)
def test_an_unrelated_article_changes_nothing(articles: list[tuple[list[str], str | None]]) -> None:
    """What others say elsewhere has no say in what belongs together here."""
    quotes, sources = made(articles)
    assert cluster([*quotes, *quotes_of(STRANGER, "Edmund Quill")], [*sources, STRANGER]) == cluster(quotes, sources)


def seeds() -> tuple[list[Quote], list[Source]]:
    """The five articles, every “…” and "…" taken for a quotation of one man."""
    sources = [article(path.stem, path.read_text("utf8").replace('"', "“", 1)) for path in sorted(SEEDS.glob("*.txt"))]
    return [quote for source in sources for quote in quotes_of(source, "Vladimir Putin")], sources


def test_two_thousand_strangers_change_nothing() -> None:
    """Nor does a great heap of them, where the articles say enough to tell that they are on other events."""
    quotes, sources = seeds()
    before = cluster(quotes, sources)
    assert before
    crowd = [strange(number) for number in range(500)]
    after = cluster([*quotes, *(quote for source in crowd for quote in quotes_of(source, "Edmund Quill"))], [*sources, *crowd])
    ours = {quote.id for quote in quotes}
    assert tuple(one for one in after if any(v.quote in ours for v in one.variants)) == before


def strange(number: int) -> Source:
    """An article of made-up words with four quotations."""
    maker = random.Random(number)
    word = lambda: "".join(maker.choices("aeioulmnrstbdg", k=8))  # noqa: E731
    return article(f"z{number}", " ".join([*(word() for _ in range(60)), *(f"“{' '.join(word() for _ in range(9))}”" for _ in range(4))]))


def test_a_large_collection_is_searched_by_keys_and_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """The search that scales links what the search of every pair links."""
    quotes, sources = seeds()
    small: tuple[Cluster, ...] = cluster(quotes, sources)
    monkeypatch.setattr(candidates, "SMALL", 0)
    assert cluster(quotes, sources) == small


def test_nothing_comes_of_nothing() -> None:
    """No quotations, no clusters; nor of quotations without a word."""
    assert cluster([]) == ()
    assert cluster([*quotes_of(article("a", "“…”")), *quotes_of(article("b", "“— !”"))]) == ()


NAMES = [
    ("Ann Lee", True),
    ("The New York Times", True),
    ("the Trump campaign", True),
    ("police", False),
    ("a senior White House official", False),
    ("The Democratic presidential nominee", False),
    ("the famous British writer", False),
]


@pytest.mark.parametrize(("words", "named"), NAMES, ids=[case[0] for case in NAMES])
def test_a_description_is_no_name(words: str, named: bool) -> None:
    """However many capital letters stand in it: a name that others give wins over it."""
    assert is_name(words) is named
