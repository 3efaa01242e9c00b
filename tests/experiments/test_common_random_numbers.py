"""Common random numbers in the shipped scenarios: nothing but the alternative differs, and fewer runs are needed."""

import pytest

from reception_sim.experiments import BottleneckQuestion, Criterion, FindingBottleneck, Here, Precision, answered
from reception_sim.experiments.additions import additions
from reception_sim.recording import EventKind
from reception_sim.run import open_scenario, run_whole
from reception_sim.scenario.standards import Indicator


@pytest.mark.parametrize(
    ("name", "addition", "indicator", "place"),
    [
        ("border_post_basics", "staff.officer", Indicator.TIME_TO_REGISTRATION, ""),
        ("introduction_45_minutes", "staff.social_worker", Indicator.DUTY_KEPT, "child_alone"),
        ("sea_arrival_exercise", "vehicle.shuttle", Indicator.OCCUPANCY, "hotspot"),
        ("el_hierro_2023", "staff.interpreter", Indicator.WAITING_TIME, "identification"),
        ("lampedusa_2023", "staff.police_officer", Indicator.WAITING_TIME, "pre_identification"),
        pytest.param(
            "blace_kukes_1999", "staff.police_officer", Indicator.WAITING_TIME, "blace_police", marks=pytest.mark.slow
        ),
        pytest.param(
            "adre_2023", "staff.surgical_team", Indicator.DUTY_KEPT, "wounded_are_treated", marks=pytest.mark.slow
        ),
    ],
)  # fmt: skip
def test_that_common_random_numbers_cut_the_variance_tenfold_in_shipped_scenarios(name, addition, indicator, place):
    criteria = (Criterion(indicator, place),)
    question = BottleneckQuestion(open_scenario(name), criteria, (addition,), Precision.fixed(4))

    (effect,) = answered(FindingBottleneck(question, Here())).effects

    assert effect.difference.estimate.sd > 0
    assert effect.difference.variance_ratio >= 10


@pytest.mark.parametrize("name", ["border_post_basics", "introduction_45_minutes", "el_hierro_2023"])
def test_that_every_travel_group_comes_when_it_came_and_takes_as_long_in_every_alternative(name):
    scenario = open_scenario(name)
    planned = brought_along(run_whole(scenario, 1))

    for one in additions(scenario):
        changed = brought_along(run_whole(one.alternative.applied_to(scenario), 1))
        shared = planned.keys() & changed.keys()
        assert len(shared) > 0.9 * len(planned)
        assert {key: changed[key] for key in shared} == pytest.approx({key: planned[key] for key in shared})


def brought_along(recording):
    """Return when each travel group came, and how long its first service at each station took (s)."""
    people, events, begun, found = recording.people, recording.events, {}, {}
    rows = zip(events.time.tolist(), events.kind.tolist(), events.place.tolist(), events.group.tolist(), strict=True)
    for time, kind, place, group in rows:
        who = int(people.stream[group]), int(people.number[group])
        match kind:
            case EventKind.GROUP_ARRIVED:
                found[who] = time
            case EventKind.SERVICE_STARTED:
                begun[who, place] = time
            case EventKind.SERVICE_ENDED if (who, place) in begun:
                found.setdefault((who, place), time - begun.pop((who, place)))
    return found
