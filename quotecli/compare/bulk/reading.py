"""Many quotations made ready for comparing, as arrays: what `score.wording` makes of one, to the last bit.

What is read alike whatever stands beside it is looked up; a quotation that has anything else is read by `score.wording` itself.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from quotecli.compare.bulk.vocabulary import BEGINS, BIG, CAPITAL, CLOSER, LAST, UPPER, WORD, Chunks, Numbers, Stems
from quotecli.compare.passages import EITHER, NAME, PLAIN
from quotecli.compare.score import LONGEST, SAID_BY_ALL, wording
from quotecli.model import Quote

BLOCK = 20_000  # quotations that are read at a time: what that takes besides is some ten megabytes


class Wordings(NamedTuple):
    """Quotations by their folded forms, as numbers: those of quotation q stand at low[q]:high[q], its sentences at first[q]:last[q]."""

    ids: Numbers  # int32
    weights: Numbers  # float64, nats
    cases: Numbers  # int8, as `Wording.cases`
    low: Numbers  # int64
    high: Numbers
    ends: Numbers  # int32: where a sentence ends, counted from the quotation's first form
    first: Numbers  # int64
    last: Numbers
    starts: Numbers  # uint16: where a form's word begins, in characters behind the quotation's first piece; see `Block.starts`
    stops: Numbers  # uint16: where it ends, with the marks that close it
    words: int  # different ones
    numbers: Mapping[str, int]  # of each of these

    def of(self, rows: Numbers) -> Wordings:
        """Some of the quotations, in another order."""
        return self._replace(low=self.low[rows], high=self.high[rows], first=self.first[rows], last=self.last[rows])


class Block(NamedTuple):
    """Some quotations read: their rows, how many forms and sentences each has, and these one after another."""

    rows: Numbers
    sizes: Numbers
    sentences: Numbers
    ids: Numbers
    weights: Numbers
    cases: Numbers
    ends: Numbers
    starts: Numbers  # NOWHERE where places are not told: in quotations that are read by themselves, unusually spaced, or very long
    stops: Numbers


NOWHERE = 0xFFFF


def read(spoken: Sequence[Quote]) -> Wordings:
    """All quotations."""
    stems = Stems()
    chunks = Chunks(stems)
    blocks = [block for at in range(0, len(spoken), BLOCK) for block in read_block(spoken[at : at + BLOCK], at, chunks)]
    low, high = ranges(blocks, "sizes", len(spoken))
    first, last = ranges(blocks, "sentences", len(spoken))
    ids, weights, cases, ends = [joined_up(blocks, name) for name in ("ids", "weights", "cases", "ends")]
    starts, stops = joined_up(blocks, "starts"), joined_up(blocks, "stops")
    return Wordings(ids, weights, cases, low, high, ends, first, last, starts, stops, len(stems.numbers), stems.numbers)


def joined_up(blocks: Sequence[Block], name: str) -> Numbers:
    """One array of many."""
    return np.concatenate([getattr(block, name) for block in blocks])


def ranges(blocks: Sequence[Block], name: str, number: int) -> tuple[Numbers, Numbers]:
    """From where to where what belongs to each quotation stands."""
    sizes = joined_up(blocks, name)
    stops = np.cumsum(sizes)
    low, high = np.zeros(number, np.int64), np.zeros(number, np.int64)
    rows = joined_up(blocks, "rows")
    low[rows], high[rows] = stops - sizes, stops
    return low, high


def read_block(quotes: Sequence[Quote], at: int, chunks: Chunks) -> tuple[Block, Block]:
    """Some quotations: those whose words can be looked up, and the others; `at` is the place of the first."""
    found, sizes, number = array("i"), [], chunks.__getitem__
    for quote in quotes:
        parts = quote.text.split() if len(quote.pieces) == 1 else []
        before = len(found)
        found.extend(map(number, parts))
        sizes.append(len(parts))
        if -2 in found[before:]:
            initials(found, before, parts, chunks, parts == quote.text.split(" "))
    numbers, lengths = np.array(found), np.array(sizes)
    quote_of = np.repeat(np.arange(len(quotes)), lengths)
    plain = lengths > 0
    plain[quote_of[numbers < 0]] = False
    rest = np.flatnonzero(~plain)
    spans = np.array([len(quote.text) for quote in quotes])
    return looked_up(numbers[plain[quote_of]], lengths[plain], np.flatnonzero(plain) + at, spans[plain], chunks), one_by_one(
        quotes, rest, at, chunks.stems
    )


def initials(found: array[int], at: int, parts: Sequence[str], chunks: Chunks, even: bool) -> None:
    """Give the initials among a quotation's chunks their numbers; its own begin at `at`.

    Which they are is told by what comes next, behind one space: where the spaces are not `even`, its neighbours tell.
    """
    for i, part in enumerate(parts):
        if found[at + i] == -2:
            named = i + 1 < len(parts) and CAPITAL.match(parts[i + 1]) is not None
            found[at + i] = chunks.initial(part, named) if even else -1


def one_by_one(quotes: Sequence[Quote], rows: Numbers, at: int, stems: Stems) -> Block:
    """Quotations that are read by themselves."""
    read = [wording(quotes[row]) for row in rows]
    return Block(
        rows + at,
        np.array([len(one.keys) for one in read], np.int64),
        np.array([len(one.sentences) for one in read], np.int64),
        np.array([number for one in read for number in stems.all(one.keys)], np.int32),
        np.array([weight for one in read for weight in one.weights], np.float64),
        np.array([case for one in read for case in one.cases], np.int8),
        np.array([end for one in read for _, end in one.sentences], np.int32),
        *2 * [np.full(sum(len(one.keys) for one in read), NOWHERE, np.uint16)],
    )


# ---- what can be looked up -----------------------------------------------------------------------------------------------
def spread(first: Numbers, sizes: Numbers) -> Numbers:
    """The numbers from each first on, so many of each."""
    stops = np.cumsum(sizes)
    return np.repeat(first - (stops - sizes), sizes) + np.arange(stops[-1] if len(stops) else 0)


def looked_up(numbers: Numbers, parts: Numbers, rows: Numbers, spans: Numbers, chunks: Chunks) -> Block:
    """Quotations by the numbers of their chunks; `parts` tells how many each has, `spans` how many characters."""
    table = chunks.arrays()
    quote = np.repeat(np.arange(len(rows)), parts)
    sizes = np.diff(table["first"])[numbers]
    tokens, quote = spread(table["first"][:-1][numbers], sizes), np.repeat(quote, sizes)
    traits = table["traits"][tokens]
    opens = np.ones(len(quote), bool)  # whether a token begins a quotation
    opens[1:] = quote[1:] != quote[:-1]
    begins = opens | begins_sentence(traits, opens)
    forms = np.diff(table["behind"])[tokens]
    ids = table["forms"][spread(table["behind"][:-1][tokens], forms)]
    cases = np.repeat(cases_of(traits, begins, quote), forms)
    owner = np.repeat(quote, forms)
    size = np.bincount(owner, minlength=len(rows))
    begun = np.cumsum(forms) - forms  # of each token: how many forms stand before it
    sentences, ends = sentences_of(begun[begins], quote[begins], size, len(ids))
    weights = weights_of(ids, owner, table["weights"], chunks.stems)
    starts, stops = places_of(numbers, parts, spans, tokens, sizes, forms, table)
    return Block(rows, size, sentences, ids, weights, cases, ends, starts, stops)


def places_of(
    numbers: Numbers, parts: Numbers, spans: Numbers, tokens: Numbers, sizes: Numbers, forms: Numbers, table: Mapping[str, Numbers]
) -> tuple[Numbers, Numbers]:
    """Of each form, from where to where its word stands in the quotation, with the marks that close it.

    Where one space stands between two chunks, and none around them.
    """
    length = table["length"][numbers]
    owner = np.repeat(np.arange(len(parts)), parts)
    behind = np.cumsum(length + 1)  # one space behind each
    opens = (behind - length - 1)[np.cumsum(parts) - parts]
    chunk = behind - length - 1 - opens[owner]
    usual = (np.bincount(owner, length + 1, len(parts)) - 1 == spans) & (spans < NOWHERE)
    of_token = np.repeat(np.arange(len(numbers)), sizes)
    of_form, token = np.repeat(of_token, forms), np.repeat(np.arange(len(tokens)), forms)
    starts = chunk[of_form] + table["start"][tokens][token]
    stops = chunk[of_form] + table["end"][tokens][token]
    last = np.append(of_form[1:] != of_form[:-1], True)  # of its chunk: all marks behind it close it
    stops = np.where(
        last, chunk[of_form] + length[of_form], np.where(np.append(token[1:] != token[:-1], True), np.append(starts[1:], 0), stops)
    )
    told = usual[owner][of_form]
    return np.where(told, starts, NOWHERE).astype(np.uint16), np.where(told, stops, NOWHERE).astype(np.uint16)


def begins_sentence(traits: Numbers, opens: Numbers) -> Numbers:
    """Which tokens begin a sentence inside a quotation, as `words.sentences`: a capital or a figure behind a mark that ends one."""
    places = np.arange(len(traits))
    open_mark = np.where(opens | (traits & CLOSER == 0), places, 0)  # the last token that is no closing mark
    latest = np.maximum.accumulate(open_mark) if len(traits) else open_mark
    ended = np.zeros(len(traits), bool)
    ended[1:] = traits[latest[:-1]] & LAST != 0
    found: Numbers = ended & ~opens & (traits & BEGINS != 0)
    return found


def cases_of(traits: Numbers, begins: Numbers, quote: Numbers) -> Numbers:
    """Of each token, whether it is part of a name, as `passages.cases`."""
    word, capital = traits & WORD != 0, traits & BIG != 0
    told = np.where(capital, NAME, PLAIN).astype(np.int8)
    at = np.flatnonzero(word)
    sentence = np.cumsum(begins)[at]
    heads = np.ones(len(at), bool)
    heads[1:] = sentence[1:] != sentence[:-1]
    followed = np.zeros(len(at), bool)  # by a capital in the same sentence
    followed[:-1] = ~heads[1:] & capital[at[1:]]
    told[at[heads & ~followed & capital[at]]] = EITHER
    shouted = np.bincount(quote[word & (traits & UPPER == 0)], minlength=quote[-1] + 1 if len(quote) else 0) == 0
    told[shouted[quote]] = PLAIN
    return told


def sentences_of(begun: Numbers, quote: Numbers, size: Numbers, forms: int) -> tuple[Numbers, Numbers]:
    """How many sentences each quotation has, and where each ends; `begun` tells how many forms stand before each sentence.

    One without end is cut in pieces, as `score.cut` does.
    """
    stops = np.append(begun, forms)[1:]
    pieces = -(-(stops - begun) // LONGEST)
    nth = spread(np.ones(len(pieces), np.int64), pieces)
    ends = np.minimum(np.repeat(begun, pieces) + nth * LONGEST, np.repeat(stops, pieces))
    owner = np.repeat(quote, pieces)
    before = np.cumsum(size) - size
    return np.bincount(owner, minlength=len(size)), (ends - before[owner]).astype(np.int32)


# ---- weights -------------------------------------------------------------------------------------------------------------
def weights_of(ids: Numbers, owner: Numbers, weights: Numbers, stems: Stems) -> Numbers:
    """What each form tells where it stands, as `score.told`."""
    found = weights[ids]
    pairs = ids[:-1].astype(np.int64) << 32 | ids[1:]
    at = np.minimum(np.searchsorted(stems.pairs, pairs), len(stems.pairs) - 1)
    follows = np.flatnonzero((stems.pairs[at] == pairs) & (owner[1:] == owner[:-1])) + 1
    found[follows] = np.minimum(found[follows], stems.told[at[follows - 1]])
    inside = said_by_all(ids, owner, stems)
    found[inside] = np.minimum(found[inside], SAID_BY_ALL)
    return found


def said_by_all(ids: Numbers, owner: Numbers, stems: Stems) -> Numbers:
    """The places that stand in a stock phrase and tell nothing by themselves."""
    order = np.argsort(ids, kind="stable")
    ordered, last = ids[order], len(ids) - 1
    found: list[Numbers] = [np.zeros(0, np.int64)]
    for forms, telling in stems.phrases:
        at = order[np.searchsorted(ordered, forms[0]) : np.searchsorted(ordered, forms[0], "right")]
        for step, form in enumerate(forms[1:], 1):
            at = at[ids[np.minimum(at + step, last)] == form]
        at = at[at + len(forms) - 1 <= last]
        at = at[owner[at] == owner[at + len(forms) - 1]]
        found += [at + step for step in range(telling, len(forms))]
    return np.concatenate(found)
