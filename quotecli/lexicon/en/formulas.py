"""Words that anybody might say, and full stops that end no sentence."""

from __future__ import annotations

# Membership: what opens, closes or fills a statement without being one, whoever speaks; two people who say it have not said the same thing.
# Both are folded before they are compared, so "I'd no doubt" is none of them, and "there's no question" is.
FORMULAS: tuple[str, ...] = tuple(
    line.strip()
    for line in """
    I assure you
    I can assure you
    I want to assure you
    I promise you
    I can promise you
    I guarantee you
    I can tell you
    I will tell you
    I have to tell you
    I want to tell you
    let me tell you
    let me just say
    let me say this
    let me be very clear
    let us be clear
    I want to be clear
    I want to be very clear
    I want to make it clear
    we want to make it clear
    we have made it clear
    I have made it clear
    I have made that clear
    make it very clear
    there is no question
    there is no doubt
    there can be no doubt
    there is no way
    there is no such thing
    there is no evidence
    there is nothing wrong
    there is a lot of work to do
    there is still work to be done
    there is more work to be done
    I have no doubt
    I have no question
    I have no idea
    I have no comment
    I have no regrets
    I have nothing to hide
    I have nothing to add
    we have no comment
    we have no doubt
    we have nothing to hide
    no doubt about it
    without a doubt
    without question
    as a matter of fact
    the fact of the matter is
    the truth of the matter is
    the bottom line is
    the simple truth is
    the reality is
    the fact is
    the truth is
    the question is
    the problem is
    the point is
    to be honest
    to be honest with you
    to be fair
    to be frank
    to be perfectly honest
    quite frankly
    if you ask me
    if you will
    as far as I know
    as far as I am concerned
    to the best of my knowledge
    as I said
    as I have said
    as I have said before
    as I said before
    as you know
    as we all know
    as everybody knows
    believe me
    trust me
    you know what I mean
    I mean it
    I do not know
    I do not know what to say
    I do not think so
    I think so
    I hope so
    I am very sorry
    I am deeply sorry
    I am looking forward to it
    I look forward to
    we look forward to
    we are looking forward to
    it is what it is
    it is as simple as that
    it is that simple
    it is a shame
    it is a disgrace
    it is unacceptable
    it is an honor
    it is a great honor
    it is time for change
    it is going to be great
    it remains to be seen
    it goes without saying
    that is for sure
    that is not true
    that is the problem
    that is the point
    this is unacceptable
    this is ridiculous
    this is a great day
    this is a sad day
    this is not acceptable
    that is not who we are
    we are better than this
    we can do better
    we will see
    we will see what happens
    we shall see
    we are working on it
    we will get through this
    we are in this together
    we are all in this together
    we stand together
    we are monitoring the situation
    we are aware of the situation
    we take this matter very seriously
    we take these allegations very seriously
    we take all allegations seriously
    our hearts go out to
    our hearts are with
    our thoughts are with
    our prayers are with
    my heart goes out to
    my thoughts are with
    I am not going to comment
    I am not going to comment on that
    I will not comment on that
    we do not comment on
    I can not comment
    I can neither confirm nor deny
    thank you so much
    thank you all
    thank you
    good morning
    good evening
    good luck
    ladies and gentlemen
    my fellow americans
    my fellow citizens
    god willing
    of course
    in my opinion
    in my view
    needless to say
    first and foremost
    last but not least
    at this point in time
    at this time
    once and for all
    time and again
    now more than ever
    for the first time
    for a long time
    in the coming days
    in the coming weeks
    when all is said and done
    going forward
    moving forward
    enough is enough
    nothing to do with
    has nothing to do with it
    """.strip().splitlines()
)

# Membership: what a full stop shortens, in lower case without it, where a capital letter or figure may follow in the same sentence. They
# count when they begin with a capital: "the sun." ends a sentence, "Sun. 5" does not. A sentence that does end there is joined with the
# next, which costs a cut; the other mistake tears "Capt. Hale" apart.
SHORTENED = frozenset(
    """mr mrs ms messrs dr prof rev hon fr st ste sr jr gov sen rep reps sens gen adm capt cpt cmdr col lt maj sgt cpl pvt pte supt det insp
    pres amb atty asst assoc dept dist div exec inc ltd co corp bros llc plc llp no nos vol vols pp fig figs ch sec art para ed eds op cit
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    vs al approx est min max ave blvd rd hwy mt ft ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mont
    neb nev okla ore pa penn tenn tex vt va wash wis wyo""".split()
)

# Membership: the same in any case, but only before a figure: "No. 10" goes on, "No. We left." does not.
BEFORE_FIGURES = frozenset("no nos vol vols pp fig figs ch sec art para jan feb mar apr jun jul aug sept sep oct nov dec est".split())

SHARED = ("A post shared by ", "Post by @", "Posted by @", "View on ", "View this post on ", "View this photo on ", "View this profile on ")
"""What platforms write below a post that a page shows: whoever is named there, if anybody, said it."""
