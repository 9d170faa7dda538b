"""Where a quotation stands, as signs: what touches its marks, what governs it, what is named beside it, who else is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotecli.find import classes as c
from quotecli.find.clauses import Verb
from quotecli.find.site import Site
from quotecli.lexicon.en import speech as lexicon
from quotecli.lexicon.en.grammar import CONDITIONALS
from quotecli.lexicon.en.verbs import SPEECH_NOUNS
from quotecli.lexicon.en.words import POSSESSIVE_PRONOUNS

NEAR = 6
"""Tokens before a quotation in which a noun for a work or a banner still belongs to it."""
CLOSE = 3
YEAR = re.compile("(?:1[89]|20)[0-9][0-9]")
BESIDE = {
    "'": "possessive", ",": "comma", ":": "colon", "-": "dash", "(": "bracket", ";": "semicolon", ".": "stop", "C": "name", "A": "adverb",
    "V": "verb", "F": "verb", "G": "ing", "L": "participle", "B": "be", "H": "be", "X": "be", "p": "preposition", "D": "determiner",
    "N": "noun", "&": "and", "O": "him", "P": "he",
}  # fmt: skip
BEHIND = {
    "C": "name", ",": "comma", ".": "end", ";": "end", "-": "dash", "(": "bracket", ")": "bracket", "'": "possessive", "&": "and",
    ":": "colon", "f": "of", "t": "to", "p": "preposition", "V": "verb", "B": "verb", "H": "verb", "X": "verb", "G": "ing", "L": "ing", 
    "R": "clause",
    "S": "clause", "Z": "clause", "P": "clause", "D": "clause", "I": "clause",
}  # fmt: skip
SHELVES = (
    ("work", lexicon.WORKS), ("headed", lexicon.HEADED), ("named", lexicon.NAMED), ("word", lexicon.WORDS_AS_WORDS),
    ("carrier", lexicon.CARRIERS),
)  # fmt: skip


def _by_word(*shelves: tuple[str, frozenset[str]]) -> dict[str, str]:
    """Each word with the name of the first shelf that holds it."""
    return {word: name for name, shelf in reversed(shelves) for word in shelf}


_BEFORE = _by_word(("hedge", lexicon.HEDGES), ("naming", lexicon.NAMING), ("calling", lexicon.CALLING))
_NOUNS_BEFORE = _by_word(("his", POSSESSIVE_PRONOUNS), ("work", lexicon.WORKS), ("word", lexicon.WORDS_AS_WORDS))
_DOING = _by_word(("naming", lexicon.NAMING), ("calling", lexicon.CALLING), ("utter", lexicon.UTTERING))
_SHELVED = frozenset[str]().union(*(shelf for _, shelf in SHELVES))


def touch(site: Site, i: int) -> str:
    """What stands right before the quotation at token i."""
    t = site.t
    if i == site.lo:
        return "alone" if site.alone else "start"
    word, bits = t.low[i - 1], t.tags[i - 1]
    if bits & c.Q:
        return "quotation"
    if word in lexicon.TOUCHING:
        return word
    small = not bits & c.CAP
    if small and word in _BEFORE:
        return _BEFORE[word]
    role = site.clauses.letters[i - 1 - site.lo]
    if role in "VFGL" and bits & c.ANYCUE:
        return strength(bits)
    if small and word in _NOUNS_BEFORE:
        return _NOUNS_BEFORE[word]
    return BESIDE.get(role, "else")


def strength(bits: int) -> str:
    """How far a verb's reach goes, by its shelf."""
    return "say" if bits & c.SAY else "label" if bits & c.LABEL else "weak" if bits & c.WEAK else "other"


def after(site: Site) -> str:
    """What stands right behind the quotation."""
    t, j = site.t, site.i + 1
    if j >= site.hi:
        return "end"
    word, bits = t.low[j], t.tags[j]
    if bits & c.Q:
        return "quotation"
    role = site.clauses.letters[j - site.lo]
    if site.final in (",", "?", "!", "…", "—"):
        clause = bits & (c.CAP | c.PRON | c.DET | c.ROLE) or (role == "V" and bits & c.SAY)
        return "lead say" if clause else f"lead {role}"
    if word in lexicon.DEFINING and role in "VGL":
        return "defining"
    if role in "NM" and not bits & c.CAP:
        return _modified(word)
    return BEHIND.get(role, "else")


def _modified(word: str) -> str:
    """What kind of noun the quotation stands before."""
    if word in lexicon.WORKS:
        return "work"
    if word in SPEECH_NOUNS or word in lexicon.CARRIERS:
        return "speech noun"
    return "named" if word in lexicon.NAMED else "noun"


def governing(site: Site) -> Verb | None:
    """The last verb before the quotation."""
    last = None
    for verb in site.clauses.verbs:
        if verb.head >= site.i:
            break
        last = verb
    return last


def governed(site: Site, touched: str, short: str, dress: str) -> Iterator[str]:
    """Signs of the last verb before the quotation, and of one whose subject the quotation is."""
    t, i = site.t, site.i
    verb = governing(site)
    if verb is None:
        yield from ("governed none", f"governed none {short}")
    else:
        yield from _verb(site, verb, touched, short, dress)
    if touched == "as" and i - 2 >= site.lo and t.low[i - 2] in lexicon.NAMING:
        yield "known as"
    behind = next((v for v in site.clauses.verbs if v.a > i), None)
    if behind is not None and behind.a == i + 1 and not site.leads:
        yield f"subject of {'say' if behind.cue & c.SAY else 'other'} {dress}"


def _verb(site: Site, verb: Verb, touched: str, short: str, dress: str) -> Iterator[str]:
    t, word, gap = site.t, site.t.low[verb.head], site.i - verb.head
    far = "1" if gap == 1 else "3" if gap <= 3 else "8" if gap <= 8 else "far"
    kind, voice = _kind(word, verb.cue), "passive" if verb.passive else "active"
    subject = "none" if verb.subject is None else "who" if verb.subject.speaks else "what"
    yield from (f"verb {word}", f"verb {word} {'near' if gap <= CLOSE else 'far'}")
    yield from (f"governed {kind} {how}" for how in (far, dress, f"{voice} {short}", subject, f"by {touched}"))
    if kind in ("calling", "naming"):
        yield from (f"{kind} {verb.form} {far}", f"{kind} {voice} {far} {dress}")
        if verb.form == "fin" and word == t.low[verb.a] and t.tags[verb.head] & c.BASE:
            yield from (f"{kind} in general", f"{kind} in general {dress}")  # sailors call the wind
    if kind in ("calling", "naming") and t.low[site.i - 1] in lexicon.THINGS_THEMSELVES:
        yield f"calls itself {dress}"
    if verb.denied:
        yield f"denied {'near' if gap <= 4 else 'far'}"
        if gap == 1 and verb.cue & c.SAY:
            yield f"never said {short}"
    if kind in ("calling", "say", "label") and not lexicon.UNSAID.isdisjoint(t.low[max(site.lo, verb.head - 4) : verb.head]):
        yield f"unsaid {kind}"  # refused to call it
    before = t.low[max(site.lo, verb.head - 2) : verb.head]
    if kind == "calling" and (verb.denied or (before[-1:] and before[-1] in lexicon.UNSAID) or before == lexicon.SHORT_OF):
        yield "withheld calling"  # would not call it, stopped short of calling it
    if word in lexicon.HANDLING:
        yield f"handled by {subject} {touched} {dress}"
        yield from (f"handled {dress}", f"handled {far}", f"handled {touched}")
    if word in lexicon.DEFINING:
        yield f"defined {far} {short}"
    if not CONDITIONALS.isdisjoint(t.low[verb.a : verb.head]):
        yield "supposed"


def _kind(word: str, cue: int) -> str:
    """What the verb does with what it governs."""
    if word in _DOING:
        return _DOING[word]
    return "handle" if word in lexicon.HANDLING and not cue & c.SAY else strength(cue)


def nouns(site: Site, touched: str, short: str, dress: str) -> Iterator[str]:
    """Signs of the nouns that say what it is: the song, the word, the banner; a name on both sides."""
    t, i = site.t, site.i
    yield from examples(site, i, dress)
    close, near = t.low[max(site.lo, i - CLOSE) : i], t.low[max(site.lo, i - NEAR) : i]
    beside = {t.low[i - 1], t.low[i - 2] if touched == "comma" and i - 2 >= site.lo else t.low[i - 1]} if close else set()
    for name, shelf in () if _SHELVED.isdisjoint(near) else SHELVES:
        if not shelf.isdisjoint(close):
            yield from (f"near {name}", f"near {name} {dress}", f"near {name} {short}")
            if not shelf.isdisjoint(beside):
                yield from (f"beside {name}", f"beside {name} {dress}", f"beside {name} {short}")
        elif not shelf.isdisjoint(near):
            yield f"off {name} {dress}"
    if not lexicon.UNSAID.isdisjoint(near) or "n't " in " ".join((*near, "")):
        yield f"unsaid {short}"
    if not lexicon.HEDGES.isdisjoint(close):
        yield "hedged"
    if touched == "possessive" and i - 2 >= site.lo and t.tags[i - 2] & c.CAP:
        yield f"owned by name {dress}"
    yield from _noun_behind(site, touched, short, dress)


def _noun_behind(site: Site, touched: str, short: str, dress: str) -> Iterator[str]:
    t, j = site.t, site.i + 1
    if j >= site.hi:
        return
    if touched == "name" and t.tags[j] & c.CAP and not site.leads:
        yield f"inside name {short}"
    if t.tags[j] & c.DASH and any(bits & c.NUM for bits in t.tags[j + 1 : site.hi]):
        yield f"dated {short}"  # “Bridge shut again” — Courier, 4 May 2010
    if t.tags[j] & c.OPEN and any(YEAR.fullmatch(word) for word in t.low[j + 1 : min(site.hi, j + 4)]):
        yield from ("year behind", f"year behind {dress}")  # “Cold Canal” (2011)
    if t.low[j] in lexicon.NAMED or t.low[j] in lexicon.WORKS:
        yield from (f"modifies {dress}", f"modifies {touched}")


def examples(site: Site, i: int, dress: str) -> Iterator[str]:
    """Whether examples are being given at token i, and whether something is called what it is beside its name."""
    t = site.t
    if not lexicon.EXAMPLES.isdisjoint(t.low[max(site.lo, i - CLOSE) : i]):
        yield f"example {dress}"
    if i > site.lo and t.low[i - 1] in lexicon.CALLING and i + 1 < site.hi and t.tags[i + 1] & (c.DET | c.POSSPRON) and not site.leads:
        yield "called something"  # she calls “Green Ink” her saddest book


def company(site: Site, short: str) -> Iterator[str]:
    """Signs of the sentence as a whole: where it stands in it, how many others do, whether anybody says anything."""
    i = site.i
    if site.alone:
        yield f"alone {'stop' if site.final in ('.', '?', '!', '…') else 'comma' if site.final == ',' else 'bare'} {short}"
    elif site.leads:
        yield f"leads {short}"
    elif i == site.lo:
        yield f"opens {short}"
    yield f"said {_where_said(site.clauses.verbs, i)} {short}"
    yield f"company {min(3, site.clauses.letters.count('Q'))} {short}"
    main = next((v for v in site.clauses.verbs if v.form == "fin"), None)
    if main is not None:
        yield f"main {'none' if main.subject is None else main.subject.kind} {short}"


def _where_said(verbs: list[Verb], i: int) -> str:
    """On which side of token i the sentence says that somebody says something: before, behind, label, nowhere."""
    cued = [v for v in verbs if v.cue]
    for v in cued:  # in order, so the first tells
        if v.cue & c.SAY and v.form in ("fin", "ing") and v.subject is not None and v.subject.speaks:
            return "before" if v.head < i else "behind"
    return "label" if any(v.cue & c.LABEL and v.form != "inf" for v in cued) else "nowhere"
