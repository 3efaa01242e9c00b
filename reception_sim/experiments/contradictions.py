"""Standards that cannot both be met, whatever is done: told before any run."""

from collections.abc import Sequence
from itertools import permutations

from reception_sim.scenario.quantity_words import format_duration
from reception_sim.scenario.standards import MEASURES, StandardPlan
from reception_sim.translation import tr


def contradiction_in(standards: Sequence[StandardPlan]) -> str:
    """Say which two standards contradict each other: one asks for more than the other allows; "" if none do."""
    for low, high in permutations(standards, 2):
        is_same = (low.indicator, low.at) == (high.indicator, high.at)
        if is_same and low.at_least is not None and high.at_most is not None and low.at_least > high.at_most:
            return tr(
                "two standards contradict each other: {indicator}{place} at least {least} and at most {most}",
                indicator=low.indicator.value,
                place=tr(" at {place}", place=low.at) if low.at else "",
                least=_limit(low),
                most=_limit(high),
            )
    return ""


def _limit(standard: StandardPlan) -> str:
    measure = MEASURES[standard.indicator]
    return format_duration(standard.limit) if measure.is_time else f"{standard.limit:g} {measure.unit}".strip()
