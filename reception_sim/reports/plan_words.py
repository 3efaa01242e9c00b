"""How the values of a plan are said in a report: distributions, arrivals, shifts, departures, routes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Final, TypeAlias, assert_never

from reception_sim.reports.wording import count, need_in_words, plain, planned_duration, short_moment, words_of
from reception_sim.scenario import Calendar
from reception_sim.scenario.arrivals import ArrivalPlan
from reception_sim.scenario.distributions import (
    AnyDistribution,
    Constant,
    Exponential,
    Gamma,
    Lognormal,
    Normal,
    Triangular,
    Uniform,
)
from reception_sim.scenario.people import PopulationPlan, Sex
from reception_sim.scenario.quantities import DAY, HOUR, format_clock
from reception_sim.scenario.route_conditions import RouteCondition
from reception_sim.scenario.routes import RoutePlan
from reception_sim.scenario.sites import Stay, UntilTransferred
from reception_sim.scenario.staff import ShiftPlan
from reception_sim.scenario.stations import GivingUpPlan
from reception_sim.scenario.vehicles import VehiclePlan
from reception_sim.translation import tr, tr_plural

_LISTED_AT_MOST: Final = 40

Say: TypeAlias = Callable[[float], str]


def time_taken(taken: AnyDistribution) -> str:
    """Say how long something takes: 5 min to 20 min, most often 12 min."""
    return _spread(taken, planned_duration)


def stay_in_words(stay: Stay) -> str:
    """Say how long people stay."""
    return tr("until transferred") if isinstance(stay, UntilTransferred) else time_taken(stay)


def arrivals_in_words(stream: ArrivalPlan, calendar: Calendar) -> str:
    """Say how many come when, and how they come."""
    said = "; ".join(_when_they_come(stream, calendar))
    if stream.file is not None:
        said = tr("{said} (from the file {file})", said=said, file=stream.file)
    if stream.hours is not None:
        weights = " ".join(f"{weight:g}" for weight in stream.hours)
        said = tr("{said}; weights of the hours from midnight: {weights}", said=said, weights=weights)
    if stream.in_batches_of is not None:
        said = tr(
            "{said}; persons in a boat or bus: {persons}", said=said, persons=_spread(stream.in_batches_of, plain)
        )
    return said


def _when_they_come(stream: ArrivalPlan, calendar: Calendar) -> Iterator[str]:
    if stream.daily is not None:
        days = [f"{day.day} {day:%b} {count(persons)}" for day, persons in stream.daily.items()]
        yield _listed(days, tr("{n} people in all", n=count(sum(stream.daily.values()))))
    if stream.rate is not None:
        yield tr("{n} people a day at random times", n=count(stream.rate * DAY))
    for point in stream.ramp or ():
        moment = short_moment(calendar, calendar.seconds(point.at))
        yield tr("{n} people an hour around {moment}", n=plain(point.rate * HOUR), moment=moment)
    known = [
        f"{short_moment(calendar, calendar.seconds(one.at))} {count(one.persons)}" for one in stream.schedule or ()
    ]
    if known:
        yield _listed(known, tr("{n} people in all", n=count(sum(one.persons for one in stream.schedule or ()))))
    for span in stream.spans or ():
        since, until = (short_moment(calendar, calendar.seconds(moment)) for moment in (span.since, span.until))
        yield tr("{since} to {until} {n}", since=since, until=until, n=count(span.persons))


def composition_in_words(population: PopulationPlan) -> tuple[tuple[str, str], ...]:
    """Return the parts of a population's composition: what is shared out, and the shares in percent."""
    sizes = {str(size): share for size, share in population.group_size.items()}
    languages = {language_in_words(code): share for code, share in population.languages.items()}
    needs = {need_in_words(need): share for need, share in population.specific_needs.items()}
    return (
        (tr("Persons in a travel group"), _shares(sizes.items())),
        (tr("Age, women and girls"), _shares(_ages(population, Sex.F))),
        (tr("Age, men and boys"), _shares(_ages(population, Sex.M))),
        (tr("Movement"), _shares(population.movement.items())),
        (tr("Documents"), _shares(population.documents.items())),
        (tr("Languages"), _shares(languages.items())),
        (tr("Specific needs"), _shares(needs.items())),
        *(((tr("Nationalities"), _shares(population.nationalities.items())),) if population.nationalities else ()),
    )


def language_in_words(code: str) -> str:
    """Return what a language is called; its code if we have no name for it."""
    return _languages().get(code, code)


def giving_up_in_words(plan: GivingUpPlan, title_of: Callable[[str], str]) -> str:
    """Say what they do who lose their patience: 70 % leave, 20 % turn to River ford, 10 % come back after 12 h."""
    said = [tr("{share} leave", share=_percent(plan.leaves))]
    said += [
        tr("{share} turn to {place}", share=_percent(share), place=title_of(place))
        for place, share in plan.turns_to.items()
    ]
    if plan.comes_back:
        time = planned_duration(plan.after)
        said.append(tr("{share} come back after {time}", share=_percent(plan.comes_back), time=time))
    return ", ".join(said)


def sex_in_words(sex: Sex) -> str:
    """Return who is meant by a sex: women and girls, or men and boys."""
    return tr("women and girls") if sex is Sex.F else tr("men and boys")


def shift_in_words(shift: ShiftPlan, calendar: Calendar) -> str:
    """Say who works when: 8 from 07:00-19:00 (Mon-Sun)."""
    said = tr("{n} at {hours} ({days})", n=shift.count, hours=shift.hours, days=shift.days)
    if shift.since is not None:
        said = tr("{said} from {moment}", said=said, moment=short_moment(calendar, calendar.seconds(shift.since)))
    if shift.until is not None:
        said = tr("{said} until {moment}", said=said, moment=short_moment(calendar, calendar.seconds(shift.until)))
    return said


def departures_in_words(fleet: VehiclePlan) -> str:
    """Say when a vehicle of the fleet departs."""
    if fleet.timetable is not None:
        said = [_departure(departure) for departure in fleet.timetable.departures]
        return _listed(said, tr_plural("{count} departure", "{count} departures", len(said)))
    if fleet.leaves is None:
        return tr("carries goods alone")
    if fleet.leaves.or_after is None:
        return tr("when full")
    after = planned_duration(fleet.leaves.or_after)
    return tr("when full, or after {time}", time=after) if fleet.leaves.when_full else tr("after {time}", time=after)


def route_in_words(route: RoutePlan, title_of: Callable[[str], str]) -> tuple[str, str]:
    """Return for whom a route is, and how people get there."""
    return _for_whom(route), _by_what(route, title_of)


def counted(things: Mapping[str, int], title_of: Callable[[str], str]) -> str:
    """Say how many of each: 1 Interpreter, 2 Health worker."""
    return ", ".join(f"{number} {title_of(name)}" for name, number in things.items())


def _spread(taken: AnyDistribution, say: Say) -> str:
    match taken:
        case Constant():
            return tr("always {value}", value=say(taken.value))
        case Uniform():
            return tr("{low} to {high}, all alike", low=say(taken.min), high=say(taken.max))
        case Triangular():
            low, high, mode = say(taken.min), say(taken.max), say(taken.mode)
            return tr("{low} to {high}, most often {mode}", low=low, high=high, mode=mode)
        case Exponential():
            return tr("mean {mean} (exponential)", mean=say(taken.mean))
        case Lognormal() | Gamma() | Normal():
            mean, sd = say(taken.mean), say(taken.sd)
            return tr("mean {mean}, standard deviation {sd} ({kind})", mean=mean, sd=sd, kind=taken.distribution)
        case _:
            assert_never(taken)


def _listed(said: list[str], instead: str) -> str:
    """List what is said; much of it is summed up."""
    if len(said) <= _LISTED_AT_MOST:
        return ", ".join(said)
    return tr("{sum}, from {first} to {last}", sum=instead, first=said[0], last=said[-1])


def _shares(shares: Iterable[tuple[str, float]]) -> str:
    return ", ".join(f"{words_of(name)}: {_percent(share)}" for name, share in shares if share)


def _ages(population: PopulationPlan, sex: Sex) -> Iterator[tuple[str, float]]:
    return ((band, by_sex.get(sex, 0.0)) for band, by_sex in population.age_sex.items())


def _percent(share: float) -> str:
    return tr("{n} %", n=f"{100 * share:.3g}")


def _departure(departure: datetime | float) -> str:
    if isinstance(departure, datetime):
        return f"{departure.day} {departure:%b} {departure:%H:%M}"
    return tr("{time} each day", time=format_clock(departure))


def _for_whom(route: RoutePlan) -> str:
    said = condition_in_words(route.when) if route.when else ""
    if route.share is None:
        return said or tr("everyone who is left")
    share = _percent(route.share)
    return tr("{share} of those: {said}", share=share, said=said) if said else tr("{share}", share=share)


def condition_in_words(condition: RouteCondition) -> str:
    """Say which travel groups a condition means."""
    parts = (
        (tr("need seen"), tuple(map(need_in_words, condition.needs))),
        (tr("age"), condition.ages),
        (tr("movement"), condition.movement),
        (tr("documents"), condition.documents),
        (tr("language"), tuple(map(language_in_words, condition.languages))),
        (tr("nationality"), condition.nationalities),
        (tr("sex"), tuple(map(sex_in_words, condition.sexes))),
    )
    said = [f"{name}: {', '.join(map(words_of, values))}" for name, values in parts if values]
    return "; ".join((*said, *_company(condition)))


def _company(condition: RouteCondition) -> Iterator[str]:
    said = (
        (condition.children_alone, tr("children without an adult"), tr("nobody who is a child without an adult")),
        (condition.alone, tr("adults on their own"), tr("nobody who is an adult on their own")),
        (condition.families, tr("families"), tr("no families")),
    )
    for holds, yes, no in said:
        if holds is not None:
            yield yes if holds else no


def _by_what(route: RoutePlan, title_of: Callable[[str], str]) -> str:
    if route.by is None:
        return tr("at once")
    by = title_of(route.by.vehicles) if route.by.vehicles else tr("on foot")
    said = tr("{by}, {time}", by=by, time=planned_duration(route.by.travel_time)) if route.by.travel_time else by
    if route.by.boarding_area is not None:
        return tr("{said}; boarding area for {n}", said=said, n=count(route.by.boarding_area.capacity))
    return said


def _languages() -> dict[str, str]:
    return {
        "am": tr("Amharic"),
        "ar": tr("Arabic"),
        "bm": tr("Bambara"),
        "bn": tr("Bengali"),
        "ckb": tr("Kurdish (Sorani)"),
        "de": tr("German"),
        "en": tr("English"),
        "es": tr("Spanish"),
        "fa": tr("Persian"),
        "ff": tr("Fula"),
        "fr": tr("French"),
        "ha": tr("Hausa"),
        "ht": tr("Haitian Creole"),
        "kmr": tr("Kurdish (Kurmanji)"),
        "ku": tr("Kurdish"),
        "my": tr("Burmese"),
        "pl": tr("Polish"),
        "prs": tr("Dari"),
        "ps": tr("Pashto"),
        "pt": tr("Portuguese"),
        "rhg": tr("Rohingya"),
        "ro": tr("Romanian"),
        "ru": tr("Russian"),
        "so": tr("Somali"),
        "sw": tr("Swahili"),
        "ti": tr("Tigrinya"),
        "tr": tr("Turkish"),
        "uk": tr("Ukrainian"),
        "ur": tr("Urdu"),
        "wo": tr("Wolof"),
    }
