"""Irregular forms of verbs and nouns."""

from __future__ import annotations

# Membership: forms of one verb, noun or adjective that no ending rule brings together; the first is the form kept.
FORMS: dict[str, str] = {
    word: line.split()[0]
    for line in """
be am is are was were been being
have has had having
do does did done doing
go goes went gone going
say says said saying
get gets got gotten getting
make makes made making
know knows knew known
think thinks thought
take takes took taken taking
see sees saw seen seeing
come comes came coming
give gives gave given giving
find finds found
tell tells told
feel feels felt
become becomes became becoming
leave leaves left leaving
use uses used using
put puts putting
mean means meant
keep keeps kept
let lets letting
begin begins began begun beginning
show shows showed shown
hear hears heard
run runs ran running
hold holds held
bring brings brought
write writes wrote written writing
stand stands stood
lose loses lost losing
pay pays paid
meet meets met
set sets setting
learn learns learned learnt
lead leads led
understand understands understood
speak speaks spoke spoken
spend spends spent
grow grows grew grown
win wins won winning
buy buys bought
send sends sent
build builds built
fall falls fell fallen
cut cuts cutting
sell sells sold
break breaks broke broken
choose chooses chose chosen choosing
drive drives drove driven driving
rise rises rose risen rising
teach teaches taught
catch catches caught
fight fights fought
deal deals dealt
die dies died dying
lie lies lied lying
sit sits sat sitting
shoot shoots shot
throw throws threw thrown
wear wears wore worn
eat eats ate eaten
draw draws drew drawn
fly flies flew flown
forget forgets forgot forgotten
hit hits hitting
hurt hurts
sleep sleeps slept
seek seeks sought
steal steals stole stolen
strike strikes struck
swear swears swore sworn
wake wakes woke woken
man men
woman women
child children
person people
foot feet
life lives
wife wives
country countries
""".strip().splitlines()
    for word in line.split()
}
