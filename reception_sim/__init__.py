"""Reception Sim: simulates the capacity to receive people at borders in dignity and safety."""

__version__ = "0.1.0"
