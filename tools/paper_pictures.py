"""Take the pictures of an exercise's papers for docs/images, from an exercise that is really played for them.

Run `python -m tools.paper_pictures`; LibreOffice and Poppler draw the one of the Word document.
"""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from reception_sim.actions import Action, CallInStaff, ChangePlaces
from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise_plan import (
    Exercise,
    ExpectedMet,
    Note,
    PlayBegan,
    Rating,
    Score,
    exercise_of,
)
from reception_sim.exercise_plan.review import CapabilityElement, Improvement, Review
from reception_sim.papers import (
    PAPERS,
    Beside,
    KitContent,
    PlayedExercise,
    after_action_report,
    groups_compared,
    play_again,
)
from reception_sim.reports.document import Document
from reception_sim.reports.pdf_report import page_pictures
from reception_sim.reports.printing import printed
from reception_sim.run import open_scenario
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.quantities import DAY, HOUR

IMAGES: Final = Path(__file__).parents[1] / "docs" / "images"
SCENARIO: Final = "six_phase_border_exercise"
MADE: Final = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
UNTIL: Final = 12 * DAY
PIXELS_PER_INCH: Final = 80.0
NORTH: Final = (
    (6 * DAY + 2 * HOUR, "registration", CallInStaff("registrar", 8, 3 * DAY), "The hall is full before noon"),
    (7 * DAY, "health", CallInStaff("nurse", 6, 3 * DAY), "Triage falls behind"),
    (7 * DAY + 4 * HOUR, "shelter", ChangePlaces("school_hall", 150), "People will sleep outside"),
)
SOUTH: Final = ((8 * DAY, "shelter", ChangePlaces("school_hall", 150), "The gym can be had at last"),)


def main() -> int:
    """Take each picture, and say which."""
    scenario = open_scenario(SCENARIO)
    exercise = _exercise(scenario)
    north, south = _played(exercise, scenario, "North", NORTH), _played(exercise, scenario, "South", SOUTH)
    kit = KitContent(exercise, scenario)
    report = after_action_report(north)
    _print("after_action_report", report, 0)
    _print("decision_log", report, _page_of(report, "What was decided") + 1)
    _print("groups_compared", groups_compared([north, south]), 0)
    _print("evaluators_guide", PAPERS["evaluators_guide"](kit), 1)
    _draw_word("players_handbook", PAPERS["players_handbook"](kit))
    return 0


def _exercise(scenario: ScenarioPlan) -> Exercise:
    return replace(exercise_of(scenario), day=date(2026, 11, 25), endex=UNTIL)


def _played(
    exercise: Exercise, scenario: ScenarioPlan, group: str, decisions: tuple[tuple[float, str, Action, str], ...]
) -> PlayedExercise:
    led = LedRun(scenario, exercise)
    led.advance(exercise.startex)
    led.do(PlayBegan())
    for time, cell, action, reason in decisions:
        led.advance(time)
        led.decide(action, cell=cell, reason=reason)
    for number in (1, 2, 9):
        if led.course.injects[number].sent:
            led.do(ExpectedMet(number=number, measured=False))
    led.advance(UNTIL)
    return play_again(exercise, scenario, led.log, reached=UNTIL, beside=_beside(exercise), group=group, made=MADE)


def _beside(exercise: Exercise) -> Beside:
    notes = (Note(branch=1, time=6.1 * DAY, text="Posts were argued about for ten minutes.", objective="influx"),)
    ratings = dict(zip(exercise.objectives, [*Rating, *Rating], strict=False))
    scores = tuple(Score(branch=1, objective=name, rating=rating) for name, rating in ratings.items())
    improvement = Improvement(
        area="Information for people who wait",
        action="Write a procedure for announcements in five languages",
        element=CapabilityElement.PLANNING,
        responsible="Border police",
        start=date(2027, 1, 1),
        end=date(2027, 6, 30),
    )
    review = Review(
        strengths=("The border police saw the queue early.",),
        areas=("Nobody told those who waited.",),
        improvements=(improvement,),
    )
    return Beside(notes, (), scores, review)


def _page_of(document: Document, title: str) -> int:
    """Return on which page a section begins: that of a report that ends with it, counted from 0."""
    place = [section.title for section in document.sections].index(title)
    before = replace(document, sections=document.sections[:place])
    return len(page_pictures(before, 20)) - 1


def _print(name: str, document: Document, page: int) -> None:
    _keep(name, page_pictures(document, PIXELS_PER_INCH)[page])


def _draw_word(name: str, document: Document) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.docx"
        path.write_bytes(printed(document, path, MADE))
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
        subprocess.run([*command, "--outdir", folder, str(path)], check=True, capture_output=True)
        drawn = path.with_name("page")
        pages = ["pdftoppm", "-png", "-singlefile", "-r", f"{PIXELS_PER_INCH:g}"]
        subprocess.run([*pages, str(path.with_suffix(".pdf")), str(drawn)], check=True)
        _keep(f"{name}_word", drawn.with_suffix(".png").read_bytes())


def _keep(name: str, picture: bytes) -> None:
    (IMAGES / f"{name}.png").write_bytes(picture)
    sys.stdout.write(f"{name}.png\n")


if __name__ == "__main__":
    sys.exit(main())
