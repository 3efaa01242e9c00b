"""What was saved of a damaged project file, in words."""

from typing import Final

from reception_sim.project_file import Salvaged
from reception_sim.translation import tr, tr_plural

_NAMES: Final = {
    "project": "the title",
    "scenario": "the scenarios",
    "alternative": "the alternatives",
    "result": "the results",
    "exercise": "the exercises",
    "branch": "the courses",
    "log": "the log",
    "note": "the notes",
    "bookmark": "the bookmarks",
    "score": "the ratings",
    "review": "the review",
    "attachment": "the attached files",
}


def salvaged_in_words(saved: Salvaged) -> str:
    """Say what was saved, and what is lost."""
    entries = tr_plural("{count} entry of the log", "{count} entries of the log", saved.rows["log"])
    notes = tr_plural("{count} note", "{count} notes", saved.rows["note"])
    said = tr("Saved: {entries}, {notes}.", entries=entries, notes=notes)
    if saved.incomplete:
        parts = ", ".join(tr(_NAMES[table]) for table in saved.incomplete)
        said = tr("{said} Some could not be read of: {parts}.", said=said, parts=parts)
    if saved.cut_logs:
        said = tr("{said} {n} entries that follow what is missing are left out.", said=said, n=saved.cut_logs)
    return said if saved.incomplete or saved.cut_logs else tr("{said} Nothing is missing.", said=said)
