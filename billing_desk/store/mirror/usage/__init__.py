"""What the mirror knows of metered usage."""
