"""Every action there is, and the name by which a file says it."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from reception_sim.actions.of_trainers import (
    ActionOfTrainers,
    DelayVehicle,
    HoldClocks,
    HurryVehicle,
    LetClocksRun,
)
from reception_sim.actions.on_lifelines import (
    ActionOnLifelines,
    CloseRoad,
    CutNetwork,
    CutPower,
    OpenRoad,
    RestoreNetwork,
    RestorePower,
)
from reception_sim.actions.on_places import (
    ActionOnPlaces,
    CloseBorder,
    CloseSite,
    CloseStation,
    OpenBorder,
    OpenSite,
    OpenStation,
    ScaleArrivals,
    SetMetering,
    SetPosts,
    SetQueueOrder,
)
from reception_sim.actions.on_sharing import ActionOnSharing, SetSection, SetShare
from reception_sim.actions.on_staff import ActionOnStaff, CallInStaff, Demobilise, PostStaff, TrainStaff
from reception_sim.actions.on_support import ActionOnSupport, Assess, ChangePlaces, LetHappen, SendPackage
from reception_sim.actions.on_things import ActionOnThings, BreakDown, OrderSupplies, SetCount

Action: TypeAlias = (
    ActionOnStaff
    | ActionOnPlaces
    | ActionOnSharing
    | ActionOnThings
    | ActionOnLifelines
    | ActionOnSupport
    | ActionOfTrainers
)
ACTIONS: Final[Mapping[str, type[Action]]] = {
    "post_staff": PostStaff,
    "call_in_staff": CallInStaff,
    "train_staff": TrainStaff,
    "demobilise": Demobilise,
    "open_station": OpenStation,
    "close_station": CloseStation,
    "set_posts": SetPosts,
    "set_queue_order": SetQueueOrder,
    "open_site": OpenSite,
    "close_site": CloseSite,
    "scale_arrivals": ScaleArrivals,
    "close_border": CloseBorder,
    "open_border": OpenBorder,
    "set_metering": SetMetering,
    "set_share": SetShare,
    "set_section": SetSection,
    "set_count": SetCount,
    "close_road": CloseRoad,
    "open_road": OpenRoad,
    "cut_power": CutPower,
    "restore_power": RestorePower,
    "cut_network": CutNetwork,
    "restore_network": RestoreNetwork,
    "break_down": BreakDown,
    "order_supplies": OrderSupplies,
    "send_package": SendPackage,
    "let_happen": LetHappen,
    "change_places": ChangePlaces,
    "assess": Assess,
    "hold_clocks": HoldClocks,
    "let_clocks_run": LetClocksRun,
    "hurry_vehicle": HurryVehicle,
    "delay_vehicle": DelayVehicle,
}


def effect_ends_after(action: Action) -> float | None:
    """Return how long after it took effect an action is over (s); None if it holds until something else is done.

    What people have learned stays with them: training is never over.
    """
    lasting = None if isinstance(action, TrainStaff) else getattr(action, "lasting", None)
    return lasting if isinstance(lasting, float) else None
