"""A large collection is compared over arrays, where numpy and the compiled part are there: the answers are those of plain Python."""

from __future__ import annotations

import sys
from random import Random
from unittest.mock import Mock

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made import article, quotes_of

from benchmarks.clusters import Collection
from quotecli.compare import candidates, cluster, clusters
from quotecli.compare.links import Links
from quotecli.compare.score import wording
from quotecli.compare.stretches import gather
from quotecli.model import Cluster, Quote, Source, Span

np = pytest.importorskip("numpy")
field = pytest.importorskip("quotecli.compare.bulk.field", reason="the compiled part is not built")
reading = pytest.importorskip("quotecli.compare.bulk.reading")
spread = pytest.importorskip("quotecli.compare.bulk.spread")
Compiled = pytest.importorskip("quotecli.compare.bulk._field").Field

PARTS = """we We will keep the bridge open that Bridge, harbour. harbour? no! No. 10 No.10 Sept. 5 art. J. Roe U.S. U. S. u. McRae’s don't DON’T
    “this (that) it.” it”. 35 million 35 100,000 $3.5 2016. 3rd 90s 50% 50%! half-open A-B. a.m. million, thousand — - -- … ... . .. ?! & * f—ing f---
    [sic] [W]e [the bridge] thank you very much at the end of the day the United States united states O’X. ½ naïve cafe\u0301 x\u00adyz 東京 ’tis
    can not will not percent % per cent Ann Ortiz said i I I’m ANN ORTIZ Mr. mr. Gov. Capt. 2.5. 1,2 #tag @name co-op's""".split(" ")
TEXTS = st.lists(st.sampled_from(PARTS) | st.text(max_size=6), max_size=40).map(" ".join)
WORDS = "ferry harbour captain winter budget council deficit people money promise school hospital tunnel railway island".split()


def made_up(random: Random, articles: int) -> tuple[list[Quote], list[Source]]:
    """Articles that print what a few people said, whole, cut and changed, among other words; some say a line twice."""
    people, quotes, sources = ["Dana Ortiz", "Tom Marsh", "Mr. Ortiz", None], list[Quote](), list[Source]()
    said = [(" ".join(random.choices(WORDS, k=random.randint(2, 14))).capitalize(), random.choice(people)) for _ in range(articles)]
    for number in range(articles):
        parts = []
        for words, speaker in random.choices(said[number // 2 :][:6], k=random.randint(1, 4)):
            kept = [random.choice(WORDS) if random.random() < 0.08 else word for word in words.split() if random.random() > 0.06]
            second = random.choice(["", "", f" {random.choice(said)[0]}.", " Nobody will help us here."])
            parts.append((f"“{' '.join(kept)}.{second}”", speaker))
        filler = [" ".join(random.sample(WORDS, 5)) for _ in parts]
        text = "\n".join(
            f"{part} told Reporter {random.choice('ABCDEFG')}ada. {words}" for (part, _), words in zip(parts, filler, strict=True)
        )
        sources.append(article(f"a{number:04}", text, published=f"2026-01-{1 + number % 28:02}"))
        quotes += quotes_of(sources[-1], *(speaker for _, speaker in parts))
    return quotes, sources


def told(found: tuple[Cluster, ...]) -> list[tuple[object, ...]]:
    """All that is known of some clusters, edits too."""
    return [(*one._replace(variants=()), [(*v[:-1], v.similarity, v.edits) for v in one.variants]) for one in found]


@given(st.lists(TEXTS, min_size=1, max_size=4), st.booleans())
@example(["We met J. Roe. No. 10 is ours. No."], False)
@example(["We met J.  Roe."], False)
@settings(max_examples=400, deadline=None)
def test_a_wording_is_read_alike(texts: list[str], joined: bool) -> None:
    """Whatever stands in quotations, arrays hold the forms, weights, names and sentences that `wording` tells."""
    quotes = [quote_of(text, f"a{number}") for number, text in enumerate(texts)]
    if joined and len(texts) > 1:
        first = len(texts[0])
        pieces = (Span(0, first), Span(first + 3, first + 3 + len(texts[1])))
        quotes.append(quotes[0]._replace(source="b", text="\n".join(texts[:2]), pieces=pieces))
    read = reading.read(quotes)
    numbers: dict[str, int] = {}
    for row, quote in enumerate(quotes):
        own, low, high = wording(quote), read.low[row], read.high[row]
        assert [numbers.setdefault(key, number) for key, number in zip(own.keys, read.ids[low:high], strict=True)] == list(
            read.ids[low:high]
        )
        assert tuple(read.weights[low:high]) == own.weights
        assert tuple(read.cases[low:high]) == own.cases
        assert list(read.ends[read.first[row] : read.last[row]]) == [end for _, end in own.sentences]
    assert len(set(numbers.values())) == len(numbers)


@given(st.lists(TEXTS.filter(str.strip), min_size=1, max_size=3), st.data())
@settings(max_examples=200, deadline=None)
def test_a_stretch_stands_where_it_stands(texts: list[str], data: st.DataObject) -> None:
    """From where to where some forms stand is told by the arrays as by the words."""
    spoken = [quote_of(text, f"a{number}") for number, text in enumerate(texts)]
    kin = clusters.Kin((), len(spoken))
    plain, over_arrays = Links(spoken, kin), field.Field(spoken, kin)
    for quote, _ in enumerate(texts):
        size = len(wording(spoken[quote]).keys)
        if size:
            low = data.draw(st.integers(0, size - 1))
            high = data.draw(st.integers(low + 1, size))
            assert over_arrays.extent(quote, low, high) == plain.extent(quote, low, high)


def quote_of(text: str, source: str) -> Quote:
    """A quotation of one paragraph that is all of its article."""
    return Quote(f"{source}:0", source, 0, len(text), 1, 1, text, (Span(0, len(text)),), "direct")


@given(st.integers(0, 10_000), st.integers(4, 60))
@settings(max_examples=25, deadline=None)
def test_made_up_collections_are_clustered_alike(seed: int, articles: int) -> None:
    """The same utterances, wordings, speakers, copies and edits, whoever compares them."""
    quotes, sources = made_up(Random(seed), articles)
    both_ways(quotes, sources)


def test_a_generated_collection_is_clustered_alike() -> None:
    """Words as uneven as in news, planted variants and stock phrases."""
    made = Collection(2_500)
    assert len(both_ways(made.quotes, made.sources)) > 400


@pytest.mark.skipif(sys.platform != "linux", reason="processes are not forked here")
def test_several_processes_say_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever does a part of the work, made anew after a few parts: the same utterances in the same order."""
    quotes, sources = made_up(Random(5), 60)
    expected = both_ways(quotes, sources)
    monkeypatch.setattr(candidates, "SMALL", 0)
    monkeypatch.setattr(clusters, "LARGE", 0)
    for module, name, value in ((spread, "MANY", 0), (spread, "ROUND", 2), (field, "PART", 100), (field, "TOGETHER", 10)):
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(spread, "cores", lambda: 2)
    here = Mock(side_effect=gather)
    monkeypatch.setattr(clusters, "gather", here)
    assert told(cluster(quotes, sources)) == told(expected)
    here.assert_not_called()  # but elsewhere
    cluster(quotes, sources, jobs=1)
    here.assert_called()
    assert not spread.works


def test_quotations_of_few_words_are_clustered_alike() -> None:
    """What is compared by pairs of words, since each word is all over the other."""
    random = Random(1)
    texts = [" ".join(" ".join(random.choices(WORDS[:12], k=8)).capitalize() + "." for _ in range(10)) for _ in range(4)]
    texts += [" ".join(texts[0].split()[:56]), " ".join(texts[1].split()[16:]), f"{texts[2]} {texts[3]}"]
    sources = [article(f"a{number}", f"“{text}” {' '.join(WORDS)}") for number, text in enumerate(texts)]
    assert len(both_ways([quote for source in sources for quote in quotes_of(source, "Dana Ortiz")], sources)) > 1


def both_ways(quotes: list[Quote], sources: list[Source]) -> tuple[Cluster, ...]:
    """The clusters, after a look at whether both ways find them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "SMALL", 0)
        patch.setattr(clusters, "LARGE", sys.maxsize)
        plain = cluster(quotes, sources)
        patch.setattr(clusters, "LARGE", 0)
        assert isinstance(clusters.field_of(clusters.spoken_of(quotes), clusters.Kin(sources, 1)), field.Field)
        found = cluster(quotes, sources)
    assert told(found) == told(plain)
    return found


@pytest.mark.parametrize("missing", ["numpy", "quotecli.compare.bulk._field"])
def test_without_the_extra_plain_python_does_it_all(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no numpy, or no compiled part, is told nothing and waits longer."""
    for name in [name for name in sys.modules if name.startswith("quotecli.compare.bulk.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.setattr(clusters, "LARGE", 0)
    quotes, sources = made_up(Random(3), 12)
    assert type(clusters.field_of(clusters.spoken_of(quotes), clusters.Kin(sources, 1))) is Links


def arrays(**other: object) -> tuple[object, ...]:
    """Two wordings as the compiled part takes them; `other` takes the place of what is named."""
    made = {"ids": [0, 1, 2, 0, 1], "weights": [9.0] * 5, "cases": [0] * 5, "low": [0, 3], "high": [3, 5], "ends": [3, 2], "first": [0, 1]}
    made |= {"last": [1, 2]}
    kinds = dict(zip(made, ["i4", "f8", "i1", "i8", "i8", "i4", "i8", "i8"], strict=True))
    rules = (0.35, 1e-9, 0.25, 4.0, 3.0, 5.0, 40.0, 4.0, 0.04, 2000, 2500, 32, 200_000, 0, 1)
    return (*(np.array(other.get(name, value), kinds[name]) for name, value in made.items()), other.get("words", 3), rules)


@pytest.mark.parametrize(
    "wrong",
    [
        {"ids": [0, 1, 3, 0, 1]},
        {"ids": [0, 1, -1, 0, 1]},
        {"ids": [0, 1, 2, 0]},
        {"weights": [9.0] * 4},
        {"cases": [0] * 4},
        {"low": [-1, 3]},
        {"low": [4, 3]},
        {"high": [3, 6]},
        {"high": [3]},
        {"ends": [4, 2]},
        {"ends": [0, 2]},
        {"first": [0, 2], "last": [1, 3]},
        {"last": [2, 2]},
        {"words": -1},
        {"words": 1 << 40},
    ],
)
def test_the_compiled_part_takes_no_number_out_of_bounds(wrong: dict[str, object]) -> None:
    """What does not fit is refused when the arrays are handed over."""
    Compiled(*arrays())
    with pytest.raises(ValueError, match="out of bounds"):
        Compiled(*arrays(**wrong))


@pytest.mark.parametrize("stretches", [((2, 0, 1), (0, 0, 1)), ((0, 0, 4), (1, 0, 1)), ((0, -1, 2), (1, 0, 1)), ((0, 2, 1), (1, 0, 1))])
def test_the_compiled_part_knows_no_other_stretches(stretches: tuple[tuple[int, int, int], tuple[int, int, int]]) -> None:
    """A stretch is inside its wording."""
    compiled = Compiled(*arrays())
    assert compiled.aligned((0, 0, 3), (1, 0, 2)) == (18.0, (0, 2), (0, 2))
    for ask in (compiled.aligned, compiled.besides):
        with pytest.raises(IndexError):
            ask(*stretches)


def test_the_compiled_part_looks_at_no_other_pairs_and_keys() -> None:
    """Pairs and keys are tried before anything is done with them."""
    compiled = Compiled(*arrays())
    good = [np.array(a, t) for a, t in (([0, 2], "i8"), ([0, 1], "i4"), ([0, 1, 2], "i8"), ([0, 0], "i4"), ([0], "i4"), ([1], "i4"))]
    assert np.frombuffer(compiled.candidates(*good, 10, 15), "i4").tolist() == [0, 1]
    for place, wrong in enumerate(([0, 3], [0, 2], [0, 1, 3], [0, 1], [3], [3])):
        with pytest.raises(ValueError, match="out of bounds"):
            compiled.candidates(*good[:place], np.array(wrong, good[place].dtype), *good[place + 1 :], 10, 15)
    with pytest.raises(IndexError):
        compiled.alignments(np.array([[0, 2]], "i4"))


def test_where_all_print_the_same_few_are_compared_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the number of different quotations that tells whether every pair is looked at."""
    sources = [article(f"a{number}", "“We will keep the harbour open for the ferry and its captain this winter.”") for number in range(9)]
    quotes = [quote for source in sources for quote in quotes_of(source, "Dana Ortiz")]
    monkeypatch.setattr(clusters, "LARGE", 0)
    assert type(clusters.field_of(quotes, clusters.Kin(sources, 9))) is Links
