"""How figures are said to a person: rounding, units, labels and meanings; the one home of each."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.people import SpecificNeed
from reception_sim.scenario.quantities import DAY, HOUR, MINUTE
from reception_sim.scenario.standards import MEASURES, Indicator, StandardPlan
from reception_sim.translation import tr, tr_plural

if TYPE_CHECKING:  # whoever says a figure need not have run an experiment
    from reception_sim.experiments.estimate import Estimate

NOTHING: Final = "\N{EN DASH}"
_DIGITS: Final = {0: 10.0, 1: 0.95, 2: 0.0095, 3: 0.0}  # after the point, by the half width beside it
_UNSEEN: Final = 0.0005
_NO_LIMIT: Final = "\N{INFINITY}"


@dataclass(frozen=True)
class Meaning:
    """What an indicator is called, and what it says."""

    label: str
    explanation: str


def label_of(indicator: Indicator) -> str:
    """Return what an indicator is called, as a heading."""
    return _meanings()[indicator].label


def explain(indicator: Indicator) -> str:
    """Return in a sentence what an indicator measures."""
    return _meanings()[indicator].explanation


def count(number: float) -> str:
    """Write a whole number with its thousands apart: 6,344."""
    if math.isnan(number):
        return NOTHING
    return f"{round(number):,}" if math.isfinite(number) else _NO_LIMIT


def people(number: float) -> str:
    """Write a number of persons: 1 person, 6,344 people."""
    return tr("1 person") if number == 1 else tr("{n} people", n=count(number))


def about(number: float) -> str:
    """Write a number as one says it: 6,300 for 6,344; up to 100 every one counts."""
    if not math.isfinite(number) or abs(number) < 100:
        return count(number)
    step = 10 ** (len(str(round(abs(number)))) - 2)
    return count(round(number / step) * step)


def about_people(number: float) -> str:
    """Write a number of persons as one says it: about 6,300 people; 12 people."""
    if not math.isfinite(number) or about(number) == count(number):
        return people(number)
    return tr("about {n} people", n=about(number))


def times_as_many(ratio: float) -> str:
    """Write a ratio as one says it: 15 times, 2.4 times."""
    return tr("{n} times", n=count(ratio) if ratio >= 10 else plain(ratio))


def plain(value: float) -> str:
    """Write a number with one decimal where it matters: 2.4, 3, 180."""
    if not math.isfinite(value) or abs(value) >= 100:
        return count(value)
    return f"{value:.1f}".removesuffix(".0")


def duration(seconds: float) -> str:
    """Write a length of time in its two largest units, 3 h 20 min, or a difference of two of them with its sign."""
    if not math.isfinite(seconds):
        return count(seconds)
    if round(seconds) < 0:
        return f"\N{MINUS SIGN}{duration(-seconds)}"
    if seconds < MINUTE:
        return tr("{n} s", n=round(seconds))
    minutes = round(seconds / MINUTE)
    if minutes < 60:
        return tr("{n} min", n=minutes)
    if minutes < 2 * 24 * 60:
        hours, rest = divmod(minutes, 60)
        return tr("{h} h {m} min", h=hours, m=rest) if rest else tr("{h} h", h=hours)
    days, rest_hours = divmod(round(seconds / HOUR), 24)
    return tr("{d} days {h} h", d=days, h=rest_hours) if rest_hours else tr("{d} days", d=days)


def planned_duration(seconds: float) -> str:
    """Write a length of time of a plan, nothing rounded away: 1 min 30 s, 2 days 7 h 20 min."""
    rest, said = round(seconds, 3), []
    for unit, say in ((DAY, _days), (HOUR, _hours), (MINUTE, _minutes)):
        whole, rest = divmod(rest, unit)
        if whole:
            said.append(say(int(whole)))
    if rest or not said:
        said.append(tr("{n} s", n=f"{rest:g}"))
    return " ".join(said)


def _days(n: int) -> str:
    return tr_plural("{count} day", "{count} days", n)


def _hours(n: int) -> str:
    return tr("{h} h", h=n)


def _minutes(n: int) -> str:
    return tr("{n} min", n=n)


def length_of_days(seconds: float) -> str:
    """Write a scenario's length: 7 days, 12 h."""
    if seconds < DAY:
        return duration(seconds)
    days = seconds / DAY
    return tr_plural("{count} day", "{count} days", round(days)) if days == round(days) else duration(seconds)


def format_value(value: float, unit: str) -> str:
    """Write a value with its unit, rounded to what matters; "s" is a length of time."""
    match unit:
        case "s":
            return duration(value)
        case "persons":
            return people(value) if math.isfinite(value) else count(value)
        case _:
            return (
                in_unit(plain(value) if unit != "%" else count(value), unit) if math.isfinite(value) else count(value)
            )


def in_unit(number: str, unit: str) -> str:
    """Put a unit behind a number that is already written."""
    known = {
        "%": tr("{n} %", n=number),
        "persons": tr("{n} people", n=number),
        "m2": tr("{n} m²", n=number),
        "l/day": tr("{n} l a day", n=number),
        "nights": tr("{n} nights", n=number),
        "families": tr("{n} families", n=number),
    }
    return known.get(unit) or f"{number} {unit}".strip()


def format_estimate(estimate: "Estimate", unit: str) -> str:
    """Write a mean with its 95 % half width where there is one: 3 h 20 min ± 12 min; a small one with decimals."""
    if not estimate.half_width >= _UNSEEN:
        return bare(estimate.mean, unit)
    if unit == "s":
        mean, half_width = duration(estimate.mean), duration(estimate.half_width)
    else:
        digits = next(digits for digits, least in _DIGITS.items() if estimate.half_width >= least)
        mean, half_width = f"{estimate.mean:,.{digits}f}", f"{estimate.half_width:,.{digits}f}"
    return tr("{mean} ± {half_width}", mean=mean, half_width=half_width)


def bare(value: float, unit: str) -> str:
    """Write a value for a table whose heading names the unit; a length of time keeps its own."""
    match unit:
        case "s":
            return duration(value)
        case "persons" | "%" | "" | "count" | "cost":
            return count(value)
        case _:
            return plain(value)


def limit_of(standard: StandardPlan) -> str:
    """Say what a standard asks for: at most 4 h for 95 % of people."""
    measure = MEASURES[standard.indicator]
    asked = format_value(standard.limit, measure.unit)
    at_least = standard.at_least is not None
    text = tr("at least {limit}", limit=asked) if at_least else tr("at most {limit}", limit=asked)
    if standard.share is None or standard.share == 1:
        return text
    share = f"{100 * standard.share:g}"
    if measure.is_time:
        return tr("{limit} for {share} % of people", limit=text, share=share)
    return tr("{limit} for {share} % of the time", limit=text, share=share)


def margin_in_words(margin: float, unit: str, standard: StandardPlan) -> str:
    """Say on which side of the limit a value is, and by how much."""
    if not math.isfinite(margin):
        return NOTHING
    if margin >= 0 and format_value(margin, unit) == format_value(0, unit):
        return tr("just so")
    if margin >= 0:
        return tr("{n} to spare", n=format_value(margin, unit))
    if standard.at_least is not None:
        return tr("{n} too little", n=format_value(-margin, unit))
    if unit == "persons":
        return tr("{n} too many", n=format_value(-margin, unit))
    return tr("{n} too much", n=format_value(-margin, unit))


def verdict_in_words(met: bool | None) -> str:  # noqa: FBT001 - a verdict is what it is about
    """Say whether a standard is met."""
    if met is None:
        return tr("not measured")
    return tr("met") if met else tr("missed")


def day_and_hour(calendar: Calendar, seconds: float) -> str:
    """Write a moment for a sentence, to the hour: 13 September around 21:00."""
    moment = calendar.local(round(seconds / HOUR) * HOUR)
    return tr("{date} around {time}", date=f"{moment.day} {moment:%B}", time=f"{moment:%H:%M}")


def short_moment(calendar: Calendar, seconds: float) -> str:
    """Write a moment for a table: 13 Sep 21:00; nothing for a moment that never came."""
    if not math.isfinite(seconds):
        return NOTHING
    moment = calendar.local(seconds)
    return f"{moment.day} {moment:%b} {moment:%H:%M}"


def full_date(moment: datetime) -> str:
    """Write a moment in full: Wed 13 September 2023, 21:00."""
    return tr("{date}, {time}", date=f"{moment:%a} {moment.day} {moment:%B %Y}", time=f"{moment:%H:%M}")


def sentence(text: str) -> str:
    """Return *text* with its first letter large."""
    return text[:1].upper() + text[1:]


def need_in_words(need: str) -> str:
    """Return what a specific need is called, as a heading."""
    return _needs().get(need) or sentence(words_of(need))


def words_of(name: str) -> str:
    """Return an enumeration's word as one writes it: serious medical condition."""
    return name.replace("_", " ")


def _needs() -> dict[str, str]:
    return {
        SpecificNeed.UNACCOMPANIED_CHILD: tr("Unaccompanied child"),
        SpecificNeed.SINGLE_PARENT: tr("Single parent"),
        SpecificNeed.DISABILITY: tr("Disability"),
        SpecificNeed.OLDER_PERSON_AT_RISK: tr("Older person at risk"),
        SpecificNeed.PREGNANT: tr("Pregnant"),
        SpecificNeed.SERIOUS_MEDICAL_CONDITION: tr("Serious medical condition"),
        SpecificNeed.SURVIVOR_OF_GBV: tr("Survivor of gender-based violence"),
        SpecificNeed.SURVIVOR_OF_TRAFFICKING: tr("Survivor of trafficking"),
        SpecificNeed.SURVIVOR_OF_TORTURE: tr("Survivor of torture"),
        SpecificNeed.FAMILY_SEPARATION: tr("Separated from family"),
        SpecificNeed.SEPARATED_CHILD: tr("Separated child"),
        SpecificNeed.LACTATING: tr("Lactating"),
    }


def _meanings() -> dict[Indicator, Meaning]:
    return {
        Indicator.WAITING_TIME: Meaning(
            tr("Waiting time"), tr("From joining the queue to the start of the service, per person.")
        ),
        Indicator.QUEUE: Meaning(tr("Queue"), tr("People who wait for the station at the same time.")),
        Indicator.UTILISATION: Meaning(
            tr("Utilisation"), tr("Share of the staffed time of the teams in which they see people.")
        ),
        Indicator.AREA_PER_WAITING_PERSON: Meaning(
            tr("Area per waiting person"), tr("Area of the waiting area, shared by those who wait in it.")
        ),
        Indicator.TIME_TO_REGISTRATION: Meaning(
            tr("Time to registration"), tr("From arrival to the end of registration, per person.")
        ),
        Indicator.TIME_TO_SHELTER: Meaning(
            tr("Time to shelter"), tr("From arrival to a place within a site's capacity, per person.")
        ),
        Indicator.TIME_IN_SYSTEM: Meaning(
            tr("Time in the system"), tr("From arrival to leaving by a named exit, per person.")
        ),
        Indicator.PERSONS_IN_SYSTEM: Meaning(
            tr("People in the system"), tr("People who have arrived and have not left.")
        ),
        Indicator.OCCUPANCY: Meaning(tr("Occupancy"), tr("People staying, as a share of the places.")),
        Indicator.PERSONS_WITHOUT_SHELTER: Meaning(
            tr("People without shelter"),
            tr("People who stay at the site without a place within its capacity."),
        ),
        Indicator.COVERED_AREA_PER_PERSON: Meaning(
            tr("Covered area per person"), tr("Covered area of the site, shared by those who stay.")
        ),
        Indicator.PERSONS_PER_TOILET: Meaning(tr("People per toilet"), tr("People who share one toilet.")),
        Indicator.PERSONS_PER_SHOWER: Meaning(tr("People per shower"), tr("People who share one shower.")),
        Indicator.PERSONS_PER_TAP: Meaning(tr("People per water tap"), tr("People who share one water tap.")),
        Indicator.WATER_PER_PERSON: Meaning(
            tr("Water per person"), tr("Litres of water a day, shared by those who stay.")
        ),
        Indicator.LANGUAGE_COVERAGE: Meaning(
            tr("Language coverage"),
            tr("Share of people for whom somebody who speaks their language was on duty when they came."),
        ),
        Indicator.SUPPLY_COVERAGE: Meaning(
            tr("Supply coverage"), tr("Share of what people needed that could be handed out.")
        ),
        Indicator.NEEDS_SEEN: Meaning(
            tr("Needs seen"), tr("Share of people's needs that somebody saw before they left, of all that are decided.")
        ),
        Indicator.FAMILIES_APART: Meaning(
            tr("Families apart"), tr("Families separated at embarkation that have not found each other again.")
        ),
        Indicator.PRESSURE_TO_CLOSE: Meaning(
            tr("Pressure to close"), tr("How much there is that makes a state close its border, by the plan's drivers.")
        ),
        Indicator.PROTECTION_RISK: Meaning(
            tr("Protection risk"),
            tr("The highest of the risks at a site: the share of its conditions, such as overcrowding, that hold."),
        ),
        Indicator.NIGHTS_WITHOUT_SHELTER: Meaning(
            tr("Nights without shelter"), tr("Nights that people spent without a place in a site, a person a night.")
        ),
        Indicator.DUTY_KEPT: Meaning(
            tr("Duty kept"), tr("Share of people who got what is owed to them within the time there is.")
        ),
    }
