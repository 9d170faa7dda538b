"""Make quotecli/lexicon/en/frequency.txt again: counts of stems, and of stems that follow one another more often than chance.

    python tools/frequency.py ARTICLES.jsonl > quotecli/lexicon/en/frequency.txt

Each line of ARTICLES.jsonl is an object with the article under "text". Nothing but counts is kept.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from math import log

from quotecli.compare.words import keys, words

LEAST, LEAST_PAIR = 4, 5  # how often a stem, a pair of stems, must be met; a stem met three times weighs as much as an unseen one
GAIN = 0.5  # nats by which the first must foretell the second


def count(path: str) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Stems and pairs of neighbours, by how often they are met."""
    stems: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    with open(path, encoding="utf8") as lines:
        for line in lines:
            before = None
            for word in words(json.loads(line)["text"]):
                forms = keys(word.text, word.kind)
                if not forms and word.text not in "\"“”‘’'-":
                    before = None
                for form in forms:
                    stems[form] += 1
                    pairs[before or "", form] += before is not None
                    before = form
    return stems, pairs


def main() -> None:
    """Print the table."""
    stems, pairs = count(sys.argv[1])
    total = stems.total()
    kept = sorted(stem for stem, times in stems.items() if times >= LEAST)
    print(total)
    print(*kept)
    print(*(stems[stem] for stem in kept))
    followers: defaultdict[str, list[str]] = defaultdict(list)
    for (first, second), times in sorted(pairs.items()):
        if times >= LEAST_PAIR and stems[second] < total / 100 and log(stems[first] / times) < log(total / stems[second] / 20) - GAIN:
            followers[first] += [str(times), second]
    print(*sorted(" ".join((first, *rest)) for first, rest in followers.items()), sep="\n")


if __name__ == "__main__":
    main()
