"""How the supplies of a plan are said in a report: for whom, how much, and how they come."""

from collections.abc import Callable, Iterator

from reception_sim.reports.wording import NOTHING, count, length_of_days, need_in_words, plain, planned_duration
from reception_sim.scenario.supplies import Recipients, Resupply, SupplyPlan
from reception_sim.translation import tr


def supply_in_words(supply: SupplyPlan, title_of: Callable[[str], str]) -> tuple[str, ...]:
    """Return for whom a supply is, how it is used, what is in stock, and how it is ordered."""
    return (
        _for_whom(supply.recipients),
        "; ".join(_used(supply, title_of)),
        count(supply.stock),
        NOTHING if supply.resupply is None else "; ".join(_ordered(supply.resupply, title_of)),
    )


def _for_whom(recipients: Recipients | None) -> str:
    if recipients is None:
        return tr("everybody")
    parts = (
        (tr("sex"), tuple(tr(str(sex)) for sex in recipients.sexes)),
        (tr("age"), recipients.ages),
        (tr("need"), tuple(map(need_in_words, recipients.needs))),
    )
    return "; ".join(f"{name}: {', '.join(values)}" for name, values in parts if values)


def _used(supply: SupplyPlan, title_of: Callable[[str], str]) -> Iterator[str]:
    if supply.per_person_per_day is not None:
        yield tr("{n} a person and day", n=plain(supply.per_person_per_day))
    if supply.per_person_on_arrival is not None:
        yield tr("{n} a person, once", n=plain(supply.per_person_on_arrival))
    if supply.at:
        yield tr("at {places}", places=", ".join(map(title_of, supply.at)))


def _ordered(resupply: Resupply, title_of: Callable[[str], str]) -> Iterator[str]:
    if resupply.every is not None:
        yield tr("{n} every {time}", n=count(resupply.quantity), time=length_of_days(resupply.every))
    if resupply.reorder_at is not None:
        yield tr("{n} at a stock of {least}", n=count(resupply.quantity), least=count(resupply.reorder_at))
    yield tr("delivered after {lead}", lead=planned_duration(resupply.lead_time))
    if resupply.by is not None:
        by = resupply.by
        yield tr("by {fleet} through {place}", fleet=title_of(by.vehicles), place=title_of(by.through))
