"""The report as a whole: which sections it has, in which order. One structure, whatever it is printed on."""

from reception_sim.reports import method, planned, results, results_for_people, results_of_parts
from reception_sim.reports.answers import answers
from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Bullets, Document, Section
from reception_sim.reports.over_time import over_time
from reception_sim.reports.wording import full_date
from reception_sim.translation import tr


def compose(content: ReportContent) -> Document:
    """Return the report on *content*."""
    return Document(
        title=content.scenario.title,
        subtitle=tr("Reception capacity: what a simulation tells"),
        language="en",
        facts=_facts(content),
        sections=(
            *_found(content),
            planned.assumptions(content),
            planned.inputs(content),
            planned.sources(content),
            method.method(content),
            method.limitations(content),
        ),
    )


def _found(content: ReportContent) -> tuple[Section, ...]:
    """Return what came of the run; before it has begun only the answers to questions, and the plan."""
    if not len(content.figures.series.time):
        return (Section(tr("In short"), (Bullets(_not_begun(content)),)), *content.answers, planned.scenario(content))
    return (
        Section(tr("In short"), (Bullets(tuple(answers(content))),)),
        results.standards(content),
        *content.answers,
        planned.scenario(content),
        over_time(content),
        results.sites(content),
        results.stations(content),
        results_for_people.milestones(content),
        results_for_people.categories(content),
        results.means(content),
        results_of_parts.parts(content),
        method.changes(content),
    )


def _not_begun(content: ReportContent) -> tuple[str, ...]:
    if content.answers:
        return (tr("The run that is open has not begun: this report tells the answers to questions, and the plan."),)
    return (tr("The run has not begun: this report tells the plan. Let time pass, and bring the report up to date."),)


def _facts(content: ReportContent) -> tuple[tuple[str, str], ...]:
    facts = [
        (tr("Place"), content.scenario.place),
        *(_of_run(content) if content.figures.until > 0 else ()),
        (tr("Seed"), str(content.seed)),
        (tr("Made by"), tr("Reception Sim {version}", version=content.version)),
        (tr("Made on"), full_date(content.made) if content.made else ""),
    ]
    return tuple((name, said) for name, said in facts if said)


def _of_run(content: ReportContent) -> tuple[tuple[str, str], ...]:
    return (
        (tr("Figures up to"), full_date(content.calendar.local(content.figures.until))),
        (tr("Replications"), str(content.estimates.replications)),
    )
