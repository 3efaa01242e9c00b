"""The flow map: the reception system drawn from its plan, and what goes on in it."""
