"""A rule may watch a duty of care: it fires once people have been failed, and not before."""

from reception_sim.recording import HappeningKind
from reception_sim.run import run_whole
from tests.model.plans import arriving, border, plan

OWED = {
    "title": "Registered in time",
    "kind": "duty of care",
    "from": "arrival",
    "until": {"stations": ["desk"]},
    "within": "20 min",
    "source": "by hand",
}
RULE = {"title": "Ask for help", "when": "breaches of owed > 0", "lead_time": "10 min", "actions": []}


def fired_at(persons):
    """Return at which minute the rule is met when so many people queue for five minutes each from 01:00 on."""
    scenario = plan(entry_points=border(arriving(("day 0 01:00", persons))), duties={"owed": OWED}, contingency=[RULE])
    return [told.time / 60 for told in run_whole(scenario).happenings if told.kind is HappeningKind.RULE_MET]


def test_that_a_rule_is_met_when_somebody_has_waited_beyond_the_time():
    assert fired_at(6) == [85]  # the sixth waits 25 minutes: over after 20, seen at the next look


def test_that_a_rule_is_not_met_while_everybody_is_seen_in_time():
    assert fired_at(5) == []
