"""Usage and money plots."""
