"""Interpreters: people of one role who speak different languages; a service takes one who speaks the group's own."""

from collections.abc import Callable, Mapping

from reception_sim.model.kernel import Kernel
from reception_sim.model.staffing import Stock
from reception_sim.recording import LevelKind
from reception_sim.scenario.posting import posting

NOBODY_NEEDED = 0


class Interpreters:
    """The interpreters of one role, whoever needs them: free and busy ones of each language.

    While fewer are on duty than the plan names, the languages share them in proportion.
    """

    def __init__(self, stock: Stock, speaks: Mapping[str, int], kernel: Kernel) -> None:
        self.stock = stock
        self.busy: dict[str, int] = dict.fromkeys(speaks, 0)
        self._speaks = speaks
        self._kernel = kernel
        self._on_duty: tuple[int, dict[str, int]] = (0, posting(0, speaks))

    def free(self, language: str) -> int:
        """Return how many who speak a language are on duty and free; 0 if nobody speaks it."""
        if self._on_duty[0] != self.stock.total:
            total = self.stock.total
            everybody = sum(self._speaks.values())
            shared = posting(min(total, everybody), self._speaks)
            self._on_duty = total, shared
        return self._on_duty[1].get(language, 0) - self.busy.get(language, 0)

    def is_spoken(self, language: str) -> bool:
        """Tell whether anybody of the role speaks a language."""
        return language in self._speaks

    def take(self, language: str) -> None:
        self._change(language, 1)

    def give_back(self, language: str) -> None:
        self._change(language, -1)

    def _change(self, language: str, by: int) -> None:
        self.busy[language] += by
        self._kernel.change_level(LevelKind.AT_WORK, self.stock.id, by)


class InterpreterForGroup:
    """What a station's service needs: an interpreter, for groups whose language its team does not speak."""

    def __init__(
        self,
        interpreters: Interpreters,
        spoken: tuple[str, ...],
        languages: tuple[str, ...],
        language: list[int],
        brings_one: Callable[[int], bool],
    ) -> None:
        self._interpreters = interpreters
        self._languages, self._language = languages, language
        self._brings_one = brings_one
        self._spoken = [one in spoken for one in languages]

    def claim(self, group: int) -> int:
        number = self._language[group]
        return NOBODY_NEEDED if self._spoken[number] or self._brings_one(group) else number + 1

    def free_for(self, claim: int) -> bool:
        return self._interpreters.free(self._languages[claim - 1]) > 0

    def take(self, group: int, claim: int) -> int:  # noqa: ARG002 - who it is for does not matter
        self._interpreters.take(self._languages[claim - 1])
        return claim

    def give_back(self, token: int) -> None:
        self._interpreters.give_back(self._languages[token - 1])
