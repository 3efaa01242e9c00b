"""Many runs: replications of one scenario, and what they tell together."""

from reception_sim.experiments.estimate import Estimate
from reception_sim.experiments.folding import summarise
from reception_sim.experiments.replications import (
    OnProgress,
    Progress,
    UnfinishedError,
    replicate,
    run_replication,
)
from reception_sim.experiments.summary import ReplicationSummary

__all__ = [
    "Estimate",
    "OnProgress",
    "Progress",
    "ReplicationSummary",
    "UnfinishedError",
    "replicate",
    "run_replication",
    "summarise",
]
