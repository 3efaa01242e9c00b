"""A second visit: some of those served come back to the same station after a time, once."""

from reception_sim.model.fates import durations, lots
from reception_sim.model.kernel import Kernel
from reception_sim.model.places import Holder, Place
from reception_sim.recording import EventKind, LevelKind
from reception_sim.scenario.procedure import SecondVisitPlan


class SecondVisits:
    """Sends a share of those served away and back to the station; each travel group at most once.

    Meanwhile they are in the system and at no place: they come back by themselves.
    """

    def __init__(self, station: str, plan: SecondVisitPlan, to: Place, kernel: Kernel) -> None:
        self.limited = False
        self._station, self._to, self._kernel = station, to, kernel
        self._share = plan.share
        self._lot = lots(f"second visit/{station}", kernel.crowd)
        self._after = durations(f"back after/{station}", plan.after, kernel.crowd)
        self._have_been: set[int] = set()
        self._awaited_code = kernel.code(EventKind.VISIT_AWAITED, station)

    def elsewhere(self, group: int) -> Place | None:
        """Return where a travel group goes that must come again; None for all others."""
        if self._lot[group] >= self._share or group in self._have_been:
            return None
        self._have_been.add(group)
        return self

    def has_room_for(self, group: int) -> bool:  # noqa: ARG002 - Place's question, here always answered yes
        return True

    def hold_back(self, group: int, holder: Holder) -> None:  # noqa: ARG002 - never to be asked
        raise AssertionError("people may always go away")

    def receive(self, group: int) -> None:
        """Let a travel group go, and come back after its time."""
        self._kernel.write(self._awaited_code, group)
        self._away(group, 1)
        self._kernel.after(self._after[group], lambda: self._come_back(group))

    def let_go(self, group: int) -> None:
        """Leave from before the door."""
        self._away(group, -1)

    def _come_back(self, group: int) -> None:
        if self._to.limited and not self._to.has_room_for(group):
            self._to.hold_back(group, self)
        else:
            self._away(group, -1)
            self._to.receive(group)

    def _away(self, group: int, sign: int) -> None:
        persons = sign * self._kernel.crowd.size[group]
        self._kernel.change_level(LevelKind.AWAY_UNTIL_SECOND_VISIT, self._station, persons)
