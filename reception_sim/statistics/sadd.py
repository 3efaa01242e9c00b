"""Sex- and age-disaggregated data (SADD): the same people in every row of the account, by sex and age band."""

from collections.abc import Iterator

import numpy as np

from reception_sim.recording import SEXES, Booleans, EventKind, Integers
from reception_sim.scenario.stations import Activity
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.stories import COMING, Rows

EVERYBODY = "everybody"


def sadd(findings: Findings) -> Iterator[PartFigure]:
    """Yield how many persons of each sex and age band came, and what has become of them so far."""
    account = findings.account
    reached = _reached(account)
    for subject, belongs in persons_by_sex_and_age(account):
        members = np.bincount(account.recording.people.group_of_person[belongs], minlength=len(account.size))
        if members[reached["arrived"]].any():
            for measure, groups in reached.items():
                yield PartFigure(Part.SADD, subject, measure, int(members[groups].sum()))


def persons_by_sex_and_age(account: Account) -> Iterator[tuple[str, Booleans]]:
    """Yield everybody, each sex, each age band and each of both, and which persons (rows of people) they are."""
    people = account.recording.people
    yield EVERYBODY, np.ones(len(people.sex), bool)
    for number, sex in enumerate(SEXES):
        yield sex, people.sex == number
    for band, title in enumerate(people.age_bands):
        yield title, people.age_band == band
    for number, sex in enumerate(SEXES):
        for band, title in enumerate(people.age_bands):
            yield f"{sex} {title}", (people.sex == number) & (people.age_band == band)


def _reached(account: Account) -> dict[str, Booleans]:
    """Tell of each travel group how far it has come; whoever has found shelter once has found it."""
    stories = account.stories
    desks = [
        account.place[name]
        for name, station in account.scenario.stations.items()
        if station.activity is Activity.REGISTRATION
    ]
    ended = stories.rows(EventKind.SERVICE_ENDED)
    return {
        "arrived": _groups(account, stories.rows(*COMING)),
        "in_system": account.is_in_system,
        "sheltered": _groups(account, stories.rows(EventKind.GROUP_SHELTERED)),
        "registered": _groups(account, ended[np.isin(stories.place[ended], desks)]),
        "completed": _groups(account, stories.rows(EventKind.GROUP_EXITED)),
        "gave_up": _groups(account, stories.rows(EventKind.GROUP_LEFT)),
    }


def _groups(account: Account, rows: Rows | Integers) -> Booleans:
    found = np.zeros(len(account.size), bool)
    found[account.stories.group[rows]] = True
    return found
