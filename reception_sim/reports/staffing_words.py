"""The cheapest roster in sentences: what it costs, how sure it is, whom it needs, and what no roster can meet."""

import math
from collections.abc import Iterator
from typing import assert_never

import numpy as np

from reception_sim.experiments.answers import Ending
from reception_sim.experiments.staffing_answer import PeopleNeeded, Reason, StaffingAnswer, StandardKept, Unmeetable
from reception_sim.experiments.staffing_question import Roster
from reception_sim.experiments.staffing_rosters import unit_costs
from reception_sim.reports.criterion_words import standard_in_words
from reception_sim.reports.wording import about, count, format_value, in_unit, length_of_days, sentence
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.other_arrivals import arrivals_a_day
from reception_sim.scenario.standards import MEASURES
from reception_sim.translation import tr


def staffing_in_words(answer: StaffingAnswer) -> Iterator[str]:
    """Yield the sentences, the answer first."""
    yield roster_in_words(answer)
    scenario = answer.question.scenario
    yield from (unmeetable_in_words(one, scenario) for one in answer.unmeetable)
    if answer.unmeetable and answer.roster is not None:
        yield tr("What no roster can meet does not hold this roster up: look at those stations before you save there.")
    yield from (kept_in_words(one, scenario) for one in answer.kept)
    yield from (people_in_words(one, scenario) for one in answer.people)
    yield effort_in_words(answer)


def roster_in_words(answer: StaffingAnswer) -> str:
    """Say what the cheapest roster costs beside the planned one, and how sure it is that it is enough."""
    if answer.roster is None:
        return tr("No roster meets a single standard, not even with everybody who can be put to work.")
    question = answer.question
    cost, now = cost_in_words(answer.cost, answer), cost_in_words(answer.cost_now, answer)
    if not answer.sure:
        return tr(
            "The best roster so far costs {cost} in {days}, for {n} people a day; the planned one costs {now}. "
            "It has not passed the last test: {why} Take it as a start.",
            cost=cost,
            days=length_of_days(question.scenario.duration),
            n=about(arrivals_a_day(question.scenario)),
            now=now,
            why=_why_unsure(answer.ending),
        )
    words = {
        "cost": cost,
        "days": length_of_days(question.scenario.duration),
        "n": about(arrivals_a_day(question.scenario)),
        "now": now,
        "share": f"{100 * question.share_of_runs:g}",
        "zone": f"{100 * question.indifference:g}",
        "confidence": f"{100 * question.confidence:g}",
    }
    if answer.unmeetable:
        return tr(
            "The cheapest roster found costs {cost} in {days}, for {n} people a day; the planned one costs {now}. "
            "It meets the standards that can be met in at least {share} % of runs, give or take {zone} points "
            "({confidence} % sure). No roster can meet {left}.",
            **words,
            left=left_out_in_words(answer),
        )
    return tr(
        "The cheapest roster found costs {cost} in {days}, for {n} people a day; the planned one costs {now}. "
        "It meets the standards in at least {share} % of runs, give or take {zone} points ({confidence} % sure).",
        **words,
    )


def left_out_in_words(answer: StaffingAnswer) -> str:
    """Name the standards that no roster can meet, each with the reason, for the middle of a sentence."""
    scenario = answer.question.scenario
    return "; ".join(
        tr(
            "{standard} ({why})",
            standard=standard_in_words(one.standard, scenario),
            why=reason_in_words(one.reason),
        )
        for one in answer.unmeetable
    )


def edited_in_words(answer: StaffingAnswer, edited: Roster) -> str:
    """Say that a roster was changed by hand, what it costs, and that nothing is known of it yet."""
    cost = float(unit_costs(edited, answer.question.scenario) @ np.array(edited.counts))
    return tr(
        "This roster was changed by hand and costs {cost}; the one that was found costs {found}. "
        "Whether it meets the standards has not been tried: compare it with the plan to know. "
        "What follows is about the roster that was found.",
        cost=cost_in_words(cost, answer),
        found=cost_in_words(answer.cost, answer),
    )


def _why_unsure(ending: Ending) -> str:
    match ending:
        case Ending.CANCELLED:
            return tr("the search was stopped.")
        case Ending.BROKEN_OFF:
            return tr("the search broke off, because a process or the cluster went away.")
        case Ending.AT_CEILING:
            return tr("the search used up its runs.")
        case Ending.PRECISE | Ending.GOES_ON:
            return tr("fresh runs did not bear it out.") if ending is Ending.PRECISE else tr("the search goes on.")
        case _:
            assert_never(ending)


def cost_in_words(cost: float, answer: StaffingAnswer) -> str:
    """Write a cost in the scenario's currency, or in hours where a role has no price."""
    if math.isnan(cost):
        return tr("nothing that is known")
    return in_unit(count(cost), answer.question.scenario.currency) if answer.priced else tr("{n} h", n=count(cost))


def unmeetable_in_words(one: Unmeetable, scenario: ScenarioPlan) -> str:
    """Say which standard no roster can meet, and why."""
    return tr(
        "No roster can meet {standard}: {why}. With everybody who can be put to work it is {value}.",
        standard=standard_in_words(one.standard, scenario),
        why=reason_in_words(one.reason),
        value=format_value(one.best, MEASURES[one.standard.indicator].unit),
    )


def reason_in_words(reason: Reason) -> str:
    """Say why, for the middle of a sentence."""
    match reason:
        case Reason.SERVICE_TOO_LONG:
            return tr("services and ways alone take longer than the limit, even when nobody waits")
        case Reason.NOT_ENOUGH_PEOPLE:
            return tr("not enough people are available")
        case Reason.NOT_ENOUGH_POSTS:
            return tr("there are not enough posts or pieces of equipment for more people")
        case Reason.NOT_MEASURED:
            return tr("nothing was measured that could be judged")
        case Reason.NOT_STAFF:
            return tr("it does not hang on staff")
        case _:
            assert_never(reason)


def kept_in_words(one: StandardKept, scenario: ScenarioPlan) -> str:
    """Say in how many runs a standard was met."""
    return tr(
        "{standard}: met in {met} of {runs} runs (95 % sure: in {low} to {high} %).",
        standard=sentence(standard_in_words(one.standard, scenario)),
        met=one.met_in,
        runs=one.runs,
        low=count(100 * one.low),
        high=count(100 * one.high),
    )


def people_in_words(one: PeopleNeeded, scenario: ScenarioPlan) -> str:
    """Say how many people a role needs on its list."""
    role = scenario.title_of(one.role)
    if one.available is None:
        return tr(
            "{role}: {people} people on the list, {hours} h.", role=role, people=one.people, hours=count(one.hours)
        )
    return tr(
        "{role}: {people} people on the list of {available} available, {hours} h.",
        role=role,
        people=one.people,
        available=one.available,
        hours=count(one.hours),
    )


def effort_in_words(answer: StaffingAnswer) -> str:
    """Say how many runs it took, beside those that trying every roster would take."""
    effort = answer.effort
    return tr(
        "Rosters tried: {rosters}, in {runs} runs; trying every roster would take {grid} runs.",
        runs=count(effort.runs),
        rosters=count(effort.rosters),
        grid=about(effort.grid_runs),
    )
