"""What the parts of a reception system are called in tables: titles, headings, rows and notes; the one home of each."""

from dataclasses import dataclass

from reception_sim.reports.wording import need_in_words
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.statistics import Part
from reception_sim.translation import tr


@dataclass(frozen=True)
class PartWords:
    """The title of a part's table, what its rows are, its columns' headings in order, and a note for below."""

    title: str
    rows: str
    headings: tuple[str, ...]
    note: str = ""


def part_words(part: Part) -> PartWords:
    """Return the words of a part's table."""
    return _words()[part]


def subject_in_words(subject: str, scenario: ScenarioPlan) -> str:
    """Return what a row is called: the title of an id of the plan, a specific need, or the word itself."""
    if not subject:
        return tr("Whole system")
    try:
        return scenario.title_of(subject)
    except KeyError:
        return need_in_words(subject)


def _words() -> dict[Part, PartWords]:
    return {
        Part.WAYS_OUT: PartWords(
            tr("Ways out"),
            tr("Way out"),
            (tr("People"), tr("Share of those who left (%)")),
            tr("Exits of one kind count together; whoever gave up waiting left by no exit."),
        ),
        Part.VEHICLES: PartWords(
            tr("Vehicles"),
            tr("Fleet"),
            (
                *(tr("Trips"), tr("People carried"), tr("Mean load")),
                *(tr("Wait, median"), tr("Wait, 95 % within"), tr("Longest wait"), tr("Still waiting")),
                *(tr("Breakdowns"), tr("Held with people aboard")),
            ),
            tr(
                "A wait is from asking for a ride to setting out; the longest counts those who still wait. "
                "Held: vehicle time before a full place or a closed road."
            ),
        ),
        Part.ROADS: PartWords(
            tr("Closed roads"),
            tr("From"),
            (tr("Most people held"), tr("Person-hours held"), tr("Held at the end")),
            tr("People who could not set out because the road was closed; residents wait in their site."),
        ),
        Part.DUTIES: PartWords(
            tr("Duties of care and clocks"),
            tr("Duty"),
            (
                tr("People"),
                tr("In time"),
                tr("Too late"),
                tr("Left without it"),
                tr("Due soon"),
                tr("Overdue"),
                tr("Kept (%)"),
                tr("Time, 95th percentile"),
                tr("Longest time"),
            ),
            tr(
                "Counted person by person, whether the need was seen or not. Due soon: in the last quarter of the time "
                "there is. Kept: of those for whom it is decided. Times of those who still wait are their times so far."
            ),
        ),
    }
