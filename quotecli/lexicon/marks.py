"""Quotation marks: which characters open and close speech, and which only look as if they did."""

from __future__ import annotations

# A family is a set of marks that close one another: the web mixes “ " ” and '' freely, so they are one family.
DOUBLE = "double"
SINGLE = "single"
GUILLEMET = "guillemet"
CORNER = "corner"

# What each mark is by its shape: (family, it opens, it closes). A straight mark may do both; the context decides.
# A curly mark that faces the wrong way is common (“Fine,“ he said), so the shape is only where we start.
SHAPES: dict[str, tuple[str, bool, bool]] = {
    '"': (DOUBLE, True, True),
    "＂": (DOUBLE, True, True),
    "“": (DOUBLE, True, False),
    "”": (DOUBLE, False, True),
    "„": (DOUBLE, True, False),
    "‟": (DOUBLE, True, False),
    "``": (DOUBLE, True, False),
    "''": (DOUBLE, True, True),
    "‘‘": (DOUBLE, True, False),
    "’’": (DOUBLE, False, True),
    "‘": (SINGLE, True, False),
    "’": (SINGLE, False, True),
    "‚": (SINGLE, True, False),
    "'": (SINGLE, True, True),
    "`": (SINGLE, True, False),
    "«": (GUILLEMET, True, False),
    "»": (GUILLEMET, False, True),
    "‹": (GUILLEMET, True, False),
    "›": (GUILLEMET, False, True),
    "「": (CORNER, True, False),
    "」": (CORNER, False, True),
    "『": (CORNER, True, False),
    "』": (CORNER, False, True),
}

OPENING = "“„‟‘‚«‹「『`"
CLOSING = "”’»›」』"

# Characters that print nothing: beside a mark they are white space.
INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u00ad")

# Stars and strokes that Markdown puts around what it prints in italics or bold: beside a mark they are dress.
EMPHASIS = frozenset("*_")

# Words that begin with an apostrophe: the mark before them is no opening mark unless the whole sentence says so.
ELISIONS = frozenset(
    """tis twas twere twill twould em n til till cause bout round neath nother gainst
    cuz coz kay nuff sup fraid scuse specially tho hood ere pon tude""".split()
)

# Words that have lost their end: the mark behind them closes nothing unless the whole sentence says so. Words in -in need no list.
CLIPPED = frozenset("o th wi ol lil li an mornin nothin somethin".split())
