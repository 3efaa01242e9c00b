"""What each part of a reception system has to tell of a run: one table, a part a row."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from reception_sim.statistics.borders import borders, pressure
from reception_sim.statistics.costs import costs
from reception_sim.statistics.dignity import dignity
from reception_sim.statistics.duties import duties
from reception_sim.statistics.equity import equity
from reception_sim.statistics.escorts import escorts
from reception_sim.statistics.family_tracing import family_tracing
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.flows import blocking, flows
from reception_sim.statistics.giving_up import giving_up
from reception_sim.statistics.hazards import hazards
from reception_sim.statistics.interpretation import interpretation
from reception_sim.statistics.knowledge import knowledge
from reception_sim.statistics.nationalities_out import nationalities_out
from reception_sim.statistics.needs_seen import needs_seen
from reception_sim.statistics.packages import package_figures
from reception_sim.statistics.paper import outage_figures
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.phases import phases, recovery
from reception_sim.statistics.procedure import appointments, caseloads, documents, needs_forms, second_visits, sessions
from reception_sim.statistics.protection_risk import protection_risk
from reception_sim.statistics.sadd import sadd
from reception_sim.statistics.sections import disease, sections
from reception_sim.statistics.sectors import preparedness, sectors
from reception_sim.statistics.site_places import site_places
from reception_sim.statistics.staff_rosters import agencies, hand_overs, rosters, stand_ins
from reception_sim.statistics.supplies_in_use import supply_part
from reception_sim.statistics.town_services import town_services
from reception_sim.statistics.vehicles import road_figures, vehicle_figures
from reception_sim.statistics.ways_out import ways_out
from reception_sim.statistics.working_time import working_time

Telling: TypeAlias = Callable[[Findings], Iterable[PartFigure]]

TAKING: Final[Mapping[Part, Telling]] = {
    Part.WAYS_OUT: ways_out,
    Part.NATIONALITIES_OUT: nationalities_out,
    Part.VEHICLES: vehicle_figures,
    Part.ROADS: road_figures,
    Part.BORDERS: borders,
    Part.PRESSURE: pressure,
    Part.SECTORS: sectors,
    Part.PREPAREDNESS: preparedness,
    Part.PHASES: phases,
    Part.RECOVERY: recovery,
    Part.KNOWLEDGE: knowledge,
    Part.HAZARDS: hazards,
    Part.PLACES: site_places,
    Part.SECTIONS: sections,
    Part.TOWN_SERVICES: town_services,
    Part.DISEASE: disease,
    Part.FLOWS: flows,
    Part.BLOCKING: blocking,
    Part.SESSIONS: sessions,
    Part.CASELOADS: caseloads,
    Part.SECOND_VISITS: second_visits,
    Part.APPOINTMENTS: appointments,
    Part.NEEDS_FORMS: needs_forms,
    Part.DOCUMENTS: documents,
    Part.WORKING_TIME: working_time,
    Part.HAND_OVERS: hand_overs,
    Part.ROSTERS: rosters,
    Part.STAND_INS: stand_ins,
    Part.AGENCIES: agencies,
    Part.COSTS: costs,
    Part.INTERPRETATION: interpretation,
    Part.ESCORTS: escorts,
    Part.DUTIES: duties,
    Part.NEEDS_SEEN: needs_seen,
    Part.PROTECTION_RISK: protection_risk,
    Part.EQUITY: equity,
    Part.SADD: sadd,
    Part.GIVING_UP: giving_up,
    Part.FAMILY_TRACING: family_tracing,
    Part.DIGNITY: dignity,
    Part.SUPPLIES: supply_part,
    Part.OUTAGES: outage_figures,
    Part.PACKAGES: package_figures,
}


def part_figures(findings: Findings) -> Iterator[PartFigure]:
    """Yield the figures of every part that the scenario has, in the order of the parts."""
    for part in Part:
        yield from TAKING[part](findings)
