"""Other courses of an exercise beside the one that is reported on."""

from collections.abc import Sequence

from reception_sim.papers.courses import CourseOverTime
from reception_sim.papers.curves import CurveKind, curve_kinds
from reception_sim.papers.played import PlayedExercise
from reception_sim.reports.charts import Course, TimeChart, draw
from reception_sim.reports.document import Block, Paragraph, Picture, Section
from reception_sim.reports.wording import about_people, short_moment
from reception_sim.translation import tr


def courses_section(played: PlayedExercise, title: str, others: Sequence[CourseOverTime]) -> Section:
    """Return the curves of a course called *title* with those of *others* over them; no blocks without others."""
    blocks: list[Block] = [
        Paragraph(
            tr(
                "{title} is another course of the same exercise: it leaves this one at {moment}. Both are drawn as "
                "far as both were played.",
                title=f"{other.branch.id}: {other.branch.title}",
                moment=short_moment(played.kit.calendar, other.branch.begins),
            )
        )
        for other in others
    ]
    kinds = curve_kinds(played.kit.scenario)[:2] if others else ()
    pictures = (_picture(played, title, other, kind) for other in others for kind in kinds)
    return Section(tr("Other courses"), (*blocks, *pictures))


def _picture(played: PlayedExercise, title: str, other: CourseOverTime, kind: CurveKind) -> Picture:
    series = played.content.figures.series
    both = min(len(series.time), len(other.series.time))
    courses = (
        Course(title, kind.of(series)[:both]),
        Course(f"{other.branch.id}: {other.branch.title}", kind.of(other.series)[:both]),
    )
    chart = TimeChart(series.time[:both], courses, (), tr("people"), played.kit.calendar)
    peaks = "; ".join(f"{one.name}: {about_people(float(one.values.max()))}" for one in courses)
    return Picture(kind.title, draw(chart), tr("{title}. The most at once: {peaks}.", title=kind.title, peaks=peaks))
