"""Measures Reception Sim against a textbook SimPy model and a bare heapq loop of the same scenario, in one run."""
