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
from quotecli.lexicon.en.people import BODIES, DOCUMENTS
from quotecli.lexicon.en.places import PLACES
from quotecli.lexicon.en.words import WEEKDAYS_MONTHS

Range = tuple[int, int]
"""Tokens from a up to b."""


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
        if before & (DET | POSS | POSSPRON | NUM) and not before & (REL | PRON | INDEF | ROLE):
            return False  # the released report
        if bits & PART and j > 1 and before & ADV and t.tags[j - 2] & (DET | POSS | POSSPRON | INDEF | NUM) and not t.tags[j - 2] & PRON:
            return False  # a newly released report
        if bits & PART and (before & BE or (j + 1 < len(t.low) and t.low[j + 1] == "by")):
            return False
        if (
            t.low[j] in _TITLED
            and 0 < j < len(t.low) - 1
            and t.tags[j + 1] & Q
            and not before & (CAP | PRON | ROLE | ADV | AUX | COMMA | REL)
        ):
            return False  # in the spot titled “…”
        told = t.low[j - 1] == "once" and j > 1 and t.tags[j - 2] & (REL | PRON | CAP)  # who once said; not: once elected
        told = told or (bits & SAY and t.low[j - 1] == "once" and j + 1 < len(t.low) and t.tags[j + 1] & (COMMA | Q))
        if bits & PART and not told and t.low[j - 1] in _WHEN and j:
            return False  # when asked
        return not (bits & PART and before & PREP and t.low[j - 1] not in ("to", "after", "before"))
    if bits & BASE and bits & NV and j > 2 and before & CAP and t.low[j - 2] == "and" and t.tags[j - 3] & CAP:
        return True  # Obama and Clinton call them
    if bits & BASE and not bits & NV:
        return bool(before & PRON) or (bool(before & AUX) and not before & BE) or (j > 0 and _plural(t, j - 1))
    return bool(bits & BASE) and bool(before & PRON)


_WHEN = frozenset("when if as once while though although unless than".split())
_TITLED = frozenset("titled entitled called named dubbed labeled labelled headlined captioned".split())


def _plural(t: Tokens, j: int) -> bool:
    word = t.low[j]
    if t.tags[j] & CAP and j > 1 and t.low[j - 1] == "and" and t.tags[j - 2] & CAP:
        return True  # Obama and Clinton call
    return (word.endswith("s") and not word.endswith(("ss", "'s", "us", "is")) and not t.tags[j] & (VERB & ~NV | PREP | ADV)) or word in (
        "people", "men", "women", "police", "many", "some", "others", "critics", "both", "few", "most",
    )  # fmt: skip


def _verb_here(t: Tokens, j: int) -> bool:
    """Noun or verb ("claims", "reports", "calls")? A verb only after a name, a pronoun or an adverb, and before an object or clause."""
    before = t.tags[j - 1] if j else 0
    if t.low[j] in ("read", "reads") and j and t.low[j - 1] in DOCUMENTS:
        return True
    if before & PRON and t.low[j].endswith("s"):
        return True
    named = before & CAP and not before & (POSS | PREP)
    opens = before & (PRON | ADV | REL | AUX | CLOSE | COMMA | Q) or (
        j and (before & (ROLE | COORD) or t.low[j - 1] in BODIES or t.low[j - 1] in DOCUMENTS)
    )
    if not (named or opens):
        return False
    if before & (POSS | DET | POSSPRON) and not before & REL:
        return False
    after = t.tags[j + 1] if j + 1 < len(t.tags) else 0
    word = t.low[j + 1] if j + 1 < len(t.tags) else ""
    if before & ROLE and j > 1 and t.tags[j - 2] & PREP:
        return False  # the use of executive orders
    if after & COMMA and not before & (CAP | PRON):
        return False
    if after & (DET | PRON | OBJ | POSSPRON | Q | COMMA | NUM | REL) or word in ("that", "for", "on", "it", "how", "what", "why"):
        return True
    if word == "to" and named and t.low[j].endswith("s"):
        return True  # Perry pledges to
    return bool(after & CAP) and bool(before & (PRON | CAP))


def subject(t: Tokens, v: int, lo: int, depth: int = 0) -> Range | None:
    """The noun phrase that governs the verb at token v, looking left as far as token lo; None when none is to be seen."""
    tags, low = t.tags, t.low
    lo = _inside_parenthesis(t, v, lo)
    i = _before_verb(t, v, lo)
    if i < lo or depth > 3:
        return None
    bits = tags[i]
    if bits & PRON and not bits & REL:
        return i, i + 1
    if low[i] in ("who", "which") or (low[i] == "that" and i > lo and not tags[i - 1] & (VERB | COMMA | BREAK)):
        return i, i + 1
    if bits & COMMA or bits & DASH:
        return over_insertion(t, i, lo, depth)
    if bits & CLOSE:
        j = i
        while j > lo and not tags[j] & OPEN:
            j -= 1
        return np_ending(t, j - 1, lo) if j > lo else None
    if bits & COORD and i > lo:
        return coordinated(t, i, lo, depth)
    if (
        bits & Q
        and all(tags[x] & (Q | COMMA) for x in range(lo, i))
        and t.tags[v] & SAY
        and t.tags[v] & FIN
        and v + 1 < len(t)
        and tags[v + 1] & (CAP | DET | ROLE | PRON)
    ):
        return np_starting(t, v + 1, t.sentences[t.sentence_of[v]][1])  # “…,” said Smith
    if low[i] == "to" or bits & Q:
        return governing(t, i, lo, depth) if i > lo else None
    if bits & (PREP | SUB) and not bits & (CAP | ROLE):
        return governing(t, i, lo, depth)
    if bits & VERB and (not bits & (NV | CAP | ROLE | ING | PART | TITLE) or (bits & FIN and is_finite(t, i))):
        return governing(t, i, lo, depth)
    if bits & PART and i > lo and tags[i - 1] & BE:
        return _over_relative(t, i, lo) or governing(t, i, lo, depth)
    found = np_ending(t, i, lo)
    if found is not None and found[0] > lo:
        found = _before_relative(t, found, lo) or found
    if tags[v] & ING and found is not None and not _own_participle(t, found, lo):
        return governing(t, found[0], lo, depth) or found
    return found


def _inside_parenthesis(t: Tokens, v: int, lo: int) -> int:
    """Where the clause of verb v begins at the earliest: behind the parenthesis that is open there, else at token lo."""
    closed = 0
    for j in range(v - 1, lo - 1, -1) if t.bracketed else ():
        if t.tags[j] & CLOSE:
            closed += 1
        elif t.tags[j] & OPEN:
            if not closed:
                return j + 1
            closed -= 1
    return lo


def _before_relative(t: Tokens, found: Range, lo: int) -> Range | None:
    """The head of "one user who lives near Austin", "a source speaking to reporters", when only the tail was found."""
    for r in range(found[0] - 1, max(lo, found[0] - 10), -1):
        bits = t.tags[r]
        if t.low[r] == "who" and not t.tags[r - 1] & (COMMA | VERB | BREAK | Q):
            return np_ending(t, r - 1, lo)
        if bits & ING and bits & VERB and not t.tags[r - 1] & (PREP | SUB | COMMA | AUX | VERB | ADV | DET | POSS):
            return None if any(is_finite(t, x) for x in range(lo, r)) else np_ending(t, r - 1, lo)
        if bits & (COMMA | BREAK | Q | COORD | REL) or (bits & SUB and not bits & PREP):
            return None
    return None


def _own_participle(t: Tokens, np: Range, lo: int) -> bool:
    """Whether "NP saying …" has the phrase for its subject: with Trump saying; not: sent a statement saying."""
    a = np[0]
    if a <= lo:
        return True
    before = t.tags[a - 1]
    return bool(before & (COMMA | BREAK | Q | COORD | SUB)) or t.low[a - 1] in _TELLS_OF


_TELLS_OF = frozenset("""
    with of than like by recall recalls recalled remember remembers remembered hear hears heard overheard described describes imagined
    quoted filmed recorded caught saw seen watched showed shows
""".split())  # fmt: skip


def _over_relative(t: Tokens, i: int, lo: int) -> Range | None:
    """The noun phrase before "that were hacked": a relative clause stands between the subject and its verb."""
    for j in range(i - 1, max(lo, i - 12) - 1, -1):
        if t.low[j] in ("that", "which", "who") and j > lo:
            return np_ending(t, j - 1 - bool(t.tags[j - 1] & COMMA), lo)
        if t.tags[j] & (COMMA | BREAK | Q):
            return None
    return None


_REFLEXIVE = frozenset("himself herself themselves itself".split())


def _before_verb(t: Tokens, v: int, lo: int) -> int:
    """The last token of what stands before verb v, its auxiliaries, adverbs and time phrases stepped over."""
    tags, low = t.tags, t.low
    i = v - 1
    while i >= lo:
        bits = tags[i]
        if low[i] in _REFLEXIVE or low[i] == "once" or (bits & (AUX | ADV) and not bits & (CAP & ~ADV) and not bits & (PRON | REL)):
            i -= 1
        elif low[i] in ("point", "times", "stage") and i - 2 >= lo and "at" in (low[i - 1], low[i - 2]):
            i -= 2 if low[i - 1] == "at" else 3
        elif bits & TIME and not (bits & CAP and low[i] not in WEEKDAYS_MONTHS):
            j = i
            while j >= lo and tags[j] & (TIME | NUM | DET) and not tags[j] & (PRON | REL):
                j -= 1
            if j >= lo and tags[j] & PREP and low[j] in ("on", "in", "at", "during", "of", "late", "early"):
                j -= 1
            if j < lo or tags[j] & (BREAK & ~CLOSE | Q):
                return i
            i = j
        else:
            break
    return i


def _has_clause(t: Tokens, a: int, b: int) -> bool:
    """Whether tokens a..b hold a finite verb outside any relative clause."""
    for j in range(a, b):
        if (t.tags[j] & REL and t.low[j] != "that") or t.low[j] in ("whose", "whom", "where"):
            return False
        if t.tags[j] & (VERB | AUX) and is_finite(t, j):
            return True
    return False


def _looks_inserted(t: Tokens, a: int, b: int) -> bool:
    """Whether tokens a..b between commas are an insertion: an apposition, an age, a place, a relative or adverbial clause."""
    if a >= b:
        return True
    if t.tags[a] & COORD:
        return a + 1 < b and _looks_inserted(t, a + 1, b) and not t.tags[a + 1] & (DET | CAP)
    if t.tags[a] & (DET | CAP | TITLE | ROLE | POSSPRON | NUM | TIME) and not t.tags[a] & (PREP | SUB | REL) and _has_clause(t, a, b):
        return False
    bits, word = t.tags[a], t.low[a]
    if bits & (REL | ING | PREP | SUB | NUM | POSSPRON | ADV | TIME | OBJ | DET | INDEF) and not (bits & CAP and bits & NV):
        return True
    if t.tags[b - 1] & ROLE and not t.tags[b - 1] & CAP and any(t.tags[x] & POSS for x in range(a, b)):
        return True  # Jones's lawyer
    if word in _INSERTED or (bits & (FIN | PART) and bits & VERB and not bits & CAP):
        return True  # asked about it
    if (b - a <= 2 and (word in PLACES or t.low[b - 1] in PLACES)) or word.startswith(("r-", "d-", "i-")):
        return True
    if word in ("democrat", "republican", "independent") or (bits & (TITLE | ROLE) and a + 1 < b and t.low[a + 1] in ("of", "for", "at")):
        return True
    if bits & CAP and b - a == 1 and _address(t, a):
        return True
    if not bits & CAP and a + 1 < b and t.low[a + 1] in ("of", "for", "at", "in", "to", "with"):
        return True  # co-founder of the institute
    return bool(bits & (ROLE | TITLE)) and not bits & CAP  # chairman of the committee


def _address(t: Tokens, a: int) -> bool:
    """Whether the single name at token a ends an address: "Mr Finch, 61, of Sutton Lane, Ashby, told"."""
    j = a - 2
    while j > 0 and t.tags[j] & CAP:
        j -= 1
    return bool(t.tags[a - 1] & COMMA) and j < a - 2 and t.low[j] in ("of", "from", "in", "at", "near")


def _in_apposition(t: Tokens, comma: int, end: int, lo: int) -> bool:
    """Whether a name between commas explains an object, and is nobody's subject: "spoke of his rival, Jane Smith, saying"."""
    if comma <= lo or not t.tags[comma] & COMMA or not all(t.tags[x] & CAP for x in range(comma + 1, end)):
        return False
    return any(is_finite(t, x) for x in range(lo, comma))


def _named_inside(t: Tokens, comma: int, end: int, lo: int) -> bool:
    """Whether a name between commas belongs to an insertion before it: "Lee, whose son, Tom, was killed, said"."""
    if not all(t.tags[x] & CAP for x in range(comma + 1, end)) or t.tags[comma - 1] & CAP:
        return False
    for x in range(comma - 1, max(lo, comma - 8), -1):
        if t.tags[x] & COMMA:
            opens = t.tags[x + 1]
            return bool(opens & (REL | ING | PART)) or t.low[x + 1] in ("whose", "with", "through")
        if t.tags[x] & (BREAK | Q):
            return False
    return False


_INSERTED = frozenset("one whose whom himself herself then now jr jr. sr sr. ii iii both clad".split())


def over_insertion(t: Tokens, comma: int, lo: int, depth: int = 0) -> Range | None:
    """The subject before "…, an insertion, VERB"; `comma` is the one before the verb."""
    tags = t.tags
    mark = DASH if tags[comma] & DASH else COMMA
    end = comma
    for _ in range(6):
        start = end - 1
        while start >= lo and not tags[start] & (mark | (BREAK & ~DASH & ~OPEN & ~CLOSE)):
            if tags[start] & Q and t.final[start] not in ("", "-") and start != end - 1:
                break
            start -= 1
        inserted = _looks_inserted(t, start + 1, end) or (bool(tags[comma + 1] & ING) and _in_apposition(t, start, end, lo))
        if tags[comma + 1] & ING and end == comma and _has_clause(t, start + 1, end):
            break  # "when protesters interrupted her, shouting": the clause right before it
        opened = end != comma and start + 2 < end and tags[start + 1] & SUB and tags[start + 2] & (CAP | DET)
        if opened and not _has_clause(t, start + 1, end):
            break  # "as Pike, smiling, said"
        if inserted and start >= lo and tags[start] & Q:
            end = start + 1
            continue
        if start < lo or not tags[start] & mark:
            break
        inserted = inserted or _named_inside(t, start, end, lo)
        if not inserted:
            # "the senator, Jane Smith, said": a name between commas is itself the speaker
            break
        end = start
    start += 1
    if start >= end:
        return None
    last = end - 1
    if end != comma and t.low[last] in ("who", "which"):
        return last, end
    if tags[last] & COORD:
        return coordinated(t, last, lo, depth)
    if end - start == 1 and t.low[start] in ("who", "which"):
        return start, end
    clauses = range(start, last + 1) if tags[comma + 1] & ING else range(last, start - 1, -1)
    for j in clauses:
        if is_finite(t, j) and not (j and tags[j - 1] & REL):
            if j == last and tags[j] & PART and _has_clause(t, start, j):
                continue  # the list of candidates interviewed
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
    nearest: Range | None = None
    for j in range(i - 1, max(lo, i - 45) - 1, -1):
        if is_finite(t, j):
            found = subject(t, j, lo, depth + 1)
            if found is None:
                continue
            if can_speak(t, found):
                return found
            nearest = nearest or found
    return antecedent(t, nearest, lo) if nearest else first_np(t, lo, i)


def can_speak(t: Tokens, np: Range) -> bool:
    """Whether a noun phrase is somebody, or something that speaks: not "his recent attacks", nor a relative pronoun."""
    a, b = np
    last = next((x for x in range(a + 1, b) if t.tags[x] & PREP and not t.tags[x] & DET), b) - 1
    if t.tags[a] & PRON:
        return t.low[a] != "it"
    bits, word = t.tags[last], t.low[last]
    return (bool(bits & (CAP | ROLE)) and word not in PLACES) or word in BODIES or word in DOCUMENTS


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
    if nearest is not None and t.tags[nearest] & BE:
        for j in range(nearest + 1, i - 2):  # there is time for Cruz to build
            if t.low[j] == "for" and t.low[nearest - 1 if nearest else 0] in ("there", "it"):
                return np_starting(t, j + 1, i)
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
    """The noun phrase whose last token is i; a parenthesis or comma behind it is stepped over."""
    tags, low = t.tags, t.low
    while i >= lo and tags[i] & (CLOSE | COMMA):
        if tags[i] & CLOSE:
            while i > lo and not tags[i] & OPEN:
                i -= 1
        i -= 1
    if i < lo or tags[i] & (Q | BREAK):
        return None
    if (tags[i] & (PRON | REL | OBJ) and not tags[i] & CAP) or low[i] in ("he", "she", "they", "i", "we"):
        return i, i + 1
    s = i
    while s > lo:
        bits = tags[s - 1]
        if bits & (COMMA | BREAK | Q | REL | SUB & ~PREP | PRON) and not (bits & SUB and bits & PREP):
            break
        if low[s - 1] in ("whom", "whose", "him", "them"):
            break
        if bits & SUB and low[s - 1] in ("when", "while", "after", "before", "as", "that", "because", "until", "since", "than", "if"):
            break
        if bits & COORD:
            if not (tags[s] & CAP and tags[s - 2] & CAP and s - 2 >= lo) and not _one_description(t, s - 1, lo):
                break
        elif bits & AUX or (bits & VERB and _verb_in_phrase(t, s - 1, lo)):
            break
        s -= 1
    return _trim(t, s, i + 1, lo)


def _one_description(t: Tokens, c: int, lo: int) -> bool:
    """Whether "and" at token c joins two nouns for one person: "The mogul and television star said"."""
    if t.tags[c + 1] & (DET | PRON | POSSPRON | CAP | NUM) and t.low[c + 1] not in ("tv", "reality"):
        return False
    for j in range(c - 1, max(lo, c - 6) - 1, -1):
        bits = t.tags[j]
        if bits & DET:
            return (j == lo or bool(t.tags[j - 1] & VERB)) and t.low[j] in ("the", "a", "an")
        if bits & (COMMA | BREAK | Q | PREP | AUX | PRON) or (bits & VERB and is_finite(t, j)):
            return False
    return False


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
        return j > lo and (t.low[j - 1] == "to" or bool(t.tags[j - 1] & (AUX | PRON)) or is_finite(t, j))
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
    while s < e - 1 and low[s] in ("what", "how", "why"):
        s += 1
    c = e - 1
    while c > s and tags[c] & CAP:
        c -= 1
    if c > s and low[c] == "with" and c + 1 < e:
        return c + 1, e  # it ends with Perry
    if c > s and c + 1 < e and tags[s] & DET and not tags[c] and low[c] not in BODIES and low[c] not in DOCUMENTS and c - s == 1:
        return c + 1, e  # the day Varga
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
    if i < hi and tags[i] & (PREP | SUB | ING | FIN) and not tags[i] & PRON and (not tags[i] & CAP or (i == lo and tags[i] & (PREP | SUB))):
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
    if tags[i] & (PRON | OBJ) and not (tags[i] & POSSPRON and i + 1 < hi and _can_head(tags[i + 1])):
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
        if bits & PREP and j + 1 < hi and (low[j + 1] in ("what", "whom", "whose") or tags[j + 1] & (REL | ING | Q)):
            break
        j += 1
    while j > i + 1 and tags[j - 1] & (PREP | DET) and not tags[j - 1] & CAP:
        j -= 1
    return (i, j) if j > i else None


def _can_head(bits: int) -> bool:
    """Whether a token can follow "her" as its noun: said her husband; not: told her that."""
    return not bits & (PREP | SUB | COMMA | BREAK | Q | PRON | REL | DET | AUX | ADV | TIME)


def head(t: Tokens, a: int, b: int) -> Range:
    """The head of a noun phrase: cut at the first comma, relative pronoun or parenthesis."""
    for j in range(a, b):
        if t.tags[j] & (COMMA | OPEN | REL) and j > a:
            return a, j
    return a, b
