"""Every change and every happening has a sentence."""

from dataclasses import replace

import pytest

from reception_sim.actions import (
    ACTIONS,
    Assess,
    BreakDown,
    CallInStaff,
    ChangePlaces,
    CloseBorder,
    CloseRoad,
    CloseSite,
    CloseStation,
    CutNetwork,
    CutPower,
    DelayVehicle,
    Demobilise,
    HoldClocks,
    HurryVehicle,
    LetClocksRun,
    LetHappen,
    OpenBorder,
    OpenRoad,
    OpenSite,
    OpenStation,
    OrderSupplies,
    PostStaff,
    RestoreNetwork,
    RestorePower,
    ScaleArrivals,
    SendPackage,
    SetCount,
    SetMetering,
    SetPosts,
    SetQueueOrder,
    SetSection,
    SetShare,
    TrainStaff,
)
from reception_sim.recording import Happening, HappeningKind
from reception_sim.reports.telling import tell_action, tell_happening
from reception_sim.scenario.hazards import HazardKind, HazardPlan
from reception_sim.scenario.packages import PackagePlan
from reception_sim.scenario.sections import SectionPlan
from reception_sim.scenario.stations import QueueOrder
from tests.reports.contents import single

TOLD = [
    (PostStaff("health_triage", "interpreter", 4), "Post 4 at Health screening at the pier: Interpreter"),
    (CallInStaff("police_officer", 6, lasting=28_800), "Call in 6 for 8 h: Police officer"),
    (TrainStaff("police_officer", 4, lasting=7_200), "Train 4 for 2 h: Police officer"),
    (OpenStation("clinic"), "Open Clinic"),
    (CloseStation("clinic"), "Close Clinic"),
    (OpenSite("contrada_imbriacola"), "Open Contrada Imbriacola hotspot"),
    (CloseSite("contrada_imbriacola"), "Close Contrada Imbriacola hotspot"),
    (ScaleArrivals("favaloro_pier", 1.5, lasting=21_600), "Multiply arrivals at Favaloro pier by 1.5 for 6 h"),
    (SetPosts("clinic", 3), "Have 3 posts at Clinic"),
    (SetQueueOrder("clinic", QueueOrder.SPECIFIC_NEEDS_FIRST), "Queue order at Clinic: specific needs first"),
    (CloseBorder("favaloro_pier", lasting=21_600), "Close the border: Favaloro pier for 6 h"),
    (OpenBorder("favaloro_pier"), "Open the border: Favaloro pier"),
    (SetMetering("favaloro_pier", 120), "Let 120 people an hour across: Favaloro pier"),
    (SetMetering("favaloro_pier"), "Let all people across: Favaloro pier"),
    (
        SetShare("contrada_imbriacola", "sicily_by_ferry", 0.6),
        "Send 60 % from Contrada Imbriacola hotspot to ",
    ),
    (SetSection("contrada_imbriacola.women", 40), "Keep 40 places: Contrada Imbriacola hotspot: Women"),
    (LetHappen("heat"), "It happens: Heat"),
    (ChangePlaces("contrada_imbriacola", 50, 21_600), "50 places more at Contrada Imbriacola hotspot, after 6 h"),
    (ChangePlaces("contrada_imbriacola", -50), "50 places fewer at Contrada Imbriacola hotspot"),
    (Assess("clinic"), "Assess Clinic"),
    (Demobilise("interpreter", 2), "Send 2 home for good: "),
    (Assess(), "Assess every place"),
    (HoldClocks(), "Hold the clocks of people"),
    (LetClocksRun(), "Let the clocks of people run again"),
    (HurryVehicle("bus"), "Shuttle bus: the next is there now"),
    (
        DelayVehicle("bus", 300, "contrada_imbriacola"),
        "Shuttle bus to Contrada Imbriacola hotspot: the next is there 5",
    ),
    (SetCount("bus", 7), "Set Shuttle bus to 7"),
    (CutPower(lasting=7_200), "The power fails: everywhere for 2 h"),
    (CutNetwork("clinic"), "The network fails: Clinic"),
    (RestorePower("clinic"), "The power is back: Clinic"),
    (RestoreNetwork(), "The network is back: everywhere"),
    (SendPackage("alarm_group_a", "clinic"), "Call Alarm group A: Clinic"),
    (OrderSupplies("meal", 500, after=21_600), "Order 500: Meals, there after 6 h"),
    (BreakDown("bus", 2, lasting=7_200), "2 break down for 2 h: Shuttle bus"),
    (
        CloseRoad("favaloro_pier", "contrada_imbriacola", lasting=3_600),
        "Close the way from Favaloro pier to Contrada Imbriacola hotspot for 1 h",
    ),
    (
        OpenRoad("favaloro_pier", "contrada_imbriacola"),
        "Open the way from Favaloro pier to Contrada Imbriacola hotspot",
    ),
]


OF_EVERYBODY = (HappeningKind.CLOCKS_HELD, HappeningKind.CLOCKS_RUN)


@pytest.mark.parametrize(("action", "sentence"), TOLD)
def test_that_an_action_is_told_with_the_titles_of_the_plan(action, sentence):
    alarm_group = PackagePlan(title="Alarm group A", travel_time=3_600, staff={"interpreter": 2})
    heat = HazardPlan(title="Heat", kind=HazardKind.HEAT, lasts=3_600, closes=("clinic",))
    plan = single("lampedusa_2023").scenario
    women = SectionPlan(title="Women", places=30)
    hotspot = replace(plan.sites["contrada_imbriacola"], sections={"women": women})
    scenario = replace(
        plan,
        packages={"alarm_group_a": alarm_group},
        hazards={"heat": heat},
        sites=plan.sites | {"contrada_imbriacola": hotspot},
    )

    assert tell_action(action, scenario).startswith(sentence)


def test_that_every_action_is_told():
    assert {type(action) for action, _ in TOLD} == set(ACTIONS.values())


@pytest.mark.parametrize("kind", HappeningKind)
def test_that_every_happening_is_told(kind):
    told = tell_happening(Happening(0.0, kind, "clinic", 12.0, "Clinic"), single("lampedusa_2023").scenario)

    assert ("clocks" if kind in OF_EVERYBODY else "Clinic") in told
