"""What a report tells, wherever it is printed."""

from dataclasses import replace

import pytest

from reception_sim.reports.composition import compose
from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Bullets, Gallery, Links, Picture, Section, Table, Tone
from reception_sim.run import Run, open_scenario
from reception_sim.statistics import measure
from tests.reports.contents import CLOSED, COMPLETE, replicated, single


def words_of(document):
    """Yield every text of a document."""
    yield from (document.title, *(said for fact in document.facts for said in fact))
    for section in document.sections:
        yield section.title
        for block in section.blocks:
            yield from words_in(block)


def words_in(block):
    match block:
        case Table():
            yield from (block.title, block.note, *(cell.text for row in block.rows for cell in row))
        case Gallery():
            for picture in block.pictures:
                yield from words_in(picture)
        case Picture():
            yield from (block.title, block.description, block.note)
        case Links():
            yield from (part for link in block.items for part in (link.title, link.covers, link.address))
        case _:
            yield from getattr(block, "items", None) or (block.text,)


def table(document, title):
    blocks = (block for section in document.sections for block in section.blocks)
    return next(block for block in blocks if isinstance(block, Table) and block.title == title)


def test_that_the_first_section_answers_in_sentences():
    sentences = list(words_in(compose(single("lampedusa_2023")).sections[0].blocks[0]))

    assert sentences[0].startswith("1 of 5 standards was met") or "of 5 standards were met" in sentences[0]
    assert "times its capacity of 400, on" in sentences[1]
    assert all(sentence.endswith(".") for sentence in sentences)


@pytest.mark.parametrize("name", ["border_post_basics", "lampedusa_2023", str(COMPLETE)])
def test_that_every_place_role_and_source_of_a_plan_is_in_its_report(name):
    content = single(name)
    said = " ".join(words_of(compose(content)))

    for _, place in content.scenario.places():
        assert place.title in said
    for role in content.scenario.staff.values():
        assert role.title in said
    for source in content.scenario.sources:
        assert source.url in said


def test_that_each_standard_is_told_with_its_verdict_and_source():
    content = single()
    rows = table(compose(content), "Standards met and missed").rows

    assert len(rows) == len(content.scenario.standards)
    held = [figure for figure in content.figures.indicators if figure.standard]
    assert [row[4].tone for row in rows] == [Tone.GOOD if figure.met else Tone.BAD for figure in held]
    assert all(row[5].text for row in rows)


def test_that_a_verdict_over_replications_says_in_how_many():
    content = replicated()
    rows = table(compose(content), "Standards met and missed").rows

    assert all(" of 4)" in row[4].text for row in rows)


def test_that_those_still_waiting_stand_apart():
    content = single()
    waiting = {station.id: station.still_waiting.persons for station in content.figures.stations}

    rows = table(compose(content), "Waits at the stations").rows

    assert waiting["registration"] > 0
    registration = next(row for row in rows if row[0].text == "Registration")
    assert registration[7].text == str(waiting["registration"])
    assert registration[7].tone is Tone.BAD


def test_that_actions_are_told_with_who_and_why():
    rows = table(
        compose(single(journal=(CLOSED,))), "What was changed, and what the exercise and the plan brought"
    ).rows

    told = [[cell.text for cell in row] for row in rows]
    assert ["15 Jun 10:00", "Close Registration", "player: Ana", "The roof leaks"] in told


def test_that_a_run_without_changes_says_so():
    content = replace(single(), happenings=())

    assert "Nothing was changed while it ran: the plan was left to itself." in words_of(compose(content))


def test_that_calibrated_assumptions_are_marked():
    content = single("lampedusa_2023")
    rows = table(compose(content), "Planning assumptions: figures that no source supports").rows

    marked = [row[0].text for row in rows if row[2].text == "calibrated"]
    assert marked == [one.field for one in content.scenario.assumptions if one.calibrated]


def test_that_a_report_tells_how_to_get_the_same_figures_again():
    rows = table(compose(replicated()), "How to get the same figures again").rows
    answers = {row[0].text: row[1].text for row in rows}

    assert answers["Seed"] == "1"
    assert answers["Replications"].startswith("4;")
    assert "Reception Sim" in answers["Program"]


def test_that_a_run_looked_at_before_its_end_says_so():
    figures = replace(single().figures, until=86_400.0)

    said = " ".join(words_of(compose(replace(single(), figures=figures))))

    assert "The run was looked at after 24 h of 2 days" in said


def test_that_pictures_say_in_words_what_they_show():
    blocks = [block for section in compose(replicated()).sections for block in section.blocks]
    pictures = [block for block in blocks if isinstance(block, Picture)]
    pictures += [picture for block in blocks if isinstance(block, Gallery) for picture in block.pictures]

    assert len(pictures) >= 5
    assert all(len(picture.description) > 20 for picture in pictures)


def test_that_the_days_add_up():
    content = single()

    rows = table(compose(content), "Day by day (people)").rows

    came = sum(int(row[1].text) for row in rows)
    left = sum(int(row[2].text) for row in rows)
    persons = content.figures.persons
    assert came == persons.arrived - persons.present_at_start
    assert left == persons.completed + persons.left
    assert int(rows[-1][3].text) == persons.in_system


def test_that_the_inputs_tell_how_people_work_who_goes_with_whom_and_what_is_known():
    document = compose(single(str(COMPLETE)))
    working = {row[0].text: row[1].text for row in table(document, "How people work").rows}

    assert "8 people who rest 11 h between duties" in working["Registration officer"]
    assert "2 on call when somebody waits longer than 3 h, there after 1 h" in working["Registration officer"]
    assert "volunteers, half as many after 14 days" in working["Volunteer"]
    assert "stand in for Nurse at pace 0.5" in working["Volunteer"]
    assert [row[1].text for row in table(document, "Escorts in the plan").rows] == ["Guardian", "Cultural mediator"]
    assert table(document, "How counts are reported").rows[2][1].text == "20 %"


def test_that_a_plan_without_them_has_no_table_of_how_people_work():
    with pytest.raises(StopIteration):
        table(compose(single("border_post_basics")), "How counts are reported")


def test_that_before_the_run_has_begun_the_report_tells_the_answers_and_the_plan():
    plan = open_scenario("border_post_basics")
    answer = Section("How many people can be received?", (Bullets(("230 people a day.",)),))
    content = ReportContent(plan, measure(Run(plan).recording(), plan), answers=(answer,))

    titles = [section.title for section in compose(content).sections]

    assert titles[:2] == ["In short", answer.title]
    assert "Over time" not in titles
    assert "Assumptions" in " ".join(titles)
    assert "has not begun" in compose(content).sections[0].blocks[0].items[0]
