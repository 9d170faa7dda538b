"""Clustering of generated collections: over arrays and in plain Python, recall against brute force, growth, memory; beside others' MinHash.

    python -m benchmarks.clusters [SIZE…]      by default 10000 30000 100000; 1000000 takes minutes and 4 GB

Each size runs in a process of its own, so that its peak memory can be told. Seconds are of the processor, of all cores together.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import accumulate, combinations
from math import inf, log
from random import Random
from time import perf_counter, process_time

from quotecli.collector import collector_at_rest
from quotecli.compare import cluster, clusters
from quotecli.compare.kin import Kin
from quotecli.compare.links import Links
from quotecli.lexicon.en.frequency import table
from quotecli.model import Cluster, Quote, Source, Span, Speaker

SIZES = (10_000, 30_000, 100_000)
TRIED = 30_000  # quotations up to which plain Python does it all too, and both must say the same
SEARCHED = 100_000  # quotations up to which it is asked what brute force links, and what others find
SHOWN = 1_000  # utterances, those of most sources, whose edits are asked for: more than anybody reads
STOCK = [
    "at the end of the day",
    "we have made it very clear",
    "our thoughts and prayers are with the families",
    "there is no question about that",
    "we take these allegations very seriously",
    "I am not going to comment on that",
    "this is not who we are",
    "we need to move forward together",
]


# ---- a collection with planted variants ------------------------------------------------------------------------------
class Collection:
    """Quotations on events; every event has its articles, people and words, and utterances that several articles print."""

    def __init__(self, size: int) -> None:
        self.random = Random(size)
        counts = dict(zip(table().stems, map(int, table().times), strict=True))
        self.words = sorted(counts, key=lambda word: (-counts[word], word))
        self.odds = list(accumulate(counts[word] for word in self.words))
        self.quotes: list[Quote] = []
        self.sources: list[Source] = []
        self.planted: list[list[str]] = []
        while len(self.quotes) < size:
            self.event()

    def word(self) -> str:
        """A word of the language, the common ones more often; one in twelve is rare and new."""
        if self.random.random() < 0.08:
            return "".join(self.random.choices("abcdefghiklmnoprstuvwz", k=self.random.randint(4, 9)))
        return self.random.choices(self.words, cum_weights=self.odds)[0]

    def sentence(self, words: int) -> list[str]:
        """A sentence; one in eight holds a stock phrase."""
        made = [self.word() for _ in range(words)]
        return made[: words // 2] + self.random.choice(STOCK).split() + made[words // 2 :] if self.random.random() < 0.12 else made

    def event(self) -> None:
        """The articles on one event and what is said in them."""
        number, random = len(self.sources), self.random
        names = ["".join(random.choices("abcdefghiklmnoprstu", k=7)).capitalize() for _ in range(12)]
        topic = ["".join(random.choices("abcdefghiklmnoprstu", k=8)) for _ in range(60)]
        outlets = random.choices((1, 2, 3, 5, 9, 25), (40, 25, 18, 10, 5, 2))[0]
        said: list[list[tuple[str, str, int]]] = [[] for _ in range(outlets)]
        utterances = random.randint(3, 9)
        for utterance in range(utterances):
            words = [word for _ in range(random.choice((1, 1, 2, 3))) for word in [*self.sentence(random.randint(5, 18)), "."]]
            speaker = random.choice(names[:3])
            for outlet in range(outlets):
                if random.random() < 0.5 or outlet == utterance % outlets:
                    said[outlet].append((self.printed(words), speaker, utterance))
        planted: defaultdict[int, list[str]] = defaultdict(list)
        for outlet, quotes in enumerate(said):
            source = f"a{number + outlet:06}"
            text = " ".join(random.sample(names, 9) + random.sample(topic, 40) + [self.word() for _ in range(60)])
            self.sources.append(Source(source, source, text))
            start = len(text)
            for words_printed, speaker, utterance in quotes:
                end = start + len(words_printed)
                self.quotes.append(quotation(source, start, end, words_printed, speaker))
                planted[utterance].append(self.quotes[-1].id)
                start = end + 10
        self.planted += [ids for ids in planted.values() if len(ids) > 1]

    def printed(self, words: Sequence[str]) -> str:
        """The words as one outlet prints them: whole, cut, a fragment, or edited."""
        random, kept = self.random, list(words)
        how = random.random()
        if 0.35 < how < 0.6:
            cut = random.randint(0, len(kept) // 2)
            kept = kept[cut:] if random.random() < 0.5 else kept[: len(kept) - cut]
        elif 0.6 <= how < 0.7:
            begin = random.randint(0, max(0, len(kept) - 4))
            kept = kept[begin : begin + random.randint(3, 8)]
        elif how >= 0.7:
            kept = [self.word() if random.random() < 0.12 else word for word in kept if random.random() > 0.05]
        text = " ".join(kept).strip(" .").replace(" .", ".") or words[0]
        return ". ".join(part.strip().capitalize() for part in text.split("."))


def quotation(source: str, start: int, end: int, text: str, speaker: str) -> Quote:
    """A quotation as the finder gives it."""
    said_by = Speaker(speaker, speaker, None, None, "benchmark", 1.0)
    return Quote(f"{source}:{start}", source, start - 1, end + 1, 1, 1, text, (Span(start, end),), "direct", speaker=said_by)


# ---- measuring -------------------------------------------------------------------------------------------------------
def recall(planted: Iterable[Sequence[str]], true: set[tuple[str, str]], found: set[tuple[str, str]]) -> float:
    """Of the planted pairs that the score accepts, the share found, each utterance counting the same."""
    shares = []
    for ids in planted:
        pairs = {pair for pair in combinations(sorted(ids), 2) if pair in true}
        if pairs:
            shares.append(len(pairs & found) / len(pairs))
    return sum(shares) / max(1, len(shares))


def accepted(made: Collection, pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of some pairs of quotations that the score accepts as links."""
    spoken = sorted(made.quotes, key=lambda quote: quote.id)
    links = Links(spoken, Kin(made.sources, len(spoken)))
    where = {spoken[index].id: voice for voice, one in enumerate(links.voices) for index in one.quotes}
    bags = [frozenset(voice.wording.keys) for voice in links.voices]
    found = set()
    for a, b in pairs:
        one, two = sorted((where[a], where[b]))
        if one == two or any(links.between(one, two, bags[one] & bags[two], inf)):
            found.add((a, b))
    return found


def brute_force(made: Collection) -> set[tuple[str, str]]:
    """Every pair of one planted utterance that the score accepts as a link."""
    return accepted(made, (pair for ids in made.planted for pair in combinations(sorted(ids), 2)))


Sketched = tuple[float, set[tuple[str, str]]]
"""Seconds, and the pairs of quotations that are brought together."""


def shingles(quote: Quote) -> list[str]:
    """Every two words that follow each other."""
    words = quote.text.lower().split()
    return [" ".join(words[i : i + 2]) for i in range(max(1, len(words) - 1))]


def by_datasketch(quotes: Sequence[Quote]) -> Sketched:
    """What datasketch's index brings together: 21 bands of 3."""
    from datasketch import MinHash, MinHashLSH

    began = process_time()
    index = MinHashLSH(num_perm=63, params=(21, 3))
    pairs: set[tuple[str, str]] = set()
    for quote in quotes:
        sketch = MinHash(num_perm=63)
        sketch.update_batch([shingle.encode() for shingle in shingles(quote)])
        pairs.update((min(quote.id, other), max(quote.id, other)) for other in index.query(sketch))
        index.insert(quote.id, sketch)
    return process_time() - began, pairs


def by_rensa(quotes: Sequence[Quote]) -> Sketched:
    """What rensa's, compiled from Rust, brings together: as many bands."""
    from rensa import RMinHash, RMinHashLSH

    began = process_time()
    index = RMinHashLSH(threshold=0.3, num_perm=63, num_bands=21)
    pairs: set[tuple[str, str]] = set()
    for number, quote in enumerate(quotes):
        sketch = RMinHash(num_perm=63, seed=1)
        sketch.update(shingles(quote))
        pairs.update((min(quote.id, quotes[other].id), max(quote.id, quotes[other].id)) for other in index.query(sketch))
        index.insert(number, sketch)
    return process_time() - began, pairs


YARDSTICKS = {"datasketch's MinHashLSH": by_datasketch, "rensa's RMinHashLSH": by_rensa}


def pairs_of(groups: Iterable[Iterable[str]]) -> Iterator[tuple[str, str]]:
    """All pairs inside groups."""
    for group in groups:
        yield from combinations(sorted(set(group)), 2)


def measure(size: int) -> None:
    """Print some lines for a collection of that size."""
    made = Collection(size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began, wall = spent(), perf_counter()
    found = cluster(made.quotes, made.sources)
    seconds, wall = spent() - began, perf_counter() - wall
    began = process_time()
    edits = sum(len(variant.edits) for one in found[:SHOWN] for variant in one.variants)
    naming = process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    over = "over arrays" if over_arrays(len(made.quotes)) else "in plain Python"
    print(f"  {len(made.quotes):,} quotations, {over}: {seconds:.1f} s ({wall:.1f} on the clock) for {len(found):,} utterances", end=", ")
    print(f"{naming:.1f} s for the {edits:,} edits of the first {min(SHOWN, len(found)):,}")
    print(f"    peak {peak / 1000:.0f} MB (the quotations alone {before / 1000:.0f} MB), largest {max(len(c.variants) for c in found)}")
    pairs = set(pairs_of((variant.quote for variant in one.variants) for one in found))
    planted = set(pairs_of(made.planted))
    print(f"    precision {len(pairs & planted) / max(1, len(pairs)):.3f}", end="")
    if size <= SEARCHED:
        beside(made, pairs)
    print("" if size > SEARCHED else f"    {in_plain_python(made, found)}" if size <= TRIED else "", flush=True)
    print(f"SECONDS {len(made.quotes)} {seconds:.3f}", flush=True)


def spent() -> float:
    """The seconds of the processor that this process has taken, with those that it made and that have ended."""
    return sum(os.times()[:4])


def over_arrays(size: int) -> bool:
    """Whether a collection of that size is compared over arrays here."""
    return size >= clusters.LARGE and find_spec("numpy") is not None and find_spec("quotecli.compare.bulk._field") is not None


def beside(made: Collection, pairs: set[tuple[str, str]]) -> None:
    """Print what brute force and others' sketches find of the planted pairs."""
    true = brute_force(made)
    print(f", recall {recall(made.planted, true, pairs):.3f} of what brute force links")
    for name, sketch in YARDSTICKS.items():
        try:
            seconds, sketched = sketch(made.quotes)
        except ImportError:
            print(f"    {name}: not installed")
            continue
        began = process_time()
        with collector_at_rest():
            accepted(made, sketched)
        verified = seconds + process_time() - began
        print(f"    {name}: {seconds:.1f} s for candidates, {verified:.1f} s for links, recall {recall(made.planted, true, sketched):.3f}")


def in_plain_python(made: Collection, found: Sequence[Cluster]) -> str:
    """What plain Python takes for the same, and whether it says the same."""
    usual, clusters.LARGE = clusters.LARGE, sys.maxsize
    began = process_time()
    plain = cluster(made.quotes, made.sources)
    seconds, clusters.LARGE = process_time() - began, usual
    same = [one._replace(variants=()) for one in plain] == [one._replace(variants=()) for one in found]
    same = same and [v[:-1] for one in plain for v in one.variants] == [v[:-1] for one in found for v in one.variants]
    return f"in plain Python: {seconds:.1f} s, {'the same utterances' if same else 'OTHER UTTERANCES'}"


# ---- hostile shapes ----------------------------------------------------------------------------------------------------
def near_alike(size: int) -> list[str]:
    """One sentence, with one word of it another in each article."""
    return [f"We will keep the bridge open for boat {number} and for every crew that needs it in the winter." for number in range(size)]


def copies(size: int) -> list[str]:
    """One sentence, printed by all."""
    return size * ["We will keep the bridge open for every crew that needs it, and we will not ask them to pay for it."]


def few_words(size: int) -> list[str]:
    """A thousand words each, eighteen different ones in all."""
    random = Random(size)
    words = "we will keep the old bridge open for boats and crews that need it in winter here again".split()
    return [" ".join(random.choices(words, k=1000)) for _ in range(size)]


HOSTILE = ((near_alike, (250, 1000)), (copies, (500, 2000)), (few_words, (32, 128)))
"""The shapes and the sizes between which growth is told; below thirty, most of the time goes into what any collection costs."""


def hostile() -> None:
    """Print how time grows for collections that are made to be slow."""
    for shape, sizes in HOSTILE:
        seconds = []
        for size in sizes:
            texts = shape(size)
            quotes = [quotation(f"{number:05}", 1, len(text) + 1, text, "Dana Ortiz") for number, text in enumerate(texts)]
            sources = [Source(quote.source, quote.source, f"“{quote.text}”") for quote in quotes]
            began = process_time()
            cluster(quotes, sources)
            seconds.append(process_time() - began)
        growth = log(seconds[1] / seconds[0]) / log(sizes[1] / sizes[0])
        print(
            f"  {shape.__name__.replace('_', ' ')}: {sizes[0]:,} in {seconds[0]:.2f} s, {sizes[1]:,} in {seconds[1]:.2f} s: n^{growth:.2f}"
        )


def main(sizes: Sequence[int] = SIZES) -> None:
    """Print a line for each size, and how time grows between the smallest and the largest."""
    print("Clustering of generated collections (words as uneven as in news, planted variants and stock phrases)")
    times: list[tuple[int, float]] = []
    for size in sizes:
        done = subprocess.run([sys.executable, "-m", "benchmarks.clusters", "--one", str(size)], capture_output=True, text=True, check=True)
        lines = done.stdout.splitlines()
        print("\n".join(line for line in lines if not line.startswith("SECONDS")), flush=True)
        times += [(int(line.split()[1]), float(line.split()[2])) for line in lines if line.startswith("SECONDS")]
    if len(times) > 1:
        (small, fast), (large, slow) = times[0], times[-1]
        print(f"  time grows as n^{log(slow / fast) / log(large / small):.2f}")
    print("Collections that are made to be slow", flush=True)
    hostile()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
