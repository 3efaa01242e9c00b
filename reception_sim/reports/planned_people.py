"""How the plan's people work, who goes with whom, and what the coordinator knows: inputs as tables."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Table, columns, row
from reception_sim.reports.plan_words import condition_in_words, language_in_words, time_taken
from reception_sim.reports.wording import planned_duration
from reception_sim.scenario.knowledge import KnowledgePlan
from reception_sim.scenario.rolls import OnCallPlan
from reception_sim.scenario.staff import StaffPlan
from reception_sim.translation import tr

TitleOf: TypeAlias = Callable[[str], str]


def planned_working(content: ReportContent) -> Table:
    """Return what the plan says of how the people of each role work; roles of which it says nothing are left out."""
    told = ((plan.title, (*_hours(plan), *_skills(plan, content.title_of))) for plan in content.scenario.staff.values())
    return Table(
        tr("How people work"),
        columns(tr("Role"), tr("How they work"), words=2),
        tuple(row(title, "; ".join(said)) for title, said in told if said),
    )


def planned_escorts(content: ReportContent) -> Table:
    """Return who goes with people from station to station."""
    return Table(
        tr("Escorts in the plan"),
        columns(tr("Escort"), tr("Role"), tr("For"), tr("From"), tr("Until"), words=5),
        tuple(
            row(
                escort.title,
                content.title_of(escort.role),
                condition_in_words(escort.who),
                content.title_of(escort.begins_at),
                ", ".join(map(content.title_of, escort.ends_at)),
            )
            for escort in content.scenario.escorts.values()
        ),
    )


def planned_knowledge(content: ReportContent) -> Table:
    """Return how places report their people, and what an assessment takes."""
    plan = content.scenario.knowledge
    return Table(
        tr("How counts are reported"),
        columns(tr("What"), tr("How"), words=2),
        () if plan is None else tuple(row(*said) for said in _reports(plan)),
    )


def _hours(plan: StaffPlan) -> Iterator[str]:
    if plan.absence:
        yield tr("{share} % absent", share=f"{100 * plan.absence:g}")
    if plan.volunteers is not None:
        yield tr("volunteers, half as many after {time}", time=planned_duration(plan.volunteers.half_after))
    if plan.handover:
        yield tr("handover of {time}", time=planned_duration(plan.handover))
    if plan.breaks is not None:
        pause = plan.breaks
        yield tr(
            "breaks of {time} after {after}", time=planned_duration(pause.lasts), after=planned_duration(pause.after)
        )
    if plan.overtime is not None:
        yield tr("overtime up to {time}", time=planned_duration(plan.overtime.at_most))
    if plan.roll is not None:
        yield tr("{n} people who rest {time} between duties", n=plan.roll.people, time=planned_duration(plan.roll.rest))
        yield from () if plan.roll.on_call is None else (_on_call(plan.roll.on_call),)


def _on_call(plan: OnCallPlan) -> str:
    return tr(
        "{n} on call when somebody waits longer than {wait}, there after {time}",
        n=plan.people,
        wait=planned_duration(plan.while_waiting),
        time=planned_duration(plan.lead_time),
    )


def _skills(plan: StaffPlan, title_of: TitleOf) -> Iterator[str]:
    if plan.training is not None:
        yield tr("not fully trained: pace {pace}", pace=f"{plan.training.pace:g}")
    if plan.fatigue is not None:
        yield tr(
            "tired after {time}: pace {pace}", time=planned_duration(plan.fatigue.after), pace=f"{plan.fatigue.pace:g}"
        )
    if plan.women is not None:
        yield tr("{share} % women", share=f"{100 * plan.women:g}")
    if plan.speaks:
        spoken = (f"{language_in_words(language)} {count}" for language, count in plan.speaks.items())
        yield tr("speak {languages}", languages=", ".join(spoken))
    for role, pace in plan.stands_in_for.items():
        yield tr("stand in for {role} at pace {pace}", role=title_of(role), pace=f"{pace:g}")


def _reports(plan: KnowledgePlan) -> Iterator[tuple[str, str]]:
    yield tr("Reports every"), planned_duration(plan.every)
    yield tr("Known after"), time_taken(plan.delay)
    yield tr("Error"), f"{100 * plan.error:g} %"
    if plan.assessment is not None:
        better = plan.assessment
        yield tr("An assessment takes"), planned_duration(better.takes)
        yield tr("Error with an assessment"), f"{100 * better.error:g} %"
        yield tr("It is good for"), planned_duration(better.lasts)
