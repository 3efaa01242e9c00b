"""What the players of an exercise know: all that may reach their window, and nothing else.

It is made where the run is, so that what is hidden never comes near the players' window.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from reception_sim.actions import Origin
from reception_sim.exercise_plan import DecisionRule, MselInject, PlayersView
from reception_sim.exercise_plan.course import Course, DecisionStatus, Phase
from reception_sim.exercise_plan.for_players import heard_of, known_places
from reception_sim.population.chance import Chance
from reception_sim.recording import Times
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.state import KnownCount
from reception_sim.statistics import Series, grid_step
from reception_sim.statistics.grid import grid

if TYPE_CHECKING:  # the window has these pictures, and no model
    from reception_sim.exercise.led_run import LedRun


@dataclass(frozen=True)
class Received:
    """An inject as its recipients got it: when (s), what, and who is to get it (no cell is all)."""

    number: int
    time: float
    title: str
    text: str
    sender: str
    by: str
    recipients: tuple[str, ...]
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True)
class OwnDecision:
    """A decision of a cell: when it was taken and takes effect (s), what it costs."""

    number: int
    cell: str
    action: WrittenAction
    taken: float
    effect: float
    cost: float
    withdrawn: bool


@dataclass(frozen=True)
class PlayersPicture:
    """What a coordinator would know at *time* (s); *places* are those that are known to be there.

    *heard_of* are ids and titles of others that a message has named: nothing else of them is known.
    """

    time: float
    phase: Phase
    known: tuple[KnownCount, ...]
    inbox: tuple[Received, ...]
    decisions: tuple[OwnDecision, ...]
    rules: tuple[DecisionRule, ...]
    budget_left: float | None
    forecasts: bool
    places: tuple[str, ...] = ()
    heard_of: tuple[tuple[str, str], ...] = ()


class FieldReports:
    """What comes in from the field: counts that are late, and off by a share that chance alone decides.

    A place is counted at every moment of the grid over which a run is drawn. The same run is reported in the same way
    however it is watched, because each place has a stream of chance of its own.
    """

    def __init__(self, scenario: ScenarioPlan, seed: int) -> None:
        self._moments = grid(scenario.duration, grid_step(scenario.duration))
        self._places = (*scenario.stations, *scenario.sites)
        chance = Chance(seed, 0)
        self._off = {
            place: chance.stream("field report", place).standard_normal(len(self._moments)) for place in self._places
        }
        self._counts: dict[str, list[float]] = {place: [] for place in self._places}

    def read(self, series: Series) -> None:
        """Take in the points that a run has told since the last time."""
        for station in series.stations:
            self._counts[station.id].extend(station.queue.tolist())
        for site in series.sites:
            self._counts[site.id].extend(site.occupancy.tolist())

    def known(self, now: float, view: PlayersView) -> tuple[KnownCount, ...]:
        """Return what is known of each place that players have assessed, at *now* (s)."""
        places = [place for place in self._places if view.assessed is None or place in view.assessed]
        counts = (self._known(place, now - view.delay, view) for place in places)
        return tuple(count for count in counts if count is not None)

    def _known(self, place: str, counted_by: float, view: PlayersView) -> KnownCount | None:
        told = self._counts[place]
        row = min(_last_before(self._moments, counted_by), len(told) - 1)
        if row < 0:
            return None
        persons = max(0, round(told[row] * (1 + view.error * float(self._off[place][row]))))
        return KnownCount(place, persons, float(self._moments[row]), view.error, assessed=view.assessed is not None)


def picture_of(led: "LedRun", reports: FieldReports) -> PlayersPicture:
    """Return what the players know where the exercise stands."""
    course = led.course
    known = known_to_players(led, reports)
    places = known_places(led.run.scenario, course.view.assessed, {count.id for count in known})
    inbox = tuple(_inbox(course))
    told = (text for received in inbox for text in (received.title, received.text))
    return PlayersPicture(
        time=led.now,
        phase=course.phase,
        known=known,
        inbox=inbox,
        decisions=tuple(_own(status) for status in course.decisions.values() if _is_players(status)),
        rules=course.exercise.decisions,
        budget_left=course.budget_left,
        forecasts=course.view.forecasts,
        places=places,
        heard_of=heard_of(led.run.scenario, places, told),
    )


def known_to_players(led: "LedRun", reports: FieldReports) -> tuple[KnownCount, ...]:
    """Return what is known by the scenario's own reports, where it plans them, else by those of the exercise."""
    view = led.course.view
    if led.run.scenario.knowledge is None:
        return reports.known(led.now, view)
    known = led.run.snapshot().known
    return tuple(count for count in known if view.assessed is None or count.assessed or count.id in view.assessed)


def _inbox(course: Course) -> Iterator[Received]:
    """Yield what was sent to players, the oldest first."""
    sent = [(time, status.inject) for status in course.injects.values() for time in status.sent]
    for time, inject in sorted(sent, key=lambda one: (one[0], one[1].number)):
        if _goes_to_players(inject, course):
            yield Received(
                inject.number,
                time,
                inject.title,
                inject.text,
                inject.sender,
                inject.by,
                inject.recipients,
                inject.attachments,
            )


def _goes_to_players(inject: MselInject, course: Course) -> bool:
    cells = course.exercise.cells
    return not inject.recipients or any(cell in cells and cells[cell].plays for cell in inject.recipients)


def _is_players(status: DecisionStatus) -> bool:
    return status.decided.origin is Origin.PLAYER


def _own(status: DecisionStatus) -> OwnDecision:
    decided = status.decided
    return OwnDecision(
        decided.decision, decided.cell, decided.action, status.time, decided.effect, decided.cost, status.withdrawn
    )


def _last_before(moments: Times, time: float) -> int:
    return int(np.searchsorted(moments, time, side="right")) - 1
