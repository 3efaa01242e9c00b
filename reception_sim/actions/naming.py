"""Whether the ids that an action names are in the scenario."""

from collections.abc import Mapping

from reception_sim.scenario.problems import nearest
from reception_sim.translation import tr


def unknown(name: str, known: Mapping[str, object], kind: str) -> str | None:
    """Return what is wrong with *name*, of which only the *known* ones exist; None if it is one of them."""
    if name in known:
        return None
    if not known:
        return tr('the scenario has no {kind}, so none is called "{name}"', kind=kind, name=name)
    return tr('there is no {kind} "{name}"; did you mean "{near}"?', kind=kind, name=name, near=nearest(name, known))
