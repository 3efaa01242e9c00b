"""The files that a command is asked to write."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import typer

from reception_sim.reports.printing import suffixes_in_words
from reception_sim.reports.publishing import is_report_name
from reception_sim.scenario import FileNotWritten, require_writable, write_whole
from reception_sim.translation import tr

STDOUT: Final = "-"


@dataclass(frozen=True)
class Outputs:
    """The files that a run is asked to write; a document for "-" goes to the standard output."""

    json: str | None
    events: Path | None = None
    report: Path | None = None

    @property
    def to_stdout(self) -> bool:
        return self.json == STDOUT

    @property
    def json_file(self) -> Path | None:
        return Path(self.json) if self.json is not None and not self.to_stdout else None

    def check(self, *inputs: Path | None) -> None:
        """Refuse, before the long work, what could not be written after it, or would destroy an input."""
        if self.report is not None and not is_report_name(self.report):
            raise typer.BadParameter(
                tr("a report ends in {kinds}: {file}", kinds=suffixes_in_words(), file=self.report)
            )
        used = [path.resolve() for path in inputs if path is not None]
        for path in (self.json_file, self.events, self.report):
            if path is None:
                continue
            if path.resolve() in used and (path.is_file() or not path.exists()):
                raise typer.BadParameter(tr("this file is already read or written: {file}", file=path))
            used.append(path.resolve())
            try:
                require_writable(path)
            except FileNotWritten as error:
                raise typer.BadParameter(str(error)) from error

    @property
    def want_detail(self) -> bool:
        """Tell whether the events of a run are needed, and not only its figures."""
        return self.events is not None or self.report is not None

    def write_json(self, document: str) -> None:
        """Write a document where it was asked for: to a file, or to the standard output."""
        if self.json_file is not None:
            write_whole(self.json_file, document.encode())
        elif self.to_stdout:
            typer.echo(document, nl=False)
