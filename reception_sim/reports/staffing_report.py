"""The cheapest roster as a document: the sentences, the roster as a table to work with, and the curve of cost."""

from reception_sim.experiments.staffing_answer import StaffingAnswer
from reception_sim.experiments.staffing_question import Roster
from reception_sim.experiments.staffing_rosters import paid_hours
from reception_sim.reports.document import Bullets, Cell, Document, Section, Table, Tone, columns, row
from reception_sim.reports.staffing_words import cost_in_words, edited_in_words, staffing_in_words
from reception_sim.reports.wording import NOTHING, count, duration
from reception_sim.translation import tr


def staffing_report(answer: StaffingAnswer, edited: Roster | None = None) -> Document:
    """Return the answer as a document, which any format can set; with a roster that was *edited* in its place."""
    scenario = answer.question.scenario
    is_edited = edited is not None and edited != answer.roster
    told = (edited_in_words(answer, edited),) if edited is not None and is_edited else ()
    tables: tuple[Table, ...] = ()
    if answer.roster is not None:
        stands = () if is_edited else (duty_table(answer),)  # where people stand is known of the one found
        tables = (roster_table(answer, edited or answer.roster), *stands, trade_off_table(answer))
    return Document(
        title=tr("Roster"),
        subtitle=scenario.title,
        language="en",
        facts=(),
        sections=(
            Section(tr("The answer"), (Bullets((*told, *staffing_in_words(answer))),)),
            *(Section(table.title, (table,)) for table in tables),
        ),
    )


def roster_table(answer: StaffingAnswer, roster: Roster) -> Table:
    """Return who is on duty when, row by row of the roster, with the hours and what they cost."""
    scenario = answer.question.scenario
    rows = []
    for one in roster.rows:
        hours = one.count * paid_hours(one, scenario)
        price = scenario.staff[one.role].hourly_cost
        cost = count(hours * price) if price is not None else NOTHING
        shift = one.shift
        rows.append(
            row(scenario.title_of(one.role), str(shift.days), str(shift.hours), str(one.count), count(hours), cost)
        )
    names = (tr("Role"), tr("Days"), tr("Hours"), tr("People"), tr("Hours paid"), scenario.currency)
    return Table(tr("Roster"), columns(*names, words=3), tuple(rows))


def duty_table(answer: StaffingAnswer) -> Table:
    """Return where the people of each shift stand."""
    scenario, roster = answer.question.scenario, answer.roster
    assert roster is not None  # the caller has looked
    rows = tuple(
        row(
            scenario.title_of(one.role),
            str(roster.rows[one.row].shift.hours),
            scenario.title_of(one.station) if one.station else tr("where the wait is longest"),
            str(one.people),
        )
        for one in answer.duty
    )
    return Table(tr("Where they stand"), columns(tr("Role"), tr("Hours"), tr("Station"), tr("People"), words=3), rows)


def trade_off_table(answer: StaffingAnswer) -> Table:
    """Return what each more costly roster would buy in waiting."""
    scenario = answer.question.scenario
    rows = tuple(
        row(
            cost_in_words(one.cost, answer),
            scenario.title_of(one.station),
            tr("{wait} ± {half}", wait=duration(one.wait_p95_s), half=duration(one.half_width_s)),
            Cell(
                tr("{met} of {runs}", met=one.met_in, runs=one.runs),
                Tone.GOOD if one.met_in == one.runs else Tone.PLAIN,
            ),
        )
        for one in answer.trade_off
    )
    names = (tr("Cost"), tr("Longest wait at"), tr("95 % wait less than"), tr("Standards met in"))
    return Table(tr("Cost against waiting"), columns(*names, words=2), rows)
