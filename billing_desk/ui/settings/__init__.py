"""Settings, safety limits, network, time travel, about."""
