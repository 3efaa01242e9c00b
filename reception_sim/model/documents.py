"""Documents that people get from a service, such as a consulate's: what they hold decides later ways."""

from reception_sim.model.kernel import Kernel
from reception_sim.recording import DOCUMENTS, LevelKind
from reception_sim.scenario.people import Documents


class DocumentsGiven:
    """A station's giving of documents; *held* is an index over DOCUMENTS by travel group, and is written."""

    def __init__(self, station: str, documents: Documents, held: list[int], kernel: Kernel) -> None:
        self._station, self._held, self._kernel = station, held, kernel
        self._given = DOCUMENTS.index(documents)

    def give(self, group: int) -> None:
        """Let a travel group that has been served hold the documents from now on."""
        if self._held[group] != self._given:
            self._held[group] = self._given
            self._kernel.change_level(LevelKind.DOCUMENTS_GIVEN, self._station, self._kernel.crowd.size[group])
