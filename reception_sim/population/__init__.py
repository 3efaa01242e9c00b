"""Who arrives: travel groups and their members, sampled ahead in blocks."""

from reception_sim.population.chance import Chance, LongStream, Turn, draw
from reception_sim.population.coming import Batch, StreamSource, batches
from reception_sim.population.composition import GroupBlock
from reception_sim.population.crowd import BLOCK, Crowd

__all__ = [
    "BLOCK",
    "Batch",
    "Chance",
    "Crowd",
    "GroupBlock",
    "LongStream",
    "StreamSource",
    "Turn",
    "batches",
    "draw",
]
