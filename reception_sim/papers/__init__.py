"""The papers of an exercise: the facilitator's kit before it, the after-action report after it."""

from reception_sim.papers.after_action_report import after_action_report, improvement_plan
from reception_sim.papers.groups_compared import groups_compared
from reception_sim.papers.kit import PAPERS, write_kit
from reception_sim.papers.kit_content import KitContent
from reception_sim.papers.played import Beside, PlayedExercise, play_again

__all__ = [
    "PAPERS",
    "Beside",
    "KitContent",
    "PlayedExercise",
    "after_action_report",
    "groups_compared",
    "improvement_plan",
    "play_again",
    "write_kit",
]
