"""The papers of an exercise: the facilitator's kit before it, the after-action report after it."""

from reception_sim.papers.kit import PAPERS, write_kit
from reception_sim.papers.kit_content import KitContent

__all__ = ["PAPERS", "KitContent", "write_kit"]
