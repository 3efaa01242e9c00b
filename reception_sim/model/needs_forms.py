"""Who has been asked about specific needs, and who knows what has been seen: one joint form, or each agency apart."""

from reception_sim.model.kernel import Kernel
from reception_sim.population import BLOCK
from reception_sim.recording import LevelKind
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.procedure import NeedsForm

_SHARED = ""


class NeedsForms:
    """The forms of a scenario: one that goes with the people, or one at each agency."""

    def __init__(self, scenario: ScenarioPlan, kernel: Kernel) -> None:
        self._apart = scenario.needs_form is NeedsForm.APART
        self._kernel = kernel
        self._agencies = {name: scenario.agency_of(name) for name in scenario.stations}
        self._seen: dict[str, list[int]] = {}
        self._asked: dict[str, set[int]] = {}

    def seen_at(self, place: str) -> list[int]:
        """Return which needs are known at a place, as bit masks by travel group; the list grows with the crowd.

        With agencies apart a station knows what its own agency has seen; sites and borders know what anybody has.
        """
        agency = self._form_of(place)
        if agency == _SHARED:
            return self._kernel.crowd.seen
        if agency not in self._seen:
            self._seen[agency] = self._kernel.crowd.bring_whole(f"seen by/{agency}", lambda *_: [0] * BLOCK)
        return self._seen[agency]

    def questions(self, station: str, each_s: float) -> "Questions":
        """Return the questions that a station asks, which take *each_s* a person."""
        form = self._asked.setdefault(self._form_of(station), set())
        return Questions(station, each_s, form, self._asked, self._kernel)

    def _form_of(self, place: str) -> str:
        return self._agencies.get(place, _SHARED) if self._apart else _SHARED


class Questions:
    """What a station asks about needs: nobody who is on its form is asked again."""

    def __init__(self, station: str, each_s: float, form: set[int], forms: dict[str, set[int]], kernel: Kernel) -> None:
        self._station, self._each_s, self._kernel = station, each_s, kernel
        self._form, self._forms = form, forms

    def seconds(self, group: int) -> float:
        """Return how long the questions take with a travel group."""
        return 0.0 if group in self._form else self._each_s * self._kernel.crowd.size[group]

    def asked(self, group: int) -> None:
        """Fill in the form of a travel group that has been served."""
        if group in self._form:
            return
        persons, tell = self._kernel.crowd.size[group], self._kernel.change_level
        tell(LevelKind.NEEDS_ASKED, self._station, persons)
        tell(LevelKind.ASKING, self._station, self.seconds(group))
        if any(group in form for form in self._forms.values()):
            tell(LevelKind.NEEDS_ASKED_AGAIN, self._station, persons)
        self._form.add(group)
