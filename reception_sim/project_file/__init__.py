"""The .reception project file: one SQLite database a project, in which nothing that was accepted is ever lost."""

from reception_sim.project_file.errors import ProjectDamagedError, ProjectError, ProjectNotWritableError
from reception_sim.project_file.project import SUFFIX, ProjectFile, copy_project
from reception_sim.project_file.salvage import Salvaged, salvage
from reception_sim.project_file.studies import Listed, StoredResult

__all__ = [
    "SUFFIX",
    "Listed",
    "ProjectDamagedError",
    "ProjectError",
    "ProjectFile",
    "ProjectNotWritableError",
    "Salvaged",
    "StoredResult",
    "copy_project",
    "salvage",
]
