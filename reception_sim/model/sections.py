"""The sections of a site: which of its places a travel group may have, and who is where."""

from collections.abc import Callable, Sequence
from typing import Final

from reception_sim.model.kernel import Kernel
from reception_sim.model.routing import Knowledge, Test, meeting
from reception_sim.recording import LevelKind
from reception_sim.scenario.sections import SectionPlan
from reception_sim.scenario.sites import SitePlan

REST: Final = ""  # the places that belong to no section


class Section:
    """Some of a site's places; *persons* are those who have one of them."""

    __slots__ = ("id", "is_for", "isolation", "name", "only_here", "persons", "places")

    def __init__(self, site: str, name: str, plan: SectionPlan, is_for: Test) -> None:
        self.id, self.name = f"{site}.{name}", name
        self.places, self.persons = plan.places, 0
        self.only_here, self.isolation = plan.only_here, plan.isolation
        self.is_for = is_for


class Sections:
    """All sections of a site, and the rest of its places, which are open to everybody."""

    def __init__(self, sections: Sequence[Section], rest: int, kernel: Kernel) -> None:
        self.all = tuple(sections)
        self._ordinary = tuple(section for section in sections if not section.isolation)
        self.isolation = tuple(section for section in sections if section.isolation)
        self._rest = Section(REST, REST, SectionPlan(title="rest", places=rest), _everybody)
        self._kernel = kernel
        self._where: dict[int, Section] = {}

    def change_rest(self, by: int) -> None:
        """Add places to those that are open to everybody, or take some of them."""
        self._rest.places += by

    def keep(self, name: str, places: int) -> None:
        """Keep so many places for a section, those it had before or will have from those that are open to everybody."""
        section = next(one for one in self.all if one.name == name)
        self._rest.places -= places - section.places
        self._kernel.change_level(LevelKind.SECTION_PLACES_CHANGED, section.id, places - section.places)
        section.places = places

    def open_to(self, group: int) -> list[Section]:
        """Return where a travel group may have a place, the best first; what is for them alone leaves out the rest."""
        meant = [section for section in self._ordinary if section.is_for(group)]
        only = [section for section in meant if section.only_here]
        return only or [*meant, self._rest]

    def with_room_for(self, group: int) -> Section | None:
        """Return the first section in which a travel group finds room."""
        size = self._kernel.crowd.size[group]
        return next((section for section in self.open_to(group) if section.persons + size <= section.places), None)

    def place(self, group: int) -> None:
        """Give a travel group its places; without room they move closer together where it belongs."""
        self._enter(group, self.with_room_for(group) or self.open_to(group)[0])

    def isolate(self, group: int) -> bool:
        """Move a travel group to isolation, if there is room."""
        size = self._kernel.crowd.size[group]
        for section in self.isolation:
            if section.persons + size <= section.places:
                self.leave(group)
                self._enter(group, section)
                return True
        return False

    def is_isolated(self, group: int) -> bool:
        return group in self._where and self._where[group].isolation

    def leave(self, group: int) -> None:
        """Free the places of a travel group, if it has any."""
        section = self._where.pop(group, None)
        if section is not None:
            self._change(section, -self._kernel.crowd.size[group])

    def _enter(self, group: int, section: Section) -> None:
        self._where[group] = section
        self._change(section, self._kernel.crowd.size[group])

    def _change(self, section: Section, by: int) -> None:
        section.persons += by
        if section is not self._rest:
            self._kernel.change_level(LevelKind.SECTION_PERSONS, section.id, by)


def lay_out_sections(site: str, plan: SitePlan, known: Knowledge, kernel: Kernel) -> Sections | None:
    """Return the sections of a site with what is known there; None if its plan has none."""
    if not plan.sections:
        return None
    sections = [
        Section(site, name, section, _everybody if section.who is None else meeting(section.who, kernel.crowd, known))
        for name, section in plan.sections.items()
    ]
    return Sections(sections, plan.capacity - sum(section.places for section in sections), kernel)


def first_who_fit(waiting: Sequence[int], sections: Sections, fits: Callable[[int], bool]) -> int | None:
    """Return the first travel group that finds room; one that does not keeps its turn in the sections open to it."""
    taken: set[Section] = set()
    for group in waiting:
        open_to = sections.open_to(group)
        if taken.isdisjoint(open_to) and fits(group):
            return group
        taken.update(open_to)
    return None


def _everybody(_: int) -> bool:
    return True
