"""How those fared who needed an interpreter, language by language, and how many languages were covered."""

from collections.abc import Iterator

import numpy as np

from reception_sim.recording import Booleans, EventKind, Integers, LevelKind, Times
from reception_sim.scenario.posting import posting
from reception_sim.scenario.stations import StationPlan
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.spreads import spread_of

_NAN = float("nan")


def interpretation(findings: Findings) -> Iterator[PartFigure]:
    """Yield by language who came to stations with interpreters, their waits, and for whom one was on duty."""
    account = findings.account
    languages = account.recording.people.languages
    calls = _Calls(findings)
    for number, language in enumerate(languages):
        if len(came := calls.came(number)):
            persons = account.size[came]
            yield PartFigure(Part.INTERPRETATION, language, "persons", int(persons.sum()))
            yield PartFigure(Part.INTERPRETATION, language, "mean_wait", calls.mean_wait(number))
            yield PartFigure(Part.INTERPRETATION, language, "waiting", calls.waiting(number))
            yield PartFigure(Part.INTERPRETATION, language, "covered", calls.covered(number))


def language_coverage(findings: Findings) -> float:
    """Return for which share of persons (%) somebody who speaks their language was on duty when they came.

    Counted at the stations that call interpreters, each visit once; NaN where nobody came to one.
    """
    calls = _Calls(findings)
    numbers = range(len(findings.account.recording.people.languages))
    persons = [float(findings.account.size[calls.came(number)].sum()) for number in numbers]
    covered = [calls.covered(number) for number in numbers]
    came = [(count, share) for count, share in zip(persons, covered, strict=True) if count]
    return sum(count * share for count, share in came) / sum(count for count, _ in came) if came else _NAN


class _Calls:
    """The visits to stations that call interpreters, one row a visit of a travel group."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._account = findings.account
        self._language = findings.account.recording.people.language
        self._stations = {
            name: plan for name, plan in findings.account.scenario.stations.items() if plan.interpreter is not None
        }

    def came(self, language: int) -> Integers:
        """Return the travel groups of a language who came, once a visit."""
        groups = [self._joined(name)[0] for name in self._stations]
        everybody = np.concatenate([np.empty(0, np.int64), *groups])
        mine: Integers = everybody[self._language[everybody] == language]
        return mine

    def mean_wait(self, language: int) -> float:
        waits = [self._findings.waits[name] for name in self._stations]
        seconds = np.concatenate([np.empty(0), *(one.seconds for one in waits)])
        group = np.concatenate([np.empty(0, np.int64), *(one.group for one in waits)])
        mine = self._language[group] == language
        return spread_of(seconds[mine], self._account.size[group[mine]]).mean

    def waiting(self, language: int) -> float:
        group = np.concatenate(
            [np.empty(0, np.int64), *(self._findings.waits[name].waiting for name in self._stations)]
        )
        return float(self._account.size[group[self._language[group] == language]].sum())

    def covered(self, language: int) -> float:
        """Return for which share of these persons (%) somebody on duty spoke their language when they came."""
        covered = everybody = 0.0
        for name, plan in self._stations.items():
            groups, times = self._joined(name)
            mine = self._language[groups] == language
            persons = self._account.size[groups[mine]]
            everybody += float(persons.sum())
            covered += float((persons * self._is_spoken(plan, language, times[mine])).sum())
        return 100 * covered / everybody if everybody else _NAN

    def _joined(self, station: str) -> tuple[Integers, Times]:
        rows = self._account.at(station, EventKind.QUEUE_JOINED)
        return self._account.stories.group[rows].astype(np.int64), self._account.stories.time[rows]

    def _is_spoken(self, plan: StationPlan, language: int, times: Times) -> Booleans:
        word = self._account.recording.people.languages[language]
        if word in plan.spoken:
            return np.ones(len(times), bool)
        return _speakers(self._account, plan, word, times) > 0


def _speakers(account: Account, plan: StationPlan, language: str, times: Times) -> Times:
    """Return how many who speak a language were on duty at each of some moments."""
    assert plan.interpreter is not None  # the caller has looked
    speaks = account.scenario.staff[plan.interpreter].speaks
    on_duty = account.level(LevelKind.STAFF_ON_DUTY, plan.interpreter)
    speaking = [posting(min(int(total), sum(speaks.values())), speaks).get(language, 0) for total in on_duty.value]
    return np.array(speaking, float)[np.searchsorted(on_duty.time, times, side="right") - 1]
