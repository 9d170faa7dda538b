"""Who is meant: from the words that name a speaker to the person or body, where the text supports it.

A name is looked up in the article's cast, a pronoun goes to the focus of what came before, a description to whoever was described so, a
document to whoever put it out. What the text does not support is left alone: nobody, or the words as they stand.
"""

from __future__ import annotations

import re

from quotecli.find import grammar
from quotecli.find.article import Article, Hit
from quotecli.find.descriptions import Phrase, describe
from quotecli.find.documents import brought_up
from quotecli.find.meant import NOBODY, Answer, Scene, Why, meaning, words
from quotecli.find.names import Mention, fold
from quotecli.find.persons import PERSON, title_gender
from quotecli.find.pronouns import antecedent
from quotecli.find.surroundings import attributive, is_role
from quotecli.find.tokens import Tokens
from quotecli.lexicon.en import mentions as small
from quotecli.lexicon.en.people import BODIES, DOCUMENTS, PARTISANS, ROLES, TITLES
from quotecli.lexicon.en.words import PREPOSITIONS

TOGETHER = 8
"""Names that are taken to say something together; a longer list is a list."""

__all__ = ["Answer", "Resolver", "Why"]


class Resolver(Scene):
    """Resolves the mentions of one article, in the order of its quotations."""

    def __init__(self, article: Article) -> None:
        super().__init__(article)

    def resolve(self, hit: Hit, quote_start: int) -> Answer:
        """Who the mention of `hit` means; remembers it for the pronouns that follow."""
        answer = self.name(hit.start, hit.end)
        if answer.person is not None:
            self.remember(quote_start, answer.person)
            return answer
        mention = self.article.text[hit.start : hit.end].lower()
        noun = mention.rpartition(" ")[2]
        if mention in small.GENDERED:
            self.strangers[quote_start] = ("m" if mention in small.HE else "f", answer.name or "")
        elif answer.name and (is_role(noun) or is_role(answer.name.split(" ")[-1])):
            self.strangers[quote_start] = (title_gender((noun,)), answer.name)
        return answer

    def name(self, start: int, end: int) -> Answer:
        """Who the words from `start` to `end` mean."""
        low = self.article.text[start:end].lower()
        if low in small.HE or low in small.SHE:
            return antecedent(self, start, "m" if low in small.HE else "f")
        if low in small.WHO:
            return self._relative(start)
        if low in small.IT:
            return self._it(start)
        if low in small.THEY:
            return self._they(start)
        if low in small.NOBODY:
            return NOBODY
        return self._phrase(start, end)

    # ---- pronouns of things and of several ---------------------------------------------------------------------------
    def _relative(self, start: int) -> Answer:
        """The noun phrase that "who" stands for."""
        t, i, _ = self.tokens_of(start, start + 1)
        np = grammar.relative_head(t, i)
        return self.name(t.starts[np[0]], t.ends[np[1] - 1]) if np else NOBODY

    def _it(self, start: int) -> Answer:
        """The body or the document that the sentence above, or this one, begins with; a document brought up there."""
        for t, sentence in self._here_and_above(start):
            lo, hi = t.sentences[sentence]
            np = grammar.subject_of_sentence(t, sentence)
            if np is None or t.starts[np[0]] >= start:
                continue
            first = self.cast.covering(t.starts[np[1] - 1])
            noun = t.low[grammar.head_end(t, *np) - 1]
            body = first is not None and first.person is not None and first.person.body and not first.possessive
            if noun in BODIES or noun in DOCUMENTS or body:
                return self.name(t.starts[np[0]], t.ends[np[1] - 1])._replace(certainty=0.8)
            nouns = frozenset(t.low[j] for j in range(lo, hi) if t.starts[j] < start) & DOCUMENTS
            return (brought_up(self, nouns, start) if nouns else None) or NOBODY
        return NOBODY

    def _they(self, start: int) -> Answer:
        """Several who are named together as the subject of the sentence above."""
        for t, sentence in self._here_and_above(start):
            np = grammar.subject_of_sentence(t, sentence)
            if np is None or t.starts[np[0]] >= start or t.low[np[0]] in small.THEY:
                continue
            found = self.name(t.starts[np[0]], t.ends[np[1] - 1])
            if found.why is Why.JOINT:
                return found
            several = grammar.opens_described(t, np[0]) and _several(t.low[grammar.head_end(t, *np) - 1])
            return words(t.words(*np), Why.STRANGER) if several and found.why is Why.WORDS else NOBODY
        return NOBODY

    def _here_and_above(self, start: int) -> list[tuple[Tokens, int]]:
        """The sentence that holds an offset, and the one before it."""
        block = self.block_at(start)
        t, i, _ = self.tokens_of(start, start + 1)
        sentence = t.sentence_of[i]
        found = [(t, sentence)]
        if sentence:
            found.append((t, sentence - 1))
        elif block:
            above = self.article.tokens(block - 1)
            if above.sentences:
                found.append((above, len(above.sentences) - 1))
        return found

    # ---- noun phrases ------------------------------------------------------------------------------------------------
    def _phrase(self, start: int, end: int) -> Answer:
        """A name, several names, or a description with its head noun."""
        t, a, b = self.tokens_of(start, end)
        cut = grammar.head_end(t, a, b)
        last = grammar.last_word(t, a, cut)
        named = self.cast.covering(t.starts[last])
        if named is None and all(word in small.FUNCTION_WORDS for word in t.low[a:b]):
            return NOBODY
        inside = [m for m in self.cast.between(start, end) if not m.possessive]
        joint = self._joint(start, end, inside) if inside else None
        if joint is not None:
            return joint
        if named is not None and len(inside) > 1 and self.fits(inside[-1].person, "") and TITLES.issuperset(named.words):
            return self._named(inside[-1])  # Vice President of Sales Ted Amory
        if named is not None and named.end >= t.ends[last] and not self._only_describes(t, a, last, named):
            return self._named(named)
        return describe(self, Phrase(t, a, cut, start, end))

    @staticmethod
    def _only_describes(t: Tokens, a: int, last: int, named: Mention) -> bool:
        """Whether capitals make no name: the Arizona Republican, the DNC Communications Director, "Officials with the party"."""
        title = named.words[-1] in TITLES or named.words[-1] in ROLES
        if grammar.opens_described(t, a) and (t.low[last] in PARTISANS or title):
            return True
        return len(named.words) == 1 and fold(named.shown).rstrip(small.PLURAL_ENDING) in ROLES and not named.titles

    def _named(self, m: Mention) -> Answer:
        person = m.person
        if person is None:
            return words(m.shown, Why.FULL_NAME)
        family = self.cast.family_of(person)
        if len(m.words) > 1:
            return meaning(person, Why.FULL_NAME)
        if len(person.words) > 1:
            return meaning(person, Why.SURNAME, lambda: next((p for p in family.members if p is not person), None) if family else None)
        if family is not None and len(family.members) > 1:
            return meaning(person, Why.ONE_OF_SEVERAL, lambda: family.members[0])
        return meaning(person, Why.FULL_NAME)

    # ---- several at once ---------------------------------------------------------------------------------------------
    def _joint(self, start: int, end: int, inside: list[Mention]) -> Answer | None:
        """All the names of "Ann Lee, Ben Mott and Cy Dorn", of which a rule may have seen one; a description among them stays as it is."""
        together = f" {small.AND} " in self.article.text[start:end]
        if together and len(inside) == 1 and (whole := self._with_description(start, end, inside[0])):
            return whole
        if inside[0].start != start or inside[-1].end != end:
            if not (together and len(inside) > 1) or self._deep(start, end, inside[0]):
                return None
        else:
            inside = self._chain(inside)
        inside = [m for at, m in enumerate(inside) if not at or m.before not in PREPOSITIONS]  # Ann Lee of Ohio and Bo Mott
        if len(inside) < 2 or not (together or len(inside) > 2):
            return None
        if len(inside) == 2 and len(inside[0].words) == 1 and inside[1].titles and inside[1].titles[0] not in TITLES:
            return None  # Roads and Bridges Secretary Ned Calloway
        if attributive(inside[0]):
            return None  # Museum director and historian Ned Calloway
        names = list(dict.fromkeys(m.person.name if m.person else m.shown for m in inside))
        if len(names) == 1:
            return None
        return words(f"{', '.join(names[:-1])} {small.AND} {names[-1]}", Why.JOINT)

    def _deep(self, start: int, end: int, first: Mention) -> bool:
        """Whether the names only tell which: "the mayors of Chicago and Boston"."""
        t, a, b = self.tokens_of(start, end)
        return t.starts[grammar.head_end(t, a, b) - 1] < first.start

    def _chain(self, inside: list[Mention]) -> list[Mention]:
        """The names that commas and a last "and" join to these, on both sides."""
        text, chain = self.article.text, list(inside)
        while len(chain) < TOGETHER and (after := self._next(chain[-1])) is not None and not after.possessive and self._person(after):
            chain.append(after)
        while len(chain) < TOGETHER and (before := self._before(chain[0])) is not None and self._leads(before):
            chain.insert(0, before)
        last = _AND.fullmatch(text[chain[-2].end : chain[-1].start]) if len(chain) > 1 else None
        return chain if last and len(chain) > 2 else inside

    def _leads(self, m: Mention) -> bool:
        """Whether a name before a comma can be the first of several."""
        return not m.possessive and not m.behind and len(m.words) > 1 and self._person(m)

    def _person(self, m: Mention) -> bool:
        return self.cast.perhaps(m.person)

    def _next(self, m: Mention) -> Mention | None:
        text, end = self.article.text, m.end
        if not text.startswith(_LINKS, end):
            return None
        return self.cast.starting(end + next(len(form) for form in _LINKS if text.startswith(form, end)))

    def _before(self, m: Mention) -> Mention | None:
        link = self.article.text[max(0, m.start - 6) : m.start]
        if not link.endswith(_LINKS):
            return None
        end = m.start - next(len(form) for form in _LINKS if link.endswith(form))
        found = self.cast.covering(end - 1)
        return found if found is not None and found.end == end else None

    def _with_description(self, start: int, end: int, m: Mention) -> Answer | None:
        """Worried parents and Dr. Helen Marsh: both said it; "the founder and owner Helen Marsh" is one."""
        text = self.article.text
        before, _, after = text[start:end].partition(f" {small.AND} ")
        first = before.split(" ")
        several = _several(first[-1]) and fold(first[-1]) not in TITLES
        if not several or m.start != start + len(before) + len(small.AND) + 2 or first[-1][0].isupper():
            return None
        return words(f"{before} {small.AND} {m.person.name if m.person and m.person.kind == PERSON else after}", Why.JOINT)


def _several(noun: str) -> bool:
    """Whether a noun looks like a plural."""
    return noun.endswith(small.PLURAL_ENDING) and noun[-2:-1] != small.PLURAL_ENDING


_LINKS = f", {small.AND} ", f" {small.AND} ", ", "
_AND = re.compile(rf",? {small.AND} ")
