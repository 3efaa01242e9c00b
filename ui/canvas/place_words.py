"""What the map says of a place in words: a line on its card, the crowd before it, and all of it on hover."""

from dataclasses import dataclass

from reception_sim.state import EntryState, ExitState, RideState, SiteState, StationState
from reception_sim.translation import tr
from ui import wording
from ui.canvas.place_states import PlaceState, ReportedState


@dataclass(frozen=True)
class Crowd:
    """Those who stand before a place because they cannot go in, and what they are there for."""

    persons: int
    label: str


def figure_line(state: PlaceState) -> tuple[str, ...]:
    """Return the line of figures on a card, from its fullest wording to its shortest."""
    match state:
        case EntryState():
            return (tr("people arrived so far"), tr("arrived so far"), tr("arrived"))
        case StationState():
            return _teams(state)
        case SiteState():
            return _stay(state)
        case ExitState():
            return (tr("people have left here"), tr("have left here"), tr("left"))
        case ReportedState():
            return _reported(state)


def dense_figure_line(state: PlaceState) -> tuple[str, ...]:
    """Return the line of figures on a card that has no room for the crowd before it."""
    if isinstance(state, EntryState) and state.held:
        held = wording.count(state.held)
        return (tr("arrived, {n} held back", n=held), tr("{n} held back", n=held), tr("{n} held", n=held))
    return figure_line(state)


def crowd_at(state: PlaceState) -> Crowd:
    """Return who stands before a place."""
    match state:
        case EntryState():
            return Crowd(state.held, tr("held back"))
        case StationState():
            return Crowd(state.queue_persons, tr("waiting"))
        case SiteState():
            return Crowd(state.without_shelter, tr("outside"))
        case ReportedState(persons=persons, waits=True) if persons:
            return Crowd(persons, tr("waiting"))
        case ExitState() | ReportedState():
            return Crowd(0, "")


def told(title: str, state: PlaceState, rides: tuple[RideState, ...] = ()) -> str:
    """Say all figures of a place in sentences, a line each; *rides* are those that leave from it."""
    awaiting = sum(ride.awaiting for ride in rides)
    waiting = [tr("Waiting for a vehicle: {people}.", people=wording.people(awaiting))] if awaiting else []
    return "\n".join([title, *_sentences(state), *waiting])


def told_ride(ride: RideState, fleet: str, destination: str) -> str:
    """Say who waits for the vehicles of a route."""
    people = wording.people(ride.awaiting)
    return tr("{fleet} to {destination}\nWaiting here: {people}.", fleet=fleet, destination=destination, people=people)


def _teams(state: StationState) -> tuple[str, ...]:
    if not state.open:
        return (
            (tr("closed; {n} teams still at work", n=state.busy_teams), tr("closed"))
            if state.busy_teams
            else (tr("closed"),)
        )
    if not state.staffed_teams and not state.busy_teams:
        return (tr("no team on duty"), tr("no team"))
    counts = {"busy": state.busy_teams, "staffed": state.staffed_teams, "held": state.held_teams}
    if state.held_teams:
        return (
            tr("{busy} of {staffed} at work, {held} held", **counts),
            tr("{busy} of {staffed}, {held} held", **counts),
            tr("{busy}/{staffed}, {held} held", **counts),
        )
    return (
        tr("{busy} of {staffed} teams at work", **counts),
        tr("{busy} of {staffed} at work", **counts),
        tr("{busy} of {staffed}", **counts),
    )


def _stay(state: SiteState) -> tuple[str, ...]:
    counts = {"n": wording.count(state.occupancy), "places": wording.count(state.capacity)}
    if not state.open:
        return (tr("closed; {n} of {places} places", **counts), tr("closed; {n} of {places}", **counts))
    return (tr("{n} of {places} places", **counts), tr("{n} of {places}", **counts))


def _reported(state: ReportedState) -> tuple[str, ...]:
    if not state.is_counted:
        return ("",)
    if state.persons is None:
        return (tr("nothing reported"), tr("no report"))
    if state.capacity is None:
        return (tr("as reported at {time}", time=state.as_of), tr("at {time}", time=state.as_of))
    places = wording.count(state.capacity)
    return (
        tr("of {places} places, at {time}", places=places, time=state.as_of),
        tr("of {places}, {time}", places=places, time=state.as_of),
        tr("of {places}", places=places),
    )


def _reported_sentences(state: ReportedState) -> list[str]:
    if not state.is_counted:
        return [tr("Nobody counts people here.")]
    if state.persons is None:
        return [tr("Nothing has been reported of this place.")]
    said = {"people": wording.people(state.persons), "time": state.as_of}
    if state.waits:
        return [tr("Waiting, as reported at {time}: {people}.", **said)]
    return [tr("Here, as reported at {time}: {people}.", **said), tr("Places: {n}.", n=state.capacity)]


def _sentences(state: PlaceState) -> list[str]:
    match state:
        case EntryState():
            arrived = tr("Arrived so far: {people}.", people=wording.people(state.arrived))
            held = tr("Held back here: {people}.", people=wording.people(state.held))
            return [arrived, held] if state.held else [arrived]
        case StationState():
            return _station_sentences(state)
        case SiteState():
            return _site_sentences(state)
        case ExitState():
            return [tr("Left this way: {people}.", people=wording.people(state.persons))]
        case ReportedState():
            return _reported_sentences(state)


def _station_sentences(state: StationState) -> list[str]:
    groups = wording.count(state.queue_groups)
    sentences = [
        tr("Waiting: {people} in {groups} travel groups.", people=wording.people(state.queue_persons), groups=groups),
        tr("At work: {busy} of {staffed} staffed teams.", busy=state.busy_teams, staffed=state.staffed_teams),
        tr("Posts: {n}.", n=state.posts),
    ]
    if state.held_teams:
        sentences.append(tr("Held back: {n} teams, because the next place is full.", n=state.held_teams))
    return sentences if state.open else [*sentences, tr("Closed: those who wait are not seen.")]


def _site_sentences(state: SiteState) -> list[str]:
    stay = tr("Here: {people}.", people=wording.people(state.occupancy))
    sentences = [stay, tr("Places: {n}.", n=wording.count(state.capacity))]
    if state.without_shelter:
        sentences.append(tr("Without shelter: {people}.", people=wording.people(state.without_shelter)))
    return sentences if state.open else [*sentences, tr("Closed to newcomers.")]
