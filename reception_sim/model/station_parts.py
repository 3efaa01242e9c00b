"""Which parts a station gets from its plan."""

from reception_sim.model.caseloads import Caseload
from reception_sim.model.fast_tracks import KeptPosts
from reception_sim.model.fates import Traits
from reception_sim.model.kernel import Kernel
from reception_sim.model.routing import meeting
from reception_sim.model.second_visits import SecondVisits
from reception_sim.model.station import Station


def give_parts(station: Station, kernel: Kernel, traits: Traits) -> None:
    """Give a station what its plan says of its procedure; a plain one gets nothing."""
    plan, parts = station.plan, station.parts
    if plan.caseload is not None:
        parts.demands.append(Caseload(station.id, plan.caseload, kernel, station.serve))
    if plan.fast_track is not None:
        parts.first = meeting(plan.fast_track.who, kernel.crowd, traits)
        parts.demands.append(KeptPosts(plan.fast_track, parts.first, lambda: station.capacity))
    if plan.second_visit is not None:
        parts.after_service.append(SecondVisits(station.id, plan.second_visit, station, kernel).elsewhere)
