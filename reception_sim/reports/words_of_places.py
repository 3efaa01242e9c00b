"""What the parts about places, borders and hazards are called in tables."""

from reception_sim.reports.part_headings import PartWords
from reception_sim.statistics import Part
from reception_sim.translation import tr


def words_of_places() -> dict[Part, PartWords]:
    """Return the words of each such part."""
    return {
        Part.TOWN_SERVICES: PartWords(
            tr("Schools and clinics"),
            tr("Site"),
            (
                *(tr("Places at school"), tr("Most children"), tr("Most without a place"), tr("Child-days without")),
                *(tr("Consultations given"), tr("Consultations missed")),
            ),
            tr("Children are those of 5 to 17 years; a person's age is the first year of the age band."),
        ),
        Part.NATIONALITIES_OUT: PartWords(
            tr("Ways out by nationality"),
            tr("Who, to where"),
            (tr("People"), tr("Time from arrival, median")),
            tr("By ISO 3166 code, of people whose nationality the scenario says."),
        ),
        Part.PHASES: PartWords(
            tr("Phases"),
            tr("Phase"),
            (
                *(tr("Measures taken"), tr("Lasted"), tr("Arrived"), tr("Registered"), tr("Left by a way out")),
                *(tr("Gave up"), tr("Wait, median"), tr("Still waiting at its end"), tr("Nights without shelter")),
                *(tr("Staff hours"), tr("Staff demobilised")),
            ),
            tr("Of IOM's crisis framework. A wait belongs to the phase in which it ended."),
        ),
        Part.RECOVERY: PartWords(
            tr("Backlog when recovery began"),
            tr("Station"),
            (tr("People who waited"), tr("Seen since"), tr("Gave up since"), tr("Still waiting"), tr("Cleared after")),
            tr("Cleared: the time from the beginning of recovery until the last of them had been seen."),
        ),
        Part.HAZARDS: PartWords(
            tr("Hazards"),
            tr("Hazard"),
            (tr("Times"), tr("Lasted in all"), tr("People served an hour meanwhile"), tr("And at other times")),
            tr("At the stations that it slows or closes."),
        ),
        Part.PLACES: PartWords(
            tr("Places that changed"),
            tr("Site"),
            (tr("Planned"), tr("Fewest"), tr("Most"), tr("At the end")),
            tr("Extended, given up, or lost to a hazard for a time."),
        ),
        Part.SECTIONS: PartWords(
            tr("Sections of sites"),
            tr("Section"),
            (tr("Places"), tr("Most people"), tr("Mean"), tr("At the end"), tr("Time when full")),
            tr(
                "People who have one of a section's places, of which so many are kept at the end; the other places of "
                "a site are open to everybody."
            ),
        ),
        Part.DISEASE: PartWords(
            tr("People who fell ill"),
            tr("Site"),
            (tr("Cases"), tr("Without isolation"), tr("Most people in isolation"), tr("Mean")),
            tr("In isolation are also those who travel with somebody ill; without: there was no room for them."),
        ),
        Part.BORDERS: PartWords(
            tr("Borders"),
            tr("Entry point or lane"),
            (
                *(
                    tr("People who came"),
                    tr("Most people on the other side"),
                    tr("Mean wait there"),
                    tr("Longest wait there"),
                ),
                *(tr("Turned another way"), tr("Still waiting there"), tr("Time when shut")),
            ),
            tr("The mean is of all who came, also those who crossed at once; the longest, of those who wait no more."),
        ),
        Part.PRESSURE: PartWords(
            tr("Pressure to close"),
            tr("What drives it"),
            (tr("Share of the weight (%)"), tr("Mean (%)"), tr("Worst (%)"), tr("Worst at"), tr("At the end (%)")),
            tr("0 % where a driver is eased, 100 % where it is unbearable; the whole is their mean by weight."),
        ),
    }
