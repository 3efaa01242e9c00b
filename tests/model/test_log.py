"""What a model writes in short is read back in full."""

from array import array

from reception_sim.recording import (
    GROUP_STEP,
    SERVED_AT_ONCE,
    WENT_ON,
    WENT_ON_AT_ONCE,
    EventKind,
    Recorder,
    event_code,
)

JOINED, STARTED, ENDED = EventKind.QUEUE_JOINED, EventKind.SERVICE_STARTED, EventKind.SERVICE_ENDED
SCREENING, REGISTRATION = 0, 1


def read_back(*entries):
    recorder = Recorder(("screening", "registration"), links=[(SCREENING, REGISTRATION)])
    recorder.log = array("d", entries)
    events = recorder.events()
    return list(
        zip(events.time.tolist(), events.kind.tolist(), events.place.tolist(), events.group.tolist(), strict=True)
    )


def code(kind, place, group):
    return event_code(kind, place) - group * GROUP_STEP


def test_that_a_service_without_a_wait_is_read_as_joining_and_starting():
    assert read_back(5.0, code(SERVED_AT_ONCE, REGISTRATION, 7)) == [
        (5.0, JOINED, REGISTRATION, 7),
        (5.0, STARTED, REGISTRATION, 7),
    ]


def test_that_going_on_is_read_as_ending_here_and_joining_there():
    assert read_back(5.0, code(WENT_ON, 0, 7), code(STARTED, SCREENING, 8)) == [
        (5.0, ENDED, SCREENING, 7),
        (5.0, JOINED, REGISTRATION, 7),
        (5.0, STARTED, SCREENING, 8),
    ]


def test_that_going_on_to_a_free_desk_is_read_as_three_events():
    assert read_back(5.0, code(WENT_ON_AT_ONCE, 0, 7)) == [
        (5.0, ENDED, SCREENING, 7),
        (5.0, JOINED, REGISTRATION, 7),
        (5.0, STARTED, REGISTRATION, 7),
    ]


def test_that_an_empty_log_has_no_events():
    assert read_back() == []
