"""Who is meant: from the words that name a speaker to the person or body, where the text supports it.

A pronoun goes to the focus of what came before (the last speaker, else the last subject) whose gender does not clash; a description
("the senator", "the Russian leader") to whoever bears that title, else to the focus. What the text does not support is left alone.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from quotecli.find.article import Article, Hit
from quotecli.find.cast import FAR, Cast, Occurrence, Person, title_gender
from quotecli.find.subjects import head, is_finite, np_ending, np_starting, over_insertion, subject
from quotecli.find.tokens import AUX, CAP, COMMA, DASH, DET, NUM, POSS, POSSPRON, PREP, ROLE, SAY, VERB, Q, Tokens
from quotecli.lexicon.en.names import GIVEN
from quotecli.lexicon.en.people import BODIES, DOCUMENTS, ORGANISATION_TAILS, ROLES, TITLES
from quotecli.lexicon.en.places import DEMONYMS
from quotecli.lexicon.en.verbs import SPEECH_NOUNS

_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])
_NOBODY = frozenset("i we you it they them us me my our your their its this that those these one others some many".split())
_RELATIVE = frozenset(["who", "which", "that", "whom", "whose"])

# A title and the words that stand for it later in the article.
_SAME_OFFICE: dict[str, frozenset[str]] = {
    "senator": frozenset({"sen", "senator", "senate"}),
    "governor": frozenset({"gov", "governor"}),
    "congressman": frozenset({"rep", "representative", "congressman"}),
    "congresswoman": frozenset({"rep", "representative", "congresswoman"}),
    "representative": frozenset({"rep", "representative"}),
    "lawmaker": frozenset({"rep", "sen", "representative", "senator", "congressman", "congresswoman"}),
    "leader": frozenset({"president", "premier", "chancellor", "king", "leader", "minister", "chairman", "speaker"}),
    "president": frozenset({"president", "president-elect"}),
    "president-elect": frozenset({"president-elect"}),
    "candidate": frozenset({"candidate", "nominee", "hopeful"}),
    "nominee": frozenset({"nominee", "candidate"}),
    "spokesperson": frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    "general": frozenset({"gen", "general"}),
    "doctor": frozenset({"dr", "doctor"}),
    "minister": frozenset({"minister", "premier"}),
    "chair": frozenset({"chair", "chairman", "chairwoman"}),
    "professor": frozenset({"prof", "professor"}),
}
_GENERIC = frozenset("""
    leader candidate man woman politician businessman billionaire mogul lawmaker hopeful contender frontrunner front-runner
    statesman president senator governor congressman congresswoman mayor nominee author actor actress singer star tycoon magnate
    secretary president-elect chairman chairwoman chair minister premier chancellor incumbent
""".split())  # fmt: skip
WALK = 14
"""Sentences that a pronoun is followed back over; more pays nothing on annotated news."""


class Answer(NamedTuple):
    """Who a mention means, and how sure that step is."""

    name: str | None
    certainty: float
    person: Person | None = None


class Resolver:
    """Resolves the mentions of one article, in the order of its quotations."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.cast = Cast(article)
        self.spoken: dict[int, Person] = {}  # start of a quotation → who said it
        self.strangers: dict[int, str] = {}  # start of a quotation whose speaker is described and not named → his or her gender
        self.described: dict[str, str] = {}  # head noun of an unnamed speaker → the words that described them first
        self._depth = 0
        self._block_starts = [block.start for block in article.blocks]

    def resolve(self, hit: Hit, quote_start: int) -> Answer:
        """The name behind the mention of `hit`; remembers it for the pronouns that follow."""
        answer = self._name(hit.start, hit.end)
        if answer.person is not None:
            self.spoken[quote_start] = answer.person
        elif (noun := self.article.text[hit.start : hit.end].rpartition(" ")[2].lower()) in ROLES:
            self.strangers[quote_start] = title_gender((noun,))
        return answer

    def _name(self, start: int, end: int) -> Answer:
        mention = self.article.text[start:end]
        low = mention.lower()
        if low in _HE or low in _SHE:
            person = self._antecedent(start, "m" if low in _HE else "f")
            return Answer(person.name, 0.92, person) if person else Answer(None, 1.0)
        if low in _RELATIVE:
            return self._relative(start)
        if low in _NOBODY:
            return Answer(None, 1.0)
        return self._phrase(start, end)

    def _relative(self, start: int) -> Answer:
        """The noun phrase that "who" stands for, insertions between commas stepped over."""
        t, i, _ = self._tokens_of(start, start + 1)
        lo = t.sentences[t.sentence_of[i]][0]
        np = np_ending(t, i - 1 - bool(t.tags[i - 1] & DASH), lo)
        if np is not None and np[0] > lo and t.low[np[0] - 1] == "not":
            np = np_ending(t, np[0] - 2, lo) or np  # Varga, not Holm, who called it
        if np is not None and i > lo and t.tags[i - 1] & COMMA and not t.tags[np[1] - 1] & (CAP | ROLE):
            np = over_insertion(t, i - 1, lo) or np
        if np is None or t.low[np[0]] in _RELATIVE:
            return Answer(None, 1.0)
        return self._name(t.starts[np[0]], t.ends[np[1] - 1])

    def _of(self, occurrence: Occurrence, certainty: float = 1.0) -> Answer:
        person = occurrence.person
        return Answer(person.name, certainty, person) if person else Answer(occurrence.shown, certainty)

    # ---- noun phrases ------------------------------------------------------------------------------------------------
    def _phrase(self, start: int, end: int) -> Answer:
        """A name, or a description with its head noun."""
        t, a, b = self._tokens_of(start, end)
        cut = b
        for j in range(a + 1, b):
            if t.tags[j] & PREP and not t.tags[j] & DET and t.low[j] not in ("de", "like"):
                cut = j
                break
        last = cut - 1
        while last > a and t.tags[last] & POSS:
            last -= 1
        occurrence = self.cast.covering(t.starts[last]) if last >= a else None
        if t.low[last] in _PARTY and t.tags[a] & DET:
            occurrence = None  # the Arizona Republican
        if occurrence is not None and t.tags[a] & DET and TITLES.issuperset(occurrence.words):
            occurrence = None  # the President
        joined = [o for o in self.cast.between(start, end) if not o.possessive]
        if len(joined) > 1 and " and " in self.article.text[start:end]:
            return Answer(" and ".join(dict.fromkeys((o.person.name if o.person else o.shown) for o in joined)), 0.95)
        if occurrence is not None and len(joined) > 1 and self._fits(joined[-1].person, "") and TITLES.issuperset(occurrence.words):
            return self._of(joined[-1])  # Vice President of Sales Ted Amory
        if occurrence is not None and occurrence.end >= t.ends[last]:
            return self._of(occurrence)
        return self._described(t, a, cut, start, end)

    def _tokens_of(self, start: int, end: int) -> tuple[Tokens, int, int]:
        block = bisect_right(self._block_starts, start) - 1
        t = self.article.tokens(block)
        a = bisect_right(t.starts, start) - 1
        b = a + 1
        while b < len(t) and t.starts[b] < end:
            b += 1
        return t, a, b

    def _described(self, t: Tokens, a: int, cut: int, start: int, end: int) -> Answer:
        """“the senator”, “a spokesman for the group”, “the statement”: a name where the text gives one, else the words themselves."""
        text = self.article.text
        noun = t.low[cut - 1]
        owner = self._possessor(t, a, cut) if noun in DOCUMENTS or noun in SPEECH_NOUNS else None
        if owner is not None:
            return self._of(owner, 0.9)
        words = frozenset(t.low[a:cut])
        beside = self._apposition(end) or self._apposed_to(start)
        if beside is not None and noun in ROLES:
            return self._of(beside, 0.97)
        if noun in ROLES and t.low[a] in ("a", "an", "one", "another"):
            self.described[noun] = text[start:end]
        definite = t.low[a] in ("the", "this", "that") or t.low[a] in DEMONYMS
        whole = Answer(text[start:end], 0.97)
        if not definite or t.tags[a] & POSSPRON:
            return whole
        if noun in ROLES and cut == self._length(t, a, end):
            person = self._bearer(noun, words, start)
            if person is None and noun in self.described:
                return Answer(self.described[noun], 0.85)  # "the spokesperson", first named as "a spokesperson for the senator"
            return Answer(person.name, 0.9, person) if person else whole
        if noun in BODIES:
            body = self._body(noun, words, start)
            return Answer(body, 0.85) if body else whole
        if noun in DOCUMENTS:
            if any(t.tags[j] & POSS for j in range(a, cut)):
                return whole  # the group's ad: the text does not name the group here
            issuer = self._owner(end, start)
            if issuer is not None:
                return Answer(issuer.name, 0.85, issuer)
            if noun in _ISSUED:
                found = self._issued(noun, start)
                if found.name:
                    return found
                said = self._last_speaker(start)
                return Answer(said.name, 0.75, said) if said else whole
            return whole
        return whole

    @staticmethod
    def _length(t: Tokens, a: int, end: int) -> int:
        b = a
        while b < len(t) and t.starts[b] < end:
            b += 1
        return b

    def _apposition(self, end: int) -> Occurrence | None:
        """The name in “the aide, Jane Smith,”."""
        text = self.article.text
        if text[end : end + 2] not in (", ", ",\u00a0"):
            return None
        after = self.cast.covering(end + 2)
        if after is None or after.start != end + 2 or after.possessive or after.person is None or len(after.words) < 2:
            return None
        return after if after.person.kind == "person" else None

    def _apposed_to(self, start: int) -> Occurrence | None:
        """The name in "Jane Smith, the aide"."""
        if self.article.text[start - 2 : start] != ", ":
            return None
        before = self.cast.covering(start - 3)
        return before if before and before.person and before.person.kind == "person" and not before.possessive else None

    def _bearer(self, noun: str, words: frozenset[str], before: int) -> Person | None:
        """Whoever bears the title `noun` and was named last before the offset; else the focus, where the noun could be anybody's."""
        if noun in _PARTY:
            return self._antecedent(before, "", described=True)
        wanted = _SAME_OFFICE.get(noun, frozenset({noun}))
        nation = words & DEMONYMS
        gender = title_gender((noun,))
        best: Person | None = None
        for o in self.cast.above(before):
            person = o.person
            if person is None or person.kind != "person" or (gender and person.gender and gender != person.gender):
                continue
            if "vice" in person.titles and "vice" not in words:
                continue
            if person.titles & wanted and (not nation or not person.titles & DEMONYMS or person.titles & nation):
                best = person
                break
        if best is not None:
            return best
        if noun not in _GENERIC:
            return None
        return self._topic(before, gender) if nation else self._antecedent(before, gender, described=True)

    def _topic(self, before: int, gender: str) -> Person | None:
        """Whom the article is about: the first person that it names, its reporters passed over."""
        t, i, _ = self._tokens_of(before, before + 1)
        here = t.starts[t.sentences[t.sentence_of[i]][0]]
        beside = {id(o.person) for o in self.cast.between(here, before)}  # "Trump said that the British leader …" is another
        for o in self.cast.occurrences[:FAR]:
            if o.start >= before:
                break
            if not self._fits(o.person, gender) or o.person is None or o.person.titles & _REPORTERS or o.possessive:
                continue
            return None if id(o.person) in beside else o.person
        return None

    def _body(self, noun: str, words: frozenset[str], before: int) -> str | None:
        """The organisation that “the group” or “the campaign” means."""
        text = self.article.text
        for o in reversed(self.cast.between(max(0, before - 3000), before)):
            tail = text[o.end : o.end + 24].lower().lstrip("'’s ")
            if noun == "campaign" and tail.startswith("campaign"):
                return f"{o.shown} campaign"
            if o.person is None or o.person.kind != "body" or noun == "campaign":
                continue
            if noun in o.person.words or (noun in _ANY_BODY and o.person.words[-1] not in _NO_GROUP):
                return o.person.name
        return None

    def _possessor(self, t: Tokens, a: int, cut: int) -> Occurrence | None:
        """Whose remark: the possessive name inside the phrase."""
        for j in range(a, cut):
            if t.tags[j] & POSS:
                return self.cast.covering(t.starts[j] - 1)
        return None

    def _issued(self, noun: str, before: int) -> Answer:
        """Who issued "the statement": the subject of the sentence above that speaks of a statement first."""
        block = bisect_right(self._block_starts, before) - 1
        if self._depth > 2:
            return Answer(None, 1.0)
        for above in range(block, max(-1, block - 6), -1):
            t = self.article.tokens(above)
            for lo, hi in t.sentences[: -WALK - 1 : -1]:
                if t.starts[lo] >= before or not any(t.low[j] == noun and t.low[j - 1] != "the" for j in range(lo + 1, hi)):
                    continue
                verb = next((j for j in range(lo, hi) if t.tags[j] & VERB and is_finite(t, j)), None)
                np = subject(t, verb, lo) if verb is not None else None
                if np is None:
                    continue
                a, b = head(t, *np)
                self._depth += 1
                answer = self._name(t.starts[a], t.ends[b - 1])
                self._depth -= 1
                return answer._replace(certainty=0.8)
        return Answer(None, 1.0)

    def _last_speaker(self, before: int) -> Person | None:
        """Who was quoted last above: "the statement continued" goes on with his."""
        return next((person for start, person in reversed(self.spoken.items()) if start < before), None)

    def _owner(self, end: int, start: int) -> Person | None:
        """Whose statement: “from X”, “by X” right behind it."""
        text = self.article.text
        for link in (" from ", " by ", " of "):
            if text.startswith(link, end):
                after = self.cast.covering(end + len(link))
                if after and after.person and after.person.kind == "person" and not after.possessive:
                    return after.person
        return None

    # ---- pronouns ----------------------------------------------------------------------------------------------------
    def _antecedent(self, offset: int, gender: str, described: bool = False) -> Person | None:
        """The person a pronoun at `offset` goes back to, or a description such as "the businessman", which is nobody's but a person's."""
        block = bisect_right(self._block_starts, offset) - 1
        t = self.article.tokens(block)
        i = bisect_right(t.starts, offset) - 1
        sentence = t.sentence_of[i]
        same = self._subject_between(t.starts[t.sentences[sentence][0]], offset, gender)
        if same is not None:
            return same
        fallback: Person | None = None
        walked = 0
        while walked < WALK:
            sentence -= 1
            if sentence < 0:
                block -= 1
                if block < 0:
                    break
                t = self.article.tokens(block)
                sentence = len(t.sentences)
                continue
            walked += 1
            person, weak = self._focus(t, sentence, gender)
            if not described and (person is _STRANGER or (walked == 1 and self._about_a_stranger(t, sentence, gender))):
                return None
            if person is not None and person is not _STRANGER:
                return self._learned(person, gender)
            fallback = fallback or weak
            if fallback is not None and walked >= 3:
                break
        return fallback

    @staticmethod
    def _learned(person: Person, gender: str) -> Person:
        """The person, and from now on he or she."""
        if gender:
            person.gender = gender
        return person

    def _subject_between(self, start: int, end: int, gender: str) -> Person | None:
        for o in self.cast.between(start, end):
            if not o.possessive and not o.behind and self._fits(o.person, gender):
                return o.person
        return None

    def _focus(self, t: Tokens, sentence: int, gender: str) -> tuple[Person | None, Person | None]:
        """The person a sentence is about (its speaker, its first subject, a possessor that opens it), and a weaker guess."""
        lo, hi = t.sentences[sentence]
        for j in range(hi - 1, lo - 1, -1):
            if t.tags[j] & Q:
                speaker = self.spoken.get(t.starts[j])
                if self.strangers.get(t.starts[j], "?") in ("", gender):
                    return _STRANGER, None
                if speaker is not None and self._fits(speaker, gender):
                    if _addressed(t, lo, hi, gender):
                        return None, None  # "Orr told him: “…” “Liar!” he shouted": he is the other
                    return speaker, None
        start, end = t.starts[lo], t.ends[hi - 1]
        told = self._teller(t, lo, hi)
        if told is not None and self._fits(told, gender):
            return told, None
        weak: Person | None = None
        named = self.cast.between(start, end)
        if len(named) > 1 and named[0].possessive and named[1].person is not None and self.cast.role_before(named[1]):
            named = named[1:]  # Lowe's sister, Ann, found
        for o in named:
            if not self._fits(o.person, gender):
                if o is named[0] and gender and self._perhaps_a_person(t, o):
                    return _STRANGER, None
                continue
            if not o.possessive and not o.behind:
                return o.person, None
            if o.possessive and o.start == start:
                return o.person, None
            weak = weak or o.person
        return None, weak

    def _perhaps_a_person(self, t: Tokens, o: Occurrence) -> bool:
        """Whether a name of two words that tells nothing of itself is the subject of what somebody does."""
        if o.person is None or o.person.kind or len(o.words) > 2 or o.possessive or o.behind or o.words[-1] in ORGANISATION_TAILS:
            return False
        i = bisect_right(t.starts, o.end - 1) - 1
        if t.low[i + 1 : i + 3] == [",", "who"] or (o.words[0] in GIVEN and t.low[i + 1 : i + 2] == [","] and t.tags[i + 2] & NUM):
            return True
        if len(o.words) == 1 and o.words[0] not in GIVEN:
            return False
        return i + 1 < len(t) and (t.low[i + 1] == "," or (bool(t.tags[i + 1] & VERB) and is_finite(t, i + 1)))

    def _teller(self, t: Tokens, lo: int, hi: int) -> Person | None:
        """Who tells what the sentence says: "He did well, said David Hill, his coach"."""
        for j in range(lo + 2, hi - 1):
            if t.tags[j] & SAY and t.tags[j - 1] & COMMA and t.tags[j + 1] & CAP and t.low[j] in ("said", "says"):
                np = np_starting(t, j + 1, hi)
                named = self.cast.covering(t.starts[j + 1])
                if np and np[1] < hi and t.tags[np[1]] & (AUX | VERB):
                    return None  # Smith, at home, said Jones had done well
                return named.person if named else None
        return None

    def _about_a_stranger(self, t: Tokens, sentence: int, gender: str) -> bool:
        """Whether the subject of the sentence is somebody whom the text does not name: "A neighbor saw a man run"."""
        lo, hi = t.sentences[sentence]
        verb = next((j for j in range(lo, hi) if t.tags[j] & (VERB | AUX) and is_finite(t, j)), None)
        np = subject(t, verb, lo) if verb is not None and not any(t.tags[j] & Q for j in range(lo, hi)) else None
        if np is None or np[1] - np[0] < 2 or not t.tags[np[0]] & (DET | POSSPRON) or any(t.tags[j] & CAP for j in range(np[0] + 1, np[1])):
            return False
        noun = t.low[next((j for j in range(np[0] + 1, np[1]) if t.tags[j] & PREP), np[1]) - 1]
        if noun not in ROLES or title_gender((noun,)) not in ("", gender):
            return False
        if t.low[np[0]] in ("a", "an", "one", "another", "his", "her", "their"):
            return True
        return t.low[np[0]] == "the" and self._bearer(noun, frozenset(t.low[np[0] : np[1]]), t.starts[np[0]]) is None

    @staticmethod
    def _fits(person: Person | None, gender: str) -> bool:
        return person is not None and person.kind == "person" and (not gender or not person.gender or person.gender == gender)


def _addressed(t: Tokens, lo: int, hi: int, gender: str) -> bool:
    """Whether the sentence is said to him, or to her: a pronoun of that gender right behind its verb of saying."""
    wanted = "him" if gender == "m" else "her"
    return any(t.low[j] == wanted and t.tags[j - 1] & SAY for j in range(lo + 1, hi))


_STRANGER = Person("", (), "")
"""Somebody whom the text does not name: a pronoun that goes back to him goes back to nobody."""
_PARTY = frozenset("democrat republican independent lawmaker conservative".split())
_ISSUED = frozenset("statement letter email e-mail memo release".split())
_REPORTERS = frozenset("journalist reporter author columnist correspondent anchor host".split())
_NO_GROUP = frozenset("house senate congress parliament court police army navy times post news journal herald tribune".split())
_ANY_BODY = frozenset("""
    group organization organisation agency company firm network newspaper paper magazine site website outlet union association
    publication
""".split())  # fmt: skip
