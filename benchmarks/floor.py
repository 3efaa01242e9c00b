"""The tandem without SimPy: a bare heapq loop that finds the same waits, as the floor of what Python can do."""

from collections import deque
from heapq import heappop, heappush

from benchmarks.sampled import Sampled
from reception_sim.scenario import ScenarioPlan


def run_floor(scenario: ScenarioPlan, sampled: Sampled) -> list[float]:
    """Simulate stations in a row; return for each service that began how long was waited for it (s)."""
    service_s = [sampled.service_s[name] for name in scenario.stations]
    free = [plan.posts for plan in scenario.stations.values()]
    lines: list[deque[tuple[float, int]]] = [deque() for _ in free]
    last = len(free) - 1
    waits: list[float] = []
    calendar: list[tuple[float, int, int, int]] = [
        (time, number, -1, groups[0]) for number, (time, groups, _) in enumerate(sampled.arrivals)
    ]
    ticket = len(calendar)
    while calendar and calendar[0][0] < scenario.duration:
        now, _, station, group = heappop(calendar)
        if station >= 0:
            if lines[station]:
                since, following = lines[station].popleft()
                waits.append(now - since)
                heappush(calendar, (now + service_s[station][following], ticket, station, following))
                ticket += 1
            else:
                free[station] += 1
        if station < last:
            following_station = station + 1
            if free[following_station]:
                free[following_station] -= 1
                waits.append(0.0)
                heappush(calendar, (now + service_s[following_station][group], ticket, following_station, group))
                ticket += 1
            else:
                lines[following_station].append((now, group))
    return waits
