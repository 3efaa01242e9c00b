"""The facilitator's kit: every paper that an exercise needs, from the same exercise, written into one folder."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from reception_sim.exercise_plan import Exercise
from reception_sim.exercise_plan.attachments import safe_name
from reception_sim.papers.kit_content import KitContent
from reception_sim.papers.papers_for_leaders import controllers_handbook, evaluators_guide, exercise_plan
from reception_sim.papers.papers_for_players import certificates, inject_cards, player_briefs, players_handbook
from reception_sim.papers.questionnaire import questionnaire_paper
from reception_sim.reports.document import Document
from reception_sim.reports.printing import printed
from reception_sim.scenario import FileNotWritten, ScenarioPlan, write_whole
from reception_sim.spreadsheets import write_msel
from reception_sim.translation import tr

ATTACHMENTS: Final = "attachments"  # the folder of files that go out with injects
PAPERS: Final[dict[str, Callable[[KitContent], Document]]] = {
    "exercise_plan": exercise_plan,
    "controllers_handbook": controllers_handbook,
    "evaluators_guide": evaluators_guide,
    "players_handbook": players_handbook,
    "player_briefs": player_briefs,
    "inject_cards": inject_cards,
    "certificates": certificates,
    "questionnaire": questionnaire_paper,
}


def write_kit(
    exercise: Exercise,
    scenario: ScenarioPlan,
    folder: Path,
    *,
    files: Mapping[str, bytes] | None = None,
    suffix: str = ".docx",
    made: datetime | None = None,
) -> tuple[Path, ...]:
    """Write every paper of an exercise, and its list of injects, into *folder*, and return where they are.

    *files* are those that go out with injects, by the names that these have for them. *suffix* says which kind of
    document; FileNotWritten if one cannot be written.
    """
    papers = tuple(_written(KitContent(exercise, scenario), folder, suffix, made))
    return (*papers, *_attached(exercise, files or {}, folder / ATTACHMENTS))


def _attached(exercise: Exercise, files: Mapping[str, bytes], folder: Path) -> Iterator[Path]:
    """Write the files that go out with each inject, the number of the inject before their names."""
    for inject in exercise.injects:
        for name in (one for one in inject.attachments if one in files):
            folder.mkdir(exist_ok=True)
            path = folder / safe_name(f"{inject.number} {safe_name(name)}")
            write_whole(path, files[name])
            yield path


def _written(kit: KitContent, folder: Path, suffix: str, made: datetime | None) -> Iterator[Path]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = tr("the folder cannot be made: {why}", why=error.strerror or error)
        raise FileNotWritten(folder, reason, tr("Choose another folder.")) from error
    for name, paper in PAPERS.items():
        path = folder / f"{name}{suffix}"
        write_whole(path, printed(paper(kit), path, made))
        yield path
    write_msel(kit.exercise, folder / "msel.xlsx")
    yield folder / "msel.xlsx"
