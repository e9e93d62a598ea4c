"""HTTP from programs on this computer, for the simulator and the receiver of webhooks. Imports nothing of ours."""
