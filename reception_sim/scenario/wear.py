"""What wears out: the law that things which break down must be repaired, and the words for it."""

from typing import Final

from reception_sim.translation import tr

EVERY: Final = "Mean time between breakdowns of one, in use or not."
REPAIR: Final = "Mean time to repair one."


def require_repair(breaks_down_every: float | None, repair_time: float | None) -> None:
    """Raise ValueError unless whatever breaks down is repaired, and does not break down all the time."""
    if (breaks_down_every is None) != (repair_time is None):
        raise ValueError(tr("breaks_down_every and repair_time belong together"))
    if breaks_down_every == 0:
        raise ValueError(tr("breaks_down_every must be above 0; leave it out for what does not break down"))
