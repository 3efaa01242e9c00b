"""What the parts of a reception system are called in tables: titles, headings, rows and notes; the one home of each."""

from typing import Final

from reception_sim.reports.part_headings import PartWords
from reception_sim.reports.plan_words import language_in_words, sex_in_words
from reception_sim.reports.wording import need_in_words, sentence
from reception_sim.reports.words_of_places import words_of_places
from reception_sim.reports.words_of_staff import words_of_staff
from reception_sim.scenario.people import Sex
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.statistics import AGENCY, EVERYBODY, FLOW, STILL_HERE, WENT_TO, Part
from reception_sim.translation import tr

_LANGUAGE: Final = "language "
_MOVEMENT: Final = "movement "


def part_words(part: Part) -> PartWords:
    """Return the words of a part's table."""
    return _words()[part]


def subject_in_words(subject: str, scenario: ScenarioPlan) -> str:
    """Return what a row is called: the title of an id of the plan, a specific need, or the word itself."""
    if not subject:
        return tr("Whole system")
    if subject in _people():
        return _people()[subject]
    if subject.startswith((AGENCY, FLOW, WENT_TO, STILL_HERE, _LANGUAGE)):
        return _said(subject, scenario)
    sex, _, band = subject.removeprefix(_MOVEMENT).partition(" ")
    if band and sex in tuple(Sex):
        return tr("{who}, {age}", who=sentence(sex_in_words(Sex(sex))), age=band)
    try:
        return scenario.title_of(subject)
    except KeyError:
        return need_in_words(subject.removeprefix(_MOVEMENT))


def _said(subject: str, scenario: ScenarioPlan) -> str:
    """Return what a row is called that says its kind in its first word."""
    kind, _, name = subject.partition(" ")
    if kind == AGENCY.strip():
        return name
    if kind == FLOW.strip():
        station, _, origin = name.partition(" ")
        return tr("{place}, from {origin}", place=scenario.title_of(station), origin=scenario.title_of(origin))
    if kind == WENT_TO.strip():
        way_out, _, code = name.partition(" ")
        return tr("{code}, {place}", code=code, place=scenario.exits[way_out].going_to)
    if kind == STILL_HERE.strip():
        return tr("{code}, still here", code=name)
    return language_in_words(name)


def _people() -> dict[str, str]:
    return {EVERYBODY: tr("Everybody"), **{sex.value: sentence(sex_in_words(sex)) for sex in Sex}}


def _words() -> dict[Part, PartWords]:
    return {
        **words_of_places(),
        **words_of_staff(),
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
        Part.SUPPLIES: PartWords(
            tr("Supplies in use"),
            tr("Supply"),
            (
                *(tr("Used"), tr("Missed"), tr("Person-days without"), tr("Longest with nothing left"), tr("Orders")),
                *(tr("Vehicles across"), tr("Mean delay at the border"), tr("Longest delay")),
            ),
            tr("Missed: wanted when nothing was left. The delay of a convoy is its wait at the crossing."),
        ),
        Part.OUTAGES: PartWords(
            tr("Outages and paper"),
            tr("Station"),
            (
                *(
                    tr("Without power"),
                    tr("Without network"),
                    tr("Forms on paper"),
                    tr("Typed in"),
                    tr("Still to type"),
                ),
                *(tr("Until typed in, median"), tr("Until typed in, longest")),
            ),
            tr("Whoever is registered on paper counts as registered when the form has been typed in."),
        ),
        Part.PACKAGES: PartWords(
            tr("Packages that were called"),
            tr("Package"),
            (
                *(tr("Calls"), tr("Refused"), tr("Calls left"), tr("First there after")),
                *(tr("Time there"), tr("Cost of the calls")),
            ),
            tr("A call is refused when the package has been called as often as the plan allows."),
        ),
        Part.ROADS: PartWords(
            tr("Closed roads"),
            tr("From"),
            (tr("Most people held"), tr("Person-hours held"), tr("Held at the end")),
            tr("People who could not set out because the road was closed; residents wait in their site."),
        ),
        Part.SECTORS: PartWords(
            tr("Sectors of assistance"),
            tr("Sector"),
            (
                *(tr("Parts before"), tr("In the emergency"), tr("In recovery")),
                *(tr("People reached"), tr("Standards kept (%)")),
            ),
            tr("Of the fifteen in IOM's Migration Crisis Operational Framework, those that the scenario names."),
        ),
        Part.PREPAREDNESS: PartWords(
            tr("Preparedness"),
            tr("Measure"),
            (tr("Taken"), tr("Begun ahead"), tr("Ready after the start"), tr("Cost")),
            tr("A measure begun too late is ready only when its lead time is over."),
        ),
        Part.KNOWLEDGE: PartWords(
            tr("Known against true"),
            tr("Place"),
            (
                *(tr("Reports"), tr("Mean age"), tr("Assessed (%)")),
                *(tr("People off, mean"), tr("Off (%)"), tr("Most off"), tr("When")),
                *(tr("Known at the end"), tr("True at the end")),
            ),
            tr(
                "People in a queue, in a site or before a border: the coordinator's last count against the truth. "
                "Age: since it was taken. Assessed: share of the time under an assessment. "
                "Before the first report nobody is known of."
            ),
        ),
        Part.FLOWS: PartWords(
            tr("Flows that share a station"),
            tr("Station and flow"),
            (tr("People who came"), tr("Mean wait"), tr("Wait, 95 % within"), tr("Longest wait"), tr("Still waiting")),
            tr("By the place that people came from; each visit counts, but for those who gave up."),
        ),
        Part.BLOCKING: PartWords(
            tr("Held back by full places"),
            tr("Station"),
            (
                *(tr("People held back"), tr("Hours of posts held")),
                *(tr("Held, mean"), tr("Held, longest"), tr("Still held")),
            ),
            tr("People whose next place was full stayed at the post, and nobody else was seen there."),
        ),
        Part.SESSIONS: PartWords(
            tr("Group sessions"),
            tr("Station"),
            (tr("Sessions"), tr("People a session"), tr("Mean wait for one")),
            tr("A session begins when enough people wait, or so long after the first of them came."),
        ),
        Part.CASELOADS: PartWords(
            tr("Caseloads"),
            tr("Station"),
            (tr("Cases at most"), tr("Opened"), tr("Most open"), tr("Open at the end"), tr("Time when full (%)")),
            tr("One case a travel group, from its service on; nobody new is taken on while all cases are open."),
        ),
        Part.SECOND_VISITS: PartWords(
            tr("Second visits"),
            tr("Station"),
            (tr("People who came twice"), tr("Share of those served (%)"), tr("Away at the end")),
            tr("Away: people who were told to come again and have not yet come."),
        ),
        Part.APPOINTMENTS: PartWords(
            tr("Appointments"),
            tr("Station"),
            (tr("Appointments made"), tr("Missed (%)"), tr("Mean time ahead"), tr("Awaited at the end")),
            tr("Counted by person. Whoever misses an appointment is given another one."),
        ),
        Part.NEEDS_FORMS: PartWords(
            tr("Questions about needs"),
            tr("Station"),
            (tr("People asked"), tr("Asked before elsewhere"), tr("Spared the questions"), tr("Time that asking took")),
            tr("With a joint form nobody is asked again; with each agency apart, every agency asks for itself."),
        ),
        Part.DOCUMENTS: PartWords(
            tr("Documents given"),
            tr("Station"),
            (tr("People who got documents"),),
            tr("People who did not yet hold these documents. Later ways go by what they hold now."),
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
        Part.NEEDS_SEEN: PartWords(
            tr("Needs present and needs seen"),
            tr("Who"),
            (
                tr("Present"),
                tr("Seen"),
                tr("Not seen yet"),
                tr("Left unseen"),
                tr("Seen by the time of leaving (%)"),
                tr("Time until seen, mean"),
                tr("95th percentile"),
            ),
            tr(
                "One count a person and need; the rows by sex and age count all needs together. "
                "Times are from arrival, of those that were seen."
            ),
        ),
        Part.PROTECTION_RISK: PartWords(
            tr("Protection risk"),
            tr("Site"),
            (
                *(tr("Gender-based violence, mean (%)"), tr("Worst (%)"), tr("Hours at 50 % or more")),
                *(tr("Child protection, mean (%)"), tr("Worst (%)"), tr("Hours at 50 % or more")),
                *(tr("Trafficking, mean (%)"), tr("Worst (%)"), tr("Hours at 50 % or more")),
            ),
            tr(
                "Share of the conditions that hold which make it likelier: overcrowding, people without shelter, "
                "little space, few, shared or far toilets, darkness, children alone. "
                "It tells where to look, not what happened."
            ),
        ),
        Part.EQUITY: PartWords(
            tr("Equity"),
            tr("Who"),
            (
                *(tr("People"), tr("Until registered, median"), tr("Needs seen (%)"), tr("Sheltered (%)")),
                *(tr("Chance of such waits (%)"), tr("Chance of such needs seen (%)")),
            ),
            tr(
                "Reception is without discrimination, whatever the status. The chance stands in the first row of each "
                "comparison: how often a difference as large would come about if all were treated alike; below 5 %, "
                "look for the reason. None where there are too few to tell."
            ),
        ),
        Part.SADD: PartWords(
            tr("People by sex and age (SADD)"),
            tr("Who"),
            (
                tr("Arrived"),
                tr("In the system"),
                tr("Found shelter"),
                tr("Registered"),
                tr("Left by an exit"),
                tr("Gave up"),
            ),
            tr(
                "People there at the start are among the arrived. Found shelter and registered: at any time of the run."
            ),
        ),
        Part.GIVING_UP: PartWords(
            tr("Giving up"),
            tr("Station"),
            (tr("Gave up"), tr("Left"), tr("Turned to another way"), tr("Came back"), tr("Still away")),
            tr("People a time: whoever gives up and comes back twice counts twice. A return is no new arrival."),
        ),
        Part.FAMILY_TRACING: PartWords(
            tr("Separated families"),
            tr("Where"),
            (
                *(
                    tr("Families separated"),
                    tr("People in them"),
                    tr("Reunited by tracing"),
                    tr("Met in the same site"),
                ),
                *(tr("Still apart"), tr("Time apart, mean"), tr("Longest time")),
            ),
            tr("Families of whom a part boarded another boat or bus; each counts once. Times are of those reunited."),
        ),
        Part.DIGNITY: PartWords(
            tr("Dignity"),
            tr("Where"),
            (
                tr("Nights without shelter"),
                tr("Hours without enough water"),
                tr("Hours without enough toilets"),
                tr("Hours without the supply"),
                tr("Hours outside in bad weather"),
                tr("Children alone beyond the time"),
                tr("Families apart"),
            ),
            tr(
                "Counted for each person. A night is from 22:00 to 06:00 local time, an hour of it an eighth; the "
                "whole system counts everybody who had no place in a site and was not under way. "
                "Enough is what the plan's own standard says: whoever is beyond the number it is for goes without."
            ),
        ),
    }
