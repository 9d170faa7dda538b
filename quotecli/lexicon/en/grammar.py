"""Small closed classes by which a sentence is laid out: which words open a clause, witness speech, hand it over or deny it."""

from __future__ import annotations

# They always open a clause with a verb of its own.
ALWAYS_SUBORDINATE = frozenset("when while because although though if unless whether where whereas lest how why what".split())
# Of those, the ones that ask for what stands behind them: what price they paid.
ASKING = frozenset("what how".split())
HOW = frozenset({"how"})
# They open a clause or stand before a noun: what follows decides.
CLAUSE_OR_NOUN = frozenset("after before since until as than like".split())
# Forms in -ing that name a thing as often as they tell of an act.
ING_NOUNS = frozenset(
    """meeting building hearing filing briefing ruling feeling ceiling wedding painting opening beginning gathering finding
    warning funding housing training rating spending evening morning king ring thing something nothing anything everything spring
    string""".split()
)
# Participles that put a name on the noun before them: a film called “…”.
NAMING_PARTICIPLES = frozenset("titled entitled called named dubbed labeled labelled headlined captioned nicknamed".split())
# The object of these verbs is who acts in the bare infinitive or participle behind it: heard Smith call it “…”.
WITNESSING = frozenset(
    """hear hears heard overheard let lets make makes made see sees saw seen watch watched have had recall recalls recalled remember
    remembers remembered quoted quotes quote quoting cited cites described describes filmed recorded caught showed shows show""".split()
)
# They make their object act: led Smith to say.
MOVING = frozenset(
    """lead leads led leading prompt prompts prompted prompting cause causes caused causing spur spurred spurring provoke provoked provoking
    move moved moving inspire inspired inspiring urge urges urged urging ask asked asks tell told tells want wants wanted allow allowed
    allows force forced forces invite invited persuade persuaded get got encourage encouraged order ordered expect expects expected push
    pushes pushed pushing pressure pressures pressured pressuring press presses pressed pressing compel compels compelled compelling
    drive drives drove driven driving convince convinces convinced convincing tempt tempts tempted motivate motivated motivates
    motivating challenge challenges challenged challenging beg begs begged begging implore implores implored imploring instruct instructs
    instructed instructing require requires required requiring enable enables enabled enabling dare dares dared embolden emboldened
    emboldening nudge nudged nudging lobby lobbied lobbying advise advises advised advising warn warns warned warning remind reminds
    reminded reminding invites inviting persuades persuading forcing allowing encourages encouraging orders ordering inspires asking
    telling wanting expecting""".split()
)
# They lay words, or a deed, at their object's door: accused Smith of writing that “…”.
BLAMING = frozenset(
    """accuse accuses accused accusing blame blames blamed criticize criticized criticizes criticise criticised criticises denounced
    mocked mock mocks praise praised praises thank thanked rebuke rebuked condemn condemned attack attacked attacks slam slammed
    suspect suspected chided scolded faulted fault""".split()
)
# What is denied, refused or only supposed was not said.
NEGATIONS = frozenset("not never n't neither nobody without".split())
REFUSING = frozenset(
    """refuse refuses refused refusing decline declines declined declining avoid avoids avoided avoiding fail fails failed deny denies
    denied""".split()
)
CONDITIONALS = frozenset("would should could might".split())
REFLEXIVES = frozenset("himself herself themselves itself".split())
# Plural without an s.
PLURALS = frozenset("people men women police many some others critics both few most children".split())
# Endings of nouns for somebody, and of nouns for something: a guess where a noun is on no list.
SOMEBODY_ENDINGS = ("er", "or", "ist", "man", "woman", "men", "women", "ian", "ant", "ee", "ess", "ster", "ers", "ors", "ists", "ians")
SOMETHING_ENDINGS = (
    "ion", "ions", "ness", "ment", "ments", "ity", "ities", "ism", "ance", "ence", "ship", "ure", "ing", "ings", "age", "acy",
)  # fmt: skip
IMPERSONAL = frozenset("it this that there what these those".split())
NARRATORS = frozenset("i we".split())

# Verbs of saying whose next noun phrase is the listener: told the crowd that …
ADDRESSING = frozenset(
    """tell tells told telling warn warns warned warning remind reminds reminded reminding assure assures assured assuring advise advises
    advised advising inform informs informed informing promise promises promised promising email emailed text texted notify notified
    convince convinced persuade persuaded ask asks asked asking urge urges urged urging instruct instructed order ordered""".split()
)

# Their object only listens: emailed supporters saying.
LISTENED = ADDRESSING | frozenset(
    "address addresses addressed greet greeted message messaged tweeted wrote phoned called telephoned".split()
)

# What is written says so, in either order: reads a banner, a banner reads.
READING = frozenset("read reads ran runs went goes".split())

# Of those, the verbs that are never without their listener: what stands behind them is no subject.
TELLING = frozenset("tell tells told remind reminds reminded assure assures assured inform informs informed".split())
# Prepositions whose object may act in a participle behind it: with Smith saying, memories of him saying.
TELLING_OF = frozenset("with of than like by from to without".split())
# Prepositions that only make a number vague: about 50 protesters.
APPROXIMATING = frozenset("about around over under nearly some".split())
NUMBERS = frozenset("one two three four five six seven eight nine ten dozen half".split())
# Heads of noun phrases that only count a part of many: 40 percent of voters.
SHARES = frozenset("percent % pct".split())
# Prepositions behind a noun that tell which one is meant: a lawyer for Harris, a report by the council.
TELLING_WHICH = frozenset("for from by".split())
# What is only acted: as if to say.
FEIGNING = (["as", "if"], ["as", "though"], ["if", "to"])
# Behind a verb of saying, these are what was said: said nothing.
CONTENT = frozenset("nothing little that so yes no".split())
# As Smith puts it: the words are his.
PUTTING = frozenset("put puts putting".split())
# The one word each that a construction hangs on.
IT = frozenset(["it"])
# A passive whose subject speaks all the same: was quoted as saying.
QUOTED = frozenset(["quoted"])
# Behind a noun for something said, these open what was said.
CLAIMING = frozenset("that to of".split())
FROM = frozenset(["from"])
ACCORDING = frozenset(["according"])
# Possessives that are the reader's or everybody's, and nobody's in particular.
OURS = frozenset("your our my".split())
# Behind a document, these name whom it was sent to.
RECIPIENT = frozenset("to for".split())
# Behind a document, these name who made it.
MADE_BY = frozenset("by from of".split())
# In whose view something holds: to Smith, for her.
IN_WHOSE_VIEW = frozenset("to for".split())
# Words and shouts come: came the reply from Smith.
CAME = frozenset("came comes went".split())
# They point back to what was said: that is “…”.
POINTING = frozenset("it that this those these there".split())
PERSONS = frozenset("he she they".split())
# With these behind a comma words end that ask for no answer: we won, right?
TAGS = frozenset(("right", "ok", "okay", "huh", "eh", "you know", "you see", "see", "no", "yes", "you think"))
# Whoever is asked or accused may be the one to answer.
HEARS_ANSWER = frozenset("asked asks blamed accused".split())
# Small words inside a label or a signature.
INSIDE_NAMES = frozenset("of the de and van von".split())
# Subject and object that would be one person: he told him is said of two.
SAME_PERSON = frozenset({("he", "him"), ("she", "her"), ("they", "them"), ("i", "me"), ("we", "us")})

# ---- words that are read one by one --------------------------------------------------------------------------------
# Always what they are, whatever stands beside them: they open a clause, stand before "to", own the noun behind them.
OPENS_CONTENT = frozenset({"what", "how", "why"})
SOURCING = frozenset({"according"})
OWNING_RELATIVES = frozenset({"whose"})
# They stand for somebody or something named before, and open a clause about it.
RELATIVES = frozenset("who which that whom".split())
# Relatives for somebody: what follows them at once can only be a verb.
ACTING_RELATIVES = frozenset({"who"})
# Relative, opener of what is said, or determiner: the words before tell which.
THAT = "that"
# Before a verb they only weaken it: he half expected.
WEAKENING = frozenset({"half"})
# Opens an infinitive, or stands before a noun.
TO = "to"
# Joins a noun to the one before it, so that both are one phrase.
OF = "of"
# His, or him: what follows decides.
HER = "her"
# A time before a clause ("once he had left"), or an adverb.
ONCE = "once"
# Opens a clause that tells how, or who says it: as Smith put it.
AS = "as"
# Likens, in news, and opens no clause: like Keel, Marsh said no.
LIKE = "like"
# Behind a passive participle it brings in who did it.
BY = "by"
# Joins two names to a plural.
AND = "and"
# Before them "'s" is a verb: there's, what's.
TAKES_IS = frozenset("there here what where how let".split())
# Forms of "be" and "have" and "do" in -ing.
AUXILIARY_ING = frozenset("being having doing".split())
PASSIVE_ING = frozenset({"being"})
# Before them a verb in its finite form stays one: this means, all hope.
DETERMINERS_ALONE = frozenset("this that all".split())
# Prepositions of time before a clause: a form in -ed behind them is its verb.
BEFORE_PAST = frozenset("after before".split())
# Behind a word that is noun or verb they show that it was the verb: reports that, calls for.
OPENS_OBJECT = frozenset("that for on it how what why as at out about of".split())
# A noun phrase behind them may act in what follows: with its director promising.
ACCOMPANYING = frozenset({"with"})
# A noun phrase behind them, before the verb, tells where or among whom the subject is: someone in the crowd.
WHEREABOUTS = frozenset({"in"})
# Behind them the actor of an infinitive: for Smith to grumble.
BENEFICIARY = frozenset({"for"})
# Behind a verb of blame they bring in the deed: accused of, blamed for.
DEEDS = frozenset("of for".split())
# Without doing it: it was not done.
LACKING = frozenset({"without"})
# Small words of foreign names that look like prepositions, and "like".
NAME_PREPOSITIONS = frozenset("de like".split())
# Their forms are listed among the verbs, but in news they are prepositions, adverbs, names of months or nouns first.
HARDLY_VERBS = frozenset("like as after before since until may second post press".split())
# Of those, the nouns that are verbs as well.
NOUNS_BEFORE_VERBS = frozenset({"post"})
# End as verbs do, and are none.
NOT_ING = frozenset("something nothing anything everything evening morning".split())
NOT_PAST = frozenset(
    """hundred red bed need speed indeed united feed seed breed greed weed sacred naked wicked kindred shed sled ted fred ed reed embed
    exceed coed biped moped creed proceed succeed alleged so-called""".split()
)
# Endings of words in -s that are no verb in the third person: boss, famous, campus, this.
NOT_THIRD_PERSON = ("ss", "us", "'s", "is", "ous")
# Endings of words in -s that are no plural.
NOT_PLURAL = ("ss", "'s", "us", "is")
# The country, which only its capitals tell from the pronoun.
COUNTRY = "US"
# What ends an age: 43-year-old.
AGED = "-old"
