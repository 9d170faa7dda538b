"""What tells whether the words between two marks were spoken, or name something: signs, first of the sentence, then of the words.

One sign tells little: “Late Ferry” in capitals may be chanted, and what a council renews may be “a promise to every child”. So nothing
here decides; every sign has a weight, and `find.kinds` adds them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quotecli.find import classes as c
from quotecli.find import crossed, setting
from quotecli.find.article import Hit
from quotecli.find.site import Site
from quotecli.lexicon.en import speech as lexicon
from quotecli.lexicon.en.words import COORDINATORS, DETERMINERS, PREPOSITIONS

WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\w.,]*")
SEEN = 200
"""Characters of a quotation that are read; what is longer is speech by its length."""
REACH = 30
"""Tokens on either side in which the sentence's other quotations are looked for."""
WINDOW = 3000
"""Characters on either side in which the same words are looked for."""
_SMALL = DETERMINERS | PREPOSITIONS | COORDINATORS | lexicon.SMALL
_GUESSED = frozenset(
    {"first-phrase", "goes-on", "previous-paragraph", "plain-sentence", "opens-again", "reported-above", "same-sentence", "paragraph"}
)
"""Evidence without a verb of its own: its cue tells of another quotation."""
_SHORT = frozenset({"1", "2", "3", "4"})


class Words(NamedTuple):
    """The words of a quotation, as far as they tell what it is."""

    all: list[str]  # as printed
    dress: str  # title, sentence, capital (one word), name (within lower case), lower, shouted, figure
    size: str  # 1, 2, 3, 4, 6, 9, long

    def low(self) -> list[str]:
        """In lower case, with straight apostrophes."""
        return [word.lower().replace("’", "'") for word in self.all]


_SIZES = ("0", "1", "2", "3", "4", "6", "6", "9", "9", "9")


def read(body: str) -> Words:
    """The words of the quotation's beginning."""
    words = WORD.findall(body, 0, SEEN)
    return Words(words, _dress(words), _SIZES[len(words)] if len(words) < len(_SIZES) else "long")


SURE = 0.9
SENTENCE = 4
_PLAIN = frozenset(("lower", "sentence", "figure"))


def asked(words: Words, hit: Hit | None) -> bool:
    """Whether the signs are asked: of 4,399 annotated quotations of ten words and more in no title's dress they put none out.

    Nor any of 1,177 of four words and more in the dress of a sentence whose speaker is as good as sure.
    """
    if words.size == "long":
        return words.dress == "title"
    return hit is None or hit.confidence < SURE or len(words.all) < SENTENCE or words.dress not in _PLAIN


def title_case(words: list[str]) -> bool:
    """Whether two or more words are all capitalised, small ones inside excepted: a title's dress."""
    return (
        len(words) >= 2
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL for w in words)
    )


def _dress(words: list[str]) -> str:
    if not words:
        return "none"
    first = words[0]
    if not first[0].isalpha():
        return "figure"
    if first.isupper() and sum(map(len, words)) > 1 and all(map(str.isupper, words)):
        return "shouted"
    if first[0].isupper():
        return "capital" if len(words) == 1 else "title" if title_case(words) else "sentence"
    return "name" if any(word[0].isupper() and word != "I" for word in words) else "lower"


def signs(site: Site, body: str, words: Words, hit: Hit | None) -> list[str]:
    """Everything that speaks for or against speech, each a row of the table of weights."""
    touch, after, dress, low = setting.touch(site, site.i), setting.after(site), words.dress, words.low()
    short = "short" if words.size in _SHORT else "long" if words.size == "long" else "middle"
    found = [
        "always", f"size {words.size}", f"dress {dress}", f"dress {dress} {words.size}", f"touch {touch}", f"after {after}",
        f"touch {touch} {dress}", f"touch {touch} {short}", f"after {after} {short}", f"between {touch} {after}",
        f"touch {touch} {words.size}",
    ]  # fmt: skip
    alone = list(_inside(body, low, dress))
    found += alone
    found += crossed.inside(alone, touch, dress)
    found += crossed.wording(low, short, touch, dress)
    found += crossed.beside(site, dress)
    found.append(crossed.sure(hit, dress))
    found += crossed.clause(site, short, touch, dress)
    found += crossed.paragraph(site, short)
    found += crossed.article(site, short, dress)
    found += crossed.speech_around(site, short, dress)
    found += _said_by(site, hit, short, dress)
    found += setting.company(site, short)
    found += _list(site, dress)
    found += _neighbours(site, short, dress)
    found += setting.governed(site, touch, short, dress)
    found += setting.nouns(site, touch, short, dress)
    if words.size in _SHORT:
        found += _again(site, body, dress)
        if words.size != "1" and low[-1] in lexicon.NAMED:
            found += (f"ends named {touch}", f"ends named {dress}")  # the “two touch rule”
    return found


def _inside(body: str, low: list[str], dress: str) -> Iterator[str]:
    """Signs of the words alone."""
    known = c.classes().get
    bits = [known(word) or c.unknown(word) for word in low[:12]]
    if not lexicon.TALKING.isdisjoint(low):
        yield "inside talking"
    if any(b & c.AUX or (b & c.FIN and not b & (c.NV | c.PART)) for b in bits):
        yield "inside verb"
    yield f"inside begins {_beginning(low[0], bits[0])}"
    if not lexicon.WEIGHING.isdisjoint(low):
        yield "inside weighing"
    if dress == "lower" and len(low) <= 3 and low[-1].endswith(lexicon.JUDGING):
        yield "inside judging"
    if len(low) == 1 and "-" in low[0]:
        yield "inside hyphen"
    last = body.rstrip()[-1:]
    yield f"inside ends {last}" if last in "?!.,…" else "inside ends bare" if last.isalnum() else "inside ends else"
    seen = body[:SEEN]
    if "[" in seen or "…" in seen or "..." in seen:
        yield "inside edited"


def _beginning(word: str, bits: int) -> str:
    """What the first word is."""
    if bits & c.DET:
        return word if word in lexicon.ARTICLES else "determiner"
    if bits & c.PREP:
        return "preposition"
    if bits & c.VERB:
        return "ing" if bits & c.ING else "past" if bits & c.PART else "verb"
    return "else"


def _list(site: Site, dress: str) -> Iterator[str]:
    """Signs of a list of quotations: whether the others look alike, and what stands before the first."""
    t, i = site.t, site.i
    links = c.COMMA | c.COORD | c.DET
    before = next((j for j in range(i - 1, max(site.lo - 1, i - 4), -1) if not t.tags[j] & links), -1)
    behind = next((j for j in range(i + 1, min(site.hi, i + 4)) if not t.tags[j] & links), -1)
    others = [j for j in (before, behind) if j >= 0 and t.tags[j] & c.Q]
    if not others:
        return
    alike = dress in [read(t.text[t.starts[j] + 1 : t.ends[j] - 1]).dress for j in others]
    yield f"list {alike} {dress}"
    if before not in others:
        yield "list first"
        return
    head = i
    while head > site.lo and t.tags[head - 1] & (links | c.Q):
        head -= 1
    head = next(j for j in range(head, i) if t.tags[j] & c.Q)
    yield from ("list later", f"list head {setting.touch(site, head)} {dress}")
    yield from (f"list {sign}" for sign in setting.examples(site, head, dress))


def _neighbours(site: Site, short: str, dress: str) -> Iterator[str]:
    """What the quotations look like that stand nearest in the sentence, before and behind."""
    t, i = site.t, site.i
    before, behind = range(i - 1, max(site.lo, i - REACH) - 1, -1), range(i + 1, min(site.hi, i + REACH))
    for side, tokens in (("before", before), ("behind", behind)):
        j = next((j for j in tokens if t.tags[j] & c.Q), -1)
        if j >= 0:
            words = read(t.text[t.starts[j] + 1 : t.ends[j] - 1])
            yield from (f"{side} it {words.dress} {dress}", f"{side} it {'short' if words.size in _SHORT else 'long'} {short}")


def _said_by(site: Site, hit: Hit | None, short: str, dress: str) -> list[str]:
    """What attribution found: by which evidence, how surely, and whether by a verb of saying."""
    if hit is None:
        return ["via none", f"via none {short}", f"via none {dress}"]
    belief = "sure" if hit.confidence >= 0.9 else "likely" if hit.confidence >= 0.7 else "doubtful" if hit.confidence >= 0.45 else "weak"
    found = [
        f"via {hit.via}",
        f"via {hit.via} {short}",
        f"via {hit.via} {dress}",
        f"belief {belief}",
        f"belief {belief} {short}",
        f"via {hit.via} {belief}",
    ]
    if hit.via in _GUESSED:
        return found
    kind, word = "none", ""
    if hit.cue is not None:
        word = site.article.text[hit.cue.start : hit.cue.end].lower()
        bits = c.classes().get(word, 0)
        kind = "say" if bits & c.SAY else "label" if bits & c.LABEL else "weak" if bits & c.WEAK else "other"
    found += [f"cue word {word}", f"cue word {word} {dress}"] if word else []
    found += [f"cue {kind}", f"cue {kind} {short}", f"cue {kind} {dress}", f"cue {kind} {belief} {short}"]
    if word in lexicon.UTTERING:
        found.append("cue utters")
    if word in lexicon.HANDLING:
        found += ["cue handles", f"cue handles {dress}"]
    return found


def _again(site: Site, body: str, dress: str) -> list[str]:
    """Whether the words come again close by, with or without marks: what has a name is named more than once."""
    text, start = site.article.text, site.t.starts[site.i]
    bare = body.strip(" ,.!?;:")
    lo, hi = max(0, start - WINDOW), start + WINDOW
    count = text.count(bare, lo, start) + text.count(bare, start + len(body) + 1, hi)
    if not count:
        return [f"once {dress}"]
    marked = any(text.find(mark + bare, lo, start) >= 0 or text.find(mark + bare, start + 2, hi) >= 0 for mark in '\u201c"\u2018')
    return [f"again {'marked' if marked else 'bare'} {dress}"]
