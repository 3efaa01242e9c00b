"""The report as one HTML file that fetches nothing: style and pictures stand inside it."""

from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from reception_sim.reports.document import Document, unbroken
from reception_sim.reports.links import is_web_address
from reception_sim.translation import tr


def html_of(document: Document) -> str:
    """Return the whole file; every text is escaped, whatever a scenario calls its places."""
    templates = files("reception_sim.reports") / "templates"
    environment = Environment(autoescape=True)
    environment.tests["web_address"] = is_web_address
    environment.filters["unbroken"] = unbroken
    template = environment.from_string((templates / "report.html.jinja").read_text("utf-8"))
    return template.render(
        document=document,
        style=Markup((templates / "report.css").read_text("utf-8")),  # our own file
        contents=tr("Contents"),
        kind=lambda block: type(block).__name__,
        drawing=Markup,  # our own pictures, whose texts are escaped where they are drawn
    )
