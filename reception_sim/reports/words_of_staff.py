"""What the parts about the people who work are called in tables."""

from reception_sim.reports.part_headings import PartWords
from reception_sim.statistics import Part
from reception_sim.translation import tr


def words_of_staff() -> dict[Part, PartWords]:
    """Return the words of each such part."""
    return {
        Part.WORKING_TIME: PartWords(
            tr("Working time"),
            tr("Role"),
            (
                *(
                    tr("Hours on duty"),
                    tr("Of them overtime"),
                    tr("Hours of breaks"),
                    tr("Hours of handover"),
                    tr("Hours on other tasks"),
                ),
                *(tr("Most people in overtime"), tr("Cost")),
            ),
            tr(
                "Person-hours. All of them are paid, overtime with its extra pay. "
                "Other tasks: training, building, assessments."
            ),
        ),
        Part.HAND_OVERS: PartWords(
            tr("Services handed over"),
            tr("Station"),
            (
                *(tr("Services"), tr("People")),
                *(tr("Mean wait for the next team"), tr("Most at a time"), tr("Waiting at the end")),
            ),
            tr("When their staff left they stopped, and the next team went on with them before all others."),
        ),
        Part.ROSTERS: PartWords(
            tr("Rosters"),
            tr("Role"),
            (
                *(tr("Hours planned"), tr("Hours there"), tr("Missing for want of rest")),
                *(
                    tr("People called in"),
                    tr("Hours of people called in"),
                    tr("People on the roll"),
                    tr("Hours unpaid"),
                ),
            ),
            tr("Person-hours. Planned: by the shifts. There: on duty, on a break, in a handover or on another task."),
        ),
        Part.STAND_INS: PartWords(
            tr("Standing in for others"),
            tr("Role"),
            (tr("Hours in another role's place"), tr("Share of its time on duty (%)"), tr("Most people at a time")),
            tr("People who are trained for more than their own role, at the pace that the scenario says."),
        ),
        Part.AGENCIES: PartWords(
            tr("Agencies"),
            tr("Agency"),
            (tr("Roles"), tr("Stations"), tr("Hours of its people"), tr("Cost"), tr("People served")),
            tr(
                "A station is that of the first agency that the roles of its team name. "
                "Whoever is served twice counts twice."
            ),
        ),
        Part.COSTS: PartWords(
            tr("Costs"),
            tr("For"),
            (tr("Cost"), tr("Share (%)"), tr("For each person who arrived")),
            tr("In the currency of the scenario, for what it gives a price of."),
        ),
        Part.INTERPRETATION: PartWords(
            tr("Interpretation"),
            tr("Language"),
            (tr("People who came"), tr("Mean wait"), tr("Still waiting"), tr("Covered when they came (%)")),
            tr("At stations that call interpreters. Covered: somebody on duty spoke the language, busy or free."),
        ),
        Part.ESCORTS: PartWords(
            tr("Escorts"),
            tr("Escort"),
            (
                *(tr("Travel groups accompanied"), tr("Most at a time"), tr("Most people at a time")),
                *(tr("Mean time together"), tr("Together at the end")),
            ),
            tr("One goes with each travel group from station to station, and waits with it wherever it waits."),
        ),
    }
