"""Where a travel group goes next: routes with conditions in their order, then the rest by share."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

from reception_sim.model.fates import Traits, lots
from reception_sim.model.places import Place
from reception_sim.population import Crowd
from reception_sim.recording import NEEDS, SEXES
from reception_sim.scenario.route_conditions import RouteCondition
from reception_sim.scenario.routes import RoutePlan

Test: TypeAlias = Callable[[int], bool]


@dataclass(frozen=True)
class Way:
    """A route and the place, path or stop that it leads to."""

    route: RoutePlan
    to: Place


@dataclass(frozen=True)
class Onward:
    """The ways that leave a place; *only* is set when there is but one, for everybody, *shares* where there are any."""

    only: Place | None
    choose: Callable[[int], Place]
    shares: "Shares | None" = None


class Shares:
    """The ways without a condition that leave a place, each with the share of people who take it."""

    def __init__(self, ways: Sequence[Way], lot: Sequence[float]) -> None:
        """Share people out among *ways*, the one without a share last; *lot* is the chance of each travel group."""
        said = [way for way in ways if way.route.share is not None]
        rest = [way for way in ways if way.route.share is None]
        shares = [way.route.share or 0.0 for way in said]
        self._ways, self._lot = [*said, *rest], lot
        self._shares = [*shares, 1.0 - sum(shares)] if rest else [*shares[:-1], 1.0 - sum(shares[:-1])]
        self._bounds = list(accumulate(self._shares[:-1]))

    def choose(self, group: int) -> Place:
        return self._ways[bisect_right(self._bounds, self._lot[group])].to

    def send(self, destination: str, share: float) -> None:
        """Send a share of people to one place from now on; the other ways keep their proportions."""
        chosen = next(place for place, way in enumerate(self._ways) if way.route.destination == destination)
        others = 1.0 - self._shares[chosen]
        left = 1.0 - share
        even = left / (len(self._ways) - 1)
        self._shares = [one * left / others if others > 0 else even for one in self._shares]
        self._shares[chosen] = share
        self._bounds = list(accumulate(self._shares[:-1]))


@dataclass(frozen=True)
class Knowledge:
    """What is known of travel groups where they are: plain traits, and needs seen as bit masks over NEEDS."""

    traits: Traits
    seen: Sequence[int]


def onward(origin: str, ways: Sequence[Way], crowd: Crowd, known: Knowledge) -> Onward:
    """Build the choice among the ways that leave a place, with what is known there."""
    shared = [way for way in ways if way.route.when is None]
    conditional = [way for way in ways if way.route.when is not None]
    everyone = [way.to for way in shared]
    shares = Shares(shared, lots(f"route/{origin}", crowd)) if len(shared) > 1 else None
    rest = (lambda _: everyone[0]) if shares is None else shares.choose
    if not conditional and len(everyone) == 1:
        return Onward(everyone[0], rest)
    tests = [(_test(origin, way.route, crowd, known), way.to) for way in conditional]

    def choose(group: int) -> Place:
        for holds, to in tests:
            if holds(group):
                return to
        return rest(group)

    return Onward(None, choose if tests else rest, shares)


def _test(origin: str, route: RoutePlan, crowd: Crowd, known: Knowledge) -> Test:
    assert route.when is not None  # the caller has looked
    holds = meeting(route.when, crowd, known)
    if route.share is None:
        return holds
    lot, share = lots(f"route/{origin}/{route.destination}", crowd), route.share
    return lambda group: holds(group) and lot[group] < share


def meeting(condition: RouteCondition, crowd: Crowd, known: Knowledge) -> Test:
    """Return the test of which travel groups a condition means, with the needs seen so far."""
    tests = [*_tests_of_needs(condition, known.seen), *_tests_of_traits(condition, crowd, known.traits)]
    return _all_of(tests)


def _all_of(tests: Sequence[Test]) -> Test:
    """Join tests; one or two of them, which are most there are, without a loop: it runs for each person and way."""
    match tests:
        case [only]:
            return only
        case [one, other]:
            return lambda group: one(group) and other(group)
        case _:
            return lambda group: all(holds(group) for holds in tests)


def _tests_of_needs(condition: RouteCondition, seen: Sequence[int]) -> list[Test]:
    if not condition.needs:
        return []
    wanted = sum(1 << NEEDS.index(need) for need in condition.needs)
    return [lambda group: bool(seen[group] & wanted)]


def _tests_of_traits(condition: RouteCondition, crowd: Crowd, traits: Traits) -> list[Test]:
    tests = [_index_in(column, mask) for column, mask in traits.masks(condition)]
    if condition.ages:
        bands = sum(1 << crowd.words.age_bands.index(band) for band in condition.ages)
        tests.append(_meets(traits.column("age_bands"), bands))
    if condition.sexes:
        tests.append(_meets(traits.column("sexes"), sum(1 << SEXES.index(sex) for sex in condition.sexes)))
    if condition.says_company:
        tests.append(_meets(traits.column("company"), int(condition.company)))  # a flag meets ten times as slowly
    return tests


def _index_in(column: list[int], mask: int) -> Test:
    return lambda group: bool(mask >> column[group] & 1)


def _meets(column: list[int], mask: int) -> Test:
    return lambda group: bool(column[group] & mask)
