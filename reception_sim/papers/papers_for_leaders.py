"""Papers for those who lead an exercise: the exercise plan, the controllers' handbook, the evaluators' guide."""

from collections.abc import Iterator
from typing import Final

from reception_sim.exercise_plan import MselInject, Objective
from reception_sim.papers.kit_content import KitContent
from reception_sim.reports.document import Block, Bullets, Document, Paragraph, Picture, Section, Table, columns, row
from reception_sim.reports.flow_picture import describe_flow, flow_picture
from reception_sim.reports.wording import NOTHING, count, duration, sentence
from reception_sim.translation import tr

_LINE: Final = "\N{NO-BREAK SPACE}" * 20  # for a hand to write in
_ROOM: Final = "\n".join([_LINE] * 5)


def exercise_plan(kit: KitContent) -> Document:
    """Return the plan of the exercise: purpose, scope, objectives, scenario, participants, time, rules."""
    sections = (
        _overview(kit),
        Section(tr("Objectives"), (objectives_table(kit),)),
        _scenario(kit),
        Section(tr("Participants"), (cells_table(kit),)),
        _timeline(kit),
        _conduct(kit),
        _evaluation(),
    )
    return _document(kit, tr("Exercise plan"), sections)


def controllers_handbook(kit: KitContent) -> Document:
    """Return the handbook of those who steer: the list of injects at a glance, then each with all there is to it."""
    sections = (
        Section(tr("Your task"), (Bullets(_tasks()),)),
        _timeline(kit),
        Section(tr("Master scenario events list"), (_list_at_a_glance(kit),), starts_page=True),
        *(_inject(kit, inject) for inject in kit.injects_in_order()),
    )
    return _document(kit, tr("Controllers' handbook"), sections)


def evaluators_guide(kit: KitContent) -> Document:
    """Return the guide of those who observe: how to rate, and a sheet for each objective."""
    sheets = tuple(_sheet(kit, name, objective) for name, objective in kit.exercise.objectives.items())
    return _document(kit, tr("Evaluators' guide"), (_how_to_rate(), *sheets))


def ratings_table() -> Table:
    """Return the four ratings and what each says."""
    return Table(
        tr("Ratings"),
        columns(tr("Rating"), tr("Performed"), tr("When to give it"), words=3),
        (
            row("P", tr("without challenges"), tr("Done in time and as the criteria ask, without harm to anybody.")),
            row("S", tr("with some challenges"), tr("Done, with difficulties that did not keep it from its purpose.")),
            row(
                "M", tr("with major challenges"), tr("Done in part, late, or at the cost of other tasks or of safety.")
            ),
            row("U", tr("unable to be performed"), tr("Not done.")),
        ),
    )


def objectives_table(kit: KitContent) -> Table:
    """Return the objectives with capability and criteria."""
    return Table(
        tr("What the exercise wants to see done"),
        columns(tr("Objective"), tr("Capability"), tr("Criteria"), words=3),
        tuple(
            row(objective.title, objective.capability or NOTHING, "; ".join(objective.criteria) or NOTHING)
            for objective in kit.exercise.objectives.values()
        ),
    )


def cells_table(kit: KitContent) -> Table:
    """Return the cells, their roles, and how many take part in each."""
    return Table(
        tr("Cells"),
        columns(tr("Cell"), tr("Role"), tr("Takes part as"), tr("Participants"), words=3),
        tuple(
            row(
                cell.title,
                cell.role or NOTHING,
                tr("players") if cell.plays else tr("staff of the exercise"),
                count(cell.participants) if cell.participants else NOTHING,
            )
            for cell in kit.exercise.cells.values()
        ),
        note=tr("Cells and roles suffice: no names are needed, and none are kept."),
    )


def _document(kit: KitContent, kind: str, sections: tuple[Section, ...]) -> Document:
    return Document(kit.exercise.title, kind, kit.language, kit.facts(), sections)


def _overview(kit: KitContent) -> Section:
    summary = (Paragraph(kit.exercise.summary),) if kit.exercise.summary else ()
    scope = Bullets(
        (
            tr("A simulated exercise: decisions of the players act on a model of the reception system."),
            tr("Play begins on {day} of the scenario.", day=kit.starts_on()),
            tr("{count} injects are prepared.", count=len(kit.exercise.injects)),
        )
    )
    return Section(tr("Overview"), (*summary, scope))


def _scenario(kit: KitContent) -> Section:
    picture = Picture(tr("The reception system"), flow_picture(kit.scenario), describe_flow(kit.scenario))
    told = (Paragraph(kit.scenario.summary),) if kit.scenario.summary else ()
    return Section(tr("Scenario"), (Paragraph(kit.scenario.title), *told, picture))


def _timeline(kit: KitContent) -> Section:
    exercise = kit.exercise
    length = kit.endex - exercise.startex
    pace = duration(60 * exercise.pace)
    return Section(
        tr("Time"),
        (
            Table(
                tr("Time marks"),
                columns(tr("Mark"), tr("Exercise clock"), tr("In the room"), words=3),
                (
                    row("STARTEX", kit.moment(exercise.startex), tr("0 min")),
                    row("ENDEX", kit.moment(kit.endex), duration(length / exercise.pace)),
                ),
                note=tr("In one minute of the room {time} of the scenario pass; the trainer may pause.", time=pace),
            ),
        ),
    )


def _conduct(kit: KitContent) -> Section:
    rules = [
        tr("Players act on what their window and their injects tell, and on nothing else."),
        tr("What is decided takes its time: until then it can be taken back."),
        tr('Who must break off for a real emergency says "no play" and is obeyed at once.'),
        tr("People in the model are simulated: no person of the real world is in it."),
    ]
    if kit.exercise.budget is not None:
        money = f"{count(kit.exercise.budget)} {kit.scenario.currency}"
        rules.append(tr("The players can spend {money}.", money=money))
    table = kit.decisions()
    return Section(tr("How it is played"), (Bullets(tuple(rules)), *((table,) if table else ())))


def _evaluation() -> Section:
    said = tr("Each objective is rated from evidence: moments, notes, indicators of the run. Persons are not rated.")
    return Section(tr("How it is evaluated"), (Paragraph(said), ratings_table()))


def _tasks() -> tuple[str, ...]:
    return (
        tr("Send each inject as its line says, in its own words; write down what you change."),
        tr("If the expected action does not come in time, offer the contingency inject to the trainer."),
        tr("Answer questions of players out of your role only; what the list does not say, ask the trainer."),
        tr('"No play" stops everything at once.'),
    )


def _list_at_a_glance(kit: KitContent) -> Table:
    return Table(
        tr("All injects in the order in which they come"),
        columns(tr("No."), tr("Comes"), tr("Title"), tr("Kind"), tr("To"), tr("By"), tr("Sent at"), words=7),
        tuple(
            row(
                str(inject.number),
                kit.when(inject.when),
                inject.title,
                inject.kind.value,
                kit.recipients(inject),
                inject.by or NOTHING,
                _LINE[:10],
            )
            for inject in kit.injects_in_order()
        ),
        note=tr("The last column is for your hand."),
    )


def _inject(kit: KitContent, inject: MselInject) -> Section:
    lines = [
        (tr("Comes"), kit.when(inject.when)),
        (tr("Kind"), sentence(inject.kind.value)),
        (tr("From"), inject.sender),
        (tr("To"), kit.recipients(inject)),
        (tr("By"), inject.by),
        (tr("Text"), inject.text),
        (tr("Expected action"), kit.expected(inject.expected) if inject.expected else ""),
        (tr("Objective"), kit.objective_title(inject.objective) if inject.objective else ""),
        (tr("Place"), kit.place_title(inject.place) if inject.place else ""),
        (tr("On the model"), "; ".join(map(kit.action, inject.actions))),
        (tr("Evaluator guidance"), inject.guidance),
        (tr("Attachments"), ", ".join(inject.attachments)),
        (tr("Remarks"), inject.remarks),
    ]
    table = Table("", columns(tr("Field"), tr("Content"), words=2), tuple(row(*line) for line in lines if line[1]))
    return Section(tr("Inject {number}: {title}", number=inject.number, title=inject.title), (table,))


def _how_to_rate() -> Section:
    return Section(
        tr("How to observe and rate"),
        (
            Bullets(
                (
                    tr("Write what you see with its time; judge afterwards."),
                    tr("Observe work, not persons; names do not belong on the sheets."),
                    tr("Rate only what has come: an inject that was never sent asks nothing of anybody."),
                )
            ),
            ratings_table(),
        ),
    )


def _sheet(kit: KitContent, name: str, objective: Objective) -> Section:
    blocks: list[Block] = []
    if objective.capability:
        blocks.append(Paragraph(tr("Capability: {capability}", capability=objective.capability)))
    blocks.append(_criteria(objective))
    blocks.extend(_to_watch(kit, name))
    blocks.append(
        Table(
            tr("Your rating"),
            columns(tr("P, S, M or U"), tr("Strengths"), tr("Areas for improvement"), words=3),
            (row(_LINE[:14], _ROOM, _ROOM),),
        )
    )
    return Section(tr("Objective: {title}", title=objective.title), tuple(blocks), starts_page=True)


def _criteria(objective: Objective) -> Table:
    return Table(
        tr("Criteria"),
        columns(tr("What to see"), tr("Seen? When?"), tr("Notes"), words=3),
        tuple(row(said, _LINE, _LINE) for said in objective.criteria or (objective.title,)),
    )


def _to_watch(kit: KitContent, name: str) -> Iterator[Table]:
    injects = [inject for inject in kit.injects_in_order() if inject.objective == name]
    if injects:
        yield Table(
            tr("Moments to watch"),
            columns(tr("Inject"), tr("Comes"), tr("Expected action"), tr("Guidance"), tr("Seen at"), words=5),
            tuple(
                row(
                    f"{inject.number} {inject.title}",
                    kit.when(inject.when),
                    kit.expected(inject.expected),
                    inject.guidance or NOTHING,
                    _LINE[:10],
                )
                for inject in injects
            ),
        )
