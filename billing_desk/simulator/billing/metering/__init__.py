"""Usage: meter events, aggregation, tiers."""
