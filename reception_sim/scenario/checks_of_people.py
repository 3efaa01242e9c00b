"""The people of a plan must be possible, and find room wherever they are held back."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from reception_sim.scenario.arrivals import lanes_of
from reception_sim.scenario.people import (
    ADULT_AGE,
    FERTILE_AGES,
    NURSED_AGE,
    OLDER_AGE,
    TOLERANCE,
    PopulationPlan,
    Sex,
    SpecificNeed,
    oldest_age,
    youngest_age,
)
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import FieldPath, Problem, nearest
from reception_sim.scenario.readable import Readable
from reception_sim.scenario.route_conditions import RouteCondition
from reception_sim.scenario.sites import WhenFull
from reception_sim.translation import tr


def age_bands_that_overlap(readable: Readable) -> Iterator[Problem]:
    """Tell ages that two bands of a population have."""
    for name, population in readable.plan.populations.items():
        bands = sorted(population.age_sex, key=youngest_age)
        for younger, older in pairwise(bands):
            oldest = oldest_age(younger)
            if oldest is None or oldest >= youngest_age(older):
                yield Problem(
                    ("populations", name, "age_sex", older),
                    expected=tr("overlaps with the age band {other}", other=younger),
                )


def needs_nobody_can_have(readable: Readable) -> Iterator[Problem]:
    """Tell shares of specific needs that are larger than the share of people who can have them."""
    for name, population in readable.plan.populations.items():
        for need, share in population.specific_needs.items():
            most, who = _can_have(need, population)
            if share > most + TOLERANCE:
                yield Problem(
                    ("populations", name, "specific_needs", need.value),
                    expected=tr("at most {most} of these persons are {who}", most=f"{most:.4g}", who=who),
                    found=f"{share:g}",
                )


def conditions_nobody_can_meet(readable: Readable) -> Iterator[Problem]:
    """Tell routes, sections and fast tracks for people of whom no population has any: they mean nobody."""
    populations = readable.plan.populations.values()
    bands = {band for population in populations for band in population.age_sex}
    languages = {language for population in populations for language in population.languages}
    nationalities = {code for population in populations for code in population.nationalities}
    if "populations" in readable.unread:
        return
    for path, condition in _conditions(readable.plan):
        asked = (
            ("ages", condition.ages, bands),
            ("languages", condition.languages, languages),
            ("nationalities", condition.nationalities, nationalities),
        )
        for field, words, known in asked:
            for column, word in enumerate(words):
                if word not in known:
                    yield Problem(
                        (*path, field, column),
                        expected=tr("no population has this; there are {known}", known=", ".join(sorted(known))),
                        found=f'"{word}"',
                        suggestion=nearest(word, known, alike=0.5),
                    )


def _conditions(plan: ScenarioPlan) -> Iterator[tuple[FieldPath, RouteCondition]]:
    """Yield where a plan says for whom something is."""
    found = [*_conditions_of_flow(plan), *_conditions_of_places(plan)]
    yield from ((path, condition) for path, condition in found if condition is not None)


def _conditions_of_flow(plan: ScenarioPlan) -> Iterator[tuple[FieldPath, RouteCondition | None]]:
    for row, route in enumerate(plan.routes):
        yield ("routes", row, "when"), route.when
    for name, station in plan.stations.items():
        yield ("stations", name, "fast_track", "for"), station.fast_track.who if station.fast_track else None


def _conditions_of_places(plan: ScenarioPlan) -> Iterator[tuple[FieldPath, RouteCondition | None]]:
    for name, entry in plan.entry_points.items():
        yield from (
            (("entry_points", name, "border", "lanes", key, "for"), lane.who) for key, lane in lanes_of(entry).items()
        )
    for name, site in plan.sites.items():
        yield from ((("sites", name, "sections", key, "for"), section.who) for key, section in site.sections.items())


def groups_that_find_no_room(readable: Readable) -> Iterator[Problem]:
    """Tell places and vehicles that people wait for, but that are too small for the largest travel group."""
    told: set[FieldPath] = set()
    for path, place, capacity in _rooms(readable.plan):
        largest = max(map(_largest_group, _people(readable, place)), default=0)
        if capacity < largest and path not in told:
            told.add(path)
            yield Problem(
                path,
                expected=tr("is too small for travel groups of {largest} persons, which come here", largest=largest),
                found=str(capacity),
            )


def more_people_than_places(readable: Readable) -> Iterator[Problem]:
    """Tell sites that hold others upstream when full, but are beyond full at the start."""
    plan = readable.plan
    present: dict[str, int] = {}
    for row, there in enumerate(plan.already_there):
        present[there.at] = present.get(there.at, 0) + there.persons
        site = plan.sites.get(there.at)
        if site is not None and site.when_full is WhenFull.HOLD_UPSTREAM and present[there.at] > site.capacity:
            yield Problem(
                ("already_there", row, "persons"),
                expected=tr(
                    'only {capacity} have a place in {site}, which admits no more ("hold upstream")',
                    capacity=site.capacity,
                    site=there.at,
                ),
                found=str(present[there.at]),
            )


def _can_have(need: SpecificNeed, population: PopulationPlan) -> tuple[float, str]:
    """Return the largest share of persons who can have *need*, and who they are."""
    sizes, mean = population.group_size, population.mean_group_size
    match need:
        case SpecificNeed.UNACCOMPANIED_CHILD:
            children = _share_of_ages(range(ADULT_AGE), population)
            alone = sizes.get(1, 0.0) / mean
            return min((children, tr("children")), (alone, tr("travelling alone")))
        case SpecificNeed.SINGLE_PARENT:
            families = sum(share for size, share in sizes.items() if size > 1)
            return families / mean, tr("the head of a family")
        case SpecificNeed.PREGNANT | SpecificNeed.LACTATING:
            infants = _share_of_ages(range(NURSED_AGE + 1), population) if need is SpecificNeed.LACTATING else 1.0
            women = _share_of_ages(FERTILE_AGES, population, (Sex.F,))
            return min((women, tr("women and girls of 12 to 59")), (infants, tr("with a child under 2 years")))
        case SpecificNeed.SEPARATED_CHILD:
            children = _share_of_ages(range(ADULT_AGE), population)
            return min((children, tr("children")), (1 - sizes.get(1, 0.0) / mean, tr("travelling with others")))
        case SpecificNeed.OLDER_PERSON_AT_RISK:
            return _share_of_ages(range(OLDER_AGE, 1000), population), tr("60 years old or more")
        case _:
            return 1.0, tr("people")


def _share_of_ages(ages: range, population: PopulationPlan, sexes: Iterable[Sex] = tuple(Sex)) -> float:
    """Add up the bands that begin among *ages*: a person's age is the first year of the band."""
    bands = [by_sex for band, by_sex in population.age_sex.items() if youngest_age(band) in ages]
    return sum(by_sex.get(sex, 0.0) for by_sex in bands for sex in sexes)


def _rooms(plan: ScenarioPlan) -> Iterator[tuple[FieldPath, str, int]]:
    """Yield what people wait for until they fit: where it stands, at which place, its room in persons."""
    for name, station in plan.stations.items():
        if station.waiting_area is not None:
            yield ("stations", name, "waiting_area", "capacity"), name, station.waiting_area.capacity
    for name, site in plan.sites.items():
        if site.when_full is WhenFull.HOLD_UPSTREAM:
            kept = sum(section.places for section in site.sections.values())
            yield ("sites", name, "capacity"), name, site.capacity - kept
            yield from (
                (("sites", name, "sections", key, "places"), name, section.places)
                for key, section in site.sections.items()
                if section.only_here
            )
        elif site.at_most is not None:
            yield ("sites", name, "at_most"), name, int(site.at_most * site.capacity)
    yield from _rooms_on_the_way(plan)


def _rooms_on_the_way(plan: ScenarioPlan) -> Iterator[tuple[FieldPath, str, int]]:
    for row, route in enumerate(plan.routes):
        if route.by is None:
            continue
        if route.by.boarding_area is not None:
            yield (
                ("routes", row, "by", "boarding_area", "capacity"),
                route.origin,
                route.by.boarding_area.capacity,
            )
        if route.by.vehicles in plan.vehicles:
            yield (
                ("vehicles", route.by.vehicles, "capacity"),
                route.origin,
                plan.vehicles[route.by.vehicles].capacity,
            )


def _people(readable: Readable, place: str) -> Iterable[PopulationPlan]:
    names = sorted(readable.flow.people_at(place) & readable.plan.populations.keys())
    return (readable.plan.populations[name] for name in names)


def _largest_group(population: PopulationPlan) -> int:
    return max(size for size, share in population.group_size.items() if share > 0)
