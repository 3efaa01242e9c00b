"""Ras Ajdir and Choucha against what was published of March 2011.

137,424 people had crossed by 14 March and 197,929 by 27 March, 90,000 of them before the scenario starts. On 14 March
17,000 people were in the camp, 10,000 of them Bangladeshis who waited more than ten days for one of four flights a day
(IRIN, IOM; addresses in scenarios/README.md). The shares of the nationalities were set so that the camp of 14 March
comes out; the waits were not.
"""

import numpy as np
import pytest

from reception_sim.recording import EventKind
from tests.cases.told import DAY, told

NAME = "ras_ajdir_choucha_2011"
BEFORE = 90_000


@pytest.fixture(scope="module")
def march():
    return told(NAME)


@pytest.mark.parametrize(("moment", "published"), [((2011, 3, 14), 137_424), ((2011, 3, 27), 197_929)])
def test_that_as_many_people_have_crossed_as_is_published(march, moment, published):
    crossed = march.persons(EventKind.GROUP_ARRIVED, "ras_ajdir", march.at(*moment))

    assert BEFORE + crossed == pytest.approx(published, rel=0.005)


def test_that_the_camp_of_14_march_is_of_the_published_size(march):
    noon = march.at(2011, 3, 14, 12)

    assert march.present("choucha", noon) == pytest.approx(17_000, rel=0.1)
    assert march.present("choucha", noon, march.of_nationality("BGD")) == pytest.approx(10_000, rel=0.1)


def test_that_bangladeshis_wait_more_than_ten_days_and_egyptians_less_than_three(march):
    end = march.at(2011, 3, 26)
    stays = {code: march.stays("choucha", end, march.of_nationality(code)) for code in ("BGD", "EGY")}

    assert np.median(stays["BGD"]) > 10 * DAY
    assert np.percentile(stays["EGY"], 95) < 3 * DAY
