"""Random people."""

from hypothesis import strategies as st

from reception_sim.scenario.people import (
    FERTILE_AGES,
    OLDER_AGE,
    Documents,
    Movement,
    PopulationPlan,
    Sex,
    SpecificNeed,
    youngest_age,
)
from tests.scenario.plain_strategies import BANDS, LANGUAGES, LARGEST_GROUP, shares_of, tenths, titles

ages_and_sexes = shares_of([(band, sex) for band in BANDS for sex in Sex])
group_sizes = shares_of(range(1, LARGEST_GROUP + 1))
movements = shares_of(list(Movement))
kinds_of_documents = shares_of(list(Documents))
spoken = shares_of(LANGUAGES)
nationalities = shares_of(["SYR", "UKR", "XXA"])


@st.composite
def populations_(draw):
    """Draw a population whose specific needs its people can have."""
    cells = draw(ages_and_sexes)
    age_sex = {}
    for (band, sex), share in cells.items():
        age_sex.setdefault(band, {})[sex] = share
    sizes = draw(group_sizes)
    return PopulationPlan(
        title=draw(titles),
        group_size=sizes,
        age_sex=age_sex,
        movement=draw(movements),
        documents=draw(kinds_of_documents),
        languages=draw(spoken),
        specific_needs={need: draw(tenths) * most for need, most in _most_with(draw, age_sex, sizes).items()},
        nationalities=draw(st.just({}) | nationalities),
    )


def _most_with(draw, age_sex, sizes):
    mean = sum(size * share for size, share in sizes.items())

    def share_of(ages, sexes=tuple(Sex)):
        return sum(by.get(sex, 0) for band, by in age_sex.items() if youngest_age(band) in ages for sex in sexes)

    most = {
        SpecificNeed.UNACCOMPANIED_CHILD: min(share_of(range(18)), sizes.get(1, 0) / mean),
        SpecificNeed.SINGLE_PARENT: sum(share for size, share in sizes.items() if size > 1) / mean,
        SpecificNeed.PREGNANT: share_of(FERTILE_AGES, (Sex.F,)),
        SpecificNeed.OLDER_PERSON_AT_RISK: share_of(range(OLDER_AGE, 200)),
        SpecificNeed.DISABILITY: 1.0,
        SpecificNeed.SURVIVOR_OF_GBV: 1.0,
    }
    return {need: most[need] for need in draw(st.lists(st.sampled_from(list(most)), unique=True, max_size=4))}
