"""The tour: screenshots of every tab and dialog of the practice account."""
