"""The only source of chance: named streams, so that equal names give equal draws whatever else happens in a run."""

import hashlib
from dataclasses import dataclass

import numpy as np

from reception_sim.recording import Times
from reception_sim.scenario.distributions import (
    AnyDistribution,
    Constant,
    Exponential,
    Gamma,
    Lognormal,
    Normal,
    Triangular,
    Uniform,
)


@dataclass(frozen=True)
class Turn:
    """A moment (s) from which on chance goes another way than it did; *future* numbers the ways, all equally likely."""

    since: float
    future: int


@dataclass(frozen=True)
class Chance:
    """The chance of one replication of one seed; with a *turn*, up to a moment that, and then one of its futures."""

    seed: int
    replication: int
    turn: Turn | None = None

    def stream(self, *name: str | int, turned: bool = False) -> np.random.Generator:
        """Return a fresh generator for the stream called *name*; equal names give equal draws.

        A *turned* stream is that of the same name in the future that the turn leads to.
        """
        way = ("future", self.turn.future) if turned and self.turn is not None else ()
        text = "/".join(str(part) for part in (*name, *way))
        key = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")
        sequence = np.random.SeedSequence(entropy=self.seed, spawn_key=(self.replication, key & 0xFFFFFFFF, key >> 32))
        return np.random.Generator(np.random.PCG64(sequence))


class LongStream:
    """A stream from which is drawn while a run goes on; after the turn it goes another way."""

    def __init__(self, chance: Chance, *name: str | int) -> None:
        self._chance, self._name = chance, name
        self._generator = chance.stream(*name)
        self._turned = False

    def at(self, now: float) -> np.random.Generator:
        """Return what to draw from at a time (s), which never goes back."""
        turn = self._chance.turn
        if turn is not None and not self._turned and now >= turn.since:
            self._generator, self._turned = self._chance.stream(*self._name, turned=True), True
        return self._generator


def draw(distribution: AnyDistribution, generator: np.random.Generator, count: int) -> Times:  # noqa: PLR0911 - a table of seven distributions
    """Draw *count* values of a plan's distribution."""
    match distribution:
        case Constant():
            return np.full(count, distribution.value, float)
        case Uniform():
            return generator.uniform(distribution.min, distribution.max, count)
        case Triangular():
            return _draw_triangular(distribution, generator, count)
        case Exponential():
            return generator.exponential(distribution.mean, count)
        case Lognormal():
            spread = np.log1p((distribution.sd / distribution.mean) ** 2)
            return generator.lognormal(np.log(distribution.mean) - spread / 2, np.sqrt(spread), count)
        case Gamma():
            shape = (distribution.mean / distribution.sd) ** 2
            return generator.gamma(shape, distribution.mean / shape, count)
        case Normal():
            return np.maximum(generator.normal(distribution.mean, distribution.sd, count), distribution.min)


def _draw_triangular(plan: Triangular[float], generator: np.random.Generator, count: int) -> Times:
    if plan.min == plan.max:
        return np.full(count, plan.min, float)
    return generator.triangular(plan.min, plan.mode, plan.max, count)
