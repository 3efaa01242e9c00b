"""Which assumptions matter, as a document: the sentences, the rank correlations and the points as tables."""

from reception_sim.experiments.sensitivity_answer import SensitivityAnswer
from reception_sim.reports.document import Bullets, Cell, Document, Section, Table, Tone, columns, row
from reception_sim.reports.sensitivity_words import named_span, rho_in_words, sensitivity_in_words, target_in_words
from reception_sim.reports.wording import bare, count, sentence
from reception_sim.translation import tr


def sensitivity_report(answer: SensitivityAnswer) -> Document:
    """Return the answer as a document, which any format can set."""
    return Document(
        title=tr("Sensitivity"),
        subtitle=answer.question.scenario.title,
        language="en",
        facts=(),
        sections=(
            Section(tr("The answer"), (Bullets(tuple(sensitivity_in_words(answer))),)),
            *(Section(table.title, (table,)) for table in (correlation_table(answer), point_table(answer))),
        ),
    )


def correlation_table(answer: SensitivityAnswer) -> Table:
    """Return the rank correlations, unsourced assumptions first and the strongest of them first."""
    rows = []
    for number in answer.order:
        span = answer.spans[number]
        found = [answer.correlation(number, target) for target in range(len(answer.targets))]
        cells = [Cell(rho_in_words(one), Tone.PLAIN if one.is_clear else Tone.QUIET) for one in found]
        spread = tr("{low} to {high}", low=f"{span.low:g}", high=f"{span.high:g}")
        rows.append(row(sentence(named_span(number, answer)), tr("yes") if span.sourced else tr("no"), spread, *cells))
    names = (tr("Assumption"), tr("Source"), tr("Times what is planned"), *_targets(answer))
    return Table(
        tr("What moves what"),
        columns(*names, words=3),
        tuple(rows),
        tr(
            "Spearman's rank correlation with its 95 % interval; pale where it is not sure that it differs from 0, "
            "all of them taken together."
        ),
    )


def point_table(answer: SensitivityAnswer) -> Table:
    """Return every point: the factors, and the mean of each indicator."""
    rows = [
        row(
            str(number),
            *(f"{factor:.3f}" for factor in point.settings),
            *(bare(value, target.unit) for value, target in zip(point.values, answer.targets, strict=True)),
        )
        for number, point in enumerate(answer.points, 1)
    ]
    names = (tr("Point"), *(sentence(named_span(span, answer)) for span in range(len(answer.spans))), *_targets(answer))
    note = tr("{n} runs a point.", n=count(answer.question.runs_per_point))
    return Table(tr("Points"), columns(*names, words=1), tuple(rows), note)


def _targets(answer: SensitivityAnswer) -> list[str]:
    return [target_in_words(target, answer.question.scenario) for target in answer.targets]
