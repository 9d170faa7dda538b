"""Other quotations and other sentences: who spoke before, who is told of before, whose clause follows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from quotecli.find import classes as c
from quotecli.find.article import Hit
from quotecli.find.clauses import Verb
from quotecli.find.evidence.layout import signed_below
from quotecli.find.evidence.verbs import strength
from quotecli.find.site import Candidate, Site, at, clauses_of
from quotecli.find.tokens import Tokens
from quotecli.lexicon.en import grammar
from quotecli.lexicon.en.people import RECEIVES
from quotecli.lexicon.en.words import AUXILIARIES, SUBJECT_PRONOUNS

BRIEF = 80
"""Characters of a question that stands in a paragraph of its own; a longer one goes on with what its speaker said."""
SHORT = 9
"""Tokens of a sentence that is nothing but subject and verb of saying."""
MEMORY = 12
"""Sentences of a paragraph that a speaker is carried over."""
VOICES = 24
"""Quotations of one sentence that are asked for their speaker: a sentence of print holds a few, a page of nothing but marks thousands."""


_HANDING_ON = ("say", "issued")
"""What the verb of a sentence does that hands over to the words behind it."""


def _carried(hit: Hit, via: str, signs: tuple[str, ...]) -> Candidate:
    return Candidate(hit.start, hit.end, hit.cue, via, signs, carried=True)


def _opening(site: Site) -> str:
    """How the sentence of the quotation begins, where it has words of its own."""
    if site.alone:
        return "alone"
    if site.i == site.lo:
        return "opens"
    word = next((site.t.low[x] for x in range(site.lo, site.i) if not site.t.tags[x] & (c.COORD | c.ADV)), "")
    if word in grammar.POINTING:
        return "that"
    return "he" if word in grammar.PERSONS else "inside"


def same_sentence(site: Site) -> Iterator[Candidate]:
    """The speaker of an earlier quotation of the sentence."""
    t = site.t
    asked = 0
    for j in range(site.i - 1, site.lo - 1, -1):
        if not t.tags[j] & c.Q:
            continue
        asked += 1
        if asked > VOICES:
            return
        earlier = site.article.hits.get(t.starts[j])
        if earlier is None:
            continue
        between = [v for v in site.clauses.verbs if j < v.head < site.i]
        told = any(v.cue & (c.SAY | c.LABEL) and not v.passive and v.subject is not None and (v.subject.a > j) for v in between)
        touch = "touch" if site.i - j <= 2 else "near" if site.i - j <= 6 else "far"
        joined = "joined" if site.i - j <= 3 and any(t.tags[x] & (c.COORD | c.COMMA) for x in range(j + 1, site.i)) else "free"
        done = "told" if told else "verb" if any(v.form == "fin" for v in between) else "bare"
        yield _carried(earlier, "same-sentence", (
            "same sentence", f"same {touch}", f"same {joined}", f"same {done}",
            f"same from {earlier.via}", "same leads" if site.leads else "same rests",
        ))  # fmt: skip
        return


def same_paragraph(site: Site) -> Iterator[Candidate]:
    """The speaker of the quotation before, in an earlier sentence of the paragraph."""
    t = site.t
    here = t.sentence_of[site.i]
    for sentence in range(here - 1, max(-1, here - MEMORY), -1):
        s, e = t.sentences[sentence]
        for j in islice((j for j in range(e - 1, s - 1, -1) if t.tags[j] & c.Q), VOICES):
            earlier = site.article.hits.get(t.starts[j])
            if earlier is not None:
                yield _carried_on(site, earlier, j, sentence)
                return


def _carried_on(site: Site, earlier: Hit, j: int, sentence: int) -> Candidate:
    """The candidate that the quotation at token j of that sentence gives."""
    t, here, opening = site.t, site.t.sentence_of[site.i], _opening(site)
    strange = "none"
    for between in range(here - 1, sentence, -1):
        strange = _stranger(t, between, strange)
    if strange in ("somebody", "says") and _again(t, sentence + 1, here, site.article.text[earlier.start : earlier.end]):
        strange = "again"
    asked = "told" if t.final[j] != "?" else "answer" if j == site.i - 1 else "asked"
    via = {"alone": "paragraph", "that": "goes-on"}.get(opening, "opens-again")
    return _carried(earlier, via, (
        f"paragraph {opening}", f"paragraph {opening} {strange}", f"paragraph gap {min(3, here - sentence)}",
        f"paragraph {opening} {asked}", f"paragraph from {'guess' if earlier.via in _GUESSES else 'clause'}",
    ))  # fmt: skip


def _again(t: Tokens, a: int, b: int, mention: str) -> bool:
    """Whether the sentences a..b are about the speaker himself: named again."""
    last = mention.rpartition(" ")[2].lower()
    subjects = [v.subject for s in range(a, b) for v in clauses_of(t, s).verbs if v.form == "fin" and v.subject is not None]
    return bool(subjects) and all(
        noun.kind in ("person", "thing", "impersonal", "relative") or t.low[noun.b - 1] == last for noun in subjects
    )


_GUESSES = frozenset({"first-phrase", "same-sentence", "goes-on", "opens-again", "previous-paragraph"})


def _stranger(t: Tokens, sentence: int, so_far: str) -> str:
    """What a sentence without a speaker between two quotations is about: another person, he or she, or nobody."""
    verb = next((v for v in clauses_of(t, sentence).verbs if v.form == "fin" and v.subject is not None), None)
    if verb is None or verb.subject is None:
        return so_far
    noun = verb.subject
    kind = "he" if noun.kind in ("person", "narrator") else "somebody" if noun.speaks else "thing"
    if verb.cue & c.SAY and noun.speaks:
        kind = "says"
    order = ("none", "thing", "he", "somebody", "says")
    return max(kind, so_far, key=order.index)


def told_before(site: Site) -> Iterator[Candidate]:
    """Smith answered at once. “…”: whoever the sentence before is about."""
    t = site.t
    here = t.sentence_of[site.i]
    if here == 0:
        return
    opening = _opening(site)
    for one in _told(site, t, here - 1, f"before {opening}", "plain-sentence"):
        if opening in ("alone", "that", "he") or one.signs[0].endswith(_HANDING_ON):
            yield one


def _told(site: Site, t: Tokens, sentence: int, where: str, via: str) -> Iterator[Candidate]:
    e = t.sentences[sentence][1]
    if t.holds(sentence, c.Q):
        return
    verbs = [v for v in clauses_of(t, sentence).verbs if v.subject is not None and v.form == "fin"]
    if not verbs:
        return
    verb, kind = _telling(t, verbs)
    noun = verb.subject
    assert noun is not None
    listener = (
        "listener" if t.low[verb.head] in grammar.HEARS_ANSWER and verb.head + 1 < e and t.tags[verb.head + 1] & (c.CAP | c.OBJ) else "free"
    )
    ends = "colon" if t.tags[e - 1] & c.COLON else "stop"
    yield at(t, noun, (verb.head, verb.head + 1), via, (
        f"told {where} {kind}", f"told {noun.kind}", f"told {listener}", f"told {where.split()[0]} ends {ends}", f"told {verb.clause}",
    ), carried=True)  # fmt: skip


def _telling(t: Tokens, verbs: list[Verb]) -> tuple[Verb, str]:
    """The verb by which a sentence tells who speaks, and how: by saying, by putting out a document, by naming, or not at all."""
    active = [verb for verb in verbs if not verb.passive]
    for verb in active:
        if verb.cue & c.SAY:
            return verb, "say"
    for verb in active:
        if verb.object is not None and verb.object.kind == "document" and t.low[verb.head] not in RECEIVES:
            return verb, "issued"
    return verbs[0], "label" if verbs[0].cue & c.LABEL else "other"


def paragraph_above(site: Site) -> Iterator[Candidate]:
    """The speaker of the last quotation of the paragraph above, and of the one above that."""
    article = site.article
    if site.block <= 0 or site.t.sentence_of[site.i] > 0:
        return
    opening = _opening(site)
    whole = "whole" if all(site.t.bare(s) for s in range(min(MEMORY, len(site.t.sentences)))) else "part"
    brief = "brief question" if site.final == "?" and site.t.ends[site.i] - site.t.starts[site.i] < BRIEF else "words"
    for up in (1, 2):
        if site.block - up < 0 or not article.pairs[site.block - up]:
            continue
        last = article.pairs[site.block - up][-1]
        earlier = article.hits.get(last.start)
        if earlier is None:
            continue
        asked = _asked(article.text[last.start : last.end])
        above = article.tokens(site.block - up)
        tail = "tail" if above.sentence_of[above.quote_at[last.start]] < len(above.sentences) - 1 else "last"
        own = "carried" if earlier.carried else "own"
        yield _carried(earlier, "previous-paragraph", (
            f"above {up} {opening}", f"above {up} {opening} {whole}", f"above {up} {asked}", f"above {up} {brief}", f"above {up} {own}",
            f"above {up} {tail}", *_between(site, up, article.text[earlier.start : earlier.end]),
        ))  # fmt: skip
        return


def _between(site: Site, up: int, mention: str) -> tuple[str, ...]:
    """Whether the paragraph between is about the speaker, who is named again, or about somebody else."""
    if up == 1:
        return ()
    between = site.article.tokens(site.block - 1)
    return (f"above between {'again' if _again(between, 0, min(MEMORY, len(between.sentences)), mention) else 'else'}",)


_CLOSING = "\"”’'» "


def _asked(words: str) -> str:
    """Whether the words are a question; what tells something first, "Look at them. Small, aren't they?", waits for no answer."""
    words = words.rstrip(_CLOSING)
    if not words.endswith("?"):
        return "told"
    tag = words.rpartition(",")[2].strip(" ?").lower().replace("’", "'")
    first, _, second = tag.partition(" ")
    tagged = tag in grammar.TAGS or (first in AUXILIARIES and second in SUBJECT_PRONOUNS)
    return "wondered" if tagged or any(mark in words for mark in (". ", "! ")) else "asked"


def reported_above(site: Site) -> Iterator[Candidate]:
    """Smith said that …⏎“…”; Smith told the board this:⏎“…”."""
    article = site.article
    if site.block <= 0 or site.t.sentence_of[site.i] > 0:
        return
    above = article.tokens(site.block - 1)
    if not above.sentences:
        return
    opening = _opening(site)
    lo, hi = above.sentences[-1]
    if above.tags[-1] & c.COLON:
        if opening not in ("alone", "opens"):
            return
        there = Site(article, site.block - 1, above, hi - 1, lo, hi)
        best = _governing(there)
        if best is not None and best.subject is not None:
            yield at(
                above,
                best.subject,
                (best.head, best.head + 1),
                "colon-above",
                (f"colon above {opening}", f"colon above {strength(best)}", f"noun {best.subject.kind}"),
            )
        return
    if article.pairs[site.block - 1] or (opening == "alone" and signed_below(site)):
        return
    for one in _told(site, above, len(above.sentences) - 1, f"above {opening}", "reported-above"):
        if one.signs[0].endswith(_HANDING_ON if opening == "alone" else "say"):
            yield one


def _governing(there: Site) -> Verb | None:
    """The verb of a sentence that hands over to what follows: the last verb of saying, else the main one."""
    verbs = [v for v in clauses_of(there.t, there.t.sentence_of[there.i]).verbs if v.subject is not None]
    says = [v for v in verbs if v.cue & c.SAY and v.form != "inf"]
    main = [v for v in verbs if v.form == "fin" and v.clause == "main"]  # When the ferryman died, the mayor released a statement:
    return says[-1] if says else main[-1] if main else next((v for v in verbs if v.form == "fin"), None)


_CLOSED = frozenset((".", "?", "!", "…"))


def following(site: Site) -> Iterator[Candidate]:
    """“….” Smith said. A next sentence that is nothing but subject and verb of saying; “…?” “…,” he said."""
    t = site.t
    here = t.sentence_of[site.i]
    closed = site.alone or (site.i == site.hi - 1 and site.final in _CLOSED)
    if not closed or here + 1 >= len(t.sentences):
        return
    s, e = t.sentences[here + 1]
    quoted = t.tags[s] & c.Q
    if not t.holds(here + 1, c.SAY) or not (quoted or e - s <= SHORT):
        return
    verbs = clauses_of(t, here + 1).verbs
    if not verbs or verbs[0].subject is None:
        return
    verb = verbs[0]
    noun = verb.subject
    assert noun is not None
    if quoted:
        if site.alone and noun.a > s and min(noun.a, verb.a) - s <= 3 and verb.cue & c.SAY:
            yield at(
                t,
                noun,
                (verb.head, verb.head + 1),
                "following-quote",
                (
                    "next quote",
                    f"next quote {'asked' if site.final == '?' else 'told'}",
                    "next quote first" if here == 0 else "next quote later",
                ),
            )
        return
    brief = not any(t.tags[x] & (c.Q | c.COMMA) for x in range(s, e - 1))
    if not verb.cue & c.SAY or min(noun.a, verb.a) != s or not brief:
        return
    last = max(noun.b, verb.b)
    ends = all(t.tags[x] & (c.STOP | c.TIME) for x in range(last, e))
    yield at(t, noun, (verb.head, verb.head + 1), "following-clause", ("next clause", "next clause whole" if ends else "next clause more"))
