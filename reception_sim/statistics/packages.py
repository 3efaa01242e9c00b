"""What the packages that were called brought: calls, refusals, when the first was there, for how long, at what cost."""

from collections.abc import Iterator
from typing import Final

from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure

_NAN: Final = float("nan")


def package_figures(findings: Findings) -> Iterator[PartFigure]:
    """Yield the figures of each package of the plan."""
    account = findings.account
    for package in account.scenario.packages:
        for measure, value in _figures(account, package):
            yield PartFigure(Part.PACKAGES, package, measure, value)


def calls_of(account: Account, package: str) -> int:
    """Return how often a package was called and sent."""
    return len(_times(account, HappeningKind.PACKAGE_SENT, package))


def _figures(account: Account, package: str) -> Iterator[tuple[str, float]]:
    plan = account.scenario.packages[package]
    calls = calls_of(account, package)
    yield "calls", calls
    yield "refused", len(_times(account, HappeningKind.PACKAGE_REFUSED, package))
    yield "left", plan.times - calls
    yield "first_there", min(_times(account, HappeningKind.PACKAGE_ARRIVED, package), default=_NAN)
    yield "there", account.level(LevelKind.PACKAGES_THERE, package).integral
    yield "cost", _NAN if plan.cost is None else calls * plan.cost


def _times(account: Account, kind: HappeningKind, package: str) -> list[float]:
    return [line.time for line in account.recording.happenings if line.kind is kind and line.subject == package]
