"""How the world behaves; the only SimPy."""

from reception_sim.model.reception import ReceptionModel

__all__ = ["ReceptionModel"]
