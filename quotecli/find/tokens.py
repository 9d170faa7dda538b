"""A paragraph as tokens with coarse classes; a quotation is one token, so that nothing said inside it can act as a cue."""

from __future__ import annotations

import re
from functools import cache

from quotecli.find.marks import Pair
from quotecli.lexicon.en import people, verbs, words
from quotecli.model import Span

# Classes of a token: a set of bits, since most words are several things.
Q = 1 << 0  # a quotation
CAP = 1 << 1  # begins with a capital
NUM = 1 << 2
PRON = 1 << 3  # he she they it I we you
REL = 1 << 4  # who which that
OBJ = 1 << 5  # him her them me us
POSSPRON = 1 << 6  # his her their
DET = 1 << 7
PREP = 1 << 8
SUB = 1 << 9  # when while that because: a clause of its own follows
COORD = 1 << 10  # and but or
ADV = 1 << 11
AUX = 1 << 12
BE = 1 << 13
TIME = 1 << 14
TITLE = 1 << 15
ROLE = 1 << 16
SAY = 1 << 17
LABEL = 1 << 18
WEAK = 1 << 19
VERB = 1 << 20  # any verb, also those that report nothing
FIN = 1 << 21  # past or third person singular
BASE = 1 << 22  # base form: finite after a plural or a pronoun, else an infinitive
ING = 1 << 23
PART = 1 << 24  # past participle
NV = 1 << 25  # a noun as often as a verb
COMMA = 1 << 26
STOP = 1 << 27  # . ! ? … that may end a sentence
COLON = 1 << 28
SEMI = 1 << 29
DASH = 1 << 30
OPEN = 1 << 31
CLOSE = 1 << 32
POSS = 1 << 33  # 's after a name or noun
INDEF = 1 << 34  # one, another, some, many
ANYCUE = SAY | LABEL | WEAK
BREAK = STOP | SEMI | COLON | DASH | OPEN | CLOSE

# Most words are plain, so they are asked for first.
_TOKEN = re.compile(
    r"""[^\W\d_]++(?=[ ,])
    |https?://\S{1,200}|pic\.twitter\.com/\S{1,60}
    |(?:[A-Z]-)?(?:[^\W\d_]\.){2,}(?:-\w+)*
    |\d+(?:[.,]\d+)*(?:-\w+)*
    |['’](?:s|re|ve|ll|d|m|S)\b
    |\w+(?:(?:-|&|/|@|\.(?=[a-z0-9])|['’](?!(?:s|re|ve|ll|d|m)\b))\w+)*
    |\.{2,}|-{2,}
    |[^\w\s]""",
    re.VERBOSE,
)

_NOT_PAST = frozenset(
    """
    hundred red bed need speed indeed united feed seed breed greed weed sacred naked wicked kindred shed sled indeed ted fred ed
    reed embed exceed proceed succeed alleged so-called
""".split()
)
_PUNCTUATION = {
    ",": COMMA, ".": STOP, "!": STOP, "?": STOP, "…": STOP, ":": COLON, ";": SEMI,
    "—": DASH, "–": DASH, "―": DASH, "-": DASH, "‒": DASH, "−": DASH,
    "(": OPEN, "[": OPEN, "{": OPEN, ")": CLOSE, "]": CLOSE, "}": CLOSE, "|": SEMI, "•": SEMI, "*": SEMI, "_": SEMI,
    "‑": DASH, '"': SEMI, "“": SEMI, "”": SEMI, "„": SEMI, "«": SEMI, "»": SEMI, "‘": SEMI, "’": POSS, "'": POSS, "`": SEMI,
}  # fmt: skip


@cache
def classes() -> dict[str, int]:
    """The classes of every word on the shelves, by its lower-case form."""
    table: dict[str, int] = {}

    def put(items: frozenset[str], bits: int) -> None:
        for item in items:
            table[item] = table.get(item, 0) | bits

    for shelf, bits in ((verbs.SAY, SAY), (verbs.LABEL, LABEL), (verbs.WEAK, WEAK), (verbs.OTHER, 0)):
        for form, codes in shelf.items():
            table[form] = table.get(form, 0) | bits | VERB | _form_bits(codes)
    put(verbs.NOUN_OR_VERB & table.keys(), NV)
    for form in verbs.nouns_too():
        table[form] |= NV
    put(words.SUBJECT_PRONOUNS, PRON)
    put(frozenset({"who", "which", "that"}), REL)
    put(words.OBJECT_PRONOUNS, OBJ)
    put(words.POSSESSIVE_PRONOUNS, POSSPRON)
    put(words.INDEFINITE, INDEF)
    put(words.DETERMINERS, DET)
    put(words.PREPOSITIONS, PREP)
    put(words.SUBORDINATORS, SUB)
    put(words.COORDINATORS, COORD)
    put(words.ADVERBS, ADV)
    put(words.AUXILIARIES, AUX)
    put(words.BE, BE)
    put(words.TIME_WORDS, TIME)
    put(people.TITLES, TITLE)
    put(people.ROLES, ROLE)
    for word in words.AUXILIARIES:
        table[word] &= ~(SAY | LABEL | WEAK | VERB)
    for word in ("like", "as", "after", "before", "since", "until", "may", "second", "post", "press"):
        table[word] = table.get(word, 0) & ~(SAY | WEAK | LABEL | VERB)
    table["post"] |= NV
    for word in ("according",):
        table[word] = table.get(word, 0) & ~VERB
    return table


@cache
def _form_bits(codes: str) -> int:
    bits = 0
    for code in codes:
        bits |= {"s": FIN, "d": FIN, "n": PART, "g": ING, "b": BASE}[code]
    return bits


def _unknown(word: str) -> int:
    """The classes of a word on no shelf, by its ending."""
    size = len(word)
    if size > 4:
        if word.endswith("ed") and word not in _NOT_PAST and "-" not in word:
            return VERB | FIN | PART
        if word.endswith("ing") and size > 5 and word not in ("something", "nothing", "anything", "everything", "evening", "morning"):
            return VERB | ING
        if word.endswith("ly") and word not in words.NOT_ADVERBS:
            return ADV
    return 0


LOOK = 1 << 35  # its neighbour decides
_SEEN: dict[str, tuple[str, int]] = {}
"""Words met before, with their lower-case form and classes; full at MANY, so that a long run does not grow it."""
MANY = 60_000
LONGEST = 400
"""Tokens of a sentence: what has more is none, and is cut, so that no rule looks farther than this."""
_ENDING = STOP | Q | CLOSE
BESIDE = Q | STOP | COMMA | DASH | COLON | SEMI | COORD | ADV
"""What may stand in a sentence with a quotation that still has it to itself: marks, and an "Instead," or "And"."""


def _entry(word: str, known: dict[str, int]) -> tuple[str, int]:
    """The lower-case form of a token and its classes, as far as the word alone tells."""
    first = word[0]
    if first.isalpha():
        lower = word.lower().replace("’", "'")
        bits = known.get(lower)
        if bits is None:
            bits = _unknown(lower)
        if first.isupper():
            bits |= CAP | (LOOK if bits & AUX else 0)
            if word == "US":
                bits = CAP
        entry = (lower, bits)
    elif first.isdigit():
        entry = (word, NUM | ROLE if word.endswith("-old") else NUM)
    elif len(word) > 1 and first in "'’":
        lower = "'" + word[1:].lower()
        entry = (lower, POSS | LOOK if lower == "'s" else AUX | BE if lower in ("'re", "'m") else AUX)
    elif first == "-":
        entry = (word, DASH)
    elif first == ".":
        entry = (word, STOP | (LOOK if word == "." else 0))
    else:
        entry = (word, _PUNCTUATION.get(first, SEMI if first in "@#>" else 0))
    if len(_SEEN) < MANY:
        _SEEN[word] = entry
    return entry


class Tokens:
    """One paragraph: parallel lists over its tokens, and its sentences as index ranges."""

    __slots__ = (
        "_bare",
        "bracketed",
        "ends",
        "final",
        "low",
        "pairs",
        "quote_at",
        "sentence_of",
        "sentences",
        "span",
        "starts",
        "tags",
        "text",
    )

    def __init__(self, text: str, span: Span, pairs: list[Pair], known: dict[str, int]) -> None:
        self.text, self.span, self.pairs = text, span, pairs
        self.low: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tags: list[int] = []
        self.quote_at: dict[int, int] = {}  # start of a pair → its token
        self._bare: dict[int, bool] = {}
        self.final: dict[int, str] = {}  # token of a quotation → its last mark of punctuation, or ""
        position = span.start
        for pair in pairs:
            self._words(position, pair.start, known)
            index = len(self.low)
            self.quote_at[pair.start] = index
            self.final[index] = _final(text, pair)
            self.low.append('"')
            self.starts.append(pair.start)
            self.ends.append(pair.end)
            self.tags.append(Q)
            position = pair.end
        self._words(position, span.end, known)
        self.bracketed = text.find("(", *span) >= 0 or text.find("[", *span) >= 0
        self.sentences, self.sentence_of = self._split()

    def __len__(self) -> int:
        return len(self.low)

    def bare(self, sentence: int) -> bool:
        """Whether nothing but quotations and what may stand beside them is in the sentence."""
        known = self._bare.get(sentence)
        if known is None:
            lo, hi = self.sentences[sentence]
            known = self._bare[sentence] = all(bits & BESIDE for bits in self.tags[lo:hi])
        return known

    def words(self, a: int, b: int) -> str:
        """The article's own words from token a up to token b."""
        return self.text[self.starts[a] : self.ends[b - 1]] if b > a else ""

    def _words(self, start: int, end: int, known: dict[str, int]) -> None:
        if end <= start:
            return
        low, starts, ends, tags = self.low, self.starts, self.ends, self.tags
        seen = _SEEN.get
        add_low, add_start, add_end, add_tag = low.append, starts.append, ends.append, tags.append
        for match in _TOKEN.finditer(self.text, start, end):
            word = match[0]
            lower, bits = seen(word) or _entry(word, known)
            a, b = match.span()
            if bits & LOOK:
                if lower == "." and low and ends[-1] == a and self._abbreviation(low[-1], a, end):
                    ends[-1] = b
                    continue
                bits = self._looked(lower, bits)
            add_low(lower)
            add_start(a)
            add_end(b)
            add_tag(bits)

    def _looked(self, lower: str, bits: int) -> int:
        """The classes of a word that its neighbour decides: 's after a pronoun is a verb, Will behind a verb is a name."""
        before = self.tags[-1] if self.tags else STOP
        bits &= ~LOOK
        if lower == "'s" and self.tags and (before & (PRON | REL) or self.low[-1] in ("there", "here", "what", "where", "how", "let")):
            return AUX | BE
        if bits & CAP and bits & AUX and not before & STOP:
            return bits & ~AUX
        return bits

    def _abbreviation(self, word: str, dot: int, end: int) -> bool:
        """Whether the full stop at `dot` belongs to the word before it."""
        word = word.rpartition("-")[2]
        if len(word) == 1 and self.text[dot - 1].isupper():
            return self.text[dot + 1 : dot + 3].strip()[:1].isupper()  # Donald J. Trump
        if word not in words.ABBREVIATIONS or (len(word) == 1 and not self.text[dot - 1].isupper()):
            return False
        after = self.text[dot + 1 : min(dot + 4, end)].lstrip()
        if not after:
            return False
        return word not in words.ABBREVIATIONS_AT_END or after[0].islower() or after[0] in ",;:)'’"

    def _split(self) -> tuple[list[tuple[int, int]], list[int]]:
        """Sentences as token ranges. “…?” ends one unless its own reporting clause follows; “…,” never does."""
        size, begin = len(self.low), 0
        sentences: list[tuple[int, int]] = []
        for i in [i for i, bits in enumerate(self.tags) if bits & _ENDING]:
            while i - begin > LONGEST:
                sentences.append((begin, begin + LONGEST + 1))
                begin += LONGEST + 1
            if i + 1 < size and (i - begin >= LONGEST or self._ends(i, begin)):
                sentences.append((begin, i + 1))
                begin = i + 1
        while begin < size:
            sentences.append((begin, min(size, begin + LONGEST + 1)))
            begin += LONGEST + 1
        of: list[int] = []
        for number, (low, high) in enumerate(sentences):
            of += [number] * (high - low)
        return sentences, of

    def _ends(self, i: int, begin: int) -> bool:
        """Whether a sentence that begins at token `begin` ends with token i: a full stop, a quotation, a bracket behind a full stop."""
        tags, size = self.tags, len(self.low)
        bits = tags[i]
        if bits & STOP:
            if (self.low[i][0] in ".…" and len(self.low[i]) > 1) or self.low[i] == "…":
                return not (i + 1 < size and tags[i + 1] & (STOP | CLOSE | COMMA)) and (i + 1 >= size or bool(tags[i + 1] & (CAP | Q)))
            return not (i + 1 < size and tags[i + 1] & (STOP | CLOSE | COMMA))
        if bits & Q:
            return self._quotation_ends(i)
        return i > begin and bool(tags[i - 1] & STOP) and (i + 1 >= size or bool(tags[i + 1] & (CAP | Q)))

    def _quotation_ends(self, i: int) -> bool:
        final = self.final[i]
        if i + 1 >= len(self.tags):
            return True
        following = self.tags[i + 1]
        if following & (STOP | COMMA | SEMI | CLOSE | DASH) or final in ("", ","):
            return False
        if final in ".":
            if following & Q:
                return True
            return bool(following & (CAP | DET | PRON | NUM)) or not following & VERB
        # ? ! … — : the sentence goes on where a reporting clause follows
        if not following & CAP or following & PRON:
            return bool(following & Q) or bool(following & CAP and not self._clause_follows(i + 1))
        return not self._clause_follows(i + 1)

    def _clause_follows(self, i: int) -> bool:
        """Whether tokens from i read "Smith said", "Mr. Smith asked", "he says": a reporting clause."""
        tags = self.tags
        for j in range(i, min(i + 6, len(tags))):
            bits = tags[j]
            if bits & (SAY | LABEL) and bits & FIN and j > i:
                after = j + 1
                while after < len(tags) and tags[after] & COMMA:
                    after += 1
                return not (after < len(tags) and tags[after] & (COLON | Q))  # “…?” She said: “…” belongs to the next one
            if bits & COMMA and j > i:
                return self._says_behind(j + 1)
            if bits & (STOP | COMMA | Q | COLON | AUX | PREP):
                return False
            if bits & FIN and j > i and not bits & CAP:
                return False
        return False

    def _says_behind(self, i: int) -> bool:
        """Whether an insertion from token i ends in a comma and a verb of saying: "Miller, a retired worker, said"."""
        tags = self.tags
        for j in range(i, min(i + 24, len(tags))):
            if tags[j] & (STOP | Q | COLON | SEMI):
                return False
            if tags[j] & SAY and tags[j] & FIN and tags[j - 1] & (COMMA | CLOSE | TIME | ADV):
                return True
        return False


def _final(text: str, pair: Pair) -> str:
    """The punctuation that ends the quotation's own words, or "" after a letter."""
    end = pair.end - pair.closing
    while end > pair.start and text[end - 1] in " \u00a0’'”\"»":
        end -= 1
    last = text[end - 1]
    return last if last in ",.?!…—–-:;" else ""
