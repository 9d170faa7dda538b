"""Signs: the places of a wording on which its claim hangs, each with its kind and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from quotecli.compare.figures import grouped
from quotecli.compare.words import Word, american, bare, keys, opened, plain, stem
from quotecli.lexicon.en import claims as lex
from quotecli.lexicon.en.variants import TENS, UNITS

STUTTER = 5  # words and marks between what is said twice
SENTENCE_ENDS = frozenset(".?!")


class Sign(NamedTuple):
    """Words on which the claim hangs."""

    low: int  # index of the first word
    high: int  # index behind the last
    kind: str  # negation, limit, hedge, condition, modal, quantifier, bound, direction, frame, person, name, number, date, unit
    value: str  # equal values are exchanged without changing the claim
    scope: str  # the next word with a matter of its own, folded; "" at the end


class Form(NamedTuple):
    """A word of a wording without contraction."""

    text: str
    word: int


@lru_cache(maxsize=1024)
def forms_of(words: tuple[Word, ...]) -> list[Form]:
    """All words in order, contractions opened; marks are forms of their own, so that no phrase runs over one."""
    found = []
    for index, word in enumerate(words):
        parts = opened(bare(word.text)) if word.kind == "word" else (word.text,)
        found += [Form(part, index) for part in parts]
    return [
        form._replace(text=lex.HAD) if form.text == lex.WOULD and "'" in plain(words[form.word].text) and perfect(found, at + 1) else form
        for at, form in enumerate(found)
    ]


def perfect(forms: Sequence[Form], at: int) -> bool:
    """Whether a participle follows, so that 'd is "had"."""
    return at < len(forms) and (forms[at].text in lex.PARTICIPLES or forms[at].text.endswith(lex.PARTICIPLE_ENDINGS))


@lru_cache(maxsize=1024)
def signs(words: tuple[Word, ...]) -> tuple[Sign, ...]:
    """The signs of a wording, in order; what a set phrase holds is none, and what is said twice running counts once."""
    forms = forms_of(words)
    scopes = scopes_of(forms)
    found: list[Sign] = []
    at = 0
    while at < len(forms):
        count = 1
        for length in range(min(lex.LONGEST.get(forms[at].text, 0), len(forms) - at), 0, -1):
            phrase = tuple(form.text for form in forms[at : at + length])
            if phrase in lex.SET_PHRASES or phrase in lex.SIGNS or (length == 1 and phrase[0] in lex.DOUBLE):
                count = length
                low, high = forms[at].word, forms[at + length - 1].word + 1
                if not idle(phrase, forms, at):
                    found += [Sign(low, high, *sense, scopes[at + length]) for sense in senses(phrase, numbered(forms, at + length))]
                break
        else:
            found += frames(forms, at, scopes)
        at += count
    found += figures(words)
    found += names(words)
    return tuple(once(sorted(found), words))


def senses(phrase: tuple[str, ...], before_number: bool) -> tuple[lex.Sense, ...]:
    """What a phrase says: nothing where it is a set phrase."""
    if phrase in lex.SET_PHRASES:
        return ()
    if before_number and phrase[0] in lex.BOUNDS:
        return (lex.BOUNDS[phrase[0]],)
    return lex.DOUBLE.get(phrase[0], ()) if len(phrase) == 1 and phrase[0] in lex.DOUBLE else (lex.SIGNS[phrase],)


def idle(phrase: tuple[str, ...], forms: Sequence[Form], at: int) -> bool:
    """Whether a word stands where it does not mean what it may mean: the second of two denials, "about" without a number."""
    if phrase == lex.SECOND_OF_TWO:
        return any(form.text == lex.FIRST_OF_TWO for form in forms[max(0, at - 8) : at])
    return phrase in lex.ONLY_BEFORE_NUMBERS and not numbered(forms, at + 1)


def numbered(forms: Sequence[Form], at: int) -> bool:
    """Whether a number stands there."""
    text = forms[at].text.lstrip("$£€¥") if at < len(forms) else ""
    return text[:1].isdigit() or text in UNITS or text in TENS or text in lex.HALF_OR_A


def scopes_of(forms: Sequence[Form]) -> list[str]:
    """For every form the next one with a matter of its own, folded."""
    scopes, scope = [""] * (len(forms) + 1), ""
    for at in range(len(forms) - 1, -1, -1):
        text = forms[at].text
        if text[:1].isalnum() and text not in lex.LIGHT:
            scope = stem(american(text))
        scopes[at] = scope
    return scopes


def frames(forms: Sequence[Form], at: int, scopes: Sequence[str]) -> list[Sign]:
    """A verb whose object is not told as a fact; what one says oneself is."""
    base = stem(forms[at].text)
    group = lex.FRAMES.get(base) or lex.FRAMES.get(base + "e")
    before, after = (forms[i].text if 0 <= i < len(forms) else "" for i in (at - 1, at + 1))
    if group is None or before in lex.DETERMINERS or (after in lex.AFTER_NOUNS and group != "suspect"):
        return []
    if not scopes[at + 1] and group != "say":
        return []
    subject = {form.text for form in forms[max(0, at - 5) : at]}
    if group == "say" and subject & lex.SPEAKER and before not in lex.BE:
        return []
    return [Sign(forms[at].word, forms[at].word + 1, "frame", group, scopes[at + 1])]


def figures(words: tuple[Word, ...]) -> Iterator[Sign]:
    """Numbers, hours and ordinals; "from" and "to" belong to theirs."""
    for group in grouped(words):
        if group.keys and group.keys[0][:1].isdigit():
            before = words[group.low - 1].text.lower() if group.low else ""
            yield Sign(group.low, group.high, "number", group.keys[0].removesuffix("th"), before if before in lex.ENDPOINTS else "")
            yield from (Sign(group.low, group.high, "unit", key, "") for key in group.keys[1:])


def names(words: Sequence[Word]) -> Iterator[Sign]:
    """Capital letters that do not only begin a sentence; forms of address are none."""
    before: Word | None = None
    for index, word in enumerate(words):
        text = word.text.lstrip("[")
        begins = before is None or before.kind == "ellipsis" or before.text in SENTENCE_ENDS | {":"} or before.text in "\"“‘'"
        before = word
        if word.kind != "word" or not text[:1].isupper() or (begins and not word.bracketed):
            continue
        form = bare(text)
        if opened(form)[0] in lex.TITLES | lex.LIGHT or (len(form) < 2 and word.bracketed) or "]" in text[:-1]:
            continue
        yield Sign(index, index + 1, "name", keys(word.text)[0], "")


def once(found: Sequence[Sign], words: Sequence[Word]) -> Iterator[Sign]:
    """The signs without those that only repeat the one before: "never, never"."""
    last: Sign | None = None
    for sign in found:
        if last is None or sign[2:4] != last[2:4] or sign.low <= last.low or not stutter(last, sign, words):
            yield sign
        last = sign


def stutter(last: Sign, sign: Sign, words: Sequence[Word]) -> bool:
    """Whether a sign is said twice of one thing: only marks stand between, or few words, and the same comes after."""
    if sign.scope and sign.scope == last.scope and sign.low - last.high <= STUTTER:
        return True
    return all(word.kind in ("mark", "dash", "ellipsis") for word in words[last.high : sign.low])
