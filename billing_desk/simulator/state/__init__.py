"""The simulator's state: tables, forks, clock, faults, search."""
