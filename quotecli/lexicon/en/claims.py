"""What a claim hangs on: words and phrases that turn, limit, hedge or frame what is said, and set phrases that do not."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    """Words as a set."""
    return frozenset(words.split())


Sense = tuple[str, str]  # a kind of sign and its value: equal values are exchanged without changing the claim


def _senses(lines: str) -> dict[tuple[str, ...], Sense]:
    """Lines of "kind value: phrase | phrase" as a table of phrases."""
    table: dict[tuple[str, ...], Sense] = {}
    for line in lines.strip().splitlines():
        head, _, phrases = line.partition(":")
        kind, _, value = head.partition(" ")
        table.update((tuple(phrase.split()), (kind, value)) for phrase in phrases.split("|"))
    return table


# Membership: words and phrases, contractions opened, on which a claim hangs. Where several begin at one word the longest is meant.
SIGNS: dict[tuple[str, ...], Sense] = _senses("""
negation not: not | no | none | nobody | nothing | nowhere | neither | nor | no one | fail to | fails to | failed to | failing to
negation never: never | at no time
negation without: without
negation hardly: hardly | barely | scarcely
limit not only: not only | not just | not merely
limit only: only | just | merely | solely
limit but: except | except for | apart from | other than
limit least: at least
limit most: up to | as many as | as much as | at most | no more than | not more than | at the most
limit nearly: almost | nearly | practically | virtually | close to
limit about: about | around | roughly | approximately | more or less
limit partly: partly | partially | in part | largely | mostly | mainly
hedge alleged: allegedly | alleged | allege | alleges | reportedly | supposedly | purportedly | said to have | reported to have | accused of
hedge seem: apparently | seemingly | seem | seems | seemed | appear to | appears to | appeared to
hedge perhaps: perhaps | maybe | possibly | possible
hedge probably: probably | likely | presumably
hedge unlikely: unlikely
hedge opinion: i think | i believe | i guess | i suppose | we think | we believe
hedge opinion: in my opinion | in our view | in my view | to my mind | i fear that | we fear that
hedge known: as far as i know | to my knowledge | as far as we know | to the best of my knowledge
condition if: if | provided that | providing | provided | as long as | so long as | on condition that | only if | in case | assuming
condition until: until | not until
condition when: once | as soon as | only once
condition whether: whether
condition when: whenever
modal will: will | shall | am going to | is going to | are going to | going to | about to
modal would: would
modal should: should | ought to | ought | supposed to
modal must: must | have to | has to | had to | got to | required to | obliged to | forced to
modal need: need | needs to | needed to | need to
modal can: can | able to | allowed to
modal could: could
modal may: may | might
quantifier all: all | every | each | everyone | everybody | everything | whole | entire | always
quantifier most: most | the majority of | usually
quantifier some: some | somebody | someone | something | several | sometimes | a few | occasionally
quantifier many: many | much | a lot | lots | plenty | often | frequently
quantifier few: few | little | rarely | seldom
quantifier half: half
quantifier either: either
quantifier among: one of | among | some of
tense past: used to | former | formerly
attribution said: according to
bound over: more than | in excess of
bound under: less than | fewer than
direction more+: more
direction more-: less | fewer
direction before+: before | earlier | sooner
direction before-: after | later
direction over+: over | above
direction over-: under | below
direction up+: up | rise | rises | rose | risen | rising | increase | increased | increases | higher | gained | grew | grow | growing
direction up-: down | fall | falls | fell | fallen | falling | decrease | decreased | decreases | lower | lost | shrank | shrink | shrinking
direction good+: better | best | improve | improved
direction good-: worse | worst | worsen | worsened
direction first+: first
direction first-: last
direction with+: with | for
direction with-: against
direction pass+: win | won | wins | pass | passed | accept | accepted | agreed | guilty | alive | present
direction pass-: lose | loses | fail | failed | reject | rejected | refused | innocent | dead | absent
date today: today | tonight | this morning | this afternoon | this evening
date yesterday: yesterday
date tomorrow: tomorrow
date last week: last week
date next week: next week
date last month: last month
date next month: next month
date last year: last year
date next year: next year
unit percent: percent | per cent
unit points: percentage points | percentage point | points
unit dollar: dollar | dollars
unit euro: euro | euros
unit pound: pound | pounds
unit yen: yen
unit mile: mile | miles
unit kilometre: kilometre | kilometres | kilometer | kilometers | km
unit metre: metre | metres | meter | meters
unit foot: foot | feet
unit tonne: tonne | tonnes | ton | tons
unit kilo: kilo | kilos | kilogram | kilograms | kg
unit litre: litre | litres | liter | liters
unit gallon: gallon | gallons
unit acre: acre | acres
unit hectare: hectare | hectares
unit minute: minute | minutes
unit hour: hour | hours
unit day: day | days
unit week: week | weeks
unit month: month | months
unit year: year | years
person i: i | me | my | mine | myself
person we: we | us | our | ours | ourselves
person you: you | your | yours | yourself
person he: he | him | his | himself
person she: she | her | hers | herself
person they: they | them | their | theirs | themselves
""")

# Membership: set phrases that claim nothing: politeness, emphasis, and words of quantity or denial that are neither where they stand so.
SET_PHRASES: frozenset[tuple[str, ...]] = frozenset(
    tuple(phrase.split())
    for phrase in """
    i am not going to lie | not going to lie | i will not lie | i cannot lie | if i may say so | if i may | if you will | if you like |
    if you ask me | if you want | if anything | if i am honest | if i am being honest | if you do not mind | if you please |
    if truth be told | make no mistake | no question about it | no question | there is no question that | there is no doubt that |
    there is no doubt | there is no question | no doubt about it | without doubt | without a doubt | without question |
    needless to say | it goes without saying that | it goes without saying | believe it or not | whether you like it or not |
    not to mention | last but not least | at all | after all | all right | first of all | above all | all in all | once and for all |
    once again | once more | at once | all the same | all of a sudden | all along | of all | for all to see |
    thank you all | you all | no matter | nothing but the truth | it is just that | i mean | you know | you see | i would say |
    i would like to say |
    i must say | i have to say | i will say | i can say | i can tell you | i could say | what i will say | what i would say |
    what i can say | as it were | so to speak | more or less | of course | at last | at first | at best | at least for now |
    let me just say | let us just say | just to be clear | you might say | one might say | i might add | i should add | i would add |
    i should say | i do not mind telling you | i do not mind saying | with all due respect | over and over | up and down | and so on |
    i want to say | i just want to say | i want to be clear | i am happy to say | i am sorry to say | i am pleased to say |
    a little | a little bit | a bit | as well | as well as | look | over there | over here |
    year after year | day after day | time after time | more and more |
    may i say | may i add | can i say | can i just say | could not be happier | cannot wait |
    no longer | because of | each other | one another
    """.replace("\n", " ").split("|")
)

# Membership: one word that says what two signs say.
DOUBLE: dict[str, tuple[Sense, ...]] = {
    "unless": (("condition", "if"), ("negation", "not")),
    "unable": (("negation", "not"), ("modal", "can")),
    "impossible": (("negation", "not"), ("hedge", "perhaps")),
}

# By their first words, how many words the phrases have at the most.
LONGEST: dict[str, int] = {}
for _phrase in sorted({*SIGNS, *SET_PHRASES, *((word,) for word in DOUBLE)}, key=len):
    LONGEST[_phrase[0]] = len(_phrase)

# Membership: verbs, by their stems' first forms, whose object is not told as a fact; by what they make of it.
FRAMES: dict[str, str] = {
    word: group
    for group, words in {
        "say": "say tell claim report insist argue suggest maintain announce warn hint boast",
        "deny": "deny doubt dispute refuse decline reject forbid prevent avoid stop",
        "want": "want wish hope would-like desire",
        "try": "try attempt seek struggle aim",
        "intend": "intend plan propose promise threaten vow pledge expect prepare offer consider",
        "suspect": "suspect believe think assume guess imagine accuse allege pretend",
    }.items()
    for word in words.split()
}

# Membership: words that before a number are the bounds of it.
BOUNDS: dict[str, Sense] = {"over": ("bound", "over"), "above": ("bound", "over"), "under": ("bound", "under"), "below": ("bound", "under")}

# Membership: what stands before a noun, so that "the report" and "a plan" are not verbs.
DETERMINERS: frozenset[str] = _set("a an the this that these those my our your his her its their no any some each every")

# Membership: how a sentence begins that takes back or limits the one before it.
BACKWARD: frozenset[str] = _set("but not no or unless only if though although however that this it never except nor yet")

# Membership: beginnings that turn an adjective round.
NEGATIVE_PREFIXES: tuple[str, ...] = ("un", "in", "im", "il", "ir", "dis", "non")

# Membership: what joins clauses; the subject and object of a verb are looked for on this side of one.
JOINERS: frozenset[str] = _set(
    "and or but because if unless while although though when that which who as since so whereas where until then"
)

# Membership: actions that both sides do alike.
SYMMETRIC: frozenset[str] = _set(
    "be have do meet marry talk agree speak and or join border resemble equal match work live differ same like"
)

# Membership: words that carry no matter of their own.
LIGHT: frozenset[str] = _set(
    "the a an this that these those of to in on at by for from with into onto as than then so and or but if is am are was were be been "
    "being have has had do does did will would shall should can could may might must not no never i me my we us our you your he him his "
    "she her it its they them their there here who whom whose which what when where why how all any some very too also only just up out"
)

# Single words that the comparison asks for by what they do.
AND, THAN, BY, HAD, WOULD = "and", "than", "by", "had", "would"
FIRST_OF_TWO, SECOND_OF_TWO = "neither", ("nor",)  # together they deny once
ENDPOINTS: frozenset[str] = _set("from to")  # they tell where a number belongs
AIMS: frozenset[str] = _set("from to by")  # and whether it is where something came from, came to, or how far it went
NOT: frozenset[str] = _set("not no never")
SPEAKER: frozenset[str] = _set("i we")  # what these say is said by the speaker anyway
AFTER_NOUNS: frozenset[str] = _set("of in")  # before one of these "attempt", "decline", "report" are nouns
REASONS: frozenset[str] = _set("because if")
HALF_OR_A: frozenset[str] = _set("half a")
ONLY_BEFORE_NUMBERS: frozenset[tuple[str, ...]] = frozenset({("around",), ("about",)})
PARTICIPLES: frozenset[str] = _set("been gone done had better")
PARTICIPLE_ENDINGS: tuple[str, ...] = ("ed", "en")

# Membership: what makes a passive of a participle.
BE: frozenset[str] = _set("was were is are am been being be got gets")

# Membership: forms of address and office that come and go with a name.
TITLES: frozenset[str] = _set(
    "mr mrs ms dr doctor sir lord lady president minister prime chancellor secretary governor senator king queen prince princess "
    "general captain chief professor judge mayor rev reverend saint st sgt sergeant col colonel lt lieutenant gen sen rep gov"
)

# Membership: finite forms of the helping verbs, by verb and tense.
PRESENT: dict[str, str] = {"is": "be", "are": "be", "am": "be", "has": "have", "have": "have", "do": "do", "does": "do"}
PAST: dict[str, str] = {"was": "be", "were": "be", "had": "have", "did": "do"}

# Membership: after one of these a verb has no tense of its own.
HELPERS: frozenset[str] = _set(
    "to is are am was were be been being has have had do does did will would shall should can could may might must not never let us having"
)

# Membership: irregular pasts of verbs whose present is the first form of their line in forms.FORMS.
PAST_FORMS: frozenset[str] = _set(
    "went said got made knew thought took saw came gave found told felt became left kept began showed heard ran held brought wrote stood "
    "lost paid met led understood spoke spent grew won bought sent built fell sold broke chose drove rose taught caught fought died lay "
    "sat shot threw wore ate drew flew forgot slept sought stole struck swore woke"
)
