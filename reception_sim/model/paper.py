"""Work on paper: slower services while something is missing, and forms that are typed in when nobody waits."""

from collections import deque
from dataclasses import dataclass
from typing import Final

from reception_sim.model.kernel import URGENT, KeptEvent, Kernel
from reception_sim.model.lifelines import Lifelines
from reception_sim.model.staffing import TeamMember, serve_longest_wait
from reception_sim.model.station import Station
from reception_sim.recording import LevelKind
from reception_sim.scenario.paper import PaperPlan
from reception_sim.scenario.quantities import MINUTE
from reception_sim.scenario.stations import ServedPer

LOOK_EVERY: Final = MINUTE
NAN: Final = float("nan")


@dataclass(frozen=True)
class Form:
    """One paper form: whose it is and when it was filled in (s)."""

    group: int
    filled: float


class PaperDesk:
    """A demand of every service that is always met: by *equipment*, power and network, or else by paper.

    Whoever is served on paper leaves forms behind. A team types them in, one after another, when nobody waits and
    nothing is missing; meanwhile it sees nobody.
    """

    def __init__(self, station: Station, plan: PaperPlan, lines: Lifelines, kernel: Kernel) -> None:
        self._station, self._plan, self._lines, self._kernel = station, plan, lines, kernel
        self.equipment: list[TeamMember] = []
        self.forms: deque[Form] = deque()
        self._taken: dict[int, list[int]] = {}
        self._on_paper: set[int] = set()
        self._last_on_paper = False
        self._tokens = 0
        self._typing = False
        station.parts.demands.append(self)
        station.parts.paces.append(self._pace_of_last_taken)
        station.parts.on_served.append(self._leave_forms)

    def claim(self, group: int) -> int:  # noqa: ARG002 - everybody claims the same
        return 1

    def free_for(self, claim: int) -> bool:  # noqa: ARG002 - there is always paper
        return True

    def take(self, group: int, claim: int) -> int:  # noqa: ARG002 - there is but one claim
        """Take the equipment for a service, or serve on paper (token 0)."""
        self._last_on_paper = not self._has_everything()
        if self._last_on_paper:
            self._on_paper.add(group)
            return 0
        return self._take_equipment()

    def give_back(self, token: int) -> None:
        if not token:
            return
        for member, helpers in zip(self.equipment, self._taken.pop(token), strict=True):
            member.give_back(helpers)
        for member in self.equipment:
            serve_longest_wait(member.stock.seekers)

    def _has_everything(self) -> bool:
        if not self._lines.work:
            return False
        for member in self.equipment:  # noqa: SIM110 - runs for each service; all(...) takes twice as long
            if not member.free():
                return False
        return True

    def _take_equipment(self) -> int:
        self._tokens += 1
        self._taken[self._tokens] = [member.take() for member in self.equipment]
        return self._tokens

    def _pace_of_last_taken(self) -> float:
        """Return the factor on the time of the service for which something was taken just before."""
        return 1 / self._plan.pace if self._last_on_paper else 1.0

    def _leave_forms(self, group: int) -> None:
        if group not in self._on_paper:
            return
        self._on_paper.remove(group)
        number = self._kernel.crowd.size[group] if self._station.plan.per is ServedPer.PERSON else 1
        for _ in range(number):
            self.forms.append(Form(group, self._kernel.now))
            self._record(self.forms[-1], NAN)
        self._count(number)
        if not self._typing:
            self._typing = True
            self._kernel.at(self._kernel.now, self._type_in, URGENT)

    def _type_in(self) -> None:
        """Look every minute whether a team has time, as long as there are forms."""
        self._typing = bool(self.forms)
        if not self._typing:
            return
        while self.forms and self._has_time():
            self._begin_typing()
        self._kernel.after(LOOK_EVERY, self._type_in)

    def _has_time(self) -> bool:
        return not self._station.line and self._station.can_serve() and self._has_everything()

    def _begin_typing(self) -> None:
        station, form, token = self._station, self.forms.popleft(), self._take_equipment()
        post = KeptEvent(self._kernel.env)
        station.busy += 1
        if not station.exclusive:
            station.take_team(post)
        self._kernel.after(self._plan.typing_in, lambda: self._end_typing(form, token, post))

    def _end_typing(self, form: Form, token: int, post: KeptEvent) -> None:
        self._record(form, self._kernel.now)
        self._count(-1)
        self.give_back(token)
        self._station.free_post(post)
        if self.forms and self._has_time():
            self._begin_typing()

    def _record(self, form: Form, typed: float) -> None:
        self._kernel.recorder.form(form.filled, typed, form.group, self._kernel.index[self._station.id])

    def _count(self, by: int) -> None:
        self._kernel.change_level(LevelKind.FORMS_TO_TYPE_IN, self._station.id, by)
