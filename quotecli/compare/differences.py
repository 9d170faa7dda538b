"""How a quotation differs from the words of the record that it reports, and what that makes of it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotecli.compare.align import align_words
from quotecli.compare.edits import Text, held_against
from quotecli.compare.places import Part
from quotecli.compare.record import Record, filling
from quotecli.compare.risk import Change, risks
from quotecli.compare.signs import signs
from quotecli.compare.transcript import unheard_words
from quotecli.compare.words import Word, folded, keys, words
from quotecli.lexicon.en.words import COORDINATORS
from quotecli.model import Edit, Quote

if TYPE_CHECKING:
    from quotecli.model import VerdictName

DRESS = frozenset({"typographic", "punctuation", "spelling", "contraction", "number-format"})
CUTS = frozenset({"omitted", "omitted-ellipsis", "editorial"})
REACHING = frozenset({"condition", "hedge", "attribution"})  # what reaches back over the words before it
OPENING = 20  # words in which it is told what opens a rest: a set phrase has fewer
UNHEARD = "unheard"
"""The type of an edit that stands for words of the record that nobody could hear."""


def compare(quote: Quote, text: Text, parts: Sequence[Part], record: Record) -> tuple[int, int, tuple[Edit, ...]]:
    """The stretch of the record, as key indices, that the quotation reports, and the quotation's differences from it."""
    said = reported(text, parts, record)
    ends = record_ends(record, said[0].start, said[-1].end)
    _, edits = held_against(record.text._replace(words=tuple(said)), text)
    inner = [weighed(edit) for edit in edits if not closing(edit, text)]
    claimed = claim(quote, text, record, ends)
    return *ends, (*edge_cuts(text, record, ends, claimed), *inner, *unheard(text, record, said, claimed))


def reported(text: Text, parts: Sequence[Part], record: Record) -> list[Word]:
    """The words of the record from the first to the last that the quotation has, within the sentences of its ends."""
    forms = list(folded(text.words))
    first, last = parts[0], parts[-1]
    low, high = min(p.record[0] for p in parts), max(p.record[1] for p in parts)
    low_word = max(record.owner[low] - 2 * first.quote[0], record.sentences[record.sentence(record.owner[low])][0])
    end_word = record.last[high - 1]
    high_word = min(end_word + 1 + 2 * (len(forms) - last.quote[1]) + 1, record.sentences[record.sentence(end_word)][1])
    said = record.words[low_word:high_word]
    places = align_words(said, text.words)
    both = [place for place in places if place.b[0] < place.b[1] and place.a[0] < place.a[1]]
    found = said[both[0].a[0] : both[-1].a[1]] if both else said
    return found if any(keys(word.text, word.kind) for word in found) else said


def record_ends(record: Record, start: int, end: int) -> tuple[int, int]:
    """The key indices of a stretch of the transcript."""

    def place(owner: int) -> int:
        return record.words[owner].start

    return bisect_left(record.owner, start, key=place), bisect_left(record.owner, end, key=place)


def closing(edit: Edit, text: Text) -> bool:
    """Whether only the mark before the closing quotation mark differs: the outlet's sentence needs it, not the speaker's."""
    last = text.words[-1]
    return edit.type in ("typographic", "punctuation") and edit.end >= last.end and not (set(edit.before + edit.after) - set(",. "))


# ---- at the ends -------------------------------------------------------------------------------------------------------
class Claim(NamedTuple):
    """The words of the record that a quotation claims to give, as word indices; `whole`: from the beginning of a sentence."""

    low: int
    high: int
    whole: bool


def claim(quote: Quote, text: Text, record: Record, ends: tuple[int, int]) -> Claim:
    """To the ends of a sentence that a quotation opens with a capital letter, closes with a full stop.

    A turn without any full stop has no sentences, so that nothing is cut from one.
    """
    first, last = record.owner[ends[0]], record.last[ends[1] - 1]
    if quote.kind != "direct" or not record.punctuated[record.turn_of[first]]:
        return Claim(first, last + 1, False)
    opening = next((word for word in text.words if word.kind == "word"), None)
    whole = opening is not None and opening.text[:1].isupper() and not quote.continues
    low = record.sentences[record.sentence(first)][0] if whole else first
    return Claim(low, record.sentences[record.sentence(last)][1] if text.words[-1].text in ".?!" else last + 1, whole)


def edge_cuts(text: Text, record: Record, ends: tuple[int, int], claimed: Claim) -> tuple[Edit, ...]:
    """What is cut from the sentences at either end."""
    first, last = record.owner[ends[0]], record.last[ends[1] - 1]
    found = []
    if claimed.low < first and cuttable(record.words[claimed.low : first]):
        found.append(cut(record, claimed, (claimed.low, first), text))
    high = claimed.high if claimed.high > last + 1 else backward(record, last + 1)
    if cuttable(record.words[last + 1 : high]):
        found.append(cut(record, claimed._replace(high=high), (last + 1, high), text))
    return tuple(found)


def backward(record: Record, at: int) -> int:
    """The end of a sentence whose rest opens with what reaches back over a quotation that stops before it: “, if they ask for it”."""
    end = record.sentences[record.sentence(at - 1)][1]
    opens = next((index for index in range(at, end) if record.words[index].kind in ("word", "number")), at)
    rest = tuple(record.words[at : min(end, opens + OPENING)])
    return end if any(at + sign.low == opens and sign.kind in REACHING for sign in signs(rest)) else at


def cuttable(found: Sequence[Word]) -> bool:
    """Whether some words of a sentence belong to what was said: there are any, and no quotation mark or colon sets them apart."""
    return any(word.kind in ("word", "number") for word in found) and not any(word.text in '“”"«»:' for word in found)


def cut(record: Record, claimed: Claim, gone: tuple[int, int], text: Text) -> Edit:
    """The words of the record that are gone, as an edit at that end of the article's; a risk where they turn or limit the statement."""
    start, end = record.text.span(*gone)
    before = record.text.between(start, end)
    place, at = (0, text.words[0].start) if gone[0] == claimed.low else (len(text.words), text.words[-1].end)
    if only_fills(before):
        return Edit("typographic", before, "", False, at, at, start, end)
    last = record.words[gone[1] - 1].text.lower() in COORDINATORS  # “, and” opens the clause that stays
    change = Change((gone[0] - claimed.low, gone[1] - claimed.low - last), (place, place), False)
    risk = bool(risks(tuple(record.words[claimed.low : claimed.high]), text.words, [change]))
    return Edit("omitted", before, "", risk, at, at, start, end)


# ---- between the ends --------------------------------------------------------------------------------------------------
def weighed(edit: Edit) -> Edit:
    """An edit with what only a record tells: fillers that go are no words, and a bracket may hold the very word that was said."""
    if edit.type == "omitted" and only_fills(edit.before):
        return edit._replace(type="typographic", risk=False)
    if edit.type == "editorial" and edit.risk and said_forms(edit.before) == said_forms(edit.after):
        return edit._replace(risk=False)
    return edit


def said_forms(text: str) -> list[str]:
    """The folded forms of some words."""
    return [key for _, key in folded(words(text))]


def only_fills(before: str) -> bool:
    """Whether words only fill a pause."""
    forms = said_forms(before)
    return bool(forms) and len(filling(forms)) == len(forms)


def unheard(text: Text, record: Record, said: Sequence[Word], claimed: Claim) -> list[Edit]:
    """What nobody could hear inside the words that a quotation gives, each an edit with its risk: it may have been "not".

    A quotation that says so itself, “The bridge is [inaudible] safe”, hides nothing.
    """
    if unheard_words().search(text.text):
        return []
    low, high = record.words[claimed.low].start, record.words[claimed.high - 1].end
    if claimed.whole:
        turn = record.turns[record.turn_of[claimed.low]]
        low = max(record.words[claimed.low - 1].end if claimed.low else 0, turn.pieces[0].start)
    places = align_words(said, text.words)
    found = []
    for start, end in record.silence.unheard:
        if low <= start and end <= high:
            at = next((text.words[p.b[0]].start for p in places if p.b[0] < p.b[1] and said[min(p.a[0], len(said) - 1)].start >= end), -1)
            at = text.words[-1].end if at < 0 else at
            found.append(Edit(UNHEARD, re.sub(r"\s+", " ", record.said[start:end]), "", True, at, at, start, end))
    return found


def verdict_of(edits: Sequence[Edit]) -> VerdictName:
    """The verdict that a quotation's differences make."""
    types = {edit.type for edit in edits}
    if not types:
        return "verbatim"
    if types <= DRESS:
        return "typographic"
    return "trimmed" if types <= DRESS | CUTS and not any(edit.risk for edit in edits) else "altered"
