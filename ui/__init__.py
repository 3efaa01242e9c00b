"""The desktop: views of a scenario, a live run and its report."""
