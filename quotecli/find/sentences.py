"""Where sentences end: at a full stop, at a quotation that ends with one, behind a bracket; never before the reporting clause.

No rule looks farther than LONGEST tokens, since what has more is no sentence and is cut; the whole costs one look at each mark that may
end a sentence.
"""

from __future__ import annotations

from quotecli.find import classes as c

LONGEST = 400
"""Tokens of a sentence: what has more is none, and is cut, so that no rule looks farther than this."""
NAME = 6
"""Tokens within which a reporting clause shows its verb."""
INSERTION = 24
"""The same, behind an insertion between commas."""

_ENDING = c.STOP | c.Q | c.CLOSE
_AT_ONCE = c.STOP | c.CLOSE | c.COMMA
_GOES_ON = c.STOP | c.COMMA | c.SEMI | c.CLOSE | c.DASH
_NO_SUBJECT = c.STOP | c.COMMA | c.Q | c.COLON | c.AUX | c.PREP


def sentences(low: list[str], tags: list[int], final: dict[int, str]) -> list[tuple[int, int]]:
    """The sentences of a paragraph's tokens, as ranges; `final` has the last mark of each quotation.

    “…?” ends one unless its own reporting clause follows; “…,” never does.
    """
    size, begin = len(low), 0
    found: list[tuple[int, int]] = []
    for i in [i for i, bits in enumerate(tags) if bits & _ENDING]:
        while i - begin > LONGEST:
            found.append((begin, begin + LONGEST + 1))
            begin += LONGEST + 1
        if i + 1 < size and (i - begin >= LONGEST or _ends(low, tags, final, i, begin)):
            found.append((begin, i + 1))
            begin = i + 1
    while begin < size:
        found.append((begin, min(size, begin + LONGEST + 1)))
        begin += LONGEST + 1
    return found


def _ends(low: list[str], tags: list[int], final: dict[int, str], i: int, begin: int) -> bool:
    """Whether a sentence that begins at token `begin` ends with token i, which is not the last one."""
    bits, following = tags[i], tags[i + 1]
    if bits & c.STOP:
        word = low[i]
        if following & _AT_ONCE:
            return False
        return word == "." or not (word == "…" or (word[0] in ".…" and len(word) > 1)) or bool(following & (c.CAP | c.Q))
    if bits & c.Q:
        return _quotation_ends(tags, i, following, final[i], begin)
    return i > begin and bool(tags[i - 1] & c.STOP) and bool(following & (c.CAP | c.Q))


def _quotation_ends(tags: list[int], i: int, following: int, final: str, begin: int) -> bool:
    """Whether a sentence that begins at token `begin` ends with the quotation at token i, whose last mark is `final`."""
    if following & _GOES_ON or final in ("", ","):
        return False
    if final == ".":
        return bool(following & (c.Q | c.CAP | c.DET | c.PRON | c.NUM)) or not following & c.VERB
    # ? ! … — : the sentence goes on where a reporting clause follows
    if following & c.Q:
        return True
    return bool(following & c.CAP) and (_announced(tags, i, begin) or not _clause_follows(tags, i + 1))


def _announced(tags: list[int], i: int, begin: int) -> bool:
    """Whether a participle of saying right before the quotation at token i reports it already: shouting “Wake up!” Two officers asked."""
    j = i - 2 if i - 1 > begin and tags[i - 1] & (c.COMMA | c.COLON) else i - 1
    return j > begin and bool(tags[j] & c.ING and tags[j] & (c.SAY | c.LABEL))


def _clause_follows(tags: list[int], i: int) -> bool:
    """Whether tokens from i read "Smith said", "Mr. Smith asked", "he says": a reporting clause."""
    for j in range(i, min(i + NAME, len(tags))):
        bits = tags[j]
        if j > i and bits & c.FIN and bits & (c.SAY | c.LABEL):
            return not _announces(tags, j + 1)
        if j > i and bits & c.COMMA:
            return _says_behind(tags, j + 1)
        if j > i and bits & c.BE and _heard(tags, j + 1):
            return True
        if bits & _NO_SUBJECT or (j > i and bits & c.FIN and not bits & c.CAP):
            return False
    return False


def _heard(tags: list[int], j: int) -> bool:
    """Whether tokens from j read "quoted as saying", "heard shouting"."""
    return j + 2 < len(tags) and bool(tags[j] & c.PART) and any(bits & c.SAY and bits & c.ING for bits in tags[j + 1 : j + 3])


def _announces(tags: list[int], j: int) -> bool:
    """Whether a colon or quotation follows: “…?” She said: “…” belongs to the next one."""
    while j < len(tags) and tags[j] & c.COMMA:
        j += 1
    return j < len(tags) and bool(tags[j] & (c.COLON | c.Q))


def _says_behind(tags: list[int], i: int) -> bool:
    """Whether an insertion from token i ends in a comma and a verb of saying: "Miller, a retired worker, said"."""
    for j in range(i, min(i + INSERTION, len(tags))):
        bits = tags[j]
        if bits & (c.STOP | c.Q | c.COLON | c.SEMI):
            return False
        if bits & c.SAY and bits & c.FIN and tags[j - 1] & (c.COMMA | c.CLOSE | c.TIME | c.ADV):
            return True
    return False
