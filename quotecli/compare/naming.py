"""What a difference is called: another dress, an editor's bracket, words gone, new or exchanged."""

from __future__ import annotations

from collections.abc import Sequence

from quotecli.compare.align import mark_form
from quotecli.compare.figures import abbreviation, grouped
from quotecli.compare.words import Word, american, keys, opened, plain

DRESS = frozenset({"typographic", "spelling", "contraction", "number-format"})  # the same words


def is_word(word: Word) -> bool:
    """Whether it is compared as a word (a percent sign is)."""
    return bool(keys(word.text, word.kind))


def kind_of(last: bool, same: bool, left: Sequence[Word], right: Sequence[Word]) -> str:
    """The type of a difference; `last`: the second wording ends with it; `same`: both have the same folded forms there."""
    before, after = [w for w in left if is_word(w)], [w for w in right if is_word(w)]
    if not before and not after:
        return marks_kind(last, left, right)
    if any(w.bracketed for w in after) or (any(w.bracketed for w in before) and after):
        return "editorial"
    if not (before and after) and aside(left or right):
        return "editorial"
    if not before:
        return "inserted"
    if not after:
        return "omitted-ellipsis" if any(w.kind == "ellipsis" for w in right) else "omitted"
    return dress_kind(before, after, same)


def aside(side: Sequence[Word]) -> bool:
    """Whether words stand in parentheses, as many outlets put the editor's."""
    return side[0].text == "(" and side[-1].text == ")"


def marks_kind(last: bool, left: Sequence[Word], right: Sequence[Word]) -> str:
    """typographic where the marks mean the same, or only a comma or full stop closes the quotation, by the outlet's habit."""
    one, two = [mark_form(w) for w in left], [mark_form(w) for w in right]
    closing = last and set(one) | set(two) <= {",", "."}
    return "typographic" if one == two or closing or not set(one + two) - {'"', "'", "-", "[", "]"} else "punctuation"


def dress_kind(before: Sequence[Word], after: Sequence[Word], same: bool) -> str:
    """The type where words stand on both sides; `same`: they have the same folded forms."""
    one, two = ["".join(filter(str.isalnum, plain(w.text))) for w in before], ["".join(filter(str.isalnum, plain(w.text))) for w in after]
    if "".join(one) == "".join(two) and not any(w.kind == "number" for w in before):
        return "typographic"
    if not same:
        return "editorial" if any(w.kind == "masked" for w in (*before, *after)) and len(before) == len(after) == 1 else "substituted"
    if any(w.kind == "masked" for w in (*before, *after)):
        return "editorial"
    if any(w.kind == "number" or any(map(str.isnumeric, w.text)) for w in (*before, *after)) or figured(before) or figured(after):
        return "number-format"
    if any(abbreviation(side, 0) for side in (before, after)):
        return "spelling"
    forms = [[american(part) for w in side for part in opened(plain(w.text).replace(".", ""))] for side in (before, after)]
    if forms[0] != forms[1]:
        return "substituted"
    return "contraction" if len(before) != len(after) or any("'" in plain(w.text) for w in (*before, *after)) else "spelling"


def figured(side: Sequence[Word]) -> bool:
    """Whether words make a figure."""
    return any(
        group.high - group.low > 1 or group.keys[:1] == ("percent",) or group.keys[0][:1].isdigit()
        for group in grouped(tuple(side))
        if group.keys
    )
