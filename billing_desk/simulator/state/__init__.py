"""What the simulator holds: tables, forks, clock, faults, search."""
