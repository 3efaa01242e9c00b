"""A site: people stay, queue for stations from there, and leave when their stay or a vehicle says so."""

from collections import OrderedDict
from collections.abc import Callable
from typing import TypeAlias

from reception_sim.model.kernel import Kernel
from reception_sim.model.places import Footpath, HeldBack, Holder
from reception_sim.model.routing import Onward
from reception_sim.model.sections import Sections, first_who_fit
from reception_sim.model.station import Station
from reception_sim.model.stops import Stop
from reception_sim.recording import EventKind, HappeningKind, LevelKind
from reception_sim.scenario.sites import SitePlan, WhenFull

# Told of each travel group that comes in (+1) or leaves (-1).
Watcher: TypeAlias = Callable[[int, int], None]
OPEN_DOORS = frozenset((WhenFull.ADMIT_ANYWAY, WhenFull.SHELTER_OUTSIDE))


class Site:
    """Shelters people up to its capacity; what happens beyond it is the plan's rule. Counts are in persons."""

    __slots__ = (
        "_entered_code",
        "_gate",
        "_kernel",
        "_left_code",
        "_not_let_go",
        "_sheltered_code",
        "held_back",
        "id",
        "limited",
        "next_site",
        "occupancy",
        "onward",
        "open",
        "outside",
        "places",
        "plan",
        "sections",
        "sheltered",
        "stations",
        "stay_s",
        "watchers",
    )

    def __init__(self, name: str, plan: SitePlan, kernel: Kernel, stay_s: list[float] | None) -> None:
        self.id, self.plan = name, plan
        self.limited = True
        self.open = True
        self.places = plan.capacity
        self.occupancy = self.sheltered = 0
        self.outside: OrderedDict[int, None] = OrderedDict()  # in the order they came
        self.stay_s = stay_s
        self.stations: list[Station] = []
        self.watchers: list[Watcher] = []
        self.next_site: Site | None = None
        self.sections: Sections | None = None
        self._not_let_go: set[int] = set()  # whose stay is over but for their isolation
        self.onward: Onward | None = None
        self.held_back = HeldBack()
        self._gate = _Gate(self)
        self._kernel = kernel
        self._entered_code = kernel.code(EventKind.SITE_ENTERED, name)
        self._sheltered_code = kernel.code(EventKind.GROUP_SHELTERED, name)
        self._left_code = kernel.code(EventKind.SITE_LEFT, name)

    def has_room_for(self, group: int) -> bool:
        """Tell whether the site takes another travel group now, by its rule for when it is full."""
        if self.held_back and (self.sections is None or self._competes(group, self.sections)):
            return False
        return self._takes(group)

    def hold_back(self, group: int, holder: Holder) -> None:
        self.held_back.add(group, holder)

    def receive(self, group: int) -> None:
        """Admit a travel group, or send it on to the next site."""
        if self.next_site is not None and not (self.open and self._has_places(group)):
            self.next_site.receive(group)
            return
        size = self._kernel.crowd.size[group]
        self.occupancy += size
        self._kernel.write(self._entered_code, group)
        for watch in self.watchers:
            watch(group, 1)
        if self._has_places(group) or self.plan.when_full is WhenFull.ADMIT_ANYWAY:
            self._shelter(group, size)
        else:
            if not self.outside:
                self._kernel.happened(HappeningKind.SITE_FILLED, self.id, self.occupancy)
            self.outside[group] = None
        _Stay(self, group, self._gate).begin()

    def let_go(self, group: int) -> None:
        """Leave with a travel group; its places go to others."""
        size = self._kernel.crowd.size[group]
        self.occupancy -= size
        if group in self.outside:
            del self.outside[group]
        else:
            self.sheltered -= size
        if self.sections is not None:
            self.sections.leave(group)
            self._not_let_go.discard(group)
        self._kernel.write(self._left_code, group)
        for watch in self.watchers:
            watch(group, -1)
        self.fill()

    def set_open(self, is_open: bool) -> None:  # noqa: FBT001 - open or closed is what it is about
        """Open or close to newcomers; residents stay."""
        if is_open != self.open:
            self.open = is_open
            kernel = self._kernel
            kernel.recorder.level(kernel.now, LevelKind.SITE_OPEN, kernel.index[self.id], float(is_open))
            self.fill()

    def change_places(self, by: int) -> None:
        """Have more or fewer places from now on; whoever has one keeps it, closer together if there are fewer."""
        self.places += by
        if self.sections is not None:
            self.sections.change_rest(by)
        self._kernel.change_level(LevelKind.PLACES_CHANGED, self.id, by)
        self.fill()

    def set_section(self, name: str, places: int) -> None:
        """Keep so many places for one of its sections from now on; whoever has a place there keeps it."""
        assert self.sections is not None  # refused otherwise
        self.sections.keep(name, places)
        self.fill()

    def fill(self) -> None:
        """Shelter those outside, then let in those who were held back, as far as there are places."""
        if self.sections is not None:
            self._fill_sections(self.sections)
            return
        while self.outside and self._has_places(group := next(iter(self.outside))):
            del self.outside[group]
            self._shelter(group, self._kernel.crowd.size[group])
        while self.held_back and self._takes(self.held_back.first):
            self.held_back.let_in(self)

    def isolate(self, group: int) -> bool:
        """Bring a travel group with somebody ill to isolation; tell whether there was room."""
        if self.sections is None or not self.sections.isolate(group):
            return False
        if group in self.outside:
            del self.outside[group]
            self.sheltered += self._kernel.crowd.size[group]
            self._kernel.write(self._sheltered_code, group)
        self.fill()
        return True

    def end_isolation(self, group: int) -> None:
        """Give a travel group a place among the others again, closer together if need be; it may leave then."""
        sections = self.sections
        if sections is None or not sections.is_isolated(group):
            return  # left meanwhile
        sections.leave(group)
        sections.place(group)
        if group in self._not_let_go:
            self._not_let_go.remove(group)
            self.stay_over(group)
        self.fill()

    @property
    def without_shelter(self) -> int:
        return self.occupancy - self.sheltered

    def _takes(self, group: int) -> bool:
        if self.open and (self._has_open_doors(group) or self._has_places(group)):
            return True
        return self.next_site is not None and self.next_site.has_room_for(group)

    def _has_places(self, group: int) -> bool:
        if self.sections is not None and self.sections.with_room_for(group) is None:
            return False
        return self.sheltered + self._kernel.crowd.size[group] <= self.places

    def _has_open_doors(self, group: int) -> bool:
        if self.plan.when_full not in OPEN_DOORS:
            return False
        most = self.plan.at_most
        return most is None or self.occupancy + self._kernel.crowd.size[group] <= most * self.places

    def _fill_sections(self, sections: Sections) -> None:
        """Fill each section in the order of those who wait for it, so that none waits for room in another."""
        while (group := first_who_fit(tuple(self.outside), sections, self._has_places)) is not None:
            del self.outside[group]
            self._shelter(group, self._kernel.crowd.size[group])
        while (group := first_who_fit(self.held_back.groups, sections, self._takes)) is not None:
            self.held_back.let_in(self, group)

    def _competes(self, group: int, sections: Sections) -> bool:
        """Tell whether somebody who is held back waits for a place that this travel group could take."""
        open_to = set(sections.open_to(group))
        return any(not open_to.isdisjoint(sections.open_to(other)) for other in self.held_back.groups)

    def _shelter(self, group: int, size: int) -> None:
        if self.sections is not None:
            self.sections.place(group)
        self.sheltered += size
        self._kernel.write(self._sheltered_code, group)

    def stay_over(self, group: int) -> None:
        """Send a travel group onward, or let it wait here for its vehicle or for room."""
        assert self.onward is not None  # each site has a way onward
        if self.sections is not None and self.sections.is_isolated(group):
            self._not_let_go.add(group)
            return
        place = self.onward.only or self.onward.choose(group)
        if isinstance(place, Stop):
            place.receive(group)  # who waits for a vehicle stays here until it departs
        elif (isinstance(place, Footpath) and place.closed) or (place.limited and not place.has_room_for(group)):
            place.hold_back(group, self)
        else:
            self.let_go(group)
            place.receive(group)

    def begin_stay(self, stay: "_Stay") -> None:
        """Start the length of stay, where the plan gives one."""
        if self.stay_s is not None:
            self._kernel.after(self.stay_s[stay.group], stay.time_is_over)
        else:
            stay.time_is_over()


class _Stay:
    """One travel group's stay: over when its time is and it has been seen at every station of the plan."""

    __slots__ = ("_gate", "_site", "_stations", "_time_over", "_visits_over", "group")

    def __init__(self, site: Site, group: int, gate: "_Gate") -> None:
        self.group = group
        self._site, self._gate = site, gate
        self._stations = iter(site.stations)
        self._time_over = self._visits_over = False

    def begin(self) -> None:
        self._site.begin_stay(self)
        self.visit_next()

    def time_is_over(self) -> None:
        self._time_over = True
        self._end_if_over()

    def visit_next(self) -> None:
        """Queue for the next station, or be done with them."""
        station = next(self._stations, None)
        if station is None:
            self._visits_over = True
            self._end_if_over()
            return
        self._gate.stays[self.group] = self
        station.residents[self.group] = self._gate
        entrance = station.entrance
        if entrance.limited and not entrance.has_room_for(self.group):
            entrance.hold_back(self.group, self._gate)
        else:
            entrance.receive(self.group)

    def _end_if_over(self) -> None:
        if self._time_over and self._visits_over:
            self._gate.stays.pop(self.group, None)
            self._site.stay_over(self.group)


class _Gate:
    """Where residents come back to after a station."""

    __slots__ = ("_site", "limited", "stays")

    def __init__(self, site: Site) -> None:
        self._site = site
        self.limited = False
        self.stays: dict[int, _Stay] = {}

    def has_room_for(self, group: int) -> bool:  # noqa: ARG002 - Place's question, here always answered yes
        return True

    def hold_back(self, group: int, holder: Holder) -> None:  # noqa: ARG002 - never to be asked
        raise AssertionError("residents always have a place to come back to")

    def receive(self, group: int) -> None:
        self.stays[group].visit_next()

    def let_go(self, group: int) -> None:
        """Leave for a station's line; the place in the site is kept."""

    def give_up(self, group: int) -> None:
        del self.stays[group]
        self._site.let_go(group)
