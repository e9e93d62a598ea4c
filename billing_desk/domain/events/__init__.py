"""Events of the account, and what asks for attention."""
