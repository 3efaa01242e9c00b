"""Sections of sites and people who fell ill there: how full, and how many found no room in isolation."""

from collections.abc import Iterator

from reception_sim.recording import LevelKind
from reception_sim.statistics.account import Account
from reception_sim.statistics.courses import Course
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure


def sections(findings: Findings) -> Iterator[PartFigure]:
    """Yield how many had a place in each section of each site, and for how long it was full."""
    account = findings.account
    for site, plan in account.scenario.sites.items():
        for name, section in plan.sections.items():
            subject = f"{site}.{name}"
            course = account.level(LevelKind.SECTION_PERSONS, subject)
            changes = account.level(LevelKind.SECTION_PLACES_CHANGED, subject)
            places = Course(changes.time, changes.value + section.places, account.until)
            yield PartFigure(Part.SECTIONS, subject, "places", places.at_end)
            yield PartFigure(Part.SECTIONS, subject, "most", course.maximum)
            yield PartFigure(Part.SECTIONS, subject, "mean", course.mean)
            yield PartFigure(Part.SECTIONS, subject, "at_end", course.at_end)
            yield PartFigure(Part.SECTIONS, subject, "full", _full_s(course, places))


def disease(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each site to which a hazard of the plan brings cases, how many, and how isolation stood to them."""
    account = findings.account
    sites = {site for hazard in account.scenario.hazards.values() if hazard.cases for site in hazard.cases.at}
    for site in (name for name in account.scenario.sites if name in sites):
        yield PartFigure(Part.DISEASE, site, "cases", account.level(LevelKind.CASES, site).at_end)
        missed = account.level(LevelKind.CASES_NOT_ISOLATED, site).at_end
        yield PartFigure(Part.DISEASE, site, "not_isolated", missed)
        isolated = _isolated(account, site)
        yield PartFigure(Part.DISEASE, site, "isolated_most", sum(course.maximum for course in isolated))
        yield PartFigure(Part.DISEASE, site, "isolated_mean", sum(course.mean for course in isolated))


def _isolated(account: Account, site: str) -> list[Course]:
    isolation = (name for name, section in account.scenario.sites[site].sections.items() if section.isolation)
    return [account.level(LevelKind.SECTION_PERSONS, f"{site}.{name}") for name in isolation]


def _full_s(persons: Course, places: Course) -> float:
    over = persons.minus(places)
    return float(over.held_s[over.value >= 0].sum())
