"""A local Stripe for practice and for tests.

It imports nothing else of this project, so that a mistake in the program cannot hide behind the same mistake here.
"""
