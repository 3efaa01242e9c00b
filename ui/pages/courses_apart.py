"""How two courses of an exercise differ, in a sentence."""

from collections.abc import Sequence

import numpy as np

from reception_sim.papers.courses import CourseOverTime
from reception_sim.papers.curves import CurveKind
from reception_sim.reports.wording import count, people, short_moment
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.translation import tr


def how_they_differ(courses: Sequence[CourseOverTime], kind: CurveKind, scenario: ScenarioPlan) -> str:
    """Say where two courses differ most, as far as both were played; of one alone, how to have another."""
    if len(courses) < 2:
        return tr(
            "This is the only course that is chosen. Go back to a moment and choose Branch here to have another, "
            "then choose both."
        )
    first, second = (kind.of(course.series) for course in courses[:2])
    both = min(len(first), len(second))
    apart = np.abs(first[:both] - second[:both])
    if not both or not apart.max():
        return tr("Both courses are the same here, as far as both were played.")
    row = int(apart.argmax())
    moment = short_moment(Calendar.of(scenario), float(courses[0].series.time[row]))
    return tr(
        "They differ most at {moment}: {one} in course {first}, {other} in course {second}.",
        moment=moment,
        one=people(float(first[row])),
        first=courses[0].branch.id,
        other=count(float(second[row])),
        second=courses[1].branch.id,
    )
