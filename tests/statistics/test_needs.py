"""Needs that are there, and needs that are seen."""

import math

from reception_sim.statistics import measure
from tests.statistics.hand_written import ARRIVED, MINUTE, PLAN, PRESENT, recorded


def disability(recording):
    return next(one for one in measure(recording, PLAN).needs if one.need == "disability")


def test_that_only_people_who_have_come_are_present():
    recording = recorded((0, ARRIVED, "gate", 0), sizes=(2, 2), needs=[("disability",), (), ("disability",), ()])

    assert disability(recording).present_persons == 1


def test_that_a_need_seen_twice_is_seen_once_and_at_the_first_time():
    recording = recorded(
        (10, ARRIVED, "gate", 0),
        needs=[("disability",)],
        seen=[(30, 0, "disability", "screening"), (90, 0, "disability", "registration")],
    )

    figures = disability(recording)

    assert (figures.seen_persons, figures.mean_time_to_identification) == (1, 20 * MINUTE)


def test_that_persons_of_one_family_are_seen_one_by_one():
    recording = recorded(
        (0, ARRIVED, "gate", 0),
        sizes=(3,),
        needs=[("disability",), (), ("disability",)],
        seen=[(30, 2, "disability", "screening")],
    )

    figures = disability(recording)

    assert (figures.present_persons, figures.seen_persons) == (2, 1)


def test_that_the_time_to_be_seen_leaves_out_people_whose_arrival_is_not_known():
    recording = recorded((0, PRESENT, "camp", 0), needs=[("disability",)], seen=[(30, 0, "disability", "clinic")])

    figures = disability(recording)

    assert (figures.present_persons, figures.seen_persons) == (1, 1)
    assert math.isnan(figures.mean_time_to_identification)


def test_that_a_need_the_plan_does_not_name_is_told_when_somebody_has_it():
    recording = recorded((0, ARRIVED, "gate", 0), needs=[("unaccompanied_child",)])

    needs = {one.need for one in measure(recording, PLAN).needs}

    assert needs == {"unaccompanied_child", "disability", "pregnant"}
