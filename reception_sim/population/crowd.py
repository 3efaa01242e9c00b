"""Everyone who may come: columns that grow by blocks of travel groups, and what fate each group brings along."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeAlias, TypeVar

import numpy as np

from reception_sim.population.chance import Chance
from reception_sim.population.composition import GroupBlock, Vocabulary, compose
from reception_sim.population.separation import separated
from reception_sim.recording import Integers, People
from reception_sim.scenario.plan import ScenarioPlan

# Part of what a seed means: another block size would give other people.
BLOCK: Final = 2048

Value = TypeVar("Value", int, float)
FateDraw: TypeAlias = Callable[[GroupBlock, np.random.Generator], Sequence[Value]]


@dataclass(frozen=True)
class _Fate(Generic[Value]):
    name: str
    draw: FateDraw[Value]
    values: list[Value]


class Crowd:
    """The travel groups of a run, in rows that are given out block by block.

    *size*, *has_child* and *family* (the row of the other part of a separated family, -1 for none) are given;
    *arrived_at*, *queued_at* (s), *seen* and *seen_of_person* (needs seen, bit masks over NEEDS) are for the model to
    write. A group is known by its stream and its number in it: those, not the row, decide who its members are and what
    each will need, so the same people come whatever the policy.
    """

    def __init__(self, scenario: ScenarioPlan, chance: Chance) -> None:
        self.size: list[int] = []
        self.family: list[int] = []
        self.has_child: list[bool] = []
        self.arrived_at: list[float] = []
        self.queued_at: list[float] = []
        self.seen: list[int] = []
        self.seen_of_person: defaultdict[int, int] = defaultdict(int)
        self.words = Vocabulary.of(scenario.populations)
        self._populations = scenario.populations
        self._chance = chance
        self._blocks: list[GroupBlock] = []
        self._origins: list[tuple[int, int]] = []
        self._first_persons = [0]
        self._streams: list[str] = []
        self._next_block: dict[str, int] = {}
        self._whole_fates: list[_Fate[int]] = []
        self._real_fates: list[_Fate[float]] = []
        self._people: People | None = None  # as columns, until more come

    def bring_whole(self, name: str, draw: FateDraw[int]) -> list[int]:
        """Let every group bring a whole number drawn by *draw*; the returned list grows with the crowd."""
        fate = _Fate(name, draw, list[int]())
        self._whole_fates.append(fate)
        return fate.values

    def bring_real(self, name: str, draw: FateDraw[float]) -> list[float]:
        """Let every group bring a number drawn by *draw*; the returned list grows with the crowd."""
        fate = _Fate(name, draw, list[float]())
        self._real_fates.append(fate)
        return fate.values

    def grow(self, stream: str, population: str, separated_share: float = 0.0, *, turned: bool = False) -> range:
        """Add the next block of travel groups of a stream, a share of its families in two parts; return its rows.

        Those of a *turned* block come after the turn of chance: other people, with fates of their own.
        """
        number = self._next_block.get(stream, 0)
        self._next_block[stream] = number + 1
        if stream not in self._streams:
            self._streams.append(stream)
        generator = self._chance.stream("people", stream, number, turned=turned)
        block = compose(self._populations[population], self.words, generator, BLOCK)
        if separated_share:
            block = separated(block, separated_share, self._chance.stream("separated", stream, number, turned=turned))
        first = len(self.size)
        self._blocks.append(block)
        self._people = None
        self._origins.append((self._streams.index(stream), number * BLOCK))
        self._first_persons.append(self._first_persons[-1] + len(block.age_band))
        self.arrived_at.extend([0.0] * BLOCK)
        self.queued_at.extend([0.0] * BLOCK)
        self.seen.extend([0] * BLOCK)
        self.size.extend(block.size.tolist())
        self.family.extend(np.where(block.family < 0, -1, block.family + first).tolist())
        self.has_child.extend(block.any_by_group(block.child.astype(np.int64)).astype(bool).tolist())
        for fate in self._whole_fates:
            fate.values.extend(fate.draw(block, self._chance.stream(fate.name, stream, number, turned=turned)))
        for real in self._real_fates:
            real.values.extend(real.draw(block, self._chance.stream(real.name, stream, number, turned=turned)))
        return range(first, first + BLOCK)

    def members(self, group: int) -> range:
        """Return the rows of a group's persons."""
        number, row = divmod(group, BLOCK)
        first = self._first_persons[number] + int(self._blocks[number].first_person[row])
        return range(first, first + self.size[group])

    def people(self) -> People:
        """Return everyone in the crowd as columns, which nobody may change."""
        if self._people is None:
            self._people = self._as_columns()
        return self._people

    def _as_columns(self) -> People:
        size = self._column("size")
        numbers = [np.arange(start, start + BLOCK) for _, start in self._origins]
        return People(
            size=size,
            first_person=np.concatenate((np.zeros(1, np.int64), np.cumsum(size)))[: len(size)],
            stream=np.repeat(np.array([stream for stream, _ in self._origins], np.int64), BLOCK),
            number=np.concatenate([np.empty(0, np.int64), *numbers]),
            movement=self._column("movement"),
            documents=self._column("documents"),
            language=self._column("language"),
            age_band=self._column("age_band"),
            sex=self._column("sex"),
            needs=self._column("needs"),
            languages=self.words.languages,
            age_bands=self.words.age_bands,
            nationality=self._column("nationality"),
            nationalities=self.words.nationalities,
            family=np.array(self.family, np.int64),
            streams=tuple(self._streams),
        )

    def _column(self, name: str) -> Integers:
        columns = [getattr(block, name) for block in self._blocks]
        return np.concatenate([np.empty(0, np.int64), *columns])
