"""The after-action report: ratings with their evidence, decisions with what was known, and what will be done."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import docx
import openpyxl
import pytest
from pydantic import ValidationError

from reception_sim.actions import SetPosts
from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise.news import News
from reception_sim.exercise.players_picture import FieldReports, picture_of
from reception_sim.exercise.protocol import Pace
from reception_sim.exercise_plan import ExerciseError, PlayBegan, without_injects
from reception_sim.exercise_plan.review import Answer, Improvement, Review, read_review, write_review
from reception_sim.experiments import Here, WeighingDecisions
from reception_sim.experiments import answered as answered_by
from reception_sim.papers import after_action_report, groups_compared, play_again
from reception_sim.papers.worth import question_about
from reception_sim.reports.document import Picture, Table
from reception_sim.reports.printing import printed
from reception_sim.run import run_whole
from reception_sim.scenario.quantities import HOUR
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.statistics import measure
from tests.exercise_plan.exercises import busy_desk
from tests.papers.played_exercises import LED, MADE, REVIEW, answered, log_of, played


def table(document, title):
    blocks = [block for section in document.sections for block in section.blocks]
    found = next(block for block in blocks if isinstance(block, Table) and block.title == title)
    return [[cell.text for cell in line] for line in found.rows]


def section(document, title):
    return next(part for part in document.sections if part.title == title)


def test_that_the_report_is_of_the_run_that_was_led():
    content = played().content
    again = run_whole(without_injects(busy_desk()), LED.seed, 0, content.journal)

    assert content.figures.until == 6 * HOUR
    whole = measure(again, content.scenario).series.in_system
    assert content.figures.series.in_system.tolist() == whole[: len(content.figures.series.in_system)].tolist()


def test_that_a_rating_stands_beside_its_evidence():
    objective = section(after_action_report(played()), "Objective: See people in time")
    told = str(objective.blocks)

    assert all(
        said in told for said in ("nobody waits two hours", "'S'", "Fast", "Late news", "They argued about posts.")
    )
    assert "met after 24 min" in told
    assert "not met" in told
    assert "Nobody looked at the gate." not in told


def test_that_decisions_are_told_with_who_when_and_why():
    posts = table(after_action_report(played()), "Decision log")[1]

    assert posts[:6] == ["2", "2:24", "Border police", "Have 6 posts at Desk", "The queue grows", "at once"]


def test_that_the_decision_log_shows_what_was_on_the_players_screen():
    led = LedRun(busy_desk(), LED, log_of(), reached=6 * HOUR)
    led.advance(2.4 * HOUR)
    reports = FieldReports(led.run.scenario, LED.seed)
    reports.read(News(led.run).take(Pace.PAUSED, 0.0).series)
    (shown,) = picture_of(led, reports).known

    told = table(after_action_report(played()), "Decision log")[1][6]
    assert shown.persons > 0
    assert told == f"Desk: {shown.persons} (as of 1:54)"


def test_that_the_improvement_plan_has_what_such_plans_have():
    assert table(after_action_report(played()), "What will be done") == [
        ["Information for people who wait", "Write a procedure for announcements", "planning", "Border police",
         "2027-01-01", "2027-06-30"]
    ]  # fmt: skip


def test_that_answers_stand_beside_the_course_of_the_run():
    lessons = section(after_action_report(played()), "Lessons learned")

    assert "2 questionnaires" in str(lessons.blocks[0])
    assert "<svg" in lessons.blocks[1].svg
    assert table(after_action_report(played()), "Preparation")[0] == [
        "Our plans covered what came.",
        "2",
        "2.5",
        "1",
        "1",
    ]
    assert "A list of interpreters" in str(lessons)


def test_that_nobody_can_tell_whose_answer_it_is():
    sheets = ([Answer(question="A", agrees=1), Answer(question="B", agrees=5)],
              [Answer(question="A", agrees=4), Answer(question="B", text="Yes")],
              [Answer(question="B", agrees=2)])  # fmt: skip
    reviews = []
    for order in permutations(sheets):
        review = Review()
        for sheet in order:
            review = review.with_sheet(sheet)
        reviews.append(review)

    assert len({str(review) for review in reviews}) == 1


def test_that_nobody_is_judged_by_what_never_came():
    short = play_again(LED, busy_desk(), log_of()[:1], reached=1.5 * HOUR)
    told = str(section(after_action_report(short), "Objective: See people in time"))

    assert "Evidence" not in told
    assert "not rated" in told


@pytest.mark.parametrize("suffix", [".html", ".pdf", ".docx", ".xlsx"])
def test_that_the_report_can_be_taken_home_in_every_form(suffix, tmp_path):
    path = tmp_path / f"review{suffix}"
    path.write_bytes(printed(after_action_report(played()), path, MADE))

    match suffix:
        case ".docx":
            headings = [one.text for one in docx.Document(str(path)).paragraphs if one.style.name == "Heading 1"]
            assert {"Improvement plan", "Lessons learned", "What was decided"} <= set(headings)
        case ".xlsx":
            assert {"Decision log", "What will be done"} <= set(openpyxl.load_workbook(path).sheetnames)
        case _:
            assert path.stat().st_size > 10_000


def test_that_a_review_comes_back_from_its_file():
    assert read_review(write_review(answered())) == answered()


def test_that_a_damaged_review_is_told():
    with pytest.raises(ExerciseError, match="This is not a review"):
        read_review('{"strengths": 3}')


def test_that_an_improvement_cannot_end_before_it_starts():
    with pytest.raises(ValidationError, match="ends before it starts"):
        Improvement(area="A", start=date(2027, 2, 1), end=date(2027, 1, 1))


def test_that_groups_are_compared_decision_by_decision():
    compared = groups_compared([played(), played(patient=True, group="Group 2")])

    assert table(compared, "Who decided what, and when") == [
        ["Close Desk", "1:30: A case of measles", "1:30: A case of measles"],
        ["Have 6 posts at Desk", "2:24: The queue grows", "\N{EN DASH}"],
        ["Open Desk", "2:36", "2:36"],
    ]
    assert table(compared, "What came of each expected action")[0][1:] == ["met after 24 min", "not met"]
    assert table(compared, "The groups at a glance")[0] == ["Decisions", "3", "2"]


def test_that_groups_of_different_exercises_are_not_compared():
    other = play_again(replace(LED, seed=2), busy_desk(), (), reached=HOUR, group="Group 2")

    with pytest.raises(ValueError, match="not played the same exercise"):
        groups_compared([played(), other])


def test_that_a_review_without_anything_written_can_be_printed(tmp_path):
    bare = play_again(LED, busy_desk(), (), reached=HOUR)

    assert printed(after_action_report(bare), tmp_path / "a.pdf", MADE).startswith(b"%PDF")
    assert REVIEW.answers == ()


def test_that_a_decision_that_lets_people_be_served_is_not_judged_by_waits_alone():
    weighed = answered_by(WeighingDecisions(question_about(played(), 4), Here()))
    told = replace(played(), beside=replace(played().beside, weighed=weighed))
    rows = table(after_action_report(told), "With and without each decision")

    opened = next(place for place, line in enumerate(rows) if line[0] == "2:36 Open Desk")
    assert ["People in the system", "better"] in [[line[1], line[5]] for line in rows[opened:]]
    assert rows[0][0] == "All decisions together"


def test_that_the_report_tells_since_when_a_standard_was_not_kept():
    limit = StandardPlan(indicator=Indicator.QUEUE, at="desk", at_most=3, source="by hand")
    told = play_again(LED, busy_desk(standards=(limit,)), log_of(), reached=6 * HOUR, made=MADE)
    (listed,) = section(after_action_report(told), "What was not kept, and when").blocks

    assert listed.rows[0][0].text == "Standard missed: queue at Desk at most 3 people"
    assert len(listed.rows) == len(told.breaches) > 0


def test_that_the_report_draws_each_decision_with_its_interval():
    led = LedRun(busy_desk(), LED)
    led.do(PlayBegan())
    led.advance(HOUR)
    led.decide(SetPosts("desk", 0), cell="border")
    led.advance(2 * HOUR)
    told = play_again(LED, busy_desk(), led.log, reached=2 * HOUR, made=MADE)
    weighed = answered_by(WeighingDecisions(question_about(told, 5), Here()))
    told = replace(told, beside=replace(told.beside, weighed=weighed))
    blocks = section(after_action_report(told), "What the decisions were worth").blocks
    pictures = [block for block in blocks if isinstance(block, Picture)]

    drawn = next(one for one in pictures if one.title == "People in the system: as played, less without it")
    assert "1:00 Have 0 posts at Desk" in drawn.svg
    assert "1:00 Have 0 posts at Desk" in drawn.description
    (worth,) = [one for one in weighed.worths if one.decision is not None]
    more = next(one for one in worth.differences if one.criterion.unit == "persons")
    assert f"{more.estimate.mean:,.4g} ({more.low:,.4g}" in drawn.description
