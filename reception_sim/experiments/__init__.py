"""Many runs: replications of one scenario, questions to many runs, and what they tell together."""

from reception_sim.experiments.alternatives import BASE_ID, Alternative, alternative_from
from reception_sim.experiments.bottleneck import FindingBottleneck
from reception_sim.experiments.capacity import FindingCapacity
from reception_sim.experiments.comparing import Comparing
from reception_sim.experiments.criteria import COST, Criterion, usual_criteria
from reception_sim.experiments.decisions import DecisionsQuestion, DecisionsWeighed, DecisionWorth, WeighingDecisions
from reception_sim.experiments.estimate import Estimate
from reception_sim.experiments.folding import summarise
from reception_sim.experiments.forecast import BAND, Forecast, Forecasting, ForecastQuestion, Reach, reach_of
from reception_sim.experiments.inquiries import Inquiry, OnStep, Step, answered
from reception_sim.experiments.questions import (
    BottleneckQuestion,
    CapacityQuestion,
    CompareQuestion,
    Precision,
    QuestionError,
)
from reception_sim.experiments.replications import (
    OnProgress,
    Progress,
    UnfinishedError,
    replicate,
    run_replication,
)
from reception_sim.experiments.sensitivity_inquiry import SensitivityInquiry
from reception_sim.experiments.sensitivity_question import SensitivityQuestion, Span
from reception_sim.experiments.staffing_inquiry import StaffingInquiry
from reception_sim.experiments.staffing_question import StaffingQuestion
from reception_sim.experiments.summary import ReplicationSummary
from reception_sim.experiments.workplaces import Here, OnExecutor, OwnProcesses, WorkEndedError, Workplace, workplace

__all__ = [
    "BAND",
    "BASE_ID",
    "COST",
    "Alternative",
    "BottleneckQuestion",
    "CapacityQuestion",
    "CompareQuestion",
    "Comparing",
    "Criterion",
    "DecisionWorth",
    "DecisionsQuestion",
    "DecisionsWeighed",
    "Estimate",
    "FindingBottleneck",
    "FindingCapacity",
    "Forecast",
    "ForecastQuestion",
    "Forecasting",
    "Here",
    "Inquiry",
    "OnExecutor",
    "OnProgress",
    "OnStep",
    "OwnProcesses",
    "Precision",
    "Progress",
    "QuestionError",
    "Reach",
    "ReplicationSummary",
    "SensitivityInquiry",
    "SensitivityQuestion",
    "Span",
    "StaffingInquiry",
    "StaffingQuestion",
    "Step",
    "UnfinishedError",
    "WeighingDecisions",
    "WorkEndedError",
    "Workplace",
    "alternative_from",
    "answered",
    "reach_of",
    "replicate",
    "run_replication",
    "summarise",
    "usual_criteria",
    "workplace",
]
