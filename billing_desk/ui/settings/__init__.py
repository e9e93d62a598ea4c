"""Settings, safety limits, network, time travel, and the About dialog."""
