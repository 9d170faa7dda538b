"""Participles and infinitives: who acts in them follows from what they hang on.

For example: with Smith saying, a statement saying, led Smith to say, accused Smith of saying, asked about it, Smith said.
"""

from __future__ import annotations

from quotecli.find import classes as c
from quotecli.find.noun_phrases import Noun
from quotecli.find.open_clauses import Clause, OpenClauses
from quotecli.find.verb_groups import Verb
from quotecli.lexicon.en import grammar

_SOMEBODY = frozenset(("name", "role", "person", "somebody", "body"))


def nonfinite(s: OpenClauses, verb: Verb) -> None:
    """Find the subject of a verb that is no finite one."""
    now = s.now
    verb.over = now.verb
    verb.clause = now.kind
    last = s.nouns[-1] if s.nouns and s.nouns[-1].b == verb.a else None
    if verb.form in ("inf", "bare"):
        _infinitive(s, verb, last)
    elif verb.form == "ing":
        _participle(s, verb, last)
    elif last is None and now.subject is None and now.verb is None:
        _opening(s, verb)  # Asked about it, Smith said
    else:
        verb.subject, verb.how = last or now.subject, "participle"


# ---- infinitives ---------------------------------------------------------------------------------------------------
def _infinitive(s: OpenClauses, verb: Verb, last: Noun | None) -> None:
    over = s.now.verb
    if over is not None and over.how == "asked" and verb.form == "bare":
        verb.subject, verb.how = over.subject, "asked"  # did Smith say
        return
    if last is not None and _moved(s, verb, last):
        verb.subject, verb.how = last, "moved"
        return
    verb.subject, verb.how = s.now.subject, "infinitive"
    feigned = s.t.low[max(s.lo, verb.a - 2) : verb.a] in grammar.FEIGNING
    verb.denied = verb.denied or feigned or (over is not None and s.t.low[over.head] in grammar.REFUSING)


def _moved(s: OpenClauses, verb: Verb, last: Noun) -> bool:
    """Whether the noun phrase before an infinitive acts in it: led Smith to say."""
    if last.preposition >= 0:
        if s.t.low[last.preposition] in grammar.BENEFICIARY:
            return True  # only for Smith to grumble
        if last.speaks and s.now.subject is not None and s.now.subject.kind == "impersonal":
            return True  # it fell to Smith to tell
    over, low = s.now.verb, s.t.low
    if over is None:
        return False
    if verb.form == "bare" or low[over.head] in grammar.MOVING:
        return True
    return any(low[one.head] in grammar.MOVING for one in s.verbs[-3:-1] if one.head == last.a - 1)


# ---- participles ---------------------------------------------------------------------------------------------------
def _participle(s: OpenClauses, verb: Verb, last: Noun | None) -> None:
    now, before = s.now, s.previous
    if before in ("p", "f") or (before == "A" and s.preposition == verb.a - 2):
        _gerund(s, verb, last)
    elif last is not None and before == "noun" and _own(s, last):
        with_ = last.preposition >= 0 and s.t.low[last.preposition] in grammar.ACCOMPANYING
        acting = _sent(s, last) or last
        verb.subject, verb.how = acting, "with" if with_ else "own"  # a voice shouting, with Smith saying, a statement saying
        verb.rival = None if acting.kind in _SOMEBODY or now.subject is acting else now.subject
    elif s.company is not None and s.gap:
        verb.subject, verb.how = s.company, "with"  # with its director, Hester Quaye, promising
    elif before == "S" or (now.verb is None and now.subject is None):
        _opening(s, verb)
    else:
        _governed(s, verb, s.gap)
    if s.t.low[verb.a - 1 if verb.a else 0] in grammar.NEGATIONS:
        verb.denied = True


def _own(s: OpenClauses, noun: Noun) -> bool:
    """Whether "NP saying" has that noun phrase for its subject: with Smith saying; not: at one point saying."""
    if noun.kind == "document":
        return True  # held up a sign saying
    over = s.now.verb
    if noun.preposition < 0:
        return over is None or over.object is not noun or s.t.low[over.head] not in grammar.LISTENED  # emailed supporters saying
    preposition = s.t.low[noun.preposition]
    if preposition == grammar.TO and over is not None and over.cue & c.ANYCUE:
        return False  # she spoke to reporters, saying
    return noun.speaks and preposition in grammar.TELLING_OF


def _sent(s: OpenClauses, noun: Noun) -> Noun | None:
    """“an email to supporters saying”: what was sent to the noun phrase; None where nothing was."""
    if noun.preposition < 0 or s.t.low[noun.preposition] not in grammar.RECIPIENT or len(s.nouns) < 2:
        return None
    sent = s.nouns[-2]
    return sent if sent.b == noun.preposition and sent.kind == "document" else None


def _gerund(s: OpenClauses, verb: Verb, last: Noun | None) -> None:
    """Behind a preposition: by saying, accused Smith of saying."""
    now = s.now
    word = s.t.low[s.preposition] if s.preposition >= 0 else ""
    if now.verb is not None and _blamed(s, now.verb, word):
        verb.subject, verb.how = now.verb.object, "blamed"
    elif now.subject is None and now.verb is None:
        _opening(s, verb)
    else:
        _governed(s, verb, 0)
        verb.how = "gerund"
    verb.denied = verb.denied or word in grammar.LACKING


def _blamed(s: OpenClauses, over: Verb, word: str) -> bool:
    """Whether the object of the verb over it acts: accused Smith of saying, quoted Smith as saying."""
    if over.object is None or over.passive:
        return False
    governor = s.t.low[over.head]
    return (word in grammar.DEEDS and governor in grammar.BLAMING) or (word == grammar.AS and governor in grammar.WITNESSING)


def _opening(s: OpenClauses, verb: Verb) -> None:
    """A participle that opens the sentence has the subject of the clause behind it."""
    verb.how = "opening"
    outer = s.outermost()
    outer.waiting = [*(outer.waiting or ()), verb]
    s.open("sub")
    s.now.verb = verb


def _governed(s: OpenClauses, verb: Verb, gap: int) -> None:
    """The subject of the clause that it hangs on; of what is reported, rather whoever reports it."""
    here: Clause | None = s.now
    subjects: list[Noun] = []
    while here is not None:
        if here.subject is not None:
            subjects.append(here.subject)
        here = here.up
    verb.how = "participle"
    if not subjects:
        _opening(s, verb)
        return
    able = [noun for noun in subjects if noun.speaks]
    verb.subject = _nearest(s, able, gap) if able else subjects[0]
    verb.rival = next((noun for noun in able if noun is not verb.subject), None)


def _nearest(s: OpenClauses, able: list[Noun], gap: int) -> Noun:
    """Which of the subjects that can speak, the innermost first, acts in a participle behind so many commas."""
    now = s.now
    if not gap or len(able) == 1:
        return able[0]
    if now.kind == "relative" and (_talks_above(now) or (now.subject is not None and now.subject.antecedent is None)):
        return able[1]  # talks of the summer that the bank faced in court, saying; denied the notion that Keel could leave, saying
    return able[0]


def _talks_above(now: Clause) -> bool:
    return now.up is not None and now.up.verb is not None and bool(now.up.verb.cue & (c.SAY | c.LABEL))
