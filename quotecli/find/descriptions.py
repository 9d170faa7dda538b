"""The senator, the hospital, Mr. Ode's lawyer: from a description to a name, where the text supports one.

A name beside the description names it, whatever the noun. Else it goes to whoever was described so before: by a title, by an apposition,
by the same words. A noun that anybody may be called by ("the businessman") goes to whoever the text is about.
"""

from __future__ import annotations

from quotecli.find import grammar
from quotecli.find.cast import owned_phrase
from quotecli.find.documents import document
from quotecli.find.meant import NOBODY, Answer, Scene, Why, meaning, words
from quotecli.find.names import Mention
from quotecli.find.persons import OPEN, PERSON, Person, title_gender
from quotecli.find.pronouns import antecedent
from quotecli.find.surroundings import is_role
from quotecli.find.tokens import Tokens
from quotecli.lexicon.en.mentions import CAMPAIGN, DEFINITE, GENDERED, HE, NEW, POSSESSIVE, TELLS_WHOSE, VICE
from quotecli.lexicon.en.people import (
    ANY_BODY,
    BODIES,
    DOCUMENTS,
    GENERIC,
    NO_GROUP,
    ORGANISATION_TAILS,
    PARTISANS,
    REPORTERS,
    SAME_OFFICE,
)
from quotecli.lexicon.en.places import DEMONYMS
from quotecli.lexicon.en.verbs import SPEECH_NOUNS

BACK = 3_000
"""Code points that a body is followed back over."""


class Phrase:
    """A description: its tokens [a, cut) are the head, its offsets [start, end) the whole."""

    __slots__ = ("a", "cut", "end", "noun", "opens", "start", "t")

    def __init__(self, t: Tokens, a: int, cut: int, start: int, end: int) -> None:
        self.t, self.a, self.cut, self.start, self.end = t, a, cut, start, end
        self.noun = t.low[cut - 1]
        self.opens = t.low[a]


def describe(scene: Scene, phrase: Phrase) -> Answer:
    """Whom a description means; the words themselves where the text gives no name."""
    text = scene.article.text
    shown = text[phrase.start : phrase.end]
    if phrase.noun in DOCUMENTS or phrase.noun in SPEECH_NOUNS:
        found = document(scene, phrase.t, phrase.a, phrase.cut, phrase.start, phrase.end)
        if found is not None:
            return found
    owned = owned_phrase(shown)
    again = scene.cast.described.get(owned) if owned else None
    if again is not None:
        return meaning(again, Why.SAME_WORDS)
    beside = None if phrase.noun in BODIES or phrase.noun in DOCUMENTS else _beside(scene, phrase)
    if beside is not None and beside.person is not None:
        return meaning(beside.person, Why.APPOSITION)
    if phrase.opens in NEW and is_role(phrase.noun):
        scene.described[phrase.noun] = shown
    if phrase.noun in BODIES and (owner := grammar.owned_by(phrase.t, phrase.a)):
        return _owned_body(scene, phrase, owner)
    if not _definite(phrase):
        return words(shown)
    return _known(scene, phrase) or words(shown)


def _definite(phrase: Phrase) -> bool:
    """Whether the description means somebody known, and is not cut short by an "of the …" that tells another."""
    return phrase.opens in DEFINITE or phrase.opens in DEMONYMS


def _known(scene: Scene, phrase: Phrase) -> Answer | None:
    whole = phrase.end <= phrase.t.ends[phrase.cut - 1]
    if phrase.noun in BODIES or phrase.noun in ORGANISATION_TAILS or phrase.noun in ANY_BODY:
        if scene.cast.between(phrase.start, phrase.t.ends[phrase.cut - 1]):
            return None  # the Romney campaign
        return _body(scene, phrase)
    if not whole:
        return None
    found = _bearer(scene, phrase)
    if found is None and phrase.noun not in scene.described and is_role(phrase.noun):
        _look_for(scene, phrase)
    if found is None and phrase.noun in scene.described:
        return words(scene.described[phrase.noun], Why.SAME_WORDS)  # "the spokesperson", first "a spokesperson for the senator"
    return found


def _look_for(scene: Scene, phrase: Phrase) -> None:
    """Keep how the text above first described whoever "the spokesperson" is: "a spokesperson for the senator"."""
    text = scene.article.text
    for form in (f"{phrase.noun} {link} " for link in TELLS_WHOSE):
        at = text.rfind(form, max(0, phrase.start - BACK), phrase.start)
        if at < 0:
            continue
        t, i, _ = scene.tokens_of(at, at + 1)
        opens = next((j for j in range(i, max(-1, i - 4), -1) if t.low[j] in NEW), None)
        np = grammar.np_at(t, opens, t.sentences[t.sentence_of[i]][1]) if opens is not None else None
        if np is not None:
            scene.described[phrase.noun] = t.words(*np)
            return


# ---- beside ----------------------------------------------------------------------------------------------------------
def _beside(scene: Scene, phrase: Phrase) -> Mention | None:
    """The name beside a description: “the aide, Jane Smith,”, "Jane Smith, the aide"."""
    text = scene.article.text
    if text[phrase.end : phrase.end + 2] in (", ", ",\u00a0"):
        after = scene.cast.starting(phrase.end + 2) or _behind_description(scene, phrase.end + 2)
        closed = after is not None and not after.possessive and text[after.end : after.end + 1] in ",.;:)—\n"
        if after is not None and closed and _named(scene, after):
            return after
    if text[phrase.start - 2 : phrase.start] == ", ":
        before = scene.cast.covering(phrase.start - 3)
        if before is not None and not before.possessive and before.person is not None and before.person.kind == PERSON:
            return before
    return None


def _behind_description(scene: Scene, offset: int) -> Mention | None:
    """The name in "his ex-wife, the soprano NAME,": a second description stands before it."""
    t, i, _ = scene.tokens_of(offset, offset + 1)
    for j in range(i + 1, min(i + 4, len(t))):
        if t.low[j] == ",":
            return None
        found = scene.cast.starting(t.starts[j])
        if found is not None:
            return found if t.low[i] in DEFINITE else None
    return None


def _named(scene: Scene, m: Mention) -> bool:
    """Whether a name beside a person's description can be that person's; what is open becomes a person's by it."""
    person = m.person
    if person is None or not scene.cast.perhaps(person):
        return False
    person.learn()
    return True


# ---- titles and roles ------------------------------------------------------------------------------------------------
def _bearer(scene: Scene, phrase: Phrase) -> Answer | None:
    """Whoever bears the title and was named last; else the focus, where the noun could be anybody's."""
    noun, before = phrase.noun, phrase.start
    if noun in PARTISANS:
        return _if_named(antecedent(scene, before, "", described=True))
    said = frozenset(phrase.t.low[phrase.a : phrase.cut])
    nation, gender = said & DEMONYMS, title_gender((noun,))

    def fits(person: Person) -> bool:
        if gender and person.gender and gender != person.gender:
            return False
        if VICE in person.titles and VICE not in said:
            return False
        return not nation or not person.titles & DEMONYMS or bool(person.titles & nation)

    fitting = list(filter(fits, scene.cast.bearers(SAME_OFFICE.get(noun, frozenset({noun})), before)))
    if fitting:
        best = next((person for person in fitting if person.titles & nation), fitting[0])
        return meaning(best, Why.TITLE)
    if noun not in GENERIC:
        return None
    return _topic(scene, before, gender) if nation else _if_named(antecedent(scene, before, gender, described=True))


def _if_named(answer: Answer) -> Answer | None:
    return answer if answer.person is not None else None


def _topic(scene: Scene, before: int, gender: str) -> Answer | None:
    """Whom the article is about: the first person that it names, its reporters passed over."""
    t, i, _ = scene.tokens_of(before, before + 1)
    here = t.starts[t.sentences[t.sentence_of[i]][0]]
    beside = {m.person for m in scene.cast.between(here, before)}  # "Trump said that the British leader …" is another
    for m in scene.cast.first():
        if m.start >= before:
            break
        if not scene.fits(m.person, gender) or m.person is None or m.person.titles & REPORTERS or m.possessive:
            continue
        return None if m.person in beside else meaning(m.person, Why.TOPIC)
    return None


# ---- bodies ----------------------------------------------------------------------------------------------------------
def _body(scene: Scene, phrase: Phrase) -> Answer | None:
    """The organisation that "the group", "the hospital" or "the campaign" means."""
    text, noun = scene.article.text, phrase.noun
    likely: Person | None = None
    for m in reversed(scene.cast.between(max(0, phrase.start - BACK), phrase.start)):
        if noun in CAMPAIGN:
            if text[m.end : m.end + 24].lower().lstrip("'’s ").startswith(noun):
                return words(f"{m.shown} {noun}", Why.BODY)
            continue
        if m.person is None:
            continue
        if m.person.body and (noun in m.person.words or (noun in ANY_BODY and m.person.words[-1] not in NO_GROUP)):
            return meaning(m.person, Why.BODY)
        if (
            likely is None
            and noun in ANY_BODY
            and m.person.kind == OPEN
            and len(m.words) > 1
            and _opens_sentence(text, m.start)
            and not m.possessive
        ):
            likely = m.person
    return meaning(likely, Why.ONLY_CANDIDATE) if likely else None


def _owned_body(scene: Scene, phrase: Phrase, owner: str) -> Answer:
    """His campaign: the name of whoever he is, and his campaign."""
    shown = scene.article.text[phrase.start : phrase.end]
    found = antecedent(scene, phrase.start, "m" if owner in HE else "f") if owner in GENDERED else NOBODY
    if found.person is None:
        return words(shown)
    return words(f"{found.person.name}{POSSESSIVE} {shown[len(owner) :].lstrip()}", Why.OWNER)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 6) : start]
    return before.rstrip(" \n")[-1:] in ("", ".", "”", '"') or before.endswith("The ")
