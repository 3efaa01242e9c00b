"""The one door through which every text that a user sees passes, so that it can be told in another language."""

import gettext
from typing import Final

# the texts in the code are the English catalogue; another language is another catalogue here
_CATALOGUE: Final = gettext.NullTranslations()


def tr(message: str, /, **values: object) -> str:
    """Return *message* in the user's language, with *values* put in place of the {names} in it."""
    text = _CATALOGUE.gettext(message)
    return text.format(**values) if values else text


def tr_plural(singular: str, plural: str, count: int, /, **values: object) -> str:
    """Return the form that *count* asks for; {count} in it is the count."""
    return _CATALOGUE.ngettext(singular, plural, count).format(count=count, **values)
