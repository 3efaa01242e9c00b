"""The cheapest roster: found on small cases as by trying every one, and kept to the standards on fresh runs."""

from dataclasses import asdict
from itertools import islice

import pytest

from reception_sim.experiments.answers import Ending
from reception_sim.experiments.cluster import cluster
from reception_sim.experiments.inquiries import answered
from reception_sim.experiments.questions import QuestionError
from reception_sim.experiments.staffing_answer import Reason
from reception_sim.experiments.staffing_inquiry import StaffingInquiry, share_interval
from reception_sim.experiments.staffing_question import StaffingQuestion
from reception_sim.experiments.staffing_rosters import allowed_shifts, heads, rostered, unit_costs, with_roster
from reception_sim.experiments.workplaces import Here, OwnProcesses
from reception_sim.scenario import read_scenario, write_scenario
from tests.experiments.dask_cluster import local_cluster
from tests.experiments.small_rosters import (
    TWO_SHIFTS,
    a_boat,
    cheapest,
    one_desk,
    people,
    share_met,
    two_desks,
    waiting,
)
from tests.model.plans import plan, staff

EASY = one_desk(18, 3, "15 min")
CASES = [
    *(
        one_desk(*case)
        for case in (
            (12, 4, "10 min"),
            (15, 7, "20 min"),
            (6, 12, "45 min"),
            (25, 4, "10 min"),
            (20, 6, "25 min"),
            (10, 5, "5 min"),
            (18, 3, "15 min"),
            (9, 9, "15 min"),
        )
    ),
    *(
        one_desk(*case, TWO_SHIFTS)
        for case in ((10, 6, "20 min"), (16, 4, "15 min"), (7, 10, "35 min"), (13, 8, "40 min"))
    ),
    *(two_desks(*case) for case in ((10, 5, "15 min"), (14, 4, "20 min"), (8, 8, "30 min"), (5, 10, "30 min"))),
    *(a_boat(*case) for case in ((10, 6, "30 min"), (16, 5, "45 min"), (8, 15, "60 min"), (12, 10, "50 min"))),
]


@pytest.mark.parametrize("scenario", CASES, ids=range(len(CASES)))
def test_that_the_roster_is_the_cheapest_of_all_and_keeps_the_standards_on_fresh_runs(scenario):
    question = StaffingQuestion(scenario)

    answer = answered(StaffingInquiry(question, Here()))

    assert answer.sure
    assert answer.cost <= 1.02 * cheapest(scenario)
    assert share_met(question, answer.roster) >= question.share_of_runs - question.indifference


def test_that_the_answer_is_the_same_in_one_process_in_two_and_on_a_cluster(tmp_path):
    question = StaffingQuestion(EASY)
    alone = answered(StaffingInquiry(question, Here()))

    with OwnProcesses(2) as two:
        together = answered(StaffingInquiry(question, two))
    with local_cluster(tmp_path, (), ()) as running, cluster(running.address) as there:
        away = answered(StaffingInquiry(question, there.place()))

    assert asdict(together) == asdict(alone)
    assert asdict(away) == asdict(alone)


def test_that_it_takes_far_fewer_runs_than_a_grid():
    effort = answered(StaffingInquiry(StaffingQuestion(CASES[11]), Here())).effort

    assert effort.runs < effort.grid_runs / 2


def test_that_a_cancelled_search_keeps_what_it_has_found():
    search = StaffingInquiry(StaffingQuestion(EASY), Here())
    steps = search.steps()
    for _ in islice(steps, 60):
        pass
    steps.close()

    answer = search.answer(Ending.CANCELLED)

    assert answer.ending is Ending.CANCELLED
    assert answer.roster is not None
    assert not answer.sure
    assert answer.effort.runs >= 60


def test_that_a_limit_on_runs_ends_the_search_with_the_best_so_far():
    answer = answered(StaffingInquiry(StaffingQuestion(EASY, runs_at_most=30), Here()))

    assert answer.ending is Ending.AT_CEILING
    assert answer.roster is not None


def test_that_a_limit_shorter_than_the_service_is_told_with_its_reason():
    standard = {"indicator": "time in the system", "share": 0.9, "at_most": "1 min", "source": "For a test"}
    answer = answered(StaffingInquiry(StaffingQuestion(one_desk(4, 20, "1 h", standards=[standard])), Here()))

    assert answer.roster is None
    assert [(one.reason, one.met_in) for one in answer.unmeetable] == [(Reason.SERVICE_TOO_LONG, 0)]


def test_that_too_few_people_are_told_and_the_other_standard_is_still_met():
    few = people(20, ("00:00-04:00",), labour={"people": 1})
    patient = {"indicator": "time in the system", "share": 0.5, "at_most": "1 day", "source": "For a test"}
    scenario = one_desk(12, 9, "5 min", staff={"officer": few}, standards=[waiting("desk", "5 min"), patient])

    answer = answered(StaffingInquiry(StaffingQuestion(scenario), Here()))

    assert [(one.row, one.reason) for one in answer.unmeetable] == [(0, Reason.NOT_ENOUGH_PEOPLE)]
    assert [one.row for one in answer.kept] == [1]


def test_that_too_few_posts_are_told():
    answer = answered(StaffingInquiry(StaffingQuestion(one_desk(60, 9, "5 min")), Here()))

    assert [one.reason for one in answer.unmeetable] == [Reason.NOT_ENOUGH_POSTS]


def test_that_a_standard_beyond_the_reach_of_staff_is_told():
    water = {"indicator": "persons in the system", "at_most": 0, "source": "For a test"}
    answer = answered(StaffingInquiry(StaffingQuestion(one_desk(6, 9, "5 min", standards=[water])), Here()))

    assert [one.reason for one in answer.unmeetable] == [Reason.NOT_STAFF]


def test_that_no_more_people_are_rostered_than_there_are():
    few = people(20, TWO_SHIFTS, labour={"people": 5})
    answer = answered(StaffingInquiry(StaffingQuestion(one_desk(8, 6, "30 min", staff={"officer": few})), Here()))

    (needed,) = answer.people
    assert needed.people <= needed.available == 5


def test_that_shifts_may_begin_and_last_as_the_labour_rules_say():
    rules = {"lengths": ["6 h", "8 h"], "begins": ["00:00", "06:00", "22:00"]}
    table = allowed_shifts(StaffingQuestion(one_desk(9, 5, "20 min", staff={"officer": people(20, (), labour=rules)})))

    assert [str(row.shift.hours) for row in table.rows] == [
        "00:00-06:00", "06:00-12:00", "22:00-04:00", "00:00-08:00", "06:00-14:00", "22:00-06:00",
    ]  # fmt: skip


def test_that_twelve_hour_shifts_around_the_clock_need_their_days_off():
    around_the_clock = plan(duration="14 days", staff={"officer": people(20, ("07:00-19:00", "19:00-07:00"), count=4)})
    rows = rostered(around_the_clock, ("officer",)).rows

    # 56 shifts a week, four of 12 h in the 48 h that one person may work
    assert heads(rows, around_the_clock) == 14


def test_that_a_roster_can_be_edited_applied_written_and_read_again(tmp_path):
    before = plan(staff={"officer": people(20, TWO_SHIFTS)})
    edited = rostered(before, ("officer",)).with_count(1, 7)

    write_scenario(with_roster(before, edited), tmp_path / "edited.toml")
    after = read_scenario(tmp_path / "edited.toml")

    assert rostered(after, ("officer",)).counts == (2, 7)
    assert unit_costs(edited, before).tolist() == [40, 40]


def test_that_a_shift_with_nobody_is_left_out_of_the_scenario():
    before = plan(staff={"officer": people(20, TWO_SHIFTS)})

    after = with_roster(before, rostered(before, ("officer",)).with_count(0, 0))

    assert [shift.count for shift in after.staff["officer"].shifts] == [2]


@pytest.mark.parametrize(
    ("scenario", "said"),
    [
        (one_desk(9, 5, "20 min", standards=[]), "no standards and no duties"),
        (one_desk(0, 5, "20 min"), "nobody arrives"),
        (one_desk(9, 5, "20 min", staff={"officer": staff(labour={"people": 0})}), "nobody is available as Officer"),
        (
            one_desk(
                9,
                5,
                "20 min",
                standards=[
                    {"indicator": "utilisation", "at": "desk", "at_least": 90, "source": ""},
                    {"indicator": "utilisation", "at": "desk", "at_most": 80, "source": ""},
                ],
            ),
            "contradict each other: utilisation at desk at least 90 % and at most 80 %",
        ),
    ],
)
def test_that_a_question_without_an_answer_is_refused_in_words(scenario, said):
    with pytest.raises(QuestionError, match=said):
        StaffingQuestion(scenario)


def test_that_a_misspelt_role_is_refused_by_name():
    with pytest.raises(QuestionError, match="no role oficer; did you mean officer"):
        StaffingQuestion(EASY, roles=("oficer",))


def test_that_the_interval_of_a_share_is_that_of_clopper_and_pearson():
    low, high = share_interval(0, 10)

    assert (low, high) == (0.0, pytest.approx(1 - 0.025 ** (1 / 10)))


def test_that_more_people_along_the_curve_wait_less():
    curve = answered(StaffingInquiry(StaffingQuestion(CASES[9]), Here())).trade_off

    assert [one.cost for one in curve] == sorted(one.cost for one in curve)
    assert curve[0].wait_p95_s > curve[-1].wait_p95_s
    assert all(one.runs == 8 for one in curve)
