"""Titles, roles and the words that surround names."""

from __future__ import annotations

# Stand before a name and belong to it: "President Obama", "Sen. Cruz". Lower case, without full stop.
TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady president vice-president sen senator rep representative congressman
    congresswoman gov governor mayor judge justice chief king queen prince princess pope cardinal archbishop bishop father rev reverend
    pastor rabbi imam sheikh gen general lt lieutenant col colonel maj major sgt sergeant capt captain cmdr commander adm admiral cpl
    corporal pvt officer detective sheriff deputy constable inspector secretary minister premier chancellor ambassador consul
    chairman chairwoman chairperson chair speaker director commissioner attorney counsel councilman councilwoman alderman
    delegate coach doctor sister brother saint st comrade emperor sultan emir ayatollah president-elect superintendent supt
    hon cllr councillor councilor councilmember
    treasurer trustee dean assemblyman assemblywoman candidate nominee nominees ex-president ex-governor leader
    prime vice deputy former acting interim incoming outgoing assistant associate lead co-chair
    spokesman spokeswoman spokesperson first-lady first lady rocker rapper singer actor actress comedian author journalist reporter
    columnist host anchor analyst strategist adviser advisor aide activist economist historian pollster billionaire mogul
    businessman businesswoman investor lawyer prosecutor manager ceo cfo coo president-for-life republican democrat democratic
    gop conservative liberal libertarian independent whip majority minority""".split()
)
# Those that are part of the name's form and tell whom the text means: shown, but never the name itself.
HONORIFICS = frozenset("mr mrs ms miss dr prof sir dame lord lady sen rep gov gen lt col maj sgt capt cmdr adm rev hon st".split())

# Titles of an office that one holds at a time, an office a line: of two people of one surname, the judge is not the governor. Not those
# that go with another ("the Republican candidate, Gov. Ann Lee") and not those that stay for life.
OFFICE_TITLES: dict[str, str] = {
    title: line.split()[0]
    for line in """president pres president-elect
    senator sen
    representative rep congressman congresswoman
    governor gov
    mayor alderman councilman councilwoman
    judge justice
    bishop archbishop cardinal pope
    rabbi
    imam
    general gen lieutenant lt colonel col major maj captain capt sergeant sgt admiral adm
    sheriff detective constable inspector superintendent
    secretary
    minister premier chancellor
    ambassador
    coach""".splitlines()
    for title in line.split()
}

# Nouns for people: "the senator", "a campaign spokeswoman", "one voter".
ROLES = frozenset(
    """spokesman spokeswoman spokesperson aide adviser advisor official officer senator congressman congresswoman governor mayor
    president candidate nominee leader chairman chairwoman chair director secretary minister professor analyst strategist consultant
    lawyer attorney prosecutor judge justice sheriff detective doctor nurse teacher student author writer journalist reporter
    columnist editor host anchor moderator commentator pundit critic expert researcher scientist economist historian pollster
    scholar activist advocate organizer supporter voter resident neighbor witness victim man woman girl boy mother father wife
    husband son daughter brother sister friend colleague source insider donor operative manager executive chief founder owner
    businessman businesswoman billionaire mogul veteran soldier general ambassador diplomat speaker lawmaker legislator
    representative delegate councilman councilwoman commissioner pastor bishop priest pope king queen prince princess player coach
    actor actress singer comedian republican democrat conservative liberal frontrunner front-runner contender rival opponent
    politician statesman star tycoon magnate ceo premier chancellor dictator ruler monarch incumbent
    spokespeople aides advisers advisors officials officers senators governors leaders lawyers prosecutors judges doctors
    students authors writers journalists reporters editors critics experts researchers scientists economists activists advocates
    organizers supporters voters residents neighbors witnesses men women people parents friends colleagues sources insiders donors
    operatives republicans democrats conservatives liberals lawmakers legislators representatives delegates opponents fans
    protesters demonstrators crowd audience attendee attendees user users commenter panelist caller questioner heckler
    boss ally partner predecessor successor deputy assistant neighbour neighbours roommate classmate teammate captain surgeon
    voice voices engineer pilot driver farmer clerk guest participant employee worker agent investigator jurist lawyer-turned""".split()
)

# Bodies and documents that speak: "the campaign", "the report", "a Bloomberg poll".
BODIES = frozenset(
    """campaign group organization organisation committee party administration government department agency office company firm
    network newspaper paper magazine site website outlet union association commission council court board panel team
    university institute foundation center centre church ministry embassy police embassy military army navy kremlin pentagon
    house senate congress parliament cabinet bank corporation coalition movement super pac pac bureau authority""".split()
)
DOCUMENTS = frozenset(
    """statement report letter email e-mail memo document documents article story editorial op-ed column post tweet tweets ad ads
    advertisement video clip poll survey study book bill law lawsuit complaint filing ruling opinion indictment affidavit transcript
    speech petition sign signs banner placard shirt t-shirt hat poster caption headline email emails message messages website
    page press-release release platform plan proposal text note brief order memoir excerpt review analysis blog
    constitution amendment resolution flier flyer mailer invitation chyron subtitle inscription plaque suit summary prospectus notice
    leaflet pamphlet diary verdict dossier newsletter circular telegram postcard manifesto charter memorandum guidance""".split()
)

# Of those, the ones that count what many people say.
SURVEYS = frozenset("poll polls survey surveys study".split())

# Family words take a possessor: "his wife", "Trump's daughter".
SUFFIXES = frozenset("jr sr ii iii iv".split())
PARTICLES = frozenset("de la le du da dos van von der den ter bin ibn al el ben di del della st y".split())

# The tail of an organisation's name: its last word says that it is one.
ORGANISATION_TAILS = frozenset(
    """organization organisation
    party committee commission council court department agency bureau office administration association institute institution
    foundation university college school center centre church company corporation corp inc ltd llc group bank union league
    federation society network news times post journal herald tribune gazette magazine radio tv television press media
    house senate congress parliament assembly ministry embassy police force forces army navy guard service services pac
    fund trust alliance coalition campaign project initiative team club caucus conference convention board authority
    hospital museum library airlines airways motors international global partners associates holdings industries systems
    today weekly review monitor report street tower hotel casino airport island islands county city state states street
    avenue boulevard park river lake mountain act bill amendment award awards prize war day""".split()
)

# Words with which somebody is described who is not named.
SOMEBODY = frozenset({"a", "an", "one", "two", "three", "some", "several", "many", "another", "other"})


def is_name(words: str) -> bool:
    """Whether the words name somebody, or a body; "a senior official" and "the Democratic nominee" only describe."""
    first, *rest = words.split() or [""]
    if first.lower() in SOMEBODY:
        return False
    told = rest if first.lower() == "the" else [first, *rest]
    capital = [word[:1].isupper() or word[:1].isdigit() for word in told]
    role = told[-1:] != [] and told[-1].lower() in ROLES - BODIES
    return any(capital) and not (role and (first.lower() == "the" or not capital[-1]))


# Titles that only a person bears, so that whatever stands behind one is a person: "Sen. Lee"; not "Prime", "Former", "Chief".
PERSONAL_TITLES = frozenset(
    """mr mrs ms miss dr prof professor sen senator rep representative congressman congresswoman gov governor mayor president judge
    justice king queen prince princess pope gen general lt sgt capt captain officer detective sheriff spokesman spokeswoman secretary
    minister chancellor ambassador chairman chairwoman director sir dame strategist adviser advisor candidate nominee president-elect
    speaker rev pastor bishop cardinal rabbi imam attorney manager ceo coach republican democrat democratic libertarian actor actress
    singer author journalist reporter col colonel maj major adm admiral commissioner deputy premier leader alderman inspector
    constable lawyer cllr councillor councilor councilmember""".split()
)
# Titles that the name of a place or a house may begin with: Saint Brannock Hospital.
PLACE_TITLES = frozenset("saint st king queen prince princess general lord lady".split())
# What a title's office is of: "Secretary of State Ann Lee"; the name begins behind it.
OFFICES = frozenset(
    """state defense defence treasury interior agriculture commerce labor labour health energy education transportation transport
    homeland security veterans affairs budget sales finance staff justice trade""".split()
)
# Whose business a "chief" has: "Chief Executive Ann Lee".
CHIEFS = frozenset("executive financial operating technology marketing medical legal information".split())
# Words of party: with "the" before them they describe somebody ("the Arizona Republican"), and end no name.
PARTIES = frozenset("democrat republican democrats republicans libertarian conservatives liberals".split())
PARTISANS = frozenset("democrat republican independent lawmaker conservative".split())
# A body's name that an "of …" or "for …" belongs to: "Office of Management and Budget".
BODY_HEADS = frozenset(
    "court office department center centers centre bureau university ministry institute bank association federation".split()
)
# What a body's name begins with that "and" joins to a second half: "U.S. Fish and Wildlife Service".
NATIONAL = frozenset("u.s national american federal royal united".split())
# Bodies that no "the group" means.
NO_GROUP = frozenset("house senate congress parliament court police army navy times post news journal herald tribune".split())
# Nouns that any named body may come back as.
ANY_BODY = frozenset(
    """group organization organisation agency company firm network newspaper paper magazine site website outlet union association
    publication""".split()
)
# Who writes an article rather than plays in it: passed over when it is asked whom an article is about.
REPORTERS = frozenset("journalist reporter author columnist correspondent anchor host".split())

# Titles, kin and roles that tell a gender.
FEMALE_TITLES = frozenset(
    """mrs ms miss madam dame lady queen princess sister actress congresswoman spokeswoman chairwoman councilwoman assemblywoman
    businesswoman mother woman girl wife daughter niece aunt grandmother heroine waitress hostess stepsister stepmother widow""".split()
)
MALE_TITLES = frozenset(
    """mr sir lord king prince father brother actor congressman spokesman chairman councilman assemblyman businessman pope man boy
    husband son nephew uncle grandfather stepbrother stepfather widower""".split()
)
# Kin: somebody named beside one of these is brought in by way of somebody else, who keeps the bare surname.
KIN = frozenset(
    """wife husband son daughter brother sister mother father cousin uncle aunt nephew niece stepbrother stepsister stepson
    stepdaughter grandson granddaughter grandfather grandmother widow widower spouse partner""".split()
)

# A role and the titles that bear it later in the article.
SAME_OFFICE: dict[str, frozenset[str]] = {
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
    "captain": frozenset({"capt", "captain"}),
    "doctor": frozenset({"dr", "doctor"}),
    "minister": frozenset({"minister", "premier"}),
    "chair": frozenset({"chair", "chairman", "chairwoman"}),
    "professor": frozenset({"prof", "professor"}),
}
# Roles that anybody in the news may be called by, without having borne the title: they go to whoever the text is about.
GENERIC = frozenset(
    """leader candidate man woman politician businessman billionaire mogul lawmaker hopeful contender frontrunner front-runner
    statesman president senator governor congressman congresswoman mayor nominee author actor actress singer star tycoon magnate
    secretary president-elect chairman chairwoman chair minister premier chancellor incumbent defendant suspect""".split()
)
# Endings of nouns for people: cyclist, boatman.
AGENT_ENDINGS = ("ist", "man", "woman", "person")

# Verbs with which one takes in what another wrote; their subject is not who put it out.
RECEIVES = frozenset(
    """received receives got gets get read reads saw sees obtained obtains cited cites quoted quotes criticized criticised criticizes
    rejected rejects reviewed heard hears leaked answered commented dismissed welcomed praised denounced reacted responded
    mentioned discussed""".split()
)
# Documents with which one answers: they are somebody's though nobody brought them up.
ANSWERS = frozenset("statement letter email e-mail memo release".split())
# What links a document to whoever put it out: "a memo by", "a letter from".
BY = frozenset("by from of".split())
