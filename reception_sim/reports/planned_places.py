"""The sections of a plan's sites, and the hazards that may strike it, as tables."""

from collections.abc import Iterator

from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Table, columns, row
from reception_sim.reports.plan_words import condition_in_words
from reception_sim.reports.wording import NOTHING, count, plain, planned_duration, sentence
from reception_sim.scenario.hazards import HazardPlan
from reception_sim.scenario.sections import SectionPlan
from reception_sim.translation import tr


def planned_sections(content: ReportContent) -> Table:
    """Return the sections of all sites, and who has a place in each."""
    return Table(
        tr("Sections of sites"),
        columns(tr("Section"), tr("For whom"), tr("When it is full"), tr("Places"), words=3),
        tuple(
            row(
                content.title_of(f"{site}.{name}"),
                _for_whom(section),
                tr("wait for a place here") if section.only_here else tr("a place elsewhere in the site"),
                count(section.places),
            )
            for site, plan in content.scenario.sites.items()
            for name, section in plan.sections.items()
        ),
    )


def planned_hazards(content: ReportContent) -> Table:
    """Return what may strike, for how long, and what it does."""
    return Table(
        tr("Hazards in the plan"),
        columns(tr("Hazard"), tr("Kind"), tr("What it does"), tr("Planned times"), tr("Lasts"), words=3),
        tuple(
            row(
                hazard.title,
                tr(str(hazard.kind)),
                sentence("; ".join(_effects(hazard, content))),
                str(len(hazard.at)),
                planned_duration(hazard.lasts),
            )
            for hazard in content.scenario.hazards.values()
        ),
    )


def _for_whom(section: SectionPlan) -> str:
    if section.isolation:
        return tr("people who fall ill, and those they travel with")
    return tr("everybody") if section.who is None else condition_in_words(section.who) or NOTHING


def _effects(hazard: HazardPlan, content: ReportContent) -> Iterator[str]:
    for station, pace in hazard.slows.items():
        yield tr("slows {station} to {pace} of its pace", station=content.title_of(station), pace=f"{pace:g}")
    for place in hazard.closes:
        yield tr("closes {place}", place=content.title_of(place))
    for site, places in hazard.takes_places.items():
        yield tr("takes {n} places of {site}", n=count(places), site=content.title_of(site))
    for supply, factor in hazard.needs_more.items():
        yield tr("{supply}: {factor} times the daily use", supply=content.title_of(supply), factor=f"{factor:g}")
    if hazard.cases is not None:
        sites = ", ".join(map(content.title_of, hazard.cases.at))
        yield tr("{n} cases a day for each 1,000 people in {sites}", n=plain(hazard.cases.per_1000_a_day), sites=sites)
        if hazard.cases.infects_a_day:
            infected = plain(hazard.cases.infects_a_day)
            yield tr("a case that is not isolated infects {n} people a day at first", n=infected)
