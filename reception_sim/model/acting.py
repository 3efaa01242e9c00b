"""What each action does to the living reception system."""

from typing import assert_never

from reception_sim.actions import (
    Action,
    ActionOfTrainers,
    ActionOnLifelines,
    ActionOnPlaces,
    ActionOnSharing,
    ActionOnStaff,
    ActionOnSupport,
    ActionOnThings,
    Assess,
    BreakDown,
    CallInStaff,
    ChangePlaces,
    CloseBorder,
    CloseRoad,
    CloseSite,
    CloseStation,
    CutNetwork,
    CutPower,
    DelayVehicle,
    Demobilise,
    HoldClocks,
    HurryVehicle,
    LetClocksRun,
    LetHappen,
    OpenBorder,
    OpenRoad,
    OpenSite,
    OpenStation,
    OrderSupplies,
    PostStaff,
    RestoreNetwork,
    RestorePower,
    ScaleArrivals,
    SendPackage,
    SetCount,
    SetMetering,
    SetPosts,
    SetQueueOrder,
    SetSection,
    SetShare,
    TrainStaff,
)
from reception_sim.model.building import System
from reception_sim.model.interruptions import Interruptions
from reception_sim.model.kernel import Kernel
from reception_sim.recording import HappeningKind
from reception_sim.scenario.borders import MeteringPlan
from reception_sim.scenario.quantities import HOUR


def take(action: Action, system: System, kernel: Kernel) -> None:
    """Let an action take effect now."""
    if isinstance(action, ActionOnStaff):
        _act_on_staff(action, system, kernel)
    elif isinstance(action, ActionOnPlaces):
        _act_on_places(action, system, kernel)
    elif isinstance(action, ActionOnSharing):
        _share_out(action, system)
    elif isinstance(action, ActionOnThings):
        _act_on_things(action, system)
    elif isinstance(action, ActionOnLifelines):
        _act_on_lifelines(action, system)
    elif isinstance(action, ActionOnSupport):
        _act_on_support(action, system, kernel)
    elif isinstance(action, ActionOfTrainers):
        _act_as_trainer(action, system)
    else:
        assert_never(action)


def _act_on_staff(action: ActionOnStaff, system: System, kernel: Kernel) -> None:
    match action:
        case PostStaff():
            system.rosters[action.role].stock.post(action.at, action.count)
        case CallInStaff():
            roster = system.rosters[action.role]
            roster.change(action.count)
            kernel.after(action.lasting, lambda: roster.change(-action.count))
        case TrainStaff():
            system.skills[action.role].train(action.count, action.lasting)
        case Demobilise():
            system.rosters[action.role].demobilise(action.count)
        case _:
            assert_never(action)


def _act_on_places(action: ActionOnPlaces, system: System, kernel: Kernel) -> None:
    match action:
        case OpenStation() | CloseStation():
            system.stations[action.at].set_open(isinstance(action, OpenStation))
        case SetPosts():
            system.stations[action.at].set_posts(action.to)
        case SetQueueOrder():
            system.stations[action.at].set_order(action.order)
        case OpenSite():
            _open_site(action, system, kernel)
        case CloseSite():
            system.sites[action.at].set_open(False)
        case ScaleArrivals():
            system.entries[action.at].scale(action.factor, action.lasting)
        case CloseBorder() | OpenBorder() | SetMetering():
            _act_on_borders(action, system)
        case _:
            assert_never(action)


def _share_out(action: ActionOnSharing, system: System) -> None:
    match action:
        case SetShare():
            system.shares(action.origin).send(action.destination, action.share)
        case SetSection():
            site, _, section = action.at.partition(".")
            system.sites[site].set_section(section, action.to)
        case _:
            assert_never(action)


def _act_on_borders(action: CloseBorder | OpenBorder | SetMetering, system: System) -> None:
    entry, _, lane = action.at.partition(".")
    border = system.guard(entry)
    part = border.lanes[lane] if lane else border
    match action:
        case CloseBorder():
            part.closure.begin(action.lasting)
        case OpenBorder():
            part.closure.end()
        case SetMetering():
            part.meter(None if action.per_hour is None else MeteringPlan(persons=action.per_hour, every=HOUR))
        case _:
            assert_never(action)


def _act_on_things(action: ActionOnThings, system: System) -> None:
    match action:
        case SetCount():
            system.thing(action.of).set_count(action.to)
        case BreakDown():
            for _ in range(action.count):
                system.thing(action.of).break_down(action.lasting)
        case OrderSupplies():
            system.supplies[action.of].order(action.quantity, action.after)
        case _:
            assert_never(action)


def _act_on_lifelines(action: ActionOnLifelines, system: System) -> None:
    match action:
        case CloseRoad() | CutPower() | CutNetwork():
            for interrupted in _lifelines(action, system):
                interrupted.begin(action.lasting)
        case OpenRoad() | RestorePower() | RestoreNetwork():
            for interrupted in _lifelines(action, system):
                interrupted.end()
        case _:
            assert_never(action)


def _lifelines(action: ActionOnLifelines, system: System) -> list[Interruptions]:
    """Return the roads, the power or the network that an action means; only stations that need it have any."""
    if isinstance(action, CloseRoad | OpenRoad):
        return [road.closure for road in system.roads(action.origin, action.destination)]
    lines = [line for name, line in system.lifelines.items() if action.at in (None, name)]
    if isinstance(action, CutPower | RestorePower):
        return [line.power for line in lines if line.station.plan.needs_power]
    return [line.network for line in lines if line.station.plan.needs_network]


def _act_on_support(action: ActionOnSupport, system: System, kernel: Kernel) -> None:
    match action:
        case SendPackage():
            system.packages[action.package].send(action.to)
        case LetHappen():
            system.hazards[action.hazard].strike()
        case ChangePlaces():
            _change_places(action, system, kernel)
        case Assess():
            assert system.reporting is not None  # refused otherwise
            system.reporting.assess(action.at)
        case _:
            assert_never(action)


def _act_as_trainer(action: ActionOfTrainers, system: System) -> None:
    match action:
        case HoldClocks() | LetClocksRun():
            system.clocks.turn(held=isinstance(action, HoldClocks))
        case HurryVehicle():
            system.fleets[action.of].hurry(action.to)
        case DelayVehicle():
            system.fleets[action.of].delay(action.by, action.to)
        case _:
            assert_never(action)


def _change_places(action: ChangePlaces, system: System, kernel: Kernel) -> None:
    """Extend a site once the work is done, or give places up; whoever builds is away from the desks."""
    site = system.sites[action.at]

    def finish() -> None:
        site.change_places(max(action.by, -site.places))
        kernel.happened(HappeningKind.SITE_EXTENDED, site.id, site.places)

    _bind(action, system)
    kernel.after(action.after, finish)


def _open_site(action: OpenSite, system: System, kernel: Kernel) -> None:
    """Open a site, once it has been made ready."""
    site = system.sites[action.at]
    if not action.after:
        site.set_open(True)
        return
    _bind(action, system)
    kernel.after(action.after, lambda: site.set_open(True))


def _bind(action: ChangePlaces | OpenSite, system: System) -> None:
    """Take the people who do the work away from their desks for its time."""
    if action.role is not None:
        system.rosters[action.role].send_away(action.count, action.after)
