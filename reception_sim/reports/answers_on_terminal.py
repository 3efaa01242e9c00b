"""Answers of many runs on a terminal: the sentence first, the figures below, and what to trust."""

from collections.abc import Iterable, Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reception_sim.experiments.answers import (
    BottleneckAnswer,
    CapacityAnswer,
    Comparison,
    Conclusion,
    Difference,
    TrustFact,
    TrustKind,
)
from reception_sim.experiments.comparing import steering
from reception_sim.experiments.criteria import COST, Criterion
from reception_sim.reports.alternative_words import alternative_in_words
from reception_sim.reports.bottleneck_words import (
    best_for_cost_in_words,
    cost_in_words,
    how_sure_in_words,
    most_helpful_in_words,
)
from reception_sim.reports.capacity_words import a_day, capacity_in_words
from reception_sim.reports.comparison_words import (
    best_in_words,
    of_alternative,
    runs_in_words,
    title_of_alternative,
    together_in_words,
)
from reception_sim.reports.criterion_words import criterion_in_words, value_in_words
from reception_sim.reports.field_words import field_in_words
from reception_sim.reports.terminal import show_list
from reception_sim.reports.trust_words import trust_in_words
from reception_sim.reports.wording import NOTHING, count, format_estimate, in_unit
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr


def show_comparison(answer: Comparison, console: Console) -> None:
    """Print what each alternative does, which is best, the means, and what to trust."""
    scenario = answer.question.scenario
    console.print(Text(scenario.title, style="bold"))
    for result in answer.results[1:]:
        show_list(of_alternative(answer, result.alternative.id), console)
    _heading(tr("Which is best"), console)
    chosen = steering(answer.question)
    show_list((best_in_words(one, answer) for one in answer.rankings if one.criterion in chosen), console)
    for result in answer.results[1:]:
        _heading(tr("What changes: {name}", name=result.alternative.title), console)
        show_list(alternative_in_words(result.alternative, scenario), console)
    console.print()
    console.print(_means(answer))
    show_list((runs_in_words(answer), together_in_words(answer)), console)
    _heading(tr("What to trust"), console)
    show_list(_trust_in_all(answer), console)


def show_capacity(answer: CapacityAnswer, console: Console) -> None:
    """Print the capacity, what breaks first, the curve, and what to trust."""
    console.print(Text(answer.scenario.title, style="bold"))
    show_list(capacity_in_words(answer), console)
    console.print()
    console.print(_curve(answer))
    _show_trust(answer.trust, answer.scenario, console)


def show_bottleneck(answer: BottleneckAnswer, console: Console) -> None:
    """Print for each criterion with a standard what one more of each thing does, the most helpful first."""
    scenario = answer.question.scenario
    console.print(Text(scenario.title, style="bold"))
    chosen = steering(answer.comparison.question)
    for criterion in chosen:
        show_list((most_helpful_in_words(criterion, answer), *best_for_cost_in_words(criterion, answer)), console)
    for criterion in chosen:
        console.print()
        console.print(_effects(criterion, answer))
    show_list(how_sure_in_words(answer), console)
    _show_trust(answer.comparison.results[0].trust, scenario, console)


def _means(answer: Comparison) -> Table:
    table = Table(
        title=Text(tr("Means with their 95 % intervals"), style="bold"), title_justify="left", box=SIMPLE_HEAD
    )
    table.add_column(tr("Criterion"), overflow="fold")
    for result in answer.results:
        table.add_column(Text(title_of_alternative(result.alternative.id, answer)), justify="right", overflow="fold")
    for row, criterion in enumerate(answer.question.criteria):
        unit = answer.question.scenario.currency if criterion == COST else criterion.unit
        means = [format_estimate(result.figures[row].estimate, criterion.unit) for result in answer.results]
        cells = (mean if criterion.unit == "s" or mean == NOTHING else in_unit(mean, unit) for mean in means)
        table.add_row(Text(criterion_in_words(criterion, answer.question.scenario)), *map(Text, cells))
    return table


def _curve(answer: CapacityAnswer) -> Table:
    standards = {Criterion(one.indicator, one.at or "") for one in answer.scenario.standards}
    columns = [(place, one) for place, one in enumerate(answer.criteria) if one in standards]
    table = Table(title=Text(tr("What happens at each inflow"), style="bold"), title_justify="left", box=SIMPLE_HEAD)
    for title in (tr("People a day"), tr("Factor"), tr("Runs"), tr("Meet all")):
        table.add_column(title, justify="right")
    for _, criterion in columns:
        table.add_column(Text(criterion_in_words(criterion, answer.scenario)), justify="right", overflow="fold")
    for point in answer.curve:
        values = (value_in_words(point.estimates[place].mean, one, answer.scenario) for place, one in columns)
        met = tr("{n} %", n=count(100 * point.met_share))
        table.add_row(a_day(point.persons_a_day), f"{point.factor:.3g}", str(point.replications), met, *values)
    return table


def _effects(criterion: Criterion, answer: BottleneckAnswer) -> Table:
    scenario = answer.question.scenario
    heading = Text(criterion_in_words(criterion, scenario), style="bold")
    table = Table(title=heading, title_justify="left", box=SIMPLE_HEAD)
    table.add_column(tr("What is added"), overflow="fold")
    for title in (tr("Cost"), tr("From"), tr("To"), tr("Sure")):
        table.add_column(title, justify="right")
    for effect in answer.effects_on(criterion):
        table.add_row(
            Text(effect.addition.alternative.title),
            cost_in_words(effect.addition, scenario),
            value_in_words(effect.difference.base_mean, criterion, scenario),
            value_in_words(effect.difference.alternative_mean, criterion, scenario),
            _surely(effect.difference),
        )
    return table


def _surely(difference: Difference) -> str:
    words = {
        Conclusion.BETTER: tr("better"),
        Conclusion.WORSE: tr("worse"),
        Conclusion.ALIKE: tr("no difference"),
        Conclusion.UNSURE: tr("not sure"),
    }
    return words[difference.conclusion]


def _show_trust(facts: Iterable[TrustFact], scenario: ScenarioPlan, console: Console) -> None:
    _heading(tr("What to trust"), console)
    show_list(_trust(facts, scenario), console)


def _trust_in_all(answer: Comparison) -> Iterator[str]:
    """Yield the facts on all alternatives; what does not hold for each of them with their names."""
    holding: dict[str, list[str]] = {}
    for result in answer.results:
        for said in _trust(result.trust, result.scenario):
            holding.setdefault(said, []).append(title_of_alternative(result.alternative.id, answer))
    for said, names in holding.items():
        holds_for_all = len(names) == len(answer.results)
        yield said if holds_for_all else tr("{names}: {fact}", names=", ".join(names), fact=said)


def _trust(facts: Iterable[TrustFact], scenario: ScenarioPlan) -> Iterator[str]:
    """Yield each fact once; of assumptions only their fields, because the scenario tells the rest."""
    unsourced = [fact for fact in facts if fact.kind is TrustKind.SOURCED and fact.concern]
    yield from dict.fromkeys(trust_in_words(fact, scenario) for fact in facts if fact not in unsourced)
    fields = "; ".join(dict.fromkeys(field_in_words(fact.subject, scenario) for fact in unsourced))
    if fields:
        yield tr("Carried by assumptions without a source: {fields}.", fields=fields)


def _heading(words: str, console: Console) -> None:
    console.print()
    console.print(Text(words, style="bold"))
