"""What tests of the exercise page do on their way."""

from reception_sim.exercise_plan.course import Phase

WAIT_MS = 60_000


def go(qtbot, led, time):
    led.run_until(time)
    qtbot.waitUntil(lambda: led.time == time and not led.running, timeout=WAIT_MS)


def begin_play(qtbot, page, led):
    page.lead.commands.startex.trigger()
    qtbot.waitUntil(lambda: led.course.phase is Phase.PLAYING, timeout=WAIT_MS)
