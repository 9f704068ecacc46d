"""Long runs of faults, by `make drill`: what takes too long for the suite."""
