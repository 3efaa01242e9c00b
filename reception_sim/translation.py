"""The one door through which every text that a user sees passes, so that it can be told in another language."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

# the texts in the code are the English catalogue; another language is another catalogue here
_CATALOGUE: Final = ContextVar("catalogue", default=gettext.NullTranslations())  # noqa: B039 - never changed itself


@contextmanager
def told_by(catalogue: gettext.NullTranslations) -> Iterator[None]:
    """Take texts from *catalogue* as long as this lasts; what was told before stays as it is."""
    before = _CATALOGUE.set(catalogue)
    try:
        yield
    finally:
        _CATALOGUE.reset(before)


def tr(message: str, /, **values: object) -> str:
    """Return *message* in the user's language, with *values* put in place of the {names} in it."""
    text = _CATALOGUE.get().gettext(message)
    return text.format(**values) if values else text


def tr_plural(singular: str, plural: str, count: int, /, **values: object) -> str:
    """Return the form that *count* asks for; {count} in it is the count."""
    return _CATALOGUE.get().ngettext(singular, plural, count).format(count=count, **values)
