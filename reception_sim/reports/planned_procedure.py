"""How stations and fleets go beyond a team and its service time, as tables: sessions, interpreters, paper, boarding."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Table, columns, row
from reception_sim.reports.plan_words import condition_in_words, language_in_words, time_taken
from reception_sim.reports.wording import need_in_words, planned_duration, sentence, words_of
from reception_sim.scenario.procedure import AppointmentPlan
from reception_sim.scenario.stations import StationPlan
from reception_sim.scenario.vehicles import VehiclePlan
from reception_sim.translation import tr

TitleOf: TypeAlias = Callable[[str], str]


def planned_procedure(content: ReportContent) -> Table:
    """Return what stations do beside serving one travel group after another."""
    stations = content.scenario.stations.values()
    said = {plan.title: "; ".join(_station(plan, content.title_of)) for plan in stations}
    return Table(
        tr("Procedure at the stations"),
        columns(tr("Station"), tr("How it goes there"), words=2),
        tuple(row(title, sentence(how)) for title, how in said.items() if how),
    )


def planned_trips(content: ReportContent) -> Table:
    """Return who boards first, who takes more seats, how soon a vehicle is there, and how often one breaks down."""
    fleets = content.scenario.vehicles.values()
    said = {plan.title: "; ".join(_fleet(plan, content.scenario.currency)) for plan in fleets}
    return Table(
        tr("Boarding, breakdowns and cost of vehicles"),
        columns(tr("Fleet"), tr("How it goes"), words=2),
        tuple(row(title, sentence(how)) for title, how in said.items() if how),
    )


def _station(plan: StationPlan, title_of: TitleOf) -> Iterator[str]:
    yield from _together(plan)
    yield from _with_whom(plan, title_of)
    yield from _first_and_again(plan)
    yield from _with_what(plan)


def _together(plan: StationPlan) -> Iterator[str]:
    if plan.session is not None:
        session = plan.session
        yield tr("in sessions of {n} people", n=session.persons)
        if session.or_after is not None:
            yield tr("a session begins with fewer after {time}", time=planned_duration(session.or_after))
    if plan.caseload is not None:
        cases = plan.caseload
        yield tr(
            "{n} caseworkers carry {each} cases each, a case lasts {time}",
            n=cases.caseworkers,
            each=cases.cases_each,
            time=time_taken(cases.lasts),
        )
    if plan.appointments is not None:
        yield _appointed(plan.appointments)


def _appointed(plan: AppointmentPlan) -> str:
    return tr(
        "by appointment: every {every} at {hours}, travel groups each time: {n}, {notice} ahead; {missed} % missed",
        n=plan.groups,
        every=planned_duration(plan.every),
        hours=plan.hours,
        notice=planned_duration(plan.notice),
        missed=f"{100 * plan.missed:g}",
    )


def _with_whom(plan: StationPlan, title_of: TitleOf) -> Iterator[str]:
    if plan.interpreter is not None:
        spoken = ", ".join(map(language_in_words, plan.spoken))
        role = title_of(plan.interpreter)
        yield tr("{role} for whoever speaks none of: {spoken}", role=role, spoken=spoken) if spoken else role
    if plan.woman is not None:
        whom, role = condition_in_words(plan.woman.who), title_of(plan.woman.role)
        yield tr("a woman among: {role}, for: {whom}", role=role, whom=whom)
    if plan.hand_over is not None:
        yield tr("who is at the desk when its staff leave is handed over")
        if plan.hand_over.takes:
            yield tr("to go on takes {time} more", time=planned_duration(plan.hand_over.takes))


def _first_and_again(plan: StationPlan) -> Iterator[str]:
    if plan.fast_track is not None:
        track = plan.fast_track
        yield tr("fast track for: {whom}, posts of their own: {n}", whom=condition_in_words(track.who), n=track.posts)
    if plan.second_visit is not None:
        again = plan.second_visit
        yield tr("{share} % must come again after {time}", share=f"{100 * again.share:g}", time=time_taken(again.after))
    if plan.asks_about_needs is not None:
        time = planned_duration(plan.asks_about_needs)
        yield tr("asks about specific needs, {time} a person unless asked before", time=time)
    if plan.gives_documents is not None:
        yield tr("gives documents: {kind}", kind=words_of(str(plan.gives_documents)))


def _with_what(plan: StationPlan) -> Iterator[str]:
    if plan.needs_power:
        yield tr("needs power")
    if plan.needs_network:
        yield tr("needs the network")
    if plan.paper is not None:
        pace, time = f"{plan.paper.pace:g}", planned_duration(plan.paper.typing_in)
        yield tr("on paper at pace {pace}, typing in takes {time}", pace=pace, time=time)


def _fleet(plan: VehiclePlan, currency: str) -> Iterator[str]:
    if plan.order is not None:
        yield tr("boarding: {order}", order=tr(str(plan.order)))
    if plan.one_group_a_trip:
        yield tr("one travel group a trip")
    for need, seats in plan.seats_by_need.items():
        yield tr("{need}: {n} seats", need=need_in_words(need), n=seats)
    if plan.response_time is not None:
        yield tr("there after {time}", time=time_taken(plan.response_time))
    if plan.breaks_down_every is not None and plan.repair_time is not None:
        every, repair = planned_duration(plan.breaks_down_every), planned_duration(plan.repair_time)
        yield tr("one breaks down every {every}, repair takes {repair}", every=every, repair=repair)
    if plan.daily_cost is not None:
        yield tr("{cost} {currency} a day each", cost=f"{plan.daily_cost:g}", currency=currency)
