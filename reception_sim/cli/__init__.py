"""The command line: what goes wrong is told in plain words.

Exit status: 0 done; 1 a standard was missed and --fail-on-breach asked; 2 the input is wrong; 3 the work could not
be finished (a full disk, a process ended from outside); 130 stopped with Ctrl-C.
"""

from reception_sim.cli.program import app, main

__all__ = ["app", "main"]
