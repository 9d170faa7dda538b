"""A document speaks for whoever put it out: its owner in the same phrase, or the subject of the sentence above that brings it up.

"Any verb" costs us the sentence in which somebody only reads a report that nobody has owned so far; verbs of taking in are left out.
"""

from __future__ import annotations

from bisect import bisect_right

from quotecli.find import grammar
from quotecli.find.meant import CERTAINTY, NOBODY, Answer, Scene, Why, meaning
from quotecli.find.tokens import Tokens
from quotecli.lexicon.en import mentions as small
from quotecli.lexicon.en.mentions import DEFINITE
from quotecli.lexicon.en.people import ANSWERS, BY, DOCUMENTS, RECEIVES

UP = 5
"""Paragraphs above in which a document may have been brought up."""
SENTENCES = 8
"""Sentences of one paragraph that are looked at."""
DEEP = 3
"""Documents within documents that are followed."""


def document(scene: Scene, t: Tokens, a: int, cut: int, start: int, end: int) -> Answer | None:
    """Whoever speaks in "the statement": None where the text does not tell."""
    noun = t.low[cut - 1]
    owner = _possessor(scene, t, a, cut) or _maker(scene, t, cut)
    if owner is not None:
        return owner
    if noun not in DOCUMENTS or t.low[a] not in DEFINITE or grammar.possessor(t, a, cut) is not None:
        return None  # the group's ad: the text does not name the group here
    return brought_up(scene, frozenset({noun}), start) or (_by_body(scene, start) if noun in ANSWERS else None)


def _possessor(scene: Scene, t: Tokens, a: int, cut: int) -> Answer | None:
    """Whose document or remark: the possessive inside the phrase, by its name or by its words."""
    at = grammar.possessor(t, a, cut)
    owner = scene.cast.covering(t.starts[at] - 1) if at is not None else None
    return meaning(owner.person, Why.OWNER) if owner is not None and owner.person is not None else None


def _maker(scene: Scene, t: Tokens, cut: int) -> Answer | None:
    """Whoever stands behind "from", "by", "issued by" right after the noun, a comma between or not."""
    hi = t.sentences[t.sentence_of[cut - 1]][1]
    j = cut + (cut < hi and t.low[cut] == ",")
    for k in range(j, min(j + 4, hi - 1)):
        if t.low[k] in BY and not (t.low[k] == small.OF.strip() and (k > cut or t.low[cut - 1] not in ANSWERS)):
            return _source(scene, t, k + 1, hi)
        if not (k < j + 3 and t.low[k].isalpha()) or grammar.is_finite_at(t, k):
            return None
    return None


def _source(scene: Scene, t: Tokens, i: int, hi: int) -> Answer | None:
    """The name, or the words, of the noun phrase at token i that a document comes from."""
    np = grammar.np_at(t, i, hi)
    if np is None or scene.depth > DEEP:
        return None
    if not scene.cast.between(t.starts[np[0]], t.ends[np[1] - 1]) and not grammar.speaks(t, np):
        return None
    scene.depth += 1
    answer = scene.name(t.starts[np[0]], t.ends[np[1] - 1])
    scene.depth -= 1
    return answer._replace(certainty=CERTAINTY[Why.OWNER], why=Why.OWNER) if answer.name else None


def brought_up(scene: Scene, nouns: frozenset[str], before: int) -> Answer | None:
    """Who put out the document: its maker or the subject, in the nearest sentence above that brings it up without "the"."""
    block = scene.block_at(before)
    for above in range(block, max(-1, block - UP - 1), -1):
        t = scene.article.tokens(above)
        last = t.sentence_of[bisect_right(t.starts, before - 1) - 1] if len(t) else -1
        for sentence in range(last, max(-1, last - SENTENCES), -1):
            lo, hi = t.sentences[sentence]
            at = next((j for j in range(lo, hi) if t.low[j] in nouns and t.starts[j] < before), None)
            if at is None:
                continue
            said_in = small.IN in t.low[max(lo, at - 3) : at]  # Lee said in a statement released by her office
            owner = _possessor(scene, t, max(lo, at - 5), at)
            if owner is not None:
                return owner
            found = None if said_in else _maker(scene, t, at + 1)
            found = found or _putter(scene, t, sentence, at) or _maker(scene, t, at + 1)
            if found is not None:
                return found
    return None


def _by_body(scene: Scene, before: int) -> Answer | None:
    """The named subject of the sentence above, or whoever was quoted last: a statement that nobody brought up answers for them."""
    said = scene.last_speaker(before)
    if said is not None:
        return meaning(said, Why.ISSUER)
    t, i, _ = scene.tokens_of(before, before + 1)
    block, sentence = scene.block_at(before), t.sentence_of[i] - 1
    if sentence < 0 and block:
        t = scene.article.tokens(block - 1)
        sentence = len(t.sentences) - 1
    np = grammar.subject_of_sentence(t, sentence) if sentence >= 0 else None
    named = scene.cast.covering(t.starts[np[1] - 1]) if np else None
    return meaning(named.person, Why.ISSUER) if named is not None and named.person is not None and not named.possessive else None


def _putter(scene: Scene, t: Tokens, sentence: int, at: int) -> Answer | None:
    """The subject of a sentence that says "… put out a note" at token `at`."""
    lo, _ = t.sentences[sentence]
    verb = grammar.main_verb(t, sentence)
    if verb is None or (at > lo and _is_the(t, lo, at)) or t.low[verb] in RECEIVES or scene.depth > DEEP:
        return None
    np = grammar.subject_of_sentence(t, sentence)
    if np is None or np[0] <= at < np[1]:
        return None
    scene.depth += 1
    answer = scene.name(t.starts[np[0]], t.ends[np[1] - 1])
    scene.depth -= 1
    return answer._replace(certainty=CERTAINTY[Why.ISSUER], why=Why.ISSUER) if answer.name else NOBODY


def _is_the(t: Tokens, lo: int, at: int) -> bool:
    """Whether the noun at token `at` is known already: "the statement", "the two-page memo"."""
    return any(t.low[j] in DEFINITE for j in range(max(lo, at - 3), at))
