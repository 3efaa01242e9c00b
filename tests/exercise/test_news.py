"""What a live run tells on its way is what the whole recording tells."""

from reception_sim.clocks import DutyClocks
from reception_sim.exercise import Pace
from reception_sim.exercise.news import News
from reception_sim.run import Run
from tests.model.plans import arriving, border, plan, station

HOUR = 3600.0
OWED = {
    "title": "Registered in time",
    "kind": "legal clock",
    "for": {"needs": ["disability"]},
    "from": "need seen",
    "until": {"stations": ["desk"]},
    "within": "1 h",
    "source": "by hand",
}


def test_that_duties_told_step_by_step_are_those_of_the_whole_recording():
    scenario = plan(
        entry_points=border(arriving(("day 0 01:00", 60), ("day 0 03:00", 40), population="families")),
        stations={"screening": station(identifies={"disability": 0.8}), "desk": station()},
        routes=[
            {"from": "border", "to": "screening"},
            {"from": "screening", "to": "desk"},
            {"from": "desk", "to": "onward"},
        ],
        staff={"officer": {"title": "Officer", "shifts": [{"days": "Mon-Sun", "hours": "00:00-24:00", "count": 2}]}},
        duties={"owed": OWED, "all": OWED | {"for": None, "from": "arrival"}},
    )
    run = Run(scenario)
    news = News(run)
    for hour in range(1, 13):
        run.advance(hour * HOUR)
        told = news.take(Pace.PLAYING, 0.0).duties
        recording = run.recording()
        clocks = DutyClocks(scenario, recording.names)
        clocks.read(recording.events, recording.identifications, recording.people)

        assert told == clocks.states(run.now)

    assert any(state.late for state in told)
