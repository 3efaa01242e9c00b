"""The map of the players: places as reports tell them."""

import pytest

from reception_sim.exercise_plan.for_players import plan_for_players
from reception_sim.run import open_scenario
from reception_sim.state import KnownCount
from ui.canvas.flow_map import FlowMap
from ui.canvas.place_model import row_of
from ui.canvas.place_states import reported_states
from ui.theme import LIGHT


@pytest.mark.parametrize("name", ["sea_arrival_exercise", "six_phase_border_exercise", "medyka_korczowa_2022"])
def test_that_a_scenario_is_drawn_as_players_know_it(qtbot, name):
    scenario = open_scenario(name)
    known = list(scenario.counted_places())[:3]
    plan = plan_for_players(scenario, known)
    shown = FlowMap(LIGHT)
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show_scenario(plan)
    counts = [KnownCount(place, 42, 0.0, 0.1, assessed=True) for place in known[:2]]
    states = reported_states(plan, counts, lambda _: "08:00")
    shown.show_reports(states)
    assert not shown.grab().isNull()

    told = {place: shown.scene().words_of(place) for place in shown.scene().places}
    assert all(told[place].splitlines()[1].endswith("as reported at 08:00: 42 people.") for place in known[:2])
    assert "Nothing has been reported" in told[known[2]]
    assert all("Nobody counts" in words for place, words in told.items() if place not in known)
    rows = [row_of(states[place], plan) for place in known[:2]]
    assert [row.waiting or row.staying for row in rows] == [42, 42]
