"""What is noted beside an exercise, and changes nothing in it: branches, notes, bookmarks, ratings."""

from enum import StrEnum

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.exercise_plan.parts import STRICT, LongText, Seconds, ShortText
from reception_sim.scenario.parts import Identifier, Title
from reception_sim.scenario.quantities import Count


class Rating(StrEnum):
    """How an objective was reached, in the four words of after-action reports."""

    PERFORMED = "P"  # without challenges
    SOME_CHALLENGES = "S"
    MAJOR_CHALLENGES = "M"
    UNABLE = "U"  # to be performed


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Branch:
    """A course of the exercise, *reached* up to a time (s).

    All but the first begin as another: they share so many entries of its log, and go on from a time (s) on.
    """

    id: Count
    title: Title
    parent: Count | None = None
    shared: Count = 0
    begins: Seconds = 0.0
    reached: Seconds = 0.0


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Note:
    """What somebody saw, pinned to a moment (s), and to a place, an inject, an objective if that helps.

    A note is never changed afterwards; who was wrong writes another.
    """

    branch: Count
    time: Seconds
    text: LongText = Field(min_length=1)
    author: ShortText = ""
    place: Identifier | None = None
    inject: Count | None = None
    objective: Identifier | None = None


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Bookmark:
    """A moment (s) to come back to."""

    branch: Count
    time: Seconds
    title: Title


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Score:
    """How an objective was reached in a branch, and why somebody thinks so; words may come before a rating."""

    branch: Count
    objective: Identifier
    rating: Rating | None = None
    strengths: LongText = ""
    improvements: LongText = ""
