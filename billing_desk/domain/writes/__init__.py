"""What a write is: requests, steps, operations, previews, bulk edits, and what limits them."""
