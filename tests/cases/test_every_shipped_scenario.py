"""Every scenario and lesson that comes with the program runs to its end without a window, and nobody is lost in it."""

import numpy as np
import pytest

from reception_sim.run import Run, open_scenario
from reception_sim.scenario.library import shipped
from tests.model.test_promises import ENTERING, LEAVING


@pytest.mark.parametrize("scenario", [entry.id for entry in shipped()])
def test_that_nobody_is_lost_on_the_way_to_the_end(scenario):
    run = Run(open_scenario(scenario))
    run.advance(run.scenario.duration)
    snapshot, recording = run.snapshot(), run.recording()
    events, size = recording.events, recording.people.size
    entered = events.group[np.isin(events.kind, ENTERING)]
    left = events.group[np.isin(events.kind, LEAVING)]

    assert run.finished
    assert len(np.unique(entered)) == len(entered)
    assert len(np.unique(left)) == len(left)
    assert np.isin(left, entered).all()
    assert snapshot.arrived == size[entered].sum()
    assert snapshot.completed + snapshot.left == size[left].sum()
    assert snapshot.in_system == snapshot.arrived - snapshot.completed - snapshot.left > -1
