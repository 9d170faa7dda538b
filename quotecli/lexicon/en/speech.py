"""Words around and inside marks that tell whether somebody speaks there, or something is named.

Each list is one sign for `find.speech`; how much it tells stands in kinds.tsv, which `tools/fit_kinds.py` makes.
"""

from __future__ import annotations

# A work, or a part of one, that has a title: "the song “…”". Only nouns that hardly ever come before words that were said.
WORKS = frozenset(
    """show film movie book song novel novella album series miniseries programme program podcast documentary single memoir play musical
    poem sitcom drama comedy thriller magazine episode bestseller best-seller record track anthem ballad painting sculpture mural
    broadcast exhibit exhibition game opera operetta symphony ballet hymn carol tune melody jingle soundtrack cartoon comic spin-off
    sequel prequel trilogy biography autobiography anthology textbook guidebook cookbook franchise rom-com biopic production revue
    waltz march round reel sonata concerto newsletter fanzine zine videogame app telenovela anime manga screenplay lullaby shanty
    classic hit spot ad advert commercial shows films movies books songs novels albums programmes programs podcasts documentaries
    singles memoirs plays musicals poems dramas comedies episodes records tracks hits paintings hymns carols tunes
    games operas ads""".split()
)
# A text with a heading of its own, whose words may be quoted as well: the heading and what stands in it look alike.
HEADED = frozenset(
    """essay column article editorial op-ed chapter report paper study lecture seminar course class section segment special blog
    headline story memo pamphlet leaflet brochure page thread video clip edition issue talk sermon workshop feature""".split()
)
# Something else with a name of its own: "the tug “…”", "the “…” scheme".
NAMED = frozenset(
    """ship boat tug tugs ferry trawler yacht vessel submarine barge lifeboat liner tanker horse mare gelding stallion colt filly dog
    cat pony pub inn bar cafe restaurant club nightclub hotel shop store brand band duo trio choir orchestra group label scheme
    campaign initiative project program operation mission exercise bill act law rule policy plan tax clause amendment measure
    proposal movement party tour festival fair parade day week weekend event conference summit award prize trophy medal contest
    competition tournament challenge rally account handle hashtag channel station network website site button key option mode
    setting switch file folder badge ticket drink cocktail beer dish menu recipe sandwich cake cheese wine dance costume character
    role doll toy figure virus variant worm software system test list listing database category level tier zone district area room
    gate aisle doctrine strategy theory model method technique syndrome condition disease disorder lung effect phenomenon principle
    approach concept crowd coalition faction wing gang squad team candidate voters voter states media class era generation debate
    season hat hats shirt shirts t-shirt t-shirts pin pins mug mugs sticker stickers bus truck wagon plane code number address
    pseudonym alias trademark logo font theme motif genre style school park street bridge tower statue""".split()
)
# A word or a name as such: "the word “…”", "under the name “…”".
WORDS_AS_WORDS = frozenset(
    """word words term terms phrase phrases expression name names label labels adjective adjectives noun nouns verb verbs letter
    letters spelling moniker nickname nicknames pseudonym alias handle title titles designation euphemism acronym initials
    abbreviation slang surname synonym synonyms keyword keywords jargon password heading caption category""".split()
)
# They put a name on something. "call" stands apart: whoever calls a thing “a mess” speaks.
NAMING = frozenset(
    """named names naming titled entitled dubbed nicknamed labeled labelled christened headlined billed codenamed code-named
    rechristened renamed branded known captioned marked stamped tagged trademarked subtitled styled monikered""".split()
)
CALLING = frozenset("call calls called calling".split())
# A club or a party gives itself a name; somebody who calls himself something speaks.
THINGS_THEMSELVES = frozenset("itself themselves".split())
# What one does with a work or a thing that has a name, and not with words.
HANDLING = frozenset(
    """sing sings sang sung singing play plays played playing perform performs performed performing host hosts hosted hosting co-hosts
    co-host watch watches watched watching record records recorded recording star stars starred starring direct directs directed
    directing cover covers covered covering produce produced produces premiere premiered premieres air airs aired airing stage
    staged staging renew renews renewed launch launches launched launching introduce introduced introduces introducing list lists
    listed listing promote promotes promoted promoting buy buys bought buying sell sells sold selling press pressed pressing click
    clicks clicked clicking choose chooses chose chosen edit edits edited editing wear wears wore wearing visit visits visited
    visiting win wins won winning open opens opened opening found founded join joined joins headline headlines co-wrote compose
    composed composes paint painted strum strummed hum hummed hums humming rehearse rehearsed whistle whistled sample sampled remix
    remixed dance danced screen screened screening like likes liked love loves loved finish finished read reads build built develop
    developed invent invented create created creates creating sail sailed sails dock docked tow towed race raced board boarded
    include includes included including feature features featured featuring appear appears appeared appearing wrote writes write
    written""".split()
)
# They say what a word means, how it sounds or is written: it is spoken of, not spoken.
DEFINING = frozenset(
    """mean means meant meaning define defines defined defining pronounce pronounces pronounced pronouncing spell spells spelled spelt
    spelling translate translates translated denote denotes rhyme rhymes rhymed signify signifies refer refers referring connote
    abbreviate abbreviated stands stand""".split()
)
# To utter it is to speak, whatever the words look like.
UTTERING = frozenset(
    """chant chants chanted chanting shout shouts shouted shouting yell yells yelled yelling scream screams screamed screaming cry
    cried cries crying blurt blurts blurted blurting exclaim exclaims exclaimed whisper whispers whispered whispering mutter mutters
    muttered muttering murmur murmured bellow bellowed roar roared reply replies replied replying answer answers answered answering
    ask asks asked asking repeat repeats repeated repeating quip quips quipped joke jokes joked respond responds responded tweet
    tweets tweeted tweeting text texted scrawl scrawled scribble scribbled declare declares declared declaring proclaim proclaims
    proclaimed boo booed booing chorus chorused retort retorted add adds added adding toast toasted jeer jeered jeering heckle
    heckled""".split()
)
# What carries words that somebody holds up, pins up or calls out.
CARRIERS = frozenset(
    """sign signs banner banners placard placards poster posters note notes sticker stickers graffiti plaque plaques inscription
    t-shirt t-shirts shirt shirts hat hats cap caps chant chants chanting cries cry shout shouts cheer cheers scream screams roar
    roars calls jeers yells boos slogan slogans motto caption message messages tweet tweets text texts flag flags billboard
    billboards badge tattoo card cards leaflet leaflets sheet whiteboard blackboard epitaph reply answer cry chorus mantra
    refrain""".split()
)
# They tell the reader to take the words with care.
HEDGES = frozenset("so-called self-styled self-described self-proclaimed proverbial alleged supposed infamous famed quote-unquote".split())
# Examples of a kind follow: "songs such as “…”".
EXAMPLES = frozenset("including includes include included such like featuring features namely".split())
# The words were not said.
UNSAID = frozenset(
    """not n't never refuse refuses refused refusing avoid avoids avoided avoiding without decline declined declines nowhere instead
    stopped ban banned bans banning""".split()
)
# First and second persons, and what only speech is made of.
TALKING = frozenset(
    """i we you me us my our your mine ours yours i'm i've i'd i'll we're we've we'll we'd you're you've you'll let's let's yes no oh
    well please thank thanks hello sorry ok okay don't can't won't that's it's there's he's she's they're isn't doesn't didn't
    wasn't""".split()
)
# Endings of words that judge: “unacceptable”, “divisive”.
JUDGING = ("able", "ible", "ful", "less", "ous", "ive", "ish", "est", "iest", "ily", "ly", "ening", "ying", "ated")
# Words that weigh: nobody's name begins or goes on with them.
WEIGHING = frozenset(
    """very too so really quite totally absolutely completely extremely deeply pretty such just never always truly highly more most
    less not utterly hugely enough even all only no much""".split()
)
# Function words that tell enough by themselves where they touch the opening mark.
TOUCHING = frozenset("a an the that and as on of in like to by from with for is was are or".split())
ARTICLES = frozenset("a an the".split())
# Small words inside a title.
SMALL = frozenset("is with vs n as".split())
# Words that the names of programmes and papers are made of.
OUTLETS = frozenset(
    """show news press live tonight today daily times post sunday hour report journal morning night america street week gazette tribune
    herald globe late nation world radio review magazine face star stories tales adventures idol games king queen wars chronicle
    courier mail echo telegraph observer""".split()
)

# What stands right behind these is what somebody or something is called, and was not said.
NAME_NOUNS = frozenset("name nickname nicknamed moniker alias".split())
# Whoever stops short of calling it so does not call it so.
SHORT_OF = ["short", "of"]
