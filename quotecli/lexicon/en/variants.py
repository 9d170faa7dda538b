"""Words that tell two wordings of one utterance apart, and words that do not."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    """Words as a set."""
    return frozenset(words.split())


def _numbered(words: str, first: int, step: int) -> dict[str, int]:
    """Words with their values."""
    return {word: first + step * index for index, word in enumerate(words.split())}


def _to_first(lines: str) -> dict[str, str]:
    """Every word of a line → the line's first word."""
    return {word: line.split()[0] for line in lines.strip().splitlines() for word in line.split()}


# Membership: the second form is what the first opens to when a wording is compared.
# Ambiguous 's and 'd are opened only by rule (see compare/words.py).
CONTRACTIONS: dict[str, tuple[str, ...]] = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
    "y'all": ("you", "all"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "gimme": ("give", "me"),
    "lemme": ("let", "me"),
    "dunno": ("do", "not", "know"),
    "kinda": ("kind", "of"),
    "sorta": ("sort", "of"),
    "outta": ("out", "of"),
    "'em": ("them",),
    "em": ("them",),
    "'cause": ("because",),
    "'til": ("until",),
    "till": ("until",),
    "c'mon": ("come", "on"),
    "ma'am": ("madam",),
    "o'clock": ("oclock",),
    "anytime": ("any", "time"),
    "anymore": ("any", "more"),
    "alright": ("all", "right"),
}

# Membership: an ending that stands for a whole word. "'d" is taken for "would", which misreads "he'd gone"; the cost is one light word.
ENDINGS: dict[str, str] = {"n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}

# Membership: after these words 's is "is" or "has"; after any other word it marks a possessor and is dropped.
IS_AFTER: frozenset[str] = _set(
    "he she it that what there here who where how when why this everything nothing somebody someone everybody everyone"
)

# Membership: number words with one plain value; they are compared with figures.
UNITS: dict[str, int] = _numbered(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    0,
    1,
)
TENS: dict[str, int] = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
SCALES: dict[str, int] = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
}

# Membership: signs of currencies and the words for them.
CURRENCIES: dict[str, str] = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}

# Membership: American and British spellings of one word, which no rule of compare/words.py covers; the first is the form kept.
SPELLINGS: dict[str, str] = _to_first("""
defense defence
color colour
labor labour
honor honour
favor favour
humor humour
rumor rumour
vapor vapour
armor armour
offense offence
license licence
practice practise
program programme
check cheque
center centre
theater theatre
meter metre
liter litre
fiber fibre
caliber calibre
somber sombre
specter spectre
luster lustre
maneuver manoeuvre
gray grey
tire tyre
plow plough
skeptic sceptic
skeptical sceptical
skepticism scepticism
aluminum aluminium
jewelry jewellery
pajamas pyjamas
mom mum
judgment judgement
acknowledgment acknowledgement
aging ageing
ax axe
catalog catalogue
dialog dialogue
analog analogue
curb kerb
artifact artefact
cozy cosy
enroll enrol
fulfill fulfil
skillful skilful
willful wilful
installment instalment
pediatric paediatric
anesthetic anaesthetic
leukemia leukaemia
estrogen oestrogen
encyclopedia encyclopaedia
fetus foetus
mustache moustache
mold mould
molt moult
smolder smoulder
woolen woollen
airplane aeroplane
whiskey whisky
yogurt yoghurt
toward towards
afterward afterwards
forward forwards
backward backwards
among amongst
while whilst
amid amidst
ok okay
yeah yes
adviser advisor
burned burnt
dreamed dreamt
spelled spelt
spilled spilt
moslem muslim
kyiv kiev
zelensky zelenskyy zelenskiy
gaddafi qaddafi gadhafi kadafi
quran koran
""")

# Membership: what stands before -ise, -our, -yse or -ll in words that are spelled so on both sides of the ocean.
NOT_BRITISH: frozenset[str] = _set(
    "prom surpr exerc advert compr adv rev superv ra pra no disgu enterpr expert franch parad prec conc telev "
    "improv comprom prem cru bru otherw ar wiser rem dev desp exc inc demise up h p f t glam vel det cont y par "
    "parall"
)

# Membership: how words begin that some outlets print in full and others mask.
PROFANE: tuple[str, ...] = (
    "fuck",
    "motherfuck",
    "shit",
    "bullshit",
    "cocksuck",
    "cunt",
    "bitch",
    "asshole",
    "goddam",
    "pussy",
    "pussies",
    "nigger",
)

# Membership: what anybody says; that two people said it tells nothing.
STOCK: tuple[str, ...] = (
    "no comment",
    "thank you very much",
    "god bless america",
    "god bless you",
    "thoughts and prayers",
    "at the end of the day",
    "make no mistake",
    "with all due respect",
    "time will tell",
    "this is not who we are",
    "no question about it",
    "let me be clear",
    "enough is enough",
    "the american people",
    "we take this very seriously",
    "nothing could be further from the truth",
)

# Membership: words that translators and rewriting editors exchange without changing the claim; the first stands for all.
# Kept small on purpose: a wide thesaurus links what different people said about one topic.
SYNONYMS: dict[str, str] = _to_first("""
meet see
talk speak
want wish
ready prepare
hardly barely scarcely
anyone anybody
everyone everybody
someone somebody
depend dependent reliant rely
start begin
negotiate negotiation
""")
