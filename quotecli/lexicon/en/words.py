"""Function words and the small nouns of time, place and measure: the fabric between the names and the verbs."""

from __future__ import annotations

# Pronouns that can be the subject of a reporting verb.
SUBJECT_PRONOUNS = frozenset("he she they it i we you".split())
# Other pronouns: they can name the speaker (according to him) but never govern a verb.
OBJECT_PRONOUNS = frozenset("him her them me us himself herself themselves itself myself".split())
POSSESSIVE_PRONOUNS = frozenset("his her their its my our your".split())
RELATIVES = frozenset("who which that whom whose".split())
INDEFINITE = frozenset(
    "one another others some many most few several both all each everyone someone anyone nobody everybody somebody anybody none "
    "neither either none those these this that much more any".split()
)

DETERMINERS = frozenset(
    "the a an this that these those some any each every no another his her their its my our your all both several many most few "
    "one two three four five six seven eight nine ten dozens such other".split()
)
BE = frozenset("is are was were be been being am 's 're 'm isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had having 've hasn't haven't hadn't".split())
DO = frozenset("do does did doing don't doesn't didn't".split())
MODALS = frozenset(
    "will would shall should can could may might must ought 'll 'd won't wouldn't can't couldn't shouldn't cannot mustn't mightn't".split()
)
AUXILIARIES = BE | HAVE | DO | MODALS

# Adverbs that stand between a subject and its verb; words in -ly are recognised by their ending.
ADVERBS = frozenset(
    "also then later again once still now just even never always often ever simply only too not n't soon already yet further "
    "recently repeatedly famously reportedly first last instead back thus so quickly flatly meanwhile however nevertheless sometimes "
    "afterward afterwards previously almost perhaps maybe there here long far twice rather indeed nonetheless today earlier "
    "therefore merely furthermore moreover ominously wryly anew anyway sarcastically elsewhere".split()
)
NOT_ADVERBS = frozenset(
    "family reply only ally rally italy july early supply daily weekly monthly yearly assembly anomaly bully fly apply rely imply comply "
    "friendly holy ugly elderly likely unlikely lovely silly billy sally emily kelly molly polly holly lily beverly kimberly "
    "reilly o'reilly costly deadly lonely monopoly homily folly belly jelly hilly curly wally sully ripley grisly".split()
) - {"only"}

PREPOSITIONS = frozenset(
    "of in on at by for with from to into onto about against between through during under over after before since until till within "
    "without among amid across along around behind beneath beside beyond despite down inside near off out outside per "
    "above below opposite atop aboard "
    "regarding throughout toward towards up upon via like unlike than as alongside following including concerning ahead".split()
)
# Words that open a clause with a subject and a verb of its own.
SUBORDINATORS = frozenset(
    "when while after before because although though if unless until since where whether once that as whereas lest".split()
)
COORDINATORS = frozenset("and but or nor yet".split())

# Time words after a subject: "Smith on Tuesday said", "the senator Monday tweeted".
TIME_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon evening night week "
    "month year day weekend january february march april june july august september october november december jan feb mar apr "
    "aug sept oct nov dec noon midnight earlier later ago last next recently hours minutes days weeks months years mon tue wed "
    "thu fri sat sun spring summer autumn fall winter early late mid".split()
)
WEEKDAYS_MONTHS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)

# Abbreviations whose full stop does not end a sentence.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev sen sens rep reps gov govs gen lt col maj sgt capt cmdr adm cpl pvt hon st jr sr pres supt det insp "
    "fla calif ala ariz ark colo conn del ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash "
    "wis wyo n.y n.j n.c n.d n.h n.m s.c s.d w.va d.c u.s u.k u.n e.g i.e vs inc corp co ltd bros no nos vol dept univ ave blvd rd "
    "jan feb mar apr jun jul aug sept oct nov dec a.m p.m etc al ph.d m.d b.a m.a d r i est ret amb atty messrs mt ft".split()
)
# Those of them that may also end one: the next word decides.
ABBREVIATIONS_AT_END = frozenset("inc corp co ltd u.s u.k u.n d.c a.m p.m etc jr sr ph.d m.d n.y n.j calif fla".split())
