"""The vocabulary of change: what anybody can do to a reception system while it runs, and the journal of it."""

from reception_sim.actions.arguments import Argument, ArgumentKind, arguments_of, fitting_for, fitting_names, meaning_of
from reception_sim.actions.journal import Journal, JournalEntry, Origin
from reception_sim.actions.objections import objection
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
from reception_sim.actions.vocabulary import ACTIONS, Action, effect_ends_after
from reception_sim.actions.writing import places_of, problems_in_actions, read_action, write_action

__all__ = [
    "ACTIONS",
    "Action",
    "ActionOfTrainers",
    "ActionOnLifelines",
    "ActionOnPlaces",
    "ActionOnSharing",
    "ActionOnStaff",
    "ActionOnSupport",
    "ActionOnThings",
    "Argument",
    "ArgumentKind",
    "Assess",
    "BreakDown",
    "CallInStaff",
    "ChangePlaces",
    "CloseBorder",
    "CloseRoad",
    "CloseSite",
    "CloseStation",
    "CutNetwork",
    "CutPower",
    "DelayVehicle",
    "Demobilise",
    "HoldClocks",
    "HurryVehicle",
    "Journal",
    "JournalEntry",
    "LetClocksRun",
    "LetHappen",
    "OpenBorder",
    "OpenRoad",
    "OpenSite",
    "OpenStation",
    "OrderSupplies",
    "Origin",
    "PostStaff",
    "RestoreNetwork",
    "RestorePower",
    "ScaleArrivals",
    "SendPackage",
    "SetCount",
    "SetMetering",
    "SetPosts",
    "SetQueueOrder",
    "SetSection",
    "SetShare",
    "TrainStaff",
    "arguments_of",
    "effect_ends_after",
    "fitting_for",
    "fitting_names",
    "meaning_of",
    "objection",
    "places_of",
    "problems_in_actions",
    "read_action",
    "write_action",
]
