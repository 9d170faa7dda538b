"""The speaker behind the quotation, or as a label inside it."""

from __future__ import annotations

import re
from functools import cache

from quotecli.find.article import Hit
from quotecli.find.rules.site import Site, hit_at, rule
from quotecli.find.subjects import (
    Range,
    can_speak,
    head,
    is_finite,
    np_starting,
)
from quotecli.find.tokens import (
    ADV,
    ANYCUE,
    AUX,
    BASE,
    BE,
    BREAK,
    CAP,
    CLOSE,
    COLON,
    COMMA,
    COORD,
    DASH,
    DET,
    FIN,
    INDEF,
    ING,
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
    SEMI,
    STOP,
    SUB,
    TIME,
    TITLE,
    VERB,
    Q,
    Tokens,
)
from quotecli.lexicon.en.names import GIVEN
from quotecli.lexicon.en.people import BODIES, DOCUMENTS, HONORIFICS
from quotecli.lexicon.en.verbs import SHOUTS, SPEECH_NOUNS
from quotecli.lexicon.en.words import WEEKDAYS_MONTHS
from quotecli.model import Span

KNOWN_FIRST = GIVEN | HONORIFICS


# ---- inside the quotation -------------------------------------------------------------------------------------------
@cache
def _label() -> re.Pattern[str]:
    """A name, perhaps with a remark in brackets, and a colon."""
    return re.compile(
        r"(?P<name>(?:[A-Z][\w.'’-]*|of|the|de|van)(?: (?:[A-Z][\w.'’-]*|of|the|de|van)){0,5})(?: \([^()\n]{1,40}\))?: ?(?=\S)"
    )


@rule(
    "label-inside",
    reason="Transcripts are quoted with their labels: “SMITH: We did.” The label is the speaker, and not the mark’s owner.",
    finds=(("The tape was played.\n\n“ORTIZ: We open in May, and not before.”", "ORTIZ"),),
    leaves=("“Remember: we open in May,” Dana Ortiz said.",),
)
def label_inside(site: Site) -> Hit | None:
    """“SMITH: …”."""
    text = site.article.text
    pair = site.t.starts[site.i]
    match = _label().match(text, pair + 1, pair + 80) if ":" in text[pair + 1 : pair + 80] else None
    if match is None:
        return None
    name = match["name"]
    words = name.split()
    shouted = name.isupper() and len(name) > 2 and len(words) <= 4
    named = 2 <= len(words) <= 4 and words[0].lower().rstrip(".") in KNOWN_FIRST
    if not (shouted or named):
        return None
    return Hit(match.start("name"), match.end("name"), Span(match.end("name"), match.end("name") + 1), "label-inside", 0.0)


def behind(site: Site) -> int:
    """The first token behind the quotation, its comma or dash stepped over."""
    j = site.i + 1
    while j < site.hi and site.t.tags[j] & (COMMA | DASH):
        j += 1
    return j


def _verb_after(t: Tokens, j: int, hi: int) -> int | None:
    """The finite verb at or just behind token j, auxiliaries and adverbs stepped over."""
    while j < hi and t.tags[j] & (ADV | AUX) and not t.tags[j] & (PRON | DET):
        j += 1
    if j < hi and t.tags[j] & VERB and t.tags[j] & (FIN | BASE | PART | ING):
        return j
    return None


def _closes(site: Site, k: int) -> bool:
    """Whether the sentence ends right behind token k."""
    return k + 1 >= site.hi or bool(site.t.tags[k + 1] & STOP)


@rule(
    "after-pronoun",
    reason="“…,” he said: nothing stands between the quotation, the pronoun and the verb in 99.6 % of such sentences.",
    finds=(("“We will open in May,” she said.", "she"), ("“Why now?” he asked the board.", "he"), ("“We are done“, he added.", "he")),
    leaves=("“Open it,” he was told.",),
)
def after_pronoun(site: Site) -> Hit | None:
    """“…,” he said."""
    j = behind(site)
    t = site.t
    if j >= site.hi or not t.tags[j] & PRON or t.low[j] in ("you",):
        return None
    k = _verb_after(t, j + 1, site.hi)
    if (
        k is None
        or (t.tags[k] & PART and t.tags[k - 1] & BE)
        or (t.tags[k] & NV and t.tags[k] & BASE and k == j + 1 and t.low[j] in ("he", "she"))
    ):
        return None
    if not (site.leads or _closes(site, k)) and not t.tags[k] & SAY:
        return None
    return None if _goes_on(site, k) else hit_at(site, (j, j + 1), (k, k + 1), "after-pronoun")


def _main_verb(site: Site) -> bool:
    """Whether the verb behind the words belongs to the subject before them: "Smith, who called it “a gift,” thanked the board"."""
    t = site.t
    for x in range(site.i - 1, site.lo, -1):
        if t.low[x] in ("who", "which", "whose") and t.tags[x - 1] & COMMA:
            return not any(t.tags[y] & (VERB | AUX) and not t.tags[y] & CAP and is_finite(t, y) for y in range(site.lo, x - 1))
        if t.tags[x] & (Q | BREAK & ~(OPEN | CLOSE)):
            return False
    return False


_ADDRESSED = frozenset("asked asks told tells urged urges warned warns advised reminded ordered".split())
_CONTENT = frozenset("to that whether if about how why what".split())


def _goes_on(site: Site, k: int) -> bool:
    """Whether a clause behind a question or a cry has content of its own: “Would you?” Smith said she would not."""
    t = site.t
    if site.final not in ("?", "!") or k + 1 >= site.hi:
        return False
    word, after = t.low[k + 1], t.tags[k + 2] if k + 2 < site.hi else 0
    if word in ("nothing", "little", "that", "so", "yes", "no"):
        return not after & (Q | COLON)
    return bool(t.tags[k + 1] & PRON) and word not in ("you", "it") and bool(after & (AUX | VERB))


@rule(
    "after-inverted",
    reason="“…,” said Smith: the verb first, then its subject; only verbs of saying turn round.",
    finds=(
        ("“We will open in May,” said Dana Ortiz, the mayor.", "Dana Ortiz"),
        ("“Never,” says a spokesman for the city.", "a spokesman for the city"),
    ),
    leaves=("“We will open in May,” said in a statement that was read out.",),
)
def after_inverted(site: Site) -> Hit | None:
    """“…,” said Smith."""
    j = behind(site)
    t = site.t
    while j < site.hi and t.tags[j] & ADV and not t.tags[j] & CAP:
        j += 1
    if j + 1 >= site.hi or not t.tags[j] & ANYCUE or not t.tags[j] & FIN:
        return None
    if t.low[j] in ("read", "reads", "ran") and t.tags[j + 1] & (DET | INDEF | CAP):
        np = np_starting(t, j + 1, site.hi)
        return hit_at(site, np, (j, j + 1), "after-inverted") if np else None
    if t.tags[j] & NV and not t.tags[j] & SAY:
        return None
    if not (site.leads or t.tags[j] & SAY):
        return None
    if not t.tags[j] & SAY and not (t.tags[j + 1] & CAP and site.leads):
        return None
    k = j + 1
    while k < site.hi and t.tags[k] & ADV and not t.tags[k] & (CAP | DET):
        k += 1
    np = np_starting(t, k, site.hi)
    if np is None or t.low[k] == "it" or (t.tags[k] & (PREP | SUB | TIME | OBJ) and not t.tags[k] & (CAP | POSSPRON)):
        return None
    if t.tags[k] & OBJ and np[1] - np[0] == 1:
        return None  # denied it, told them
    if _main_verb(site) or (t.low[np[0]] in ("a", "an") and not can_speak(t, np)):
        return None
    if t.low[k] in WEEKDAYS_MONTHS or (np[1] < site.hi and t.low[j] in _ADDRESSED and t.low[np[1]] in _CONTENT):
        return None  # Smith, who called it “a gift,” said Monday, asked voters to wait
    if t.tags[np[0]] & (PRON | REL) and t.low[np[0]] != "i" and not t.tags[j] & SAY:
        return None
    if np[1] < site.hi and t.tags[np[1]] & (AUX | VERB) and not t.tags[np[1]] & (ING | PART):
        return None  # said the book was
    if not site.leads and not (site.hi - np[1] <= 1 or t.tags[np[1]] & (COMMA | STOP | PREP)):
        return None
    return hit_at(site, np, (j, j + 1), "after-inverted")


@rule(
    "after-came",
    reason="“…,” came the reply from Smith: a word or a shout that comes, and from whom.",
    finds=(("“Call the roll,” came shouts from the crowd.", "the crowd"), ("“Never,” came the reply from Dana Ortiz.", "Dana Ortiz")),
    leaves=("“Never,” came the reply.",),
)
def after_came(site: Site) -> Hit | None:
    """“…,” came the reply from Smith."""
    j = behind(site)
    t = site.t
    if j + 3 >= site.hi or t.low[j] not in ("came", "comes", "went"):
        return None
    for k in range(j + 2, min(j + 6, site.hi - 1)):
        if t.low[k] == "from" and (t.low[k - 1] in SHOUTS or t.low[k - 1] in SPEECH_NOUNS):
            np = np_starting(t, k + 1, site.hi)
            return hit_at(site, np, (j, k), "after-came") if np else None
    return None


@rule(
    "after-according",
    reason="“…,” according to Smith: the phrase itself names the source.",
    finds=(("“It burned for hours,” according to a police report.", "a police report"),),
)
def after_according(site: Site) -> Hit | None:
    """“…,” according to Smith."""
    j = behind(site)
    t = site.t
    if j + 2 < site.hi and t.low[j] == "according" and t.low[j + 1] == "to":
        np = np_starting(t, j + 2, site.hi)
        return hit_at(site, np, (j, j + 2), "after-according") if np else None
    return None


@rule(
    "after-subject",
    reason="“…,” Smith, a doctor, said: the commonest form of all; an insertion may part the subject from its verb.",
    finds=(
        ("“We will open in May,” Dana Ortiz said.", "Dana Ortiz"),
        ("“We will open in May,” Dana Ortiz, who chairs the board, told reporters.", "Dana Ortiz"),
        ("“Why now?” the mayor’s spokeswoman asked.", "the mayor’s spokeswoman"),
    ),
    leaves=("“We will open in May,” when the roof is done.",),
)
def after_subject(site: Site) -> Hit | None:
    """“…,” Smith (…) said."""
    t, hi = site.t, site.hi
    j = behind(site)
    if j >= hi or t.tags[j] & (COORD | REL | BREAK | Q | AUX) or t.low[j] in ("not", "came", "comes"):
        return None
    if t.tags[j] & (PREP | SUB | ING | PART) and not t.tags[j] & (CAP | DET) and not _retired(t, j, hi):
        return None
    k = _clause_verb(t, j, min(hi, j + 40))
    if k is None or k == j:
        return None
    if t.low[k] in ("quoted", "quotes", "cited", "cites"):  # “…,” Holm quoted Voss as saying
        told = np_starting(t, k + 1, hi)
        if told and told[1] + 1 < hi and t.low[told[1]] == "as" and t.tags[told[1] + 1] & SAY:
            return hit_at(site, told, (k, told[1] + 2), "after-subject")
    bits = t.tags[k]
    strong = bits & SAY
    end = k
    if t.tags[k] & ING:  # was quoted as saying
        end = next((x for x in range(j + 1, k) if t.tags[x] & AUX), k)
    while (
        end > j + 1 and (t.tags[end - 1] & (ADV | AUX | TIME) or t.low[end - 1] == "on") and not (t.tags[end - 1] & CAP & ~t.tags[end - 1])
    ):
        if t.tags[end - 1] & CAP and not t.tags[end - 1] & TIME:
            break
        end -= 1
    first = _behind_apposition(t, j, end) or head(t, j, end)
    named = any(t.tags[x] & (CAP | ROLE) or t.low[x] in BODIES or t.low[x] in DOCUMENTS for x in range(*first))
    if not site.leads:
        if any(t.tags[x] & COMMA for x in range(j, k)):
            return None
        if not (
            strong and (_closes(site, k) or t.tags[k + 1] & (TIME | PREP | COMMA | Q) or t.low[k + 1] in ("of", "reporters")) and k - j <= 8
        ):
            return None
    elif not strong and not (bits & ANYCUE and named) and not named:
        return None
    if bits & PART and t.tags[k - 1] & BE and t.low[k] != "quoted":
        return None
    if t.tags[first[1] - 1] & (PREP | DET) and first[1] - first[0] == 1:
        return None
    if _goes_on(site, k):
        return None
    inner = np_starting(t, k + 1, hi) if t.low[k] in ("said", "says") and k + 1 < hi and t.tags[k + 1] & CAP else None
    if inner and inner[1] + 1 < hi and t.tags[inner[1]] & SAY and is_finite(t, inner[1]) and t.tags[inner[1] + 1] & (OBJ | STOP):
        return hit_at(site, inner, (inner[1], inner[1] + 1), "after-subject")  # “…,” Lee said Bell told her
    return hit_at(site, first, (k, k + 1), "after-subject")


def _behind_apposition(t: Tokens, j: int, end: int) -> Range | None:
    """The name right before the verb where a description of the quotation comes first: “…,” the end of an era, Smith says."""
    c = end - 1
    while c > j and t.tags[c] & CAP and not t.tags[c] & COMMA:
        c -= 1
    if c == end - 1 or c == j or not t.tags[c] & COMMA or any(t.tags[x] & (CAP | COMMA | ROLE | TITLE) for x in range(j, c)):
        return None
    return c + 1, end


def _retired(t: Tokens, j: int, hi: int) -> bool:
    """Whether a participle at token j opens a noun phrase: "retired general Lloyd Newton said"."""
    return bool(t.tags[j] & PART) and j + 1 < hi and bool(t.tags[j + 1] & (CAP | ROLE | TITLE))


def _shown(t: Tokens, k: int, hi: int) -> bool:
    """Whether "is shown", "can be heard", "was quoted" stands at token k: the verb of saying follows."""
    while k < hi and t.tags[k] & (AUX | ADV):
        k += 1
    return k < hi and t.low[k] in ("quoted", "shown", "heard", "seen", "recorded", "reported")


def _clause_verb(t: Tokens, j: int, hi: int) -> int | None:
    """The finite verb of the clause that begins at token j: behind a subject, or behind an insertion between commas."""
    commas = 0
    for k in range(j, hi):
        bits = t.tags[k]
        if bits & (STOP | Q | COLON | SEMI):
            return None
        if bits & COMMA:
            commas += 1
        if bits & PART and t.low[k] in ("quoted", "shown", "heard", "seen", "recorded", "reported") and t.tags[k - 1] & BE:
            told = next((x for x in range(k + 1, min(k + 3, hi)) if t.tags[x] & ING and t.tags[x] & SAY), None)
            if told is not None:
                return told  # was quoted as saying
        if bits & AUX and k > j and not commas and not _shown(t, k, hi):
            verb = _verb_after(t, k, hi)
            return verb if verb is not None and not t.tags[verb] & BASE | (t.tags[verb] & SAY) else None
        if bits & VERB and k > j and is_finite(t, k):
            if commas == 0:
                if t.tags[k - 1] & REL:
                    continue
                return k
            if t.tags[k - 1] & REL or (not bits & SAY and not (t.tags[k - 1] & (COMMA | ADV))):
                continue
            if t.tags[k - 1] & (COMMA | CAP | ADV | TIME) or bits & SAY:
                return k
    return None


@rule(
    "after-dash",
    reason="Letters, signed lists and epigraphs: “…” — Jane Smith, at the end of the line.",
    finds=(("“Pay the nurses first.” — Jane Smith, Dayton", "Jane Smith"),),
)
def after_dash(site: Site) -> Hit | None:
    """“…” — Jane Smith."""
    t = site.t
    j, size = site.i + 1, len(t)
    if j + 1 >= size or not t.tags[j] & DASH or not t.tags[j + 1] & CAP:
        return None
    k = j + 1
    while k < size and k - j < 8 and t.tags[k] & (CAP | PREP | POSS) and not t.tags[k] & (COMMA | BREAK):
        k += 1
    if k < size and not t.tags[k] & (COMMA | BREAK | TIME):
        return None
    if k < size and t.tags[k] & (COMMA | OPEN | COLON) and any(is_finite(t, x) for x in range(k, min(size, k + 12))):
        return None
    return hit_at(site, (j + 1, k), (j, j + 1), "after-dash")
