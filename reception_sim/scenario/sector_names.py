"""The fifteen sectors of assistance of IOM's Migration Crisis Operational Framework (MC/2355, 2012)."""

from enum import StrEnum


class Sector(StrEnum):
    """A sector of assistance; the list is the framework's own."""

    CAMP_MANAGEMENT = "camp management and displacement tracking"
    SHELTER = "shelter and non-food items"
    TRANSPORT = "transport assistance"
    HEALTH = "health support"
    PSYCHOSOCIAL = "psychosocial support"
    REINTEGRATION = "reintegration assistance"
    STABILISATION = "community stabilization and transition"
    RISK_REDUCTION = "disaster risk reduction and resilience"
    LAND = "land and property support"
    COUNTER_TRAFFICKING = "counter-trafficking and protection"
    BORDER_MANAGEMENT = "humanitarian border management"
    CONSULAR = "emergency consular assistance"
    DIASPORA = "diaspora and human resource mobilization"
    POLICY = "migration policy and legislation"
    COMMUNICATION = "humanitarian communications"
