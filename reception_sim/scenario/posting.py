"""How the people of a role who are on duty are shared out among the stations that want them."""

from collections.abc import Mapping


def posting(on_duty: int, wanted: Mapping[str, int]) -> dict[str, int]:
    """Return how many of *on_duty* people stand at each station.

    Each station gets what is wanted and the rest is left over to help; when there are too few they are shared
    in proportion, by largest remainder, ties in the order of *wanted*.
    """
    total = sum(wanted.values())
    if on_duty >= total:
        return dict(wanted)
    shared = {station: on_duty * count // total for station, count in wanted.items()}
    by_remainder = sorted(wanted, key=lambda station: -(on_duty * wanted[station] % total))
    for station in by_remainder[: on_duty - sum(shared.values())]:
        shared[station] += 1
    return shared
