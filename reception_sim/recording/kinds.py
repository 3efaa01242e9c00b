"""What may happen and what may hold: the kinds of events, levels and happenings, each list closed."""

from enum import IntEnum, StrEnum
from typing import Final


class EventKind(IntEnum):
    """What may happen to a travel group; the list is closed."""

    GROUP_PRESENT = 1  # in the system when the scenario starts; counts as an arrival whose time is not known
    GROUP_ARRIVED = 2  # at an entry point
    QUEUE_JOINED = 3  # at a station
    SERVICE_STARTED = 4
    SERVICE_ENDED = 5
    RIDE_AWAITED = 6  # at the place it leaves from
    GROUP_SET_OUT = 7  # towards a place, on foot or aboard
    SITE_ENTERED = 8
    GROUP_SHELTERED = 9  # has a place within the site's capacity
    SITE_LEFT = 10
    GROUP_EXITED = 11  # through an exit that the plan names
    GROUP_LEFT = 12  # gave up waiting at a station, and left the reception system
    QUEUE_ABANDONED = 13  # gave up waiting at a station, to come back or go another way
    GROUP_RETURNED = 14  # at the station or entry point, after it gave up; no new arrival
    VISIT_AWAITED = 15  # has gone until its appointment or its second visit at the station


# Written by a model in place of several events at one moment; never read back as kinds of their own. The place of a
# link is its number among the recorder's links, each from one place to the next.
SERVED_AT_ONCE: Final = 255  # QUEUE_JOINED and SERVICE_STARTED
WENT_ON: Final = 254  # SERVICE_ENDED here, QUEUE_JOINED there
WENT_ON_AT_ONCE: Final = 253  # and SERVICE_STARTED there


class LevelKind(IntEnum):
    """What is recorded as a level that holds until it changes; the list is closed."""

    TEAMS_STAFFED = 1  # at a station: teams that could work there at once
    STAFF_ON_DUTY = 2  # of a role
    STATION_OPEN = 3  # 0 or 1
    SITE_OPEN = 4  # 0 or 1
    VEHICLES = 5  # of a fleet
    EQUIPMENT_WORKING = 6
    SUPPLY_STOCK = 7
    SUPPLY_WANTED = 8  # since the start
    SUPPLY_MISSED = 9  # since the start, for want of stock
    ARRIVAL_FACTOR = 10  # at an entry point
    SESSIONS_RUNNING = 61  # at a station: group sessions at this moment
    CASES_OPEN = 62  # at a station, carried by its caseworkers
    AWAY_UNTIL_SECOND_VISIT = 63  # persons who will come back to a station
    AT_WORK = 64  # of a role: those whom a service takes beside its team
    TRAINED = 65  # of a role: people trained on the spot so far
    VEHICLES_BROKEN = 41  # of a fleet: in repair
    VEHICLES_HELD = 42  # of a fleet: with people aboard, before a full place or a closed road
    SUPPLY_ON_ORDER = 44
    CONVOYS_WAITING = 45  # vehicles with goods that wait to cross at a place
    FORMS_TO_TYPE_IN = 46  # at a station
    POWER_OUT = 47  # 0 or 1, at a station that needs it
    NETWORK_OUT = 48  # 0 or 1, at a station that needs it
    PACKAGES_UNDER_WAY = 49  # of one kind
    PACKAGES_THERE = 50  # of one kind
    DOCUMENTS_GIVEN = 121  # persons, at a station since the start
    NEEDS_ASKED = 122  # persons asked about their needs, at a station since the start
    NEEDS_ASKED_AGAIN = 123  # of them, those whom another agency had asked before
    ASKING = 124  # s of services, at a station since the start
    APPOINTMENT_AWAITED = 125  # persons who have an appointment at a station
    APPOINTMENTS_MADE = 126  # persons, at a station since the start
    APPOINTMENTS_MISSED = 127  # persons, at a station since the start
    APPOINTMENT_AHEAD = 128  # person-seconds from asking to the appointed time, at a station since the start
    ON_BREAK = 71  # of a role, in persons
    IN_HANDOVER = 72  # of a role, in persons
    OVERTIME = 73  # of a role, in persons who have stayed on after their shift
    ACROSS_THE_BORDER = 91  # persons who wait on the other side of an entry point
    TURNED_AWAY = 92  # persons who waited there and went another way, since the start
    BORDER_SHUT = 93  # 0 or 1, at an entry point
    LONGEST_AT_BORDER = 95  # s: the longest wait on the other side of those who have crossed or turned away
    HAZARD = 96  # 0 or 1: whether it strikes
    PLACES_CHANGED = 97  # at a site: places more (or fewer) than planned
    DEMOBILISED = 104  # of a role, since the start
    CAME_BY_LANE = 105  # persons, since the start
    SECTION_PERSONS = 101  # in a section of a site
    SECTION_PLACES_CHANGED = 106  # of a site: places more (or fewer) than planned
    CASES = 102  # at a site since the start
    CASES_NOT_ISOLATED = 103  # at a site since the start, for want of room
    PRESSURE = 94  # %, of a driver of the pressure to close
    KNOWN_PERSONS = 141  # at a place: what the coordinator knows of the people there
    KNOWN_AS_OF = 142  # s: when that was counted
    KNOWN_ERROR = 143  # its standard deviation, as a share of the true number
    KNOWN_BY_ASSESSMENT = 146  # 0 or 1: whether that count was as good as an assessment
    ASSESSED = 144  # 0 or 1: whether an assessment of the place is still good
    ON_TASK = 145  # of a role, in persons: away from their desks to train, build or assess, and paid
    CALLED_IN = 147  # of a role, in persons: there because they were on call
    SHORT_OF_REST = 148  # of a role, in persons: missing from a shift because too few had rested
    ESCORTS_UNDER_WAY = 149  # of one kind: travel groups that have one
    ESCORTED = 150  # persons in these
    ESCORTS_BEGUN = 151  # of one kind, since the start
    STANDING_IN = 152  # of a role, in persons: at work in the place of another role
    SERVICES_STOPPED = 153  # at a station: services that wait for the next team
    SERVICES_HANDED_OVER = 154  # at a station, since the start
    HANDED_OVER = 155  # persons, at a station since the start
    HELD_AT_ROAD = 43  # persons who cannot set out from a place because a road is closed


class HappeningKind(StrEnum):
    """What is worth a line in the log; the list is closed."""

    ACTION_TAKEN = "action taken"
    INJECT_SENT = "inject sent"
    RULE_MET = "rule met"
    RULE_FIRED = "rule fired"
    RULE_ENDED = "rule ended"
    VEHICLE_DEPARTED = "vehicle departed"
    VEHICLE_HELD = "vehicle held"
    VEHICLE_BROKE_DOWN = "vehicle broke down"
    VEHICLE_REPAIRED = "vehicle repaired"
    SHIFT_CHANGED = "shift changed"
    EQUIPMENT_FAILED = "equipment failed"
    EQUIPMENT_REPAIRED = "equipment repaired"
    SUPPLY_DELIVERED = "supply delivered"
    SUPPLY_RAN_OUT = "supply ran out"
    CONVOY_CROSSED = "convoy crossed"
    PACKAGE_SENT = "package sent"
    PACKAGE_REFUSED = "package refused"
    PACKAGE_ARRIVED = "package arrived"
    PACKAGE_LEFT = "package left"
    SITE_FILLED = "site filled"
    SITE_EXTENDED = "site extended"
    MEASURE_READY = "measure ready"
    HAZARD_BEGAN = "hazard began"
    ISOLATION_FULL = "isolation full"
    HAZARD_ENDED = "hazard ended"
    STAFF_CALLED_IN = "staff called in"
    ASSESSMENT_BEGAN = "assessment began"
    ASSESSMENT_DONE = "assessment done"
    CLOCKS_HELD = "clocks held"
    CLOCKS_RUN = "clocks run"
