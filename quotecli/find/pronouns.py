"""He, she, it and they: back to the focus of what came before.

The focus of a sentence is whoever was quoted in it, else its subject; what its subject does to others ("begging Ann Rowe to come up") does
not move it, and a subject that is itself "he" passes the question on to the sentence above. Who is described and not named is not
followed past: "A cyclist blocked Castle's car. He called" never means Castle.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quotecli.find import grammar
from quotecli.find.meant import NOBODY, Answer, Scene, Why, meaning, words
from quotecli.find.names import Mention
from quotecli.find.persons import OPEN, Person, title_gender
from quotecli.find.surroundings import attributive, described_by, is_role
from quotecli.find.tokens import Tokens
from quotecli.lexicon.en.mentions import AND, DEFINITE, HE, HER, HIM, NEW, OWNED, SHE, THE
from quotecli.lexicon.en.people import DOCUMENTS

WALK = 14
"""Sentences that a pronoun is followed back over; more pays nothing on annotated news."""
ENOUGH = 3
"""Sentences after which a name that is no subject is good enough."""


class Found(NamedTuple):
    """Whom a sentence offers to a pronoun: a person and why, or the words for somebody without a name."""

    person: Person | None
    why: Why
    stranger: str | None = None


def antecedent(scene: Scene, offset: int, gender: str, described: bool = False) -> Answer:
    """The person that a pronoun at `offset` goes back to, or a description such as "the businessman", which is nobody's but a person's."""
    weak: Found | None = None
    first: Found | None = None
    nearest: Found | None = None  # a full name in the very sentence above, though no subject of it
    for walked, found in _offers(scene, offset, gender, described):
        if weak is not None and walked > ENOUGH:
            break
        if found.stranger is not None:
            if weak is None or walked <= 1:
                return NOBODY if described or not found.stranger else words(found.stranger, Why.STRANGER)
            break
        assert found.person is not None
        if found.why is not Why.OBJECT_ABOVE and not (walked > 1 and nearest is not None):
            first = found
            break
        if weak is None:
            weak = found
            nearest = found if walked == 1 and len(found.person.words) > 1 else None
    chosen = first or weak or _only(scene, offset, gender)
    if chosen is None or chosen.person is None:
        return NOBODY
    _learn(chosen.person, gender)
    person, why = chosen.person, chosen.why
    if weak and weak.person is not person:
        second = weak.person
        return meaning(person, why, lambda: second)
    return meaning(person, why, lambda: _other(scene, offset, gender, person))


def _learn(person: Person, gender: str) -> None:
    """From now on it is a person, and he or she."""
    if gender:
        person.learn(gender)


def _other(scene: Scene, offset: int, gender: str, chosen: Person) -> Person | None:
    """Who else of that gender is named near above."""
    for m in scene.cast.between(max(0, offset - 600), offset)[::-1]:
        if m.person is not chosen and scene.fits(m.person, gender):
            return m.person
    return None


def _only(scene: Scene, offset: int, gender: str) -> Found | None:
    """The one person above whom the pronoun can mean, when there is only one."""
    found: Person | None = None
    for m in scene.cast.above(offset):
        if m.person is found or not (scene.fits(m.person, gender) or _could_be(scene, m, gender)):
            continue
        if found is not None:
            return None
        found = m.person
    return Found(found, Why.ONLY_CANDIDATE) if found else None


def _could_be(scene: Scene, m: Mention, gender: str) -> bool:
    return not m.behind and len(m.words) > 1 and scene.may_fit(m.person, gender)


def _offers(scene: Scene, offset: int, gender: str, described: bool) -> Iterator[tuple[int, Found]]:
    """Whom the pronoun's own sentence offers, then those above, nearest first, with how many sentences up."""
    block = scene.block_at(offset)
    t, i, _ = scene.tokens_of(offset, offset + 1)
    sentence = t.sentence_of[i]
    agent = grammar.agent_before(t, i)
    acting = scene.cast.covering(t.starts[agent]) if agent is not None else None
    if acting is not None and scene.may_fit(acting.person, gender):
        yield 0, Found(acting.person, Why.SAME_SENTENCE)
    for m in scene.subjects(t.starts[t.sentences[sentence][0]], offset):
        if scene.fits(m.person, gender):
            yield 0, Found(m.person, Why.SAME_SENTENCE)
            break
    for walked, (above, place) in enumerate(_above(scene, block, sentence), 1):
        stranger = None if walked > 1 else _stranger(scene, above, place, gender, described)
        yield from ((walked, found) for found in _focus(scene, above, place, gender, stranger))


def _above(scene: Scene, block: int, sentence: int) -> Iterator[tuple[Tokens, int]]:
    t = scene.article.tokens(block)
    for _ in range(WALK):
        sentence -= 1
        while sentence < 0:
            block -= 1
            if block < 0:
                return
            t = scene.article.tokens(block)
            sentence = len(t.sentences) - 1
        yield t, sentence


def _focus(scene: Scene, t: Tokens, sentence: int, gender: str, stranger: str | None) -> Iterator[Found]:
    """Whom one sentence is about: its speaker, its teller, its first subject, a possessor that opens it; then those it only mentions."""
    quoted = _quoted(scene, t, sentence, gender)
    if quoted is not None:
        other = quoted.person is not None and grammar.says_to(t, sentence, HIM if gender == "m" else HER)
        yield Found(None, Why.NOBODY, "") if other else quoted  # "Orr told him: “…” “Liar!” he shouted": he is the other
        return
    start = grammar.teller(t, sentence)
    told = scene.cast.covering(t.starts[start]) if start is not None else None
    if told is not None and scene.fits(told.person, gender):
        yield Found(told.person, Why.SPEAKER_ABOVE)
    if stranger is not None:
        yield Found(None, Why.STRANGER, stranger)
    bearer = _described_subject(scene, t, sentence)
    if bearer is not None and scene.fits(bearer, gender):
        yield Found(bearer, Why.SUBJECT_ABOVE)
    lo, hi = t.sentences[sentence]
    named = scene.cast.between(t.starts[lo], t.ends[hi - 1])
    if named and gender and _goes_on(t, sentence, gender):
        return
    yield from _named(scene, named, t.starts[lo], gender)


def _described_subject(scene: Scene, t: Tokens, sentence: int) -> Person | None:
    """Whoever bears the title that is the sentence's subject: "the governor identified himself"."""
    np = grammar.subject_of_sentence(t, sentence)
    if np is None or t.low[np[0]] not in DEFINITE:
        return None
    end = grammar.head_end(t, *np)
    return scene.bearer(t.low[end - 1], t.starts[np[0]]) if is_role(t.low[end - 1]) and grammar.names_nobody(t, np[0], end) else None


def _goes_on(t: Tokens, sentence: int, gender: str) -> bool:
    """Whether the subject is itself a pronoun of that gender: whoever else is named is not the focus."""
    return grammar.subject_pronoun(t, sentence) in (HE if gender == "m" else SHE)


def _named(scene: Scene, named: list[Mention], start: int, gender: str) -> Iterator[Found]:
    """Of the names of a sentence the subject, then the others."""
    if len(named) > 1 and named[0].possessive and described_by(named[1]):
        named = named[1:]  # Lowe's sister, Ann, found
    subjects = [m for m in named if not m.possessive and not m.behind and not (m.before == THE and attributive(m))]
    subject = next((m for m in subjects if scene.may_fit(m.person, gender)), None)
    sure = next((m for m in subjects if scene.fits(m.person, gender)), None)
    if subject is not sure and subject is not None and (sure is None or subject.start > start or len(subject.words) < 2):
        subject = sure or subject
    if gender and subject is not None and _with_another(scene, named, subject, gender):
        yield Found(None, Why.NOBODY, "")  # Hale and Epping shared a cell: either may be she
        return
    for m in named:
        if m.possessive and m.start == start and scene.fits(m.person, gender):
            yield Found(m.person, Why.SUBJECT_ABOVE)
        if m is subject:
            assert m.person is not None
            yield Found(m.person, Why.SUBJECT_ABOVE if m is sure or (m.person.kind == OPEN and m.start == start) else Why.OBJECT_ABOVE)
        elif scene.fits(m.person, gender):
            yield Found(m.person, Why.OBJECT_ABOVE)


def _with_another(scene: Scene, named: list[Mention], subject: Mention, gender: str) -> bool:
    """Whether "and" joins the subject to another of whom as much is known."""
    after = next((m for m in named if m.start > subject.start), None)
    if after is None or after.person is None or subject.person is None or after.possessive:
        return False
    link = subject.text[subject.end : after.start]
    return link.strip() == AND and scene.may_fit(after.person, gender) and after.person.gender == subject.person.gender


def _quoted(scene: Scene, t: Tokens, sentence: int, gender: str) -> Found | None:
    """Whoever is quoted in the sentence."""
    for start in grammar.quotations(t, sentence):
        theirs, shown = scene.strangers.get(start, ("?", ""))
        if theirs in ("", gender):
            return Found(None, Why.STRANGER, shown)
        speaker = scene.spoken.get(start)
        if speaker is not None and scene.may_fit(speaker, gender):
            return Found(speaker, Why.SPEAKER_ABOVE)
    return None


def _stranger(scene: Scene, t: Tokens, sentence: int, gender: str, described: bool) -> str | None:
    """The words for the subject of the sentence, where it is somebody whom the text does not name: "A neighbor saw a man run"."""
    if grammar.has_quotation(t, sentence):
        return None
    np = grammar.subject_of_sentence(t, sentence)
    if np is None or np[1] - np[0] < 2 or not grammar.opens_described(t, np[0]) or not grammar.names_nobody(t, *np):
        return None
    noun, opens = t.low[grammar.head_end(t, *np) - 1], t.low[np[0]]
    if noun in DOCUMENTS or title_gender((noun,)) not in ("", gender):
        return None
    if not is_role(noun) and not (described and opens in NEW and gender):
        return None
    if scene.cast.starting(t.starts[np[1] - 1] + 1) or _named_beside(scene, t, np[1]):
        return None
    if opens in NEW or opens in OWNED:
        return t.words(*np)
    return t.words(*np) if opens in DEFINITE and not scene.bearer(noun, t.starts[np[0]]) else None


def _named_beside(scene: Scene, t: Tokens, end: int) -> bool:
    """Whether a name stands beside the phrase that ends before token `end`: "the keeper, Lou Sarr, was"."""
    return end + 1 < len(t) and t.low[end] == "," and scene.cast.starting(t.starts[end + 1]) is not None
