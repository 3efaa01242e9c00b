"""The textbook model with people by shift, language and sex, with crews, and with supplies.

Each part is written as SimPy's documentation writes its like: a `Resource` for those who are needed, a `Container` for
a stock, a process for each shift, order and vehicle that wears.
"""

from collections.abc import Callable
from dataclasses import dataclass

import simpy
from typing_extensions import override

from benchmarks.sampled import Sampled
from benchmarks.textbook import StaffedResource, Steps, TextbookModel
from reception_sim.model.working_time import absences
from reception_sim.population import draw
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.scenario.posting import posting
from reception_sim.scenario.quantities import DAY, HOUR, MINUTE
from reception_sim.scenario.rosters import ShiftWorked, most_on_a_day, shifts_worked
from reception_sim.scenario.staff import StaffPlan


@dataclass
class Stock:
    """What is there of a supply, and what is on its way."""

    there: simpy.Container
    on_order: float = 0.0
    missed: float = 0.0


class TextbookWithMeans(TextbookModel):
    """A scenario with its rosters, crews and supplies as SimPy processes; *log* is what a trace would hold."""

    def __init__(self, scenario: ScenarioPlan, sampled: Sampled) -> None:
        super().__init__(scenario, sampled)
        env = self.env
        self.log: list[tuple[float, str, str, float]] = []
        self.lines: dict[str, dict[int, float]] = {name: {} for name in scenario.stations}
        self.interpreters = {
            role: {language: StaffedResource(env, max(1, count)) for language, count in plan.speaks.items()}
            for role, plan in scenario.staff.items()
            if plan.speaks
        }
        self.women = {role: StaffedResource(env, 1) for role, plan in scenario.staff.items() if plan.women is not None}
        self.crews = {role: StaffedResource(env, 1) for plan in scenario.vehicles.values() for role in plan.crew}
        self.occupancy = dict.fromkeys(scenario.sites, 0)
        self.stocks = {name: Stock(simpy.Container(env, init=plan.stock)) for name, plan in scenario.supplies.items()}
        self.tired = dict.fromkeys(scenario.staff, 0)
        self.trained = dict.fromkeys(scenario.staff, 0)

    def start_orders(self) -> None:
        """Order again and again what the plan orders by the clock."""
        for supply, plan in self.scenario.supplies.items():
            if plan.resupply is not None and plan.resupply.every is not None:
                self.env.process(self._order_again(supply, plan.resupply.every))

    def feed_sites(self) -> None:
        """Let each site use its daily supplies hour by hour."""
        for supply, plan in self.scenario.supplies.items():
            if plan.per_person_per_day is not None:
                self.env.process(self._feed(supply, plan.per_person_per_day))

    def start_wear(self) -> None:
        """Let time wear the vehicles."""
        for name, fleet in self.scenario.vehicles.items():
            if fleet.breaks_down_every is not None:
                for number in range(fleet.count):
                    self.env.process(self._wear_vehicle(name, number))

    def note(self, what: str, place: str, value: float) -> None:
        """Write a line of the trace."""
        self.log.append((self.env.now, what, place, value))

    @override
    def _start_roster(self, role: str) -> None:
        plan, scenario = self.scenario.staff[role], self.scenario
        for number, shift in enumerate(shifts_worked(plan, Calendar.of(scenario), scenario.duration)):
            missing = 0
            if plan.absence:
                luck = self.sampled.chance.stream("absence", f"{role}/{number}")
                missing = int(luck.binomial(shift.count, plan.absence))
            self.env.process(self._work(role, plan, shift, shift.count - missing))

    def _work(self, role: str, plan: StaffPlan, shift: ShiftWorked, people: int) -> Steps:
        """Be on duty for a shift, with handover and breaks, and for longer while people wait for long."""
        yield self.env.timeout(max(shift.start, 0.0))
        self._change_duty(role, people)
        for absence in absences(people, shift.start, shift.end, plan):
            for time, by in ((absence.since, -absence.people), (absence.until, absence.people)):
                if absence.until > 0:
                    self.env.process(self._later(max(time, 0.0), self._change_duty, role, by))
        if plan.fatigue is not None and shift.start + plan.fatigue.after < shift.end:
            for time, by in ((shift.start + plan.fatigue.after, people), (shift.end, -people)):
                self.env.process(self._later(max(time, 0.0), self._tire, role, by))
        yield self.env.timeout(shift.end - self.env.now)
        if plan.overtime is not None:
            last = self.env.now + plan.overtime.at_most
            while self.env.now < last and self._longest_wait(role) > plan.overtime.while_waiting:
                yield self.env.timeout(min(15 * MINUTE, last - self.env.now))
        self._change_duty(role, -people)

    def _later(self, time: float, change: Callable[[str, int], None], role: str, by: int) -> Steps:
        yield self.env.timeout(max(time - self.env.now, 0.0))
        change(role, by)

    def _tire(self, role: str, by: int) -> None:
        self.tired[role] += by

    def _longest_wait(self, role: str) -> float:
        """Return how long somebody has waited for people of a role (s)."""
        served = [name for name, plan in self.scenario.stations.items() if role in plan.team]
        now = self.env.now
        return max((now - min(self.lines[name].values(), default=now) for name in served), default=0.0)

    def _change_duty(self, role: str, by: int) -> None:
        self.on_duty[role] += by
        plan = self.scenario.staff[role]
        if role in self.interpreters:
            shared = posting(min(self.on_duty[role], sum(plan.speaks.values())), plan.speaks)
            for language, count in shared.items():
                self.interpreters[role][language].set_capacity(count)
        if plan.women is not None:
            self.women[role].set_capacity(round(self.on_duty[role] * plan.women))
        if role in self.crews:
            self.crews[role].set_capacity(self.on_duty[role])
        self.note("on duty", role, self.on_duty[role])
        self._staff_stations()

    def _slowness(self, role: str) -> float:
        plan, slowness = self.scenario.staff[role], 1.0
        if plan.training is not None:
            slowness *= 1 + (1 - self.trained[role] / most_on_a_day(plan)) * (1 / plan.training.pace - 1)
        if plan.fatigue is not None and self.on_duty[role] > 0:
            slowness *= 1 + min(self.tired[role] / self.on_duty[role], 1.0) * (1 / plan.fatigue.pace - 1)
        return slowness

    def _feed(self, supply: str, per_day: float) -> Steps:
        while True:
            yield self.env.timeout(HOUR)
            persons = sum(self.occupancy[site] for site in self.scenario.supplies[supply].at)
            yield from self._take(supply, persons * per_day * HOUR / DAY)

    def _take(self, supply: str, wanted: float) -> Steps:
        stock, plan = self.stocks[supply], self.scenario.supplies[supply].resupply
        taken = min(stock.there.level, wanted)
        stock.missed += wanted - taken
        if taken:
            yield stock.there.get(taken)
        self.note("stock", supply, stock.there.level)
        if plan is not None and plan.reorder_at is not None and stock.there.level + stock.on_order <= plan.reorder_at:
            self.env.process(self._deliver(supply, plan.quantity, plan.lead_time))

    def _order_again(self, supply: str, every: float) -> Steps:
        plan = self.scenario.supplies[supply].resupply
        while plan is not None:
            self.env.process(self._deliver(supply, plan.quantity, plan.lead_time))
            yield self.env.timeout(every)

    def _deliver(self, supply: str, quantity: float, lead_time: float) -> Steps:
        stock, plan = self.stocks[supply], self.scenario.supplies[supply].resupply
        stock.on_order += quantity
        if plan is not None and plan.delay is not None:
            lead_time += float(draw(plan.delay, self.sampled.chance.stream("lead time", supply), 1)[0])
        if plan is not None and plan.by is not None:
            lead_time += plan.by.travel_time
        yield self.env.timeout(lead_time)
        yield stock.there.put(quantity)
        stock.on_order -= quantity

    def _wear_vehicle(self, name: str, number: int) -> Steps:
        plan, generator = self.scenario.vehicles[name], self.sampled.chance.stream("breakdown", name, number)
        assert plan.breaks_down_every is not None  # run has looked
        assert plan.repair_time is not None  # belongs to breaks_down_every
        while True:
            yield self.env.timeout(float(generator.exponential(plan.breaks_down_every)))
            yield from self._be_out(name, float(generator.exponential(plan.repair_time)))

    def _be_out(self, name: str, lasting: float) -> Steps:
        yield self.free[name].get(1)
        yield self.env.timeout(lasting)
        yield self.free[name].put(1)
