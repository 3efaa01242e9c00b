"""Power cuts, network outages, generators, and the work on paper that follows."""

import math

import numpy as np
import pytest

from reception_sim.actions import BreakDown, CutNetwork, CutPower, RestorePower
from reception_sim.recording import EventKind, LevelKind
from reception_sim.run import ActionRefusedError, Run
from reception_sim.statistics import Part, measure
from tests.model.plans import arriving, border, plan, staff, station, trace

STARTED, ENDED = EventKind.SERVICE_STARTED, EventKind.SERVICE_ENDED
MINUTE = 60.0
PAPER = {"pace": 0.5, "typing_in": "4 min"}


def powered(*actions, persons=3, tables=None, **changes):
    scenario = plan(
        **(
            {
                "entry_points": border(arriving(("day 0 01:00", persons))),
                "stations": {"desk": station(**({"needs_power": True} | changes))},
            }
            | (tables or {})
        )
    )
    run = Run(scenario)
    for action, minute in actions:
        run.act(action, at=minute * MINUTE)
    run.advance(scenario.duration)
    return run.recording(), scenario


def minutes(recording, kind):
    return [minute for minute, *_ in trace(recording, kind)]


def told(recording, scenario, station="desk"):
    rows = (row for row in measure(recording, scenario).parts if row.part is Part.OUTAGES and row.subject == station)
    return {row.measure: row.value for row in rows}


def test_that_without_power_no_service_begins_and_those_begun_are_finished():
    recording, _ = powered((CutPower("desk", lasting=1800.0), 62))

    assert minutes(recording, STARTED) == [60, 92, 97]
    assert minutes(recording, ENDED) == [65, 97, 102]


def test_that_an_outage_of_a_saturated_desk_delays_everybody_behind_it_by_its_length():
    usual, _ = powered(persons=10)
    cut, _ = powered((CutPower("desk", lasting=3600.0), 75), persons=10)

    late = np.array(minutes(cut, STARTED)) - np.array(minutes(usual, STARTED))
    assert late.tolist() == [0] * 3 + [60] * 7


def test_that_an_outage_everywhere_reaches_every_station_that_needs_it():
    recording, scenario = powered((CutPower(lasting=1800.0), 0))

    assert told(recording, scenario)["power_out"] == 1800


def test_that_the_network_is_another_thing_than_the_power():
    recording, scenario = powered((CutNetwork("desk", lasting=1800.0), 0), needs_network=True, needs_power=False)

    assert (told(recording, scenario)["network_out"], told(recording, scenario)["power_out"]) == (1800, 0)


def test_that_power_is_restored_by_hand():
    recording, _ = powered((CutPower("desk"), 0), (RestorePower(), 90))

    assert minutes(recording, STARTED)[0] == 90


def test_that_power_cannot_be_cut_where_none_is_needed():
    with pytest.raises(ActionRefusedError, match="Desk needs no power in this plan"):
        Run(plan()).act(CutPower("desk"))
    with pytest.raises(ActionRefusedError, match="no station of the plan needs power"):
        Run(plan()).act(CutPower())


GENERATOR = {"equipment": {"generator": {"count": 1, "title": "Generator", "powers": ["desk"]}}}


def test_that_a_generator_bridges_a_power_cut():
    recording, _ = powered((CutPower("desk"), 0), tables=GENERATOR)

    assert minutes(recording, STARTED) == [60, 65, 70]


def test_that_a_generator_that_breaks_down_bridges_nothing_until_it_is_repaired():
    recording, _ = powered((CutPower("desk"), 0), (BreakDown("generator", 1, lasting=1800.0), 63), tables=GENERATOR)

    assert minutes(recording, STARTED) == [60, 93, 98]


def test_that_one_generator_keeps_one_station_going_the_first_of_its_list():
    recording, _ = powered(
        (CutPower(), 0),
        tables={
            "stations": {name: station(needs_power=True) for name in ("desk", "second")},
            "routes": [
                {"from": "border", "to": "desk"},
                {"from": "desk", "to": "second"},
                {"from": "second", "to": "onward"},
            ],
            "staff": {"officer": staff(2, at={"desk": 1, "second": 1})},
            "equipment": {"generator": {"count": 1, "powers": ["second", "desk"]}},
        },
    )

    assert minutes(recording, STARTED) == []


def test_that_a_desk_without_power_goes_on_slower_on_paper():
    recording, _ = powered((CutPower("desk", lasting=3600.0), 58), paper=PAPER)

    assert minutes(recording, STARTED) == [60, 70, 80]


def test_that_forms_are_typed_in_when_nobody_waits_and_the_power_is_back():
    recording, _ = powered((CutPower("desk", lasting=3600.0), 58), paper=PAPER)
    time, forms = recording.levels.of(LevelKind.FORMS_TO_TYPE_IN, recording.index("desk"))

    # the power is back at 1:58; the desk looks every minute, and types for four minutes a form
    assert list(zip((time / 60).tolist(), forms.tolist(), strict=True)) == [
        (70, 1), (80, 2), (90, 3), (122, 2), (126, 1), (130, 0),
    ]  # fmt: skip


def test_that_people_who_come_while_a_desk_types_in_wait_for_the_end_of_the_form():
    recording, _ = powered(
        (CutPower("desk", lasting=7200.0), 0),
        paper=PAPER,
        tables={"entry_points": border(arriving(("day 0 01:00", 2), ("day 0 02:02", 1)))},
    )

    assert minutes(recording, STARTED) == [60, 70, 124]


def test_that_whoever_is_registered_on_paper_is_registered_when_the_form_is_typed_in():
    recording, scenario = powered((CutPower("desk", lasting=3600.0), 58), paper=PAPER, persons=1)
    milestone = measure(recording, scenario).time_to_registration

    assert milestone.reached.maximum == (122 - 60) * MINUTE


def test_that_nobody_is_registered_by_a_form_that_nobody_has_typed_in():
    recording, scenario = powered((CutPower("desk"), 58), paper=PAPER)
    figures = measure(recording, scenario)

    assert figures.time_to_registration.reached.persons == 0
    assert told(recording, scenario)["left"] == 3


KIT = {"equipment": {"kit": {"count": 1}}}


@pytest.mark.parametrize(("broken_s", "began"), [(1800.0, [60, 65, 70]), (5400.0, [60, 70, 80])])
def test_that_a_desk_works_on_paper_while_its_kit_is_broken(broken_s, began):
    fault = (BreakDown("kit", 1, lasting=broken_s), 0)
    recording, _ = powered(fault, needs_power=False, equipment={"kit": 1}, paper=PAPER, tables=KIT)

    assert minutes(recording, STARTED) == began


def test_that_two_posts_with_one_kit_work_one_with_it_and_one_on_paper():
    recording, scenario = powered(
        persons=2,
        needs_power=False,
        posts=2,
        equipment={"kit": 1},
        paper=PAPER,
        tables=KIT | {"staff": {"officer": staff(2)}},
    )

    assert minutes(recording, ENDED) == [65, 70]
    assert told(recording, scenario)["typed"] == 1


def test_that_as_many_forms_are_typed_in_as_were_filled_in_a_form_a_person():
    recording, scenario = powered(
        *((CutPower("desk", lasting=1200.0), minute) for minute in range(60, 600, 45)),
        per="person",
        paper=PAPER,
        tables={"entry_points": border(arriving(("day 0 01:00", 40), population="families"))},
    )
    figures = told(recording, scenario)
    forms = recording.forms
    on_paper = np.unique(forms.group[np.isnan(forms.typed)])

    assert figures["forms"] > 0
    assert figures["typed"] + figures["left"] == figures["forms"] == recording.people.size[on_paper].sum()
    assert figures["left"] == recording.levels.of(LevelKind.FORMS_TO_TYPE_IN, recording.index("desk"))[1][-1]


def test_that_a_station_on_paper_forgets_nobody_when_people_help_from_elsewhere():
    recording, scenario = powered(
        (CutPower(lasting=3600.0), 70),
        persons=20,
        tables={
            "stations": {
                "desk": station(needs_power=True, paper=PAPER),
                "second": station(needs_power=True, activity="health screening"),
            },
            "routes": [
                {"from": "border", "to": "desk"},
                {"from": "desk", "to": "second"},
                {"from": "second", "to": "onward"},
            ],
            "staff": {"officer": staff(3)},
        },
    )

    assert len(recording.events.of(EventKind.GROUP_EXITED)) == 20
    assert math.isfinite(told(recording, scenario)["delay_median"])
