"""What the resolver asks of grammar: the one place from which names and pronouns look at clauses.

Token ranges are [a, b). Every question is about one sentence of one paragraph.
"""

from __future__ import annotations

from quotecli.find import classes as c
from quotecli.find.clauses import Noun, Verb
from quotecli.find.site import clauses_of
from quotecli.find.tokens import Tokens
from quotecli.lexicon.en import grammar as small
from quotecli.lexicon.en.mentions import WHO

Range = tuple[int, int]


def has_quotation(t: Tokens, sentence: int) -> bool:
    """Whether a quotation stands in the sentence."""
    return t.holds(sentence, c.Q)


def quotations(t: Tokens, sentence: int) -> list[int]:
    """Where the sentence's quotations begin, last first."""
    lo, hi = t.sentences[sentence]
    return [t.starts[j] for j in range(hi - 1, lo - 1, -1) if t.tags[j] & c.Q]


def _main(t: Tokens, sentence: int) -> Verb | None:
    """The first finite verb of the main clause, else of any."""
    finite = [verb for verb in clauses_of(t, sentence).verbs if verb.form == "fin"]
    return next((verb for verb in finite if verb.clause == "main"), finite[0] if finite else None)


def main_verb(t: Tokens, sentence: int) -> int | None:
    """The first finite verb of the sentence's main clause."""
    verb = _main(t, sentence)
    return verb.head if verb is not None else None


def is_finite_at(t: Tokens, j: int) -> bool:
    """Whether token j belongs to a finite verb."""
    if j >= len(t):
        return False
    return any(verb.form == "fin" and verb.a <= j < verb.b for verb in clauses_of(t, t.sentence_of[j]).verbs)


def subject_of_sentence(t: Tokens, sentence: int) -> Range | None:
    """The subject of the sentence's main verb, without what is put behind it; of a sentence without verb, its first noun phrase."""
    verb = _main(t, sentence)
    if verb is not None:
        return (verb.subject.a, verb.subject.b) if verb.subject is not None else None
    first = next((noun for noun in clauses_of(t, sentence).nouns if noun.preposition < 0 and noun.kind != "time"), None)
    return (first.a, first.b) if first is not None else None


def subject_pronoun(t: Tokens, sentence: int) -> str:
    """he, she, it or they, where one is the subject of the sentence's main verb; or ""."""
    np = subject_of_sentence(t, sentence)
    return t.low[np[0]] if np and np[1] - np[0] == 1 and t.tags[np[0]] & c.PRON else ""


def np_at(t: Tokens, i: int, hi: int) -> Range | None:
    """The noun phrase that begins at token i, cut at token `hi`."""
    if i >= len(t):
        return None
    noun = next((noun for noun in clauses_of(t, t.sentence_of[i]).nouns if noun.a <= i < noun.b), None)
    return (i, min(noun.b, hi)) if noun is not None else None


def head_end(t: Tokens, a: int, b: int) -> int:
    """Where the head of a noun phrase ends: at its first preposition."""
    return next((j for j in range(a + 1, b) if t.tags[j] & c.PREP and not t.tags[j] & c.DET and t.low[j] not in small.NAME_PREPOSITIONS), b)


def possessor(t: Tokens, a: int, b: int) -> int | None:
    """The 's inside a noun phrase, or None."""
    return next((j for j in range(a, b) if t.tags[j] & c.POSS), None)


def owned_by(t: Tokens, a: int) -> str:
    """The possessive pronoun that opens a phrase: "his" campaign; or ""."""
    return t.low[a] if t.tags[a] & c.POSSPRON else ""


def last_word(t: Tokens, a: int, b: int) -> int:
    """The last token of a phrase, a possessive mark stepped over."""
    return next((j for j in range(b - 1, a, -1) if not t.tags[j] & c.POSS), a)


def speaks(t: Tokens, np: Range) -> bool:
    """Whether a noun phrase is somebody, or something that speaks."""
    return Noun(t, *np).speaks


def names_nobody(t: Tokens, a: int, b: int) -> bool:
    """Whether no word of the phrase has a capital behind its first."""
    return not any(t.tags[j] & c.CAP for j in range(a + 1, b))


def opens_described(t: Tokens, a: int) -> bool:
    """Whether a determiner or a possessive opens the phrase."""
    return bool(t.tags[a] & (c.DET | c.POSSPRON))


def relative_head(t: Tokens, i: int) -> Range | None:
    """The noun phrase that "who" at token i stands for, insertions between commas stepped over."""
    noun = next((noun for noun in clauses_of(t, t.sentence_of[i]).nouns if noun.a == i), None)
    what = noun.antecedent if noun is not None else None
    return None if what is None or t.low[what.a] in WHO else (what.a, what.b)


def teller(t: Tokens, sentence: int) -> int | None:
    """The token with which the name of whoever tells the sentence begins: "He did well, said David Hill, his coach"; or None."""
    for verb in clauses_of(t, sentence).verbs if t.holds(sentence, c.SAY) else ():
        noun = verb.subject
        if verb.how == "inverted" and verb.cue & c.SAY and noun is not None and t.tags[noun.a] & c.CAP:
            return noun.a
    return None


def says_to(t: Tokens, sentence: int, objects: frozenset[str]) -> bool:
    """Whether the sentence is said to one of the pronouns: "told him"."""
    lo, hi = t.sentences[sentence]
    return any(t.low[j] in objects and t.tags[j - 1] & c.SAY for j in range(lo + 1, hi))


def agent_before(t: Tokens, i: int) -> int | None:
    """The token with which the agent of the last passive before token i begins: "criticised by | Holm for what he called"; or None."""
    found = clauses_of(t, t.sentence_of[i])
    for verb in reversed(found.verbs):
        if verb.passive and verb.head < i:
            agent = next((noun for noun in found.nouns if verb.head < noun.a < i and t.low[noun.preposition] == small.BY), None)
            return agent.a if agent is not None and agent.preposition >= 0 else None
    return None
