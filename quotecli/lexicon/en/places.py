"""Places that stand where a name could: after a comma, in a dateline, before a role ("the California Democrat")."""

from __future__ import annotations

STATES = frozenset(
    """alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa
    kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
    hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont
    virginia washington wisconsin wyoming ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont
    neb nev n.h n.j n.m n.y n.c n.d ohio okla ore pa r.i s.c s.d tenn tex va vt wash w.va wis wyo d.c ontario quebec alberta""".split()
)
COUNTRIES = frozenset(
    """america england britain scotland wales ireland france germany italy spain portugal russia ukraine china japan korea india
    pakistan afghanistan iran iraq syria israel palestine egypt turkey libya yemen lebanon jordan canada mexico cuba brazil
    argentina chile venezuela colombia peru australia zealand africa nigeria kenya sudan somalia ethiopia europe asia poland
    hungary greece sweden norway denmark finland netherlands belgium austria switzerland crimea chechnya benghazi aleppo
    vietnam thailand philippines indonesia malaysia singapore taiwan tibet qatar kuwait""".split()
)
CITIES = frozenset(
    """washington london paris berlin moscow beijing tokyo brussels rome madrid kiev kyiv geneva jerusalem baghdad damascus tehran
    kabul cairo chicago boston philadelphia detroit cleveland cincinnati columbus atlanta miami orlando tampa dallas houston
    austin phoenix denver seattle portland sacramento oakland baltimore richmond charlotte nashville memphis milwaukee
    minneapolis pittsburgh manhattan brooklyn queens bronx hollywood manchester concord nashua sydney toronto mumbai delhi
    ferguson flint selma tulsa omaha""".split()
)
DEMONYMS = frozenset(
    """american british english scottish welsh irish french german italian spanish russian ukrainian chinese japanese korean indian
    pakistani afghan iranian iraqi syrian israeli palestinian egyptian turkish libyan lebanese canadian mexican cuban brazilian
    australian african european asian polish hungarian greek swedish norwegian danish finnish dutch belgian austrian swiss arab
    muslim christian jewish catholic islamic hispanic latino black white republican democratic western eastern northern southern
    californian texan nigerian saudi""".split()
)
PLACES = STATES | COUNTRIES | CITIES
