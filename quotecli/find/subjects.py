"""Whose verb it is: from a reporting verb to the noun phrase that governs it, over tokens with coarse classes.

No parser: a clause is what lies between commas, verbs and subordinators, and a subject is what stands where English puts one.
"""

from __future__ import annotations

from quotecli.find.tokens import (
    ADV,
    ANYCUE,
    AUX,
    BASE,
    BE,
    BREAK,
    CAP,
    CLOSE,
    COMMA,
    COORD,
    DASH,
    DET,
    FIN,
    INDEF,
    ING,
    NUM,
    NV,
    OBJ,
    OPEN,
    PART,
    POSS,
    POSSPRON,
    PREP,
    PRON,
    REL,
    ROLE,
    SAY,
    SUB,
    TIME,
    TITLE,
    VERB,
    Q,
    Tokens,
)
from quotecli.lexicon.people import BODIES, DOCUMENTS
from quotecli.lexicon.places import PLACES
from quotecli.lexicon.words import POSSESSIVE_PRONOUNS, WEEKDAYS_MONTHS

Range = tuple[int, int]
"""Tokens from a up to b."""

_OF = frozenset("of for from at with in on to against".split())


def is_finite(t: Tokens, j: int) -> bool:
    """Whether token j is a verb that has a subject of its own."""
    bits = t.tags[j]
    if not bits & (VERB | AUX):
        return False
    before = t.tags[j - 1] if j else 0
    if bits & AUX:
        return not (t.low[j] in ("been", "being", "be", "having", "doing") or (before & DET and not before & REL))
    if bits & CAP and not before & (PRON | CAP) and j:
        return False  # a word of a name or a headline
    if bits & FIN:
        if bits & NV and not _verb_here(t, j):
            return False
        if before & (DET | POSS | POSSPRON | NUM) and not before & (REL | PRON | INDEF):
            return False  # the released report
        if bits & PART and j > 1 and before & ADV and t.tags[j - 2] & (DET | POSS | POSSPRON):
            return False  # a newly released report
        if bits & PART and before & BE:
            return False
        return not (bits & PART and before & PREP and t.low[j - 1] not in ("to", "after", "before", "as"))
    if bits & BASE and not bits & NV:
        return bool(before & PRON) or (bool(before & AUX) and not before & BE) or (j > 0 and _plural(t, j - 1))
    return bool(bits & BASE) and bool(before & PRON)


def _plural(t: Tokens, j: int) -> bool:
    word = t.low[j]
    return (word.endswith("s") and not word.endswith(("ss", "'s", "us", "is")) and not t.tags[j] & (VERB & ~NV | PREP | ADV)) or word in (
        "people", "men", "women", "police", "many", "some", "others", "critics", "both", "few", "most",
    )  # fmt: skip


def _verb_here(t: Tokens, j: int) -> bool:
    """Noun or verb ("claims", "reports", "calls")? A verb only after a name, a pronoun or an adverb, and before an object or clause."""
    before = t.tags[j - 1] if j else 0
    named = before & CAP and not before & (POSS | PREP)
    opens = before & (PRON | ADV | REL | AUX | CLOSE | COMMA) or (j and (before & (ROLE | COORD) or t.low[j - 1] in BODIES))
    if not (named or opens):
        return False
    if before & (POSS | DET | POSSPRON) and not before & REL:
        return False
    after = t.tags[j + 1] if j + 1 < len(t.tags) else 0
    word = t.low[j + 1] if j + 1 < len(t.tags) else ""
    if after & (DET | PRON | OBJ | POSSPRON | Q | COMMA | NUM | REL) or word in ("that", "for", "on", "as", "it", "how", "what", "why"):
        return True
    return bool(after & CAP) and bool(before & (PRON | CAP))


def subject(t: Tokens, v: int, lo: int, depth: int = 0) -> Range | None:
    """The noun phrase that governs the verb at token v, looking left as far as token lo; None when none is to be seen."""
    tags, low = t.tags, t.low
    i = _before_verb(t, v, lo)
    if i < lo or depth > 3:
        return None
    bits = tags[i]
    if bits & PRON and not bits & REL:
        return i, i + 1
    if low[i] in ("who", "which") or (low[i] == "that" and i > lo and not tags[i - 1] & (VERB | COMMA | BREAK)):
        return i, i + 1
    if bits & COMMA or bits & DASH:
        return _over_insertion(t, i, lo, depth)
    if bits & CLOSE:
        j = i
        while j > lo and not tags[j] & OPEN:
            j -= 1
        return np_ending(t, j - 1, lo) if j > lo else None
    if bits & COORD and i > lo:
        return coordinated(t, i, lo, depth)
    if low[i] == "to" or bits & Q:
        return governing(t, i, lo, depth) if i > lo else None
    if bits & (PREP | SUB) and not bits & (CAP | ROLE):
        return governing(t, i, lo, depth)
    if bits & VERB and not bits & (NV | CAP | ROLE | ING | PART) and not bits & TITLE:
        return governing(t, i, lo, depth)
    return np_ending(t, i, lo)


def _before_verb(t: Tokens, v: int, lo: int) -> int:
    """The last token of what stands before verb v, its auxiliaries, adverbs and time phrases stepped over."""
    tags, low = t.tags, t.low
    i = v - 1
    while i >= lo:
        bits = tags[i]
        if bits & (AUX | ADV) and not bits & (CAP & ~ADV) and not bits & (PRON | REL):
            i -= 1
        elif bits & TIME and not (bits & CAP and low[i] not in WEEKDAYS_MONTHS):
            j = i
            while j >= lo and tags[j] & (TIME | NUM | DET) and not tags[j] & (PRON | REL):
                j -= 1
            if j >= lo and tags[j] & PREP and low[j] in ("on", "in", "at", "during", "of", "late", "early"):
                j -= 1
            if j < lo or tags[j] & (BREAK | Q):
                return i
            i = j
        else:
            break
    return i


def _looks_inserted(t: Tokens, a: int, b: int) -> bool:
    """Whether tokens a..b between commas are an insertion: an apposition, an age, a place, a relative or adverbial clause."""
    if a >= b:
        return True
    bits, word = t.tags[a], t.low[a]
    if bits & (REL | ING | PREP | SUB | NUM | POSSPRON | ADV | TIME | OBJ) and not (bits & CAP and bits & NV):
        return True
    if word in ("a", "an", "the", "one", "whose", "whom", "himself", "herself", "then", "now", "jr", "jr.", "sr", "iii", "himself", "both"):
        return True
    if bits & (FIN | PART) and bits & VERB and not bits & CAP:
        return True  # asked about it
    if word in PLACES or word.startswith(("r-", "d-", "i-")) or (t.low[b - 1] in PLACES and b - a <= 3):
        return True
    if bits & (ROLE | TITLE) and not bits & CAP:
        return True  # chairman of the committee
    return bool(bits & COORD)


def _over_insertion(t: Tokens, comma: int, lo: int, depth: int) -> Range | None:
    """The subject before "…, an insertion, VERB"; `comma` is the one before the verb."""
    tags = t.tags
    mark = DASH if tags[comma] & DASH else COMMA
    end = comma
    for _ in range(6):
        start = end - 1
        while start >= lo and not tags[start] & (mark | (BREAK & ~DASH & ~OPEN & ~CLOSE)):
            if tags[start] & Q and t.final[start] not in ("", "-"):
                break
            start -= 1
        inserted = _looks_inserted(t, start + 1, end)
        if start < lo or not tags[start] & mark:
            break
        if not inserted:
            # "the senator, Jane Smith, said": a name between commas is itself the speaker
            break
        end = start
    start += 1
    if start >= end:
        return None
    last = end - 1
    if tags[last] & COORD:
        return coordinated(t, last, lo, depth)
    for j in range(last, start - 1, -1):
        if is_finite(t, j) and not (j and tags[j - 1] & REL):
            if j == last:
                return None
            # a clause stands before: its own subject goes on ("She looked down, shook her head, said")
            if tags[comma + 1] & ING:
                return _participle_subject(t, j, lo, depth)
            if end == comma or tags[comma + 1] & FIN:
                return subject(t, j, lo, depth + 1)
            break
    if tags[start] & (SUB | REL) and not tags[start] & PREP and end == comma and start > lo:
        return subject(t, start - 1, lo, depth + 1)
    return np_ending(t, last, lo)


def _participle_subject(t: Tokens, verb: int, lo: int, depth: int) -> Range | None:
    """Whose ", calling it …" it is: the subject of the finite verb before it, or of the say-verb over that where it cannot speak.

    "He argued that Russia has grown, describing it as …": Russia describes nothing, he does.
    """
    found = subject(t, verb, lo, depth + 1)
    if found is None or t.tags[verb] & ANYCUE or (t.tags[found[0]] & PRON and t.low[found[0]] != "it"):
        return found
    last = found[1] - 1
    if (t.tags[last] & CAP and t.low[last] not in PLACES) or t.tags[last] & ROLE:
        return found
    return governing(t, verb, lo, depth)


def coordinated(t: Tokens, i: int, lo: int, depth: int) -> Range | None:
    """The subject of a verb joined by and/but at token i to a verb before it."""
    for j in range(i - 1, max(lo, i - 45) - 1, -1):
        if is_finite(t, j):
            found = subject(t, j, lo, depth + 1)
            if found is not None:
                return antecedent(t, found, lo)
    return first_np(t, lo, i)


def governing(t: Tokens, i: int, lo: int, depth: int) -> Range | None:
    """The subject of a participle or infinitive: that of the nearest say-verb before it, else of the nearest finite verb."""
    nearest: int | None = None
    for j in range(i, max(lo, i - 50) - 1, -1):
        if t.tags[j] & (VERB | AUX) and is_finite(t, j):
            if nearest is None:
                nearest = j
            if t.tags[j] & SAY:
                nearest = j
                break
    if nearest is None:
        return first_np(t, lo, i)
    found = subject(t, nearest, lo, depth + 1)
    return antecedent(t, found, lo) if found else first_np(t, lo, nearest)


def antecedent(t: Tokens, found: Range, lo: int) -> Range:
    """A relative pronoun's noun phrase; anything else as it is."""
    a, b = found
    if b - a != 1 or t.low[a] not in ("who", "which", "that"):
        return found
    j = a - 1
    if j >= lo and t.tags[j] & COMMA:
        j -= 1
    return np_ending(t, j, lo) or found


def np_ending(t: Tokens, i: int, lo: int) -> Range | None:
    """The noun phrase whose last token is i."""
    tags, low = t.tags, t.low
    if i < lo:
        return None
    if (tags[i] & (PRON | REL | OBJ) and not tags[i] & CAP) or low[i] in ("he", "she", "they", "i", "we"):
        return i, i + 1
    s = i
    while s > lo:
        bits = tags[s - 1]
        if bits & (COMMA | BREAK | Q | REL | SUB & ~PREP | PRON) and not (bits & SUB and bits & PREP):
            break
        if bits & SUB and low[s - 1] in ("when", "while", "after", "before", "as", "that", "because", "until", "since", "than", "if"):
            break
        if bits & COORD:
            if not (tags[s] & CAP and tags[s - 2] & CAP and s - 2 >= lo):
                break
        elif bits & AUX or (bits & VERB and _verb_in_phrase(t, s - 1, lo)):
            break
        s -= 1
    return _trim(t, s, i + 1, lo)


def _verb_in_phrase(t: Tokens, j: int, lo: int) -> bool:
    """Whether the verb-like token j inside a would-be noun phrase really is a verb and ends it on the left."""
    bits = t.tags[j]
    if bits & CAP and j > lo:
        return False
    if bits & (ROLE | TITLE):
        return False
    if bits & (FIN | PART) and not bits & BASE:
        return is_finite(t, j) or bool(t.tags[j - 1] & BE)
    if bits & ING:
        return not (j > lo and t.tags[j - 1] & (DET | POSS | POSSPRON | PREP))
    if bits & BASE:
        return j > lo and (t.low[j - 1] == "to" or bool(t.tags[j - 1] & (AUX | PRON)))
    return False


def _trim(t: Tokens, s: int, e: int, lo: int) -> Range | None:
    """Cut what is not the noun phrase from its left: time words, an adverbial, an object that ran into it."""
    tags, low = t.tags, t.low
    while s < e - 1 and ((tags[s] & (ADV | COORD | SUB) and not tags[s] & (DET | CAP & ~ADV)) or (tags[s] & TIME and not tags[s] & TITLE)):
        s += 1
    if tags[s] & PREP and s < e - 1 and not tags[s] & DET:
        d = e - 1
        while d > s and not (tags[d] & (DET | POSSPRON) and low[d - 1] not in ("of", "for", "from", "at") and not tags[d - 1] & NUM):
            d -= 1
        c = e - 1
        while c > s and tags[c] & CAP:
            c -= 1
        s = d if d > s else c + 1 if c + 1 < e and c >= s else e - 1
        if d == s and c + 1 > d + 1 and c + 1 < e and not _title_before(t, d, c + 1):
            s = c + 1  # "at the rally Trump": the name, not the rally
        while s < e - 1 and tags[s] & TIME:
            s += 1
        return s, e
    for d in range(e - 1, s, -1):  # "the plan the senator": the last determiner opens the subject
        if (
            tags[d] & (DET | POSSPRON)
            and low[d] not in ("one", "two", "three", "other", "that", "all")
            and not tags[d - 1] & (PREP | DET | POSSPRON | COORD | INDEF | NUM)
        ):
            s = d
            break
    return s, e


def _title_before(t: Tokens, d: int, name: int) -> bool:
    return any(t.tags[j] & (ROLE | TITLE) or t.low[j] in BODIES or t.low[j] in DOCUMENTS for j in range(d, name))


def first_np(t: Tokens, lo: int, hi: int) -> Range | None:
    """The first noun phrase of a clause: where all else fails, English puts its subject first."""
    tags = t.tags
    i = lo
    while i < hi and (tags[i] & (ADV | COORD | COMMA | DASH | TIME) and not tags[i] & (PRON | DET)):
        i += 1
    if i < hi and tags[i] & (PREP | SUB | ING | FIN) and not tags[i] & (PRON | CAP & ~PREP):
        while i < hi and not tags[i] & COMMA:
            i += 1
        i += 1
        while i < hi and tags[i] & (ADV | COORD):
            i += 1
    if i >= hi or tags[i] & (Q | BREAK):
        return None
    return np_starting(t, i, hi)


def np_starting(t: Tokens, i: int, hi: int) -> Range | None:
    """The noun phrase whose first token is i, up to a comma, a verb or an adverbial."""
    tags, low = t.tags, t.low
    if i >= hi or tags[i] & (COMMA | BREAK | Q | COORD):
        return None
    if tags[i] & (PRON | OBJ):
        return i, i + 1
    j = i
    while j < hi:
        bits = tags[j]
        if bits & (COMMA | BREAK | Q | REL | PRON) and not (bits & REL and bits & DET and j == i):
            break
        if bits & COORD and not (j + 1 < hi and tags[j + 1] & (CAP | DET) and tags[j - 1] & (CAP | ROLE)):
            break
        if bits & AUX:
            break
        if bits & VERB and j > i and not bits & (CAP | ROLE | TITLE) and not tags[j - 1] & (DET | POSS | POSSPRON) and not bits & NV:
            break
        if j > i and bits & NV and bits & VERB and is_finite(t, j):
            break
        if j > i and bits & (ADV | TIME) and not bits & (CAP & ~TIME) and not (bits & TITLE):
            break
        if j > i and bits & (PREP | SUB) and low[j] not in ("of", "for", "from", "at", "with", "de"):
            break
        if bits & OBJ and not bits & POSSPRON:
            break
        j += 1
    return (i, j) if j > i else None


def head(t: Tokens, a: int, b: int) -> Range:
    """The head of a noun phrase: cut at the first comma, relative pronoun or parenthesis."""
    for j in range(a, b):
        if t.tags[j] & (COMMA | OPEN | REL) and j > a:
            return a, j
    return a, b


POSSESSORS = POSSESSIVE_PRONOUNS
