"""Plans that queueing theory knows: people on their own who come at random to desks in a row."""

from itertools import pairwise

from tests.model.plans import border, plan, staff, station


def line(per_hour, servers, hours, *, mean="6 min", standards=()):
    """Return one desk for each number of *servers*, in a row, with service times that are exponential."""
    names = [f"desk_{number}" for number in range(len(servers))]
    service = {"distribution": "exponential", "mean": mean}
    return plan(
        duration=f"{hours} h",
        entry_points=border([{"population": "alone", "rate": f"{per_hour} per hour"}]),
        stations={
            name: station(posts=count, team={f"officer_{name}": 1}, service_time=service)
            for name, count in zip(names, servers, strict=True)
        },
        staff={
            f"officer_{name}": staff(count=count, hourly_cost=20.0) for name, count in zip(names, servers, strict=True)
        },
        routes=[{"from": one, "to": other} for one, other in pairwise(["border", *names, "onward"])],
        standards=list(standards),
    )


def wait_standard(desk, limit, share):
    return {"indicator": "waiting time", "at": desk, "at_most": limit, "share": share, "source": "Test"}
