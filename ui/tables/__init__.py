"""Tables: rows of what happened and what was changed, to sort, filter and copy."""
