"""What cells of the ready exercises sensibly decide when an inject asks for something that the model measures.

Limits and times of the expected actions were chosen with these: in each of the seeds 1 to 10 whoever decides nothing
misses every one of them, and whoever decides this meets it.
"""

from collections.abc import Collection
from dataclasses import replace

from reception_sim.actions import CallInStaff, ChangePlaces, PostStaff, SendPackage, SetMetering
from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise_plan import PlayBegan, exercise_of
from reception_sim.run import open_scenario
from reception_sim.scenario.quantities import HOUR, MINUTE

RESPONSE_TEAM = SendPackage(package="rapid_response_team", to="registration")
ALARM_GROUP = SendPackage(package="alarm_group", to="admission")
MORE_AN_HOUR = SetMetering("main_crossing", 150)

# of each inject: who decides, and what
SENSIBLE = {
    "introduction_45_minutes": {
        1: (("post", SendPackage(package="reserve", to="registration")),),
        2: (("post", PostStaff("admission", "officer", 1)), ("post", PostStaff("registration", "officer", 7))),
        4: (("post", CallInStaff("officer", 3, 8 * HOUR)),),
        5: (("protection", CallInStaff("social_worker", 1, 8 * HOUR)),),
        8: (("protection", CallInStaff("social_worker", 1, 8 * HOUR)),),
    },
    "sea_arrival_exercise": {
        1: (("hotspot", SendPackage(package="landing_team")),),
        6: (("protection", ChangePlaces("children_house", 60)),),
    },
    "six_phase_border_exercise": {
        3: (("shelter", CallInStaff("driver", 2, 16 * HOUR)),),
        5: (("protection", SendPackage(package="child_protection_team", to="child_protection")),),
        7: (("border", ALARM_GROUP),),
        8: (("border", MORE_AN_HOUR), ("border", ALARM_GROUP)),
        12: (
            ("coordination", MORE_AN_HOUR),
            ("coordination", RESPONSE_TEAM),
            ("coordination", ChangePlaces("transit_centre", 200)),
            ("coordination", ChangePlaces("school_hall", 150)),
        ),
        14: (("registration", RESPONSE_TEAM), ("registration", CallInStaff("registrar", 8, 48 * HOUR))),
        16: (("registration", CallInStaff("interpreter", 3, 24 * HOUR)),),
        17: (("protection", CallInStaff("social_worker", 8, 48 * HOUR)),),
        20: (("protection", CallInStaff("caseworker", 2, 24 * HOUR)),),
        21: (("protection", CallInStaff("consular_officer", 4, 24 * HOUR)),),
        27: (("protection", CallInStaff("child_specialist", 3, 24 * HOUR)),),
    },
}
# between an inject and the decision, at the pace of each exercise about a minute in the room
TALK = {
    "introduction_45_minutes": 5 * MINUTE,
    "sea_arrival_exercise": 15 * MINUTE,
    "six_phase_border_exercise": 30 * MINUTE,
}


def outcomes(name: str, answered: Collection[int], seed: int = 1) -> dict[int, str]:
    """Lead a ready exercise to its end, answering injects sensibly; return what became of what the model measures."""
    plan = open_scenario(name)
    made = replace(exercise_of(plan), seed=seed)
    led = LedRun(plan, made)
    led.advance(made.startex)
    led.do(PlayBegan())
    waiting = set(answered)
    while led.now < plan.duration:
        led.advance(min(led.now + TALK[name], plan.duration))
        for number in sorted(one for one in waiting if led.course.injects[one].sent):
            waiting.discard(number)
            for cell, action in SENSIBLE[name][number]:
                led.decide(action, cell=cell)
    measured = (one for one in led.course.injects.values() if one.sent and one.expected and one.expected.condition)
    return {one.inject.number: one.outcome.value for one in measured}
