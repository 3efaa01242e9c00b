"""Our model and a textbook SimPy model of the same scenario find the same waits, person by person."""

from collections import Counter

import numpy as np
import pytest

from benchmarks.cases import lampedusa, six_phases, tandem
from benchmarks.full_textbook import FullTextbook
from benchmarks.sampled import sample
from benchmarks.textbook import TextbookModel
from reception_sim.recording import EventKind, LevelKind
from reception_sim.run import run_whole


def name_of(people, group):
    """Return what names a travel group in both models: its stream and its number there."""
    return people.streams[people.stream[group]], int(people.number[group])


def services(recording):
    """Return (stream, number in it, station, joined, started) of each service that ended."""
    joined, started, found = {}, {}, []
    events, people = recording.events, recording.people
    for time, kind, place, group in zip(
        *(getattr(events, column).tolist() for column in ("time", "kind", "place", "group")), strict=True
    ):
        if kind == EventKind.QUEUE_JOINED:
            joined[group] = time
        elif kind == EventKind.SERVICE_STARTED:
            started[group] = time
        elif kind == EventKind.SERVICE_ENDED:
            found.append((*name_of(people, group), recording.names[place], joined[group], started[group]))
    return sorted(found)


def turned_away(recording, place):
    """Return how many persons have turned away from a border by the end."""
    levels = recording.levels
    rows = (levels.kind == LevelKind.TURNED_AWAY) & (levels.place == recording.names.index(place))
    return float(levels.value[rows][-1])


@pytest.mark.parametrize("case", ["tandem", "lampedusa"])
def test_that_a_textbook_model_finds_the_same_waits_person_by_person(case):
    scenario = tandem(3000) if case == "tandem" else lampedusa()
    recording = run_whole(scenario, seed=1)
    sampled = sample(scenario, seed=1)
    people = sampled.crowd.people()
    theirs = sorted(
        (*name_of(people, one.group), one.station, one.joined, one.started)
        for one in TextbookModel(scenario, sampled).run()
    )
    ours = services(recording)

    assert [one[:3] for one in ours] == [one[:3] for one in theirs]
    assert np.allclose([one[3:] for one in ours], [one[3:] for one in theirs], rtol=0, atol=1e-6)


def test_that_the_whole_textbook_model_does_the_same_work_with_all_parts_in_use():
    scenario = six_phases()
    recording = run_whole(scenario, seed=1)
    model = FullTextbook(scenario, sample(scenario, seed=1), one_by_one=False)
    theirs = Counter(one.station for one in model.run())
    ended = recording.events.kind == EventKind.SERVICE_ENDED
    ours = Counter(recording.names[place] for place in recording.events.place[ended].tolist())

    assert set(theirs) == set(ours)
    for station in ("admission", "triage", "clinic", "fixing"):  # all who came have passed them by the end
        assert theirs[station] == ours[station], station
    assert sum(theirs.values()) == pytest.approx(sum(ours.values()), rel=0.1)
    across = sum(value for _, what, place, value in model.log if what == "turned away" and place == "main_crossing")
    assert across == pytest.approx(turned_away(recording, "main_crossing"), rel=0.2)
