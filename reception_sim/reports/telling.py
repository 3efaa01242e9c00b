"""How changes and happenings are told to a person, one line each."""

from collections.abc import Callable
from typing import TypeAlias, assert_never

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
from reception_sim.recording import Happening, HappeningKind
from reception_sim.reports.rule_words import tell_rule
from reception_sim.reports.wording import count, duration
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr

TitleOf: TypeAlias = Callable[[str], str]


def tell_action(taken: Action, scenario: ScenarioPlan) -> str:
    """Say what an action does: Post 4 at Registration: Interpreter."""
    if isinstance(taken, ActionOnStaff):
        return _tell_of_staff(taken, scenario.title_of)
    if isinstance(taken, ActionOnPlaces | ActionOnSharing):
        title = scenario.title_of
        return _tell_of_places(taken, title) if isinstance(taken, ActionOnPlaces) else _tell_of_sharing(taken, title)
    if isinstance(taken, ActionOnThings):
        return _tell_of_things(taken, scenario.title_of)
    if isinstance(taken, ActionOnLifelines):
        return _tell_of_lifelines(taken, scenario.title_of)
    if isinstance(taken, ActionOnSupport):
        return _tell_of_support(taken, scenario.title_of)
    if isinstance(taken, ActionOfTrainers):
        return _tell_of_trainers(taken, scenario.title_of)
    assert_never(taken)


def tell_happening(told: Happening, scenario: ScenarioPlan) -> str:
    """Say in one line what happened."""
    place = scenario.title_of(told.subject) if told.subject else ""
    number = count(told.count)
    match told.kind:
        case HappeningKind.ACTION_TAKEN:
            return _tell_taken(told.title, place)
        case HappeningKind.INJECT_SENT:
            return tr("Inject: {title}", title=told.title)
        case HappeningKind.RULE_MET | HappeningKind.RULE_FIRED | HappeningKind.RULE_ENDED:
            return tell_rule(told, scenario)
        case _:
            return _tell_of_place(told.kind, place, number)


def _tell_of_staff(taken: ActionOnStaff, title: TitleOf) -> str:
    match taken:
        case PostStaff(at, role, number):
            return tr("Post {n} at {place}: {role}", n=number, role=title(role), place=title(at))
        case CallInStaff(role, number, lasting):
            return tr("Call in {n} for {time}: {role}", n=number, role=title(role), time=duration(lasting))
        case Demobilise(role, number):
            return tr("Send {n} home for good: {role}", n=number, role=title(role))
        case TrainStaff(role, number, lasting):
            return tr("Train {n} for {time}: {role}", n=number, role=title(role), time=duration(lasting))
        case _:
            assert_never(taken)


def _tell_of_places(taken: ActionOnPlaces, title: TitleOf) -> str:
    match taken:
        case OpenStation(at) | OpenSite(at):
            text, takes = tr("Open {place}", place=title(at)), taken.after if isinstance(taken, OpenSite) else 0.0
            return tr("{text}, after {time}", text=text, time=duration(takes)) if takes else text
        case CloseStation(at) | CloseSite(at):
            return tr("Close {place}", place=title(at))
        case SetPosts(at, number):
            return tr("Have {n} posts at {place}", n=number, place=title(at))
        case SetQueueOrder(at, order):
            return tr("Queue order at {place}: {order}", place=title(at), order=tr(str(order)))
        case ScaleArrivals(at, factor, lasting):
            text = tr("Multiply arrivals at {place} by {factor}", place=title(at), factor=f"{factor:g}")
            return _for_a_time(text, lasting)
        case CloseBorder() | OpenBorder() | SetMetering():
            return _tell_of_borders(taken, title(taken.at))
        case _:
            assert_never(taken)


def _tell_of_sharing(taken: ActionOnSharing, title: TitleOf) -> str:
    match taken:
        case SetShare(origin, destination, share):
            ends = {"origin": title(origin), "destination": title(destination)}
            return tr("Send {share} % from {origin} to {destination}", share=f"{100 * share:g}", **ends)
        case SetSection(at, places):
            return tr("Keep {n} places: {section}", n=places, section=title(at))
        case _:
            assert_never(taken)


def _tell_of_borders(taken: CloseBorder | OpenBorder | SetMetering, place: str) -> str:
    match taken:
        case CloseBorder(_, lasting):
            return _for_a_time(tr("Close the border: {place}", place=place), lasting)
        case OpenBorder():
            return tr("Open the border: {place}", place=place)
        case SetMetering(_, None):
            return tr("Let all people across: {place}", place=place)
        case SetMetering(_, persons):
            return tr("Let {n} people an hour across: {place}", n=persons, place=place)
        case _:
            assert_never(taken)


def _tell_of_things(taken: ActionOnThings, title: TitleOf) -> str:
    match taken:
        case SetCount(of, number):
            return tr("Set {fleet} to {n}", fleet=title(of), n=number)
        case BreakDown(of, number, lasting):
            return tr("{n} break down for {time}: {things}", n=number, things=title(of), time=duration(lasting))
        case OrderSupplies(of, quantity, after):
            text = tr("Order {n}: {supply}", n=count(quantity), supply=title(of))
            return text if after is None else tr("{text}, there after {time}", text=text, time=duration(after))
        case _:
            assert_never(taken)


def _tell_of_lifelines(taken: ActionOnLifelines, title: TitleOf) -> str:
    match taken:
        case CloseRoad(start, end, lasting):
            return _for_a_time(tr("Close the way from {start} to {end}", start=title(start), end=title(end)), lasting)
        case OpenRoad(start, end):
            return tr("Open the way from {start} to {end}", start=title(start), end=title(end))
        case CutPower(at, lasting):
            return _for_a_time(tr("The power fails: {place}", place=_where(at, title)), lasting)
        case RestorePower(at):
            return tr("The power is back: {place}", place=_where(at, title))
        case CutNetwork(at, lasting):
            return _for_a_time(tr("The network fails: {place}", place=_where(at, title)), lasting)
        case RestoreNetwork(at):
            return tr("The network is back: {place}", place=_where(at, title))
        case _:
            assert_never(taken)


def _tell_of_support(taken: ActionOnSupport, title: TitleOf) -> str:
    match taken:
        case SendPackage(package, to):
            text = tr("Call {package}", package=title(package))
            return text if to is None else tr("{text}: {place}", text=text, place=title(to))
        case LetHappen(hazard):
            return tr("It happens: {hazard}", hazard=title(hazard))
        case Assess(at):
            return tr("Assess every place") if at is None else tr("Assess {place}", place=title(at))
        case ChangePlaces(at, by, after):
            text = tr("{n} places more at {place}", n=by, place=title(at))
            if by < 0:
                text = tr("{n} places fewer at {place}", n=-by, place=title(at))
            return tr("{text}, after {time}", text=text, time=duration(after)) if after else text
        case _:
            assert_never(taken)


def _tell_of_trainers(taken: ActionOfTrainers, title: TitleOf) -> str:
    match taken:
        case HoldClocks():
            return tr("Hold the clocks of people")
        case LetClocksRun():
            return tr("Let the clocks of people run again")
        case HurryVehicle(of, None):
            return tr("{fleet}: the next is there now", fleet=title(of))
        case HurryVehicle(of, to):
            return tr("{fleet} to {place}: the next is there now", fleet=title(of), place=title(to or ""))
        case DelayVehicle(of, by, None):
            return tr("{fleet}: the next is there {time} later", fleet=title(of), time=duration(by))
        case DelayVehicle(of, by, to):
            way = tr("{fleet} to {place}", fleet=title(of), place=title(to or ""))
            return tr("{way}: the next is there {time} later", way=way, time=duration(by))
        case _:
            assert_never(taken)


def _where(at: str | None, title: TitleOf) -> str:
    return tr("everywhere") if at is None else title(at)


def _tell_taken(title: str, place: str) -> str:
    """Say which kind of action was taken where; a title that is no action's name says it all."""
    sentences = {
        PostStaff.__name__: tr("{place}: staff posted anew", place=place),
        CallInStaff.__name__: tr("{place}: more called in", place=place),
        OpenStation.__name__: tr("{place} opened", place=place),
        OpenSite.__name__: tr("{place} opened", place=place),
        CloseStation.__name__: tr("{place} closed", place=place),
        CloseSite.__name__: tr("{place} closed to newcomers", place=place),
        ScaleArrivals.__name__: tr("{place}: other arrivals than planned", place=place),
        SetCount.__name__: tr("{place}: another number", place=place),
        SetPosts.__name__: tr("{place}: another number of posts", place=place),
        SetQueueOrder.__name__: tr("{place}: another queue order", place=place),
        Demobilise.__name__: tr("{place}: some are sent home for good", place=place),
        TrainStaff.__name__: tr("{place}: training on the spot", place=place),
        CloseBorder.__name__: tr("{place}: the border is closed", place=place),
        OpenBorder.__name__: tr("{place}: the border is open again", place=place),
        SetMetering.__name__: tr("{place}: another number is let across", place=place),
        CloseRoad.__name__: tr("{place}: a way from here is closed", place=place),
        OpenRoad.__name__: tr("{place}: the way from here is open again", place=place),
        BreakDown.__name__: tr("{place}: a breakdown", place=place),
        SendPackage.__name__: tr("{place}: called", place=place),
        Assess.__name__: tr("{place}: an assessment is ordered", place=place or tr("Every place")),
        LetHappen.__name__: tr("{place}: let happen", place=place),
        ChangePlaces.__name__: tr("{place}: another number of places", place=place),
        CutPower.__name__: tr("{place}: the power has failed", place=place or tr("Everywhere")),
        RestorePower.__name__: tr("{place}: the power is back", place=place or tr("Everywhere")),
        CutNetwork.__name__: tr("{place}: the network has failed", place=place or tr("Everywhere")),
        RestoreNetwork.__name__: tr("{place}: the network is back", place=place or tr("Everywhere")),
        OrderSupplies.__name__: tr("{place}: more is ordered", place=place),
        HoldClocks.__name__: tr("The trainer holds the clocks of people"),
        LetClocksRun.__name__: tr("The trainer lets the clocks of people run"),
        HurryVehicle.__name__: tr("{place}: one is hurried", place=place),
        DelayVehicle.__name__: tr("{place}: one is delayed", place=place),
    }
    return sentences.get(title, title or place)


def _tell_of_place(kind: HappeningKind, place: str, number: str) -> str:
    sentences = {
        HappeningKind.VEHICLE_DEPARTED: tr("{place} departed with {n} people", place=place, n=number),
        HappeningKind.VEHICLE_HELD: tr("{place} is held back: the next place is full", place=place),
        HappeningKind.VEHICLE_BROKE_DOWN: tr("{place}: one has broken down, {n} still run", place=place, n=number),
        HappeningKind.VEHICLE_REPAIRED: tr("{place}: one is repaired, {n} run", place=place, n=number),
        HappeningKind.SHIFT_CHANGED: tr("{place}: {n} on duty", place=place, n=number),
        HappeningKind.EQUIPMENT_FAILED: tr("{place}: one has broken down, {n} still work", place=place, n=number),
        HappeningKind.EQUIPMENT_REPAIRED: tr("{place}: one is repaired, {n} work", place=place, n=number),
        HappeningKind.SUPPLY_DELIVERED: tr("{place}: {n} delivered", place=place, n=number),
        HappeningKind.CONVOY_CROSSED: tr(
            "{place}: a convoy crossed after {n} hours at the border", place=place, n=number
        ),
        HappeningKind.PACKAGE_SENT: tr("{place} is called, and will be there in {n} h", place=place, n=number),
        HappeningKind.PACKAGE_REFUSED: tr("{place} cannot come: it has been called as often as it can be", place=place),
        HappeningKind.PACKAGE_ARRIVED: tr("{place} is there", place=place),
        HappeningKind.PACKAGE_LEFT: tr("{place} has left", place=place),
        HappeningKind.SUPPLY_RAN_OUT: tr("{place}: nothing is left", place=place),
        HappeningKind.SITE_EXTENDED: tr("{place}: {n} places now", place=place, n=number),
        HappeningKind.MEASURE_READY: tr("{place}: ready", place=place),
        HappeningKind.HAZARD_BEGAN: tr("{place} begins", place=place),
        HappeningKind.ISOLATION_FULL: tr("{place}: somebody is ill, and there is no room in isolation", place=place),
        HappeningKind.HAZARD_ENDED: tr("{place} is over", place=place),
        HappeningKind.STAFF_CALLED_IN: tr("{place}: {n} who are on call are called in", place=place, n=number),
        HappeningKind.ASSESSMENT_BEGAN: tr("Assessment begins: {place}", place=place or tr("every place")),
        HappeningKind.ASSESSMENT_DONE: tr("Assessment done: {place}", place=place or tr("every place")),
        HappeningKind.CLOCKS_HELD: tr("The clocks of people are held"),
        HappeningKind.CLOCKS_RUN: tr("The clocks of people run again"),
        HappeningKind.SITE_FILLED: tr("{place} is full: {n} people", place=place, n=number),
    }
    return sentences[kind]


def _for_a_time(text: str, lasting: float | None) -> str:
    return text if lasting is None else tr("{text} for {time}", text=text, time=duration(lasting))
