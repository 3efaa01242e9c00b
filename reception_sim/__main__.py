"""Lets `python -m reception_sim` do what the command reception-sim does."""

from reception_sim.cli import main

if __name__ == "__main__":
    main()
