"""Which assumptions matter: found where theory says so, told with their uncertainty, unsourced ones first."""

import math
from dataclasses import asdict
from itertools import islice

import numpy as np
import pytest

from reception_sim.experiments.answers import Ending
from reception_sim.experiments.breaking_boxes import breaking_box
from reception_sim.experiments.inquiries import answered
from reception_sim.experiments.questions import QuestionError
from reception_sim.experiments.rank_correlation import spearman, surely_not_zero
from reception_sim.experiments.sensitivity_inquiry import SensitivityInquiry, design
from reception_sim.experiments.sensitivity_question import SensitivityQuestion
from reception_sim.experiments.sensitivity_spans import span_for, spans_of
from reception_sim.experiments.workplaces import Here, OwnProcesses
from tests.experiments.small_rosters import one_desk, people

GUESSED = [{"field": "stations.desk.service_time", "reason": "Guessed by three officers"}]
SERVICE = "stations.desk.service_time"
RATE = "entry_points.border.arrivals.rate"
PRICE = "staff.officer.hourly_cost"
BUSY = one_desk(20, 5, "10 min", staff={"officer": people(20, ("00:00-04:00",))}, assumptions=GUESSED)


def asked(*spans, scenario=BUSY, points=None, runs=1):
    chosen = tuple(span_for(scenario, *span) for span in spans)
    return SensitivityQuestion(scenario, chosen, points=points, runs_per_point=runs)


@pytest.fixture(scope="module")
def many():
    """Return what four fields do to the wait, of which two can do something."""
    hours = "staff.officer.shifts.count"
    question = asked((PRICE, 0.5, 2), (RATE, 0.5, 1.5), (SERVICE, 0.5, 2), (hours, 1, 1.6), points=40)
    return answered(SensitivityInquiry(question, Here()))


def test_that_what_drives_the_wait_is_told_from_what_does_not(many):
    price, rate, service, officers = (many.correlation(span, 0) for span in range(4))

    assert service.low > 0.3
    assert rate.rho > 0
    assert officers.high < 0.3
    assert not price.is_clear


def test_that_unsourced_assumptions_come_first_and_then_the_strongest(many):
    assert many.spans[many.order[0]].field == SERVICE
    assert [many.spans[span].sourced for span in many.order] == [False, True, True, True]


def test_that_the_box_says_where_the_standard_breaks(many):
    (box,) = many.boxes

    assert SERVICE in {many.spans[side.span].field for side in box.limits}
    assert box.density > box.everywhere
    assert box.coverage > 0.5


def test_that_one_field_is_swept_in_even_steps():
    answer = answered(SensitivityInquiry(asked((SERVICE, 0.5, 2), points=4, runs=2), Here()))

    assert [point.settings for point in answer.points] == [(0.5,), (1.0,), (1.5,), (2.0,)]
    assert answer.points[0].values[0] < answer.points[-1].values[0]
    assert all(point.half_widths[0] >= 0 for point in answer.points)


def test_that_two_fields_make_a_grid():
    question = asked((SERVICE, 0.5, 1), (RATE, 1, 2), points=3)

    assert design(question, question.spans) == (
        (0.5, 1.0), (0.5, 1.5), (0.5, 2.0), (0.75, 1.0), (0.75, 1.5), (0.75, 2.0), (1.0, 1.0), (1.0, 1.5), (1.0, 2.0),
    )  # fmt: skip


def test_that_a_latin_hypercube_has_one_point_in_each_strip_of_each_field():
    question = asked((SERVICE, 0, 10), (RATE, 0, 10), (PRICE, 0, 10), points=10)
    settings = np.array(design(question, question.spans))

    assert all(sorted(column.astype(int).tolist()) == list(range(10)) for column in settings.T)


def test_that_the_answer_is_the_same_in_one_process_and_in_two():
    question = asked((SERVICE, 0.8, 1.2), points=6)
    alone = answered(SensitivityInquiry(question, Here()))

    with OwnProcesses(2) as two:
        together = answered(SensitivityInquiry(question, two))

    assert repr(asdict(together)) == repr(asdict(alone))


def test_that_the_ranges_of_the_scenario_are_taken_and_else_the_usual_one():
    stated = {"field": "staff.officer.hourly_cost", "low": 0.9, "high": 1.3, "reason": "Pay round", "source": "Union"}
    spans, _ = spans_of(SensitivityQuestion(one_desk(9, 5, "9 min", ranges=[stated], assumptions=GUESSED)))

    assert [(span.field, span.low, span.high, span.sourced, span.stated) for span in spans] == [
        ("staff.officer.hourly_cost", 0.9, 1.3, True, True),
        (SERVICE, 0.8, 1.25, False, False),
    ]


def test_that_an_assumption_of_a_whole_part_varies_the_quantities_in_it():
    whole = [{"field": "entry_points.border.arrivals", "reason": "?"}, {"field": "staff", "reason": "?"}]
    officers = people(20, ("00:00-04:00",), count=8)
    scenario = one_desk(9, 5, "9 min", assumptions=whole, staff={"officer": officers})

    spans, left_out = spans_of(SensitivityQuestion(scenario))

    assert [span.field for span in spans] == [RATE, "staff.officer.shifts.count"]
    assert not left_out


def test_that_a_field_of_two_assumptions_is_varied_once():
    twice = [*GUESSED, {"field": "stations", "reason": "All of it"}]

    spans, _ = spans_of(SensitivityQuestion(one_desk(9, 5, "9 min", assumptions=twice)))

    assert [(span.field, span.reason) for span in spans] == [(SERVICE, GUESSED[0]["reason"])]


def test_that_an_assumption_that_cannot_be_varied_is_told():
    words = [*GUESSED, {"field": "populations.alone", "reason": "?"}]
    _, left_out = spans_of(SensitivityQuestion(one_desk(9, 5, "9 min", assumptions=words)))

    assert [why.partition(":")[0] for why in left_out] == ["populations.alone"]


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ((SERVICE, 2, 1), "turned round"),
        (("stations.dusk.service_time", 1, 2), "did you mean desk"),
        (("stations.desk.title", 1, 2), "no number"),
        (("staff.officer.shifts.count", 1, 1.1), "the same at both ends"),
    ],
)
def test_that_a_span_that_cannot_be_varied_is_refused_in_words(span, said):
    with pytest.raises(QuestionError, match=said):
        SensitivityInquiry(asked(span), Here())


def test_that_nothing_to_vary_and_nobody_who_comes_are_told():
    with pytest.raises(QuestionError, match="nothing to vary"):
        SensitivityInquiry(SensitivityQuestion(one_desk(9, 5, "9 min")), Here())
    with pytest.raises(QuestionError, match="nobody arrives"):
        SensitivityQuestion(one_desk(0, 5, "9 min"))


def test_that_a_cancelled_analysis_keeps_its_points():
    inquiry = SensitivityInquiry(asked((SERVICE, 0.5, 2), points=10), Here())
    steps = inquiry.steps()
    for _ in islice(steps, 4):
        pass
    steps.close()

    answer = inquiry.answer(Ending.CANCELLED)

    assert (len(answer.points), answer.ending) == (4, Ending.CANCELLED)


def test_that_the_interval_of_a_rank_correlation_holds_the_truth():
    random = np.random.default_rng(1)
    held = 0
    for _ in range(400):
        x, y = random.multivariate_normal((0, 0), ((1, 0.6), (0.6, 1)), 50).T
        _, low, high, _ = spearman(x, y)
        held += low <= 6 / math.pi * math.asin(0.6 / 2) <= high

    assert held / 400 == pytest.approx(0.95, abs=0.03)


def test_that_among_many_correlations_chance_alone_is_hardly_ever_called_sure():
    random = np.random.default_rng(3)
    chance = [[(spearman(*random.random((2, 30)))[0], 30) for _ in range(20)] for _ in range(60)]

    assert sum(any(surely_not_zero(found)) for found in chance) <= 6
    assert [surely_not_zero([(0.7, 30), *found])[0] for found in chance] == [True] * 60


def test_that_a_few_points_in_perfect_order_are_not_sure_and_many_are():
    few, many = (spearman(np.arange(float(n)), np.arange(float(n)) ** 2) for n in (5, 20))

    assert (few[0], many[0]) == pytest.approx((1, 1))
    assert few[1] < 0.5
    assert many[1] > 0.95
    assert surely_not_zero([(few[0], 5)] * 9) == [False] * 9
    assert surely_not_zero([(many[0], 20)] * 9) == [True] * 9


def test_that_what_never_changes_has_no_correlation():
    rho, low, high, points = spearman(np.arange(9.0), np.full(9, 3.0))

    assert all(map(math.isnan, (rho, low, high)))
    assert points == 9


def test_that_a_box_in_two_of_five_settings_is_found():
    settings = np.random.default_rng(2).random((300, 5))
    broken = (settings[:, 1] > 0.6) & (settings[:, 3] < 0.5)

    box = breaking_box(0, settings, broken)

    sides = {side.span: (side.low, side.high) for side in box.limits}
    assert set(sides) == {1, 3}
    assert sides[1][0] == pytest.approx(0.6, abs=0.05)
    assert sides[3][1] == pytest.approx(0.5, abs=0.05)
    assert box.coverage > 0.9
    assert box.density > 0.9


@pytest.mark.parametrize("broken", [True, False])
def test_that_a_standard_missed_everywhere_or_nowhere_has_no_box(broken):
    box = breaking_box(0, np.random.default_rng(4).random((20, 2)), np.full(20, broken))

    assert (box.limits, box.everywhere) == ((), float(broken))
