"""How much of each supply was wanted, and how much could not be had."""

from reception_sim.recording import LevelKind
from reception_sim.statistics.account import Account
from reception_sim.statistics.figures import SupplyFigures


def supply_figures(account: Account) -> tuple[SupplyFigures, ...]:
    """Return the figures of each supply at the end of the recording."""
    return tuple(
        SupplyFigures(
            id=name,
            wanted=_last(account, LevelKind.SUPPLY_WANTED, name, 0.0),
            missed=_last(account, LevelKind.SUPPLY_MISSED, name, 0.0),
            stock_at_end=_last(account, LevelKind.SUPPLY_STOCK, name, plan.stock),
        )
        for name, plan in account.scenario.supplies.items()
    )


def coverage(figures: SupplyFigures) -> float:
    """Return how much of what was wanted could be had, in %; NaN where nothing was wanted."""
    return 100 * (1 - figures.missed / figures.wanted) if figures.wanted > 0 else float("nan")


def _last(account: Account, kind: LevelKind, name: str, before: float) -> float:
    _, values = account.recording.levels.of(kind, account.place[name])
    return float(values[-1]) if len(values) else before
