"""The model's inner loop: how a station receives, starts and ends services, as closures over what they touch.

A local name costs a fifth of an attribute of an attribute, and these functions run for each service there is. For the
same reason each of them says in full what a shorter one could call; the benchmark watches what that is worth.
"""

# ruff: noqa: SLF001 - env._now in place of env.now halves the cost of reading the clock

from collections.abc import Callable
from heapq import heappush
from typing import TYPE_CHECKING, NamedTuple, Protocol

from simpy.events import NORMAL, EventCallbacks

from reception_sim.model.kernel import KeptEvent, Kernel
from reception_sim.recording import GROUP_STEP, WENT_ON, WENT_ON_AT_ONCE

if TYPE_CHECKING:
    from reception_sim.model.station import Station


class Receive(Protocol):
    """Receives a travel group; a place that logs the way here as well gives its own entries for the log."""

    def __call__(self, group: int, joined: float = ..., at_once: float = ..., /) -> None: ...


class Serving(NamedTuple):
    """How a station receives a travel group, starts the service of one that has waited, and ends services."""

    receive: Receive
    start: Callable[[int], None]
    on_end: EventCallbacks


def serving(station: "Station", kernel: Kernel) -> Serving:  # noqa: C901, PLR0915 - one hot loop, see above
    """Return the inner loop of a station, once it is known where people go from there."""
    env, log, calendar, ticket = kernel.env, kernel.log, kernel.calendar, kernel.ticket
    line, free_posts, service_s = station.line, station.free_posts, station.service_s
    popleft, next_place, limited = station.line.popleft, station.next_place, station.limited
    only, queued_at, append = station.only_way, kernel.crowd.queued_at, line.append
    no_limits = not limited and station.patience is None
    always_on = only is not None and not only.limited
    joined, started = station.joined_code, station.started_code
    at_once, ended = station.served_at_once_code, station.ended_code
    follower = station.follower
    went_on = kernel.link(WENT_ON, station.id, follower.id) if follower else ended
    went_on_at_once = kernel.link(WENT_ON_AT_ONCE, station.id, follower.id) if follower else ended
    callbacks: EventCallbacks = []

    def receive(group: int, joined: float = joined, at_once: float = at_once) -> None:
        if not line and (station.busy < station.capacity if station.exclusive else station.can_serve()):
            log(at_once - group * GROUP_STEP)
            station.busy += 1
            event = free_posts.pop() if free_posts else KeptEvent(env)
            if not station.exclusive:
                station.take_team(event)
            event.group = group
            event.callbacks = callbacks
            heappush(calendar, (env._now + service_s[group], NORMAL, ticket(), event))
            return
        log(joined - group * GROUP_STEP)
        if no_limits:
            queued_at[group] = env._now
            append(group)
        else:
            station.queue(group)

    def start(group: int) -> None:
        log(started - group * GROUP_STEP)
        station.busy += 1
        event = free_posts.pop() if free_posts else KeptEvent(env)
        if not station.exclusive:
            station.take_team(event)
        event.group = group
        kernel.put(event, callbacks, env._now + service_s[group])

    def end(event: KeptEvent) -> None:
        group, now = event.group, env._now
        log(now)
        log(ended - group * GROUP_STEP)
        place = only or next_place(group)
        if not always_on and place.limited and not place.has_room_for(group):
            station.held[group] = event
            place.hold_back(group, station)
            return
        if not station.exclusive:
            station.free_post(event)
        elif line and station.busy <= station.capacity:
            following = popleft()
            log(started - following * GROUP_STEP)
            event.group = following
            event.callbacks = callbacks
            heappush(calendar, (now + service_s[following], NORMAL, ticket(), event))
            if limited:
                station.left_the_line(following)
        else:
            station.busy -= 1
            free_posts.append(event)
        place.receive(group)

    def end_and_go_on(event: KeptEvent) -> None:
        if follower is None or not station.exclusive:
            end(event)
            return
        now = env._now
        log(now)
        follower.receive(event.group, went_on, went_on_at_once)
        if line and station.busy <= station.capacity:
            following = popleft()
            log(started - following * GROUP_STEP)
            event.group = following
            event.callbacks = callbacks
            heappush(calendar, (now + service_s[following], NORMAL, ticket(), event))
            if limited:
                station.left_the_line(following)
        else:
            station.busy -= 1
            free_posts.append(event)

    callbacks.append(end if follower is None else end_and_go_on)
    return Serving(receive, start, callbacks)
