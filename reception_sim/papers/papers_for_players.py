"""Papers for those who play: nothing in them says what will come, what is expected, or how it is judged."""

from collections.abc import Iterator

from reception_sim.exercise_plan import AtTime, Cell, MselInject
from reception_sim.papers.kit_content import KitContent
from reception_sim.reports.document import Block, Bullets, Document, Paragraph, Section, Table, columns, row
from reception_sim.reports.wording import NOTHING, count, duration
from reception_sim.translation import tr


def players_handbook(kit: KitContent) -> Document:
    """Return what every player gets: who plays, how, with which means, and by which rules."""
    sections = (
        _how_it_is_played(kit),
        Section(tr("Who plays"), (_cells(kit),)),
        _means(kit),
        _decisions(kit),
        _safety(),
    )
    return Document(kit.exercise.title, tr("Players' handbook"), kit.language, kit.facts(), sections)


def player_briefs(kit: KitContent) -> Document:
    """Return a page for each cell that plays: its role, what it may decide, and what it knows at the start."""
    briefs = tuple(
        _brief(kit, name, cell, first=place == 0)
        for place, (name, cell) in enumerate((name, cell) for name, cell in kit.exercise.cells.items() if cell.plays)
    )
    return Document(kit.exercise.title, tr("Player briefs"), kit.language, kit.facts(), briefs)


def inject_cards(kit: KitContent) -> Document:
    """Return a card for each inject, to be handed over: what its recipients get, and not a word more."""
    cards = tuple(_card(kit, inject, first=place == 0) for place, inject in enumerate(kit.injects_in_order()))
    return Document(kit.exercise.title, tr("Inject cards"), kit.language, (), cards)


def certificates(kit: KitContent) -> Document:
    """Return a certificate of taking part for each cell, with a line for a name that is written by hand."""
    pages = tuple(_certificate(kit, cell, first=place == 0) for place, cell in enumerate(kit.exercise.cells.values()))
    return Document(kit.exercise.title, tr("Certificates"), kit.language, (), pages)


def _how_it_is_played(kit: KitContent) -> Section:
    length = duration((kit.endex - kit.exercise.startex) / kit.exercise.pace)
    pace = duration(60 * kit.exercise.pace)
    said = (
        tr("You coordinate the reception of people who arrive. Play lasts about {length}.", length=length),
        tr("In one minute of the room {time} of the scenario pass, unless the trainer pauses.", time=pace),
        tr(
            "You get to know what a coordinator would: reports, and what others tell you. Reports can be late or wrong."
        ),
        tr("Decide together in your cell, tell the trainer or enter it yourself, and say why."),
        tr("What you decide takes its time. While it is on its way you can take it back."),
        tr("People in the model are simulated. Speak of them as you would speak with them."),
    )
    return Section(tr("How it is played"), (Bullets(said),))


def _cells(kit: KitContent) -> Table:
    return Table(
        tr("Cells"),
        columns(tr("Cell"), tr("Role"), words=2),
        tuple(row(cell.title, cell.role or NOTHING) for cell in kit.exercise.cells.values() if cell.plays),
    )


def _means(kit: KitContent) -> Section:
    """Return the places that are known from the start."""
    known = kit.exercise.view.assessed
    places = [
        (name, plan.title)
        for name, plan in kit.scenario.places()
        if (name in kit.scenario.stations or name in kit.scenario.sites) and (known is None or name in known)
    ]
    table = Table(
        tr("Places that you know"),
        columns(tr("Place"), tr("Places for people"), words=1),
        tuple(row(title, _capacity(kit, name)) for name, title in places),
        note="" if known is None else tr("There may be others: of those you learn by an assessment."),
    )
    return Section(tr("Your means"), (table, *_staff(kit)))


def _capacity(kit: KitContent, name: str) -> str:
    site = kit.scenario.sites.get(name)
    return count(site.capacity) if site is not None else NOTHING


def _staff(kit: KitContent) -> Iterator[Table]:
    if kit.scenario.staff:
        yield Table(
            tr("Staff by role"),
            columns(tr("Role"), tr("Organisation"), words=2),
            tuple(row(plan.title, plan.agency or NOTHING) for plan in kit.scenario.staff.values()),
        )


def _decisions(kit: KitContent) -> Section:
    table = kit.decisions()
    blocks: list[Block] = [table] if table else [Paragraph(tr("Every decision is open to you."))]
    if kit.exercise.budget is not None:
        money = f"{count(kit.exercise.budget)} {kit.scenario.currency}"
        blocks.append(Paragraph(tr("Together you can spend {money}.", money=money)))
    return Section(tr("What you may decide"), tuple(blocks))


def _safety() -> Section:
    said = (
        tr('If something really happens, say "no play". Everybody stops at once.'),
        tr("Begin each message on a real phone or radio with the word exercise."),
        tr("What is said here stays here; nobody is graded, and no names are written down."),
    )
    return Section(tr("Safety"), (Bullets(said),))


def _brief(kit: KitContent, name: str, cell: Cell, *, first: bool) -> Section:
    blocks: list[Block] = [Paragraph(cell.role)] if cell.role else []
    if cell.participants:
        blocks.append(Paragraph(tr("Participants in this cell: {n}", n=count(cell.participants))))
    table = kit.decisions(name)
    if table is not None and table.rows:
        blocks.append(table)
    known = [_told(inject) for inject in kit.injects_in_order() if _known_at_start(kit, inject, name)]
    if known:
        blocks += [Paragraph(tr("What you know as play begins:")), Bullets(tuple(known))]
    return Section(cell.title, tuple(blocks) or (Paragraph(tr("You advise the others.")),), starts_page=not first)


def _known_at_start(kit: KitContent, inject: MselInject, cell: str) -> bool:
    """Tell whether an inject reaches a cell before play begins, so that it gives nothing away."""
    reaches = not inject.recipients or cell in inject.recipients
    return isinstance(inject.when, AtTime) and inject.when.at <= kit.exercise.startex and reaches


def _told(inject: MselInject) -> str:
    return tr("{title}: {text}", title=inject.title, text=inject.text) if inject.text else inject.title


def _card(kit: KitContent, inject: MselInject, *, first: bool) -> Section:
    at = kit.at(inject.when.at) if isinstance(inject.when, AtTime) else ""
    lines = (
        (tr("Time"), at),
        (tr("From"), inject.sender),
        (tr("To"), kit.recipients(inject)),
        (tr("By"), inject.by),
    )
    table = Table(
        "", columns(tr("Exercise"), kit.exercise.title, words=2), tuple(row(*line) for line in lines if line[1])
    )
    text = tuple(Paragraph(part) for part in inject.text.split("\n") if part.strip())
    files = (Paragraph(tr("Attached: {files}", files=", ".join(inject.attachments))),) if inject.attachments else ()
    heading = tr("{number}  {title}", number=inject.number, title=inject.title)
    return Section(heading, (table, *text, *files), starts_page=not first)


def _certificate(kit: KitContent, cell: Cell, *, first: bool) -> Section:
    day = kit.exercise.day
    when = f"{day.day} {day:%B %Y}" if day else "_" * 20
    blocks = (
        Paragraph(tr("This is to certify that")),
        Paragraph("_" * 50),
        Paragraph(tr("took part in the simulation exercise")),
        Paragraph(kit.exercise.title),
        Paragraph(tr("in the cell {cell}.", cell=cell.title)),
        Paragraph(tr("{place}, {when}", place=kit.exercise.place or "_" * 20, when=when)),
        Paragraph(tr("For the exercise: {line}", line="_" * 30)),
    )
    return Section(tr("Certificate"), blocks, starts_page=not first)
