"""What a recording tells: indicators held against standards, a run over time, and a look ahead without a run."""

from reception_sim.statistics.breaches import Breach, breaches_in, standards_without_moments
from reception_sim.statistics.figures import (
    IndicatorFigure,
    JudgedFigures,
    Milestone,
    NeedFigures,
    PersonCounts,
    RoleFigures,
    RunFigures,
    Series,
    SiteFigures,
    SiteSeries,
    Spread,
    StationFigures,
    StationSeries,
    StillWaiting,
    SupplyFigures,
    WaitsOf,
)
from reception_sim.statistics.flows import FLOW
from reception_sim.statistics.grid import grid_step
from reception_sim.statistics.knowledge import known_state
from reception_sim.statistics.nationalities_out import STILL_HERE, WENT_TO
from reception_sim.statistics.outlook import EntryOutlook, Outlook, StationOutlook, offered_load
from reception_sim.statistics.over_time import SeriesFold, series
from reception_sim.statistics.part_figures import COLUMNS, Part, PartFigure
from reception_sim.statistics.run_figures import measure, measure_what_is_judged
from reception_sim.statistics.sadd import EVERYBODY
from reception_sim.statistics.staff_rosters import AGENCY
from reception_sim.statistics.standard_figures import StandardFigures, indicators_of, measure_standards

__all__ = [
    "AGENCY",
    "COLUMNS",
    "EVERYBODY",
    "FLOW",
    "STILL_HERE",
    "WENT_TO",
    "Breach",
    "EntryOutlook",
    "IndicatorFigure",
    "JudgedFigures",
    "Milestone",
    "NeedFigures",
    "Outlook",
    "Part",
    "PartFigure",
    "PersonCounts",
    "RoleFigures",
    "RunFigures",
    "Series",
    "SeriesFold",
    "SiteFigures",
    "SiteSeries",
    "Spread",
    "StandardFigures",
    "StationFigures",
    "StationOutlook",
    "StationSeries",
    "StillWaiting",
    "SupplyFigures",
    "WaitsOf",
    "breaches_in",
    "grid_step",
    "indicators_of",
    "known_state",
    "measure",
    "measure_standards",
    "measure_what_is_judged",
    "offered_load",
    "series",
    "standards_without_moments",
]
