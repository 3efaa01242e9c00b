"""A sensitivity on its page: scatters of what surely matters, and the box in which a standard is missed."""

from functools import cache

from reception_sim.experiments import Here, SensitivityInquiry, SensitivityQuestion, Span, answered
from reception_sim.experiments.criteria import Criterion
from reception_sim.reports.wording import sentence
from reception_sim.scenario.standards import Indicator
from tests.experiments.small_rosters import one_desk, people
from ui.pages.sensitivity_shown import sensitivity_shown
from ui.plots.figures import CurveChart

SERVICE, RATE, PRICE = "service time of Desk", "arrivals an hour of Border", "cost an hour of Officer"
_FIELDS = ("stations.desk.service_time", "entry_points.border.arrivals.rate", "staff.officer.hourly_cost")
WAIT = Criterion(Indicator.WAITING_TIME, "desk")


@cache
def shown():
    busy = one_desk(20, 5, "10 min", staff={"officer": people(20, ("00:00-04:00",))})
    spans = tuple(
        _span(field, low, high) for field, low, high in zip(_FIELDS, (0.2, 0.5, 0.5), (1.2, 1.5, 2.0), strict=True)
    )
    answer = answered(SensitivityInquiry(SensitivityQuestion(busy, spans, points=80, runs_per_point=1), Here()))
    return sensitivity_shown(answer, WAIT)


def _span(field, low, high):
    return Span(field, low, high, "For a test", sourced=False, stated=True)


def figures(*names):
    return [one.figure for one in shown().figures if one.name in names]


def test_that_only_what_surely_matters_has_a_scatter_with_a_dot_a_point():
    scatters = figures(*map(sentence, (SERVICE, RATE, PRICE)))

    assert {sentence(SERVICE), sentence(RATE)} == {one.across.partition(",")[0] for one in scatters}
    assert all(isinstance(one, CurveChart) and not one.curves[0].joined for one in scatters)
    assert [len(one.curves[0].points) for one in scatters] == [80, 80]


def test_that_where_a_standard_breaks_is_drawn_with_the_sides_of_the_box():
    (box,) = figures("Where it breaks")

    missed, kept = box.curves
    assert (missed.name, kept.name) == ("Missed", "Kept")
    assert len(missed.points) + len(kept.points) == 80
    assert {line.name for line in (*box.lines, *box.marks)} <= {"Missed from", "Missed up to"}
    assert box.lines or box.marks


def test_that_the_first_sentence_is_about_what_is_looked_at_with_the_strongest_first():
    assert shown().sentence.startswith(f"What moves waiting time at Desk most is {SERVICE} (+0.")
    assert RATE in shown().sentence
    assert PRICE not in shown().sentence


def test_that_what_hardly_matters_is_said_only_of_what_surely_does():
    told = " ".join(shown().more)

    assert f"Also surely of consequence: {RATE}" in told
    doubtful = [one for one in shown().more if one.startswith(("Hardly of consequence", "Too few points"))]
    assert [PRICE in one for one in doubtful] == [True]


def test_that_points_too_few_to_tell_are_not_told_as_nothing_that_matters():
    busy = one_desk(20, 5, "10 min", staff={"officer": people(20, ("00:00-04:00",))})
    spans = tuple(_span(field, 0.5, 1.5) for field in _FIELDS)
    answer = answered(SensitivityInquiry(SensitivityQuestion(busy, spans, points=5, runs_per_point=1), Here()))

    assert sensitivity_shown(answer, WAIT).sentence.startswith("5 points are too few to tell what moves waiting time")
