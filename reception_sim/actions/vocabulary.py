"""Every action there is, and the name by which a file says it."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from reception_sim.actions.on_places import CloseSite, CloseStation, OpenSite, OpenStation, ScaleArrivals
from reception_sim.actions.on_staff import CallInStaff, PostStaff
from reception_sim.actions.on_things import SetCount

Action: TypeAlias = (
    PostStaff | CallInStaff | OpenStation | CloseStation | OpenSite | CloseSite | ScaleArrivals | SetCount
)
ACTIONS: Final[Mapping[str, type[Action]]] = {
    "post_staff": PostStaff,
    "call_in_staff": CallInStaff,
    "open_station": OpenStation,
    "close_station": CloseStation,
    "open_site": OpenSite,
    "close_site": CloseSite,
    "scale_arrivals": ScaleArrivals,
    "set_count": SetCount,
}
