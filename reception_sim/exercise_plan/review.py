"""What is written after an exercise: strengths, areas for improvement, a plan to improve, and what all would say."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field, TypeAdapter, ValidationError, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.exercise_plan.parts import STRICT, LongText, ShortText
from reception_sim.exercise_plan.writing import ExerciseError
from reception_sim.scenario.parts import Identifier, Title
from reception_sim.scenario.quantities import Count
from reception_sim.translation import tr

MOST: Final = 5  # how much somebody agrees: from 1, not at all, to this, fully


class CapabilityElement(StrEnum):
    """What has to change for a capability to be better."""

    PLANNING = "planning"
    ORGANISATION = "organisation"
    EQUIPMENT = "equipment"
    TRAINING = "training"
    EXERCISES = "exercises"


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Improvement:
    """A line of the improvement plan. *responsible* is an organisation or a post; a name of a person is not needed."""

    area: Title
    action: LongText = ""
    element: CapabilityElement | None = None
    responsible: ShortText = ""
    start: date | None = None
    end: date | None = None
    objective: Identifier | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(tr("it ends before it starts"))
        return self


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Category:
    """Questions of the lessons-learned questionnaire about one thing: sentences to agree with, and open questions."""

    title: Title
    agree: tuple[ShortText, ...] = ()
    open: tuple[ShortText, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Answer:
    """What one of the participants said to one question: how much they agree (1 to 5), or in words."""

    question: ShortText
    agrees: Annotated[int, Field(ge=1, le=MOST)] | None = None
    text: LongText = ""


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Review:
    """All that is written after an exercise; *sheets* says how many questionnaires were handed in.

    The answers are kept apart from one another and in an order of their own, so that nobody can tell whose they are.
    """

    strengths: tuple[LongText, ...] = ()
    areas: tuple[LongText, ...] = ()
    improvements: tuple[Improvement, ...] = ()
    questionnaire: tuple[Category, ...] = ()
    answers: tuple[Answer, ...] = ()
    sheets: Count = 0

    def with_sheet(self, answers: Iterable[Answer]) -> "Review":
        """Return the review with the answers of one more questionnaire, mixed among the others."""
        given = [answer for answer in answers if answer.agrees is not None or answer.text.strip()]
        mixed = sorted([*self.answers, *given], key=lambda one: (one.question, one.agrees or 0, one.text))
        return replace(self, answers=tuple(mixed), sheets=self.sheets + 1)


def standard_questionnaire() -> tuple[Category, ...]:
    """Return the questions to begin with."""
    return (
        Category(
            title=tr("Preparation"),
            agree=(tr("Our plans covered what came."), tr("I knew my role and that of the others.")),
            open=(tr("What was missing in our plans?"),),
        ),
        Category(
            title=tr("Coordination and information"),
            agree=(tr("I had the information that I needed in time."), tr("Decisions were taken in time.")),
            open=(tr("Where did information get lost?"),),
        ),
        Category(
            title=tr("Reception and protection"),
            agree=(tr("People with specific needs were seen in time."), tr("People were received in dignity.")),
            open=(tr("Whom did we overlook?"),),
        ),
        Category(
            title=tr("The exercise"),
            agree=(tr("The exercise was close to what I expect to happen."), tr("I learned what I can use at work.")),
            open=(tr("What will you do differently from tomorrow on?"),),
        ),
    )


def write_review(review: Review) -> str:
    """Return *review* as JSON."""
    return _REVIEW.dump_json(review).decode()


def read_review(text: str | bytes) -> Review:
    """Return the review in a JSON text; ExerciseError says what is wrong with it."""
    try:
        return _REVIEW.validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise ExerciseError(tr("This is not a review: {field}: {why}", field=field, why=first["msg"])) from error


_REVIEW: Final = TypeAdapter(Review)
