"""An utterance laid out for reading."""

from typing import NamedTuple

from quotecli.model.shown import in_a_line, on_a_page
from quotecli.model.utterance import Cluster, Variant


class Token(NamedTuple):
    """A word, number or mark of a wording, where it stands in the article."""

    text: str
    start: int
    end: int
    spaced: bool  # white space stands before it


@in_a_line
class Witness(NamedTuple):
    """One wording with everyone who prints it so."""

    text: str
    variants: tuple[Variant, ...]  # all of this same wording; one source may stand here more than once
    speakers: tuple[str | None, ...]  # of each variant: the name it is attributed to


class Column(NamedTuple):
    """One place of the alignment table: what each witness has there."""

    tokens: tuple[Token | None, ...]  # one a witness, in order; None: nothing there
    same: tuple[bool, ...]  # whether the witness agrees there with the base, the first witness


class Reading(NamedTuple):
    """What some witnesses have at a place where the base has something else."""

    text: str
    witnesses: tuple[int, ...]  # indices into Collation.witnesses
    type: str  # an edit type
    risk: bool


class Place(NamedTuple):
    """A run of columns in which some witness differs from the base."""

    start: int  # first column
    end: int  # past the last column
    base: str  # what the base has there; may be empty
    readings: tuple[Reading, ...]


@on_a_page
class Collation(NamedTuple):
    """A cluster laid out for reading: the alignment table and the places where the witnesses differ."""

    cluster: Cluster
    witnesses: tuple[Witness, ...]  # the base first
    columns: tuple[Column, ...]
    places: tuple[Place, ...]
