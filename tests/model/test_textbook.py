"""Our model and a textbook SimPy model of the same scenario find the same waits, person by person."""

import numpy as np
import pytest

from benchmarks.cases import lampedusa, tandem
from benchmarks.sampled import sample
from benchmarks.textbook import TextbookModel
from reception_sim.recording import EventKind
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
