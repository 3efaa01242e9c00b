"""How events are packed while a run goes on, and read back as columns."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from reception_sim.recording.columns import Events, Times
from reception_sim.recording.kinds import SERVED_AT_ONCE, WENT_ON, WENT_ON_AT_ONCE, EventKind

# One column of numbers is what a model can write fastest: a moment is written once for all that happens then, and an
# event's kind, place and travel group share one whole number, which is negated to tell it from a moment.
KIND_BITS: Final = 8
PLACE_BITS: Final = 16
GROUP_SHIFT: Final = KIND_BITS + PLACE_BITS
GROUP_STEP: Final = float(1 << GROUP_SHIFT)  # floats throughout: whole numbers above 2**30 cost twice as much
_KIND_MASK: Final = (1 << KIND_BITS) - 1
_PLACE_MASK: Final = (1 << PLACE_BITS) - 1

_STANDS_FOR: Final = {
    SERVED_AT_ONCE: (EventKind.QUEUE_JOINED, EventKind.SERVICE_STARTED),
    WENT_ON: (EventKind.SERVICE_ENDED, EventKind.QUEUE_JOINED),
    WENT_ON_AT_ONCE: (EventKind.SERVICE_ENDED, EventKind.QUEUE_JOINED, EventKind.SERVICE_STARTED),
}
_KINDS: Final = np.array(
    [_STANDS_FOR.get(kind, (kind,)) + (0,) * (3 - len(_STANDS_FOR.get(kind, (kind,)))) for kind in range(256)]
)
_ROWS: Final = np.count_nonzero(_KINDS, axis=1)


def event_code(kind: int, place: int) -> float:
    """Return the entry of an event but for its travel group: take group * GROUP_STEP off it to write it."""
    return -float(place << KIND_BITS | kind)


def unpack(log: Times, links: Sequence[tuple[int, int]] = ()) -> Events:
    """Turn the entries of a log, which begins with a moment, back into columns; *links* are pairs of place indices."""
    is_event = log < 0
    moment = np.maximum.accumulate(np.where(is_event, 0, np.arange(len(log))))
    time, code = log[moment[is_event]], -log[is_event].astype(np.int64)
    kind, place, group = code & _KIND_MASK, code >> KIND_BITS & _PLACE_MASK, code >> GROUP_SHIFT
    count = _ROWS[kind]
    rows = np.repeat(np.arange(len(code)), count)
    nth = np.arange(len(rows)) - np.repeat(np.cumsum(count) - count, count)
    linked = (kind[rows] == WENT_ON) | (kind[rows] == WENT_ON_AT_ONCE)
    ends = np.array(links, np.int64).reshape(-1, 2)
    places = place[rows]
    places[linked] = ends[places[linked], np.minimum(nth[linked], 1)]
    return Events(time[rows], _KINDS[kind[rows], nth], places, group[rows])


def events_from(rows: Sequence[tuple[float, EventKind, int, int]]) -> Events:
    """Build events from (time, kind, place, group) rows written by hand."""
    columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
    time, kind, place, group = columns
    return Events(np.array(time, float), np.array(kind, int), np.array(place, int), np.array(group, int))
