"""Verbs that report. Lemmas stand on three shelves by how far they reach; every inflected form is derived from them.

The shelves are the three strengths that pay on annotated news: a say-verb governs a quotation forty words away, a labelling verb
only one close by, a weak verb only where nothing stronger stands in the sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

# say: whoever does this utters words, and nothing else.
SAY_LEMMAS = """
say tell write add ask continue note state explain respond argue declare reply conclude warn remark insist tweet claim pledge charge aver
chant suggest admit vow acknowledge comment joke quip muse lament complain assert proclaim announce recall repeat answer shout yell
interject exclaim elaborate concede allege testify contend counter retort opine observe confess mention caution reiterate stress
emphasize emphasise wonder gush fume riff bark echo boast predict urge promise assure advise remind reason hint
confirm intimate whisper murmur mutter scream cry sob sigh snap snarl growl thunder bellow roar boom holler deadpan chuckle laugh
grumble moan groan plead beg implore chide scold demur object interrupt volunteer venture maintain
recount relate recite narrate report reveal disclose inform apologize apologise stammer stutter text blog retweet
inquire enquire query quiz prophesy swear bristle crow gloat brag exhort rejoin surmise speculate estimate
tease taunt jeer jab deny dispute lecture preach rant rave rail vent grouse gripe snipe chime clarify summarize summarise
post email e-mail cable wire fax phone telegraph radio sing hum croon utter pronounce intone message pray instruct order command
signal indicate underline underscore highlight allude recommend demand proffer posit postulate theorize hypothesize
forecast prognosticate banter beam enthuse effuse marvel protest decry bemoan bewail rejoice croak squeal shriek hiss hail thank
congratulate greet agree disagree concur
""".split()

# label: whoever does this puts a name or a judgement on something; the quotation close by is the label.
LABEL_LEMMAS = """
call describe dub brand label accuse blame blast dismiss mock refer cite compare denounce criticize criticise condemn slam characterize
characterise portray praise deride ridicule hail name term style christen bill deem denigrate disparage belittle attack assail
lambast lambaste blister skewer chastise berate castigate excoriate rebuke reprimand rip pan savage trash bash defend credit
liken paint cast frame tout tag nickname target rate rank recognize recognise applaud welcome promote advocate endorse
reject rebuff oppose speak talk address discuss question challenge press
read quote title entitle headline caption sign go publish release issue deliver
""".split()

# weak: whoever does this may be quoted on it, or not.
WEAK_LEMMAS = """
think believe feel want hope know find see show include make put plan seek offer propose expect appear seem begin end open close
follow look turn use share express voice give refuse decline try want need like love hate fear worry doubt regret
support favor favour prefer intend mean imply suspect assume imagine consider conceive understand learn hear realize realise
discover determine decide hold judge view regard identify define list set run push call-for warn-of rule vote
argue-for campaign launch focus reference feature introduce highlight figure react fire shoot come send receive point
remember reflect ponder contemplate dream aim attempt threaten dare invite encourage discourage allow let lead
carry display print wave wear hold-up bear play perform teach train learn testify-to serve get take
""".split()

# Past and past-participle forms that no rule yields: lemma: (past, participle).
IRREGULAR: dict[str, tuple[str, str]] = {
    lemma: (past, participle)
    for lemma, past, participle in (
        entry.split(":")
        for entry in """
    say:said:said tell:told:told write:wrote:written read:read:read speak:spoke:spoken swear:swore:sworn think:thought:thought
    feel:felt:felt know:knew:known find:found:found see:saw:seen show:showed:shown make:made:made put:put:put
    seek:sought:sought begin:began:begun give:gave:given mean:meant:meant understand:understood:understood
    learn:learned:learned hear:heard:heard hold:held:held set:set:set run:ran:run shoot:shot:shot come:came:come
    send:sent:sent go:went:gone sing:sang:sung cast:cast:cast teach:taught:taught lead:led:led let:let:let bear:bore:borne
    wear:wore:worn get:got:gotten take:took:taken forecast:forecast:forecast dream:dreamed:dreamt cry:cried:cried
    deny:denied:denied reply:replied:replied testify:testified:testified imply:implied:implied worry:worried:worried
    try:tried:tried decry:decried:decried identify:identified:identified clarify:clarified:clarified carry:carried:carried
    query:queried:queried prophesy:prophesied:prophesied pay:paid:paid lay:laid:laid quit:quit:quit bet:bet:bet have:had:had
    become:became:become win:won:won lose:lost:lost leave:left:left meet:met:met keep:kept:kept bring:brought:brought
    buy:bought:bought build:built:built fall:fell:fallen rise:rose:risen grow:grew:grown draw:drew:drawn drive:drove:driven
    fight:fought:fought forget:forgot:forgotten stand:stood:stood sit:sat:sat spend:spent:spent strike:struck:struck
    throw:threw:thrown break:broke:broken choose:chose:chosen cut:cut:cut do:did:done eat:ate:eaten hit:hit:hit
    hurt:hurt:hurt ride:rode:ridden sell:sold:sold shake:shook:shaken sleep:slept:slept steal:stole:stolen swing:swung:swung
    lend:lent:lent wind:wound:wound lie:lay:lain dig:dug:dug light:lit:lit cling:clung:clung creep:crept:crept kneel:knelt:knelt
    lean:leaned:leant leap:leaped:leapt sink:sank:sunk slide:slid:slid sweep:swept:swept weep:wept:wept weave:wove:woven
    overhear:overheard:overheard rewrite:rewrote:rewritten undergo:underwent:undergone overcome:overcame:overcome
    wake:woke:woken fly:flew:flown blow:blew:blown catch:caught:caught deal:dealt:dealt feed:fed:fed flee:fled:fled
    hang:hung:hung hide:hid:hidden spread:spread:spread split:split:split shut:shut:shut spring:sprang:sprung
    stick:stuck:stuck sue:sued:sued tear:tore:torn withdraw:withdrew:withdrawn bite:bit:bitten rip:ripped:ripped
    arise:arose:arisen awake:awoke:awoken beat:beat:beaten bend:bent:bent bid:bid:bid bind:bound:bound bleed:bled:bled breed:bred:bred
    broadcast:broadcast:broadcast burst:burst:burst cost:cost:cost dive:dived:dived drink:drank:drunk fling:flung:flung
    forbid:forbade:forbidden foresee:foresaw:foreseen forgive:forgave:forgiven forgo:forwent:forgone freeze:froze:frozen
    mislead:misled:misled mistake:mistook:mistaken offset:offset:offset outbid:outbid:outbid outdo:outdid:outdone
    outgrow:outgrew:outgrown outrun:outran:outrun override:overrode:overridden overrun:overran:overrun oversee:oversaw:overseen
    overtake:overtook:overtaken overthrow:overthrew:overthrown partake:partook:partaken rebuild:rebuilt:rebuilt reset:reset:reset
    resell:resold:resold retake:retook:retaken ring:rang:rung rid:rid:rid shed:shed:shed shine:shone:shone shrink:shrank:shrunk
    slay:slew:slain speed:sped:sped spin:spun:spun spit:spat:spat stride:strode:stridden string:strung:strung strive:strove:striven
    sting:stung:stung swell:swelled:swollen swim:swam:swum thrust:thrust:thrust tread:trod:trodden undercut:undercut:undercut
    undertake:undertook:undertaken undo:undid:undone unwind:unwound:unwound uphold:upheld:upheld upset:upset:upset
    withhold:withheld:withheld withstand:withstood:withstood wring:wrung:wrung
""".split()
    )
}

# Lemmas that double their last consonant before -ed and -ing.
DOUBLING = frozenset(
    """admit quip slam chat dub rip pan tag brag plan refer rebut concur prefer demur jab snap blog fax hum sob quiz nag rap run put set get
    bid rid shed spin spit swim offset upset reset outbid forbid outrun overrun undercut let cut begin forget swing hit sit win stop drop
    beg rebuff rebut commit permit submit regret trim wrap ship""".split()
) - {"fax", "rebuff", "swing"}

# Lemmas whose l is doubled in British print: labelled, signalling.
BRITISH_DOUBLING = frozenset("label signal marvel counsel quarrel model level".split())

# Forms that are nouns at least as often as verbs: a verb only after a name, a pronoun or an adverb that opens a clause.
NOUN_OR_VERB = frozenset(
    """claims calls reports comments demands tweets attacks votes plans states jabs remarks cries notes moves posts messages promises
    answers questions orders signals texts echoes views hopes fears doubts needs likes looks turns uses shares offers aims attempts
    runs sets shows talks replies cables wires lists terms names labels brands bills targets ranks rates cites titles headlines
    signs releases issues plays fires points campaigns votes rules mentions estimates forecasts protests commands
    claim call report comment demand tweet attack vote plan state jab remark cry note move post message promise answer question order
    signal text echo view hope fear doubt need like look turn use share offer aim attempt run set show talk reply cable wire list term
    name label brand bill target rank rate title headline sign release issue play fire point campaign rule mention estimate
    forecast protest command read cast put pan quiz press address challenge welcome credit blame praise mock slam blast
    concerns thanks worries warnings presses addresses challenges blames
    beat beats bend bends bid bids breed broadcast broadcasts burst bursts cost costs dive dives drink drinks offset reset ring rings shed
    sheds shine speed speeds spin spit string strings sting stings swell swim thrust tread upset upsets bound slew""".split()
)

# Lemmas whose base and -s forms are never nouns; those of every other reporting verb are taken for verbs only where a verb can stand.
PURE_VERBS = frozenset(
    """say tell write add ask continue explain respond argue declare conclude insist suggest admit acknowledge lament complain assert
    proclaim announce exclaim elaborate concede allege testify contend retort opine observe confess reiterate emphasize emphasise wonder
    predict assure advise remind confirm recall reveal describe criticize criticise accuse dismiss denounce refer characterize
    characterise portray deride think believe feel know seem want hope express propose consider imagine assume suspect learn
    understand prefer oppose condemn defend ridicule recommend disclose apologize apologise maintain deny speak include become
    deem liken decry bemoan agree disagree concur inform persuade recite relate hear see come give make find seem appear refuse decline
    intend mean discover determine decide identify define encourage threaten contemplate allow teach get take receive send serve realize
    realise begin keep explain""".split()
)

# Verbs of display: what follows at once is what stands written ("the sign read “…”"); farther off they mean something else.
DISPLAY = frozenset(
    """read reads go goes went sign signs signed title titles titled entitled headlined captioned deliver delivered publish published
    issue issued release released print printed quote quoted feature featured include included includes including featuring
    display displayed wave waved waving wear wore wearing carry carried carrying hold held holding use used using uses begin began
    begins end ended open opened close closed run ran runs named names label""".split()
)

# Nouns for things said: "his remark that “…”", "the claim “…”".
SPEECH_NOUNS = frozenset(
    """remark comment claim call promise message slogan accusation conclusion assertion answer motto chant statement pledge warning
    question suggestion argument complaint reply response tweet post letter speech declaration admission insistence prediction
    observation explanation description characterization refusal vow quip joke retort cry plea demand contention allegation words
    remarks comments claims calls promises messages accusations statements pledges warnings answers tweets posts letters speeches
    view opinion belief hope fear concern dictum maxim mantra refrain line phrase term advice demands op-ed essay column headline caption
    telling recollection recollections memory memories
    order orders request requests instruction instructions account testimony verdict
    assessment summary prayer toast lament greeting""".split()
)


# With these a crowd begins, or goes on with, what it shouts: broke into chants of “…”.
SHOUTING = frozenset(
    """break breaks broke broken breaking burst bursts bursting erupt erupts erupted erupting explode exploded join joins joined joining
    take takes took taken taking begin begins began begun beginning start starts started starting launch launches launched lead leads led
    leading raise raises raised raising resume resumed repeat repeats repeated repeating reprise reprised strike strikes struck lapse
    lapsed roar roared give gives gave giving let lets letting shout shouts shouted respond responds responded responding answer answered
    reply replied react reacted""".split()
)
# Nouns for what a crowd utters: "to cries of “…”" is never the subject's own.
SHOUTS = frozenset("cries shouts chants roars boos screams calls yells jeers cheers whoops murmurs howls cry shout chant roar".split())


_HISSING = ("s", "sh", "ch", "x", "z", "go", "do", "cho", "to")


@cache
def inflect(lemma: str) -> Mapping[str, str]:
    """Every form of a verb: {form: codes}; codes s (third person), d (past), n (participle), g (-ing), b (base)."""
    stem = lemma + lemma[-1] if lemma in DOUBLING else lemma
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        third = "quizzes" if lemma == "quiz" else lemma + ("es" if lemma.endswith(_HISSING) else "s")
        past = stem + ("d" if stem.endswith("e") else "ed")
    past, participle = IRREGULAR.get(lemma) or (past, past)
    present = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and len(lemma) > 2 else stem
    if lemma.endswith("ie"):
        present = lemma[:-2] + "y"  # lying
    forms = {lemma: "b"}
    for form, code in ((third, "s"), (past, "d"), (participle, "n"), (present + "ing", "g")):
        forms[form] = forms.get(form, "") + code
    if lemma in BRITISH_DOUBLING:
        forms |= {lemma + "led": "dn", lemma + "ling": "g"}
    if lemma == "learn":
        forms["learnt"] = "dn"
    return forms


def _shelf(lemmas: list[str]) -> dict[str, str]:
    forms: dict[str, str] = {}
    for lemma in lemmas:
        for form, codes in inflect(lemma).items():
            forms[form] = "".join(dict.fromkeys(forms[form] + codes)) if form in forms else codes
    return forms


def nouns_too() -> frozenset[str]:
    """Base and -s forms of reporting verbs that English also uses as nouns: pledges, cries, a remark."""
    return frozenset(
        form
        for lemma in REPORTING_LEMMAS - PURE_VERBS
        for form, codes in inflect(lemma).items()
        if "d" not in codes and "g" not in codes and ("s" in codes or "b" in codes)
    ) & {*SAY, *LABEL, *WEAK}


SAY = _shelf(SAY_LEMMAS)
LABEL = {form: codes for form, codes in _shelf(LABEL_LEMMAS).items() if form not in SAY}
WEAK = {form: codes for form, codes in _shelf([w for w in WEAK_LEMMAS if "-" not in w]).items() if form not in SAY and form not in LABEL}
REPORTING_LEMMAS = frozenset({*SAY_LEMMAS, *LABEL_LEMMAS, *WEAK_LEMMAS})
OTHER = _shelf([lemma for lemma in IRREGULAR if lemma not in REPORTING_LEMMAS])
"""Irregular verbs that report nothing: needed to see where a clause has its verb."""

SAY_FINITE = frozenset(form for form, codes in SAY.items() if "d" in codes or "s" in codes)
