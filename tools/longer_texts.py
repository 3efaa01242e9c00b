"""Texts as long as a translation may make them: each sentence 40 % longer, accented, in brackets, its {gaps} kept.

A layout that holds these holds the languages that are still to come. Nothing of this is in the program that users get:
`python run.py screenshots --longer` takes pictures with it, and tests/ui/test_widths.py measures every page.
"""

import gettext
import re
from itertools import cycle, islice
from math import ceil
from typing import Final

from typing_extensions import override

LONGER_BY: Final = 1.4  # what design guides expect of German, French or Finnish beside English sentences
_BRACKETS: Final = len("[]")
_ACCENTED: Final = str.maketrans("aeiouycnszAEIOUYCNSZ", "áéíóúýçñšžÁÉÍÓÚÝÇÑŠŽ")
_MORE: Final = " éíóú"
# kept as they are: gaps, marks of rich text, named characters, patterns of files, the sign before a mnemonic
_KEPT: Final = re.compile(r"(\{[^{}]*\}|<[^<>]*>|&\w+;|\*\.\w+|&)")


class LongerTexts(gettext.NullTranslations):
    """A catalogue for checking layouts."""

    @override
    def gettext(self, message: str) -> str:
        return longer(message)

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return longer(super().ngettext(msgid1, msgid2, n))


def longer(message: str) -> str:
    """Return *message* with accents and in brackets, 40 % longer in what a translator would write."""
    written = _KEPT.sub("", message)
    if not any(map(str.isalpha, written)):
        return message
    accented = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTED) for part in _KEPT.split(message))
    missing = max(0, ceil(LONGER_BY * len(written)) - len(written) - _BRACKETS)
    return f"[{accented}{''.join(islice(cycle(_MORE), missing))}]"
