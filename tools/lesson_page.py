"""Write scenarios/lessons/README.md, the sheet of the trainer for the short lessons, from the lessons' own files.

Run `python -m tools.lesson_page` after a change to a lesson; a test compares the page with the files.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reception_sim.run import open_scenario
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.library import LibraryEntry, shipped
from reception_sim.scenario.quantities import format_duration

PAGE: Final = Path(__file__).parents[1] / "scenarios" / "lessons" / "README.md"
_HEAD: Final = """# Short lessons

Written from the lessons' own files by `python -m tools.lesson_page`.

Each lesson is one idea, for a few minutes with a class: ask the question before anything is run, try it out, and see.
Open one from *Short lessons* on the first page of the program; *Findings* and *Charts* show the figures.
The situations are invented so that nothing distracts from the idea, and nothing in them was calibrated.
Where a formula is known, its source is named; a test holds what is to be seen.
"""


def page() -> str:
    """Return the whole page."""
    return "\n".join([_HEAD, *(_lesson(entry) for entry in shipped() if entry.lesson is not None)])


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def _lesson(entry: LibraryEntry) -> str:
    assert entry.lesson is not None  # page has looked
    lesson, scenario = entry.lesson, open_scenario(entry.path)
    parts = (
        f"## {entry.title}",
        f"![The map of {entry.title}](../../docs/images/map_{entry.id}.png)",
        f"`{entry.id}.toml` · {format_duration(entry.duration_s)} of simulated time.\n{entry.summary}",
        f"**Ask:** {lesson.question}",
        "**Try:**\n\n" + "\n".join(f"{number}. {step}" for number, step in enumerate(lesson.tries, 1)),
        f"**See:** {lesson.see}",
        f"**It teaches:** {entry.teaches}",
        "\n".join(_table(scenario)),
    )
    return "\n\n".join(parts) + "\n"


def _table(scenario: ScenarioPlan) -> Iterator[str]:
    """Yield the rows that say where each figure is from, and which are assumptions."""
    yield "| figure | source |"
    yield "| --- | --- |"
    for source in scenario.sources:
        yield f"| {source.covers or 'the idea'} | {source.title}, <{source.url}> |"
    for assumption in scenario.assumptions:
        yield f"| `{assumption.field}` | planning assumption: {assumption.reason} |"


if __name__ == "__main__":
    main()
