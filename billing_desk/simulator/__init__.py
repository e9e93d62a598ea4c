"""A local Stripe for practice and for tests.

It imports nothing else from this project, so that it does not share the program's bugs and hide them from tests.
"""
