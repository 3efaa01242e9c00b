"""Changes to a scenario, one setting at a time, read and checked as if they stood in its file."""

from dataclasses import dataclass

from pydantic import JsonValue


@dataclass(frozen=True)
class Change:
    """A setting: where it stands from the top, and what a file would say there.

    *path* is written as in a message about the file, with rows counted from 1:
    "stations.registration.service_time.mean", "staff.officer.shifts[1].count". *value* None takes the setting out.
    """

    path: str
    value: JsonValue
