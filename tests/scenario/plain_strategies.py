"""What every random part of a scenario is made of: words, numbers, shares, lengths of time, moments."""

from datetime import datetime, timedelta

from hypothesis import strategies as st

from reception_sim.scenario.distributions import (
    Constant,
    Exponential,
    Gamma,
    Lognormal,
    Normal,
    Triangular,
    Uniform,
)
from reception_sim.scenario.quantities import DAY, HOUR, MINUTE, DayTime
from reception_sim.scenario.sites import UntilTransferred

LARGEST_GROUP = 5
UNTIL_TRANSFERRED = UntilTransferred(distribution="until transferred")
BANDS = ("0-4", "5-11", "12-17", "18-59", "60+")
LANGUAGES = ("ar", "fr", "en")
STARTS = tuple(map(datetime.fromisoformat, ("2023-09-11", "2023-03-25 18:00", "2023-10-28 12:30")))  # summer time
ZONES = ("UTC", "Europe/Rome", "Asia/Kathmandu")
MOST_AT_ONCE = 60

titles = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
maybe = st.booleans()
to_nine = st.integers(0, 9)
weights = st.integers(1, 9)
tenths = st.integers(0, 10).map(lambda tenth: tenth / 10)
amounts = st.integers(0, 500).map(float)
maybe_few = st.none() | to_nine
maybe_amount = st.none() | amounts
positions = st.none() | st.tuples(st.integers(-9, 9).map(float), st.floats(-9, 9))


@st.composite
def shares_of(draw, members, *, at_least=1):
    """Draw shares of some of *members* that add up to 1."""
    chosen = draw(st.lists(st.sampled_from(members), min_size=at_least, max_size=len(members), unique=True))
    each = [draw(weights) for _ in chosen]
    return {member: weight / sum(each) for member, weight in zip(chosen, each, strict=True)}


durations = st.integers(0, 240).map(lambda quarters: quarters * MINUTE / 4)
some_durations = st.integers(1, 240).map(lambda quarters: quarters * MINUTE / 4)
hours_of_stay = st.integers(1, 30).map(lambda hours: hours * HOUR)


def distributions_of(values):
    """Every distribution over a strategy of values above 0."""
    return st.one_of(
        values.map(lambda value: Constant(distribution="constant", value=value)),
        st.tuples(values, values).map(lambda two: Uniform(distribution="uniform", min=min(two), max=max(two))),
        st.tuples(values, values, values)
        .map(sorted)
        .map(lambda three: Triangular(distribution="triangular", min=three[0], mode=three[1], max=three[2])),
        values.map(lambda mean: Exponential(distribution="exponential", mean=mean)),
        st.tuples(values, values).map(lambda two: Lognormal(distribution="lognormal", mean=two[0], sd=two[1])),
        st.tuples(values, values).map(lambda two: Gamma(distribution="gamma", mean=two[0], sd=two[1])),
        st.tuples(values, values, values).map(
            lambda three: Normal(distribution="normal", mean=three[0], sd=three[1], min=three[2])
        ),
    )


service_times = distributions_of(some_durations)
long_times = distributions_of(hours_of_stay)
batch_sizes = distributions_of(st.integers(1, 20).map(float))


def moments(start, duration):
    """Moments up to the end of a plan and a little beyond, said in either way."""
    days = int(duration // DAY) + 1
    return st.one_of(
        st.builds(DayTime, st.integers(0, days), st.integers(0, 1439).map(lambda minutes: minutes * MINUTE)),
        st.integers(0, int(duration // MINUTE)).map(lambda minutes: start + timedelta(minutes=minutes)),
    )


@st.composite
def tables_of(draw, word, plans, least, most):
    """Draw from *least* to *most* plans with names made of a word and a number."""
    return {name: draw(plans) for name in names_of(word, draw(st.integers(least, most)))}


def names_of(word, count):
    return [f"{word}_{number}" for number in range(1, count + 1)]
