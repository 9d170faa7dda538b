"""How a difference is shown: marks where there is no colour, and two colours that every eye can tell apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotecli.render.console import Look
from quotecli.render.safe import visible
from quotecli.render.wording import Run, flat

if TYPE_CHECKING:
    from rich.box import Box
    from rich.text import Text

# Vermilion and blue after Okabe and Ito: apart for colour-blind eyes, readable on light and on dark (contrast 3.8 and more), and both
# among the 256 colours, whose nearest to the blue of the original is too dark on black.
GONE = "strike #d75f00"
NEW = "bold #0087af"
RISK = "#d75f00"
QUIET = "dim"

STYLES = {"same": "", "gone": GONE, "new": NEW}
# Square brackets are what editors insert into quotations.
MARKS = {"same": ("", ""), "gone": ("{-", "-}"), "new": ("{+", "+}")}


def as_text(made: Iterable[Run], look: Look) -> Text:
    """The runs for Rich: styled and marked, or, where the look wants no marks, without what was not printed."""
    from rich.text import Text

    text = Text()
    for words, role in made:
        if role == "gone" and not look.marks:
            continue
        before, after = MARKS[role] if look.marks else ("", "")
        text.append(f"{before}{visible(words)}{after}", STYLES[role] if look.color else "")
    return text


def plain(words: str, style: str, look: Look) -> Text:
    """Words in one style, harmless."""
    from rich.text import Text

    return Text().append(visible(words), style if look.color else "")


def change(before: str, after: str, look: Look | None = None, whole: bool = False) -> str:
    """A difference as one tells it a colleague: drops “not”, adds “not”, “a lot” became “something”; a long one `whole` or short."""
    opening, closing = "“”" if look is None or look.unicode else '""'
    old, new = (f"{opening}{flat(words) if whole else short(words)}{closing}" for words in (before, after))
    if before and after:
        return f"{old} became {new}"
    return f"drops {old}" if before else f"adds {new}"


LONGEST = 12
"""Words of a change that is named; of a longer one the first and the last, for it stands whole among the words."""


def short(words: str) -> str:
    """The words on one line."""
    every = flat(words).split()
    return " ".join(every if len(every) <= LONGEST else [*every[: LONGEST // 2], "…", *every[-LONGEST // 2 + 1 :]])


def legend(look: Look) -> Text:
    """What the marks mean in a comparison of articles."""
    return summary_of_marks("not here, but in the base", "only here", look)


def summary_of_marks(gone: str, new: str, look: Look) -> Text:
    """What the marks mean."""
    made = [Run(gone, "gone"), Run("  ", "same"), Run(new, "new")] if look.marks else [Run(new, "new")]
    return as_text(made, look).append("  ! the meaning may be another", QUIET if look.color else "")


def ruled(look: Look) -> Box:
    """A table with one rule under its head and nothing else."""
    from rich.box import Box

    rule = "─" if look.unicode else "-"
    return Box(f"    \n    \n {rule * 2} \n    \n    \n    \n    \n    \n", ascii=not look.unicode)


def ruled_apart(look: Look) -> Box:
    """Likewise, for columns whose widths are given: they stand two apart, without a padding, for which Rich renders each cell twice."""
    box = ruled(look)
    box.head_vertical = box.mid_vertical = box.foot_vertical = box.row_cross = "  "
    box.head_row_cross = 2 * box.head_row_horizontal
    return box


def upright(look: Look) -> Box:
    """A table with a rule between its columns and nothing else."""
    from rich.box import Box

    bar = "│" if look.unicode else "|"
    row = f"  {bar} \n"
    return Box(row * 8, ascii=not look.unicode)
