"""How a difference is shown: marks where there is no colour, and two colours that every eye can tell apart."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotecli.render.console import Look
from quotecli.render.safe import visible
from quotecli.render.wording import Run, cut

if TYPE_CHECKING:
    from rich.box import Box
    from rich.text import Text

# Vermilion and blue after Okabe and Ito: apart for colour-blind eyes, readable on light and on dark (contrast 3.8 and more), and both
# among the 256 colours, whose nearest to the blue of the original is too dark on black.
GONE = "underline #d75f00"
NEW = "bold #0087af"
RISK = "#d75f00"
QUIET = "dim"

STYLES = {"same": "", "gone": GONE, "new": NEW}
# Square brackets are what editors insert into quotations.
MARKS = {"same": ("", ""), "gone": ("{-", "-}"), "new": ("{+", "+}")}


def as_text(made: Iterable[Run], look: Look) -> Text:
    """The runs for Rich: styled, and marked where the look wants it."""
    from rich.text import Text

    text = Text()
    last = "same"
    for words, role in made:
        before, after = MARKS[role] if look.marks else ("", "")
        text.append(" " if last == "gone" and role == "new" and not look.marks else "")
        last = role
        text.append(f"{before}{visible(words)}{after}", STYLES[role] if look.color else "")
    return text


def plain(words: str, style: str, look: Look) -> Text:
    """Words in one style, harmless."""
    from rich.text import Text

    return Text().append(visible(words), style if look.color else "")


def change(kind: str, before: str, after: str, look: Look) -> str:
    """A difference in one line: `never → not  substituted`, `omitted  this year`."""
    if before and after:
        return f"{cut(before)} {'→' if look.unicode else '->'} {cut(after)}  {kind}"
    return f"{kind}  {cut(before or after)}"


def legend(look: Look) -> Text:
    """What the marks mean in a comparison of sources."""
    return summary_of_marks("only in the fullest wording", "only here", look)


def summary_of_marks(gone: str, new: str, look: Look) -> Text:
    """What the marks mean."""
    made = [Run(gone, "gone"), Run("  ", "same"), Run(new, "new")]
    return as_text(made, look).append("  ! the meaning may be another", QUIET if look.color else "")


def ruled(look: Look) -> Box:
    """A table with one rule under its head and nothing else."""
    from rich.box import Box

    rule = "─" if look.unicode else "-"
    return Box(f"    \n    \n {rule * 2} \n    \n    \n    \n    \n    \n", ascii=not look.unicode)


def upright(look: Look) -> Box:
    """A table with a rule between its columns and nothing else."""
    from rich.box import Box

    bar = "│" if look.unicode else "|"
    row = f"  {bar} \n"
    return Box(row * 8, ascii=not look.unicode)
