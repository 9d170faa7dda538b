"""Words of a wording: where they stand, and the folded forms by which two wordings are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from quotecli.lexicon.en import variants as lex
from quotecli.lexicon.en.forms import FORMS
from quotecli.model import Quote, Span

try:
    from quotecli.compare._words import tokens
except ImportError:  # it was not built

    def tokens(text: str, at: int, stop: int, shift: int, make: type[Word], odd: Callable[[str, int, int], tuple[int, str]]) -> list[Word]:
        """As plain Python tells them."""
        return in_python(text, at, stop, shift)


class Word(NamedTuple):
    """A word, number or mark, with its place in the article."""

    text: str
    start: int
    end: int
    kind: str  # word, number, masked, ellipsis, dash, mark
    spaced: bool  # white space stands before it
    bracketed: bool  # inside an editor's square brackets


KINDS = {"plain": "word", **{kind: kind for kind in ("word", "number", "masked", "ellipsis", "dash", "mark")}}
UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens, joiners and breaks of no width: they stand inside words
LETTERS = rf"(?:[^\W_][\u0300-\u036f{UNSEEN}]*)+"  # accents may be signs of their own
LONGEST_BRACKET = 200  # characters within which an editor's bracket closes


@cache
def token_pattern() -> re.Pattern[str]:
    """One alternative a kind of token; the first that fits wins. Most words are plain, so they are asked for first."""
    return re.compile(
        r"""
        (?P<plain>    [^\W\d_]{2,}+ (?=[\ ,]) )
      | (?P<ellipsis> \.(?:\ ?\.){2,} | …+ (?:\.(?!\.))? )
      | (?P<masked>   (?:[b-hj-zB-HJ-Z] (?:-{2,}|[—–]) | \w{1,3} (?:-{3,}|\*+|[#@$%!]{2,}) ) (?:[a-z]{1,6}|\b|(?<=\*)) )
      | (?P<number>   (?<![\w.]) [$£€¥]? (?:\d{1,3}(?:,\d{3})+ | \d+) (?:\.\d+)?
                      (?: [-\ \u00a0]? (?:hundred|thousand|million|billion|trillion) (?![\w]) | (?:k|m|mn|bn|tn|K|M|BN|TN) (?!\w) )?
                      (?: th|st|nd|rd|s )? (?!\w) )
      | (?P<word>     (?:[A-Za-z]\.){2,}(?!\w)
                    | (?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gov|Sen|Rep|Gen|Lt|Col|Sgt|Prof|Rev|vs)\.
                    | [A-Z]\.(?=\ [A-Z][a-z])
                    | \[? LETTERS (?: ['’‘ʼ\[\]] LETTERS )* \]? )
      | (?P<dash>     -{2,} | [—–―] | (?<=\s)-(?=\s) )
      | (?P<mark>     \S )
        """.replace("LETTERS", LETTERS),
        re.VERBOSE,
    )


def words(text: str, pieces: Sequence[Span] | None = None) -> list[Word]:
    """The words and marks of `text`.

    `pieces` are its places in the article, joined in `text` by a newline; by default it is the article itself.
    """
    if pieces is None:
        pieces = [Span(0, len(text))]
    found: list[Word] = []
    at, brackets = 0, "[" in text
    for start, end in pieces:
        stop = at + end - start
        found += in_python(text, at, stop, start - at) if brackets else tokens(text, at, stop, start - at, Word, odd)
        at = stop + 1
    return found


def in_python(text: str, at: int, stop: int, shift: int) -> list[Word]:
    """The words and marks of at:stop in `text`, which are so much further back there than in the article."""
    found: list[Word] = []
    scan, make = token_pattern().finditer, tuple.__new__  # Word(…) itself takes twice as long
    brackets, inside = "[" in text, False
    last: int = 0 if at == 0 else -1  # where the token before ends: between tokens stands white space, and a newline before a piece
    for match in scan(text, at, stop):
        token, (left, right) = match.group(), match.span()
        if brackets:
            inside = inside or ("[" in token and "]" in text[left : min(stop, left + LONGEST_BRACKET)])
        found.append(make(Word, (token, left + shift, right + shift, KINDS[match.lastgroup or ""], left != last, inside)))
        inside = inside and "]" not in token
        last = right
    return found


def odd(text: str, at: int, stop: int) -> tuple[int, str]:
    """Where the word or mark ends that begins there, and its kind."""
    match = token_pattern().match(text, at, stop)
    return (match.end(), KINDS[match.lastgroup or ""]) if match else (at, "")


@lru_cache(maxsize=512)
def words_of(quote: Quote) -> tuple[Word, ...]:
    """The words and marks of a quotation, with offsets in its article."""
    return tuple(words(quote.text, quote.pieces))


MASK = "*"  # stands for the letters of a word that some outlets mask: "f-----g", "f—ing" and the word itself are one


# ---- folding -----------------------------------------------------------------------------------------------------------
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "[": None, "]": None})
APOSTROPHES |= dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])


def plain(token: str) -> str:
    """The token in lower case, with straight apostrophes, without accents and editors' brackets."""
    if token.isascii():
        return token.translate(APOSTROPHES).lower() if "[" in token or "]" in token or "`" in token else token.lower()
    text = unicodedata.normalize("NFKD", token.translate(APOSTROPHES))
    return "".join(c for c in text if not unicodedata.combining(c)).lower()


@lru_cache(maxsize=1 << 16)
def bare(token: str) -> str:
    """The plain form without full stops."""
    return plain(token).replace(".", "")


def opened(form: str) -> tuple[str, ...]:
    """The plain form without contraction: "don't" → do not; "Putin's" → putin."""
    if form in lex.CONTRACTIONS:
        return lex.CONTRACTIONS[form]
    if "'" not in form:
        return (form,)
    if form.endswith("n't"):
        return (form[:-3], "not")
    head, _, tail = form.rpartition("'")
    if tail == "s":
        return (head, "is") if head in lex.IS_AFTER else (head,)
    if "'" + tail in lex.ENDINGS:
        return (*opened(head), lex.ENDINGS["'" + tail])
    return (form.replace("'", ""),)


VOWEL = re.compile(r"[aeiouy]")


@cache
def british() -> tuple[tuple[re.Pattern[str], str], ...]:
    """British endings and what stands for them."""
    return (
        (re.compile(r"(?P<stem>.{3,})is(?P<end>e[ds]?|ing|ations?|ers?)"), "iz"),
        (re.compile(r"(?P<stem>.{2,})our(?P<end>s|ed|ing|able|ful|ites?|hood|ly)?"), "or"),
        (re.compile(r"(?P<stem>.{3,})ys(?P<end>e[ds]?|ing)"), "yz"),
        (re.compile(r"(?P<stem>.*(?:met|lit|cent|theat|fib|spect))re(?P<end>s|d)?"), "er"),
        (re.compile(r"(?P<stem>.{3,}[aeiou])ll(?P<end>ed|ing|ers?)"), "l"),
    )


def american(form: str) -> str:
    """One spelling for American and British forms of a word."""
    kept = lex.SPELLINGS.get(form)
    if kept:
        return kept
    if len(form) < 6:
        return form
    for pattern, into in british():
        match = pattern.fullmatch(form)
        if match and match["stem"] not in lex.NOT_BRITISH:
            return match["stem"] + into + (match["end"] or "")
    return form


def stem(form: str) -> str:
    """A light stem: number, tense and adverb endings off; irregular forms to one. Never exact English, only the same for the same word."""
    known = FORMS.get(form)
    if known:
        return lex.SYNONYMS.get(known, known)
    if form in lex.SYNONYMS:
        return lex.SYNONYMS[form]
    if len(form) < 4:
        return form
    base = form
    if base.endswith("s") and base[-2] not in "sui":
        base = (
            base[:-3] + "y" if base.endswith("ies") and len(base) > 4 else base[:-2] if base[-4:] in ("sses", "shes", "ches") else base[:-1]
        )
    for end in ("ing", "ed", "ly", "ion"):
        if base.endswith(end) and len(base) - len(end) > 2 and VOWEL.search(base[: -len(end)]):
            if end == "ion" and base[-4] not in "ts":
                continue
            base = base[: -len(end)]
            if base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]
            break
    if base.endswith("i"):
        base = base[:-1] + "y"
    base = base.removesuffix("e") if len(base) > 3 else base
    return lex.SYNONYMS.get(base) or lex.SYNONYMS.get(base + "e") or base


def singular(form: str) -> str:
    """The form without an ending in s."""
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    return form[:-2] if form.endswith(("sses", "shes", "ches")) else form[:-1]


def number(form: str) -> tuple[str, ...]:
    """The value of a number token as plain digits ("35 million", "35m", "1,300"), and its currency as a word after it."""
    match = re.fullmatch(r"([$£€¥]?)([\d,]+)(\.\d+)?[-\s]?([a-z]*)", form)
    if not match:
        return (form,)
    sign, whole, part, scale = match.groups()
    after = (lex.CURRENCIES[sign],) if sign else ()
    plain_value = whole.replace(",", "") + (part or "")
    if scale and scale not in lex.SCALES:
        return (plain_value + scale, *after)
    value = float(plain_value) * lex.SCALES.get(scale, 1)
    return (str(int(value)) if value == int(value) and value < 1e15 else repr(value), *after)


def digits(form: str) -> str | None:
    """The value of a number word ("four"), or None."""
    value = lex.UNITS.get(form, lex.TENS.get(form))
    return None if value is None or form == "one" else str(value)


@lru_cache(maxsize=1 << 16)
def keys(token: str, kind: str = "word") -> tuple[str, ...]:
    """The folded forms by which a token is compared; none for marks."""
    if kind == "word":
        if token in ("US", "USA") or token.startswith("U.S."):
            return ("u.s",)
        form = plain(token).replace(".", "")
        return tuple(form[0] + MASK if part.startswith(lex.PROFANE) else digits(part) or stem(american(part)) for part in opened(form))
    if kind == "number":
        return number(plain(token))
    if kind == "masked":
        return (plain(token)[0] + MASK,)
    return ("percent",) if token == "%" else ()


def folded(found: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """Each folded form with the index of the word it comes from."""
    for index, word in enumerate(found):
        for key in keys(word.text, word.kind):
            yield index, key


# ---- sentences ---------------------------------------------------------------------------------------------------------
ENDS = frozenset(".?!")
CLOSERS = frozenset("\"'”’)]»")


def sentences(found: Sequence[Word], pieces: Sequence[Span] = ()) -> list[tuple[int, int]]:
    """Sentences as ranges of word indices. A paragraph ends one; so does . ? ! or … before a capital letter or figure."""
    breaks = {start for start, _ in pieces[1:]}
    ranges, first, ended = [], 0, False
    for index, word in enumerate(found):
        if index > first and (
            word.start in breaks or (ended and word.kind in ("word", "number") and not word.text.lstrip("[")[:1].islower())
        ):
            ranges.append((first, index))
            first = index
            ended = False
        if word.kind == "ellipsis" or word.text in ENDS:
            ended = True
        elif word.text not in CLOSERS:
            ended = False
    if first < len(found):
        ranges.append((first, len(found)))
    return ranges
