"""Which parts a station gets from its plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from reception_sim.model.appointments import Appointments
from reception_sim.model.caseloads import Caseload
from reception_sim.model.documents import DocumentsGiven
from reception_sim.model.escorts import EscortPool, Escorts, PlainPool, SpeakingPool
from reception_sim.model.fast_tracks import KeptPosts
from reception_sim.model.fates import Traits
from reception_sim.model.hand_overs import HandOvers
from reception_sim.model.interpreters import InterpreterForGroup, Interpreters
from reception_sim.model.kernel import Kernel
from reception_sim.model.needs_forms import NeedsForms
from reception_sim.model.routing import Knowledge, meeting
from reception_sim.model.second_visits import SecondVisits
from reception_sim.model.skills import Skills
from reception_sim.model.staffing import Stock
from reception_sim.model.station import Station
from reception_sim.model.women_on_teams import WomanForGroup, Women
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.plan import ScenarioPlan


@dataclass(frozen=True)
class Shared:
    """What stations share: people by role, and what is known of travel groups."""

    scenario: ScenarioPlan
    stocks: Mapping[str, Stock]
    skills: Mapping[str, Skills]
    interpreters: Mapping[str, Interpreters]
    women: Mapping[str, Women]
    traits: Traits
    forms: NeedsForms
    kernel: Kernel
    escorts: dict[str, Escorts] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        scenario: ScenarioPlan,
        stocks: Mapping[str, Stock],
        skills: Mapping[str, Skills],
        traits: Traits,
        forms: NeedsForms,
        kernel: Kernel,
    ) -> "Shared":
        staff = scenario.staff
        interpreters = {
            name: Interpreters(stocks[name], plan.speaks, kernel) for name, plan in staff.items() if plan.speaks
        }
        women = {name: Women(stocks[name], plan.women) for name, plan in staff.items() if plan.women is not None}
        return cls(scenario, stocks, skills, interpreters, women, traits, forms, kernel)

    def known_at(self, station: Station) -> Knowledge:
        """Return what is known of travel groups at a station."""
        return Knowledge(self.traits, station.seen)

    def brings_interpreter(self, station: str, group: int) -> bool:
        """Tell whether a travel group has an escort who speaks its language, or is given one at this station."""
        if not self.escorts:
            return False
        escorts = [one for one in self.escorts.values() if one.pool.stock.id in self.interpreters]
        given = any(one.plan.begins_at == station and one.claim(group) for one in escorts)
        return given or any(group in one.accompanied for one in escorts)

    def let_escort(self, stations: Mapping[str, Station]) -> None:
        """Let the plan's escorts begin at their stations, and end with services, and with giving up, where they do."""
        pools: dict[str, EscortPool] = {}
        for name, plan in self.scenario.escorts.items():
            station, pool = stations[plan.begins_at], pools.setdefault(plan.role, self._pool(plan.role))
            is_for = meeting(plan.who, self.kernel.crowd, self.known_at(station))
            escorts = self.escorts[name] = Escorts(name, plan, pool, is_for, self.kernel)
            station.parts.demands.append(escorts)
            station.parts.stocks.append(pool.stock)
            if station not in pool.stock.seekers:
                pool.stock.seekers.append(station)
            for other in stations.values():
                if other.id in plan.ends_at:
                    other.parts.on_served.append(escorts.leave)
                if other.patience is not None:
                    other.parts.on_giving_up.append(escorts.leave)

    def _pool(self, role: str) -> EscortPool:
        if role not in self.interpreters:
            return PlainPool(self.stocks[role], self.kernel)
        words, language = self.kernel.crowd.words.languages, self.traits.column("language")
        return SpeakingPool(self.interpreters[role], lambda group: words[language[group]])


def give_parts(station: Station, shared: Shared) -> None:
    """Give a station what its plan says of its procedure and its people; a plain one gets nothing."""
    station.seen = shared.forms.seen_at(station.id)
    _give_procedure(station, shared)
    _give_papers(station, shared)
    _give_people(station, shared)
    _give_skills(station, shared)
    _give_hand_overs(station, shared.kernel)


def _give_procedure(station: Station, shared: Shared) -> None:
    plan, parts, kernel = station.plan, station.parts, shared.kernel
    if plan.caseload is not None:
        parts.demands.append(Caseload(station.id, plan.caseload, kernel, station.serve))
    if plan.fast_track is not None:
        parts.first = meeting(plan.fast_track.who, kernel.crowd, shared.known_at(station))
        parts.demands.append(KeptPosts(plan.fast_track, parts.first, lambda: station.capacity))
    if plan.second_visit is not None:
        parts.after_service.append(SecondVisits(station.id, plan.second_visit, station, kernel).elsewhere)


def _give_hand_overs(station: Station, kernel: Kernel) -> None:
    if station.plan.hand_over is not None:
        station.parts.hand_overs = HandOvers(station.plan.hand_over, station, kernel)


def _give_papers(station: Station, shared: Shared) -> None:
    plan, parts, kernel = station.plan, station.parts, shared.kernel
    if plan.asks_about_needs is not None:
        questions = shared.forms.questions(station.id, plan.asks_about_needs)
        parts.extras.append(questions.seconds)
        parts.on_served.append(questions.asked)
    if plan.gives_documents is not None:
        giving = DocumentsGiven(station.id, plan.gives_documents, shared.traits.column("documents"), kernel)
        parts.on_served.append(giving.give)
    if plan.appointments is not None:
        calendar = Calendar.of(shared.scenario)
        station.entrance = Appointments(station.id, plan.appointments, station, calendar, kernel)


def _give_people(station: Station, shared: Shared) -> None:
    plan, parts = station.plan, station.parts
    if plan.interpreter is not None:
        words, language = shared.kernel.crowd.words, shared.traits.column("language")
        interpreters = shared.interpreters[plan.interpreter]
        parts.demands.append(
            InterpreterForGroup(
                interpreters, plan.spoken, words.languages, language, partial(shared.brings_interpreter, station.id)
            )
        )
        parts.stocks.append(interpreters.stock)
        interpreters.stock.seekers.append(station)
    if plan.woman is not None:
        needs_a_woman = meeting(plan.woman.who, shared.kernel.crowd, shared.known_at(station))
        parts.demands.append(WomanForGroup(shared.women[plan.woman.role], needs_a_woman))


def _give_skills(station: Station, shared: Shared) -> None:
    for role in station.plan.team:
        plan = shared.scenario.staff[role]
        if plan.training is not None or plan.fatigue is not None:
            station.parts.paces.append(shared.skills[role].slowness)
            station.parts.sight_factors.append(shared.skills[role].sight)
