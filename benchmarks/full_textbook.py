"""The whole textbook model: what ours is measured against with all parts in use.

To all that `benchmarks.textbook_people` knows it adds what happens to a reception system and what is done about it:
hazards, injects, rules, the pressure to close, reports. It does not find the same waits as ours to the last bit,
because those who need several things at once stand in line for one after the other here; it does the same work for the
same people.
"""

from math import nan
from typing import Final

from typing_extensions import override

from benchmarks.textbook import Service, Steps
from benchmarks.textbook_people import TextbookWithPeople
from reception_sim.actions import read_action
from reception_sim.actions.on_lifelines import CutNetwork
from reception_sim.actions.on_places import CloseBorder, OpenBorder, SetMetering
from reception_sim.actions.on_staff import TrainStaff
from reception_sim.actions.on_support import ChangePlaces, LetHappen
from reception_sim.actions.on_things import BreakDown, OrderSupplies, SetCount
from reception_sim.population import draw
from reception_sim.scenario import Calendar
from reception_sim.scenario.conditions import WATCHED, Condition, ConditionIndicator, parse_condition
from reception_sim.scenario.exercise_parts import ContingencyPlan, GoesBy, WrittenAction
from reception_sim.scenario.planned import timed_injects
from reception_sim.scenario.quantities import MINUTE

LOOK_EVERY: Final = 5 * MINUTE


class FullTextbook(TextbookWithPeople):
    """A scenario with all its parts as SimPy processes."""

    @override
    def run(self) -> list[Service]:
        self.known: dict[str, int] = {}
        self.drives = dict.fromkeys(self.scenario.pressure, 0.0)
        self.start_borders()
        self.start_orders()
        self.start_wear()
        if not self.one_by_one:
            self.feed_sites()
        self._start_what_is_planned()
        for rule in self.scenario.contingency:
            self.env.process(self._watch(rule))
        self.env.process(self._feel_pressure())
        self.env.process(self._report())
        return super().run()

    def _start_what_is_planned(self) -> None:
        scenario, calendar = self.scenario, Calendar.of(self.scenario)
        for name, hazard in scenario.hazards.items():
            for moment in hazard.at:
                self.env.process(self._strike(name, calendar.seconds(moment)))
        for measure in scenario.preparedness.values():
            if measure.ready_s is not None:
                self.env.process(self._do_at(measure.ready_s, measure.actions))
        for time, inject in timed_injects(scenario):
            self.env.process(self._do_at(time, inject.actions))

    def _strike(self, hazard: str, time: float) -> Steps:
        plan = self.scenario.hazards[hazard]
        yield self.env.timeout(max(time - self.env.now, 0.0))
        self.striking[hazard] += 1
        self.closed.update(plan.closes)
        self._staff_stations()
        for site, places in plan.takes_places.items():
            yield self.places[site].get(places)
        yield self.env.timeout(plan.lasts)
        self.striking[hazard] -= 1
        self.closed.difference_update(plan.closes)
        self._staff_stations()
        for site, places in plan.takes_places.items():
            yield self.places[site].put(places)

    def _do_at(self, time: float, actions: tuple[WrittenAction, ...]) -> Steps:
        yield self.env.timeout(max(time, 0.0))
        self._do(actions)

    def _do(self, actions: tuple[WrittenAction, ...]) -> None:  # noqa: C901, PLR0912 - one row an action
        env = self.env
        for written in actions:
            match read_action(written):
                case CloseBorder(at=entry, lasting=lasting):
                    self.borders[entry].shut += 1
                    if lasting is not None:
                        env.process(self._change_shut(entry, env.now + lasting, -1))
                case OpenBorder(at=entry):
                    self._let_across(entry)
                case SetMetering(at=entry, per_hour=per_hour):
                    self.borders[entry].per_span = float("inf") if per_hour is None else per_hour
                case OrderSupplies(of=supply, quantity=quantity, after=after):
                    env.process(self._deliver(supply, quantity, after or 0.0))
                case BreakDown(of=fleet, count=count, lasting=lasting):
                    for _ in range(count):
                        env.process(self._be_out(fleet, lasting))
                case LetHappen(hazard=hazard):
                    env.process(self._strike(hazard, env.now))
                case CutNetwork(at=str(station), lasting=lasting):
                    env.process(self._be_offline(station, lasting or self.scenario.duration))
                case SetCount(of=kind, to=count):
                    self._set_count(kind, count)
                case ChangePlaces(at=site, by=by):
                    self.places[site].put(by)
                case TrainStaff(role=role, count=count, lasting=lasting):
                    env.process(self._train(role, count, lasting))
                case other:
                    raise AssertionError(other)

    def _set_count(self, kind: str, count: int) -> None:
        if kind in self.working:
            self.working[kind] = count
            self._staff_stations()
        elif count > self.scenario.vehicles[kind].count:
            self.free[kind].put(count - self.scenario.vehicles[kind].count)

    def _be_offline(self, station: str, lasting: float) -> Steps:
        self.offline[station] += 1
        yield self.env.timeout(lasting)
        self.offline[station] -= 1

    def _train(self, role: str, count: int, lasting: float) -> Steps:
        self._change_duty(role, -count)
        yield self.env.timeout(lasting)
        self._change_duty(role, count)
        self.trained[role] += count

    def _watch(self, rule: ContingencyPlan) -> Steps:
        """Take effect whenever a condition has held for so long, and end when another does."""
        when = parse_condition(rule.when)
        while True:
            yield from self._await(when, rule.lasting, rule.goes_by)
            yield self.env.timeout(rule.lead_time)
            self._do(rule.actions)
            if rule.until:
                yield from self._await(parse_condition(rule.until), 0.0, rule.goes_by)
                self._do(rule.then)
            if rule.again_after is None:
                return
            yield self.env.timeout(rule.again_after)

    def _await(self, condition: Condition, lasting: float, goes_by: GoesBy) -> Steps:
        value_of = self._known_value if goes_by is GoesBy.KNOWN else self._value
        since: float | None = None
        while since is None or self.env.now - since < lasting:
            yield self.env.timeout(LOOK_EVERY)
            if not condition.holds_at(value_of(condition)):
                since = None
            elif since is None:
                since = self.env.now

    def _known_value(self, condition: Condition) -> float:
        if self.scenario.knowledge is None or not WATCHED[condition.indicator].counted:
            return self._value(condition)
        return self.known.get(condition.place, nan)

    def _feel_pressure(self) -> Steps:
        limits = {name: plan.conditions for name, plan in self.scenario.pressure.items()}
        while True:
            yield self.env.timeout(LOOK_EVERY)
            for name, (eased, unbearable) in limits.items():
                way = (self._value(eased) - eased.limit) / (unbearable.limit - eased.limit)
                self.drives[name] = 100 * min(max(way, 0.0), 1.0)
                self.note("pressure", name, self.drives[name])

    def _value(self, condition: Condition) -> float:
        size, place = self.sampled.crowd.size, condition.place
        match condition.indicator:
            case ConditionIndicator.QUEUE:
                return sum(size[group] for group in self.lines[place])
            case ConditionIndicator.ACROSS_THE_BORDER:
                return sum(size[group] for group in self.borders[place].waiting)
            case ConditionIndicator.WITHOUT_SHELTER:
                return float(sum(request.amount for request in self.places[place].get_queue))
            case ConditionIndicator.STOCK:
                return float(self.stocks[place].there.level)
            case ConditionIndicator.PRESSURE:
                plans = self.scenario.pressure
                weights = sum(plan.weight for plan in plans.values()) or 1.0
                return sum(plan.weight * self.drives[name] for name, plan in plans.items()) / weights
            case other:
                raise AssertionError(other)

    def _report(self) -> Steps:
        """Count the people at each place now and then, not exactly, and be told later."""
        plan = self.scenario.knowledge
        luck = self.sampled.chance.stream("report", "textbook")
        while plan is not None:
            for place in self.scenario.counted_places():
                told = round(self._persons(place) * max(1 + plan.error * float(luck.standard_normal()), 0.0))
                self.env.process(self._tell(place, told, float(draw(plan.delay, luck, 1)[0])))
            yield self.env.timeout(plan.every)

    def _tell(self, place: str, persons: int, delay: float) -> Steps:
        yield self.env.timeout(delay)
        self.known[place] = persons
        self.note("known", place, persons)

    def _persons(self, place: str) -> int:
        if place in self.occupancy:
            return self.occupancy[place]
        size = self.sampled.crowd.size
        if place in self.lines:
            return sum(size[group] for group in self.lines[place])
        return sum(size[group] for group in self.borders[place].waiting) if place in self.borders else 0
