"""What nouns look like at a prompt and in a notebook."""

from typing import TypeVar

Noun = TypeVar("Noun")


def in_a_line(noun: type[Noun]) -> type[Noun]:
    """Have the noun's `repr` tell what it is, and never an article's text."""

    def __repr__(self: Noun) -> str:
        from quotecli.objects import in_a_line

        return in_a_line(self)

    noun.__repr__ = __repr__  # type: ignore[assignment, method-assign, unused-ignore]  # as it takes no other noun
    return noun


def on_a_page(noun: type[Noun]) -> type[Noun]:
    """Likewise, and have notebooks show it as a piece of HTML."""

    def _repr_html_(self: Noun) -> str:
        from quotecli.objects import on_a_page

        return on_a_page(self)

    noun._repr_html_ = _repr_html_  # type: ignore[attr-defined]  # for notebooks, not for who writes code
    return in_a_line(noun)
