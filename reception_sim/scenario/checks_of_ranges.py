"""A range must be of a field that is there, and both of its ends must be values that the field may have."""

from collections.abc import Iterator

from reception_sim.scenario.problems import Problem
from reception_sim.scenario.readable import Readable
from reception_sim.scenario.scaling import CannotScale, scaled


def ranges_of_nothing(readable: Readable) -> Iterator[Problem]:
    """Tell ranges whose field is not there, or cannot be scaled so far."""
    for row, stated in enumerate(readable.plan.ranges):
        if stated.field.partition(".")[0] in readable.unread:
            continue
        try:
            for factor in (stated.low, stated.high):
                scaled(readable.plan, stated.field, factor)
        except CannotScale as error:
            yield Problem(("ranges", row, "field"), expected=str(error), found=stated.field)
