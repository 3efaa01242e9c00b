"""Contingency rules: when they take effect, when they end, how often, and what the log says of why."""

import pytest
from pydantic import ValidationError

from reception_sim.recording import HappeningKind
from reception_sim.reports.telling import tell_happening
from reception_sim.run import run_whole
from tests.model.plans import arriving, border, plan, site

MET, FIRED, ENDED = HappeningKind.RULE_MET, HappeningKind.RULE_FIRED, HappeningKind.RULE_ENDED


def with_rule(*arrivals, **rule):
    """Return a plan with one desk of five minutes a person, and a rule on its queue."""
    written = {"title": "Ask for help", "when": "queue of desk > 9 persons", "lead_time": 0, "actions": []}
    return plan(entry_points=border(arriving(*arrivals)), contingency=[written | rule])


def minutes(scenario, kind):
    return [told.time / 60 for told in run_whole(scenario).happenings if told.kind is kind]


def test_that_a_rule_takes_effect_once_without_more_words():
    scenario = with_rule(("day 0 01:00", 15), ("day 0 08:00", 15))

    assert minutes(scenario, FIRED) == [65]


def test_that_a_rule_may_take_effect_again_after_a_time():
    scenario = with_rule(("day 0 01:00", 15), ("day 0 08:00", 15), again_after="1 h")

    assert minutes(scenario, FIRED) == [65, 485]


def test_that_a_rule_takes_effect_no_more_often_than_it_may():
    arrivals = [(f"day 0 {hour:02}:00", 15) for hour in (1, 4, 7, 10)]

    assert minutes(with_rule(*arrivals, again_after="1 h", at_most=3), FIRED) == [65, 245, 425]


def test_that_a_rule_ends_only_at_the_lower_limit_and_begins_again_only_at_the_upper_one():
    scenario = with_rule(
        ("day 0 01:00", 15), ("day 0 01:30", 5), until="queue of desk < 3 persons", again_after=0
    )  # the queue goes down to 8, up to 13 and down again: never below 3 in between

    assert minutes(scenario, FIRED) == [65]
    assert minutes(scenario, ENDED) == [145]  # the eighteenth of twenty is called to the desk


def test_that_what_the_rule_changed_is_undone_when_it_ends():
    scenario = with_rule(
        ("day 0 01:00", 15),
        actions=[{"set_posts": {"at": "desk", "to": 2}}],
        until="queue of desk < 3 persons",
        then=[{"set_posts": {"at": "desk", "to": 1}}],
    )

    taken = [told.count for told in run_whole(scenario).happenings if told.kind is HappeningKind.ACTION_TAKEN]

    assert len(taken) == 2


@pytest.mark.parametrize(
    ("condition", "minute"),
    [
        ("stock of meals < 3", 60),
        ("staff on duty of officer < 1", 125),
        ("persons without shelter of hall > 1 persons", 75),
    ],
)
def test_that_a_rule_watches_stocks_staff_and_people_without_shelter(condition, minute):
    scenario = plan(
        entry_points=border(arriving(("day 0 01:00", 4))),
        sites={"hall": {"title": "Hall", "kind": "transit centre", "capacity": 1, "when_full": "shelter outside",
                        "stay": {"distribution": "constant", "value": "10 h"}}},
        supplies={"meals": {"title": "Meals", "stock": 5, "per_person_per_day": 24}},
        staff={"officer": {"title": "Officer", "shifts": [{"days": "Mon-Sun", "hours": "00:00-02:01", "count": 1}]}},
        routes=[{"from": "border", "to": "desk"}, {"from": "desk", "to": "hall"}, {"from": "hall", "to": "onward"}],
        contingency=[{"title": "Ask for help", "when": condition, "lead_time": 0, "actions": []}],
    )  # fmt: skip

    assert minutes(scenario, MET)[0] == pytest.approx(minute, abs=60 if "stock" in condition else 5)


def test_that_the_log_says_which_value_made_the_rule_take_effect():
    scenario = with_rule(("day 0 01:00", 15), until="queue of desk < 3 persons")
    told = {told.kind: tell_happening(told, scenario) for told in run_whole(scenario).happenings}

    assert told[MET] == "Ask for help: the condition is met (Queue of Desk: 13; limit above 9)"
    assert told[ENDED] == "Ask for help: ends (Queue of Desk: 2; limit below 3)"


def test_that_what_is_done_at_the_end_needs_an_end():
    with pytest.raises(ValidationError, match="say until when"):
        with_rule(then=[{"close_station": {"at": "desk"}}])


def test_that_several_times_need_a_time_between():
    with pytest.raises(ValidationError, match="again_after"):
        with_rule(at_most=2)


def with_reports(error=0.0, tables=None, **rule):
    """Return a rule on a desk that is counted at every full hour, which is known 41 minutes later."""
    delay = {"distribution": "constant", "value": "41 min"}
    written = {"title": "Ask for help", "when": "queue of desk > 9 persons", "lead_time": 0, "actions": []}
    return plan(
        entry_points=border(arriving(("day 0 00:58", 15))),
        contingency=[written | rule],
        knowledge={"every": "1 h", "delay": delay, "error": error},
        **(tables or {}),
    )


def test_that_a_rule_takes_effect_only_when_what_it_watches_has_been_reported():
    assert minutes(with_reports(), FIRED) == [105]  # counted at 01:00, known at 01:41, looked at every five minutes
    assert minutes(with_reports(goes_by="what is"), FIRED) == [60]


def test_that_a_rule_goes_on_by_what_was_told_last_though_it_is_no_longer_so():
    by_reports, by_truth = (
        with_reports(goes_by=sight, until="queue of desk < 5 persons") for sight in ("what is known", "what is")
    )

    assert minutes(by_truth, ENDED) == [110]
    assert minutes(by_reports, ENDED) == [165]


def test_that_no_condition_holds_on_a_place_of_which_nothing_has_been_told():
    scenario = with_reports(when="queue of desk < 1 persons", **{"for": "30 min"})

    assert minutes(scenario, MET)[0] == 75  # the first count is known at 00:41


def test_that_a_rule_takes_effect_by_a_count_that_was_wrong():
    watched = {"when": "queue of desk > 20 persons", "error": 1.0}  # there are never more than fourteen
    runs = [[told.kind for told in run_whole(with_reports(**watched), seed).happenings] for seed in range(12)]

    assert 0 < sum(FIRED in kinds for kinds in runs) < 12
    assert not minutes(with_reports(**watched, goes_by="what is"), FIRED)


def test_that_a_rule_on_what_reports_do_not_count_takes_effect_at_once():
    assert minutes(with_reports(when="persons in the system > 9 persons"), FIRED) == [60]


def test_that_a_rule_on_a_site_goes_by_the_people_who_were_counted_there():
    hall = {
        "sites": {"hall": site(capacity=10)},
        "routes": [{"from": "border", "to": "hall"}, {"from": "hall", "to": "desk"}, {"from": "desk", "to": "onward"}],
    }

    assert minutes(with_reports(tables=hall, when="occupancy of hall > 100 %"), FIRED) == [105]


def test_that_the_log_and_the_plan_say_that_a_count_is_what_was_known():
    scenario = with_reports()
    told = {told.kind: tell_happening(told, scenario) for told in run_whole(scenario).happenings}

    assert told[MET] == "Ask for help: the condition is met (Queue of Desk as known: 14; limit above 9)"
