"""What group sessions, caseloads and second visits came to."""

from collections.abc import Iterator

import numpy as np

from reception_sim.recording import EventKind, LevelKind
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.stories import Rows

_NAN = float("nan")


def sessions(findings: Findings) -> Iterator[PartFigure]:
    """Yield for each station with group sessions how many were held, how full they were, and the wait for them."""
    account = findings.account
    for name, plan in account.scenario.stations.items():
        if plan.session is not None:
            held = _sessions_held(account, name)
            persons = int(account.persons(account.at(name, EventKind.SERVICE_STARTED)).sum())
            yield PartFigure(Part.SESSIONS, name, "sessions", held)
            yield PartFigure(Part.SESSIONS, name, "persons_each", persons / held if held else _NAN)
            yield PartFigure(Part.SESSIONS, name, "mean_wait", findings.stations[name].waits.mean)


def caseloads(findings: Findings) -> Iterator[PartFigure]:
    """Yield for each caseload how many cases it may have, and had; one case a travel group."""
    account = findings.account
    for name, plan in account.scenario.stations.items():
        if plan.caseload is not None:
            most = plan.caseload.caseworkers * plan.caseload.cases_each
            open_cases = account.level(LevelKind.CASES_OPEN, name)
            full_s = float(open_cases.held_s[open_cases.value >= most].sum())
            yield PartFigure(Part.CASELOADS, name, "most", most)
            yield PartFigure(Part.CASELOADS, name, "opened", len(account.at(name, EventKind.SERVICE_STARTED)))
            yield PartFigure(Part.CASELOADS, name, "open_most", open_cases.maximum)
            yield PartFigure(Part.CASELOADS, name, "open_at_end", open_cases.at_end)
            yield PartFigure(Part.CASELOADS, name, "full", 100 * full_s / account.until if account.until else _NAN)


def second_visits(findings: Findings) -> Iterator[PartFigure]:
    """Yield for each station with second visits who came twice, and who is still away."""
    account = findings.account
    for name, plan in account.scenario.stations.items():
        if plan.second_visit is not None:
            served = account.at(name, EventKind.SERVICE_ENDED)
            again = _after_the_first(account, served)
            once = len(served) - len(again)
            yield PartFigure(Part.SECOND_VISITS, name, "persons", int(account.persons(again).sum()))
            yield PartFigure(Part.SECOND_VISITS, name, "share", 100 * len(again) / once if once else _NAN)
            away = account.level(LevelKind.AWAY_UNTIL_SECOND_VISIT, name).at_end
            yield PartFigure(Part.SECOND_VISITS, name, "away", away)


def _sessions_held(account: Account, station: str) -> int:
    _, running = account.recording.levels.of(LevelKind.SESSIONS_RUNNING, account.place[station])
    return int(np.count_nonzero(np.diff(running, prepend=0.0) > 0))


def _after_the_first(account: Account, served: Rows) -> Rows:
    """Return the rows in which a travel group is served that was served there before; *served* in the order of time."""
    groups = account.stories.group[served]
    _, first = np.unique(groups, return_index=True)
    again = np.ones(len(served), bool)
    again[first] = False
    return served[again]


def appointments(findings: Findings) -> Iterator[PartFigure]:
    """Yield for each station with appointments how many were made and missed, and how far ahead they were."""
    account = findings.account
    for name, plan in account.scenario.stations.items():
        if plan.appointments is not None:
            made = account.level(LevelKind.APPOINTMENTS_MADE, name).at_end
            missed = account.level(LevelKind.APPOINTMENTS_MISSED, name).at_end
            ahead = account.level(LevelKind.APPOINTMENT_AHEAD, name).at_end
            awaited = account.level(LevelKind.APPOINTMENT_AWAITED, name).at_end
            yield PartFigure(Part.APPOINTMENTS, name, "made", made)
            yield PartFigure(Part.APPOINTMENTS, name, "missed", 100 * missed / made if made else _NAN)
            yield PartFigure(Part.APPOINTMENTS, name, "mean_ahead", ahead / made if made else _NAN)
            yield PartFigure(Part.APPOINTMENTS, name, "awaited", awaited)


def needs_forms(findings: Findings) -> Iterator[PartFigure]:
    """Yield for each station that asks about needs whom it asked, whom another had asked before, and whom it spared."""
    account = findings.account
    for name, plan in account.scenario.stations.items():
        if plan.asks_about_needs is not None:
            asked = account.level(LevelKind.NEEDS_ASKED, name).at_end
            served = int(account.persons(account.at(name, EventKind.SERVICE_ENDED)).sum())
            again = account.level(LevelKind.NEEDS_ASKED_AGAIN, name).at_end
            yield PartFigure(Part.NEEDS_FORMS, name, "asked", asked)
            yield PartFigure(Part.NEEDS_FORMS, name, "again", again)
            yield PartFigure(Part.NEEDS_FORMS, name, "spared", served - asked)
            yield PartFigure(Part.NEEDS_FORMS, name, "time", account.level(LevelKind.ASKING, name).at_end)


def documents(findings: Findings) -> Iterator[PartFigure]:
    """Yield for each station that gives documents how many persons got what they did not hold."""
    account = findings.account
    for name, plan in account.scenario.stations.items():
        if plan.gives_documents is not None:
            given = account.level(LevelKind.DOCUMENTS_GIVEN, name).at_end
            yield PartFigure(Part.DOCUMENTS, name, "given", given)
