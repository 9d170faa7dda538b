"""Words of transcripts that are nobody's speech, or no speaker's name."""

from __future__ import annotations

# Membership: labels of those who ask; what they say is not what the speakers of the record say.
ASKERS = frozenset(
    [
        *"q question questioner reporter reporters moderator interviewer host press audience journalist caller".split(),
        "audience member",
        "the press",
    ]
)

# Membership: labels that name nobody, so that the record does not tell who spoke.
NOBODY = frozenset(
    """speaker unknown unidentified voice voices male female man woman participant participants several multiple members hon honourable
    honorable member members all person offscreen""".split()
)

# Membership: words that stand before a colon, on a line of their own or in brackets without naming who speaks. "Hope:" may be a name, so a
# word that is also one stays out; a record whose speaker is called Warning we misread.
NO_SPEAKERS = frozenset(
    """note notes nota warning caution danger first firstly second secondly third thirdly fourth fifth last lastly finally next then also
    update updated correction summary abstract agenda item items date time place location venue subject topic topics re from to cc via
    attendees attending apologies minutes contents chapter section part page appendix annex source sources photo photos image video
    audio link links url http https tel telephone phone fax email e-mail contact website example examples result results answer reason
    reasons remember reminder important attention disclaimer copyright conclusion introduction background context overview today
    tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday morning afternoon evening january february april june
    july august september october november december transcript transcripts transcribed recording recorded duration start end begin
    began ends language kind title headline byline caption captions subtitles total cost costs price budget option options step steps
    rule rules fact facts point points key problem solution goal goals task tasks action actions status decision decisions motion vote
    votes ayes noes yes no okay ok well so but and or because however therefore meanwhile still again number figure table tip hint ps
    nb see read listen look applause laughter laughs music cheers cheering chanting crosstalk inaudible unintelligible pause silence
    break recess exhibit proceedings prayers quote unquote end closing opening remarks statement statements questions answers news
    breaking good bad this that these those here there what why how when where who which my our your his her its their one two three
    four five six some many most it is are was were""".split()
)

# Membership: words that begin a name's comma or parenthesis without being a name: "(via video)", "(R-Ohio)".
STAGE = frozenset(
    "through via by on off in from as speaking translated interpreted inaudible laughing continuing remotely voiceover".split()
)

# Membership: what is said while one looks for words; a quotation that leaves it out has the same words.
FILLERS = frozenset("um umm uh uhh uhm er erm ah eh hm hmm mm mhm".split())
FILLER_PHRASES = (("kind", "of"), ("sort", "of"), ("you", "know"), ("i", "mean"))

# Membership: beginnings of stage directions for what was heard and is no word.
NOISES = "laugh|chuckl|applau|cheer|pause|off[ -]mic|music|boo|sigh|cough|gavel|speaking[ ]|through[ ]|via[ ]|sic"

# Membership: beginnings of stage directions for words that nobody could hear.
UNHEARD = (
    "inaud|unintell|indistinct|indiscern|unclear|cross[ -]?talk|overlapping|garbled|muffled"
    "|audio[ ](?:gap|drop|cut)|missing|blank|no[ ]audio"
)
