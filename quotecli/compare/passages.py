"""Where a quotation is cut into sentences for comparing, and which of its words are names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quotecli.compare.words import Word, sentences
from quotecli.lexicon.en.formulas import BEFORE_FIGURES, SHORTENED
from quotecli.lexicon.en.words import SUBJECT_PRONOUNS
from quotecli.model import Span

PLAIN, NAME, EITHER = 0, 1, 2  # a word in small letters; a capital inside a sentence; a capital where one stands in any case


def passages(found: Sequence[Word], pieces: Sequence[Span] = ()) -> list[tuple[int, int]]:
    """Sentences as ranges of word indices; one goes on behind the full stop of “Sept. 5”, “No. 10” and “Capt. Hale”.

    An ellipsis parts them too: what it hides may be the rest of one sentence and the beginning of another.
    """
    breaks = {start for start, _ in pieces[1:]}
    joined: list[tuple[int, int]] = []
    for low, high in (part for a, b in sentences(found, pieces) for part in parted(found, a, b)):
        if joined and found[low].start not in breaks and goes_on(found, low):
            joined[-1] = joined[-1][0], high
        else:
            joined.append((low, high))
    return joined


def parted(found: Sequence[Word], low: int, high: int) -> list[tuple[int, int]]:
    """A sentence cut behind each ellipsis that stands between words."""
    first = next((i for i in range(low, high) if found[i].kind == "word"), high)
    cuts = [i + 1 for i in range(first, high - 1) if found[i].kind == "ellipsis" and found[i + 1].kind in ("word", "number")]
    return list(pairwise([low, *cuts, high]))


def goes_on(found: Sequence[Word], at: int) -> bool:
    """Whether the full stop before a word only shortens the word before that."""
    if at < 2 or found[at - 1].text != "." or found[at - 1].spaced:
        return False
    short, following = found[at - 2].text, found[at]
    if short.lower() in BEFORE_FIGURES and following.kind == "number":
        return True
    capital = short[:1].isupper() and short.lower() in SHORTENED - BEFORE_FIGURES
    return capital and following.text.lower() not in SUBJECT_PRONOUNS


def cases(found: Sequence[Word], ranges: Sequence[tuple[int, int]]) -> list[int]:
    """Of each word, whether it is part of a name, as its capital tells; where all is in capitals nothing is told."""
    letters = [word.text for word in found if word.kind == "word"]
    told = [PLAIN] * len(found)
    if all(word.isupper() for word in letters):
        return told
    for low, high in ranges:
        own = [i for i in range(low, high) if found[i].kind == "word"]
        capital = [big(found[i].text) for i in own]
        for place, i in enumerate(own):
            if capital[place]:
                told[i] = NAME if place or capital[1:2] == [True] else EITHER
    return told


def big(word: str) -> bool:
    """Whether a word begins with a capital letter that its grammar does not ask for: “I” and “I’m” do not."""
    bare = word.lstrip("[")
    return bare[:1].isupper() and bare.replace("’", "'").partition("'")[0].lower() not in SUBJECT_PRONOUNS
