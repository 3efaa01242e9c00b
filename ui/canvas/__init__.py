"""The flow map: the places of a reception system, the people in them and on their way between them."""
